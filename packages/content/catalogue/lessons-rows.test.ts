/** Checks that each row a card claims to treat is treated in its words, so that a rewrite can’t lose one unseen. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { lessonCatalogue } from "./lessons.ts";

const textOf = (id: string): string => {
  const lesson = lessonCatalogue.find((each) => each.id === id);
  if (lesson === undefined) return "";
  const { title, question = "", opening, claims, closing } = lesson;
  return [title, question, ...opening, ...claims.map(({ text }) => text), ...closing].join(" ");
};

/** Row, card, and what the card must say about it. */
const treated = [
  ["DEF-01", "lesson-three-stories", /Asking is weak.+is dangerous.+worth hangs on doing it all alone/],
  ["DEF-02", "lesson-two-kinds", /be able and still be close.+rigid kind makes you pick one/],
  ["DEF-03", "lesson-two-kinds", /taken to the extreme.+keeps life going.+pay for it on the inside/],
  ["DEF-04", "lesson-not-broken", /no illness.+a tactic you learned.+needed it.+not broken/],
  ["DEF-05", "lesson-where-the-line-is", /of loss, of hurt, of losing control.+badge.+honour.+on your own/],
  ["DEF-06", "lesson-where-the-line-is", /leaning on no one feels more like a burden than a strength/],
  ["DEF-07", "lesson-two-kinds", /Paying your bills.+plain independence.+grown up/],
  ["DEF-08", "lesson-two-kinds", /going under.+don’t ask, don’t hand over and don’t take what is offered/],
  ["DEF-09", "lesson-two-kinds", /with the first, you choose\. With the second, you have to.+stay safe/],
  ["DEF-09", "lesson-alone-by-choice", /there was a choice.+“I could not have asked” is something else/],
  ["DEF-10", "lesson-where-the-line-is", /You didn’t decide it\. Fear got there first/],
  ["DEF-11", "lesson-where-the-line-is", /it is stiff.+on your own.+damage.+can’t be kept up/],
  ["DEF-12", "lesson-fine-from-outside", /look like strength.+hurts underneath stays out of sight/],
  ["DEF-13", "lesson-other-reasons", /a flaw.+not a fixed trait.+staying safe that has outlasted the danger/],
  ["DEF-14", "lesson-can-it-change", /Can it be unlearned\?.+no illness.+learned can be practised differently/],
  [
    "DEF-15",
    "lesson-old-hurt",
    /Is it a trauma response\? Sometimes\..+one common way people adapt to help that wasn’t there/,
  ],
  ["DEF-16", "lesson-guilt", /feel guilty when I ask\?.+burden as children.+too much to look after, too soon/],
  ["DEF-17", "lesson-keeping-distance", /avoidant attachment\?.+alone overlaps with it, and is not the same/],
  ["DEF-18", "lesson-pictures", /Armour.+wall.+alarm.+Shoes.+net.+prison.+performer.+tool.+window, and later a door/],
  ["DEF-19", "lesson-fine-from-outside", /out of your own sight too.+something has to show you/],
  ["DEF-20", "lesson-pictures", /disappointment, rejection, shame, hurt, and the feeling of losing control/],
  ["MEC-01", "lesson-keeping-distance", /child learns that asking leads to disappointment.+protects/],
  ["MEC-02", "lesson-keeping-distance", /more avoidance went with somewhat worse mental health/],
  ["MEC-03", "lesson-body-alarm", /polyvagal theory\..+reaching out can read as danger.+the theory is contested/],
  [
    "MEC-04",
    "lesson-stress-body",
    /cortisol.+mixed in direction.+no direct evidence that self-reliance raises cortisol/,
  ],
  [
    "MEC-05",
    "lesson-stress-body",
    /alarm on day and night.+defences against illness.+We know of none.+immune defences/,
  ],
  ["MEC-06", "lesson-body-alarm", /an alarm that would rather ring too often than let you be caught off guard/],
  ["MEC-07", "lesson-slow-breath", /feels like something that happens to you\. With practice it may get quieter/],
  ["MEC-07", "lesson-can-it-change", /alarm seems to come whatever you do.+later, and softer/],
  ["MEC-08", "lesson-kind-words", /the ground the rest stands on.+27 trials/],
  ["MEC-09", "lesson-share-in-turns", /built in turns.+step by step made the difference/],
  ["MEC-10", "lesson-courage", /Brown, says that sharing a struggle is what bonds are made of.+rests on interviews/],
  ["MEC-11", "lesson-one-or-two", /One or two people you trust.+alive at the end.+observed, not tested/],
  ["MEC-12", "lesson-what-did-not-happen", /small doses: ask, receive, see that no catastrophe came/],
  ["MEC-13", "lesson-reliable-too-soon", /look after a brother or sister.+leaves a mistrust/],
  ["MEC-14", "lesson-courage", /nearer to courage/],
  ["MEC-15", "lesson-old-hurt", /made yourself some safety in a world that felt unsafe/],
  ["CST-01", "lesson-what-it-costs", /burnt out.+burnout.+nobody has shown/],
  ["CST-02", "lesson-what-it-costs", /tired to the bone/],
  ["CST-02", "lesson-stress-body", /Stress, and what it isn’t.+how you sleep, how tired you are/],
  ["CST-03", "lesson-what-it-costs", /Worry that doesn’t switch off.+anxiety/],
  ["CST-04", "lesson-what-it-costs", /Low days.+depression/],
  ["CST-04", "lesson-low-day", /low days come in a row.+tell a doctor\. It may be depression/],
  ["CST-05", "lesson-what-it-costs", /sense of worth that rises and falls.+self-esteem/],
  ["CST-06", "lesson-stress-body", /bad for my health\?.+how often you fall ill.+ask a doctor/],
  ["CST-07", "lesson-the-wall", /lonely in a full room, or next to someone you love/],
  ["CST-07", "lesson-one-or-two", /feeling lonely/],
  ["CST-08", "lesson-the-wall", /talk stays light/],
  ["CST-09", "lesson-fine-from-outside", /asking for support may be the hard part/],
  ["CST-10", "lesson-the-wall", /Trust, closeness/],
  ["CST-11", "lesson-resentment", /nobody says a word.+Resentment is worth hearing/],
  ["CST-11", "lesson-story-home", /resentment that nobody sees what she carries/],
  ["CST-12", "lesson-the-wall", /working on something together, learning from someone/],
  ["CST-13", "lesson-the-wall", /end up as alone as you feared/],
  ["CST-14", "lesson-fine-from-outside", /Doing more can be a way of not feeling.+trapped/],
  ["SOC-01", "lesson-praised-for-it", /hard work and needing no one are what people get praised for/],
  ["SOC-02", "lesson-praised-for-it", /Whole trades.+doing it all and never stopping/],
  ["SOC-03", "lesson-asking-at-work", /Early in a job.+they will think you can’t do it.+the rule is accurate/],
  ["SOC-04", "lesson-double-message", /women get two messages.+Be strong.+give to everyone.+held up as a picture/],
  ["SOC-05", "lesson-praised-for-it", /pandemic came.+showed up a habit/],
  ["SOC-06", "lesson-praised-for-it", /Public figures and therapists.+not as a virtue.+Younger people.+wider script/],
  ["CAS-01", "lesson-story-launch", /Sarah runs a team.+never asked anyone.+proud/],
  ["CAS-02", "lesson-story-launch", /launch comes, and her work doubles.+until two in the morning/],
  ["CAS-03", "lesson-story-home", /“Let me take the house.+She says no/],
  ["CAS-04", "lesson-story-home", /Three months on she is burnt out.+resentment.+seen as able.+shut out/],
  ["CAS-05", "lesson-story-slow", /where it came from.+gruelling.+a work in progress/],
  ["HRF-01", "lesson-needs", /come with being human.+don’t make you weak.+burden/],
  ["HRF-02", "lesson-what-a-yes-gives", /Being asked can be a gift.+you matter/],
  ["HRF-02", "lesson-asks-go-better-than-guessed", /how glad helpers felt/],
  ["HRF-03", "lesson-needs", /trust them with a piece of it\. That is good sense about feelings/],
  ["HRF-04", "lesson-what-a-yes-gives", /Letting someone in can make more of a bond, and no less of you/],
  ["HRF-05", "lesson-dependent", /knowing which one the day calls for/],
  ["HRF-05", "lesson-alone-by-choice", /when to stand alone and when to reach out/],
  ["HRF-05", "lesson-look-back", /Strength can be giving, and it can be receiving/],
  ["HRF-06", "lesson-dependent", /not giving up control.+hero/],
  ["HRF-06", "lesson-handing-over", /How they got there is theirs/],
  ["HRF-07", "lesson-needs", /worth a hand because you are a person/],
  ["HRF-08", "lesson-courage", /nearer to courage\. So is working on any of this/],
  ["HRF-09", "lesson-low-day", /don’t have to do the mending alone either/],
  ["HRF-10", "lesson-pictures", /You decide which, for whom and how far.+Staying in is allowed/],
  ["HRF-11", "lesson-pictures", /deserve to feel safe enough before you let anyone in/],
  ["HRF-12", "lesson-courage", /opens the door for the other to lean as well/],
  ["HCH-01", "lesson-three-stories", /notice the story first/],
  [
    "HCH-02",
    "lesson-three-stories",
    /true every time, with everyone\? Or is it what you concluded once, from what happened then/,
  ],
  ["HCH-03", "lesson-three-stories", /testing a belief by trying something out.+Fix what would count against it/],
  ["HCH-04", "lesson-three-stories", /the moment you turn an offer down\. Is this a fact, or an old alarm/],
  ["HCH-05", "lesson-courage", /Weak, or brave\?.+Try the other word/],
  ["HNP-01", "lesson-fine-from-outside", /Naming the pattern is the first step/],
  ["HNP-09", "lesson-what-did-not-happen", /Did it follow\?.+no catastrophe came/],
  ["HNP-11", "lesson-noticing-shifts", /You take the offered chair.+name one shift you noticed/],
  ["HMV-01", "lesson-why-small", /low stakes.+Leave the deep things for later/],
  ["HMV-01", "lesson-no-duty-to-tell", /Start with something small, far from the worst of it/],
  ["HMV-02", "lesson-why-small", /slow work.+doesn’t go in a straight line/],
  ["HMV-02", "lesson-can-it-change", /more a journey than a sprint/],
  ["HMV-02", "lesson-story-slow", /not a straight line.+took it back/],
  ["HMV-03", "lesson-share-in-turns", /Share more as someone shows that they can be trusted with it/],
  ["HMV-04", "lesson-what-did-not-happen", /ask, receive, see that no catastrophe came/],
  ["HMV-05", "lesson-what-a-yes-gives", /Let yourself feel it before you go on/],
  ["HMV-06", "lesson-why-small", /make the next one easier to dare/],
  ["HMV-07", "lesson-asks-go-better-than-guessed", /Some asks get a no/],
  ["HMV-07", "lesson-a-no", /Disappointment is a price of getting near people/],
  ["HMV-07", "lesson-silence", /be disappointed if you are/],
  ["HMV-07", "lesson-half-hearted-help", /Being let down is a risk that comes with getting near people/],
  ["HMV-08", "lesson-why-small", /a friend, your partner, family, someone at work/],
  ["HCM-01", "lesson-say-it-plainly", /can’t support what they don’t know about/],
  ["HCM-01", "lesson-resentment", /can’t support what they don’t know about.+tell them once/],
  ["HCM-02", "lesson-say-it-plainly", /starting with I: “I am worn out\.”/],
  ["HCM-03", "lesson-say-it-plainly", /asking is hard for you.+takes the pressure out, and lets them in/],
  ["HCM-04", "lesson-say-it-plainly", /one clear thing: what, when, for how long/],
  ["HCM-05", "lesson-say-it-plainly", /soft ending is the trap.+takes the need back/],
  ["HLB-01", "lesson-saying-no", /Saying no is allowed/],
  ["HLB-02", "lesson-saying-no", /Asking is allowed as well/],
  ["HLB-02", "lesson-handing-over", /you may ask, and you may let go/],
  ["HLB-03", "lesson-saying-no", /don’t have to carry it all/],
  ["HLB-03", "lesson-double-message", /don’t have to carry it all.+don’t have to carry it well/],
  ["HLB-04", "lesson-handing-over", /Sharing a load is a practice/],
  ["HSC-01", "lesson-not-broken", /for good reasons, under pressure/],
  ["HSC-03", "lesson-not-broken", /What kept you safe then may keep you stuck now/],
  ["HSC-08", "lesson-not-broken", /Start with kindness: you are not broken, you are guarding something tender/],
  ["HSC-09", "lesson-not-broken", /proud of getting through\. Keep the wit and the will/],
  ["HSC-09", "lesson-look-back", /Resourceful, stubborn, calm in a storm: keep all of that/],
  ["HSN-06", "lesson-dependent", /give on some days and receive on others/],
  ["HSN-07", "lesson-unsafe-people", /no longer trust your own choice.+trust in your own eye comes back/],
  ["HSN-07", "lesson-really-unreliable", /rebuilds your trust in your own choice/],
  ["DIS-05", "lesson-old-hurt", /roots go deep.+a trained person beside you/],
  ["DIS-05", "lesson-no-duty-to-tell", /leave it be\. Talk with someone trained/],
  ["DIS-05", "lesson-low-day", /go back a long way, a professional is worth having/],
  ["DIS-05", "lesson-kinds-of-therapy", /roots go deep, or daily life suffers, see a professional/],
  ["ORI-01", "lesson-keeping-distance", /Comfort comes now and then/],
  ["ORI-02", "lesson-keeping-distance", /or not at all/],
  ["ORI-03", "lesson-keeping-distance", /or is waved away/],
  ["ORI-04", "lesson-keeping-distance", /stops showing the wish, and keeps away/],
  ["ORI-05", "lesson-keeping-distance", /cries or voices a worry/],
  ["ORI-06", "lesson-reliable-too-soon", /a sick adult, the mood of a whole house/],
  ["ORI-07", "lesson-old-hurt", /someone trusted turned on you/],
  ["ORI-08", "lesson-really-unreliable", /let you down or left/],
  ["ORI-09", "lesson-really-unreliable", /many times over/],
  ["ORI-10", "lesson-old-hurt", /a home was harsh/],
  ["ORI-11", "lesson-old-hurt", /those who had been badly treated/],
  ["ORI-12", "lesson-really-unreliable", /You relied on someone/],
  ["ORI-13", "lesson-reliable-too-soon", /nobody asks for help, ever\. It isn’t done/],
  ["ORI-14", "lesson-guilt", /made to feel like a burden as children/],
  ["ORI-15", "lesson-guilt", /given too much to look after, too soon/],
  ["ORI-16", "lesson-reliable-too-soon", /each time doing it alone did work, the rule grew firmer/],
  ["ORI-17", "lesson-reliable-too-soon", /become the reliable one before they are ready/],
] as const;

describe("a row that a card treats", () => {
  it.each(treated)("%s stands in %s in words", (row, id, said) => {
    expect(lessonCatalogue.find((lesson) => lesson.id === id)?.covers).toContain(row);
    expect(textOf(id)).toMatch(said);
  });

  it("is never claimed without being checked here", () => {
    const claimed = lessonCatalogue.flatMap(({ id, covers }) => covers.map((row) => `${row} ${id}`));
    expect(treated.map(([row, id]) => `${row} ${id}`).toSorted()).toEqual(claimed.toSorted());
  });
});

describe("the rows that are told rather than done", () => {
  const whole = /^(DEF|MEC|CST|SOC|CAS|HRF|HCH|HMV|HCM|ORI)-/;
  const some = ["HNP-01", "HNP-09", "HNP-11", "HLB-01", "HLB-02", "HLB-03", "HLB-04", "DIS-05"];
  const kind = ["HSC-01", "HSC-03", "HSC-08", "HSC-09", "HSN-06", "HSN-07"];

  it("each have at least one card", () => {
    const owed = rowIds.filter((row) => whole.test(row) || [...some, ...kind].includes(row));
    const have = new Set(lessonCatalogue.flatMap(({ covers }) => covers));
    expect(owed).toHaveLength(121);
    expect(owed.filter((row) => !have.has(row))).toEqual([]);
  });
});
