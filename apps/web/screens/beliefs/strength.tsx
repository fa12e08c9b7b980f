/**
 * Asks how true a belief feels today, and shows how that went.
 */
import type { Belief } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { useDraft } from "../draft.ts";
import { KeepTables } from "../evidence/keep-tables.tsx";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { Course } from "./course.tsx";

/** The line starts empty every time, so that an old answer does not pull the new one. */
export const Strength = ({ belief }: { readonly belief: Belief }) => {
  const save = useSave();
  const draft = useDraft<{ readonly strength: number | null }>(`strength/${belief.id}`, { strength: null });
  const [said, setSaid] = useState<MessageId | null>(null);
  const { strength } = draft.form;
  const rate = async (): Promise<void> => {
    setSaid(strength === null ? "beliefs.rateMissing" : null);
    if (strength === null) return;
    const ids = await save.run({ kind: "beliefs/rate", belief: belief.id, strength });
    if (ids === null) return;
    // Empty again, so that the next answer is not a correction of this one.
    draft.change({ strength: null });
    draft.drop();
    setSaid("shell.saved");
  };
  const notice = said === "shell.saved" ? null : (said ?? save.notice);
  return (
    <Card title={t("beliefs.rateTitle")}>
      {draft.ready ? (
        <Range
          label={t("beliefs.rateLabel")}
          hint={t("beliefs.rateHint")}
          value={strength}
          onChange={(value) => {
            setSaid(null);
            draft.change({ strength: value });
          }}
          valueText={(n) => t("beliefs.rateWords", { n })}
          emptyText={t("shell.unset")}
          low={t("beliefs.rateLow")}
          high={t("beliefs.rateHigh")}
          clearText={t("shell.clear")}
        />
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Notice tone="good">{said === "shell.saved" ? t(said) : null}</Notice>
      <div>
        <Button busy={save.busy} onPress={() => void rate()}>
          {t("beliefs.rateSave")}
        </Button>
      </div>
      <KeepTables>
        <Course belief={belief} />
      </KeepTables>
    </Card>
  );
};
