/** Facts about people: nicknames only, never contact data. */
import * as v from "valibot";
import { day, id, line, note, percent, ring, role, strand } from "./fields.ts";

/** How safe somebody is rated by the person. */
export const safeties = ["safe", "unsure", "unsafe"] as const;

/** Seven observable qualities of a safe person (`SAF-01` to `SAF-07`). */
export const qualities = [
  "listens", "shares", "respects", "consistent", "reliable", "affirming", "accepts",
] as const;

/** Somebody was put on the circle. `trust`: would they come through; `comfort`: how at ease with them. */
export const personAdded = v.object({
  person: id,
  nickname: line,
  role,
  ring,
  trust: v.nullable(percent),
  comfort: v.nullable(percent),
});

/** Something about them was changed; `null` leaves it as it was. */
export const personChanged = v.object({
  person: id,
  nickname: v.nullable(line),
  role: v.nullable(role),
  ring: v.nullable(ring),
  trust: v.nullable(percent),
  comfort: v.nullable(percent),
});

/** They were taken off the circle; what happened with them stays in the record. */
export const personRemoved = v.object({ person: id });

/** A quality was seen, or its absence was, on a day. */
export const personObserved = v.object({
  person: id,
  quality: v.picklist(qualities),
  seen: v.picklist(["seen", "not-seen"]),
  on: day,
  note,
});

/** The person rated how safe they are. `unsafe` is the flag that no step ever passes. */
export const safetyRated = v.object({ person: id, safety: v.picklist(safeties), note });

/** Something bad came later: told others, used it against them. */
export const harmNoted = v.object({ person: id, on: day, note });

/** The questions a person answers about another before a first step of a strand, or a larger disclosure. */
export const screenQuestions = ["hurt", "used", "risky", "debt", "work"] as const;

/** The questions of a strand with a person were answered; any `yes` stops the step. */
export const personScreened = v.object({
  person: id,
  strand,
  depth: v.picklist(["first", "larger"]),
  answers: v.record(v.picklist(screenQuestions), v.picklist(["yes", "no", "unsure"])),
});
