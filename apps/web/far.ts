/** Gives the engine its acts over the real relay: what the first view does without, in one file. */
import { fetchBoxes } from "./adapters/box-fetch.ts";
import { fetchShares } from "./adapters/share-fetch.ts";
import { socketLines } from "./adapters/lines-websocket.ts";
import { fetchMail } from "./adapters/mail-fetch.ts";
import { createActs, type Acts, type NearParts } from "./engine/acts.ts";

/** The acts over the relay at that origin (`http` or `https`). */
export const actsOver =
  (origin: string) =>
  (parts: NearParts): Acts =>
    createActs(parts, {
      lines: socketLines(origin),
      mail: fetchMail(origin),
      boxes: fetchBoxes(origin),
      shares: fetchShares(origin),
    });
