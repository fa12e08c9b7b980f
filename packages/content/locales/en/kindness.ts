/** Words of kindness towards oneself, and of calming down with somebody. */
export const kindness = {
  "kindness.title": "A kinder word",
  "together.title": "Calmer with somebody",
} as const;
