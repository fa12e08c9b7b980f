/** Words of where it came from. */
export const origins = {
  "origins.title": "Where it came from",
} as const;
