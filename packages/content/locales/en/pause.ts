/** Words of the pause and of undoing “I’m fine”. */
export const pause = {
  "undo.title": "Undo “I’m fine”",
} as const;
