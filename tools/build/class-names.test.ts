/** Class names are short, one to a class, the same for the same tree, and never named in vain. */
import { describe, expect, it } from "vitest";
import { root } from "./settings.ts";
import { namedOut, namesLost, numbered, shortClass } from "./class-names.ts";

const card = { path: "parts/card.module.css", text: ".card { gap: .5rem }\n.card.accent { color: red }\n" };
const page = {
  path: "parts/page.module.css",
  text: "/* not a .remark */\n.page, .card:hover { margin: 0.4rem }\n@keyframes rise {}",
};

const all = (names: ReturnType<typeof numbered>) => [...names.values()].flatMap((own) => [...own.values()]);

describe("the built names of classes", () => {
  it("tell every class of every module apart, also those of the same name", () => {
    const names = numbered([card, page]);
    expect([...(names.get(card.path) ?? [])].map(([name]) => name)).toEqual(["accent", "card"]);
    expect([...(names.get(page.path) ?? [])].map(([name]) => name)).toEqual(["card", "page", "rise"]);
    expect(new Set(all(names)).size).toBe(5);
  });

  it("are the same whatever order the modules are found in", () => {
    expect(numbered([page, card])).toEqual(numbered([card, page]));
  });

  it("begin with a letter, so that a style may use them", () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ path: `${n}.module.css`, text: ".a .b .c" }));
    for (const name of all(numbered(many))) expect(name).toMatch(/^[a-z][a-z0-9]*$/);
  });

  it("fail the build when a view names a class that its module does not have", () => {
    const file = `${root}/apps/web/parts/card.module.css`;
    expect(shortClass("card", file)).toMatch(/^c/);
    expect(() => shortClass("cards", file)).toThrow('no class "cards"');
  });
});

describe("a view with its names written out", () => {
  const line = 'import css from "./card.module.css";\n';
  const built = (code: string) => namedOut(line + code, (name) => `short-${name}`);

  it("takes the style alone when every name stands in it", () => {
    expect(built('const a = <p class={css["card"]} />;')).toBe(
      'import "./card.module.css";\nconst a = <p class={"short-card"} />;',
    );
  });

  it.each(["css[tone]", "css[`gap${n}`]", "pick(css)"])("keeps the table when it picks while it runs: %s", (use) => {
    expect(built(`const a = [css["card"], ${use}];`)).toBe(`${line}const a = ["short-card", ${use}];`);
  });
});

describe("a build", () => {
  it("knows the names that no style holds, and takes no part of a name for it", () => {
    expect(namesLost(["c1", "c2", "c3"], ".c1{gap:.5rem}.c20:hover,.c3>p{margin:0}")).toEqual(["c2"]);
  });
});
