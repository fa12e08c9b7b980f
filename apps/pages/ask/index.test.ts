/** Tests the page's own file: what a preview sees, and that its few static words come from the content room. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { answer } from "@belay/content";
import { fillWords } from "../../../tools/build/page-words.ts";

const source = readFileSync(fileURLToPath(new URL("./index.html", import.meta.url)), "utf8");
const html = fillWords(source, answer);

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
    expect(html).toContain(answer["answer.noscript"]);
  });

  it("is not built with a place that no sentence fills, or with one that would be markup", () => {
    expect(() => fillWords("<p><!--answer.nothing--></p>", answer)).toThrow("answer.nothing");
    expect(() => fillWords("<p><!--a.b--></p>", { "a.b": "<b>" })).toThrow("a.b");
    expect(html).not.toContain("<!--");
  });

  it("refers to its own script and style alone", () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(["./style.css", "./main.ts"]);
  });
});
