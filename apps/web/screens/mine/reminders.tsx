/**
 * Sets reminders, which are off until somebody wants them.
 *
 * There are two ways, and neither sends anything: a file for one's own calendar, and the browser while the app is open.
 * Both say the same few words, which name nothing.
 */
import { addDays, type LocalDay } from "@belay/basics";
import { settings, type Settings } from "@belay/domain";
import { useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { TimeField } from "../../parts/time-field.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { dayWords, t, type MessageId } from "../words.ts";
import { browserBell, type MayRing } from "./bell.ts";
import { calendarFile, weekdayOf } from "./calendar-file.ts";
import { saveFile } from "./save-file.ts";

/** The name of the file says as little as what is in it. */
const fileName = "note.ics";

/** What the browser allows, in words. */
const mayWords: Readonly<Record<MayRing, MessageId>> = {
  yes: "leaving.remindYes",
  no: "leaving.remindNo",
  ask: "leaving.remindAsk",
  none: "leaving.remindCannot",
};

/** The seven days in the reader's language, Monday first; `today` is any day. */
const weekdays = (today: LocalDay): readonly { readonly value: string; readonly label: string }[] =>
  [0, 1, 2, 3, 4, 5, 6].map((add) => {
    const day = addDays(today, add + 1 - weekdayOf(today));
    return { value: String(add + 1), label: dayWords(day, "weekday") };
  });

/** The first way: the person's own calendar, which they can look into and change without this app. */
const InCalendar = ({ reminders }: { readonly reminders: Settings["reminders"] }) => {
  const engine = useEngine();
  const [saved, setSaved] = useState(false);
  const title = t("leaving.remindWords");
  const save = (): void => {
    const uid = crypto.randomUUID();
    saveFile(fileName, calendarFile(reminders, { title, today: engine.today(), uid }));
    setSaved(true);
  };
  return (
    <Stack gap={1}>
      <h3>{t("leaving.remindCalendar")}</h3>
      <Soft>{t("leaving.remindCalendarText", { title })}</Soft>
      <div>
        <Button onPress={save}>{t("leaving.remindSave")}</Button>
      </div>
      <Notice tone="good">{saved ? t("leaving.remindSaved", { name: fileName }) : null}</Notice>
    </Stack>
  );
};

/** The second way: asked for by a press alone, and a refusal is taken as one. */
const InBrowser = ({ resting }: { readonly resting: boolean }) => {
  const [may, setMay] = useState(browserBell.may());
  return (
    <Stack gap={1}>
      <h3>{t("leaving.remindBrowser")}</h3>
      <Soft>{t("leaving.remindBrowserText")}</Soft>
      {may === "ask" ? (
        <div>
          <Button onPress={() => void browserBell.ask().then(setMay)}>{t("leaving.remindAllow")}</Button>
        </div>
      ) : null}
      <Notice>{t(mayWords[may])}</Notice>
      {resting ? <Soft>{t("leaving.remindResting")}</Soft> : null}
    </Stack>
  );
};

/** Day and time are kept at once, like every choice on this page. */
export const Reminders = () => {
  const engine = useEngine();
  const save = useSave();
  // What was pressed shows at once; when it could not be kept, what stands shows again.
  const [pressed, setPressed] = useState<Partial<Settings["reminders"]>>({});
  // Day and time may be changed faster than the first of them is kept: neither may undo the other.
  const wanted = useRef<Partial<Settings["reminders"]>>({});
  const { pace, reminders: kept } = settings(engine.state.value);
  const reminders = { ...kept, ...pressed };
  const set = async (change: Partial<Settings["reminders"]>): Promise<void> => {
    const now = { ...wanted.current, ...change };
    wanted.current = now;
    setPressed(now);
    await save.run({ kind: "settings/set-reminders", ...settings(engine.state.value).reminders, ...now });
    if (wanted.current !== now) return;
    wanted.current = {};
    setPressed({});
  };
  return (
    <Card title={t("leaving.remindTitle")}>
      <Soft>{t("leaving.remindLead", { title: t("leaving.remindWords") })}</Soft>
      <Switch label={t("leaving.remindOn")} on={reminders.on} onChange={(on) => void set({ on })} />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      {reminders.on ? (
        <Stack gap={3}>
          <Row>
            <SelectField
              label={t("leaving.remindWhen")}
              options={[{ value: "daily", label: t("leaving.remindDaily") }, ...weekdays(engine.today())]}
              value={reminders.weekday === null ? "daily" : String(reminders.weekday)}
              emptyText={t("leaving.remindWhen")}
              onChange={(chosen) => void set({ weekday: chosen === "daily" ? null : Number(chosen) })}
            />
            <TimeField
              label={t("leaving.remindTime")}
              value={reminders.minute}
              onChange={(minute) => void set({ minute })}
            />
          </Row>
          <InCalendar reminders={reminders} />
          <InBrowser resting={pace === "resting"} />
        </Stack>
      ) : null}
      <div>
        <Button small kind="quiet" onPress={() => go("leaving")}>
          {t("leaving.todayChange")}
        </Button>
      </div>
    </Card>
  );
};
