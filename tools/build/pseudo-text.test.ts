/** The language of the pseudo-locale run: longer, accented, and with every place for a value where it was. */
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { messagesEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import { stretch, stretchMessage, stretchTable } from "./pseudo-text.ts";

describe("stretched text", () => {
  it("is at least 40 % longer and holds no plain letter", () => {
    for (const text of ["No", "Help now", "Everything here stays on this device unless you send it."]) {
      expect(stretch(text).length).toBeGreaterThanOrEqual(Math.ceil(text.length * 1.4));
      expect(stretch(text)).not.toMatch(/[A-Za-z]/);
    }
  });

  it.each(["", " ", "…", "1,000", "–"])("leaves %j, which no translator would touch", (text) => {
    expect(stretch(text)).toBe(text);
  });
});

describe("a stretched message", () => {
  it.each([
    ["{name}: {answer}", /^\{name\}: \{answer\}$/],
    ["with {name}", /^[^a-z{]+ \{name\}$/],
    ["{n, plural, one {# day} other {# days}} left", /^\{n, plural, one \{# đáý[^}]*\} other \{# đáýš[^}]*\}\} ĺéƒŧ/],
  ])("keeps what stands in braces: %s", (message, pattern) => {
    expect(stretchMessage(message)).toMatch(pattern);
  });

  it("compiles, for every sentence of the app", () => {
    const places = (message: string): readonly string[] => [...message.matchAll(/\{(\w+)/g)].map((one) => one[1] ?? "");
    for (const message of Object.values(messagesEn)) {
      expect(() => compileMessage(stretchMessage(message))).not.toThrow();
      expect(places(stretchMessage(message))).toEqual(
        expect.arrayContaining([...new Set(places(message))].slice(0, 1)),
      );
    }
  });
});

describe("a stretched table", () => {
  it("keeps ids and row ids, and changes every sentence", () => {
    const table = [
      { id: "a-step", covers: ["MV-01"], title: "Ask {name}", parts: [{ text: "Now" }], n: 3, none: null },
    ];
    expect(stretchTable(table)).toEqual([
      {
        id: "a-step",
        covers: ["MV-01"],
        title: expect.stringMatching(/^Ášķ.*\{name\}$/),
        parts: [{ text: expect.stringMatching(/^Ñóŵ ẋ+$/) }],
        n: 3,
        none: null,
      },
    ]);
  });
});
