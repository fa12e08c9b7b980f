/** Names that the build puts into the app; nothing here exists as a file. */

/** The address of the key worker, with its hash: one of the two scripts the app's policy allows a worker to load. */
declare const __KEYS_URL__: string;

/** A compiled message catalogue, as `i18n.load` of Lingui takes it. */
declare module "virtual:messages/en" {
  export const messages: import("@lingui/core").Messages;
}

/** Those sentences that the first view may need. */
declare module "virtual:messages/en/first" {
  export const messages: import("@lingui/core").Messages;
}

/** All other sentences, to be loaded together with the first screen that arrives late. */
declare module "virtual:messages/en/later" {
  export const messages: import("@lingui/core").Messages;
}
