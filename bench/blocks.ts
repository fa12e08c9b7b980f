/** Puts what a run printed between its two marks in a page, so that the page always shows what a command gave. */
import { readFileSync, writeFileSync } from "node:fs";
import { between } from "./guidance/tables.ts";

/** Replaces the marked block; false, and the page as it was, where it has no such marks. */
export const writeBlock = (page: string, name: string, text: string): boolean => {
  const next = between(readFileSync(page, "utf8"), name, text);
  if (next === null) return false;
  writeFileSync(page, next);
  return true;
};
