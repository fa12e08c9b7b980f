/** E-10: what is no right HTTP is refused, nothing behind it is answered, and the relay lives on. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { brokenRelay, withChild } from "../relay/child.ts";
import { call } from "../relay/client.ts";
import { writeSite } from "../relay/headers.ts";
import { badRequests, type BadRequest } from "../relay/malformed.ts";
import { rawTalk, statusesIn } from "../relay/raw.ts";
import type { Proof } from "./proof.ts";

/** Lies beside the app, where no path may lead. */
const secret = "BESIDE-THE-APP-0000";

/** What is wrong with the answer to one request; null when it was refused as it must be. */
const fault = async (port: number, { name, bytes }: BadRequest): Promise<string | null> => {
  const text = bytes.toString("latin1").replaceAll("PORT", String(port));
  // Refusals close the connection, but for a path that is merely unknown: there the answer is enough.
  const { heard } = await rawTalk({ port, say: (socket) => socket.end(Buffer.from(text, "latin1")) });
  const statuses = statusesIn(heard);
  if (heard.includes(secret)) return `${name}: gave away what lies beside the app`;
  if (statuses.length === 0) return `${name}: no answer`;
  const bad = statuses.find((status) => status < 400 || status > 499);
  return bad === undefined ? null : `${name}: ${bad} among ${statuses.join(", ")}`;
};

const attack = (cases: readonly BadRequest[], path?: string): Promise<readonly string[]> =>
  withFolder(async (folder) => {
    const { webDir } = writeSite(folder);
    mkdirSync(join(folder, "etc"), { recursive: true });
    for (const name of ["secret.txt", "package.json", "etc/passwd"]) writeFileSync(join(folder, name), secret);
    return withChild(
      { ...generousEnv, WEB_DIR: webDir },
      async (relay) => {
        const port = Number(new URL(relay.origin).port);
        const wrong: string[] = [];
        for (const one of cases) {
          const found = await fault(port, one);
          if (found !== null) wrong.push(found);
        }
        const alive = await call(relay.origin, { path: "/healthz" });
        if (alive.status !== 200) wrong.push("it does not answer any more");
        if (/"event":"fault"/.test(relay.said().err)) wrong.push("it reported a fault of its own");
        return wrong;
      },
      path,
    );
  });

/** All cases, whatever the scale: they take seconds. */
export const proof: Proof = {
  id: "E-10",
  number: badRequests.length,
  control: "a relay whose parser is lenient",
  run: async ({ note }) => {
    const wrong = await attack(badRequests);
    const lengths = badRequests.filter(({ name }) => name.includes("length") || name.includes("chunk"));
    const mutant = await attack(
      lengths,
      await brokenRelay("lenient", {
        file: "apps/relay/edge/http.ts",
        find: "createServer({",
        put: "createServer({ insecureHTTPParser: true,",
      }),
    );
    for (const line of wrong.slice(0, 40)) note(`E-10: ${line}`);
    note(`E-10: the mutant was led ${mutant.length} times`);
    const [why] = wrong;
    return {
      done: badRequests.length,
      failures: wrong.length,
      control: mutant.length > 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
