/** Holds PRIVACY.md to what the relay really keeps, to what the app says, and to a reading age that most people have. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { messagesEn } from "@belay/content";
import { fleschKincaidGrade } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { columns, routes } from "../apps/relay/index.ts";

const page = readFileSync(join(import.meta.dirname, "../PRIVACY.md"), "utf8");

/** The columns in the page's table, and the words beside each. */
const rows = [...page.matchAll(/^\| `([a-z_]+\.[a-z_]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, name = "", why = "", stays = ""]) => ({ name, why, stays }),
);

/** The beginnings of addresses in the page's other table. */
const addresses = [...page.matchAll(/`(\/[a-z./-]*)`/g)].map(([, address = ""]) => address);

const sayings = (prefix: string): readonly string[] =>
  Object.entries(messagesEn).flatMap(([id, text]) => (id.startsWith(prefix) ? [text] : []));

describe("the page about privacy", () => {
  it("names every column of the relay, once, and no other", () => {
    const kept = Object.entries(columns).flatMap(([table, of]) => Object.keys(of).map((name) => `${table}.${name}`));
    expect(rows.map(({ name }) => name)).toEqual(kept);
  });

  it("says why and how long for each", () => {
    for (const { name, why, stays } of rows) {
      expect(why.length, name).toBeGreaterThan(8);
      expect(stays.length, name).toBeGreaterThan(6);
    }
  });

  it("names every address of the relay that a browser can call", () => {
    for (const { kind, path } of routes) {
      if (kind === "files" || kind === "health") continue;
      const known = addresses.some((address) => address !== "/" && `${path}/`.startsWith(address));
      expect(known, path).toBe(true);
    }
  });

  it("says what leaves in the very words of the app, and nothing more", () => {
    const ways = sayings("mine.leaves.");
    expect(ways.length).toBeGreaterThanOrEqual(7);
    for (const way of ways) expect(page).toContain(`- ${way}`);
    const [, list = ""] = page.split("## What leaves this device");
    const [items = ""] = list.split("\n## ");
    expect(items.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(ways.length);
    expect(page).toContain(messagesEn["mine.leavesNever"]);
    expect(page).toContain(messagesEn["mine.leavesLead"]);
  });

  it("can be read at grade 8, and so can what the app says of it", () => {
    const prose = page
      .split("\n")
      .filter((line) => /^[A-Z-]/.test(line) && !line.startsWith("|"))
      .map((line) => line.replaceAll(/[`*]/g, ""));
    expect(fleschKincaidGrade([prose.join(" ")])).toBeLessThanOrEqual(8);
    expect(fleschKincaidGrade([...sayings("mine.where"), ...sayings("mine.leaves")])).toBeLessThanOrEqual(8);
  });
});
