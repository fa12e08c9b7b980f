/** Turns a sentence's id into the text of this page. */
import { sharePage } from "@belay/content";

/** The id of one sentence of this page. */
export type ShareId = keyof typeof sharePage;

/** The sentence. */
export const say = (id: ShareId): string => sharePage[id];
