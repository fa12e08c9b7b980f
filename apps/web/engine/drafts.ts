/** Keeps half-finished forms through a reload and a flat battery, sealed before they are stored. */
import { fromUtf8, utf8 } from "@belay/basics";
import type { Engine } from "./engine.ts";
import type { Ports } from "./ports/ports.ts";

/** Drafts over the desk and the draft box; a draft that does not open any more is given up as `null`. */
export const createDrafts = (ports: Pick<Ports, "desk" | "drafts">): Engine["drafts"] => ({
  get: async (name) => {
    const sealed = await ports.drafts.get(name);
    if (!sealed.ok || sealed.value === null) return null;
    const opened = await ports.desk.openLocal(`draft/${name}`, sealed.value);
    if (!opened.ok) return null;
    const text = fromUtf8(opened.value);
    return text.ok ? text.value : null;
  },
  set: async (name, text) => {
    const sealed = await ports.desk.sealLocal(`draft/${name}`, utf8(text));
    if (!sealed.ok) return false;
    return (await ports.drafts.put(name, sealed.value)).ok;
  },
  drop: async (name) => {
    await ports.drafts.drop(name);
  },
});
