/** The key worker's door: one call a message, one answer each. Nothing but results leaves it. */
import { createDesk } from "./desk.ts";
import { deviceKeystore } from "./keystore.ts";
import { serve } from "./serve.ts";

serve(
  self,
  createDesk(deviceKeystore(), (count) => crypto.getRandomValues(new Uint8Array(count))),
);
