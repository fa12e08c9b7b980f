/** Builds the real things once and starts the page. */
import { assertNever } from "@belay/basics";
import { watchShift } from "../../web/parts/shift.ts";
import { makeCourier } from "./courier.ts";
import { makeDesk } from "./desk.ts";
import { button, el, fill } from "./dom.ts";
import { leave } from "./exit.ts";
import { helpPanel } from "./help-panel.ts";
import { noteScene } from "./note-scene.ts";
import type { Page } from "./page.ts";
import { say } from "./say.ts";
import { brokenScene, sealedScene } from "./sealed-scene.ts";
import type { Scene } from "./scene.ts";
import { sentScene } from "./sent-scene.ts";

/** A scene with its kind forgotten: `show` draws pages of its own kind and says whether it could. */
interface Staged {
  readonly root: HTMLElement;
  readonly heading: HTMLElement;
  readonly show: (page: Page) => boolean;
}

/** The three parts of the page that stay: where a scene stands, what screen readers are told, and the scene itself. */
const main = el("main");
const status = el("p", { class: "unseen", role: "status" });
const announce = (text: string): void => fill(status, [text]);
let scene: Staged | null = null;

/** Twenty seconds: a slow phone on a slow line still gets through, and nobody waits for ever. */
const patience = 20_000;

const desk = makeDesk({
  courier: makeCourier({
    fetch: (address, init) => fetch(address, init),
    patience,
    timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  }),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  address: () => ({ path: location.pathname, fragment: location.hash }),
  later: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  draw: (page) => draw(page),
});

const staged = <Kind extends Page["kind"]>(
  scene: Scene<Kind>,
  isMine: (page: Page) => page is Extract<Page, { readonly kind: Kind }>,
): Staged => ({
  root: scene.root,
  heading: scene.heading,
  show: (page) => {
    if (!isMine(page)) return false;
    scene.show(page);
    return true;
  },
});

/** The scene that fits a page. */
const stage = (page: Page): Staged => {
  switch (page.kind) {
    case "broken":
      return staged(brokenScene(), (page) => page.kind === "broken");
    case "sealed":
      return staged(
        sealedScene(() => void desk.open()),
        (page) => page.kind === "sealed",
      );
    case "open":
      return staged(
        noteScene(page.ask, desk.send, () => void desk.deliver()),
        (page) => page.kind === "open",
      );
    case "sent":
      return staged(
        sentScene(() => desk.send({ type: "asked-to-answer-again" })),
        (page) => page.kind === "sent",
      );
    default:
      return assertNever(page);
  }
};

/** Follows the page: the same scene while its kind lasts, so that nothing typed or focused is lost; then the next. */
const draw = (page: Page): void => {
  announce("waiting" in page && page.waiting === "lingering" ? say("answer.lingering") : "");
  if (scene?.show(page) === true) return;
  const first = scene === null;
  scene = stage(page);
  scene.show(page);
  fill(main, [scene.root]);
  if (first) return;
  window.scrollTo(0, 0);
  scene.heading.focus({ preventScroll: true });
};

/** Replaces what the file holds, so that the sentence for browsers without a script goes away. */
const start = (): void => {
  const help = helpPanel();
  const bar = el(
    "header",
    { class: "bar" },
    button("btn quiet", help.show, say("answer.bar.help")),
    button(
      "btn exit",
      leave,
      say("answer.bar.exit"),
      el("span", { class: "unseen" }, ` ${say("answer.bar.exit-more")}`),
    ),
  );
  document.body.replaceChildren(bar, main, status, help.root);
  watchShift(document, leave, (left) => announce(say(`answer.bar.shift-${left}`)));
  window.addEventListener("hashchange", desk.arrive);
  desk.arrive();
};

start();
