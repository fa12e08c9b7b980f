/** Words of care: kinds of therapy, questions to ask, a first message. */
export const care = {
  "care.title": "Care",
} as const;
