/** Keeps half-finished forms through a reload and a flat battery, sealed before they are stored. */
import { fromUtf8, utf8 } from "@belay/basics";
import { draftName } from "./drafts-moved.ts";
import type { Engine } from "./engine.ts";
import type { Ports } from "./ports/ports.ts";

/** Lets what concerns one draft happen one after the other, in the order in which it was asked for. */
const takeTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const next = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, next);
    return next;
  };
};

/**
 * Drafts over the desk and the draft box; a draft that does not open any more is given up as `null`. Sealing takes a
 * moment: without turns, a text that was being sealed when its draft was dropped would bring it back.
 */
export const createDrafts = (ports: Pick<Ports, "desk" | "drafts">): Engine["drafts"] => {
  const inTurn = takeTurns();
  return {
    get: (name) =>
      inTurn(name, async () => {
        const sealed = await ports.drafts.get(name);
        if (!sealed.ok || sealed.value === null) return null;
        const opened = await ports.desk.openLocal(draftName(name), sealed.value);
        if (!opened.ok) return null;
        const text = fromUtf8(opened.value);
        return text.ok ? text.value : null;
      }),
    set: (name, text) =>
      inTurn(name, async () => {
        const sealed = await ports.desk.sealLocal(draftName(name), utf8(text));
        if (!sealed.ok) return false;
        return (await ports.drafts.put(name, sealed.value)).ok;
      }),
    drop: (name) =>
      inTurn(name, async () => {
        await ports.drafts.drop(name);
      }),
  };
};
