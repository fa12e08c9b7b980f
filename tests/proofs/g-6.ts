/** G-6: on an open, locked device nothing that hurts is done without the passphrase said again. */
import type { Result } from "@belay/basics";
import type { DeskFault, KeyDesk } from "@belay/wire";
import { serve } from "../../apps/web/worker/serve.ts";
import { workerDesk } from "../../apps/web/adapters/desk-worker.ts";
import { firstPass, good, lockedDevice, said, secondPass, testDevice, type TestDevice } from "../world/desk-world.ts";
import type { Proof } from "./proof.ts";

/** Every method that takes a passphrase or null: the compiler sees to it that none is forgotten here. */
type Sensitive = {
  [M in keyof KeyDesk]: null extends Parameters<KeyDesk[M]>[number] ? M : never;
}[keyof KeyDesk];

/** What the calls need of the world. */
interface World {
  readonly device: TestDevice;
  /** A pairing code of another device. */
  readonly code: Uint8Array;
  readonly words: string;
  readonly record: Uint8Array;
}

type Call = (desk: KeyDesk, pass: string | null, world: World) => Promise<Result<unknown, DeskFault>>;

const cut = { seq: 0, hash: new Uint8Array(32) };
const salt = new Uint8Array(16);
const prf = new Uint8Array(32).fill(7);

const calls: { readonly [M in Sensitive]: Call } = {
  confirm: (desk, pass) => desk.confirm(pass),
  changeLock: (desk, pass) => desk.changeLock(pass, secondPass),
  setPasskey: (desk, pass) => desk.setPasskey(pass, said("key"), salt, prf),
  dropPasskey: (desk, pass) => desk.dropPasskey(pass),
  beginVault: (desk, pass) => desk.beginVault(pass, null, "Phone", 1),
  foundBody: (desk, pass) => desk.foundBody(pass, "Phone", 1),
  revoke: async (desk, pass, { device }) => desk.revoke(pass, good(await device.desk().open(false)).device, cut, 1),
  rotateKeys: (desk, pass) => desk.rotateKeys(pass, 1),
  recoveryWords: (desk, pass) => desk.recoveryWords(pass),
  recoveryTake: (desk, pass, { words, record }) => desk.recoveryTake(words, record, pass),
  pairAnswer: (desk, pass, { code }) => desk.pairAnswer(pass, code, "Tablet", {}, 1),
  pairTake: (desk, pass) => desk.pairTake(said("package"), pass),
  signDelete: (desk, pass) => desk.signDelete("https://a.example", new Uint8Array(32), pass),
  backupBegin: (desk, pass) => desk.backupBegin(pass, 1),
  destroy: (desk, pass) => desk.destroy(pass),
};

const names = (Object.keys(calls) as readonly string[]).filter((name): name is Sensitive => name in calls);

/** How a call reaches the desk: as a function, or as a message to the worker that serves it. */
const ways = ["call", "message"] as const;

const reach = (desk: KeyDesk, way: (typeof ways)[number]): { readonly desk: KeyDesk; readonly close: () => void } => {
  if (way === "call") return { desk, close: () => undefined };
  const { port1, port2 } = new MessageChannel();
  serve(
    {
      addEventListener: (_kind, listener) => {
        port2.addEventListener("message", (event) => listener({ data: event.data }));
        port2.start();
      },
      postMessage: (message) => port2.postMessage(message),
    },
    desk,
  );
  port1.start();
  const page = workerDesk({
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (kind, listener) => port1.addEventListener(kind, listener),
  });
  return { desk: page, close: () => port1.close() };
};

/** How the phone came to be open, and what stands in for a passphrase. */
const openings = ["passphrase", "passkey"] as const;
const attempts: readonly (readonly [string, string | null])[] = [
  ["none", null],
  ["an empty one", ""],
  ["a wrong one", "wrong velvet canyon orbit"],
  ["nearly the right one", `${firstPass}s`],
];

const worldOf = async (seed: string, opening: (typeof openings)[number]): Promise<World> => {
  const { device, founding } = await lockedDevice(seed);
  const desk = device.desk();
  const { words, record } = good(await desk.recoveryWords(firstPass));
  good(await desk.setPasskey(firstPass, said("key"), salt, prf));
  const { code } = good(await testDevice(`${seed}/other`).desk().pairOffer());
  if (opening === "passkey") {
    good(await device.restart().unlockByPasskey(prf));
    good(await device.desk().openMany([founding], false));
  }
  return { device, code, words: words.join(" "), record: record.body };
};

/** What a call did, in words: only these are a refusal. */
const refusals = ["WrongPassphrase", "TooSoon", "Refused KeysOpen"];

/** Whether the device is what it was: the same vault, device, members, lock, passkey and words, still open. */
const stateOf = async (desk: KeyDesk): Promise<string> => {
  const { waitMs: _waitMs, ...status } = good(await desk.status());
  const members = good(await desk.members()).map(({ device, name }) => `${device} ${name}`);
  return JSON.stringify([status, good(await desk.open(false)), members]);
};

type Bend = (desk: KeyDesk) => KeyDesk;

/** One cell of the matrix, on a device that is opened once for many: refusals leave it as it was, or it is a finding. */
type Cell = readonly [Sensitive, (typeof openings)[number], (typeof ways)[number], string, string | null];

/** A line of what went wrong, or null. */
const look = async (world: World, [name, opening, way, attempt, pass]: Cell, bend: Bend): Promise<string | null> => {
  // Only the guesses before this one would be in the way.
  world.device.turn(300_000);
  const { desk, close } = reach(bend(world.device.desk()), way);
  const before = await stateOf(world.device.desk());
  const answer = await calls[name](desk, pass, world);
  close();
  const after = await stateOf(world.device.desk());
  const tag = answer.ok ? "done" : answer.error.type + ("detail" in answer.error ? ` ${answer.error.detail}` : "");
  if (!refusals.includes(tag)) return `${name} by ${way}, opened by ${opening}, with ${attempt}: ${tag}`;
  return before === after ? null : `${name} by ${way} was refused and yet changed the device`;
};

const cells = openings.flatMap((opening) =>
  names.flatMap((name) =>
    ways.flatMap((way) => attempts.map(([attempt, pass]): Cell => [name, opening, way, attempt, pass])),
  ),
);

const failuresOf = async (asked: number, seed: number): Promise<readonly string[]> => {
  const found: string[] = [];
  const worlds = new Map<string, World>();
  for (let i = 0; i < asked; i += 1) {
    const one = cells[i % cells.length];
    if (one === undefined) continue;
    const world = worlds.get(one[1]) ?? (await worldOf(`g-6/${seed}/${one[1]}/${i}`, one[1]));
    worlds.set(one[1], world);
    const line = await look(world, one, (desk) => desk);
    if (line === null) continue;
    found.push(line);
    worlds.delete(one[1]);
  }
  return found;
};

/** With the passphrase every act is taken up: else the refusals above would say nothing. */
const rightOnesFail = async (): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const name of names) {
    const world = await worldOf(`g-6/right/${name}`, "passphrase");
    const answer = await calls[name](world.device.desk(), firstPass, world);
    if (!answer.ok && ["WrongPassphrase", "TooSoon", "Locked"].includes(answer.error.type))
      found.push(`${name} refuses the right one`);
  }
  return found;
};

/** The mutant: a desk that remembers the passphrase from the unlocking, for one act. */
const remembers: Bend = (desk) => ({ ...desk, recoveryWords: () => desk.recoveryWords(firstPass) });
/** And one that changes something before it looks. */
const looksLate: Bend = (desk) => ({
  ...desk,
  destroy: async (pass) => {
    await desk.dropPasskey(firstPass);
    return desk.destroy(pass);
  },
});

/** Every sensitive act, however the phone was opened, by call and by message, without the right passphrase. */
export const proof: Proof = {
  id: "G-6",
  number: cells.length,
  control: "a desk that remembers the passphrase for one act, and one that changes something before it looks",
  run: async ({ asked, seed, note }) => {
    const found = [...(await failuresOf(asked, seed)), ...(await rightOnesFail())];
    for (const line of found.slice(0, 20)) note(line);
    note(`G-6: ${names.length} acts, ${ways.length} ways, ${openings.length} ways in, ${attempts.length} attempts`);
    const only = async (name: Sensitive, bend: Bend): Promise<string | null> =>
      look(await worldOf(`g-6/mutant/${name}`, "passkey"), [name, "passkey", "message", "none", null], bend);
    const caught = [await only("recoveryWords", remembers), await only("destroy", looksLate)];
    const why = found[0];
    return {
      done: asked,
      failures: found.length,
      control: caught.every((line) => line !== null),
      ...(why === undefined ? {} : { why }),
    };
  },
};
