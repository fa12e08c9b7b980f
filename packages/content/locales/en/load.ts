/** Words of the load: what is carried, and what may become of it. */
export const load = {
  "load.title": "What you are carrying",
} as const;
