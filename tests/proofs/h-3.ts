/** H-3: a whole end-to-end run asks nothing of any host but its own. */
import { createServer } from "node:http";
import { freePort } from "../world/server.ts";
import { withEndToEnd, type EndToEnd } from "../world/end-to-end.ts";
import type { Proof } from "./proof.ts";

/** Hosts other than the one address of app and relay. */
const strangers = (run: EndToEnd): readonly string[] =>
  [...run.hosts].filter((host) => host !== new URL(run.tap.origin).host);

/** The mutant: a page that fetches a picture from somewhere else. */
const caughtStranger = async (run: EndToEnd): Promise<boolean> => {
  const port = await freePort();
  const other = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  const context = await run.browser.newContext();
  const seen = new Set<string>();
  context.on("request", (request) => seen.add(new URL(request.url()).host));
  const page = await context.newPage();
  await page.setContent(`<img src="http://127.0.0.1:${port}/pixel" alt="">`);
  await context.close();
  await new Promise((resolve) => other.close(resolve));
  return strangers({ ...run, hosts: new Set([...run.hosts, ...seen]) }).length === 1;
};

/** The page has no number: five flows are a full run. */
export const proof: Proof = {
  id: "H-3",
  number: 5,
  control: "a page with a picture from another host",
  run: ({ asked, seed }) =>
    withEndToEnd(asked, seed, async (run) => {
      const failures = strangers(run).length;
      const control = await caughtStranger(run);
      const why = failures === 0 ? {} : { why: strangers(run).join(" ") };
      return { done: run.secrets.length, failures, control, ...why };
    }),
};
