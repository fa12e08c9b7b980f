/** Knows what a backup file is called, when a new one is worth a word, and how its words are typed. */
import { dayNumber, type LocalDay } from "@belay/basics";
import type { State } from "@belay/domain";
import { settings } from "@belay/domain";

/** A name that says nothing beyond the product's neutral name and the day. */
export const fileName = (day: LocalDay): string => `belay-${day}.bin`;

/** The same for a readable file. */
export const openName = (day: LocalDay, ending: "json" | "csv"): string => `belay-${day}.${ending}`;

/** Larger files are not even read: 256 MiB, the most that the file's format allows. */
export const readMost = 256 * 1024 * 1024;

/** How many words open a file. */
export const wordCount = 12;

/** Words as they were typed, with any white space between; numbers and dots of a copied list are left out. */
export const typedWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/\d+[.)]/g, " ")
    .split(/[\s,;]+/)
    .filter((word) => word !== "");

/** Days after which a file counts as old. */
const oldAfter = 14;

/** Milliseconds of a day; the log’s clock counts in them. */
const dayMs = 86_400_000;

/** A gentle word: none, a first file, or a newer one because something was added since an old one. */
export const nudge = (state: State, today: LocalDay): "none" | "first" | "newer" => {
  if (state.clock === null) return "none";
  const { backupOn } = settings(state);
  if (backupOn === null) return "first";
  const newest = Math.floor(state.clock[0] / dayMs);
  const old = dayNumber(today) - dayNumber(backupOn) >= oldAfter;
  return old && newest > dayNumber(backupOn) ? "newer" : "none";
};
