/** A form that is used before its stored draft has been read. */
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../tests/screens/pretend-page.ts";
import { useDraft } from "./draft.ts";

type TwoFields = { readonly to: string; readonly words: string };

const Form = () => {
  const { form, change } = useDraft<TwoFields>("two", { to: "anyone", words: "" });
  return h("div", null, [
    h("p", { key: "shown" }, `${form.to}: ${form.words}`),
    h("button", { key: "choose", type: "button", onClick: () => change({ to: "a friend" }) }, "choose"),
  ]);
};

describe("what is chosen before the stored draft is there", () => {
  it("stays, and what else was stored comes beside it", async () => {
    const pretend = pretendEngine();
    let arrive: (stored: string) => void = () => undefined;
    const stored = new Promise<string>((resolve) => (arrive = resolve));
    const engine = { ...pretend.engine, drafts: { ...pretend.engine.drafts, get: () => stored } };
    const screen = await draw(Form, { ...pretend, engine });
    await screen.press("choose");
    expect(screen.has("a friend:")).toBe(true);
    arrive('{"to":"family","words":"kept"}');
    await settle();
    expect(screen.text()).toContain("a friend: kept");
  });
});
