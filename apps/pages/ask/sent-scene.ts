/** After an answer went out: what was said, what happens now, and the way to say more. */
import { button, el, fill } from "./dom.ts";
import { plainName, say, sayNodes } from "./say.ts";
import type { Scene } from "./scene.ts";

/** Shown only once the relay has confirmed that it holds the answer. */
export const sentScene = (again: () => void): Scene<"sent"> => {
  const heading = el("h1", { tabindex: "-1" }, say("answer.sent.heading"));
  const what = el("p", { class: "quote" });
  const next = el("p");
  const change = el("p", { class: "soft small" });
  const root = el(
    "div",
    { class: "sealed" },
    el("section", { class: "card" }, heading, what, next),
    el("section", { class: "about" }, change, button("btn", again, say("answer.sent.again"))),
  );
  return {
    root,
    heading,
    show: (page) => {
      const from = plainName(page.ask.from);
      const said = say("answer.sent.what", { answer: say(`answer.ask.${page.choice}`) });
      fill(what, [page.notThisMonth ? `${said} ${say("answer.sent.month")}` : said]);
      fill(next, [...sayNodes("answer.sent.next", { from })]);
      fill(change, [...sayNodes("answer.sent.change", { from }), " ", ...sayNodes("answer.privacy.kept", { from })]);
    },
  };
};
