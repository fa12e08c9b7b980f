import { helpFallbacks, helpLines } from "@belay/content";
import { settings } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { Help } from "./help.tsx";
import { addressOf, countriesWithLines, linesOf } from "./lines.ts";
import { ownPeople } from "./own-people.ts";

describe("help, before anything was ever opened", () => {
  it("works without storage, and remembers the country until the page is left", async () => {
    const pretend = pretendEngine();
    pretend.phase.value = { kind: "refused", why: "no-storage" };
    const screen = await draw(Help, pretend);
    expect(screen.has("112 works from mobile phones in many countries")).toBe(true);
    expect(screen.has("is kept on this device")).toBe(false);
    await screen.choose("Where are you?", "IE");
    expect(screen.has("Samaritans")).toBe(true);
    expect(pretend.calls).toEqual([]);
    expect(settings(pretend.state.value).country).toBeNull();
  });
});

describe("help", () => {
  it("opens without recording anything", async () => {
    const pretend = pretendEngine();
    await draw(Help, pretend);
    expect(pretend.calls).toEqual([]);
    expect(pretend.kept.size).toBe(0);
  });

  it("keeps the country, and nothing else, when one is chosen", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Help, pretend);
    await screen.choose("Where are you?", "GB");
    expect(pretend.calls.map((call) => JSON.parse(call))).toEqual([
      { kind: "settings/choose", country: "GB", signAs: null, keepCopy: null, touch: null },
    ]);
    expect(settings(pretend.state.value).country).toBe("GB");
  });

  it("shows the numbers even when the choice cannot be kept", async () => {
    const pretend = pretendEngine();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Help, pretend);
    await screen.choose("Where are you?", "AU");
    expect(screen.has("Call 000")).toBe(true);
  });

  it.each(countriesWithLines)(
    "%s: the emergency number comes first, then every line with its checks said",
    async (country) => {
      const screen = await draw(Help, pretendEngine());
      await screen.choose("Where are you?", country);
      const text = screen.text();
      const numbers = linesOf(country);
      const first = text.search(/In danger now/);
      expect(first).toBeGreaterThan(-1);
      expect(first).toBeLessThan(text.indexOf("Someone to talk to"));
      for (const line of [...numbers.emergency, ...numbers.crisis, ...numbers.violence])
        expect(text).toContain(line.name);
      const unchecked = [...numbers.emergency, ...numbers.crisis, ...numbers.violence].filter(
        ({ verified }) => !verified,
      ).length;
      expect(text.match(/· not checked by us yet/g)?.length ?? 0).toBe(unchecked);
    },
  );

  it.each([
    ["EU", "Call 112"],
    ["ZZ", "call the emergency number you know"],
  ])("%s has an emergency rule and a place to look", async (country, words) => {
    const screen = await draw(Help, pretendEngine());
    await screen.choose("Where are you?", country);
    expect(screen.has(words)).toBe(true);
    expect(screen.has("findahelpline.com")).toBe(true);
  });

  it("dials only after a second, different press", async () => {
    const screen = await draw(Help, pretendEngine());
    await screen.choose("Where are you?", "US");
    const links = () =>
      screen.page
        .all()
        .filter((node) => node.localName === "a")
        .map((node) => node.getAttribute("href"));
    expect(links()).toEqual([]);
    await screen.press("Call 911, Emergency services");
    expect(screen.has("The call can show in this phone’s call list, and on a bill.")).toBe(true);
    expect(links()).toEqual(["tel:911"]);
    await screen.press("Not now");
    expect(links()).toEqual([]);
  });

  it("writes with the word that the line wants, after a confirm", async () => {
    const screen = await draw(Help, pretendEngine());
    await screen.choose("Where are you?", "US");
    await screen.press("Text HOME to 741741");
    expect(
      screen.page
        .all()
        .find((node) => node.localName === "a")
        ?.getAttribute("href"),
    ).toBe("sms:741741?body=HOME");
  });

  it("says what is left when no line works, under every country", async () => {
    const screen = await draw(Help, pretendEngine());
    expect(screen.has("None of these work for me")).toBe(true);
    const list = screen.page.all().find((node) => node.localName === "ul" && node.textContent.includes("Put distance"));
    expect(list?.childNodes.length).toBe(helpFallbacks.length);
  });

  it("raises no alarm", async () => {
    const screen = await draw(Help, pretendEngine());
    expect(screen.text()).not.toMatch(/!|warning|alert you|urgent/i);
    expect(screen.page.all().some((node) => node.getAttribute("role") === "alert" && node.textContent !== "")).toBe(
      false,
    );
  });
});

describe("people of one’s own", () => {
  it("are those close or near, the safe ones first, never unsafe and never further out", async () => {
    const pretend = pretendEngine();
    const add = (nickname: string, ring: "close" | "near" | "further") =>
      pretend.say({ kind: "circle/add", nickname, role: "friend", ring, trust: null, comfort: null });
    const near = add("Mei", "near");
    add("Noor", "close");
    const bad = add("Raj", "close");
    const harmful = add("Kit", "close");
    add("Coach", "further");
    pretend.say({ kind: "circle/rate-safety", person: near, safety: "safe", note: "" });
    pretend.say({ kind: "circle/rate-safety", person: bad, safety: "unsafe", note: "" });
    pretend.say({ kind: "circle/note-harm", person: harmful, on: "2026-11-01", note: "" });
    expect(ownPeople(pretend.state.value, pretend.engine.today())).toEqual(["Mei", "Noor"]);
    const screen = await draw(Help, pretend);
    await settle();
    expect(screen.has("Mei, Noor. Call or write the way you always do.")).toBe(true);
    expect(screen.has("Raj")).toBe(false);
  });
});

describe("addresses of numbers", () => {
  it.each([
    [{ channel: "call", number: "116 123", keyword: null }, "tel:116123"],
    [{ channel: "call", number: "1-800-799-7233", keyword: null }, "tel:18007997233"],
    [{ channel: "text", number: "1737", keyword: null }, "sms:1737"],
    [{ channel: "text", number: "85258", keyword: "SHOUT" }, "sms:85258?body=SHOUT"],
  ] as const)("%j is %s", (line, address) => {
    expect(addressOf(line)).toBe(address);
  });

  it("hold digits alone, whatever a line looks like", () => {
    for (const line of helpLines) expect(addressOf(line)).toMatch(/^(tel:\d+|sms:\d+(\?body=[A-Z%0-9]+)?)$/);
    fc.assert(
      fc.property(fc.string(), fc.string(), (number, keyword) => {
        expect(addressOf({ channel: "text", number, keyword })).toMatch(/^sms:[\d+]*\?body=[^\s&?#]*$/u);
      }),
    );
  });
});
