/** Words of the monthly shifts. */
export const shifts = {
  "shifts.title": "What is shifting",
} as const;
