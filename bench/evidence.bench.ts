/** Measures opening Evidence over 10,000 events, beside opening a room that reads no record. */
import { test as base } from "@playwright/test";
import { bringLog, checkedIn, openRoom, type Opening } from "../tests/world/kept-log.ts";
import { repeated } from "../tests/world/ninety-days.ts";
import { visit } from "../tests/world/places.ts";
import { startServer, type Server } from "../tests/world/server.ts";
import { m } from "../tests/world/words.ts";
import { table } from "./figures.ts";

const rounds = Number(process.env["ROUNDS"] ?? "15");
const sizes = [400, 2_000, 10_000] as const;

const test = base.extend<object, { readonly server: Server }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

for (const size of sizes) {
  test(`opening Evidence with ${size} events`, async ({ page, server }, info) => {
    await bringLog(page, server.origin, repeated(checkedIn(), size), info.outputPath("log.bin"));
    const plain: Opening[] = [];
    const first: Opening[] = [];
    const again: Opening[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // A reload forgets what was gathered, so that each round gathers anew.
      await page.reload();
      await visit(page, { screen: "help", id: null });
      await page.waitForTimeout(700);
      first.push(await openRoom(page, m("shell.room.evidence"), m("evidence.beliefsTitle")));
      plain.push(await openRoom(page, m("shell.room.learn"), m("learn.title")));
      again.push(await openRoom(page, m("shell.room.evidence"), m("evidence.beliefsTitle")));
    }
    const took = (all: readonly Opening[]): readonly number[] => all.map((one) => one.took);
    // The browser tells of stretches from 50 ms on; a round without one counts as 50.
    const longest = (all: readonly Opening[]): readonly number[] => all.map((one) => Math.max(50, one.longest));
    process.stdout.write(
      `\n### Opening Evidence, ${size} events\n\n${table([
        { what: "a room that reads no record, until it stands", samples: took(plain) },
        { what: "Evidence after a reload, until its last card stands", samples: took(first) },
        { what: "Evidence once more", samples: took(again) },
      ])}\n\n${table([
        { what: "longest stretch of the plain room (50 or less: none)", samples: longest(plain) },
        { what: "longest stretch of Evidence after a reload", samples: longest(first) },
        { what: "longest stretch of Evidence once more", samples: longest(again) },
      ])}\n\n`,
    );
  });
}
