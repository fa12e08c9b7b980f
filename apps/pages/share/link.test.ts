/** Tests which links can open a page, and that the six words follow from the secret alone. */
import { toHex } from "@belay/basics";
import { askFragment, newAskSecret, shareKeys, shareWords } from "@belay/vault";
import { describe, expect, it, test } from "vitest";
import { linkOf } from "./link.ts";

const secretOf = (seed: number) => newAskSecret((length) => new Uint8Array(length).fill(seed));
const secret = secretOf(7);
const fragment = askFragment(secret);
const path = `/s/${toHex(shareKeys(secret).id)}`;
const otherPath = `/s/${toHex(shareKeys(secretOf(8)).id)}`;

describe("a link", () => {
  test.each([
    ["as it was made", path, fragment],
    ["with a slash behind the id", `${path}/`, fragment],
    ["with the id in capitals", path.toUpperCase().replace("/S/", "/s/"), fragment],
    ["with the full stop of its sentence", path, `${fragment}.`],
    ["with a bracket and a comma", path, `${fragment}),`],
    ["with a tracking field", path, `${fragment}&utm_source=chat`],
  ])("opens its page %s", (_how, where, what) => {
    expect(linkOf(where, what)).toMatchObject({
      id: toHex(shareKeys(secret).id),
      proof: toHex(shareKeys(secret).readProof),
      words: shareWords(secret),
    });
  });

  test.each([
    ["no fragment", path, ""],
    ["only the version", path, "#1"],
    ["one letter too few", path, fragment.slice(0, -1)],
    ["one letter too many", path, `${fragment}A`],
    ["one letter changed", path, `${fragment.slice(0, 9)}${fragment[9] === "A" ? "B" : "A"}${fragment.slice(10)}`],
    ["a newer version", path, `#2${fragment.slice(2)}`],
    ["the id of another page", otherPath, fragment],
    ["an id cut short", path.slice(0, -3), fragment],
    ["the path of an ask", path.replace("/s/", "/a/"), fragment],
  ])("with %s opens nothing", (_how, where, what) => {
    expect(linkOf(where, what)).toBeNull();
  });

  it("of another secret has other words", () => {
    const other = linkOf(otherPath, askFragment(secretOf(8)));
    expect(other?.words).toHaveLength(6);
    expect(other?.words).not.toEqual(linkOf(path, fragment)?.words);
  });
});
