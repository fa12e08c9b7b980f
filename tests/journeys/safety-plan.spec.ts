import { expect as expectNow, type Locator, type Page } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, chooseSomeoneNew, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** Patient, since a busy machine is no failure of a journey. */
const expect = expectNow.configure({ timeout: 25_000 });

type Part = "signs" | "coping" | "company" | "helpers" | "professionals" | "safer";

const h1 = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
const part = (page: Page, name: Part): Locator =>
  page.getByRole("region", { name: m(`plan.part.${name}`), exact: true });

/** Writes one line under a heading. */
const write = async (actor: Actor, name: Part, text: string): Promise<void> => {
  const card = part(actor.page, name);
  await actor.write(card.getByRole("textbox"), text);
  await actor.tap(card.getByRole("button", { name: m("plan.add"), exact: true }));
  await expect(card.getByText(text)).toBeVisible();
  await expect(card.getByRole("textbox")).toHaveValue("");
};

/** Every piece is on the device, so that the network may go. */
const kept = (page: Page): Promise<unknown> =>
  page.waitForFunction(
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

/** By Help now, as somebody finds it in a hard hour. */
const fromHelp = async (actor: Actor): Promise<void> => {
  const { page } = actor;
  await actor.tap(page.getByRole("banner").getByRole("button", { name: m("shell.helpLabel") }));
  await expect(h1(page, m("help.title"))).toBeVisible();
  await actor.tap(button(page, m("help.plan")));
  await expect(h1(page, m("plan.title"))).toBeVisible();
};

for (const width of [390, 1280] as const) {
  test(`a plan is made calmly, opened in one tap from Help, printed and shared by choice, ${width} px wide`, async ({
    page,
    server,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const actor = byPointer(page);
    const seen = watchPage(page, server.origin);
    await begin(actor, server.origin, schoolRun);
    await actor.tap(button(page, m("today.carryAsk")));
    await chooseSomeoneNew(actor, "Noor");
    await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toBeVisible();
    await fromHelp(actor);
    await look(page, "plan-1-empty");
    await write(actor, "signs", "I stop answering messages");
    await write(actor, "coping", "Walk to the river and back");
    await actor.tap(part(page, "helpers").getByRole("button", { name: m("plan.addName", { name: "Noor" }) }));
    await expect(part(page, "helpers").getByText("Noor", { exact: true })).toBeVisible();
    await write(actor, "safer", "The tablets are with the chemist");
    await look(page, "plan-2-written");
    await actor.tap(button(page, m("plan.done")));
    await expect(page.getByText(m("plan.lead"))).toBeVisible();
    await expect(page.getByText(m("plan.part.company"))).toHaveCount(0);
    await look(page, "plan-3-read");

    // On paper: the plan alone, without a name of where it is from.
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("Walk to the river and back").first()).toBeVisible();
    await expect(page.getByText(m("plan.printHint"))).toBeHidden();
    await expect(page.getByRole("navigation")).toBeHidden();
    await expect(page.getByText(m("shell.product"), { exact: true })).toBeHidden();
    if (process.env["SHOTS"] !== undefined) await page.screenshot({ path: `shots/plan-print-${width}.png` });
    await page.emulateMedia({ media: "screen" });

    // The whole message is seen first, and the questions about that person come again before it goes anywhere.
    await actor.tap(page.getByText(m("plan.share")));
    await actor.tap(page.getByRole("checkbox", { name: "Walk to the river and back" }));
    await expect(page.getByText(m("plan.askOpen"))).toBeVisible();
    await look(page, "plan-4-share");
    await actor.tap(button(page, m("plan.shareTake")));
    await actor.choose(page.getByRole("radio", { name: /^Noor/ }));
    await actor.tap(button(page, m("who.next")));
    await expect(h1(page, m("screening.title"))).toBeVisible();
    await expect(page.getByText(m("screening.leadAgain"))).toBeVisible();
    const groups = page
      .getByRole("group")
      .filter({ has: page.getByRole("radio", { name: m("screening.no"), exact: true }) });
    for (let at = 0; at < (await groups.count()); at += 1)
      await actor.choose(groups.nth(at).getByRole("radio", { name: m("screening.no"), exact: true }));
    await actor.tap(button(page, m("screening.next")));
    const words = page.getByLabel(m("ask.yourWords"), { exact: true });
    await expect(words).toHaveValue(/Walk to the river and back/);
    expect(await words.inputValue()).not.toContain("tablets");
    expect(seen.complaints()).toEqual([]);
  });
}

test("a plan is made, opened and changed by the keyboard alone, and without a network", async ({ page, server }) => {
  test.setTimeout(240_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await kept(page);
  await page.context().setOffline(true);
  await page.reload();
  await expect(button(page, m("shell.more"))).toBeVisible();
  await fromHelp(actor);
  await write(actor, "signs", "I stop eating");
  await actor.tap(button(page, m("plan.done")));
  await expect(page.getByText(m("plan.lead"))).toBeVisible();
  await page.reload();
  await expect(page.getByText("I stop eating").first()).toBeVisible();

  // From More too, and a line can be changed and taken out.
  await visit(page, { screen: "today", id: null });
  await actor.tap(button(page, m("shell.more")));
  await actor.tap(button(page, m("shell.drawer.plan")));
  await expect(h1(page, m("plan.title"))).toBeVisible();
  await actor.tap(button(page, m("plan.edit")));
  await actor.tap(button(page, m("plan.changeThis", { text: "I stop eating" })));
  await actor.write(part(page, "signs").getByRole("textbox"), "I skip meals");
  await actor.tap(button(page, m("plan.save")));
  await expect(part(page, "signs").getByText("I skip meals")).toBeVisible();
  await actor.tap(button(page, m("plan.removeThis", { text: "I skip meals" })));
  await expect(page.getByText("I skip meals")).toHaveCount(0);
  await page.context().setOffline(false);
});
