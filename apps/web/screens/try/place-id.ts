/** Writes what is about to be tried into one id of a place, and reads it back. */

/** Any part may be missing. `offered`: the guidance chose the step, the person took it as it was. */
export interface Attempt {
  readonly step: string | null;
  readonly person: string | null;
  readonly offered: boolean;
}

/** No id of the log or the catalogue holds this sign. */
const between = "~";

/** `step`, `step~person` or `step~person~offered`; a missing part is empty. */
export const writePlace = ({ step, person, offered = false }: Omit<Attempt, "offered"> & Partial<Attempt>): string => {
  const parts = [step ?? "", person ?? "", offered ? "offered" : ""];
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1).join(between);
};

/** Reads what `writePlace` wrote. */
export const readPlace = (id: string | null): Attempt => {
  const [step = "", person = "", offered = ""] = (id ?? "").split(between);
  return { step: step === "" ? null : step, person: person === "" ? null : person, offered: offered === "offered" };
};
