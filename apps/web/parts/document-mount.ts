/** Draws a document into a page that is not an app: the therapist’s. */
import { h, render } from "preact";
import { documentWords, type DocumentSentences } from "./document-words.ts";
import type { DocumentDoc } from "./document-shape.ts";
import { Document } from "./document.tsx";

/** As the whole page: its title is the page's only h1. Gives that title, so that it can take the focus. */
export const drawDocument = (
  into: HTMLElement,
  doc: DocumentDoc,
  sentences: DocumentSentences,
  written: (day: DocumentDoc["until"]) => string,
): HTMLElement | null => {
  render(h(Document, { doc, words: documentWords(doc, sentences, written), level: 1 }), into);
  return into.querySelector("h1");
};
