/**
 * Asks how heavy it is before a sitting, and at night suggests another time.
 *
 * Both can keep a sitting from beginning, and neither is a verdict: the night can be overruled, the ceiling cannot.
 */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { Notes } from "./notes.tsx";
import { hourNow } from "./now.ts";
import { isNight, mayBegin } from "./sitting.ts";

/** Distress from 0 to 100 on a line that starts empty; the words are the same before, during and after. */
export const Heaviness = ({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) => (
  <Range
    label={label}
    hint={hint}
    value={value}
    onChange={onChange}
    valueText={(n) => t("origins.heavyWords", { n })}
    emptyText={t("shell.unset")}
    low={t("origins.heavyLow")}
    high={t("origins.heavyHigh")}
    clearText={t("shell.clear")}
  />
);

/** At night: another time first; going on is a choice made on purpose. */
const Night = ({ onAnyway }: { readonly onAnyway: () => void }) => (
  <Card title={t("origins.nightTitle")}>
    <p>{t("origins.nightText")}</p>
    <Row>
      <Button onPress={() => go("today")}>{t("origins.nightLater")}</Button>
      <Button onPress={onAnyway}>{t("origins.nightAnyway")}</Button>
    </Row>
  </Card>
);

/** `onBegun` is told the sitting’s id; `onTooMuch` when it is too heavy a day, and then nothing is recorded. */
export const Begin = ({
  onBegun,
  onTooMuch,
}: {
  /** The id is needed to end it; the number to know when it has risen too far. */
  readonly onBegun: (session: string, before: number) => void;
  readonly onTooMuch: () => void;
}) => {
  const save = useSave();
  const [anyway, setAnyway] = useState(false);
  const [before, setBefore] = useState<number | null>(null);
  const [missing, setMissing] = useState<MessageId | null>(null);
  // Too heavy a day is turned away before anything is recorded; the rules would refuse it as well (TooMuchToday).
  const begin = async (): Promise<void> => {
    setMissing(before === null ? "origins.beginMissing" : null);
    if (before === null) return;
    if (!mayBegin(before)) {
      onTooMuch();
      return;
    }
    const ids = await save.run({ kind: "origins/begin", before });
    const session = ids?.[0];
    if (session !== undefined) onBegun(session, before);
  };
  // Read once for each drawing: somebody who sits here past ten is asked when the room is drawn again, not in mid-thought.
  if (!anyway && isNight(hourNow())) return <Night onAnyway={() => setAnyway(true)} />;
  const notice = missing ?? save.notice;
  return (
    <Card title={t("origins.beginTitle")}>
      {/* Whom it is not for is said before every sitting, since that can change from week to week. */}
      <Notes only={["origins-therapist", "origins-not-now", "origins-no-story", "origins-stop"]} />
      <Heaviness label={t("origins.before")} hint={t("origins.beforeHint")} value={before} onChange={setBefore} />
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <div>
        <Button busy={save.busy} onPress={() => void begin()}>
          {t("origins.begin")}
        </Button>
      </div>
      <Fold title={t("origins.readAgain")}>
        <Notes />
      </Fold>
    </Card>
  );
};
