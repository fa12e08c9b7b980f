/** What every store must do, as one suite of tests over whichever store is given. */
import { describe } from "vitest";
import { boxTests } from "./box-contract.ts";
import { eraseTests } from "./erase-contract.ts";
import { logTests } from "./log-contract.ts";
import { mailTests } from "./mail-contract.ts";
import type { Store, StoreCaps } from "./port.ts";
import { sweepTests } from "./sweep-contract.ts";
import { vaultTests } from "./vault-contract.ts";

/** Makes a fresh, empty store under these caps, and takes it down after the test. */
export type MakeStore = (caps: StoreCaps) => Promise<{ readonly store: Store; readonly stop: () => Promise<void> }>;

const caps: StoreCaps = { vaultBytes: 100_000, vaultDevices: 3 };

/** Declares the suite for one store. */
export const storeContract = (name: string, make: MakeStore): void => {
  const withStore = (work: (store: Store) => Promise<void>) => async (): Promise<void> => {
    const { store, stop } = await make(caps);
    try {
      await work(store);
    } finally {
      await stop();
    }
  };
  describe(`the store in ${name}`, () => {
    describe("keeps vaults", () => vaultTests(withStore));
    describe("keeps a log in each vault", () => logTests(withStore));
    describe("forgets envelopes that", () => eraseTests(withStore));
    describe("keeps mailboxes", () => mailTests(withStore));
    describe("keeps boxes", () => boxTests(withStore));
    describe("forgets what is over", () => sweepTests(withStore));
  });
};
