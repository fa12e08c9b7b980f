import { messagesEn } from "@belay/content";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { i18n, loadWords, t } from "../words.ts";
import { emptyTest, spokenTest } from "./spoken-test.ts";

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
  loadWords({ ...messagesEn });
});

const form = { ...emptyTest, hope: "call me first.", know: "I count the days", when: "on Sunday." };

describe("a silent test, said out loud", () => {
  it("names the hope, what they can’t know, and when", () => {
    expect(spokenTest(form, "Noor", t)).toBe(
      "Noor, I have been hoping you would call me first. I count the days. Would you, on Sunday?",
    );
  });

  it("leaves more room in the other tone", () => {
    expect(spokenTest({ ...form, tone: "indirect" }, "Noor", t)).toBe(
      "Noor, it would mean something to me if you could call me first. I count the days. Would on Sunday suit you?",
    );
  });

  it("needs neither what they can’t know nor a time", () => {
    expect(spokenTest({ ...form, know: "", when: "" }, "Noor", t)).toBe(
      "Noor, I have been hoping you would call me first. Would you?",
    );
    expect(spokenTest({ ...form, know: " ", when: "", tone: "indirect" }, "Noor", t)).toBe(
      "Noor, it would mean something to me if you could call me first. Is that possible?",
    );
  });

  it("is nothing while no hope is named", () => {
    expect(spokenTest({ ...form, hope: " . " }, "Noor", t)).toBeNull();
  });
});
