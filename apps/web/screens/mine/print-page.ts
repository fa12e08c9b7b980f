/** Opens the browser's own way to print; what goes on paper is decided by the style sheets. */

/** A browser without one does nothing. */
export const printPage = (): void => window.print();
