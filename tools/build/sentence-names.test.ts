/** Sentences are named shortly, one name each, and never where an id is put together. */
import { messagesEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import { namesFor, renamed, shortNames } from "./sentence-names.ts";

const ids = ["today.title", "today.lead", "path.no.title", "path.no.words", "learn.title", "learn.never"];
const screen = 't("today.title"); say(late ? \'today.lead\' : `learn.title`); t("path.no.title"); t("path.no.words");';

describe("the built name of a sentence", () => {
  it("is given to what is named in full, and to nothing else", () => {
    expect([...shortNames(ids, [screen]).keys()].toSorted()).toEqual(
      ids.filter((id) => id !== "learn.never").toSorted(),
    );
  });

  it("is the same whatever order the ids come in", () => {
    expect([...shortNames(ids.toReversed(), [screen])]).toEqual([...shortNames(ids, [screen])]);
  });

  it.each([
    ["t(`path.${stage}.title`)", ["path.no.title"]],
    ["t(`path.${stage}`)", ["path.no.title", "path.no.words"]],
    ['t(`today.${rooms.find((room) => room === name) ?? "title"}`)', ["today.title", "today.lead"]],
  ])("is not given to what %s may put together", (line, kept) => {
    const names = shortNames(ids, [screen, line]);
    for (const id of ids.slice(0, 5)) expect(names.has(id), id).toBe(!kept.includes(id));
  });

  it("is told apart from every other, also of thousands, and from every id", () => {
    const many = Array.from({ length: 5000 }, (_, n) => `area.n${n}`);
    const names = [...shortNames(many, [many.map((id) => `"${id}"`).join()]).values()];
    expect(new Set(names).size).toBe(5000);
    for (const name of names) expect(name).toMatch(/^[a-zA-Z0-9]{2,4}$/);
  });

  it("is written into a source in whatever quotes stand there, and nothing else is touched", () => {
    const names = new Map([["today.title", "aa"]]);
    expect(renamed('t("today.title"), \'today.title\', `today.title`, "today.titles", today.title', names)).toBe(
      't("aa"), \'aa\', `aa`, "today.titles", today.title',
    );
  });
});

describe("the sentences of the app", () => {
  it("are mostly named shortly, and none that is put together is", () => {
    const names = namesFor(Object.keys(messagesEn));
    expect(names.size).toBeGreaterThan(1000);
    expect(names.has("today.title")).toBe("today.title" in messagesEn);
    for (const id of Object.keys(messagesEn)) if (id.startsWith("steps.role.")) expect(names.has(id), id).toBe(false);
  });
});
