/** E-2: nobody reads, writes, turns or deletes another's vault, tried from every vault on every other. */
import type { Store } from "../../apps/relay/index.ts";
import { inParallel, withRelay } from "../relay/begin.ts";
import {
  connect,
  createFrame,
  deleteFrame,
  helloFrame,
  login,
  newSigningKey,
  newTestVault,
  rotateFrame,
  testEnvelope,
  type LoggedIn,
  type TestVault,
} from "../relay/client.ts";
import type { Frame } from "@belay/wire";
import type { Proof, ProofInput } from "./proof.ts";

/** The page's number: every one of 200 vaults on every one of 200. */
const side = 200;
const device = new Uint8Array(16).fill(9);

interface Resident {
  readonly vault: TestVault;
  readonly inside: LoggedIn;
  /** What the vault holds, in hex. */
  readonly content: string;
}

/** What one vault may send to another's door, signed with its own keys; one of these for each pair, in turn. */
const knocks: readonly ((own: TestVault, target: TestVault, base: string, nonce: Uint8Array) => Frame)[] = [
  (own, target, base, nonce) => helloFrame({ ...target, write: own.write }, base, nonce),
  (own, _target, base, nonce) => helloFrame(own, base, nonce),
  (own, target, base, nonce) => createFrame({ ...target, owner: own.owner, write: own.write }, base, nonce),
  (own, target, base, nonce) => deleteFrame({ ...target, owner: own.owner }, base, nonce),
  (_own, _target, _base, _nonce) => ({ kind: "pull", ref: 1, after: 0, maxBytes: 10_000 }),
  (_own, _target, _base, _nonce) => ({ kind: "erase", ref: 1, deviceId: device, from: 1, to: 1 }),
];

const settle = async (base: string): Promise<Resident> => {
  const vault = newTestVault();
  const inside = await login(base, vault);
  const envelope = testEnvelope(vault, device, 1);
  inside.socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
  await inside.socket.nextOf("ack");
  return { vault, inside, content: Buffer.from(envelope).toString("hex") };
};

/** From inside one's own vault: another's envelope, another's rotation. Gives what was allowed. */
const fromInside = async ({ inside: { socket } }: Resident, target: TestVault): Promise<number> => {
  socket.send({ kind: "append", ref: 2, envelopes: [testEnvelope(target, device, 2)] });
  const answer = await socket.next();
  return answer?.kind === "refused" && answer.code === "malformed" ? 0 : 1;
};

/** At another's door. Gives what was allowed. */
const atTheDoor = async (base: string, own: TestVault, target: TestVault, turn: number): Promise<number> => {
  const socket = await connect(base, `/v/${target.id}`);
  const { nonce } = await socket.nextOf("challenge");
  const knock = knocks[turn % knocks.length];
  if (knock !== undefined) socket.send(knock(own, target, base, nonce));
  const answer = await socket.next();
  socket.ws.terminate();
  return answer?.kind === "refused" && answer.code === "unauthorised" ? 0 : 1;
};

/** Whether a vault holds what its owner put there, and nothing else. */
const isUntouched = async ({ inside: { socket }, content }: Resident): Promise<boolean> => {
  socket.send({ kind: "pull", ref: 3, after: 0, maxBytes: 1_000_000 });
  const { entries } = await socket.nextOf("page");
  return entries.length === 1 && Buffer.from(entries[0]?.envelope ?? []).toString("hex") === content;
};

/** A rotation signed by another owner. It closes the connection, so it comes last. Gives what was allowed. */
const turnedByAnother = async ({ vault, inside: { socket } }: Resident, stranger: TestVault): Promise<number> => {
  const next = { ...vault, owner: stranger.owner, epoch: 2 };
  socket.send(rotateFrame(next, { ...next, write: newSigningKey() }));
  const answer = await socket.next();
  return answer?.kind === "refused" && answer.code === "unauthorised" ? 0 : 1;
};

const tryPairs = (pairs: number, note: ProofInput["note"], through?: (store: Store) => Store) =>
  withRelay(
    async ({ origin }) => {
      const count = Math.min(side, Math.ceil(Math.sqrt(pairs)));
      const residents: Resident[] = [];
      for (let i = 0; i < count; i += 1) residents.push(await settle(origin));
      let [done, allowed] = [0, 0];
      // Added in one step: a sum that was read before an await is somebody else's by then.
      const add = (more: number): void => void (allowed += more);
      await inParallel(residents, 8, async (own, i) => {
        for (const [j, target] of residents.entries()) {
          if (done >= pairs) return;
          done += 1;
          // One's own vault is the one that opens: it shows that the door works at all.
          if (i === j) add((await isUntouched(own)) ? 0 : 1);
          else {
            add(await fromInside(own, target.vault));
            add(await atTheDoor(origin, own.vault, target.vault, i + j));
          }
        }
      });
      for (const own of residents) {
        add((await isUntouched(own)) ? 0 : 1);
        add(await turnedByAnother(own, newTestVault()));
      }
      note(`E-2: ${done} pairs of ${count} vaults, ${allowed} allowed`);
      return { done, allowed };
    },
    {},
    through === undefined ? {} : { through },
  );

/** The mutant: every vault is opened by the write key of the vault that was asked for before. */
const mixedUp = (store: Store): Store => {
  const keys: Uint8Array[] = [];
  return {
    ...store,
    createVault: (id, made, now) => {
      keys.push(made.writePub);
      return store.createVault(id, made, now);
    },
    findVault: async (id) => {
      const found = await store.findVault(id);
      const [first] = keys;
      if (!found.ok || found.value.kind !== "live" || first === undefined) return found;
      return { ok: true, value: { ...found.value, keys: { ...found.value.keys, writePub: first } } };
    },
  };
};

/** A case is a pair of vaults. */
export const proof: Proof = {
  id: "E-2",
  number: side * side,
  control: "a relay that checks every hello against one and the same vault's key",
  run: async ({ asked, note }) => {
    const { done, allowed } = await tryPairs(asked, note);
    // So many that the first vault's own hello stands at another's door.
    const mutant = await tryPairs((knocks.length + 1) ** 2, () => undefined, mixedUp);
    return {
      done,
      failures: allowed,
      control: mutant.allowed > 0,
      ...(allowed === 0 ? {} : { why: `${allowed} allowed` }),
    };
  },
};
