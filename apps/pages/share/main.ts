/** Builds the real things once and starts the page. */
import { watchShift } from "../../web/parts/shift.ts";
import { button, el, fill } from "../ask/dom.ts";
import { leave } from "../ask/exit.ts";
import { helpPanel } from "../ask/help-panel.ts";
import { say as sayAnswer } from "../ask/say.ts";
import { makeDesk } from "./desk.ts";
import type { Page } from "./page.ts";
import { readShare } from "./reader.ts";
import { say } from "./say.ts";
import { closedScene, openScene } from "./scenes.ts";

const main = el("main");
const status = el("p", { class: "unseen", role: "status" });
const announce = (text: string): void => fill(status, [text]);

const desk = makeDesk({
  read: (link) =>
    readShare(
      { fetch: (address, init) => fetch(address, init), timeout: (milliseconds) => AbortSignal.timeout(milliseconds) },
      link,
    ),
  address: () => ({ path: location.pathname, fragment: location.hash }),
  later: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  draw: (page) => draw(page),
});

let closed: ReturnType<typeof closedScene> | null = null;

/** The first scene keeps the focus where the browser put it; a later one takes it to its heading. */
const show = (root: HTMLElement, heading: HTMLElement | null): void => {
  const first = main.firstChild === null;
  fill(main, [root]);
  if (first) return;
  window.scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
};

const draw = (page: Page): void => {
  if (page.kind === "open") {
    closed = null;
    announce("");
    const scene = openScene(page);
    show(scene.root, scene.heading);
    return;
  }
  announce(page.waiting === "lingering" ? say("share-page.lingering") : "");
  const scene = closed ?? closedScene(() => void desk.open());
  scene.show(page);
  if (closed === null) show(scene.root, scene.heading);
  closed = scene;
};

/** Replaces what the file holds, so that the sentence for browsers without a script goes away. */
const start = (): void => {
  const help = helpPanel();
  const bar = el(
    "header",
    { class: "bar" },
    button("btn quiet", help.show, sayAnswer("answer.bar.help")),
    button(
      "btn exit",
      leave,
      sayAnswer("answer.bar.exit"),
      el("span", { class: "unseen" }, ` ${sayAnswer("answer.bar.exit-more")}`),
    ),
  );
  document.body.replaceChildren(bar, main, status, help.root);
  watchShift(document, leave, (left) => announce(sayAnswer(`answer.bar.shift-${left}`)));
  window.addEventListener("hashchange", desk.arrive);
  desk.arrive();
};

start();
