/** E-13: no id, no proof, no address and no name that anybody sent stands in what the relay prints, and none but the ids in its files. */
import { generousEnv } from "../relay/begin.ts";
import { brokenRelay, withChild } from "../relay/child.ts";
import { diskOf } from "../relay/disk.ts";
import { lyingIn, oneRound, type Canary } from "../relay/activity.ts";
import type { Proof } from "./proof.ts";

interface Outcome {
  readonly canaries: number;
  /** Printed. */
  readonly printed: readonly Canary[];
  /** In the files, where it has nothing to do. */
  readonly kept: readonly Canary[];
  /** Ids that are in the files, where they belong: without them the search itself would be blind. */
  readonly known: number;
}

/** Rounds directly and behind a proxy that names the address. */
const look = (rounds: number, path?: string, more: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  withChild(
    { ...generousEnv, ...more },
    async (relay, folder) => {
      const canaries: Canary[] = [];
      for (let n = 0; n < rounds; n += 1) canaries.push(...(await oneRound(relay.origin, n)));
      const disk = diskOf(folder);
      await relay.end("SIGTERM");
      const { out, err } = relay.said();
      // The relay says its own address once, at its start; nobody's canary is that one.
      const printed = lyingIn(Buffer.from(out + err), canaries);
      const here = [...lyingIn(disk, canaries), ...lyingIn(diskOf(folder), canaries)];
      const known = new Set(here.filter(({ kind }) => kind === "id").map(({ text }) => text)).size;
      return { canaries: canaries.length, printed, kept: here.filter(({ kind }) => kind !== "id"), known };
    },
    path,
  );

/** Canaries of one round. */
const perRound = 15;

/** A case is a canary. */
export const proof: Proof = {
  id: "E-13",
  number: 600,
  control: "a relay that counts refusals by address, and one that keeps what a body said as it came",
  run: async ({ asked, note }) => {
    const rounds = Math.ceil(asked / perRound / 2);
    const direct = await look(rounds);
    const proxied = await look(rounds, undefined, {
      TRUSTED_PROXY: Array.from({ length: rounds }, (_, n) => `127.77.${10 + n}.${1 + n}`).join(","),
    });
    const printing = await look(
      1,
      await brokenRelay("printing", {
        file: "apps/relay/edge/socket.ts",
        find: "ports.counters.add(`socket-${refused.status}`);",
        put: "ports.counters.add(`socket-${request.socket.remoteAddress}`);",
      }),
    );
    const keeping = await look(
      1,
      await brokenRelay("keeping", {
        file: "apps/relay/asks.ts",
        find: "const letter = { replyId: ask.replyId, body: body.value };",
        put: "const letter = { replyId: ask.replyId, body: Buffer.from(ask.proof) };",
      }),
    );
    const both = [direct, proxied];
    const wrong = both.flatMap(({ printed, kept, known, canaries }) => [
      ...printed.map(({ kind }) => `an ${kind} was printed`),
      ...kept.map(({ kind }) => `an ${kind} lies in the files`),
      ...(known === (canaries / perRound) * 4 ? [] : ["the ids are not where they are looked for"]),
    ]);
    for (const line of wrong.slice(0, 10)) note(`E-13: ${line}`);
    const [why] = wrong;
    return {
      done: direct.canaries + proxied.canaries,
      failures: wrong.length,
      control: printing.printed.length > 0 && keeping.kept.length > 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
