/** Names the steps that would test each common belief, and the step for one in a person’s own words. */

// Two steps each, the smaller first, and none with touch in it: a suggestion must be within reach of somebody who holds
// the belief strongly. A step was chosen where its outcome is something that could be seen or heard on either side.
const steps = {
  "bel-01": ["bewith-same-room", "bewith-a-walk"],
  "bel-02": ["share-today-was-hard", "ask-what-comes-first"],
  "bel-03": ["ask-for-a-book", "ask-small-favour"],
  "bel-04": ["bewith-notice-who-kept-their-word", "handover-a-small-task"],
  "bel-05": ["share-one-true-thing", "share-today-was-hard"],
  "bel-06": ["share-a-small-worry", "bewith-be-listened-to"],
  "bel-07": ["ask-small-favour", "ask-for-an-unlikely-thing"],
  "bel-08": ["handover-let-them-choose", "handover-a-small-task"],
  "bel-09": ["ask-how-you-do-that", "ask-small-favour"],
  "bel-10": ["share-a-small-worry", "ask-to-check-in"],
  "bel-11": ["bewith-notice-who-kept-their-word", "ask-to-take-a-parcel"],
  "bel-12": ["handover-good-enough", "handover-leave-it-alone"],
  "bel-13": ["ask-for-a-book", "ask-for-a-lift"],
  "bel-14": ["ask-shop-staff", "ask-how-you-do-that"],
  "bel-15": ["ask-to-borrow", "bewith-try-a-small-trust"],
  "bel-16": ["share-a-small-worry", "bewith-try-a-small-trust"],
  "bel-17": ["no-to-a-small-request", "bewith-without-performing"],
  "bel-18": ["ask-shop-staff", "ask-a-quick-question"],
  "bel-19": ["ask-a-quick-question", "ask-for-input"],
  "bel-20": ["handover-one-chore", "ask-a-quick-question"],
  "bel-21": ["share-a-preference", "ask-dinner-tonight"],
  "bel-22": ["bewith-notice-who-kept-their-word", "bewith-try-a-small-trust"],
  "bel-23": ["accept-a-coffee", "share-tired-before-it-shows"],
  "bel-24": ["ask-to-borrow", "bewith-try-a-small-trust"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Ids of steps by the id of a common belief, smallest first. */
export const beliefSteps: Readonly<Record<string, readonly string[]>> = steps;

/** For a belief in somebody’s own words nothing is known but that it is about people: two small steps that often fit. */
export const ownBeliefSteps: readonly string[] = ["share-one-true-thing", "ask-small-favour"];
