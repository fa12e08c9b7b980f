/** Shows a document exactly as it is sent: drawn by the same part, with the same words, as on the therapist's page. */
import { documentSentences } from "@belay/content";
import type { DocumentDoc } from "../../parts/document-shape.ts";
import { documentWords } from "../../parts/document-words.ts";
import { Document } from "../../parts/document.tsx";
import { Printed } from "../../parts/printed.tsx";
import { dayWords } from "../words.ts";
import css from "./share.module.css";

/** A sheet of paper on the page; printing the page prints this alone. */
export const Preview = ({ doc }: { readonly doc: DocumentDoc }) => (
  <Printed>
    <div class={css["sheet"]}>
      <Document doc={doc} words={documentWords(doc, documentSentences, (day) => dayWords(day, "dated"))} />
    </div>
  </Printed>
);
