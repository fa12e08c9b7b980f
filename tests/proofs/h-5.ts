/** H-5: whatever the database does at the k-th write, what was said to be saved is there, and nothing else is lost. */
import { toBase64Url } from "@belay/basics";
import { testChain, testVault } from "@belay/testkit";
import { adapterBrowser, type AdapterPage } from "../world/adapter-page.ts";
import type { Proof } from "./proof.ts";

/** What may happen at a write. */
const faults = ["quota", "abort", "lost", "blocked", "version"] as const;
type Fault = (typeof faults)[number];

/** Arms the page: the k-th write from now on goes wrong in that way. Runs in the page, before the adapter's own call. */
const arm = (tab: AdapterPage, name: string, fault: Fault, at: number): Promise<void> =>
  tab.page.evaluate(
    ([database, what, count]) => {
      const add: IDBObjectStore["add"] = Reflect.get(IDBObjectStore.prototype, "add");
      let left = count;
      IDBObjectStore.prototype.add = function wrong(value: unknown, key?: IDBValidKey) {
        left -= 1;
        if (left > 0) return add.call(this, value, key);
        IDBObjectStore.prototype.add = add;
        switch (what) {
          case "quota":
            throw new DOMException("no room", "QuotaExceededError");
          case "lost":
            this.transaction.db.close();
            throw new DOMException("the connection is lost", "InvalidStateError");
          case "abort": {
            const request = add.call(this, value, key);
            this.transaction.abort();
            return request;
          }
          case "blocked":
            indexedDB.deleteDatabase(`${database}-other`);
            this.transaction.abort();
            throw new DOMException("another tab holds it", "UnknownError");
          default:
            // Another tab opens a newer version: this connection has to let go in the middle of its work.
            indexedDB.open(database, 99).onsuccess = (event) => {
              const { target } = event;
              if (target instanceof IDBOpenDBRequest) target.result.close();
            };
            return add.call(this, value, key);
        }
      };
    },
    [name, fault, at] as const,
  );

/** Puts the page's own add back, where a fault is still armed. */
const fresh = async (tab: AdapterPage): Promise<void> => {
  await tab.page.reload();
  await tab.page.waitForFunction(() => Reflect.has(globalThis, "pageDesk"));
};

/** A mutant says yes whatever the database said. */
type Said = (ok: boolean) => boolean;
const honest: Said = (ok) => ok;

interface Case {
  readonly fault: Fault;
  /** The write that goes wrong, from 1. */
  readonly at: number;
}

/** Ten entries, some one by one and some together, a fault at one of them; then what is there against what was said. */
const run = async (tab: AdapterPage, name: string, { fault, at }: Case, said: Said): Promise<string | null> => {
  const chain = testChain(testVault(name), 10).map(({ envelope }) => toBase64Url(envelope));
  await arm(tab, name, fault, 1 + ((at - 1) % 10));
  const saved: string[] = [];
  for (let next = 0; next < chain.length;) {
    const some = chain.slice(next, next + 1 + (at % 3));
    let done = await tab.call("appendAll", name, some);
    // What was not saved is tried again, as a person does; after a newer version nothing can be.
    if (!said(done.ok)) done = await tab.call("appendAll", name, some);
    if (said(done.ok)) saved.push(...some);
    else if (fault !== "version") return `write ${next} was refused for good`;
    next += some.length;
  }
  if (fault === "version") return inNewer(tab, name, saved);
  await fresh(tab);
  const read = await tab.call("since", name, 0, 100);
  const held = read.ok ? read.value.entries.map(({ envelope }) => envelope) : [];
  if (saved.some((envelope) => !held.includes(envelope))) return `${saved.length} said, ${held.length} there`;
  return new Set(held).size === held.length ? null : "something is there twice";
};

/** How many envelopes a database of a newer version holds, and whether all that was said to be saved is among them. */
const inNewer = async (tab: AdapterPage, name: string, saved: readonly string[]): Promise<string | null> => {
  const count = await tab.page.evaluate(
    (database) =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open(database);
        request.onsuccess = () => {
          const counting = request.result.transaction("log").objectStore("log").count();
          counting.onsuccess = () => {
            request.result.close();
            resolve(counting.result);
          };
        };
      }),
    name,
  );
  await fresh(tab);
  return count >= saved.length ? null : `${saved.length} said, ${count} there`;
};

/** All five ways, each at write 1, 2, 3, ... */
export const proof: Proof = {
  id: "H-5",
  number: 100,
  control: "an adapter that says yes whatever the database said",
  run: async ({ asked, seed, note }) => {
    const browser = await adapterBrowser();
    try {
      const tab = await browser.open();
      const found: string[] = [];
      for (let k = 1; k <= asked; k += 1) {
        const fault = faults[k % faults.length] ?? "quota";
        const wrong = await run(tab, `h5-${seed}-${k}`, { fault, at: k }, honest);
        if (wrong !== null) found.push(`${fault} at ${k}: ${wrong}`);
      }
      const blind = await run(tab, `h5-${seed}-mutant`, { fault: "quota", at: 3 }, () => true);
      for (const line of found.slice(0, 10)) note(line);
      const [why] = found;
      return { done: asked, failures: found.length, control: blind !== null, ...(why === undefined ? {} : { why }) };
    } finally {
      await browser.close();
    }
  },
};
