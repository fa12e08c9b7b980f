/** Makes a spoken ask out of a silent test. */
import type { MessageId, Values } from "../words.ts";

/** As its draft keeps it; `tone` is `direct` or `indirect`. */
export type TestForm = {
  readonly person: string;
  readonly hope: string;
  readonly know: string;
  readonly when: string;
  readonly tone: string;
};

/** Nothing said yet. */
export const emptyTest: TestForm = { person: "", hope: "", know: "", when: "", tone: "direct" };

/** A part that goes into a sentence: without the mark that would end it twice. */
const part = (text: string): string => text.trim().replace(/[.?!…,]+$/u, "");

/** What they would have to know stands as a sentence of its own. */
const sentence = (text: string): string => {
  const bare = text.trim();
  return bare === "" || /[.?!…]$/u.test(bare) ? bare : `${bare}.`;
};

/** The ask in words; null while it is not known what is hoped for. */
export const spokenTest = (
  form: TestForm,
  name: string,
  say: (id: MessageId, values?: Values) => string,
): string | null => {
  const [hope, when] = [part(form.hope), part(form.when)];
  if (hope === "") return null;
  const [timed, now] =
    form.tone === "indirect"
      ? (["circle.testIndirect", "circle.testIndirectNow"] as const)
      : (["circle.testDirect", "circle.testDirectNow"] as const);
  const values = { name, hope, know: sentence(form.know), when };
  return say(when === "" ? now : timed, values).replace(/ {2,}/g, " ");
};
