/** Looks at the relay every five seconds and draws what it says of itself. */
import { el, fill } from "../ask/dom.ts";
import { count, duration, isLow, say, size, statusOf, uptime, type Status } from "./figures.ts";

const every = 5_000;

/** A figure and its name, as two parts of one list. */
const line = (label: string, value: string): readonly Node[] => [el("dt", {}, label), el("dd", {}, value)];

/** Said first and aloud: is it well, and since when. */
const state = (status: Status | null): HTMLElement => {
  const well = status?.ok === true;
  const heading = status === null ? "console.down" : well ? "console.up" : "console.unwell";
  return el(
    "section",
    { class: well ? "state wide" : "state wide unwell", role: "status" },
    el("h1", {}, say(heading)),
    el(
      "p",
      { class: "soft" },
      status === null ? say("console.downMore") : say("console.since", { time: uptime(status.uptimeSeconds) }),
    ),
  );
};

/** What the data take, and what is left for them. */
const disk = (status: Status): HTMLElement =>
  el(
    "section",
    { class: "panel" },
    el("h2", {}, say("console.store")),
    el(
      "dl",
      {},
      ...line(say("console.data"), size(status.dataBytes)),
      ...line(say("console.free"), size(status.diskFreeBytes)),
      ...line(say("console.failures"), count(status.storeErrors)),
    ),
    el("p", { class: "soft" }, say(status.storeErrors === 0 ? "console.failuresNone" : "console.failuresSome")),
    isLow(status) ? el("p", {}, say("console.freeLow")) : null,
  );

/** What is kept, and how long keeping it takes. */
const work = (status: Status): HTMLElement =>
  el(
    "section",
    { class: "panel" },
    el("h2", {}, say("console.traffic")),
    el(
      "dl",
      {},
      ...line(say("console.vaults"), count(status.vaults)),
      ...line(say("console.mailboxes"), count(status.mailboxes)),
      ...line(say("console.envelopes"), count(status.envelopes)),
      ...line(say("console.half"), duration(status.appendHalf)),
      ...line(say("console.most"), duration(status.appendMost)),
      ...line(say("console.connections"), count(status.connections)),
      ...line(say("console.memory"), size(status.memoryBytes)),
    ),
  );

/** What was turned away, by kind, most often first. */
const refused = (status: Status): HTMLElement => {
  const rows = Object.entries(status.refused).toSorted(([, a], [, b]) => b - a);
  const head = el(
    "tr",
    {},
    el("th", { scope: "col" }, say("console.kind")),
    el("th", { scope: "col" }, say("console.count")),
  );
  const body = rows.map(([kind, times]) => el("tr", {}, el("td", {}, kind), el("td", {}, count(times))));
  return el(
    "section",
    { class: "panel wide" },
    el("h2", {}, say("console.refused")),
    rows.length === 0
      ? el("p", { class: "soft" }, say("console.refusedNone"))
      : el("table", {}, el("thead", {}, head), el("tbody", {}, ...body)),
  );
};

/** Stands below the figures always: a host is asked sooner or later, and has to know the answer. */
const cannot = (): HTMLElement =>
  el(
    "section",
    { class: "panel wide" },
    el("h2", {}, say("console.cannot")),
    el("p", {}, say("console.cannotText")),
    el("p", {}, say("console.can")),
  );

/** One look; null when there is no answer that can be read. */
const look = async (): Promise<Status | null> => {
  try {
    const response = await fetch("/status.json", { cache: "no-store", signal: AbortSignal.timeout(every) });
    return response.ok ? statusOf(await response.json()) : null;
  } catch {
    // Whatever stood in the way, the relay did not answer: that is what the page says.
    return null;
  }
};

const main = el("main");

const draw = (status: Status | null): void => {
  const figures = status === null ? [] : [disk(status), work(status), refused(status)];
  const looked = new Date().toLocaleTimeString("en");
  fill(main, [
    state(status),
    ...figures,
    cannot(),
    el("p", { class: "soft wide" }, say("console.looked", { time: looked })),
  ]);
};

const start = async (): Promise<void> => {
  document.body.replaceChildren(main);
  draw(await look());
  setInterval(() => void look().then(draw), every);
};

void start();
