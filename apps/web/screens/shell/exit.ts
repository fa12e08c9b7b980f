/** Leaves for a neutral page at once, and stays away when somebody goes back. */

/** A static page that says nothing; it lies beside the app and works offline. */
export const neutralPage = "/blank.html";

/**
 * The tab’s name after leaving. It is the one thing that a tab keeps between pages without writing anything to the disk,
 * and it names nothing.
 */
const mark = "left";

/** Covers the page in the same frame, then replaces it, so that going back does not show it again. */
export const leave = (): void => {
  // What is on the screen goes first: the other page may take a moment to come.
  document.documentElement.replaceChildren(document.createElement("head"), document.createElement("body"));
  window.name = mark;
  // Without a network and without a kept copy the browser’s own error page would show the address.
  location.replace(navigator.onLine || navigator.serviceWorker?.controller ? neutralPage : "about:blank");
};

/**
 * Whether this load is a step back (or a reload) onto an app that was left: the older places of a visit are still in the
 * tab’s history, and none of them may show anything. Opening the app anew counts as coming on purpose.
 */
export const wasLeft = (): boolean => {
  const [entry] = performance.getEntriesByType("navigation");
  if (entry instanceof PerformanceNavigationTiming && entry.type === "navigate") window.name = "";
  return window.name === mark;
};
