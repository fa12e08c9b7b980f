import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type BrowserContext } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { answerLink, firstAsk, noteOutcome, schoolRun } from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { test } from "./journey.ts";

/** The beginnings of addresses that PRIVACY.md says something leaves to. */
const published = [
  ...readFileSync(join(import.meta.dirname, "../../PRIVACY.md"), "utf8").matchAll(/`(\/[a-z./-]*)`/g),
].map(([, address = ""]) => address);

/** Every address that a browser asked for, sockets too; `blob:` and `data:` never leave. */
const listen = (context: BrowserContext, seen: Set<string>): void => {
  context.on("request", (request) => {
    if (/^(?:blob|data):/.test(request.url())) return;
    seen.add(request.url());
  });
  context.on("page", (page) => page.on("websocket", (socket) => seen.add(socket.url())));
};

test("what a browser’s network log shows is what the page about privacy lists, and nothing more", async ({
  browser,
  server,
}) => {
  test.setTimeout(400_000);
  const seen = new Set<string>();
  const own = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const other = await browser.newContext({ viewport: { width: 360, height: 740 } });
  for (const context of [own, other]) listen(context, seen);
  const page = await own.newPage();
  const actor = byPointer(page);
  const url = await firstAsk(actor, server.origin, schoolRun);
  await answerLink(byPointer(await other.newPage()), url, { answer: "yes", words: "Yes" });
  await noteOutcome(actor, "She said yes.");
  for (const stop of everyStop()) await visit(page, stop);
  // The sealed copy is the last way out that is not a press on a link or a file.
  await visit(page, { screen: "mine", id: null });
  await page.getByText(m("mine.copySwitch"), { exact: true }).click();
  await expect.poll(() => [...seen].some((one) => new URL(one).pathname.startsWith("/v/"))).toBe(true);
  const host = new URL(server.origin).host;
  expect([...seen].filter((one) => new URL(one).host !== host)).toEqual([]);
  const paths = [...new Set([...seen].map((one) => new URL(one).pathname))];
  const unlisted = paths.filter(
    (path) => path !== "/" && !published.some((start) => start !== "/" && path.startsWith(start)),
  );
  expect(unlisted).toEqual([]);
  // A list of what is never asked for would be as false as one that leaves something out.
  for (const start of ["/assets/", "/w/", "/api/ask/put", "/api/ask/read", "/api/ask/reply", "/live", "/a/", "/v/"]) {
    expect(published).toContain(start);
    expect(
      paths.some((path) => path.startsWith(start)),
      start,
    ).toBe(true);
  }
  await own.close();
  await other.close();
});
