import { signCatalogue } from "@belay/content";
import { signGroups, signReplies, type SignAnswered } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { mergeDraft } from "../draft.ts";
import { answersIn, changesIn, emptyGroup, groupAfter, groupOf, lastDay, replyIn, signsOf } from "./group-form.ts";

const said = (sign: string, over: Partial<SignAnswered> = {}): SignAnswered => ({
  sign,
  group: "inside",
  reply: "often",
  day: dayOf("2026-03-01"),
  before: null,
  ...over,
});

describe("the groups", () => {
  it("hold every sign once, in the order in which they are asked", () => {
    expect(signGroups.flatMap(signsOf)).toEqual(signCatalogue);
  });

  it.each([
    ["inside", "doing"],
    ["doing", "people"],
    ["people", "body"],
    ["body", null],
  ] as const)("after %s comes %s", (group, next) => expect(groupAfter(group)).toBe(next));

  it.each([
    ["body", "body"],
    ["everything", null],
    [null, null],
  ])("an id %s is the group %s", (id, group) => expect(groupOf(id)).toBe(group));
});

describe("the form of a group", () => {
  it.each(signGroups)("%s starts with nothing chosen", (group) => {
    const form = emptyGroup(group);
    expect(Object.keys(form)).toEqual(signsOf(group).map(({ id }) => id));
    expect(answersIn(form, group)).toEqual([]);
  });

  it("gives what was chosen and leaves out the rest", () => {
    const form = { ...emptyGroup("people"), "sign-sr-03": "sometimes", "sign-sr-01": "no" };
    expect(answersIn(form, "people")).toEqual([
      { sign: "sign-sr-01", reply: "no" },
      { sign: "sign-sr-03", reply: "sometimes" },
    ]);
  });

  it("does not take what another version may have kept for a reply", () => {
    const form = mergeDraft(emptyGroup("people"), '{"sign-sr-01":"always","sign-sr-02":3,"sign-sr-03":"no"}');
    expect(replyIn(form, "sign-sr-01")).toBeNull();
    expect(replyIn(form, "sign-sr-02")).toBeNull();
    expect(answersIn(form, "people")).toEqual([{ sign: "sign-sr-03", reply: "no" }]);
  });

  it("survives being kept and read back, whatever was chosen", () => {
    const replies = fc.dictionary(
      fc.constantFrom(...signsOf("doing").map(({ id }) => id)),
      fc.constantFrom(...signReplies),
    );
    fc.assert(
      fc.property(replies, (chosen) => {
        const form = { ...emptyGroup("doing"), ...chosen };
        expect(mergeDraft(emptyGroup("doing"), JSON.stringify(form))).toEqual(form);
        expect(Object.fromEntries(answersIn(form, "doing").map(({ sign, reply }) => [sign, reply]))).toEqual(
          Object.fromEntries(Object.entries(chosen)),
        );
      }),
    );
  });
});

describe("changes", () => {
  it("are those that are on record, with both days and no direction", () => {
    const before = { reply: "often", day: dayOf("2026-03-01") } as const;
    const changes = changesIn([
      said("sign-se-02", { reply: "sometimes", day: dayOf("2026-05-01"), before }),
      said("sign-se-01"),
    ]);
    expect(changes).toMatchObject([
      { sign: { id: "sign-se-02" }, was: "often", wasOn: "2026-03-01", now: "sometimes", nowOn: "2026-05-01" },
    ]);
    expect(Object.keys(changes[0] ?? {}).toSorted()).toEqual(["now", "nowOn", "sign", "was", "wasOn"]);
  });

  it("of a sign that this version does not know are left out", () => {
    expect(changesIn([said("sign-x", { before: { reply: "no", day: dayOf("2026-01-01") } })])).toEqual([]);
  });
});

describe("the day of a group", () => {
  it("is the newest on which something of it was said", () => {
    const answered = [
      said("sign-se-01", { day: dayOf("2026-05-01") }),
      said("sign-se-02", { day: dayOf("2026-03-01") }),
      said("sign-sp-01", { group: "body", day: dayOf("2026-07-01") }),
    ];
    expect(lastDay(answered, "inside")).toBe("2026-05-01");
    expect(lastDay(answered, "people")).toBeNull();
  });
});
