/** E-1: every route refuses every wrong request, with the same bytes for all that are wrong in one way. */
import type { Store } from "../../apps/relay/index.ts";
import { abuseCases } from "../relay/abuse.ts";
import { prepare, type AbuseCase, type Target } from "../relay/abuse-target.ts";
import { withRelay } from "../relay/begin.ts";
import type { Proof, ProofInput } from "./proof.ts";

interface Found {
  readonly done: number;
  readonly failures: readonly string[];
}

const tryAll = async (cases: readonly AbuseCase[], target: Target): Promise<Found> => {
  const failures: string[] = [];
  const groups = new Map<string, string>();
  for (const { name, same, expected, run } of cases) {
    const answer = await run(target);
    const first = groups.get(same) ?? answer;
    groups.set(same, first);
    if (!answer.startsWith(expected)) failures.push(`${name}: ${answer.slice(0, 80)} instead of ${expected}`);
    else if (answer !== first) failures.push(`${name}: differs from the others of "${same}"`);
  }
  return { done: cases.length, failures };
};

const attack = (cases: readonly AbuseCase[], through?: (store: Store) => Store): Promise<Found> => {
  let now = Date.UTC(2026, 5, 1, 10, 20);
  const pass = (ms: number): void => void (now += ms);
  const ports = { now: () => now, ...(through === undefined ? {} : { through }) };
  // No sweep in between: what is over is refused by its time, not because it was deleted already.
  return withRelay(async (relay) => tryAll(cases, await prepare(relay, relay.origin, () => now, pass)), {}, ports);
};

/** The mutant: whoever asks for an ask is taken at their word, by putting the right hash in the place of theirs. */
const trusting = (store: Store): Store => {
  const owners = new Map<string, Uint8Array>();
  return {
    ...store,
    mail: {
      ...store.mail,
      put: (mail, now) => {
        owners.set(mail.id, mail.ownerHash);
        return store.mail.put(mail, now);
      },
      waiting: (id, hash) => store.mail.waiting(id, owners.get(id) ?? hash),
    },
  };
};

const control = async (): Promise<boolean> => {
  const tempted = abuseCases.filter(({ name }) => name.startsWith("replies: "));
  return (await attack(tempted, trusting)).failures.length > 0;
};

/** All generated cases, whatever the scale: they are few and the point is that none is left out. */
export const proof: Proof = {
  id: "E-1",
  number: abuseCases.length,
  control: "a relay that takes the asker's word instead of their proof",
  run: async ({ note }: ProofInput) => {
    const found = await attack(abuseCases);
    for (const failure of found.failures.slice(0, 10)) note(`E-1: ${failure}`);
    const [why] = found.failures;
    return {
      done: found.done,
      failures: found.failures.length,
      control: await control(),
      ...(why === undefined ? {} : { why }),
    };
  },
};
