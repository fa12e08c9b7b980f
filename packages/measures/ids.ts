/** Lists every instrument by the id that the command, the app and its files call it by. */

/** Every instrument that can be scored, in the order in which `list` prints them. */
export const instrumentIds = [
  "ecr36-5",
  "ecr36-7",
  "ecr-s",
  "ecr-rs",
  "ecr-r",
  "rses",
  "ucla3",
  "ucla20-v3",
  "ucla20-1980",
  "pss4",
  "pss10",
  "phq2",
  "phq4",
  "phq8",
  "phq9",
  "gad2",
  "gad7",
  "scs-sf",
  "sscs-s",
  "cbi-personal",
  "who5",
  "osss3",
  "mspss",
  "dejong6",
  "wsas",
  "keep8",
  "keep6",
  "trust5",
  "expressiveness5",
] as const;

/** The id of one instrument. */
export type InstrumentId = (typeof instrumentIds)[number];
