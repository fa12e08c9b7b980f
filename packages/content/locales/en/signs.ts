/** Words of the signs: what somebody may know of themselves, asked and never counted. */
export const signs = {
  "signs.title": "Things you may know",
} as const;
