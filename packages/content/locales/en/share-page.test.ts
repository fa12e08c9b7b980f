/** Tests the sentences of the therapist’s page: their form, their tone, and what they may not claim. */
import { describe, expect, it, test } from "vitest";
import { documentSentences, sharePage } from "./share-page.ts";

const sentences: readonly (readonly [string, string])[] = [
  ...Object.entries(sharePage),
  ...Object.entries(documentSentences),
];

describe("the sentences of the therapist’s page", () => {
  test.each(sentences)("%s is plain text with simple places", (_id, text) => {
    expect(text.replaceAll(/\{[a-z]+\}/g, "")).not.toMatch(/[{}<>'"#|]/);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe("");
  });

  test.each(sentences)("%s does not shout, praise or promise", (_id, text) => {
    expect(text).not.toMatch(/!|\b(well done|great|proud|anonymous|impossible|guarantee\w*|100 ?%)\b/i);
  });

  it("have ids that begin with the area", () => {
    for (const id of Object.keys(sharePage)) expect(id).toMatch(/^share-page\.[a-z.-]+$/);
  });

  it("tell nothing about what it is for before it is open", () => {
    for (const [id, text] of Object.entries(sharePage))
      expect(text, id).not.toMatch(/therap|mental|depend|clinic|patient|symptom|questionnaire/i);
  });

  it("say what the page can not be: no record, no diagnosis, no live contact", () => {
    expect(documentSentences.note).toMatch(/not a medical record and not a diagnosis/);
    expect(documentSentences.running).toMatch(/not a diagnosis/i);
    expect(sharePage["share-page.about.watched"]).toMatch(/watched by anyone.*emergency/s);
    expect(sharePage["share-page.about.trace"]).toMatch(/whoever has the link can read/);
  });

  it("have one sentence for what has ended, was taken back, is not there yet and cannot be reached", () => {
    expect(sharePage["share-page.gone"]).toMatch(/ended.*taken back.*not be there yet.*out of reach.*Try again/s);
    expect(Object.keys(sharePage).filter((id) => /gone|fault|expired|revoked|paused/.test(id))).toEqual([
      "share-page.gone",
    ]);
  });
});
