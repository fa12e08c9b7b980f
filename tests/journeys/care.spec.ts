import { expect, type Page } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const field = (page: Page, id: Parameters<typeof m>[0]) => page.getByLabel(m(id), { exact: true });
const tick = (page: Page, question: string) => page.getByRole("checkbox", { name: question });

/** By the drawers behind “More”, as somebody finds it. */
const toCare = async (actor: Actor): Promise<void> => {
  await actor.tap(button(actor.page, m("shell.more")));
  await actor.tap(button(actor.page, m("shell.drawer.care")));
  await expect(actor.page.getByRole("heading", { level: 1, name: m("care.title") })).toBeVisible();
};

/** The page may write to the clipboard and never read it, so what it writes is kept on the way. */
const keepCopied = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      Reflect.set(globalThis, "copied", text);
      return write(text);
    };
  });

const copied = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(globalThis, "copied"));

for (const width of [390, 1280] as const) {
  test(`questions and a first message are taken along, ${width} px wide`, async ({ page, context, server }) => {
    test.setTimeout(150_000);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.origin });
    await keepCopied(page);
    await page.setViewportSize({ width, height: 844 });
    const actor = byPointer(page);
    const seen = watchPage(page, server.origin);
    await begin(actor, server.origin, schoolRun);
    await toCare(actor);
    await look(page, "care-1");

    // A source is one press away from every kind.
    await actor.tap(page.getByText(m("care.source")).nth(4));
    await expect(page.getByText("NICE guideline NG116").first()).toBeVisible();

    await actor.choose(tick(page, "What does an hour cost"));
    await actor.choose(tick(page, "I tend to say that I’m fine."));
    await actor.write(field(page, "care.askOwn"), "Can I bring someone?");
    await actor.tap(button(page, m("care.copyList")));
    await expect(page.getByText(m("care.copied"))).toBeVisible();
    expect(await copied(page)).toBe(
      [
        "- What does an hour cost, and who can help to pay?",
        "- I tend to say that I’m fine. What will you do when I hold back?",
        "- Can I bring someone?",
      ].join("\n"),
    );

    // On paper there is the list, and nothing that says where it is from.
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(m("care.printTitle"))).toBeVisible();
    await expect(page.getByText(m("care.kindsTitle"))).toBeHidden();
    await expect(page.getByText(m("shell.product"), { exact: true })).toBeHidden();
    await expect(page.getByRole("navigation")).toBeHidden();
    if (process.env["SHOTS"] !== undefined) await page.screenshot({ path: `shots/care-print-${width}.png` });
    await page.emulateMedia({ media: "screen" });

    await actor.choose(page.getByRole("radio", { name: m("care.message.care-message-shorter") }));
    await actor.write(field(page, "care.messageWords"), "Hello. Have you room for a first talk?");
    await actor.tap(button(page, m("care.copyMessage")));
    await expect.poll(() => copied(page)).toBe("Hello. Have you room for a first talk?");
    await look(page, "care-2-filled");

    // Ticks and words survive a reload.
    await page.waitForTimeout(600);
    await page.reload();
    await expect(tick(page, "What does an hour cost")).toBeChecked();
    await expect(field(page, "care.messageWords")).toHaveValue("Hello. Have you room for a first talk?");

    // Taken up as a step, the words are where they are needed.
    await actor.tap(button(page, m("care.step")));
    await actor.tap(button(page, m("predict.keep")));
    await expect(page.getByRole("heading", { level: 1, name: m("ask.goTitle") })).toBeVisible();
    await expect(field(page, "care.messageWords")).toHaveValue("Hello. Have you room for a first talk?");
    await look(page, "care-3-step");
    expect(seen.complaints()).toEqual([]);
  });
}

test("questions are ticked and copied by the keyboard alone", async ({ page, context, server }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.origin });
  await keepCopied(page);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await toCare(actor);
  const wait = tick(page, "How long is the wait");
  for (let press = 0; press < 60; press += 1) {
    if (await wait.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(wait).toBeChecked();
  await actor.tap(button(page, m("care.copyList")));
  await expect.poll(() => copied(page)).toBe("- How long is the wait, and is there a list?");
});
