/** Clues: words and pairs of words that speak for or against a kind, with their points; decision 0008 tells how they were fitted. */

/** Groups of words that clues speak of: who, what one does or leaves undone, how much, and what one may expect. */
export const clueParts = {
  nay: "not|no|never|nobody|nothing|none|hardly|barely|rarely|without|neither|nowhere",
  every: "always|ever|only|just|all|every|everything|everyone|anyone|anything|nobody|once|even|again|constantly|still",
  caring:
    "care*|love|loves|loved|lov*|matter*|mean*|meant|value*|respect*|appreciat*|worth|miss|misses|important|count|counts|trust|heart|fond",
  knowing:
    "know*|knew|notic*|see|sees|seen|saw|sens*|realis*|guess*|remember*|understand*|understood|tell|find|figure|work|read|spot*|pick",
  telling: "ask*|tell*|told|say*|said|spell*|explain*|remind*|beg*|hint*|prompt*|mention*|word|words",
  flaw: "selfish|lazy|useless|unreliable|thoughtless|inconsiderate|ungrateful|careless|heartless|cruel|childish|arrogant|hopeless|impossible|terrible|lousy|waste|disgrace|typical|rude|joke|idle|bad|worse|liar|cold",
  shall: "should|would|could|might|must|ought|will",
  query: "who|whether|if|whoever|which|how|what|why",
  chore:
    "help*|lift*|listen*|clean*|cook*|wash*|call*|ring*|visit*|reply|answer*|bother*|offer*|thank*|apologis*|share*|try|support*|tidy|do|does|done",
  harm: "forget*|forgot*|leave*|left|let|ignor*|dump*|cancel*|blam*|ruin*|spoil*|break|broke|treat*|use|uses|used|lie|lied|vanish*|disappear*|expect*|complain*|make|makes|made|take|takes|took",
  self: "i|me|my|mine|myself",
  thee: "you|your|yours|yourself|yourselves",
  them: "he|she|they|him|her|them|anyone|someone|anybody|somebody|everyone|nobody",
} as const;

/** Points by clue. A sentence that has `need` points or more is marked, unless another kind has more. */
export const clues = [
  {
    kind: "accusation",
    say: "alone",
    start: -24,
    need: 9,
    points: {
      11: "as|in this|while",
      10: "<thee>",
      9: "<chore> a",
      8: "<every>|nice",
      7: "<flaw>|am the|of us|work",
      6: "<every> when|<shall> not|be to|but|in <cope>|time",
      5: "his|not <thee>|of|you <harm>",
      4: "<chore>|<query> <chore>|<thee> are|for .|some|up",
      3:
        "<chore> <chore>|<nay>|<self> the|<thee> lot|and|do .|do <chore>|doing|else|here|here .|i the|is <self>|" +
        "is <thee>|never <chore>|nothing .|you|your",
      2:
        ".|<harm>|<query> i|<role>|<thee> .|<thee> <flaw>|<thee> <harm>|<thee> <nay>|<thee> <thee>|<thee> think|" +
        "^ <query>|^ must|am|be|care|is it|like a|must be|not <caring>|of .|phone|since|to a|too|you <flaw>|" +
        "you think|you time|yourself",
      "-2":
        ", <chore>|<chore> not|<nay> need|<nay> to|<self> <shall>|<telling>|<telling> .|i <nay>|is <nay>|know|" +
        "thank",
      "-3":
        ",|<caring> you|<knowing> the|<load>|<query> <caring>|<role> <shall>|^ sorry|is .|just|me <thee>|not .|" +
        "to <query>",
      "-4": "<chore> <thee>|<nay> <harm>|<shall> the|<worthy>",
      "-5": ", it",
      "-6": "^ <harm>|will",
      "-7": "^ it",
      "-8": "<day>|^ <self>|should",
      "-9": "if",
      "-13": "sorry",
    },
  },
  {
    kind: "hidden-test",
    say: "say",
    start: -31,
    need: 6,
    points: {
      17: "prove|test",
      13: "show",
      12: "<knowing>|a test",
      9: "<query>",
      8: "<role>|will know",
      7: "<nay> <telling>|<them> <shall>|come on|what is",
      6: "<caring>|<role> would|<thee> to|<worthy>|<worthy> <shall>|not <telling>|on at",
      5: "<knowing> ,|<shall>|<telling> it|if to|it out|out|see <query>",
      4: "<query> <caring>|<telling>|<thee> <shall>|^ if|be the|me|want",
      3: "<every> <knowing>|<shall> have|<telling> .|^ let|a <role>|be|it <thee>|need|to <telling>|to you|up|who",
      2:
        "<chore> not|<knowing> .|<knowing> what|<query> <them>|<role> <knowing>|<self>|<self> am|<worthy> <role>|" +
        "first|i am|just <knowing>|not to|should|to|to see|when|wrong|you <shall>",
      1:
        "<big>|<caring> .|<chore> <self>|<cope> long|<knowing> out|<query> <big>|<query> <self>|<query> long|" +
        "<role> <nay>|<shall> know|<thee> <caring>|<thing> to|a would|am|by|come|friendship|how long|on|real|see|" +
        "should to|will|will the|you me|you on",
      "-1":
        ",|<caring> to|<chore> it|<nay> <query>|<query> it|<self> <cope>|a|but|can|how|i <knowing>|it is|like|" +
        "sorry|tell <thee>|tell you|you <nay>",
      "-2": "<query> the|<self> do|<shall> it|<thing> .|?|^ you|could|i ask|the .|with|work",
      "-3": "<ok>|<query> <telling>|<self> <chore>|<shall> <cope>|<weigh>|^ <nay>|and|know how|the",
      "-4": "<day>|we",
      "-6": "<self> <knowing>",
      "-8": ", i|<knowing> the",
    },
  },
] as const;
