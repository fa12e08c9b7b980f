/** Makes a message of chosen lines, shows it whole, and takes it to the composer like any other ask. */
import type { PlanLine } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Slip } from "../ask/slip.tsx";
import { useDraft } from "../draft.ts";
import { useTakeWords } from "../try/take-words.ts";
import { t } from "../words.ts";
import { longestMessage, shareWords, tickedIds, withTicked } from "./plan-form.ts";
import { sharePlanId } from "./share-step.ts";

/** Under this name the words wait for the composer; no id of the log is that short. */
const about = "plan";

/** No line is ticked for the person, and nothing goes out from here. */
export const SharePlan = ({ lines }: { readonly lines: readonly PlanLine[] }) => {
  const draft = useDraft("plan/share", { ticked: "" });
  const take = useTakeWords();
  const [tried, setTried] = useState(false);
  const { ticked } = draft.form;
  const words = shareWords(lines, ticked, t);
  const trouble = words === "" ? "plan.shareNone" : words.length > longestMessage ? "plan.shareLong" : null;
  const go = async (): Promise<void> => {
    setTried(true);
    if (trouble === null && (await take({ step: sharePlanId, person: null, about, words }))) draft.drop();
  };
  return (
    <Fold title={t("plan.share")}>
      <p>{t("plan.shareLead")}</p>
      {draft.ready ? (
        <Stack gap={1}>
          {lines.map(({ id, text }) => (
            <Switch
              key={id}
              label={text}
              on={tickedIds(ticked).includes(id)}
              onChange={(on) => draft.change({ ticked: withTicked(ticked, id, on) })}
            />
          ))}
        </Stack>
      ) : null}
      {words === "" ? null : (
        <>
          <Soft>{t("plan.preview")}</Soft>
          <Slip words={words} />
        </>
      )}
      <Notice>{tried && trouble !== null ? t(trouble) : null}</Notice>
      <div>
        <Button onPress={() => void go()}>{t("plan.shareTake")}</Button>
      </div>
    </Fold>
  );
};
