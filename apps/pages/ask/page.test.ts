/** Tests what the page shows after each event, as one table, and the laws no order of events may break. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AskPlain } from "@belay/wire";
import { answer } from "@belay/content";
import { parseDay, type LocalDay } from "@belay/basics";
import {
  canRetry,
  canSend,
  choices,
  emptyDraft,
  firstPage,
  next,
  wordsMax,
  type Draft,
  type Page,
  type PageEvent,
  type Trouble,
} from "./page.ts";
import { brokenSentence, openingSentence, sendingSentence } from "./troubles.ts";

const day = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error("a test day that is none");
  return parsed.value;
};

const ask: AskPlain = {
  v: 1,
  from: "Sam",
  words: "Could you take the school run on Friday?",
  howItWas: true,
  answerBy: null,
  closesOn: day("2026-11-29"),
  silence: null,
  locale: "en",
  replyPub: "00".repeat(32),
};

type Open = Extract<Page, { readonly kind: "open" }>;
const draft: Draft = {
  choice: "no",
  words: "Friday is full.",
  burden: 2,
  glad: null,
  notThisMonth: true,
  offer: emptyDraft.offer,
};
const open = (over: Partial<Open> = {}): Open => ({
  kind: "open",
  ask,
  draft,
  waiting: "no",
  trouble: null,
  ...over,
});
const sealed = (waiting: "no" | "yes" | "lingering", trouble: Trouble | null = null): Page => ({
  kind: "sealed",
  waiting,
  trouble,
});
const sent: Page = { kind: "sent", ask, choice: "no", notThisMonth: true };
const troubles: readonly Trouble[] = ["offline", "slow", "busy", "gone", "full", "refused", "unreadable"];

const rows: readonly (readonly [sentence: string, from: Page, event: PageEvent, to: Page])[] = [
  ["a whole link waits for a tap", firstPage, { type: "arrived", broken: null }, sealed("no")],
  [
    "a link without its last part opens nothing",
    firstPage,
    { type: "arrived", broken: "missing" },
    { kind: "broken", why: "missing" },
  ],
  [
    "a damaged link opens nothing",
    firstPage,
    { type: "arrived", broken: "damaged" },
    { kind: "broken", why: "damaged" },
  ],
  ["a link of a newer kind says so", firstPage, { type: "arrived", broken: "newer" }, { kind: "broken", why: "newer" }],
  [
    "a whole link put in place of a broken one waits for a tap",
    { kind: "broken", why: "missing" },
    { type: "arrived", broken: null },
    sealed("no"),
  ],
  ["a tap asks for the note", sealed("no"), { type: "asked-to-open" }, sealed("yes")],
  [
    "a tap after trouble asks again and drops the sentence",
    sealed("no", "offline"),
    { type: "asked-to-open" },
    sealed("yes"),
  ],
  ["a second tap while it opens does nothing", sealed("lingering"), { type: "asked-to-open" }, sealed("lingering")],
  ["a slow note says that it lingers", sealed("yes"), { type: "lingered" }, sealed("lingering")],
  [
    "what came shows the note with nothing filled in",
    sealed("yes"),
    { type: "opened", ask },
    open({ draft: emptyDraft }),
  ],
  [
    "what came after a long wait shows it too",
    sealed("lingering"),
    { type: "opened", ask },
    open({ draft: emptyDraft }),
  ],
  ["a note nobody asked for is not shown", sealed("no"), { type: "opened", ask }, sealed("no")],
  ["trouble while opening is shown", sealed("yes"), { type: "failed", trouble: "gone" }, sealed("no", "gone")],
  [
    "an answer can be chosen",
    open({ draft: emptyDraft }),
    { type: "chose", choice: "yes" },
    open({ draft: { ...emptyDraft, choice: "yes" } }),
  ],
  [
    "an answer can be changed, and the words stay",
    open(),
    { type: "chose", choice: "talk" },
    open({ draft: { ...draft, choice: "talk" } }),
  ],
  [
    "words are kept as they are typed",
    open(),
    { type: "wrote", words: "Sorry" },
    open({ draft: { ...draft, words: "Sorry" } }),
  ],
  ["a scale can be set", open(), { type: "rated", scale: "glad", value: 10 }, open({ draft: { ...draft, glad: 10 } })],
  [
    "a scale can be emptied again",
    open(),
    { type: "rated", scale: "burden", value: null },
    open({ draft: { ...draft, burden: null } }),
  ],
  [
    "not this month can be taken back",
    open(),
    { type: "said-not-this-month", on: false },
    open({ draft: { ...draft, notThisMonth: false } }),
  ],
  [
    "an offer cut at its end",
    open(),
    { type: "offered", part: "what", words: "x".repeat(130) },
    open({ draft: { ...draft, offer: { ...draft.offer, what: "x".repeat(120) } } }),
  ],
  ["sending starts", open(), { type: "asked-to-send" }, open({ waiting: "yes" })],
  [
    "nothing is sent while no answer is chosen",
    open({ draft: emptyDraft }),
    { type: "asked-to-send" },
    open({ draft: emptyDraft }),
  ],
  ["nothing is sent twice", open({ waiting: "yes" }), { type: "asked-to-send" }, open({ waiting: "yes" })],
  [
    "what is on its way cannot be edited",
    open({ waiting: "yes" }),
    { type: "chose", choice: "yes" },
    open({ waiting: "yes" }),
  ],
  [
    "sending again after a time-out is allowed",
    open({ trouble: "slow" }),
    { type: "asked-to-send" },
    open({ waiting: "yes" }),
  ],
  [
    "sending again to a full note is not",
    open({ trouble: "full" }),
    { type: "asked-to-send" },
    open({ trouble: "full" }),
  ],
  [
    "trouble while sending is shown and keeps what was typed",
    open({ waiting: "lingering" }),
    { type: "failed", trouble: "full" },
    open({ trouble: "full" }),
  ],
  ["a delivered answer is confirmed", open({ waiting: "yes" }), { type: "delivered" }, sent],
  [
    "not this month belongs to a no alone",
    open({ waiting: "yes", draft: { ...draft, choice: "yes" } }),
    { type: "delivered" },
    { kind: "sent", ask, choice: "yes", notThisMonth: false },
  ],
  ["a confirmation nobody waits for changes nothing", open(), { type: "delivered" }, open()],
  ["one more answer starts empty", sent, { type: "asked-to-answer-again" }, open({ draft: emptyDraft })],
  ["late trouble does not undo a confirmation", sent, { type: "failed", trouble: "slow" }, sent],
  ["another link starts over", open(), { type: "arrived", broken: null }, firstPage],
];

describe("the page", () => {
  test.each(rows)("%s", (_sentence, from, event, to) => {
    expect(next(from, event)).toEqual(to);
  });

  it("cuts words at 1,000 characters", () => {
    const page = next(open(), { type: "wrote", words: "x".repeat(wordsMax + 5) });
    expect(page.kind === "open" && page.draft.words.length).toBe(1000);
  });

  test.each(troubles)("offers the same again after %s exactly when that can help", (trouble) => {
    const stays = ["gone", "full", "unreadable"].includes(trouble);
    expect(canRetry(trouble)).toBe(!stays);
    expect(canSend(open({ trouble }))).toBe(!stays);
  });
});

const events: fc.Arbitrary<PageEvent> = fc.oneof(
  fc.constantFrom<PageEvent>(
    { type: "asked-to-open" },
    { type: "opened", ask },
    { type: "asked-to-send" },
    { type: "delivered" },
    { type: "lingered" },
    { type: "asked-to-answer-again" },
  ),
  fc.constantFrom(...troubles).map((trouble): PageEvent => ({ type: "failed", trouble })),
  fc.constantFrom(...choices).map((choice): PageEvent => ({ type: "chose", choice })),
  fc.string().map((words): PageEvent => ({ type: "wrote", words })),
);

describe("whatever happens in whatever order", () => {
  it("trouble never changes what was filled in", () => {
    fc.assert(
      fc.property(fc.array(events), fc.constantFrom(...troubles), (all, trouble) => {
        const before = all.reduce(next, firstPage);
        const after = next(before, { type: "failed", trouble });
        if (before.kind === "open") expect(after.kind === "open" && after.draft).toEqual(before.draft);
        else expect(after.kind).toBe(before.kind);
      }),
    );
  });

  it("a note is never shown before a tap, and an answer never confirmed before a choice", () => {
    fc.assert(
      fc.property(fc.array(events), (all) => {
        const seen = all.reduce<readonly Page[]>(
          (pages, event) => [...pages, next(pages.at(-1) ?? firstPage, event)],
          [],
        );
        const opened = seen.findIndex((page) => page.kind === "open");
        const confirmed = seen.findIndex((page) => page.kind === "sent");
        if (opened >= 0) expect(all.slice(0, opened).some((event) => event.type === "asked-to-open")).toBe(true);
        if (confirmed >= 0) expect(all.slice(0, confirmed).some((event) => event.type === "chose")).toBe(true);
      }),
    );
  });
});

describe("the sentences for trouble", () => {
  it("every one of them exists", () => {
    for (const id of [
      ...Object.values(brokenSentence),
      ...Object.values(openingSentence),
      ...Object.values(sendingSentence),
    ]) {
      expect(answer[id]).toMatch(/\.$/);
    }
  });

  test.each(troubles)("after %s a person who typed something learns that it is safe", (trouble) => {
    expect(answer[sendingSentence[trouble]]).toMatch(/What you typed is still here|Sending it again is safe/);
  });

  it("closed, expired, unknown and wrong share one sentence", () => {
    expect(answer[openingSentence.gone]).toMatch(/may have closed, run out of time/);
    expect(openingSentence.full).toBe(openingSentence.gone);
  });
});
