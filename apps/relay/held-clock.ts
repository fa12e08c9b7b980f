/** Keeps the newest hour that the relay knew, so that a clock that is wrong at a start does not delete what is not over. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Hour } from "./store/port.ts";

/** A start so many hours after the last one is doubted (our own choice: longer than most absences, 30 days). */
const farHours = 30 * 24;
/** For so long nothing is deleted then, so that a host can set the clock right (our own choice: a day). */
const doubtMs = 24 * 3_600_000;

const keptIn = (path: string): number | null => {
  try {
    const text = readFileSync(path, "utf8");
    return /^\d{1,9}$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
};

/**
 * Whether what is over may be deleted now, asked at each sweep. `passed` is ms on a clock that nobody sets; `onDoubt` is
 * called once where the start is doubted. Where the folder cannot be written nothing is kept, and nothing is doubted.
 */
export const heldClock = (
  dataDir: string,
  hour: () => Hour,
  passed: () => number,
  onDoubt: () => void,
): (() => boolean) => {
  const path = join(dataDir, "last-hour");
  const begun = passed();
  let kept = keptIn(path);
  let doubted = kept !== null && hour() - kept > farHours;
  if (doubted) onDoubt();
  return () => {
    if (doubted && passed() - begun < doubtMs) return false;
    doubted = false;
    const now = hour();
    if (now === kept) return true;
    kept = now;
    try {
      writeFileSync(path, String(now), { mode: 0o600 });
    } catch {
      // Only the next start would have used it.
    }
    return true;
  };
};
