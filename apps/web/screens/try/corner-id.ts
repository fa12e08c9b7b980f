/** The id of the step that starts from what somebody carries; apart, so that Today needs no catalogue for it. */
export const cornerId = "ask-a-corner";
