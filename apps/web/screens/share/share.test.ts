import { err, ok, type Result } from "@belay/basics";
import { parseId, shares, type Id, type State } from "@belay/domain";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { meet } from "../../../../tests/screens/tries.ts";
import { dayOf, pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import type { LinkFault, ShareFault } from "../../engine/engine.ts";
import type { DocumentDoc } from "../../parts/document-shape.ts";
import { Care } from "../care/care.tsx";
import { printPage } from "../mine/print-page.ts";
import { Mine } from "../mine/mine.tsx";
import { go, useScreen } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { keptDoc } from "./share-form.ts";
import { shareFault } from "./share-faults.ts";
import { Share } from "./share.tsx";

vi.mock("../mine/print-page.ts", () => ({ printPage: vi.fn<() => void>() }));

const six = ["able", "bone", "cart", "dust", "echo", "fame"];
const url = "https://belay.example/s/00#1secret";
const link = { mailbox: "ab".repeat(16), secret: "cd".repeat(32), ownerProof: "ef".repeat(32) };

let pretend: Pretend;
/** What would have gone to the relay, in order: documents, and what else was done. */
let out: (DocumentDoc | string)[];
let fault: LinkFault | null;

const asId = (text: string): Id => {
  const id = parseId(text);
  if (!id.ok) throw new Error(`no id: ${text}`);
  return id.value;
};

/** The acts of the engine over the pretend log: the same events in the same order, and nothing of a relay. */
const withShares = (made: Pretend): Pretend => {
  const record = (kind: "begin" | "renew" | "pause" | "resume" | "revoke", share: string): Result<null, LinkFault> => {
    if (fault !== null) return err(fault);
    made.say({ kind: `sharing/${kind}`, share: asId(share) });
    return ok(null);
  };
  Object.assign(made.engine, {
    prepareShare: async (asked: Parameters<Pretend["engine"]["prepareShare"]>[0]) => {
      if (fault !== null) return err(fault);
      const scope = asked.scope.map(asId);
      const share = made.say({ kind: "sharing/prepare", ...asked, scope, link });
      return ok({ share, url, words: six });
    },
    shareLink: async () => ({ url, words: six }),
    sendShare: async (share: string, doc: DocumentDoc) => {
      const begun = shares(made.state.value).find(({ id }) => id === share)?.begunOn ?? null;
      const done = record(begun === null ? "begin" : "renew", share);
      if (done.ok) out.push(doc);
      return done;
    },
    revokeShare: async (share: string) => (out.push("closed"), record("revoke", share)),
  });
  return made;
};

/** A record with something to pick: shifts twice, a belief, and a plan that nobody ticks. */
const lived = (): Pretend => {
  const made = pretendEngine();
  made.say({ kind: "plan/add", part: "signs", text: "Canary 4711", person: null });
  made.say({ kind: "beliefs/rate", belief: "bel-01", strength: 80 });
  made.pass(7);
  made.say({ kind: "beliefs/rate", belief: "bel-01", strength: 60 });
  return withShares(made);
};

beforeEach(() => {
  out = [];
  fault = null;
  pretend = lived();
  vi.mocked(printPage).mockReset();
  go("share");
});

const filled = async (screen: Drawn): Promise<void> => {
  await screen.type("For", "Dr Weiss");
  await screen.type("From", "Mara");
  await screen.type("What for", "Our meetings.");
};

/** From nothing to a link. */
const made = async (own = "Hello."): Promise<string> => {
  const screen = await draw(Share, pretend);
  await screen.type("In your own words", own);
  await filled(screen);
  await screen.press("See what they will see");
  await screen.press("Make the link");
  screen.leave();
  await settle();
  return useScreen().id ?? "";
};

const said = (day: string): string => dayWords(dayOf(day));

const share = (state: State = pretend.state.value) => shares(state)[0];
const lastDoc = () => out.findLast((one) => typeof one !== "string");

describe("composing", () => {
  it("ticks nothing for anybody, and asks for what is missing without a loss", async () => {
    const screen = await draw(Share, pretend);
    const boxes = screen.page.all().filter((node) => node.getAttribute("type") === "checkbox");
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.some(({ checked }) => checked)).toBe(false);
    await screen.press("See what they will see");
    expect(screen.has("Tick at least one thing")).toBe(true);
    expect(screen.has("A few words are needed here.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("previews what is ticked and nothing else, and prints that alone", async () => {
    const screen = await draw(Share, pretend);
    await screen.type("In your own words", "Please ask twice.");
    await filled(screen);
    await screen.press("See what they will see");
    expect(screen.has("This is all of it, word for word.")).toBe(true);
    expect(screen.has("Please ask twice.")).toBe(true);
    expect(screen.has("Canary 4711")).toBe(false);
    expect(screen.has("Anyone who has the link can read this.")).toBe(true);
    await screen.press("Print it");
    expect(printPage).toHaveBeenCalledTimes(1);
  });

  it("tells two friends apart by the names they have here, and shares neither name", async () => {
    const answers = [4, 4, 4, 4, 4, 4, 2, 2, 2];
    for (const nickname of ["Noor", "Sam"]) {
      const about = meet(pretend, nickname);
      pretend.say({ kind: "measures/answer", instrument: "ecr-rs", about, set: "alone", answers });
    }
    const screen = await draw(Share, pretend);
    const label = "Closeness with one person (ECR-RS): Keeping distance, ";
    for (const nickname of ["Noor", "Sam"]) expect(screen.has(`${label}${nickname}`)).toBe(true);
    await screen.choose(`${label}Sam`);
    await filled(screen);
    await screen.press("See what they will see");
    expect(screen.has(`${label}friend`)).toBe(true);
    expect(screen.text()).not.toMatch(/Noor|Sam/);
  });

  it("takes the safety plan along only when it is ticked", async () => {
    const screen = await draw(Share, pretend);
    await screen.choose("My safety plan");
    await filled(screen);
    await screen.press("See what they will see");
    expect(screen.has("Canary 4711")).toBe(true);
  });

  it("records consent with its scope and end, and sends nothing yet", async () => {
    await made();
    expect(share()).toMatchObject({
      to: "Dr Weiss",
      purpose: "Our meetings.",
      scope: ["own-words"],
      item9: false,
      until: dayOf("2026-12-29"),
      begunOn: null,
    });
    expect(out).toEqual([]);
  });

  it("keeps everything where the device could not save", async () => {
    fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Share, pretend);
    await screen.type("In your own words", "Hello.");
    await filled(screen);
    await screen.press("See what they will see");
    await screen.press("Make the link");
    expect(screen.has("Hello.")).toBe(true);
    expect(shares(pretend.state.value)).toEqual([]);
  });
});

describe("handing over", () => {
  it("shows the link and the six words, and sends the previewed document when they match", async () => {
    const id = await made("Please ask twice.");
    const previewed = keptDoc(pretend.kept.get(`share/doc/${id}`) ?? null);
    const screen = await draw(Share, pretend, id);
    expect(screen.control("The link").value).toBe(url);
    for (const word of six) expect(screen.has(word)).toBe(true);
    await screen.press("They match");
    expect(lastDoc()).toEqual(previewed);
    expect(JSON.stringify(out[0])).toBe(pretend.kept.get(`share/doc/${id}`));
    expect(screen.has("Dr Weiss can read it")).toBe(true);
  });

  it("sends nothing when they do not match, and says calmly what that means", async () => {
    const id = await made();
    const screen = await draw(Share, pretend, id);
    await screen.press("They don’t match");
    expect(out).toEqual(["closed"]);
    expect(share()).toMatchObject({ begunOn: null, revokedOn: pretend.engine.today() });
    expect(screen.has("The link is closed")).toBe(true);
  });

  it("says so and keeps the page where the network is away", async () => {
    const id = await made();
    fault = { type: "Offline", kept: true };
    const screen = await draw(Share, pretend, id);
    await screen.press("They match");
    expect(screen.has("network or the relay can’t be reached")).toBe(true);
    fault = null;
    await screen.press("They match");
    expect(screen.has("Dr Weiss can read it")).toBe(true);
  });
});

describe("why a page was not sent", () => {
  it.each([
    [{ type: "Offline", kept: true }, "can’t be reached"],
    [{ type: "RelayRefused", kept: true }, "did not take it"],
    [{ type: "Ended", why: "paused" }, "nothing new is sent"],
    [{ type: "Ended", why: "over" }, "It has ended"],
    [{ type: "Ended", why: "revoked" }, "It is taken back"],
    [{ type: "BadDocument", why: "too-long" }, "more than one page can hold"],
    [{ type: "BadDocument", why: "shape" }, "characters that are no text"],
    [{ type: "NotSaved", why: "keys" }, "keys"],
    [{ type: "Refused", refusal: { type: "NotFound", what: "share", id: "x" } }, "isn’t in your record any more"],
  ] as const satisfies readonly (readonly [ShareFault, string])[])("is said: %j", (why, words) => {
    expect(t(shareFault(why))).toContain(words);
  });
});

describe("while it can be read", () => {
  const open = async (): Promise<string> => {
    const id = await made("Please ask twice.");
    const screen = await draw(Share, pretend, id);
    await screen.press("They match");
    screen.leave();
    return id;
  };

  it("shows what was agreed to, for whom, why, from when until when", async () => {
    const screen = await draw(Share, pretend, await open());
    expect(screen.text()).toMatch(/For\s+Dr Weiss/);
    expect(screen.has("In my own words")).toBe(true);
    expect(screen.has(`From ${said("2026-11-29")} to ${said("2026-12-29")}`)).toBe(true);
    expect(screen.has("left out")).toBe(true);
  });

  it("is renewed after a preview that says what changes, and never beyond what was agreed to", async () => {
    const id = await open();
    const screen = await draw(Share, pretend, id);
    await screen.press("Bring it up to date");
    expect(screen.has("Nothing on it has changed since.")).toBe(true);
    await screen.type("In your own words", "I slept badly.");
    expect(screen.has("What changes: In my own words.")).toBe(true);
    await screen.press("Send it anew");
    expect(lastDoc()?.sections).toEqual([
      { id: "own-words", title: "In my own words", sentences: ["I slept badly."], figure: null, table: null },
    ]);
    expect(lastDoc()?.until).toBe("2026-12-29");
  });

  it("says where another device sent it, since nothing can be compared then", async () => {
    const id = await open();
    pretend.kept.clear();
    const screen = await draw(Share, pretend, id);
    await screen.press("Bring it up to date");
    expect(screen.has("sent from another device")).toBe(true);
  });

  it("is paused quietly and gone on with", async () => {
    const screen = await draw(Share, pretend, await open());
    await screen.press("Pause quietly");
    expect(share()?.paused).toBe(true);
    expect(screen.has("Bring it up to date")).toBe(false);
    expect(out).toHaveLength(1);
    await screen.press("Go on with it");
    expect(share()?.paused).toBe(false);
  });

  it("is taken back after one question, and its document goes from this device", async () => {
    const id = await open();
    const screen = await draw(Share, pretend, id);
    await screen.press("Take it back");
    expect(share()?.revokedOn).toBeNull();
    await screen.press("Take it back now");
    await settle();
    expect(screen.has("Nobody can open it any more.")).toBe(true);
    expect(pretend.kept.has(`share/doc/${id}`)).toBe(false);
  });

  it("ends by itself", async () => {
    const id = await open();
    pretend.pass(31);
    const screen = await draw(Share, pretend, id);
    expect(screen.has("It has ended")).toBe(true);
  });
});

describe("who can see this", () => {
  it.each([
    ["Care", Care],
    ["Mine", Mine],
  ] as const)("stands on %s, with what is over and its dates", async (_name, Screen) => {
    expect((await draw(Screen, pretend)).has("Nobody but you.")).toBe(true);
    const id = await made();
    const listed = await draw(Screen, pretend);
    expect(listed.has("Nothing sent yet")).toBe(true);
    await listed.press("Dr Weiss");
    expect(useScreen()).toMatchObject({ screen: "share", id });
    pretend.say({ kind: "sharing/revoke", share: asId(id) });
    const past = await draw(Screen, pretend);
    expect(past.has("Nobody but you.")).toBe(true);
    expect(past.has(`${said("2026-11-29")} to ${said("2026-11-29")}; taken back`)).toBe(true);
  });
});

describe("a page that is not in the record", () => {
  it("says so", async () => {
    expect((await draw(Share, pretend, "no-such-share")).has("no longer in your record")).toBe(true);
  });
});
