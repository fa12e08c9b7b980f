/** Writes every entry into one sealed file, and takes a file in whole or not at all. */
import { concat, err, ok, type Result } from "@belay/basics";
import type { Recorded } from "@belay/domain";
import type { DeskFault } from "@belay/wire";
import { eventItem, labelItem, readEvent, readLabel, type Label } from "./backup-items.ts";
import type { BackupFault, Engine } from "./engine.ts";
import type { Journal } from "./journal.ts";
import type { Draft, Ledger } from "./ledger.ts";
import { openRecord, openTries } from "./open-export.ts";
import type { Ports } from "./ports/ports.ts";
import type { LockFault } from "./vault-door.ts";

/** How many entries are brought to the desk at once: some hundred kilobytes, and a breath of the screen after each. */
const batch = 512;

const fileFaultOf = (detail: string): BackupFault => {
  switch (detail) {
    case "words":
      return { type: "WrongWords" };
    case "newer":
      return { type: "FromNewer" };
    case "too-large":
      return { type: "TooLarge" };
    case "foreign":
      return { type: "NotABackup" };
    default:
      return { type: "Damaged" };
  }
};

const faultOf = (fault: DeskFault): BackupFault | LockFault => {
  if (fault.type === "BadFile") return fileFaultOf(fault.detail);
  if (fault.type === "WrongPassphrase" || fault.type === "TooSoon") return fault;
  return { type: "NotSaved", why: "keys" };
};

/** For the acts that need no passphrase. */
const readFaultOf = (fault: DeskFault): BackupFault =>
  fault.type === "BadFile" ? fileFaultOf(fault.detail) : { type: "NotSaved", why: "keys" };

type Desk = Ports["desk"];

/** Brings every entry to the desk, a batch at a time, and joins what comes back. */
const writeFile = async (
  desk: Desk,
  label: Label,
  events: readonly Recorded[],
  pass: string | null,
  told: (share: number) => void,
): ReturnType<Engine["exportBackup"]> => {
  const begun = await desk.backupBegin(pass, events.length + 1);
  if (!begun.ok) return err(faultOf(begun.error));
  const parts = [...begun.value.parts];
  const first = await desk.backupAdd([labelItem(label)]);
  if (!first.ok) return err(faultOf(first.error));
  parts.push(...first.value);
  for (let at = 0; at < events.length; at += batch) {
    const added = await desk.backupAdd(events.slice(at, at + batch).map(eventItem));
    if (!added.ok) return err(faultOf(added.error));
    parts.push(...added.value);
    told(Math.min(1, (at + batch) / events.length));
  }
  const last = await desk.backupEnd();
  if (!last.ok) return err(faultOf(last.error));
  return ok({ file: concat(...parts, ...last.value), words: begun.value.words });
};

/** What a whole file holds. */
interface Contents {
  readonly label: Label;
  readonly events: readonly Recorded[];
}

/** Reads everything before anything is changed: the desk checks the whole file before it gives the first item. */
const readFile = async (
  desk: Desk,
  file: Uint8Array,
  words: string,
  told: (share: number) => void,
): Promise<Result<Contents, BackupFault>> => {
  const begun = await desk.restoreBegin(file, words);
  if (!begun.ok) return err(readFaultOf(begun.error));
  let label: Label | null = null;
  const events: Recorded[] = [];
  for (let share = 0; share < 1;) {
    const more = await desk.restoreMore();
    if (!more.ok) return err(readFaultOf(more.error));
    for (const item of more.value.items) {
      const read: Result<Label | Recorded, BackupFault> = label === null ? readLabel(item) : readEvent(item);
      if (!read.ok) {
        await desk.restoreEnd();
        return read;
      }
      if ("format" in read.value) label = read.value;
      else events.push(read.value);
    }
    ({ share } = more.value);
    told(share);
  }
  if (label === null || events.length !== label.events) return err({ type: "Damaged" });
  return ok({ label, events });
};

/** Choices made on the way in are nothing that another record could be mixed with. */
const isOwnWord = ({ kind }: Recorded): boolean => !kind.startsWith("settings/");

/** Whether the file is of another record than the one that is begun here. */
const isForeign = ({ label, events }: Contents, ledger: Ledger): boolean => {
  const here = ledger.recorded();
  if (label.vault === (ledger.identity()?.vault ?? "") || !here.some(isOwnWord)) return false;
  const known = new Set(here.map((event) => event.id));
  return !events.some((event) => isOwnWord(event) && known.has(event.id));
};

const draftOf = ({ id, at, day, ...event }: Recorded): Draft => ({ event, id, from: { at, day } });

const nobody = (): void => undefined;

/** Backup, restore and the open export over the desk and the journal. */
export const createBackup = (
  ports: Pick<Ports, "desk">,
  ledger: Ledger,
  journal: Journal,
): Pick<Engine, "exportBackup" | "exportOpen" | "importBackup"> => ({
  exportBackup: (pass = null, told = nobody) => {
    const events = [...ledger.recorded()];
    const label: Label = { format: 1, vault: ledger.identity()?.vault ?? "", events: events.length };
    return writeFile(ports.desk, label, events, pass, told);
  },
  importBackup: async (file, words, { merge = false, told = nobody } = {}) => {
    const read = await readFile(ports.desk, file, words, told);
    if (!read.ok) return read;
    if (!merge && isForeign(read.value, ledger)) return err({ type: "OtherVault" });
    const taken = await journal.take(read.value.events.map(draftOf));
    return taken.ok ? ok({ events: taken.value }) : taken;
  },
  exportOpen: async (pass) => {
    const allowed = await ports.desk.confirm(pass);
    if (!allowed.ok) return err(faultOf(allowed.error));
    const vault = ledger.identity()?.vault ?? "";
    return ok({ json: openRecord(vault, ledger.recorded()), csv: openTries(ledger.state.value) });
  },
});
