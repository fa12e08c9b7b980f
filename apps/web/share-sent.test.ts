/** Holds what is previewed and what is sent together: the screens may not know the wire room, so this stands above both. */
import { fromUtf8, parseDay, type LocalDay } from "@belay/basics";
import { decodeShareDoc, encodeShareDoc, shareCap, shareDays, shareDaysMax, shareLimits } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { dayChoices, docBytes, docOf, emptyShare, keptDoc, longest, mostBytes } from "./screens/share/share-form.ts";

const day = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe("the document that is sent", () => {
  it("decodes to the one that was previewed, byte by byte", () => {
    const form = { ...emptyShare, to: "Dr Weiss", from: "Mara", purpose: "Our meetings." };
    const figure = { kind: "bars", highest: 4, bars: [{ label: "a", value: null }] } as const;
    const table = { caption: "c", columns: ["x"], rows: [["1"]] };
    const sections = [{ id: "weeks", title: "Weeks", sentences: ["One.", "Two."], figure, table }];
    const doc = docOf(form, sections, { today: day("2026-11-22"), until: day("2026-12-22"), locale: "en" });
    const bytes = docBytes(doc);
    const opened = decodeShareDoc(bytes);
    expect(opened).toEqual({ ok: true, value: doc });
    // Written again by the wire room it is the same bytes: nothing was dropped, added or moved on the way.
    expect(opened.ok && encodeShareDoc(opened.value)).toEqual({ ok: true, value: bytes });
    const text = fromUtf8(bytes);
    expect(text.ok && keptDoc(text.value)).toEqual(doc);
  });

  it("is bound as the wire room bounds it", () => {
    expect(longest).toMatchObject({
      name: shareLimits.name,
      purpose: shareLimits.purpose,
      sentence: shareLimits.sentence,
    });
    expect(mostBytes).toBe(shareCap - 4);
    expect(dayChoices).toContain(shareDays);
    expect([emptyShare.days, Math.max(...dayChoices)]).toEqual([shareDays, shareDaysMax]);
  });
});
