import { safetyQuestions } from "@belay/content";
import { roles, screenQuestions, screenReplies } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyScreening,
  nameOfQuestion,
  questionsFor,
  repliesIn,
  screenCommand,
  verdictOf,
  type Replies,
} from "./screening-form.ts";

const no: Replies = { hurt: "no", used: "no", risky: "no", debt: "no", work: "no" };

describe("the safety questions", () => {
  it("are those of the catalogue, each known to the domain", () => {
    expect(safetyQuestions.map(({ id }) => nameOfQuestion(id))).toEqual([...screenQuestions]);
  });

  it.each(roles)("for a %s, the one about work comes only where one works together", (role) => {
    const atWork = role === "colleague" || role === "manager";
    expect(questionsFor(role).some(({ id }) => id === "work")).toBe(atWork);
    expect(questionsFor(role).length).toBe(atWork ? 5 : 4);
  });

  it("refuses a question nobody knows", () => {
    expect(() => nameOfQuestion("mood")).toThrow("mood");
  });
});

describe("replies kept as a draft", () => {
  it.each([
    ["none", {}, {}],
    ["some", { hurt: "no", debt: "unsure" }, { hurt: "no", debt: "unsure" }],
    ["a text that is no reply", { hurt: "maybe", used: "yes" }, { used: "yes" }],
  ])("%s", (_name, form, replies) => {
    expect(repliesIn({ ...emptyScreening, ...form })).toEqual(replies);
  });

  it("never turn an open question into a no", () => {
    expect(verdictOf("friend", repliesIn(emptyScreening))).toBe("missing");
  });
});

describe("what the replies amount to", () => {
  it.each([
    ["all no", "friend", no, "clear"],
    ["one open", "friend", { ...no, debt: undefined }, "missing"],
    ["nothing yet", "friend", {}, "missing"],
    ["one not sure", "friend", { ...no, debt: "unsure" }, "unsure"],
    ["a yes beside a not sure", "friend", { ...no, debt: "unsure", hurt: "yes" }, "stop"],
    ["work open, with a friend", "friend", { ...no, work: undefined }, "clear"],
    ["work open, with a manager", "manager", { ...no, work: undefined }, "missing"],
    ["a yes about work, with a manager", "manager", { ...no, work: "yes" }, "stop"],
    ["a yes about work left over, with a friend", "friend", { ...no, work: "yes" }, "clear"],
  ] as const)("%s", (_name, role, replies, verdict) => {
    expect(
      verdictOf(role, Object.fromEntries(Object.entries(replies).filter(([, reply]) => reply !== undefined))),
    ).toBe(verdict);
  });

  it("is a stop for any yes, whatever the others say", () => {
    const reply = fc.constantFrom(...screenReplies);
    const question = fc.constantFrom("hurt", "used", "risky", "debt");
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.record({ hurt: reply, used: reply, risky: reply, debt: reply, work: reply }),
        question,
        (role, replies, yes) => {
          expect(verdictOf(role, { ...replies, [yes]: "yes" })).toBe("stop");
        },
      ),
    );
  });
});

describe("what is recorded", () => {
  const noor = { id: "noor-1234", role: "friend" } as const;

  it("names the strand, the depth, and leaves work out where nobody works together", () => {
    expect(screenCommand(noor, "share", true, no)).toEqual({
      kind: "circle/screen",
      person: "noor-1234",
      strand: "share",
      depth: "larger",
      answers: { hurt: "no", used: "no", risky: "no", debt: "no", work: null },
    });
  });

  it("keeps the one about work for a colleague", () => {
    expect(screenCommand({ ...noor, role: "colleague" }, "ask", false, { ...no, work: "unsure" })?.answers.work).toBe(
      "unsure",
    );
  });

  it.each(["hurt", "used", "risky", "debt"] as const)("is nothing while %s is open", (name) => {
    const { [name]: _, ...rest } = no;
    expect(screenCommand(noor, "ask", false, rest)).toBeNull();
  });
});
