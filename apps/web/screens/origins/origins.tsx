/**
 * Shows where it came from: a door, a short sitting, and solid ground after it.
 *
 * Off by default and quiet everywhere else. That a sitting runs is known here alone; after a reload or a way elsewhere it
 * is not taken up again but offered to be ended, for the words are gone and the time is nobody’s.
 */
import { assertNever } from "@belay/basics";
import { originsOn, originsSessions, type OriginsSession } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { Begin } from "./begin.tsx";
import { Door } from "./door.tsx";
import { Ground, type Why } from "./ground.tsx";
import { momentNow } from "./now.ts";
import { Past } from "./past.tsx";
import { Running, type Ended } from "./running.tsx";
import type { Moment } from "./sitting.ts";

/** What is going on in this room, for as long as it is drawn. */
type Here =
  | { readonly kind: "room" }
  | { readonly kind: "sitting"; readonly session: string; readonly before: number; readonly began: Moment }
  | { readonly kind: "ground"; readonly session: string; readonly ended: Ended; readonly asked: boolean }
  | { readonly kind: "too-much" };

/** A sitting that was cut off: nothing of it is left but that it was begun. */
const LeftOpen = ({ one, onEnd }: { readonly one: OriginsSession; readonly onEnd: () => void }) => (
  <Card title={t("origins.leftOpenTitle")}>
    <p>{t("origins.leftOpenText", { day: daySaid(one.day, useEngine().today()) })}</p>
    <div>
      <Button onPress={onEnd}>{t("origins.leftOpenEnd")}</Button>
    </div>
  </Card>
);

/** Shutting the room deletes nothing, and says so. */
const Shut = () => {
  const save = useSave();
  return (
    <Card tone="sunk">
      <Soft>{t("origins.switchOffNote")}</Soft>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <div>
        <Button
          small
          kind="quiet"
          busy={save.busy}
          onPress={() => void save.run({ kind: "origins/switch", on: false })}
        >
          {t("origins.switchOff")}
        </Button>
      </div>
    </Card>
  );
};

/** The room when no sitting runs: the door while it is off, the beginning while it is on, and what is kept below both. */
const Room = ({ onHere, onEnd }: { onHere: (here: Here) => void; onEnd: (session: OriginsSession) => void }) => {
  const state = useEngine().state.value;
  // What is kept can be seen and deleted while the room is shut, too; and a sitting that was cut off can be ended.
  const on = originsOn(state);
  const sessions = originsSessions(state);
  const open = sessions.find(({ end }) => end === null);
  return (
    <Page
      key={String(on)}
      title={t("origins.title")}
      lead={t(on ? "origins.roomLead" : "origins.lead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {open === undefined ? null : <LeftOpen one={open} onEnd={() => onEnd(open)} />}
      {on ? null : <Door />}
      {on && open === undefined ? (
        <Begin
          onBegun={(session, before) => onHere({ kind: "sitting", session, before, began: momentNow() })}
          onTooMuch={() => onHere({ kind: "too-much" })}
        />
      ) : null}
      <Past sessions={sessions} />
      {on ? <Shut /> : null}
    </Page>
  );
};

/** Decides which of the three is drawn. */
export const Origins = () => {
  const save = useSave();
  const [here, setHere] = useState<Here>({ kind: "room" });
  const write = (session: string, ended: Ended): Promise<readonly string[] | null> =>
    save.run({ kind: "origins/end", session, ...ended });
  /** Solid ground comes first: an end that was not saved leaves the sitting open, to be ended another time. */
  const end = async (session: string, ended: Ended): Promise<void> => {
    // A calm end can wait for the disk, so that the kept sentence is not lost; the other ends cannot.
    if (ended.end !== "done") setHere({ kind: "ground", session, ended, asked: ended.after === null });
    const ids = await write(session, ended);
    if (ids !== null && ended.end === "done") setHere({ kind: "ground", session, ended, asked: ended.after === null });
  };
  switch (here.kind) {
    case "room":
      return (
        <Room
          onHere={setHere}
          onEnd={({ id }) => void end(id, { end: "stopped", after: null, familiar: [], kept: "" })}
        />
      );
    case "sitting":
      return (
        <Running
          began={here.began}
          before={here.before}
          busy={save.busy}
          notice={save.notice}
          onEnd={(ended) => void end(here.session, ended)}
        />
      );
    case "ground":
    case "too-much": {
      const why: Why = here.kind === "ground" ? here.ended.end : "too-much";
      // The same end once more, with its number: the newest of the two counts.
      const noteAfter = async (after: number): Promise<void> => {
        if (here.kind !== "ground") return;
        const ended = { ...here.ended, after };
        if ((await write(here.session, ended)) !== null) setHere({ ...here, ended });
      };
      return (
        <Ground
          key={why}
          why={why}
          after={here.kind === "ground" ? here.ended.after : null}
          ask={here.kind === "ground" && here.asked}
          busy={save.busy}
          notice={save.notice}
          onAfter={(after) => void noteAfter(after)}
        />
      );
    }
    default:
      return assertNever(here);
  }
};
