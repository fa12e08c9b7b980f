/** Names that the build puts into the app; nothing here exists as a file. */

/** The address of the key worker, with its hash: one of the two scripts the app's policy allows a worker to load. */
declare const __KEYS_URL__: string;

/** A compiled message catalogue, as `loadWords` takes it. */
declare module "virtual:messages/en" {
  export const messages: import("./screens/words.ts").Messages;
}

/** Those sentences that the first view may need. */
declare module "virtual:messages/en/first" {
  export const messages: import("./screens/words.ts").Messages;
}

/** All other sentences, to be loaded together with the first screen that arrives late. */
declare module "virtual:messages/en/later" {
  export const messages: import("./screens/words.ts").Messages;
}
