/**
 * Asks how far somebody is trusted and how easy it is to be with them.
 *
 * Trust is about coming through, ease about being with them: one can have either without the other, and the guidance
 * reads them apart.
 */
import type { Person } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { useDraft } from "../draft.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/** What was moved and not saved yet; null stands for "as it was". */
type EaseForm = { readonly trust: number | null; readonly comfort: number | null };

/** Nothing moved: both lines show what was saved last, or nothing. */
const untouched: EaseForm = { trust: null, comfort: null };

/** Both lines start empty, or where they were left. */
export const Ease = ({ person }: { readonly person: Person }) => {
  const save = useSave();
  const draft = useDraft<EaseForm>(`ease/${person.id}`, untouched);
  const [saved, setSaved] = useState(false);
  const { trust, comfort } = draft.form;
  const store = async (): Promise<void> => {
    const ids = await save.run({
      kind: "circle/change",
      person: person.id,
      nickname: null,
      role: null,
      ring: null,
      trust,
      comfort,
    });
    if (ids === null) return;
    draft.change(untouched);
    draft.drop();
    setSaved(true);
  };
  // A new movement takes "saved" back, since it is not saved yet.
  const change = (part: Partial<EaseForm>): void => {
    setSaved(false);
    draft.change(part);
  };
  // There is something to take back only after a movement; what was saved can be changed, not unsaid.
  const undo = (moved: number | null, before: number | null): string | null =>
    moved === null ? null : t(before === null ? "shell.clear" : "circle.easeUndo");
  const words = (n: number): string => t("circle.easeWords", { n });
  const shared = { valueText: words, emptyText: t("shell.unset") };
  if (!draft.ready) return null;
  return (
    <Card title={t("circle.easeTitle")}>
      <Soft>{t("circle.easeLead")}</Soft>
      <Range
        {...shared}
        label={t("circle.trust", { name: person.nickname })}
        value={trust ?? person.trust}
        onChange={(value) => change({ trust: value })}
        low={t("circle.trustLow")}
        high={t("circle.trustHigh")}
        clearText={undo(trust, person.trust)}
      />
      <Range
        {...shared}
        label={t("circle.comfort", { name: person.nickname })}
        value={comfort ?? person.comfort}
        onChange={(value) => change({ comfort: value })}
        low={t("circle.comfortLow")}
        high={t("circle.comfortHigh")}
        clearText={undo(comfort, person.comfort)}
      />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Notice tone="good">{saved ? t("shell.saved") : null}</Notice>
      {/* A button that would save nothing is not shown. */}
      {trust === null && comfort === null ? null : (
        <div>
          <Button busy={save.busy} onPress={() => void store()}>
            {t("circle.easeSave")}
          </Button>
        </div>
      )}
    </Card>
  );
};
