/** A person makes a page for a therapist and takes it back; the therapist reads it in a browser of their own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Browser, type Page } from "@playwright/test";
import { fromBase64Url, toHex } from "@belay/basics";
import { documentSentences, sharePage } from "@belay/content";
import { askFragment, newAskSecret, openShare, parseAskFragment, shareKeys } from "@belay/vault";
import { decodeShareDoc, type ShareDoc } from "@belay/wire";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { bringLog, checkedIn } from "../world/kept-log.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { withMeasures } from "../world/measured-weeks.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, lookLarge, test, watchPage } from "./journey.ts";

const field = (page: Page, id: Parameters<typeof m>[0]) => page.getByLabel(m(id), { exact: true });
const tick = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const wordsOn = async (page: Page): Promise<readonly string[]> => {
  await expect(page.locator("ol[translate=no] li")).toHaveCount(6);
  return page.locator("ol[translate=no] li").allInnerTexts();
};

/** Lines that nobody ticks; they may stand nowhere. */
const canaries = ["Canary-4711 by the old mill", "School run, Friday"] as const;

/** For whom, from whom, what for. */
const fillIn = async ({ page, write }: Actor): Promise<void> => {
  await write(field(page, "share.to"), "Dr Weiss");
  await write(field(page, "share.from"), "Mara");
  await write(field(page, "share.purpose"), "For our next three meetings.");
};

/** The therapist's own browser; nothing is shared with the person's. */
const readerOf = async (browser: Browser, width = 390): Promise<Page> =>
  (await browser.newContext({ viewport: { width, height: 844 }, locale: "en-GB" })).newPage();

const open = (page: Page) => page.getByRole("button", { name: /^(Open|Try again)$/ });

/** What lies at the relay, opened with the link as the therapist's page does it. */
const opened = async (origin: string, url: string): Promise<ShareDoc> => {
  const secret = parseAskFragment(new URL(url).hash);
  if (!secret.ok) throw new Error("no secret in the link");
  const { id, readProof } = shareKeys(secret.value);
  const answer = await fetch(`${origin}/api/share/read`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "null" },
    body: JSON.stringify({ id: toHex(id), proof: toHex(readProof) }),
  });
  const json: unknown = await answer.json();
  const body: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "body") : null;
  const sealed = fromBase64Url(typeof body === "string" ? body : "");
  const plain = sealed.ok ? openShare(secret.value, sealed.value) : sealed;
  const doc = plain.ok ? decodeShareDoc(plain.value) : plain;
  if (!doc.ok) throw new Error(`nothing to read: ${doc.error.type}`);
  return doc.value;
};

/** Saves what goes on paper where pictures are wanted. */
const paper = async (page: Page, format: "A4" | "Letter"): Promise<Buffer> => {
  const pdf = await page.pdf({ format });
  const folder = join(import.meta.dirname, "../../shots");
  if (process.env["SHOTS"] === undefined) return pdf;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `share-${format}.pdf`), pdf);
  return pdf;
};

/** Opening says the one sentence, whatever the reason. */
const findsNothing = async (reader: Page, url: string): Promise<void> => {
  await reader.goto("about:blank");
  await reader.goto(url);
  await open(reader).click();
  await expect(reader.getByRole("alert")).toHaveText(sharePage["share-page.gone"]);
  await expect(button(reader, sharePage["share-page.sealed.again"])).toBeVisible();
};

for (const width of [390, 1280] as const) {
  test(`a page is composed, compared, read, renewed, paused and taken back, ${width} px wide`, async ({
    page,
    browser,
    server,
  }, info) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await bringLog(page, server.origin, withMeasures(checkedIn()), info.outputPath("share.bin"));

    // A safety plan with a canary in it.
    await visit(page, { screen: "plan", id: null });
    const signs = page.getByRole("region", { name: m("plan.part.signs"), exact: true });
    await actor.write(signs.getByRole("textbox"), canaries[0]);
    await actor.tap(signs.getByRole("button", { name: m("plan.add"), exact: true }));
    await expect(signs.getByText(canaries[0])).toBeVisible();

    // Nothing is ticked for anybody; question 9 and the plan stand apart.
    await visit(page, { screen: "care", id: null });
    await expect(page.getByText(m("share.nobody"))).toBeVisible();
    await look(page, "share-0-care");
    await actor.tap(button(page, m("share.start")));
    await expect(title(page, m("share.title"))).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: m("share.item9") })).toBeVisible();
    await look(page, "share-1-pick");
    await actor.tap(button(page, m("share.see")));
    await expect(page.getByText(m("share.pickOne"))).toBeVisible();

    const picked = [m("change.name.ucla3"), m("change.weeksTitle")];
    for (const name of picked) await actor.choose(tick(page, name));
    await actor.write(field(page, "share.own"), "I say I’m fine before I have looked.\n\nPlease ask twice.");
    await fillIn(actor);
    // What is half done survives a reload.
    await page.waitForTimeout(600);
    await page.reload();
    await expect(tick(page, picked[0] ?? "")).toBeChecked();
    await actor.tap(button(page, m("share.see")));

    // The preview is the very document, and nothing else.
    const sheet = page.getByRole("article");
    await expect(sheet.getByText("Please ask twice.")).toBeVisible();
    for (const name of picked) await expect(sheet.getByRole("heading", { name, exact: true })).toBeVisible();
    for (const canary of canaries) await expect(sheet).not.toContainText(canary);
    const previewed = await sheet.innerText();
    await expect(page.getByText(m("share.plain"))).toBeVisible();
    await look(page, "share-2-preview");
    await actor.tap(button(page, m("share.make")));

    // The link is made, and there is nothing behind it.
    await expect(title(page, m("share.linkTitle"))).toBeVisible();
    const url = await field(page, "share.link").inputValue();
    expect(url).toMatch(new RegExp(`^${server.origin}/s/[0-9a-f]{32}#1[A-Za-z0-9_-]{43}$`));
    const words = await wordsOn(page);
    await look(page, "share-3-words");
    const reader = await readerOf(browser, width);
    const readerSeen = watchPage(reader, server.origin);
    await reader.goto(url);
    expect(await wordsOn(reader)).toEqual(words);
    await look(reader, "share-page-1-words");
    await findsNothing(reader, url);
    await look(reader, "share-page-2-nothing");

    // They match: the first data go, and are exactly what was previewed.
    await actor.tap(button(page, m("share.match")));
    await expect(title(page, m("share.openTitle", { to: "Dr Weiss" }))).toBeVisible();
    await look(page, "share-4-open");
    await open(reader).click();
    await expect(title(reader, documentSentences.title.replace("{from}", "Mara"))).toBeFocused();
    expect(await reader.getByRole("article").innerText()).toBe(previewed);
    for (const canary of canaries) await expect(reader.locator("body")).not.toContainText(canary);
    await look(reader, "share-page-3-open");
    await lookLarge(reader, "share-page-3-open");
    const doc = await opened(server.origin, url);
    expect(doc.sections.map((section) => section.title)).toEqual([m("share.ownTitle"), ...picked]);
    for (const canary of canaries) expect(JSON.stringify(doc)).not.toContain(canary);
    expect(JSON.stringify(doc)).not.toMatch(/self-harm|PHQ-9/);
    // On paper, in both sizes: the bar and what the page is stay off it.
    for (const format of ["A4", "Letter"] as const) expect((await paper(reader, format)).length).toBeGreaterThan(5_000);
    await reader.emulateMedia({ media: "print" });
    await expect(reader.getByText(sharePage["share-page.about.heading"])).toBeHidden();
    await expect(reader.getByText(/^Made by Mara, for Dr Weiss\./)).toBeVisible();
    await reader.emulateMedia({ media: "screen" });

    // Brought up to date: it says what changes, and shows all of it again.
    await actor.tap(button(page, m("share.renew")));
    await expect(page.getByText(m("share.renewSame"))).toBeVisible();
    await actor.write(field(page, "share.own"), "I slept badly this week.");
    await expect(page.getByText(m("share.renewChanged", { list: m("share.ownTitle") }))).toBeVisible();
    await look(page, "share-5-renew");
    await actor.tap(button(page, m("share.renewSend")));
    await expect(title(page, m("share.openTitle", { to: "Dr Weiss" }))).toBeVisible();
    await reader.reload();
    await open(reader).click();
    await expect(reader.getByText("I slept badly this week.")).toBeVisible();
    await expect(reader.getByText("Please ask twice.")).toHaveCount(0);

    // Paused: they can still read it, and are not told.
    await actor.tap(button(page, m("share.pause")));
    await expect(page.getByText(m("share.pausedTitle"), { exact: true })).toBeVisible();
    await expect(button(page, m("share.renew"))).toHaveCount(0);
    await reader.reload();
    await open(reader).click();
    await expect(reader.getByText("I slept badly this week.")).toBeVisible();
    await actor.tap(button(page, m("share.resume")));
    await expect(button(page, m("share.renew"))).toBeVisible();

    // Who can see this: on Care and in Mine.
    for (const screen of ["care", "mine"] as const) {
      await visit(page, { screen, id: null });
      await expect(page.getByRole("button", { name: /^Dr Weiss/ })).toBeVisible();
    }
    await actor.tap(page.getByRole("button", { name: /^Dr Weiss/ }));

    // Taken back: the same sentence as for a link that never was.
    await actor.tap(button(page, m("share.revoke")));
    await actor.tap(button(page, m("share.revokeSure")));
    await expect(title(page, m("share.revokedTitle"))).toBeVisible();
    await look(page, "share-6-revoked");
    await findsNothing(reader, url);
    const never = newAskSecret((length) => new Uint8Array(length).fill(width % 251));
    await findsNothing(reader, `${server.origin}/s/${toHex(shareKeys(never).id)}${askFragment(never)}`);
    await visit(page, { screen: "mine", id: null });
    await expect(page.getByText(m("share.nobody"))).toBeVisible();
    expect(seen.complaints()).toEqual([]);
    expect(readerSeen.complaints()).toEqual([]);
    await reader.context().close();
  });
}

test("question 9 goes along by a tick of its own, and by nothing else", async ({ page, server }, info) => {
  test.setTimeout(180_000);
  const actor = byPointer(page);
  await bringLog(page, server.origin, withMeasures(checkedIn()), info.outputPath("item9.bin"));
  await visit(page, { screen: "share", id: null });
  const ninth = page.getByRole("checkbox", { name: m("share.item9") });
  await expect(ninth).toBeVisible();
  const boxes = await page.getByRole("checkbox").all();
  for (const box of boxes) await actor.choose(box);
  await ninth.uncheck({ force: true });
  await fillIn(actor);
  await actor.tap(button(page, m("share.see")));
  await expect(page.getByRole("article")).toBeVisible();
  await expect(page.getByRole("article")).not.toContainText(m("share.item9Title"));
  await actor.tap(button(page, m("share.change")));
  await actor.choose(ninth);
  await actor.tap(button(page, m("share.see")));
  await expect(page.getByRole("article").getByText(m("share.item9Said"))).toBeVisible();
});

test("words that do not match close the link, by the keyboard alone", async ({ page, browser, server }) => {
  test.setTimeout(180_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "share", id: null });
  await actor.write(field(page, "share.own"), "Hello.");
  await fillIn(actor);
  await actor.tap(button(page, m("share.see")));
  await actor.tap(button(page, m("share.make")));
  await expect(title(page, m("share.linkTitle"))).toBeVisible();
  const url = await field(page, "share.link").inputValue();
  await actor.tap(button(page, m("share.noMatch")));
  await expect(title(page, m("share.unmatchedTitle"))).toBeVisible();
  await expect(page.getByText(m("share.unmatchedLead"))).toBeVisible();

  // The therapist's page, by the keyboard too.
  const reader = await readerOf(browser);
  await reader.goto(url);
  await byKeyboard(reader).tap(open(reader));
  await expect(reader.getByRole("alert")).toHaveText(sharePage["share-page.gone"]);
  await reader.context().close();
});

test("the page says a sentence without JavaScript, and one for half a link", async ({ browser, server }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`${server.origin}/s/${"0".repeat(32)}`);
  await expect(page.locator("noscript p")).toHaveText(sharePage["share-page.noscript"]);
  await expect(page.locator("noscript p")).toBeVisible();
  await plain.close();
  const reader = await readerOf(browser);
  await reader.goto(`${server.origin}/s/${"0".repeat(32)}#1abc`);
  await expect(reader.getByRole("alert")).toHaveText(sharePage["share-page.gone"]);
  await expect(reader).toHaveTitle(sharePage["share-page.title"]);
  await reader.context().close();
});
