import { stepCatalogue } from "@belay/content";
import { experiments, loads, offers, people, stopsFor, type Context } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { wordsDraft } from "./take-words.ts";
import { useScreen } from "../navigation.ts";
import { cornerId } from "./corner-id.ts";
import { writePlace } from "./place-id.ts";
import { Try } from "./try.tsx";

const withNoor = () => {
  const pretend = pretendEngine();
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  return { pretend, noor, place: writePlace({ step: cornerId, person: noor }) };
};

/** Chooses the same reply to each question; `but` is the number of the one that is answered otherwise. */
const answerAll = async (
  screen: Drawn,
  reply: string,
  but: { readonly at: number; readonly reply: string } | null = null,
): Promise<void> => {
  const radios = screen.page.all().filter((node) => node.localName === "input");
  for (let question = 0; question < radios.length / 3; question += 1) {
    const wanted = but?.at === question ? but.reply : reply;
    radios
      .slice(question * 3, question * 3 + 3)
      .find((node) => node.value === wanted)
      ?.fire("change");
    await settle();
  }
};

describe("choosing whom a step goes to", () => {
  it("takes a nickname and a role when nobody is on the circle yet", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Try, pretend, cornerId);
    await screen.type("Nickname", "Noor");
    await screen.choose("friend");
    await screen.press("Go on");
    expect(people(pretend.state.value).map(({ nickname, role }) => [nickname, role])).toEqual([["Noor", "friend"]]);
  });

  it("asks for what is missing, in words, and adds nobody", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Try, pretend, cornerId);
    await screen.press("Go on");
    expect(screen.has("A nickname, so that you know who is meant.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("has real ways on for somebody with no one to ask", async () => {
    const screen = await draw(Try, pretendEngine(), cornerId);
    await screen.press("There is no one I could ask");
    expect(screen.has("A listening line")).toBe(true);
    expect(screen.has("Lines where someone listens")).toBe(true);
  });

  it("offers no step at all where the step is not there any more", async () => {
    const screen = await draw(Try, pretendEngine(), "step-of-another-version");
    expect(screen.has("This step isn’t here any more.")).toBe(true);
  });
});

describe("the safety questions", () => {
  it("come before the plan", async () => {
    const { pretend, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    expect(screen.has("Has this person ever hurt, threatened, mocked or controlled you?")).toBe(true);
    expect(experiments(pretend.state.value)).toEqual([]);
  });

  it("all need an answer", async () => {
    const { pretend, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    await screen.press("Go on");
    expect(screen.has("Each one needs an answer.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("lead to the plan when every answer is no", async () => {
    const { pretend, noor, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    await answerAll(screen, "no");
    await screen.press("Go on");
    const [planned] = experiments(pretend.state.value);
    expect(planned).toMatchObject({ person: noor, stage: "planned" });
    expect(useScreen()).toMatchObject({ screen: "ask", id: planned?.id });
  });

  it.each([0, 1, 2, 3])(
    "stop the step when question %i is a yes, offer other ways, and set no homework",
    async (at) => {
      const { pretend, noor, place } = withNoor();
      const screen = await draw(Try, pretend, place);
      await answerAll(screen, "no", { at, reply: "yes" });
      await screen.press("Go on");
      for (const words of [
        "Then not Noor",
        "Choose someone else",
        "Someone to talk it over with",
        "not tell, not confront, not leave",
      ]) {
        expect(screen.text()).toContain(words);
      }
      expect(experiments(pretend.state.value)).toEqual([]);
      expect(stopsFor(pretend.state.value, noor, "ask", false)).toBe("stopped");
    },
  );

  it("say “not sure” back calmly, and leave it to the person", async () => {
    const { pretend, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    await answerAll(screen, "no", { at: 2, reply: "unsure" });
    await screen.press("Go on");
    expect(screen.has("You weren’t sure about Noor")).toBe(true);
    expect(experiments(pretend.state.value)).toEqual([]);
    await screen.press("Go on with Noor");
    expect(experiments(pretend.state.value)).toHaveLength(1);
  });

  it("stay half-answered through a reload", async () => {
    const { pretend, place } = withNoor();
    const before = await draw(Try, pretend, place);
    await answerAll(before, "unsure");
    before.leave();
    await settle();
    const after = await draw(Try, pretend, place);
    await after.press("Go on");
    expect(after.has("You weren’t sure about Noor")).toBe(true);
  });

  it("never reach a person who was flagged", async () => {
    const { pretend, noor, place } = withNoor();
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "unsafe", note: "" });
    const screen = await draw(Try, pretend, place);
    expect(screen.has("Then not Noor")).toBe(true);
    expect(screen.has("Has this person ever hurt")).toBe(false);
  });
});

describe("an ask for something that is carried", () => {
  /** Noor was found safe to ask, and the load has words to send along. */
  const withLoad = () => {
    const { pretend, noor } = withNoor();
    const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
    pretend.say({ kind: "circle/screen", person: noor, strand: "ask", depth: "first", answers });
    const load = pretend.say({ kind: "load/add", title: "School lunches", sort: "logistical" });
    pretend.kept.set(wordsDraft(load), "Could you make the lunches?");
    return { pretend, load, place: writePlace({ step: cornerId, person: noor, about: load }) };
  };
  const linked = (pretend: ReturnType<typeof withLoad>["pretend"]) =>
    loads(pretend.state.value).flatMap((load) => load.experiments);

  it("is linked to it, and begins with its words (HLB-04)", async () => {
    const { pretend, load, place } = withLoad();
    await draw(Try, pretend, place);
    const [planned] = experiments(pretend.state.value);
    expect(linked(pretend)).toEqual([planned?.id]);
    expect(JSON.parse(pretend.kept.get(`ask/${planned?.id}`) ?? "{}")).toEqual({
      words: "Could you make the lunches?",
    });
    expect(pretend.kept.has(wordsDraft(load))).toBe(false);
    expect(useScreen()).toMatchObject({ screen: "ask", id: planned?.id });
  });

  it("is planned once, also when the link was not saved at first", async () => {
    const { pretend, place } = withLoad();
    const { dispatch } = pretend.engine;
    Reflect.set(pretend.engine, "dispatch", (command: Parameters<typeof dispatch>[0]) => {
      const done = dispatch(command);
      pretend.fault = { type: "NotSaved", why: "no-room" };
      return done;
    });
    const screen = await draw(Try, pretend, place);
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    pretend.fault = null;
    await screen.press("Try again");
    expect(experiments(pretend.state.value)).toHaveLength(1);
    expect(linked(pretend)).toHaveLength(1);
  });

  it("goes on without a link where the load is not here", async () => {
    const { pretend } = withLoad();
    const [noor] = people(pretend.state.value);
    await draw(Try, pretend, writePlace({ step: cornerId, person: noor?.id ?? null, about: "not-here" }));
    expect(useScreen()).toMatchObject({ screen: "ask", id: experiments(pretend.state.value)[0]?.id });
    expect(linked(pretend)).toEqual([]);
  });

  it("leaves its words where they wait when the composer could not keep them", async () => {
    const { pretend, load, place } = withLoad();
    Reflect.set(pretend.engine.drafts, "set", () => Promise.resolve(false));
    await draw(Try, pretend, place);
    expect(pretend.kept.get(wordsDraft(load))).toBe("Could you make the lunches?");
    expect(useScreen()).toMatchObject({ screen: "ask", id: experiments(pretend.state.value)[0]?.id });
  });

  it("is tied to a standing offer that it takes up", async () => {
    const { pretend } = withLoad();
    const [noor] = people(pretend.state.value);
    const person = noor?.id ?? null;
    const offer = pretend.say({ kind: "offers/make", person, what: "A lift", when: "", often: "", ask: null });
    await draw(Try, pretend, writePlace({ step: cornerId, person, about: offer }));
    expect(offers(pretend.state.value)).toMatchObject([
      { id: offer, taken: [experiments(pretend.state.value)[0]?.id] },
    ]);
  });

  it("keeps what it is for while somebody is chosen", async () => {
    const { pretend, load } = withLoad();
    const screen = await draw(Try, pretend, writePlace({ step: cornerId, person: null, about: load }));
    const [noor] = people(pretend.state.value);
    await screen.choose("Noor", noor?.id);
    await screen.press("Go on");
    expect(useScreen().id).toBe(writePlace({ step: cornerId, person: noor?.id ?? null, about: load }));
  });
});

describe("where a step that was offered will happen", () => {
  const plannedAt = async (step: string, context: Context | null) => {
    const pretend = pretendEngine();
    await draw(Try, pretend, writePlace({ step, person: null, offered: true, context }));
    await settle();
    const [first] = experiments(pretend.state.value);
    return first?.plan;
  };

  it("is noted as it was thought of, where the step leaves a choice", async () => {
    const free = stepCatalogue.find(({ needsPerson, contexts }) => !needsPerson && contexts.length > 1);
    const place = free?.contexts.at(-1) ?? null;
    expect(await plannedAt(free?.id ?? "", place)).toMatchObject({ context: place, origin: "engine" });
    expect(await plannedAt(free?.id ?? "", null)).toMatchObject({ context: null });
  });

  it("is never a place where the step cannot happen", async () => {
    const bound = stepCatalogue.find(
      ({ needsPerson, contexts }) => !needsPerson && contexts.length > 1 && !contexts.includes("online"),
    );
    expect(await plannedAt(bound?.id ?? "", "online")).toMatchObject({ context: null });
  });
});
