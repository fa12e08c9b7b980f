/** Takes turns between tabs by the browser's Web Locks. */
import type { Turn } from "../engine/ports/turn.ts";

/** One writer at a time under that name, over all tabs of the app. */
export const lockTurn = (name: string): Turn => ({
  exclusive: (work) => navigator.locks.request(name, work),
});
