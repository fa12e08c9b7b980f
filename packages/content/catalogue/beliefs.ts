/** The 24 common beliefs about needing people, each with what would test it. */

import type { BeliefContent } from "../shapes.ts";

// A belief is tested, never corrected. Some are accurate about a place or a person: each one therefore
// says what would count for it as plainly as what would count against it.
const beliefs = [
  {
    id: "bel-01",
    text: "I get by without needing anyone.",
    questionFact: "Is it a fact that you need no one, or did needing someone once stop being safe?",
    wouldCountAgainst:
      "This week something went better, or felt lighter, because another person was in it.",
    wouldCountFor:
      "For a month you share nothing and hand over nothing, and you are neither more tired nor more alone.",
    alternative:
      "I can do a great deal alone. Some things go better with one other person in them.",
    covers: ["BEL-01"],
  },
  {
    id: "bel-02",
    text: "I’ve got it under control.",
    questionFact:
      "Do the facts of this week say so, or is it what you answer before you have looked?",
    wouldCountAgainst:
      "You say it, and in the same week you lose sleep, a date or your temper over the thing.",
    wouldCountFor: "The thing is done in time, and you had the sleep and the evenings you wanted.",
    alternative: "I have parts of it in hand. I can say which part I don’t.",
    covers: ["BEL-02"],
  },
  {
    id: "bel-03",
    text: "If I ask, I end up disappointed, so alone is safer for me.",
    questionFact: "How many asks is that based on, and how old is the newest of them?",
    wouldCountAgainst: "You ask for something small, and what you get is about what you asked for.",
    wouldCountFor:
      "Of the next five small asks to people you chose with care, most come to nothing.",
    alternative: "Some asks go nowhere. I can start with ones where a no costs me little.",
    covers: ["BEL-03"],
  },
  {
    id: "bel-04",
    text: "Sooner or later, whoever I rely on lets me down.",
    questionFact: "Is this true of everyone you know now, or of some people, then?",
    wouldCountAgainst: "Someone says they will do a thing by a day, and by that day it is done.",
    wouldCountFor: "Someone you chose for their track record drops it three times without a word.",
    alternative:
      "People differ. I can look at who keeps their word, and rely on them for that much.",
    covers: ["BEL-04"],
  },
  {
    id: "bel-05",
    text: "If they see that I need someone, they’ll see what a mess I am.",
    questionFact: "Is that what they saw, or what you were afraid they would see?",
    wouldCountAgainst: "You show one need, and afterwards they treat you as they did before.",
    wouldCountFor: "You show one need, and they mock it, tell others or keep away.",
    alternative:
      "They may see that I’m struggling. Most of what they know about me stays the same.",
    covers: ["BEL-05"],
  },
  {
    id: "bel-06",
    text: "There is more of me than others can cope with.",
    questionFact: "Did someone say so about this, or is it an old sentence?",
    wouldCountAgainst:
      "You talk for ten minutes about yourself, and they ask a question or suggest another time.",
    wouldCountFor:
      "Someone you trust tells you, about this very thing, that it is more than they can take.",
    alternative:
      "Some things are too much for some people on some days. They can tell me, and I can ask smaller.",
    covers: ["BEL-06"],
  },
  {
    id: "bel-07",
    text: "As long as I don’t ask, no one can turn me down.",
    questionFact:
      "It’s true that nobody can say no to a question you don’t ask. What does the silence cost?",
    wouldCountAgainst: "You hear a no, and the week goes on; the two of you still talk.",
    wouldCountFor: "You hear a no, and for days you can neither work nor speak to them.",
    alternative: "Not asking spares me a no. It also rules out a yes.",
    covers: ["BEL-07"],
  },
  {
    id: "bel-08",
    text: "Things only stay under control while they are in my hands.",
    questionFact:
      "Is everything in your hands really under control, or only out of other people’s hands?",
    wouldCountAgainst: "You hand over one thing, and nothing that matters to you slips.",
    wouldCountFor:
      "You hand over one thing with a clear agreement, and it goes wrong in a way you then have to repair.",
    alternative: "I can keep control of what matters and let go of how the rest gets done.",
    covers: ["BEL-08"],
  },
  {
    id: "bel-09",
    text: "I would rather not trouble anybody.",
    questionFact: "Did they look troubled, or did you decide that for them?",
    wouldCountAgainst:
      "You ask, leave room for a no, and they answer without sighing or putting you off.",
    wouldCountFor: "They say that it was a bad moment, or that you have asked too often.",
    alternative: "I may be a trouble now and then. If I leave room for a no, they can tell me.",
    covers: ["BEL-09"],
  },
  {
    id: "bel-10",
    text: "The people around me have troubles enough without mine.",
    questionFact: "Have they said that there is no room, or have you not asked?",
    wouldCountAgainst:
      "Someone with a full plate listens for ten minutes and tells you something of theirs.",
    wouldCountFor: "They tell you that they have no room for it this month.",
    alternative:
      "They do have troubles. They can still decide for themselves what they have room for.",
    covers: ["BEL-10"],
  },
  {
    id: "bel-11",
    text: "The only one I can count on is me.",
    questionFact: "Who else has come through for you, even once, even with something small?",
    wouldCountAgainst: "You count on someone for one small thing, and it gets done.",
    wouldCountFor:
      "You ask three different people for a small thing, and each agrees and then lets it drop.",
    alternative: "I can count on myself. I can find out whom else I can count on, and for what.",
    covers: ["BEL-11"],
  },
  {
    id: "bel-12",
    text: "If I want it done right, I have to do it myself.",
    questionFact: "Does it have to be done right here, or only well enough?",
    wouldCountAgainst:
      "Someone does it in their own way, and a week later it has made no difference.",
    wouldCountFor: "You said clearly what good enough was, and it had to be done again.",
    alternative: "Some things need my way of doing them. Many only need to be done.",
    covers: ["BEL-12"],
  },
  {
    id: "bel-13",
    text: "Asking for help makes me a burden.",
    questionFact: "Did they say it weighed on them, or did you weigh it for them?",
    wouldCountAgainst:
      "Afterwards they are as friendly as before, or they ask you for something too.",
    wouldCountFor: "They tell you it was too much, or they do it and avoid you afterwards.",
    alternative:
      "An ask can weigh something. One clear ask with room for a no is a weight most days can hold.",
    covers: ["BEL-13"],
  },
  {
    id: "bel-14",
    text: "Asking for help means I’m weak.",
    questionFact: "Would you call someone you respect weak for the same question?",
    wouldCountAgainst: "Someone you think well of asks for help, and you think no less of them.",
    wouldCountFor:
      "Someone whose view counts tells you that they think less of you because you asked.",
    alternative:
      "Asking can mean that I’ve reached a limit here. People I respect reach theirs too.",
    covers: ["BEL-14"],
  },
  {
    id: "bel-15",
    text: "When I depend on people, I get hurt.",
    questionFact: "Which people, and which kind of depending, is that true of?",
    wouldCountAgainst:
      "You lean on someone for one thing, and nothing you have to get over comes of it.",
    wouldCountFor: "Someone you leaned on uses it against you, or makes you pay for it.",
    alternative:
      "Leaning on the wrong person can hurt. I can choose the person and keep the first lean small.",
    covers: ["BEL-15"],
  },
  {
    id: "bel-16",
    text: "If I show that I’m vulnerable, I’m in danger.",
    questionFact: "Is there danger in this room today, or does it feel the way danger once felt?",
    wouldCountAgainst:
      "You say one soft thing to someone with a good record, and they handle it with care.",
    wouldCountFor: "You say one soft thing, and it is laughed at, passed on or used.",
    alternative:
      "With some people, guarding myself is right. With others I can show a little and see.",
    covers: ["BEL-16"],
  },
  {
    id: "bel-17",
    text: "I’m worth something because I carry it all by myself.",
    questionFact: "Who made that the price, and would you ask it of anyone else?",
    wouldCountAgainst: "You do less for a week, and people look for your company as before.",
    wouldCountFor: "You do less for a week, and people who wanted you for your work stay away.",
    alternative: "What I do counts. What I’m worth is not settled by doing it alone.",
    covers: ["BEL-17"],
  },
  {
    id: "bel-18",
    text: "Every time I ask, I admit that I have failed.",
    questionFact: "Failed at what, and by whose rule?",
    wouldCountAgainst: "You ask, and nobody, asked or watching, speaks of failure.",
    wouldCountFor: "You ask, and someone with a say in it calls it a failure.",
    alternative: "Asking can mean the task is bigger than one person. It can also just be quicker.",
    covers: ["BEL-18"],
  },
  {
    id: "bel-19",
    text: "Where I work, asking makes me look incompetent.",
    questionFact:
      "What happened to the last three people who asked here? It may be true where you work.",
    wouldCountAgainst:
      "You ask one precise question, and you get an answer, the same tasks and the same tone as before.",
    wouldCountFor:
      "After a precise question someone comments on your skill, or you are trusted with less.",
    alternative:
      "Here some questions cost me and some don’t. I can find out which, and whom to ask.",
    covers: ["BEL-19"],
  },
  {
    id: "bel-20",
    text: "If I ask, I’m a nuisance and neglecting my duty.",
    questionFact: "Is this thing really yours alone to do? Where does it say so?",
    wouldCountAgainst: "You ask, and the other person treats it as an ordinary part of the day.",
    wouldCountFor: "They remind you that this was agreed as your task, and they are right.",
    alternative: "Some of it is my duty. Getting it done with help is still getting it done.",
    covers: ["BEL-20"],
  },
  {
    id: "bel-21",
    text: "What I need doesn’t matter.",
    questionFact: "To whom did it not matter, and is that person in this room?",
    wouldCountAgainst: "You say what you would like, and somebody takes it into account.",
    wouldCountFor:
      "You say it clearly three times to someone close, and each time they pass over it.",
    alternative:
      "It matters to me, and it can matter to some others. It won’t come first every time.",
    covers: ["BEL-21"],
  },
  {
    id: "bel-22",
    text: "I can’t trust my own judgement about who is safe.",
    questionFact: "Were you wrong about everyone, or about some people, with what you knew then?",
    wouldCountAgainst:
      "You try someone with a small thing, and your guess about them turns out about right.",
    wouldCountFor:
      "You guessed well of three people, and with something small all three proved you wrong.",
    alternative: "I have misjudged people. With small tries I can check before much is at stake.",
    covers: ["BEL-22"],
  },
  {
    id: "bel-23",
    text: "I have to go through it alone first before I have earned support.",
    questionFact: "How much would be enough, and who is counting?",
    wouldCountAgainst:
      "You ask early, while it is still small, and nobody asks what you tried before.",
    wouldCountFor: "Someone tells you to come back when it is worse.",
    alternative: "Help need not be earned. Asking early is often the smaller ask.",
    covers: ["BEL-23"],
  },
  {
    id: "bel-24",
    text: "I don’t believe anyone can be trusted.",
    questionFact: "No one at all, or no one with everything?",
    wouldCountAgainst:
      "Someone knows one small thing about you, and weeks later it is still only theirs.",
    wouldCountFor: "Small things you tell different people keep coming back to you through others.",
    alternative: "Nobody has to be trusted with everything. Someone may be good for one thing.",
    covers: ["BEL-24"],
  },
] as const satisfies readonly BeliefContent[];

/** The beliefs a person can pick and test beside their own; ids `bel-01` to `bel-24`. */
export const beliefCatalogue: readonly BeliefContent[] = beliefs;
