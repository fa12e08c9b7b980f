/** Remembers, until the page is left, that a link was handed over just now and how. */
import { signal } from "@preact/signals";
import type { MessageId } from "../words.ts";

/** The ask and what is said about it; null most of the time. */
export const justHanded = signal<{ readonly ask: string; readonly said: MessageId } | null>(null);
