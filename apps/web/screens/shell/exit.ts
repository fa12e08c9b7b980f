/** Leaves for a neutral page at once; the full quick exit comes with the safety piece. */

/** A static page that says nothing; it lies beside the app and works offline. */
export const neutralPage = "/blank.html";

/** Covers the page in the same frame, then replaces it, so that going back does not show it again. */
export const leave = (): void => {
  // What is on the screen goes first: the other page may take a moment to come.
  document.documentElement.replaceChildren();
  location.replace(neutralPage);
};
