/** Says whether any step can go to somebody at all. */
import type { Person } from "@belay/domain";

/** Flagged as not safe, or harm was noted: no step of any kind goes to them. */
export const noSteps = (person: Person): boolean => person.harmed || person.safety === "unsafe";
