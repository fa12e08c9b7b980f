/** Holds that every moment with cards is drawn by a screen somebody can reach, and that those placed here behave. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lessonCatalogue, stepCatalogue } from "@belay/content";
import { cardsSeen, pathNames, type StepSpec } from "@belay/domain";
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { Ask } from "../ask/ask.tsx";
import { Care } from "../care/care.tsx";
import { Circle } from "../circle/circle.tsx";
import { Person } from "../circle/person.tsx";
import { noOneId } from "../circle/place-ids.ts";
import { Evidence } from "../evidence/evidence.tsx";
import { Leaving } from "../leaving/leaving.tsx";
import { useScreen } from "../navigation.ts";
import { Step } from "../steps/step.tsx";
import { stepMoment } from "../steps/step-moment.ts";
import { Offer } from "../today/offer.tsx";
import type { Moment } from "./lesson-due.ts";

const screens = join(import.meta.dirname, "..");

/** Where the moment is worked out elsewhere: what it can be, and the words that prove the tag is there. */
const workedOut: readonly { readonly file: string; readonly tag: string; readonly moments: readonly string[] }[] = [
  { file: "path/ending.tsx", tag: "moment={path}", moments: pathNames },
  {
    file: "steps/step.tsx",
    tag: "moment={moment}",
    moments: stepCatalogue.map((step) => stepMoment(step) ?? "none"),
  },
];

/** Every file of the screens that the app can come to load, from its first one on. */
const reachable = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const waiting = [join(screens, "app.tsx")];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !path.startsWith(screens)) continue;
    const text = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    found.set(path, text);
    for (const [, to] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+\.tsx?)"/g)) {
      if (to !== undefined) waiting.push(join(dirname(path), to));
    }
  }
  return found;
};

/** The moments of all tags in the files given. */
const drawn = (files: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const moments = [...files].flatMap(([path, text]) => [
    ...[...text.matchAll(/<LessonHere moment=("[^"]+"|\{[^}]+\})/g)].flatMap(([, moment]) =>
      [...(moment ?? "").matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? ""),
    ),
    ...workedOut.flatMap(({ file, tag, moments: can }) =>
      path === join(screens, file) && text.includes(`<LessonHere ${tag}`) ? can : [],
    ),
  ]);
  return new Set(moments);
};

const withCards = [...new Set(lessonCatalogue.map(({ moment }) => moment))];

describe("every moment with cards", () => {
  const found = drawn(reachable());

  it.each(withCards)("%s stands on a screen that can be reached", (moment) => {
    expect(found).toContain(moment);
  });

  it("is looked for where the app really begins", () => {
    const files = [...reachable().keys()].map((path) => path.slice(screens.length + 1));
    expect(files).toEqual(expect.arrayContaining(["today/today.tsx", "care/care.tsx", "learn/lesson-here.tsx"]));
    expect(drawn(new Map([["x.tsx", "no tag"]])).size).toBe(0);
  });
});

/** Somebody to ask. */
const noor = (pretend: Pretend): string =>
  pretend.say({ kind: "circle/add", nickname: "Noor", role: "friend", ring: "near", trust: null, comfort: null });

/** The step of the catalogue that stands first for a moment. */
const stepFor = (moment: Moment): string => stepCatalogue.find((step) => stepMoment(step) === moment)?.id ?? "";

const specOf = (id: string): StepSpec => {
  const step = stepCatalogue.find((one) => one.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  const { strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch } = step;
  return { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch };
};

/** The composer of an ask to Noor. */
const composer = (pretend: Pretend): Promise<Drawn> => {
  const step = specOf("ask-for-a-book");
  const person = noor(pretend);
  const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
  pretend.say({ kind: "circle/screen", person, strand: "ask", depth: "first", answers });
  const id = pretend.say({ kind: "steps/plan", step, person, context: null, origin: "self" });
  pretend.calls.length = 0;
  return draw(Ask, pretend, id);
};

const places: readonly (readonly [Moment, (pretend: Pretend) => Promise<Drawn>])[] = [
  ["before-ask", composer],
  ["before-share", (pretend) => draw(Step, pretend, stepFor("before-share"))],
  ["before-accept", (pretend) => draw(Step, pretend, stepFor("before-accept"))],
  ["before-handover", (pretend) => draw(Step, pretend, stepFor("before-handover"))],
  ["before-bewith", (pretend) => draw(Step, pretend, stepFor("before-bewith"))],
  ["at-work", (pretend) => draw(Step, pretend, stepFor("at-work"))],
  ["on-rest", (pretend) => draw(() => h(Offer, { plain: false }), pretend)],
  ["circle", (pretend) => draw(Circle, pretend)],
  ["person", (pretend) => draw(Person, pretend, noor(pretend))],
  ["no-one-yet", (pretend) => draw(Circle, pretend, noOneId)],
  ["evidence", (pretend) => draw(Evidence, pretend)],
  ["care", (pretend) => draw(Care, pretend)],
  ["look-back", (pretend) => draw(Leaving, pretend)],
];

/** The card comes in a part of its own; the first time that part has to be read from disk. */
const offered = async (screen: Drawn, words: string): Promise<void> => {
  for (let turn = 0; turn < 200 && !screen.has(words); turn += 1) await settle();
};

const named = ({ question, title }: (typeof lessonCatalogue)[number]): string => question ?? title;

describe("a step that was taken up from Today, past its own page", () => {
  it.each([
    ["share", "share-talk-it-through"],
    ["accept", "accept-a-standing-offer"],
    ["bewith", stepFor("before-bewith")],
    ["handover", stepFor("before-handover")],
  ] as const)("%s: the card of its moment stands where it is written or expected", async (strand, id) => {
    const pretend = pretendEngine();
    const step = specOf(id);
    expect(step.strand).toBe(strand);
    const person = step.needsPerson ? noor(pretend) : null;
    const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
    if (person !== null) pretend.say({ kind: "circle/screen", person, strand, depth: "larger", answers });
    const plan = pretend.say({ kind: "steps/plan", step, person, context: null, origin: "engine" });
    const screen = await draw(Ask, pretend, plan);
    await offered(screen, "A short card, if you like");
    const due = lessonCatalogue.find(({ moment }) => moment === stepMoment(step));
    if (due === undefined) throw new Error(`no card for ${id}`);
    expect(screen.has(named(due))).toBe(true);
  });
});

describe.each(places)("at the moment “%s”", (moment, open) => {
  const cards = lessonCatalogue.filter((lesson) => lesson.moment === moment);
  const first = cards[0];
  if (first === undefined) throw new Error(`no card for ${moment}`);

  it("the first card appears by itself, and opening it leads to it", async () => {
    const screen = await open(pretendEngine());
    await offered(screen, "A short card, if you like");
    expect(screen.has(named(first))).toBe(true);
    await screen.press("Read it");
    expect(useScreen()).toMatchObject({ screen: "lesson", id: first.id });
  });

  it("“not now” is kept, the card leaves, and the next one comes, or none", async () => {
    const pretend = pretendEngine();
    const screen = await open(pretend);
    await offered(screen, "A short card, if you like");
    await screen.press("Not now");
    expect(cardsSeen(pretend.state.value)[0]).toMatchObject({ lesson: first.id, fate: "not-now" });
    const offer = screen.page
      .all()
      .find((node) => node.localName === "section" && node.textContent.includes("Read it"));
    expect(offer?.textContent.includes(named(first)) ?? false).toBe(false);
    const second = cards[1];
    if (second === undefined) expect(offer).toBeUndefined();
    else expect(offer?.textContent).toContain(named(second));
  });

  it("no card comes while the app rests", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "settings/choose-pace", pace: "resting" });
    const screen = await open(pretend);
    for (let turn = 0; turn < 10; turn += 1) await settle();
    expect(screen.has("A short card, if you like")).toBe(false);
  });
});
