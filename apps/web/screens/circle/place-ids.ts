/** Names the places of the circle that are no people. No id of the log begins with this sign. */

/** What to do where there is no one yet. */
export const noOneId = "~no-one";

/** From a silent test to a spoken ask. */
export const silentTestId = "~test";

/** The form for somebody new. */
export const newPersonId = "~new";
