/** E-8: bodies beyond the limits are refused or cut off at once, and cost no memory. */
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bodyCases, type BodyCase } from "../relay/bodies.ts";
import { relayBundle, residentOf, spawnRelay } from "../relay/child.ts";
import { noiseNow } from "../relay/noise.ts";
import type { Proof } from "./proof.ts";

/** The page's line: the relay's memory may grow by so much over all cases. */
const growthMax = 64 * 1024 * 1024;

/** Runs the cases against a relay of its own; the names of those that ended wrongly, and how memory grew. */
const runCases = (cases: readonly BodyCase[], env: Readonly<Record<string, string>>) =>
  withFolder(async (folder) => {
    const relay = await spawnRelay(await relayBundle(), {
      DATA_DIR: folder,
      PORT: "0",
      WEB_DIR: "none",
      PAGES_DIR: "none",
      ...generousEnv,
      ...env,
    });
    const port = Number(new URL(relay.origin).port);
    const before = residentOf(relay);
    const wrong: string[] = [];
    let growth = 0;
    for (const { name, isRight, run } of cases) {
      const noise = await noiseNow();
      const ending = await run(port);
      growth = Math.max(growth, (residentOf(relay) ?? 0) - (before ?? 0));
      if (isRight({ ...ending, ms: ending.ms / noise })) continue;
      wrong.push(
        `${name}: ${ending.status === 0 ? "no answer" : ending.status}, ${ending.closed ? "closed" : "open"}, ${Math.round(ending.ms)} ms`,
      );
    }
    await relay.end("SIGTERM");
    return { wrong, growth };
  });

/** The page asks for fifty; a route more makes seven more. All of them, whatever the scale: they take seconds. */
export const proof: Proof = {
  id: "E-8",
  number: bodyCases.length,
  control: "a relay whose body limit is thirty-two times as high",
  run: async ({ note }) => {
    const { wrong, growth } = await runCases(bodyCases, {});
    const above = bodyCases.filter(({ name }) => name.endsWith("one above the limit"));
    const mutant = await runCases(above, { MAX_MAIL_BYTES: "1048576", MAX_SHARE_BYTES: "1048576" });
    note(`E-8: memory grew by ${Math.round(growth / 1024 / 1024)} MiB`);
    for (const line of wrong) note(`E-8: ${line}`);
    const greedy = growth > growthMax ? 1 : 0;
    const why = wrong[0] ?? (greedy > 0 ? `memory grew by ${growth} bytes` : undefined);
    return {
      done: bodyCases.length,
      failures: wrong.length + greedy,
      control: mutant.wrong.length === above.length,
      ...(why === undefined ? {} : { why }),
    };
  },
};
