/** D-4: on a full disk nothing is acknowledged and everything can be read, and with room again writing goes on. */
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import { login, newTestVault, testEnvelope, type TestSocket } from "../relay/client.ts";
import { dice } from "../relay/figures.ts";
import { withMount } from "../relay/system.ts";
import type { Proof } from "./proof.ts";

/** The page's disk. */
const disk = ["-t", "tmpfs", "-o", "size=8m", "tmpfs"];
const device = new Uint8Array(16).fill(4);

/** How a disk is filled up, but for about so many bytes, and freed again. */
interface Room {
  readonly fill: (bytes: number) => void;
  readonly free: () => void;
  readonly env: Readonly<Record<string, string>>;
}

/** On a small disk of its own: by a file that nobody needs. */
const smallDisk = (folder: string): Room => {
  const ballast = join(folder, "ballast");
  return {
    fill: (bytes) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
    },
    free: () => rmSync(ballast, { force: true }),
    env: {},
  };
};

interface Tally {
  readonly cycles: number;
  /** Acknowledged, and not there at the end. */
  readonly lost: number;
  /** Reads that failed while the disk was full. */
  readonly unread: number;
  /** Cycles in which the disk was full and nothing was refused, or there was room and nothing was taken. */
  readonly stuck: number;
  readonly acked: number;
}

/** Everything that is in the vault: how many envelopes, or null when it cannot be read. */
const readAll = async (socket: TestSocket): Promise<readonly string[] | null> => {
  const found: string[] = [];
  for (let after = 0, more = true; more;) {
    socket.send({ kind: "pull", ref: 9, after, maxBytes: 1_000_000 });
    const page = await socket.next();
    if (page?.kind !== "page") return null;
    for (const { at, envelope } of page.entries) {
      found.push(Buffer.from(envelope).toString("base64"));
      after = at;
    }
    more = page.more;
  }
  return found;
};

/** Appends the next one; true when it was acknowledged, false when it was refused for want of room, null for all else. */
const append = async (socket: TestSocket, kept: string[], next: () => Uint8Array): Promise<boolean | null> => {
  const envelope = next();
  socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
  const answer = await socket.next();
  if (answer?.kind === "ack") {
    kept.push(Buffer.from(envelope).toString("base64"));
    return true;
  }
  return answer?.kind === "refused" && answer.code === "slow-down" ? false : null;
};

const sizes = [512, 2_048, 8_192];

const fillAndFree = async (path: string, folder: string, room: Room, cycles: number, seed: number): Promise<Tally> => {
  const relay = await spawnRelay(path, { ...bareEnv, ...generousEnv, ...room.env, DATA_DIR: folder });
  try {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const draw = dice(seed);
    const kept: string[] = [];
    // One that was refused is sent again as it was: its number is not taken.
    const next = (): Uint8Array =>
      testEnvelope(vault, device, kept.length + 1, { size: sizes[draw(sizes.length)] ?? 512 });
    let [cycle, unread, stuck] = [0, 0, 0];
    for (; cycle < cycles; cycle += 1) {
      room.fill(draw(48) * 1_024);
      let refused = false;
      for (let tries = 0; tries < 60 && !refused; tries += 1) {
        const taken = await append(socket, kept, next);
        if (taken === null) return { cycles: cycle, lost: 0, unread, stuck: stuck + 1, acked: kept.length };
        refused = !taken;
      }
      const found = await readAll(socket);
      unread += found !== null && kept.every((one, i) => found[i] === one) ? 0 : 1;
      room.free();
      const again = await append(socket, kept, next);
      stuck += refused && again === true ? 0 : 1;
    }
    const last = (await readAll(socket)) ?? [];
    await relay.end("SIGTERM");
    // The same after a start: what is there now is what was on the disk.
    const second = await spawnRelay(path, { ...bareEnv, ...generousEnv, ...room.env, DATA_DIR: folder });
    const inside = await login(second.origin, vault);
    const found = (await readAll(inside.socket)) ?? [];
    await second.end("SIGTERM");
    const lost = kept.filter((one, i) => found[i] !== one || last[i] !== one).length;
    return { cycles: cycle, lost, unread, stuck, acked: kept.length };
  } finally {
    if (relay.process.exitCode === null && relay.process.signalCode === null) await relay.end("SIGKILL");
  }
};

/** Without a disk of its own: the file may grow to a megabyte, and room is made by allowing it more at the next start. */
const onQuota = (path: string, cycles: number, seed: number): Promise<Tally> =>
  withFolder(async (folder) => {
    let tally: Tally = { cycles: 0, lost: 0, unread: 0, stuck: 0, acked: 0 };
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const data = join(folder, String(cycle));
      const relay = await spawnRelay(path, { ...bareEnv, ...generousEnv, DATA_DIR: data, MAX_DATA_BYTES: "1048576" });
      const vault = newTestVault();
      const { socket } = await login(relay.origin, vault);
      const kept: string[] = [];
      const draw = dice(seed + cycle);
      let taken: boolean | null = true;
      while (taken === true && kept.length < 2_000)
        taken = await append(socket, kept, () =>
          testEnvelope(vault, device, kept.length + 1, { size: sizes[draw(sizes.length)] ?? 512 }),
        );
      const found = (await readAll(socket)) ?? [];
      await relay.end("SIGTERM");
      const lost = kept.filter((one, i) => found[i] !== one).length;
      tally = {
        cycles: cycle + 1,
        lost: tally.lost + lost,
        unread: tally.unread + (found.length === 0 ? 1 : 0),
        stuck: tally.stuck + (taken === false ? 0 : 1),
        acked: tally.acked + kept.length,
      };
    }
    return tally;
  });

const run = async (path: string, cycles: number, seed: number): Promise<Tally> =>
  (await withMount(disk, (folder) => fillAndFree(path, folder, smallDisk(folder), cycles, seed))) ??
  onQuota(path, Math.min(cycles, 10), seed);

const wrongIn = ({ lost, unread, stuck }: Tally): number => lost + unread + stuck;

/** A case is one time full and free again. */
export const proof: Proof = {
  id: "D-4",
  number: 50,
  control: "a relay that acknowledges what had no room",
  run: async ({ asked, seed, note }) => {
    const found = await run(await relayBundle(), asked, seed);
    const lying = await brokenRelay("acks-when-full", {
      file: "apps/relay/relay.ts",
      find: 'fault.type === "Full" ? refuse(session, ref, "slow-down", "stay", fullWait)',
      put: 'fault.type === "Full" ? answer(session, [{ kind: "ack", ref, head: 1 }])',
    });
    const mutant = await run(lying, 2, seed);
    const failures = wrongIn(found);
    const why = `${found.acked} acknowledged, ${found.lost} lost, ${found.unread} times not read, ${found.stuck} times stuck`;
    note(`D-4: ${why}; the mutant: ${mutant.lost} lost, ${mutant.stuck} stuck`);
    return { done: found.cycles, failures, control: wrongIn(mutant) > 0, ...(failures === 0 ? {} : { why }) };
  },
};
