/** Words of needing this less: the pace, reminders, and a look back. */
export const leaving = {
  "leaving.title": "A look back",
} as const;
