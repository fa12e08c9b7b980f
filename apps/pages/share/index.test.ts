/** Tests the page's own file: what a preview sees, and that its few static words come from the content room. */
import { sharePage } from "@belay/content";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { fillWords } from "../../../tools/build/page-words.ts";

const source = readFileSync(fileURLToPath(new URL("./index.html", import.meta.url)), "utf8");
const html = fillWords(source, sharePage);

describe("the file", () => {
  it("has the neutral title and nothing else to preview", () => {
    expect(html).toContain(`<title>${sharePage["share-page.title"]}</title>`);
    expect(html).not.toMatch(/og:|twitter:|name="description"|itemprop/i);
  });

  test.each([
    ["is not indexed", /name="robots" content="noindex, nofollow/],
    ["sends no referrer", /name="referrer" content="no-referrer"/],
    ["is not offered for translation", /<html lang="en" translate="no">/],
  ])("%s", (_what, pattern) => {
    expect(html).toMatch(pattern);
  });

  it("says a sentence where JavaScript is off, and has no place left that no sentence fills", () => {
    expect(html).toContain(sharePage["share-page.noscript"]);
    expect(html).not.toContain("<!--");
  });

  it("refers to its own script and style alone", () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(["./style.css", "./main.ts"]);
  });
});
