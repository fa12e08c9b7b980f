/** Shows sentences of the frame around this room, in the order of the content. */
import { originNotes, type OriginNoteId } from "@belay/content";
import css from "./origins.module.css";

/** The words of one note. */
export const noteText = (id: OriginNoteId): string => originNotes.find((note) => note.id === id)?.text ?? "";

/** All notes, or those that are named. */
export const Notes = ({ only }: { readonly only?: readonly OriginNoteId[] | undefined }) => (
  <ul class={css["notes"]}>
    {originNotes
      .filter(({ id }) => only === undefined || only.includes(id))
      .map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
  </ul>
);
