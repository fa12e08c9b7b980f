/** The key worker's door: one call a message, one answer each. Nothing but results leaves it. */
import { createDesk } from "./desk.ts";
import { deviceKeystore } from "./keystore.ts";
import { passingKeystore } from "./passing-keystore.ts";
import { serve } from "./serve.ts";
import { stretchByArgon2 } from "./stretch.ts";

serve(
  self,
  createDesk({
    // Named by the page that starts it: a visit that keeps nothing has its keys here and nowhere else.
    keystore: self.name === "passing" ? passingKeystore() : deviceKeystore(),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    stretch: stretchByArgon2,
    digest: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes))),
    now: () => Date.now(),
  }),
);
