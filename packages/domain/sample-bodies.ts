/** Any fact of any kind, for the laws that hold for every log. */
import fc from "fast-check";
import { emptyTable, withEntry } from "./events/table.ts";
import * as views from "./index.ts";
import type { EventKind } from "./index.ts";

const percent = fc.integer({ min: 0, max: 100 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const note = fc.string({ unit: "binary", maxLength: 12 });
const line = fc
  .string({ unit: fc.constantFrom(..."abc é🌿ß"), minLength: 1, maxLength: 8 })
  .map((text) => `x${text.trim()}`);
/** A day of one month. */
export const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, "0")}`);
const hex = fc.constantFrom("00", "ab", "00ff");
/** The piece of a table that a key falls into. */
const pieceOf = (key: string): number =>
  withEntry<true>(emptyTable, key, true).pieces.findIndex((piece) => piece !== null);

/** Another id in the same piece of a table as the first, so that only their place in the log can order the two. */
export const twinOf = (prefix: string): string => {
  for (let n = 3; n < 1000; n += 1) {
    if (pieceOf(`${prefix}-${n}`) === pieceOf(`${prefix}-1`)) return `${prefix}-${n}`;
  }
  throw new Error(`no id meets ${prefix}-1`);
};

/** Few ids, so that facts meet on the same things. */
const named = (prefix: string) => fc.constantFrom(`${prefix}-1`, `${prefix}-2`, twinOf(prefix));
const yesNo = fc.constantFrom(...views.screenReplies);
/** One of the values. */
export const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** At least one, and a few. */
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });
/** Raw answers with a gap, at least one given. */
const rawAnswers = fc.array(orNull(fc.integer({ min: 0, max: 7 })), { maxLength: 4 }).map((rest) => [1, ...rest]);
const tenths = fc.integer({ min: 20, max: 80 });

/** Bodies of every kind there is: leaving one out does not compile. */
export const bodies: { readonly [K in EventKind]: fc.Arbitrary<unknown> } = {
  "checkin/noted@1": fc.record({
    energy: orNull(percent),
    cues: fc.array(named("cue"), { maxLength: 3 }),
    carrying: orNull(note),
  }),
  // The names that the laws give their facts.
  "entries/erased@1": fc.record({ id: fc.nat(12).map((n) => `event-${n}`) }),
  "circle/added@1": fc.record({
    person: named("per"),
    nickname: line,
    role: pick(views.roles),
    ring: pick(views.rings),
    trust: orNull(percent),
    comfort: orNull(percent),
  }),
  "circle/changed@1": fc.record({
    person: named("per"),
    nickname: orNull(line),
    role: orNull(pick(views.roles)),
    ring: orNull(pick(views.rings)),
    trust: orNull(percent),
    comfort: orNull(percent),
  }),
  "circle/removed@1": fc.record({ person: named("per") }),
  "circle/observed@1": fc.record({
    person: named("per"),
    quality: pick(views.qualities),
    seen: pick(views.sights),
    on: day,
    note,
  }),
  "circle/safety-rated@1": fc.record({ person: named("per"), safety: pick(views.safeties), note }),
  "circle/harm-noted@1": fc.record({ person: named("per"), on: day, note }),
  "circle/screened@1": fc.record({
    person: named("per"),
    strand: pick(views.strands),
    depth: pick(views.depths),
    answers: fc.record({ hurt: yesNo, used: yesNo, risky: yesNo, debt: yesNo, work: orNull(yesNo) }),
  }),
  "steps/added@1": fc.record({
    step: named("stp"),
    strand: pick(views.strands),
    title: line,
    difficulty: percent,
    cost: fc.double({ min: 0, max: 1, noNaN: true }),
    needsPerson: fc.boolean(),
    roles: fc.array(pick(views.roles), { maxLength: 9 }),
    contexts: fc.array(pick(views.contexts), { minLength: 1, maxLength: 4 }),
    disclosure: pick(views.disclosures),
    touch: fc.boolean(),
  }),
  "steps/removed@1": fc.record({ step: named("stp") }),
  "steps/rested@1": fc.record({ reason: pick(views.restReasons) }),
  "steps/planned@1": fc.record({
    experiment: named("exp"),
    step: named("stp"),
    title: line,
    strand: pick(views.strands),
    person: orNull(named("per")),
    context: orNull(pick(views.contexts)),
    origin: pick(views.origins),
    difficulty: percent,
    cost: fc.constantFrom(0, 0.5, 1),
    disclosure: pick(views.disclosures),
  }),
  "steps/predicted@1": fc.record({
    experiment: named("exp"),
    help: orNull(percent),
    bad: orNull(percent),
    feared: note,
    sign: note,
    beliefs: fc.array(named("bel"), { maxLength: 6 }),
  }),
  "steps/outcome-noted@1": fc.record({
    experiment: named("exp"),
    status: pick(views.statuses),
    outcome: orNull(pick(views.outcomes)),
    before: orNull(percent),
    peak: orNull(percent),
    after: orNull(percent),
    bad: orNull(percent),
    feared: orNull(pick(views.fearResults)),
    closer: orNull(pick(views.closenesses)),
    learnt: note,
  }),
  "steps/alone-noted@1": fc.record({ title: line, verdict: orNull(pick(views.aloneVerdicts)), note }),
  "asks/prepared@1": fc.record({
    ask: named("ask"),
    experiment: named("exp"),
    words: line,
    from: line,
    howItWas: fc.boolean(),
    link: fc.record({ mailbox: hex, secret: hex, replyKey: hex, ownerProof: hex, closesOn: day }),
  }),
  "asks/sent@1": fc.record({
    ask: named("ask"),
    experiment: named("exp"),
    person: orNull(named("per")),
    words: line,
    channel: pick(views.channels),
    silence: orNull(fc.record({ by: day, then: note })),
  }),
  "asks/closed@1": fc.record({ ask: named("ask") }),
  "asks/answered@1": fc.record({
    ask: named("ask"),
    reply: named("rep"),
    answer: pick(views.answers),
    words: note,
    burden: orNull(fc.integer({ min: 0, max: 10 })),
    glad: orNull(fc.integer({ min: 0, max: 10 })),
    notThisMonth: fc.boolean(),
  }),
  "beliefs/added@1": fc.record({ belief: named("bel"), text: line }),
  "beliefs/rated@1": fc.record({ belief: named("bel"), strength: percent }),
  "beliefs/test-agreed@1": fc.record({ belief: named("bel"), countsFor: note, countsAgainst: note }),
  "beliefs/weighed@1": fc.record({
    belief: named("bel"),
    experiment: named("exp"),
    verdict: pick(views.verdicts),
    because: note,
  }),
  "settings/chosen@1": fc.record({
    country: orNull(pick(["DE", "EU"])),
    signAs: orNull(line),
    keepCopy: orNull(fc.boolean()),
    touch: orNull(fc.boolean()),
  }),
  "settings/intro-seen@1": fc.constant({ version: 1 }),
  "settings/backup-made@1": fc.constant({}),
  "circle/exchanged@1": fc.record({ person: named("per"), way: pick(views.exchangeWays), what: line, on: day }),
  "circle/askable-added@1": fc.record({ askable: named("akb"), person: named("per"), what: line }),
  "circle/askable-removed@1": fc.record({ askable: named("akb"), person: named("per") }),
  "beliefs/questioned@1": fc.record({ belief: named("bel"), answer: pick(views.alarmAnswers), because: note }),
  "beliefs/alternative-set@1": fc.record({ belief: named("bel"), text: line }),
  "beliefs/alternative-rated@1": fc.record({ belief: named("bel"), strength: percent }),
  "signs/answered@1": fc.record({
    group: pick(views.signGroups),
    answers: some(fc.record({ sign: named("sgn"), reply: pick(views.signReplies) })),
  }),
  "load/added@1": fc.record({ load: named("lod"), title: line, sort: pick(views.loadKinds) }),
  "load/decided@1": fc.record({ load: named("lod"), choice: pick(views.loadChoices), why: note, enough: note }),
  "load/linked@1": fc.record({ load: named("lod"), experiment: named("exp") }),
  "load/put-down@1": fc.record({ load: named("lod") }),
  "load/resentment-noted@1": fc.record({ level: percent, about: note }),
  "load/limit-set@1": fc.record({ limit: named("lim"), text: line }),
  "load/limit-dropped@1": fc.record({ limit: named("lim") }),
  "offers/made@1": fc.record({
    offer: named("ofr"),
    person: orNull(named("per")),
    what: line,
    when: note,
    often: note,
    ask: orNull(named("ask")),
  }),
  "offers/ended@1": fc.record({ offer: named("ofr") }),
  "offers/taken@1": fc.record({ offer: named("ofr"), experiment: named("exp") }),
  "pauses/taken@1": fc.record({
    cue: orNull(named("cue")),
    when: orNull(pick(views.alarmTimes)),
    choice: pick(views.pauseChoices),
  }),
  "compassion/practised@1": fc.record({
    practice: named("prc"),
    moment: pick(views.criticMoments),
    experiment: orNull(named("exp")),
    words: note,
  }),
  "origins/switched@1": fc.record({ on: fc.boolean() }),
  "origins/begun@1": fc.record({ session: named("ses"), before: percent }),
  "origins/ended@1": fc.record({
    session: named("ses"),
    after: orNull(percent),
    end: pick(views.originEnds),
    familiar: fc.array(named("ori"), { maxLength: 3 }),
    kept: note,
  }),
  "origins/forgotten@1": fc.record({ session: named("ses") }),
  "shifts/answered@1": fc.record({
    answers: some(fc.record({ shift: named("shf"), level: fc.integer({ min: 0, max: 4 }) })),
  }),
  "measures/answered@1": fc.record({
    instrument: pick(["phq4", "keep8"]),
    about: orNull(named("per")),
    set: pick(views.measureSets),
    answers: rawAnswers,
  }),
  "measures/counted@1": fc.record({
    asked: fc.nat(99),
    accepted: orNull(fc.nat(99)),
    told: orNull(fc.nat(99)),
    offered: orNull(fc.nat(99)),
    alone: orNull(fc.nat(10)),
    missed: orNull(fc.boolean()),
    reason: note,
    lonely: orNull(fc.integer({ min: 1, max: 5 })),
  }),
  "measures/sources-rated@1": fc.record({
    answers: some(fc.record({ source: named("src"), likely: fc.nat(10), reachable: orNull(fc.boolean()) })),
  }),
  "measures/imported@1": fc.record({
    name: line,
    sittings: some(
      fc.oneof(
        fc.record({ instrument: pick(["phq9"]), on: day, answers: rawAnswers, scores: fc.constant(null) }),
        fc.record({
          instrument: pick(["rses"]),
          on: day,
          answers: fc.constant(null),
          scores: fc.record({ total: fc.nat(40) }),
        }),
      ),
    ),
  }),
  "measures/chosen@1": fc.record({
    weekly: fc.boolean(),
    fourWeekly: fc.boolean(),
    baseline: fc.boolean(),
    mood: fc.boolean(),
    item9: fc.boolean(),
    people: fc.boolean(),
  }),
  "sharing/prepared@1": fc.record({
    share: named("shr"),
    to: line,
    purpose: pick(["", "For our first talk"]),
    scope: some(named("sec")),
    item9: fc.boolean(),
    until: day,
    link: fc.constant({ mailbox: "00", secret: "01", ownerProof: "02" }),
  }),
  "sharing/begun@1": fc.record({ share: named("shr") }),
  "sharing/renewed@1": fc.record({ share: named("shr") }),
  "sharing/paused@1": fc.record({ share: named("shr") }),
  "sharing/resumed@1": fc.record({ share: named("shr") }),
  "sharing/revoked@1": fc.record({ share: named("shr") }),
  "paths/walked@1": fc.record({
    path: pick(views.pathNames),
    experiment: orNull(named("exp")),
    chose: named("chs"),
    words: note,
  }),
  "learn/seen@1": fc.record({ lesson: named("les"), fate: pick(views.cardFates) }),
  "plan/line-written@1": fc.record({
    line: named("pln"),
    part: pick(views.planParts),
    text: line,
    person: orNull(named("per")),
  }),
  "plan/line-removed@1": fc.record({ line: named("pln") }),
  "settings/breath-set@1": fc.record({
    inTenths: tenths,
    outTenths: tenths,
    sound: fc.boolean(),
    vibration: fc.boolean(),
  }),
  "settings/pace-chosen@1": fc.record({ pace: pick(views.paces) }),
  "settings/reminders-set@1": fc.record({
    on: fc.boolean(),
    weekday: orNull(fc.integer({ min: 1, max: 7 })),
    minute: fc.integer({ min: 0, max: 1439 }),
  }),
};
