/** Words of the hard moments: after a no, silence, a let-down, on a low day, after carrying it all. */
export const path = {
  "path.title": "A hard moment",
} as const;
