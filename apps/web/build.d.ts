/** Names that the build puts into the app; nothing here exists as a file. */

/** The address of the key worker, with its hash: one of the two scripts the app's policy allows a worker to load. */
declare const __KEYS_URL__: string;

/** A compiled message catalogue, as `i18n.load` of Lingui takes it. */
declare module "virtual:messages/en" {
  export const messages: import("@lingui/core").Messages;
}
