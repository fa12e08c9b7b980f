/** Hides the page while nobody looks, so that the app switcher shows nothing. */
import "./cover.css";

/** Set on the document's root while it is covered. */
export const coveredMark = "data-covered";

/** On: everything is hidden before the next frame, open dialogs too, and out of reach of a screen reader. */
export const coverPage = (page: Document, on: boolean): void => {
  page.documentElement.toggleAttribute(coveredMark, on);
};
