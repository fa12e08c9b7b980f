/** The first view never lacks a sentence that something loaded with it may ask for. */
import { describe, expect, it } from "vitest";
import { idsNamed, loadedWith } from "./first-words.ts";

const files: Readonly<Record<string, string>> = {
  "web/main.tsx":
    'import "./base.css";\nimport { app } from "./screens/app.tsx";\nimport type { X } from "./types-only.ts";',
  "web/screens/app.tsx": [
    'import {\n  a,\n  b,\n} from "../parts/a.ts";',
    'export { c } from "./c.ts";',
    'const late = () => import("./late.tsx");',
  ].join("\n"),
  "web/parts/a.ts": 'import { app } from "../screens/app.tsx";',
  "web/screens/c.ts": "",
  "web/screens/late.tsx": "",
  "web/types-only.ts": "",
};

describe("what is loaded with the entry", () => {
  it("is followed through imports and hand-ons, around rings, and neither into types nor into late imports", () => {
    expect(loadedWith("web/main.tsx", (path) => files[path] ?? null)).toEqual([
      "web/main.tsx",
      "web/screens/app.tsx",
      "web/parts/a.ts",
      "web/screens/c.ts",
    ]);
  });
});

describe("a sentence", () => {
  const ids = ["today.title", "today.energy.low", "today.energy.high", "learn.title"];

  it("is needed when it is named in full", () => {
    expect(idsNamed(ids, ['t("today.title")', "const x = 'learn.title';"])).toEqual(
      new Set(["today.title", "learn.title"]),
    );
  });

  it("is needed when its name is put together", () => {
    expect(idsNamed(ids, ["t(`today.energy.${level}`)"])).toEqual(new Set(["today.energy.low", "today.energy.high"]));
  });

  it("is not needed when only a word of it is named", () => {
    expect(idsNamed(ids, ['"today"', "today.title", '"learn.tit"'])).toEqual(new Set());
  });
});
