/** Shows the three stages of an ask. */
import { Progress } from "../../parts/progress.tsx";
import { t } from "../words.ts";

/** `at` is 0 for the words, 1 for what one expects, 2 for sending. */
export const Stages = ({ at }: { readonly at: number }) => (
  <Progress label={t("ask.stages")} stages={[t("ask.stageWords"), t("ask.stageExpect"), t("ask.stageSend")]} at={at} />
);
