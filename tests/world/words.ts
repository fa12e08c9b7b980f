/** The sentences of the screens, for finding things as a person does: by what is written on them. */
import { answer, messagesEn } from "@belay/content";
import { stretchMessage } from "../../tools/build/pseudo-text.ts";

/** How the screens speak: as written, or stretched for the pseudo-locale run. */
let spoken = (text: string): string => text;

/** From now on screens are looked for in the language of the pseudo-locale run. */
export const speakPseudo = (): void => {
  spoken = stretchMessage;
};

type Values = Readonly<Record<string, string | number>>;

const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** A sentence of the app. ICU plurals are not filled: use a pattern for those. */
export const m = (id: keyof typeof messagesEn, values: Values = {}): string => filled(spoken(messagesEn[id]), values);

/** A sentence of the answer page. */
export const a = (id: keyof typeof answer, values: Values = {}): string => filled(spoken(answer[id]), values);
