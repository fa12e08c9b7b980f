/** The field shapes that several events share, so that a bound is written once. */
import * as v from "valibot";
import { err, ok, parseDay, type Brand, type LocalDay, type Result } from "@belay/basics";

/** A random id, 3 to 64 letters, digits, `-`, `_`, `.` or `:`; also the names of catalogue entries. */
export type Id = string & Brand<"Id">;

/** Ids of things in the log and in the catalogue. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9._:-]{3,64}$/),
  v.transform((text) => text as Id),
);

/** JSON knows a minus zero that it cannot write back; here it is zero. */
const plainZero = v.transform((value: number) => value + 0);

/** The text is no id. */
export type NotAnId = { readonly type: "NotAnId" };

/** Takes a text as an id when it is one. */
export const parseId = (text: string): Result<Id, NotAnId> => {
  const parsed = v.safeParse(id, text);
  return parsed.success ? ok(parsed.output) : err({ type: "NotAnId" });
};

/** A share, a distress or an energy: a whole number from 0 to 100. */
export const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100), plainZero);

/** 0 to 10, as asked of the other person. */
export const ten = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10), plainZero);

/** 0 to 1: how much a step asks of the other person (`cost` of the guidance protocol). */
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1), plainZero);

/** Half of a character pair: it has no UTF-8 form, so it could not be sealed and read back as it was. */
const wellFormed = v.check((text: string) => !/\p{Surrogate}/u.test(text));

/** Line breaks and other control characters have no place in one line. */
const oneLine = v.check((text: string) => !/\p{Control}/u.test(text));

/** One line a person typed: 1 to 120 UTF-16 units once trimmed, well formed, without control characters. */
export const line = v.pipe(
  v.string(),
  v.maxLength(480),
  v.trim(),
  v.minLength(1),
  v.maxLength(120),
  wellFormed,
  oneLine,
);

/** A few sentences a person typed: at most 4,000 UTF-16 units, well formed; may be empty. */
export const note = v.pipe(v.string(), v.maxLength(4000), wellFormed);

/** What a person says to somebody: 1 to 4,000 UTF-16 units, well formed. */
export const words = v.pipe(v.string(), v.minLength(1), v.maxLength(4000), wellFormed);

/** A local day, `YYYY-MM-DD`. */
export const day = v.pipe(
  v.string(),
  v.length(10),
  v.check((text) => parseDay(text).ok),
  v.transform((text) => text as LocalDay),
);

/** Bytes as lower-case hexadecimal, at most 64 of them. */
export const hex = v.pipe(v.string(), v.regex(/^([0-9a-f]{2}){1,64}$/));

/** The five strands of steps. */
export const strands = ["ask", "accept", "share", "handover", "bewith"] as const;
/** One strand of steps. */
export const strand = v.picklist(strands);
/** A strand's name. */
export type Strand = (typeof strands)[number];

/** Who somebody is to the person. `professional` covers helplines, groups and therapists. */
export const roles = [
  "friend",
  "partner",
  "family",
  "colleague",
  "manager",
  "neighbour",
  "acquaintance",
  "stranger",
  "professional",
] as const;
/** One role. */
export const role = v.picklist(roles);
/** A role's name. */
export type Role = (typeof roles)[number];

/** Where a step can happen. */
export const contexts = ["in-person", "call", "message", "online"] as const;
/** One context. */
export const context = v.picklist(contexts);
/** A context's name. */
export type Context = (typeof contexts)[number];

/** The three rings of the circle, from the inside. */
export const rings = ["close", "near", "further"] as const;
/** One ring. */
export const ring = v.picklist(rings);
/** A ring's name. */
export type Ring = (typeof rings)[number];

/** How much of oneself a step shows; `large` asks the safety questions again. */
export const disclosures = ["none", "small", "large"] as const;
/** One degree of disclosure. */
export const disclosure = v.picklist(disclosures);
/** A degree of disclosure's name. */
export type Disclosure = (typeof disclosures)[number];

/** The same data, seen as unchangeable all the way down. */
export type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };
