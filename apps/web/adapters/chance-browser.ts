/** Random names from the platform's generator. */
import { toBase64Url } from "@belay/basics";
import type { Chance } from "../engine/ports/clock.ts";

/** 128 random bits as 22 letters. */
export const browserChance: Chance = {
  id: () => toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
};
