/** Tests which links open a note, and what is said about those that do not. */
import { describe, expect, it, test } from "vitest";
import { toHex } from "@belay/basics";
import { askFragment, askKeys, newAskSecret } from "@belay/vault";
import { linkOf } from "./link.ts";

const secretOf = (seed: number) => newAskSecret((length) => new Uint8Array(length).fill(seed));
const secret = secretOf(7);
const fragment = askFragment(secret);
const path = `/a/${toHex(askKeys(secret).id)}`;
const otherPath = `/a/${toHex(askKeys(secretOf(8)).id)}`;

describe("a link", () => {
  test.each([
    ["as it was made", path, fragment],
    ["with a slash behind the id", `${path}/`, fragment],
    ["with the id in capitals", path.toUpperCase().replace("/A/", "/a/"), fragment],
    ["with the full stop of its sentence", path, `${fragment}.`],
    ["with a bracket and a comma", path, `${fragment}),`],
    ["with a tracking field", path, `${fragment}&utm_source=chat`],
    ["with a text directive", path, `${fragment}:~:text=note`],
    ["with an escaped space", path, `${fragment}%20`],
  ])("opens its note %s", (_how, where, what) => {
    const link = linkOf(where, what);
    expect(link.ok && toHex(link.value.secret.expose())).toBe("07".repeat(32));
  });

  test.each([
    ["no fragment at all", path, "", "missing"],
    ["only the sign", path, "#", "missing"],
    ["only the version", path, "#1", "damaged"],
    ["one letter too few", path, fragment.slice(0, -1), "damaged"],
    ["half of it", path, fragment.slice(0, 20), "damaged"],
    ["one letter too many", path, `${fragment}A`, "damaged"],
    [
      "one letter changed",
      path,
      `${fragment.slice(0, 9)}${fragment[9] === "A" ? "B" : "A"}${fragment.slice(10)}`,
      "damaged",
    ],
    ["no version", path, `#${fragment.slice(2)}`, "damaged"],
    ["version nought", path, `#0${fragment.slice(2)}`, "damaged"],
    ["words", path, "#about-this-page", "damaged"],
    ["a percent sign that ends nothing", path, "#%", "damaged"],
    ["a newer version", path, `#2${fragment.slice(2)}`, "newer"],
    ["the id of another note", otherPath, fragment, "damaged"],
    ["an id cut short", path.slice(0, -3), fragment, "damaged"],
    ["no id", "/a/", fragment, "damaged"],
    ["another page's path", "/s/x", fragment, "damaged"],
  ])("with %s opens nothing", (_how, where, what, why) => {
    const link = linkOf(where, what);
    expect(link.ok ? "opened" : link.error.type).toBe(why);
  });

  it("never shows its secret when printed", () => {
    const link = linkOf(path, fragment);
    expect(JSON.stringify(link)).not.toContain(fragment.slice(2));
    expect(JSON.stringify(link)).not.toContain("07".repeat(8));
  });
});
