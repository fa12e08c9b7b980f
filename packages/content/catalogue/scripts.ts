/** The scripts of the composer, and lines to say to oneself before sending. */

import type { ScriptContent } from "../shapes.ts";

// Both registers say the same thing: the indirect one leaves more room, but hides neither what nor when.
const scripts = [
  {
    id: "scr-01",
    use: "message",
    direct: "It’s been a bad day, {name}. Would you send me a kind word?",
    indirect: "It’s been a bad day, {name}. A kind word from you would do me good, whenever you have a minute.",
    needs: ["name"],
    covers: ["SCR-01"],
  },
  {
    id: "scr-02",
    use: "message",
    direct: "I have something hard ahead of me, {name}. Would you ask me {when} how it is going?",
    indirect:
      "I have something hard ahead of me, {name}. It would help to know that someone asks me {when} how it is going.",
    needs: ["name", "when"],
    covers: ["SCR-02", "HCM-04"],
  },
  {
    id: "scr-03",
    use: "message",
    direct: "I’m stuck with something, {name}. Could you think it through with me {when}?",
    indirect:
      "I’m stuck with something, {name}, and I don’t get further alone. Would thinking it through together {when} suit you?",
    needs: ["name", "when"],
    covers: ["SCR-03"],
  },
  {
    id: "scr-04",
    use: "spoken",
    direct: "I’m run down today, and I don’t find it easy to ask. Would you make dinner tonight?",
    indirect:
      "I’m run down today, and I don’t find it easy to say so. It would be a great help if dinner tonight were yours.",
    needs: [],
    covers: ["SCR-04", "HCM-03"],
  },
  {
    // The shape of an “I” statement: what I feel, that asking is hard, one request with a time.
    id: "scr-05",
    use: "message",
    direct: "I feel {feeling}, and asking doesn’t come easily to me. Could you {what} {when}?",
    indirect:
      "I feel {feeling}, and asking doesn’t come easily to me. It would help me if you could {what} {when}; is that possible?",
    needs: ["feeling", "what", "when"],
    covers: ["SCR-05", "HCM-02", "HCM-03", "HCM-04"],
  },
  {
    id: "scr-06",
    use: "message",
    direct: "Today was hard, and I don’t want to laugh it off.",
    indirect: "Today took a lot out of me, and I wanted someone to know.",
    needs: [],
    covers: ["SCR-06", "HCM-05"],
  },
  {
    id: "scr-07",
    use: "spoken",
    direct: "I need some help here. Could you {what} {when}?",
    indirect: "Some help would be good here. Would it be possible for you to {what} {when}?",
    needs: ["what", "when"],
    covers: ["SCR-07", "HCM-04"],
  },
  {
    id: "scr-08",
    use: "self",
    direct: "I can do this one alone, or I can have company with it. Both are open to me.",
    indirect: "Some things I carry and some I share. Which kind is this?",
    needs: [],
    covers: ["SCR-08"],
  },
  {
    id: "scr-09",
    use: "message",
    direct: "This is more than I can carry, {name}. I need you. Can you be with me {when}?",
    indirect: "This is more than I can carry, {name}. I don’t want to be alone with it {when}; could you come?",
    needs: ["name", "when"],
    covers: ["SCR-09"],
  },
  {
    id: "scr-10",
    use: "self",
    direct: "I know how to stand on my own. I’m learning when to reach out, and I choose.",
    indirect: "This isn’t a decision for life. What does this one thing call for: on my own, or with someone?",
    needs: [],
    covers: ["SCR-10"],
  },
  {
    id: "scr-11",
    use: "self",
    direct: "Is this a fact, or an old alarm?",
    indirect: "If what I fear were so, what would I see or hear today?",
    needs: [],
    covers: ["SCR-11", "HCH-04"],
  },
  {
    id: "scr-12",
    use: "self",
    direct: "Something taught me to do it all alone. What would help me today?",
    indirect: "There is a reason why this is hard. What do I need in the next hour?",
    needs: [],
    covers: ["SCR-12", "HSC-07"],
  },
  {
    id: "scr-13",
    use: "self",
    direct: "I’m allowed to put a corner of this down. It doesn’t all have to be mine.",
    indirect: "Nobody said that I alone have to hold this. Who could take a corner?",
    needs: [],
    covers: ["SCR-13", "HLB-02", "HLB-03"],
  },
] as const satisfies readonly ScriptContent[];

/** The scripts, ids `scr-01` to `scr-13`; `self` scripts are never sent to anyone. */
export const scriptCatalogue: readonly ScriptContent[] = scripts;
