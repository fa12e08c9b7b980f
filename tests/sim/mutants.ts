/** Ways of breaking copying, keys, the relay, the store and erasing, each one line of the shipped source. */

/** One change of one file: `find` stands there exactly once. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const engine = "apps/web/engine/";
const worker = "apps/web/worker/";

const of = (name: string, file: string, find: string, put: string): Mutant => ({ name, file, find, put });

/** All of them. */
export const mutants: readonly Mutant[] = [
  of(
    "drops what waits for one before it",
    `${engine}intake.ts`,
    "for (const arrival of arrivals) hold.add(arrival);",
    "for (const arrival of arrivals) if (arrival.seq === ledger.chains().head(arrival.device).seq + 1) hold.add(arrival);",
  ),
  of(
    "does not check what was received",
    `${engine}intake.ts`,
    "ready.map(({ envelope }) => envelope),\n        true,",
    "ready.map(({ envelope }) => envelope),\n        false,",
  ),
  of(
    "holds nothing for later",
    `${engine}intake.ts`,
    "const old = hold.devices().flatMap((device) => hold.all(device).filter(({ seq }) => seq <= chains.head(device).seq));",
    "const old = hold.devices().flatMap((device) => hold.all(device).filter(({ seq }) => seq !== chains.head(device).seq + 1));",
  ),
  of(
    "moves the cursor by news",
    `${engine}sync-pull.ts`,
    "const follows = places.every((at, index) => at === copier.cursor + 1 + index);",
    "const follows = places.length > 0; copier.cursor = Math.max(copier.cursor, ...places) - places.length;",
  ),
  of(
    "does not ask again after an acknowledgement",
    `${engine}sync.ts`,
    "if (live.unacked.size === 0) pull(copier, live);",
    "",
  ),
  of(
    "believes an acknowledgement",
    `${engine}rules.ts`,
    "const forgotten = served.lacking(own, Math.min(acked, heads.get(own) ?? 0)).length > 0;",
    "const forgotten = false;",
  ),
  of(
    "gives nothing back",
    `${engine}sync-pull.ts`,
    "for (const [device, numbers] of verdict.lost) await giveBack(copier, live, device, numbers);",
    "",
  ),
  of(
    "tells nothing of a shorter chain",
    `${engine}rules.ts`,
    'memory.raise(device === own ? "own-rolled-back" : "rolled-back", device);',
    "",
  ),
  of(
    "says nothing of what it has seen",
    `${engine}ledger.ts`,
    "bodiesOf(book.fold.chains.seen(device), events, device)",
    "bodiesOf({}, events, device)",
  ),
  of(
    "does not compare what others saw",
    `${engine}rules.ts`,
    "if (held !== undefined && theirs.ok && !equalBytes(held, theirs.value)) {",
    "if (false) {",
  ),
  of("does not note what is lacking", `${engine}rules.ts`, "if (named === undefined || named[0] < seq)", "if (false)"),
  of("never calls anything withheld", `${engine}rules.ts`, "if (ms - since >= withheldAfter)", "if (false)"),
  of("waits for ever", `${engine}sync-session.ts`, "if (copier.session === live) hangUp(live);", ""),
  of(
    "does not try again",
    `${engine}sync.ts`,
    "if (!stopped)\n        copier.cancel",
    "if (false)\n        copier.cancel",
  ),
  of(
    "goes on with pages that bring nothing",
    `${engine}sync-pull.ts`,
    "if (copier.cursor === before) return hangUp(live);",
    "",
  ),
  of(
    "does not mend its own chain",
    `${engine}sync-pull.ts`,
    "if (await hasParted(copier, live)) return mend(copier, live);\n  if (live.over) return;",
    "",
  ),
  of(
    "loses what it wrote after its disk went back",
    `${engine}mend.ts`,
    "...links.value.map((link) => link.envelope),",
    "",
  ),
  of("counts an entry twice", `${engine}fold.ts`, "if (!isNew(fold, event)) continue;", ""),
  of(
    "keeps showing what was erased",
    `${engine}fold.ts`,
    "if (erased.size > 0 && dropErased(fold, erased)) fold.state = replay(fold.events);",
    "dropErased(fold, erased);",
  ),
  of(
    "sends under a key that the relay does not know",
    `${engine}sync-push.ts`,
    "return split.ok && split.value.header.epoch <= live.epoch;",
    "return split.ok;",
  ),
  of(
    "keeps quiet about a refused change of keys",
    `${engine}sync.ts`,
    'else copier.memory.raise("rotation-refused", null);',
    "",
  ),
  of(
    "does not tell the relay of a new key",
    `${engine}sync-greet.ts`,
    "if (epoch <= live.epoch) continue;",
    "continue;",
  ),
  of(
    "goes on without reading the log anew after an end",
    `${engine}ledger.ts`,
    "cut !== null && fold.chains.head(device).seq > cut.seq",
    "false",
  ),
  of(
    "acknowledges and does not store",
    "apps/relay/store/memory.ts",
    "entries: [...vault.entries, ...entries] });",
    "entries: vault.entries });",
  ),
  of("tells nobody of what is new", "apps/relay/relay.ts", "news: done.value.added,", "news: [],"),
  of(
    "opens what a removed device wrote",
    `${worker}sealing.ts`,
    "if (cut === null || seq < cut.seq) return false;",
    "if (cut !== null || seq > 0) return false;",
  ),
  of("takes any link", `${engine}intake.ts`, "if (!equalBytes(prev, step.place.hash)) {", "if (false) {"),
  of("keeps the old key", `${worker}held.ts`, "toSorted((a, b) => b - a)", "toSorted((a, b) => a - b)"),
  of(
    "takes everything for shown",
    `${engine}served.ts`,
    ".filter((seq) => first <= seq && seq <= limit && !one.beyond.has(seq))",
    ".filter(() => false)",
  ),
  of(
    "keeps an erased entry in what is written anew",
    `${engine}rewrite.ts`,
    "items)).filter((item) => !mustGo(item, ids));",
    "items));",
  ),
  of(
    "leaves what was erased at the relay",
    `${engine}sync-erase.ts`,
    "const ref = sendErase(copier, live, range);",
    "const ref = null;",
  ),
  of(
    "loses what it puts together",
    `${engine}rewrite.ts`,
    "segmentBodies(ports, ranges, live)",
    "segmentBodies(ports, ranges, live.slice(1))",
  ),
  of("loses track of what is in the fold", `${engine}fold.ts`, "fold.events.push(event);", ""),
];
