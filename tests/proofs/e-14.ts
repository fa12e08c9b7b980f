/** E-14: every route, errors included, answers with exactly the headers of the table. */
import { createServer, request } from "node:http";
import { generousCaps, withFolder } from "../relay/begin.ts";
import { call } from "../relay/client.ts";
import { expectedHeaders, headerCases, writeSite } from "../relay/headers.ts";
import { rawCases, rawDifferences } from "../relay/raw-headers.ts";
import { configOf, startRelay } from "../../apps/relay/index.ts";
import type { Proof } from "./proof.ts";

/** Every case that differs from the table, with its first difference. */
const differing = async (base: string, origin: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const { name, kind, status, send } of headerCases) {
    const answer = await call(base, send(origin));
    const [first] = expectedHeaders.differences(kind, answer.headers, origin);
    if (answer.status !== status) lines.push(`${name}: ${answer.status} instead of ${status}`);
    else if (first !== undefined) lines.push(`${name}: ${first}`);
  }
  return lines;
};

/** The mutant: the same relay behind a hand that takes one header off every error. */
const withForgetful = async <T>(origin: string, use: (base: string) => Promise<T>): Promise<T> => {
  const front = createServer((asked, answer) => {
    const { method = "GET", url = "/", headers } = asked;
    const passed = request(`${origin}${url}`, { method, headers, agent: false }, (heard) => {
      const { "x-content-type-options": _dropped, ...rest } = heard.headers;
      const status = heard.statusCode ?? 500;
      answer.writeHead(status, status >= 400 ? rest : heard.headers);
      heard.pipe(answer);
    });
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const address = front.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    front.closeAllConnections();
    front.close();
  }
};

/** All cases, whatever the scale: a header that is missing once is missing. */
export const proof: Proof = {
  id: "E-14",
  number: headerCases.length + rawCases.length,
  control: "a relay that forgets one header on its errors",
  run: ({ note }) =>
    withFolder(async (folder) => {
      const { webDir, pagesDir } = writeSite(folder);
      const relay = await startRelay(configOf({ dataDir: folder, webDir, pagesDir, caps: generousCaps }));
      const lines = [...(await differing(relay.origin, relay.origin))];
      for (const one of rawCases) lines.push(...(await rawDifferences(relay.port, one)));
      const mutant = await withForgetful(relay.origin, (base) => differing(base, relay.origin));
      await relay.close();
      for (const line of lines) note(`E-14: ${line}`);
      const errors = headerCases.filter(({ status }) => status >= 400).length;
      const [why] = lines;
      return {
        done: headerCases.length + rawCases.length,
        failures: lines.length,
        control: mutant.length >= errors,
        ...(why === undefined ? {} : { why }),
      };
    }),
};
