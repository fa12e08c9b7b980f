import type { Refusal } from "@belay/domain";
import { messagesEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import type { BackupFault, DispatchFault, LinkFault, WhyRefused } from "../engine/engine.ts";
import { linkWords } from "./ask/link-faults.ts";
import { dispatchWords, refusalWords, stuckWords } from "./faults.ts";
import { backupWords } from "./mine/backup-faults.ts";

const refusals: readonly Refusal[] = [
  { type: "BadField", field: "nickname" },
  { type: "NotFound", what: "person", id: "p" },
  { type: "NotFound", what: "step", id: "p" },
  { type: "NotFound", what: "experiment", id: "p" },
  { type: "NotFound", what: "ask", id: "p" },
  { type: "NotFound", what: "belief", id: "p" },
  { type: "NotFound", what: "entry", id: "p" },
  { type: "PersonUnsafe", person: "p" },
  { type: "ScreenFirst", person: "p", strand: "ask", depth: "first" },
  { type: "ScreenStopped", person: "p", strand: "ask" },
  { type: "TouchOff" },
  { type: "PredictFirst" },
  { type: "PredictionFixed", because: "already" },
  { type: "PredictionFixed", because: "asked" },
  { type: "PredictionFixed", because: "outcome" },
  { type: "AskClosed", ask: "a" },
  { type: "TestFirst", belief: "b" },
  { type: "TestFixed", belief: "b" },
];

const notSaved: readonly DispatchFault[] = (["no-room", "storage", "keys"] as const).map((why) => ({
  type: "NotSaved",
  why,
}));

const links: readonly LinkFault[] = [true, false].flatMap((kept) => [
  { type: "Offline", kept } as const,
  { type: "RelayRefused", kept } as const,
]);

const backups: readonly BackupFault[] = (
  ["WrongWords", "NotABackup", "Damaged", "FromNewer", "TooLarge", "OtherVault"] as const
).map((type) => ({ type }));

const whys: readonly WhyRefused[] = ["insecure", "no-storage", "no-keys", "damaged", "wiped"];

const said: readonly (readonly [fault: string, sentence: string])[] = [
  ...refusals.map((refusal) => [JSON.stringify(refusal), messagesEn[refusalWords(refusal)]] as const),
  ...notSaved.map((fault) => [JSON.stringify(fault), messagesEn[dispatchWords(fault)]] as const),
  ...links.map((fault) => [JSON.stringify(fault), messagesEn[linkWords(fault)]] as const),
  ...backups.map((fault) => [JSON.stringify(fault), messagesEn[backupWords(fault)]] as const),
  ...whys.map((why) => [why, messagesEn[stuckWords(why)]] as const),
];

describe("what is said when something goes wrong", () => {
  it.each(said)("%s has a calm sentence of its own", (_fault, sentence) => {
    expect(sentence.length).toBeGreaterThan(30);
    expect(sentence).toMatch(/[.]$/);
    expect(sentence).not.toMatch(/!|error|fail|invalid|illegal|[a-z][A-Z]/);
  });

  it("is different for every fault, but for things that are gone, which share one", () => {
    const gone = refusals.filter(({ type }) => type === "NotFound");
    for (const refusal of gone) expect(refusalWords(refusal)).toBe("faults.gone");
    expect(new Set(said.map(([, sentence]) => sentence)).size).toBe(said.length - gone.length + 1);
  });

  it.each([...links, ...backups])("%j gives the words of a refusal where that is what happened", () => {
    const refused = { type: "Refused", refusal: { type: "TouchOff" } } as const;
    expect([linkWords(refused), backupWords(refused)]).toEqual(["faults.touchOff", "faults.touchOff"]);
  });
});
