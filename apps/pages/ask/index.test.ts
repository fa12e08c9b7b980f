/** Tests the page's own file: what a preview sees, and that its few static words are the content's. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { answer } from "@belay/content";

const html = readFileSync(fileURLToPath(new URL("./index.html", import.meta.url)), "utf8");
const collapsed = html.replaceAll(/\s+/g, " ");

describe("the file", () => {
  it("has the neutral title and nothing else to preview", () => {
    expect(html).toContain(`<title>${answer["answer.title"]}</title>`);
    expect(html).not.toMatch(/og:|twitter:|name="description"|itemprop/i);
  });

  test.each([
    ["is not indexed", /name="robots" content="noindex, nofollow/],
    ["sends no referrer", /name="referrer" content="no-referrer"/],
    ["is not offered for translation", /<html lang="en" translate="no">/],
    [
      "does not turn numbers and days into links",
      /format-detection" content="telephone=no, date=no, address=no, email=no"/,
    ],
  ])("%s", (_what, pattern) => {
    expect(html).toMatch(pattern);
  });

  it("says the content's sentence where JavaScript is off", () => {
    expect(collapsed).toContain(answer["answer.noscript"]);
  });

  it("refers to its own script and style alone", () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(["./style.css", "./main.ts"]);
  });
});
