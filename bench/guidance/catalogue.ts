/** Makes the catalogue of steps that a world's people are offered. */
import { chanceOf, happens, shuffled, within } from "./chance.ts";
import type { Step } from "./messages.ts";
import type { World } from "./worlds.ts";

/** The five domains of the programme. */
export const domains = ["ask", "accept", "share", "handover", "bewith"] as const;

/** The four contexts a step may have. */
export const contexts = ["in-person", "call", "message", "online"] as const;

/** Where somebody of a role can be met. */
export const roleContexts: Readonly<Record<string, readonly string[]>> = {
  friend: ["in-person", "call", "message", "online"],
  partner: ["in-person", "call", "message"],
  family: ["in-person", "call", "message"],
  colleague: ["in-person", "message", "online"],
  manager: ["in-person", "online"],
  neighbour: ["in-person", "message"],
  acquaintance: ["in-person", "message", "online"],
  professional: ["in-person", "call", "online"],
};

/** Every role somebody of the circle can have. */
export const roles: readonly string[] = Object.keys(roleContexts);

const made = new WeakMap<World, readonly Step[]>();

/** The catalogue of one world: difficulties from about 4 to 92, harder steps asking more of others. Made once. */
export const catalogueOf = (world: World): readonly Step[] => {
  const steps = made.get(world) ?? drawn(world);
  made.set(world, steps);
  return steps;
};

const drawn = (world: World): readonly Step[] => {
  const chance = chanceOf(world.seed, "catalogue", world.steps);
  return Array.from({ length: world.steps }, (_, i): Step => {
    const difficulty = Math.round(within(4 + (88 * (i + chance())) / world.steps, 2, 95));
    const needsPerson = happens(chance, difficulty < 20 ? 0.5 : 0.85);
    return {
      id: `s${String(i + 1).padStart(2, "0")}`,
      domain: domains[Math.floor(chance() * domains.length)] ?? "ask",
      difficulty,
      cost: Math.round(100 * within(0.006 * difficulty + 0.35 * chance(), 0.02, 1)) / 100,
      needsPerson,
      contexts: shuffled(chance, contexts).slice(0, 1 + Math.floor(chance() * 4)),
      roles: shuffled(chance, roles).slice(0, 3 + Math.floor(chance() * 5)),
    };
  });
};
