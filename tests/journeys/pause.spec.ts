import { expect, type Locator, type Page } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, chooseSomeoneNew, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const sheet = (page: Page): Locator => page.getByRole("dialog", { name: m("shell.pause") });
const inSheet = (page: Page, name: string): Locator => sheet(page).getByRole("button", { name, exact: true });
const pacer = (page: Page): Locator => sheet(page).getByRole("img");
const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

/** One press: the breath is there, and goes. */
const pause = async (actor: Actor): Promise<void> => {
  const { page } = actor;
  await actor.tap(page.getByRole("group", { name: m("shell.top") }).getByRole("button", { name: m("shell.pause") }));
  await expect(pacer(page)).toBeInViewport();
  await expect(pacer(page)).toHaveAttribute("data-phase", /in|out/);
};

/** Looks at the sheet, and at what stands below its first view. */
const lookAtSheet = async (page: Page, name: string): Promise<void> => {
  const scrolled = (to: number): Promise<void> =>
    sheet(page).evaluate((box, y) => {
      box.scrollTop = y;
    }, to);
  for (const [part, to] of [
    ["top", 0],
    ["middle", 560],
    ["end", 9_999],
  ] as const) {
    await scrolled(to);
    await look(page, `${name}-${part}`);
  }
};

const ends = [
  ["pause.ask", "who.title"],
  ["pause.accept", "steps.title"],
  ["pause.alone", "outcome.aloneTitle"],
] as const;

for (const width of [390, 1280] as const) {
  test(`a pause from Today, all its ways on, and undoing “I’m fine” in two taps, ${width} px wide`, async ({
    page,
    server,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    // Before anything was typed, there is a breath.
    await page.goto(`${server.origin}/`);
    await pause(actor);
    await expect(inSheet(page, m("pause.ask"))).toBeHidden();
    await page.keyboard.press("Escape");
    await begin(actor, server.origin, schoolRun);

    await pause(actor);
    await expect(inSheet(page, m("pause.ask"))).toBeAttached();
    if (process.env["SHOTS"] !== undefined) {
      await page.waitForTimeout(5_000);
      await page.screenshot({ path: `shots/pause-1-moving-${width}.png` });
    }
    await lookAtSheet(page, "pause-1");
    await actor.tap(inSheet(page, m("shell.pauseUnsure")));
    await expect(inSheet(page, m("shell.helpLabel"))).toBeInViewport();
    await actor.tap(inSheet(page, m("pause.lookAround")));
    await expect(sheet(page).getByText(m("pause.around.feet"))).toBeVisible();
    await expect(pacer(page)).toBeHidden();
    await lookAtSheet(page, "pause-2-around");
    await actor.tap(inSheet(page, m("shell.pauseThen")));

    for (const [end, title] of ends) {
      await actor.tap(inSheet(page, m(end)));
      await expect(sheet(page)).toBeHidden();
      await expect(heading(page, m(title))).toBeVisible();
      await expect(heading(page, m(title))).toBeFocused();
      await visit(page, { screen: "today", id: null });
      await pause(actor);
    }
    await actor.tap(inSheet(page, m("pause.wait")));
    await expect(sheet(page).getByText(m("pause.waited"))).toBeInViewport();
    await actor.tap(inSheet(page, m("shell.pauseDone")));
    await expect(sheet(page)).toBeHidden();
    await pause(actor);
    await actor.tap(inSheet(page, m("pause.notPossible")));
    await expect(sheet(page).getByText(m("pause.manyHands"))).toBeInViewport();
    await lookAtSheet(page, "pause-3-many-hands");
    await actor.tap(inSheet(page, m("pause.noOne")));
    await expect(heading(page, m("circle.noOneTitle"))).toBeVisible();
    await pause(actor);
    await actor.tap(inSheet(page, m("shell.pauseNow")));
    await expect(heading(page, m("help.title"))).toBeVisible();

    // Two taps to the words; as many more as one likes.
    await visit(page, { screen: "today", id: null });
    const before = actor.acts();
    await pause(actor);
    await actor.tap(inSheet(page, m("undo.title")));
    await expect(page.getByText(m("undo.line.direct"))).toBeVisible();
    expect(actor.acts() - before).toBe(2);
    await look(page, "pause-4-undo");
    await actor.choose(page.getByRole("radio", { name: m("ask.indirect"), exact: true }));
    await actor.tap(button(page, m("undo.say")));
    await look(page, "pause-5-undo-said");
    await actor.tap(button(page, m("undo.ask")));
    await chooseSomeoneNew(actor, schoolRun.nickname);
    await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toHaveValue(m("undo.line.indirect"));
    expect(seen.complaints()).toEqual([]);
  });
}

test("a pause in the middle of an ask keeps what was typed, and leads back to it", async ({ page, server }) => {
  test.setTimeout(180_000);
  const seen = watchPage(page, server.origin);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, schoolRun.nickname);
  const words = page.getByLabel(m("ask.yourWords"), { exact: true });
  await actor.write(words, "Could you take the school run on Friday");
  for (const leave of [
    () => actor.tap(inSheet(page, m("shell.pauseDone"))),
    () => page.keyboard.press("Escape"),
    () => actor.tap(inSheet(page, m("pause.ask"))),
  ]) {
    await pause(actor);
    await leave();
    await expect(sheet(page)).toBeHidden();
    await expect(words).toHaveValue("Could you take the school run on Friday");
  }
  // A kinder word before sending: noted with a sentence of one's own, and back to the very same words.
  await actor.tap(button(page, m("ask.cant")));
  await look(page, "pause-6-cant-send");
  await actor.tap(button(page, m("kindness.offer.open")));
  await look(page, "pause-7-kindness");
  await actor.write(page.getByRole("textbox"), "keeping all of us fed in March");
  await actor.tap(button(page, m("kindness.done")));
  await expect(page.getByText(m("kindness.saved"))).toBeVisible();
  await look(page, "pause-8-kindness-noted");
  await actor.tap(button(page, m("kindness.onwards")));
  await expect(words).toHaveValue("Could you take the school run on Friday");
  expect(seen.complaints()).toEqual([]);
});

test("a pause works without a network, and its breath stands still where motion is reduced", async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await page.waitForFunction(
    async () => {
      const [name] = await caches.keys();
      return (
        name !== undefined &&
        navigator.serviceWorker.controller !== null &&
        (await (await caches.open(name)).keys()).length > 5
      );
    },
    null,
    { timeout: 60_000 },
  );
  await page.context().setOffline(true);
  await page.reload();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await pause(actor);
  await expect(pacer(page)).toHaveText(/^(in|out, slowly)\d$/);
  const scaled = await pacer(page)
    .locator("div")
    .evaluate((circle) => getComputedStyle(circle).transform);
  expect(scaled).toBe("none");
  // The seconds go on, without anything that moves.
  const now = await pacer(page).textContent();
  await expect(pacer(page)).not.toHaveText(now ?? "");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect(pacer(page)).toHaveText(/^(in|out, slowly)$/);
  await expect
    .poll(() =>
      pacer(page)
        .locator("div")
        .evaluate((circle) => getComputedStyle(circle).transform),
    )
    .not.toBe("none");
  // A moving circle never covers its own word.
  const onTop = await pacer(page).evaluate((circle) => {
    const { x, y, width, height } = circle.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.textContent ?? "";
  });
  expect([m("shell.pauseIn"), m("shell.pauseOut")]).toContain(onTop);
  await actor.tap(inSheet(page, m("pause.accept")));
  await expect(heading(page, m("steps.title"))).toBeVisible();
  await page.context().setOffline(false);
});

test("by the keyboard alone: the breath is paced and stays so, and the way on is taken", async ({ page, server }) => {
  test.setTimeout(180_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await pause(actor);
  const fold = sheet(page).locator("summary");
  await actor.tap(fold);
  const longer = sheet(page).getByRole("button", { name: m("pause.longerOut"), exact: true });
  await actor.tap(longer);
  await actor.tap(longer);
  const outward = sheet(page).getByRole("group", { name: m("pause.outward") });
  await expect(outward).toContainText("6.5 seconds");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  // Nothing on the screen says that a pace is saved, and a busy machine takes its time.
  await page.waitForTimeout(2_000);
  await page.reload();
  await pause(actor);
  await expect(pacer(page)).toHaveAttribute("aria-label", /out for 6\.5/);
  await actor.tap(sheet(page).getByRole("button", { name: "racing heart", exact: true }));
  await actor.tap(inSheet(page, m("together.title")));
  await expect(heading(page, m("together.title"))).toBeFocused();
  await look(page, "pause-9-together");
  await visit(page, { screen: "kindness", id: null });
  await look(page, "pause-10-kindness-list");
});
