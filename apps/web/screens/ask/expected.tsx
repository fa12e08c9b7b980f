/** Shows what was expected, as it was written down. */
import type { Experiment } from "@belay/domain";
import { Soft, Stack } from "../../parts/layout.tsx";
import { t } from "../words.ts";

/** Empty answers are left out; nothing at all is said too. */
export const Expected = ({ experiment }: { readonly experiment: Experiment }) => {
  const { prediction } = experiment;
  const lines = [
    ...(prediction === null || prediction.help === null ? [] : [t("predict.wasHelp", { n: prediction.help })]),
    ...(prediction === null || prediction.bad === null ? [] : [t("predict.wasBad", { n: prediction.bad })]),
    ...(prediction === null || prediction.feared === "" ? [] : [t("outcome.fearedWas", { text: prediction.feared })]),
    ...(prediction === null || prediction.sign === "" ? [] : [t("outcome.fearedSign", { text: prediction.sign })]),
  ];
  return (
    <Stack gap={1}>
      <Soft>{t("predict.was")}</Soft>
      {lines.length === 0 ? <p>{t("predict.wasNothing")}</p> : lines.map((line) => <p key={line}>{line}</p>)}
    </Stack>
  );
};
