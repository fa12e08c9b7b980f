/** Facts about people: nicknames only, never contact data. */
import * as v from "valibot";
import { day, id, line, note, percent, ring, role, strand } from "./fields.ts";

/** How safe somebody is rated by the person. */
export const safeties = ["safe", "unsure", "unsafe"] as const;
/** A safety rating's name. */
export type Safety = (typeof safeties)[number];

/** Seven observable qualities of a safe person (`SAF-01` to `SAF-07`). */
export const qualities = ["listens", "shares", "respects", "consistent", "reliable", "affirming", "accepts"] as const;

/** A quality was seen, or it was missing when it was needed. */
export const sights = ["seen", "not-seen"] as const;

/** Somebody was put on the circle. `trust`: would they come through; `comfort`: how at ease with them. */
export const personAdded = v.strictObject({
  person: id,
  nickname: line,
  role,
  ring,
  trust: v.nullable(percent),
  comfort: v.nullable(percent),
});

/** Something about them was changed; `null` leaves it as it was. */
export const personChanged = v.strictObject({
  person: id,
  nickname: v.nullable(line),
  role: v.nullable(role),
  ring: v.nullable(ring),
  trust: v.nullable(percent),
  comfort: v.nullable(percent),
});

/** They were taken off the circle; what happened with them stays in the record. */
export const personRemoved = v.strictObject({ person: id });

/** A quality was seen, or its absence was, on a day. */
export const personObserved = v.strictObject({
  person: id,
  quality: v.picklist(qualities),
  seen: v.picklist(sights),
  on: day,
  note,
});

/** The person rated how safe they are. `unsafe` is the flag that no step ever passes. */
export const safetyRated = v.strictObject({ person: id, safety: v.picklist(safeties), note });

/** Something bad came later: told others, used it against them. */
export const harmNoted = v.strictObject({ person: id, on: day, note });

/** The questions a person answers about another before a first step of a strand, or a larger disclosure. */
export const screenQuestions = ["hurt", "used", "risky", "debt", "work"] as const;

/** What can be answered to each of them. */
export const screenReplies = ["yes", "no", "unsure"] as const;

/** Before a first step of a strand, or again before telling something larger. */
export const depths = ["first", "larger"] as const;

/**
 * The questions of a strand with a person were answered; any `yes` stops the step.
 * `work` is asked about colleagues and managers alone, and null for everybody else.
 */
export const personScreened = v.strictObject({
  person: id,
  strand,
  depth: v.picklist(depths),
  answers: v.strictObject({
    hurt: v.picklist(screenReplies),
    used: v.picklist(screenReplies),
    risky: v.picklist(screenReplies),
    debt: v.picklist(screenReplies),
    work: v.nullable(v.picklist(screenReplies)),
  }),
});

/** Which way something went between two people: a private note, never a score or a debt. */
export const exchangeWays = ["received", "given"] as const;

/** Something was received from somebody, or given. */
export const exchangeNoted = v.strictObject({ person: id, way: v.picklist(exchangeWays), what: line, on: day });

/** Something that somebody can be asked. */
export const askableAdded = v.strictObject({ askable: id, person: id, what: line });

/** It cannot any more. */
export const askableRemoved = v.strictObject({ askable: id, person: id });
