import { describe, expect, it } from "vitest";
import type { ShareDoc } from "@belay/wire";
import { firstPage, next, type Page, type PageEvent } from "./page.ts";

const words = ["able", "bone", "cart", "dust", "echo", "fame"];
const day = "2026-11-22" as ShareDoc["until"];
const doc: ShareDoc = { v: 1, locale: "en", from: "M.", to: "", purpose: "", madeOn: day, until: day, sections: [] };
const after = (...events: readonly PageEvent[]): Page => events.reduce(next, firstPage);
const arrived = { type: "arrived", words } as const;
const asked = { type: "asked-to-open" } as const;

describe("the therapist's page", () => {
  it("shows the words of its link before anything is asked for", () => {
    expect(after(arrived)).toEqual({ kind: "closed", words, waiting: "no", failed: false });
  });

  it("opens only after it was asked to", () => {
    expect(after(arrived, { type: "opened", doc })).toEqual(after(arrived));
    expect(after(arrived, asked, { type: "opened", doc })).toEqual({ kind: "open", doc });
  });

  it("looks the same for a link without a secret and for one that opens nothing, but for the words", () => {
    expect(after({ type: "arrived", words: null })).toEqual({
      ...after(arrived, asked, { type: "failed" }),
      words: null,
    });
  });

  it("can be asked again after it failed, keeping the sentence until something has come", () => {
    const again = after(arrived, asked, { type: "failed" }, asked);
    expect(again).toMatchObject({ waiting: "yes", failed: true });
    expect(next(again, { type: "opened", doc })).toEqual({ kind: "open", doc });
  });

  it("says that it takes long only while it waits", () => {
    expect(after(arrived, { type: "lingered" })).toEqual(after(arrived));
    expect(after(arrived, asked, { type: "lingered" })).toMatchObject({ waiting: "lingering" });
  });

  it("closes when another link is put into the address", () => {
    const open = after(arrived, asked, { type: "opened", doc });
    expect(next(open, arrived)).toEqual(after(arrived));
    expect(next(open, asked)).toBe(open);
    expect(next(open, { type: "failed" })).toBe(open);
  });
});
