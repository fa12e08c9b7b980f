import { afterEach, describe, expect, it, vi } from "vitest";
import { draw, pageMarks } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { useDraft } from "../draft.ts";
import { coveredMark } from "./cover.ts";
import { lockUp } from "./lock-up.ts";

/** A form with a draft, which the test writes in from outside. */
let write: (text: string) => void = () => undefined;
const Form = () => {
  const { change } = useDraft("form", { text: "" });
  write = (text) => change({ text });
  return null;
};

afterEach(() => {
  pageMarks.clear();
  vi.useRealTimers();
});

describe("closing", () => {
  it("covers first, keeps the half-finished words, then locks", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Form, pretend);
    const order: string[] = [];
    write("half a sen");
    expect(pretend.kept.size).toBe(0);
    await lockUp(document, {
      lockNow: () => order.push(`lock, kept ${pretend.kept.get("form") ?? ""}, covered ${pageMarks.has(coveredMark)}`),
    });
    expect(order).toEqual([`lock, kept {"text":"half a sen"}, covered true`]);
    screen.leave();
  });

  it("does not wait for a disk that hangs", async () => {
    const pretend = pretendEngine();
    const slow = {
      ...pretend,
      engine: { ...pretend.engine, drafts: { ...pretend.engine.drafts, set: () => new Promise<boolean>(() => {}) } },
    };
    const screen = await draw(Form, slow);
    write("half");
    vi.useFakeTimers();
    const lockNow = vi.fn<() => void>();
    void lockUp(document, { lockNow });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lockNow).toHaveBeenCalledOnce();
    screen.leave();
  });
});
