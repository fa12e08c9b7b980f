/** Stops a build that holds a questionnaire whose owner does not allow such a build. */
import {
  allowedIn,
  includedIn,
  instrumentIds,
  instrumentOf,
  instruments,
  type Build,
  type InstrumentId,
} from "@belay/measures";

/** What the environment says of a build: how it is used, what it is to hold, what is switched on. */
export interface Wish {
  /** `BELAY_USE`: "free" or "commercial"; free where nothing is said. */
  readonly use: string | undefined;
  /** `BELAY_INSTRUMENTS`: ids with commas between; where nothing is said, all that a free build may hold. */
  readonly instruments: string | undefined;
  /** `BELAY_SWITCH_ON`: ids behind a switch that whoever builds has switched on. */
  readonly switchedOn: string | undefined;
}

/** The ids that a list names, or the first name in it that is none. */
const idsIn = (list: string): readonly InstrumentId[] | string => {
  const names = list.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  const unknown = names.find((name) => instrumentOf(name) === null);
  return unknown ?? instrumentIds.filter((id) => names.includes(id));
};

/** The ids of every sentence that an instrument shows, its line of credit among them. */
const wordsIn = (id: InstrumentId): readonly string[] => {
  const { words, credit } = instruments[id];
  const beside = credit === null ? [] : [credit];
  return words === null ? beside : [words.lead, ...words.items, ...words.answers.flat(), ...beside];
};

/**
 * The sentences of instruments that this build does not hold, and that none of those it holds shows as well: they are
 * left out of its catalogue, and an instrument without words is not asked. Of a wish that is no good, none are held.
 */
export const wordsLeftOut = (wish: Wish): ReadonlySet<string> => {
  const switchedOn = idsIn(wish.switchedOn ?? "");
  const wanted = idsIn(wish.instruments ?? instrumentIds.join());
  const use = wish.use ?? "free";
  const good = typeof switchedOn !== "string" && (use === "free" || use === "commercial");
  const allowed = good ? allowedIn({ use, switchedOn }).map(({ id }) => id) : [];
  const held = new Set(allowed.filter((id) => wanted.includes(id)).flatMap(wordsIn));
  return new Set(instrumentIds.flatMap(wordsIn).filter((word) => !held.has(word)));
};

/** Why this build must stop, in one sentence; null when it may go on. */
export const licenceFault = (wish: Wish): string | null => {
  const use = wish.use ?? "free";
  if (use !== "free" && use !== "commercial") return `BELAY_USE is "${use}", and neither free nor commercial`;
  const switchedOn = idsIn(wish.switchedOn ?? "");
  if (typeof switchedOn === "string") return `BELAY_SWITCH_ON names "${switchedOn}", which is no instrument`;
  const build: Build = { use, switchedOn };
  const free = allowedIn({ ...build, use: "free" }).map(({ id }) => id);
  const wanted = wish.instruments === undefined ? free : idsIn(wish.instruments);
  if (typeof wanted === "string") return `BELAY_INSTRUMENTS names "${wanted}", which is no instrument`;
  const found = includedIn(build, wanted);
  if (found.ok) return null;
  const named = found.error.instruments.map(({ id, owner }) => `${id} (${owner})`).join("; ");
  return `LicenceForbids: a ${use} build may not hold ${named}`;
};
