/** English patterns of the wording help: apology, minimising, withdrawing, accusation and hidden test. */

// The language of patterns is described in the domain (wording/pattern.ts); `<name>` is a fragment of `en-words.ts`.
// A rule is one thought in many phrasings; its guards name what sounds alike and is ordinary.

/** What can stand in the place of a mark. Small letters first; each reads well as a clause of its own. */
export const alternatives = {
  asking: { direct: "asking is hard for me", indirect: "I don’t find it easy to ask" },
  matters: { direct: "it matters to me", indirect: "it would mean something to me" },
  feels: { direct: "this is hard for me", indirect: "this gets to me" },
  stands: { direct: "my question stands", indirect: "the question is still open" },
  answer: { direct: "I’d like to hear either way", indirect: "it would help me to hear either way" },
  hear: { direct: "please take me at my word", indirect: "it would help me to be heard" },
  alone: { direct: "I feel alone with this", indirect: "I’ve been finding this hard to carry" },
  please: { direct: "please", indirect: "if that works for you" },
  kindly: { direct: "please", indirect: "perhaps" },
  say: { direct: "I’ll say what I need", indirect: "I find it hard to say what I need" },
} as const;

/** Apologising for asking, for taking up room, for feeling something, for being who one is. */
const apology = [
  {
    kind: "apology",
    say: "asking",
    match: [
      // "sorry to" begins a needless apology, unless news or a lapse follows.
      "(i am)? @ <sorry> (but|now|again|in advance)* to !(hear|see|say|miss|leave|cancel|let|tell|go|lose|read|find|report|disappoint|have (missed|been|to (cancel|leave|go|miss))|keep you waiting|be ~3 (late|missing|leaving|away|out|short|slow)) _",
      "(i am|i)? @ <sorry> (!(<lapse>) _)* (!(<lapse>) _)* (<weigh>|moan*|whing*|complain*|taking|wast*|using up|going on|putting|landing|springing|throwing|dropping|drag*|spam*|piling|pour*|blow*|eating|messag*|text*|email*|exist*|feeling|cry*|cried|tears|rambl*|rant*|vent*|essay|novel|question%|favour%|(long|stupid|silly) _|emotional|upset|need*|lean*|in (bits|pieces|a state)|(this|it all) <e>) !(at|last|yesterday|i|we|from|with|on <day>)",
      "(i am)? @ <sorry> ~4 (being|i am) @ !(~2 (late|away|out|rude|short|loud|snappy|grumpy|cross|unfair|mean|off*|distant|quiet|slow|un*|busy|ill|sick|not (able|coming|there)|going|running|leaving|only|stuck|in)) (such? <weak>|like|this way|a (mess|wreck|lot|state)|such an%|so _|too|being|the|that|not (stronger|better|coping)|me)",
      "(do not|please) (hate|kill|be (annoyed|cross|angry) with) me (for|but|,)|(neck|cheek|nerve) (asking|to ask)|(mortified|morto|scarlet) (asking|to ask)|state of me|<sorry> for (yet|just)? (another|one more) _|sorry ,? i am @ (<weak>|an% (<load>|mess|lot))|without me bothering|<sorry> (that)? i can not (do|manage|cope) ~3 <alone>?|(sorry ,?)? (it is)? only? me again ,? (sorry|with)|<sorry> if (this|it|that) is @ (too|a)|you must be (sick|tired|fed up) (of|with) me|i must be (driving|boring|annoying|bothering) you|i am not worth|i (feel|know|think|fear|worry)+ (like|that)? i am @ (<weigh>|taking|a <load>)|<sorry> (that)? i am not @ (easier|stronger|better|more|able to cope|enough)|sorry ,? but? i know (you (are|have)|i|this is|it is (a|too)) ~3|sorry (sorry)+|me again ,? <sorry>|(forgive|pardon|excuse) (me|my|the|this|for)* (<weigh>|moan*|whin*|rambl*|tears|cry*)",
      "(i|i know i)? @ (hate|ashamed|loath) (to|having to|myself for) (ask*|be|put|do this|<weigh>)|hate asking (you|this|again)",
      "i ~2 (am|be|been) !(not) @ such? (an%|your|the|that) ~2 <load>|(to be|being|am not|feel like) @ such? (an%|the) ~2 <load>",
      "i feel* @ (bad|guilty|awful|terrible|ashamed|selfish|rude|stupid|silly|like ~4) (for|about|to|having|be|even)* (<weigh>|ask|putting|needing|leaning|taking)",
      "not @ (want|wish|mean|like) to @ (put (you|this|it)|lean on|take up|<weigh>) !(for|about)|hope ~3 not @ <weigh>",
      "i (know i)? am? (always|constantly|forever|keep) (needing|leaning|coming to you|<weigh>) (you|for|,) ~4 sorry?",
      "i ~1 (should not|have no right|do not deserve) (really|to|be)* (ask*|expect|help|putting|your|<weigh>)|i ~3 (ask|asking|am) (for|of|you)* too much|i ~2 am (too much|hard work|high maintenance|@ needy)",
    ],
    reach: "clause",
    unlessAfter: "(you|she|he|they) (are|were|is) not? an%|never",
  },
] as const;

/** Makes the need, or the feeling, small. */
const minimising = [
  {
    kind: "minimising",
    say: "matters",
    match: [
      "<it>? @ (no|not (such an%|an%|any|much of an%)|hardly (an%|any|the)) <big>* (deal|biggie|drama|crisis|emergency|disaster|tragedy|end of the world) (really|at all)? <e>",
      "<it>? @ (no|not (such an%|an%)) <big>+ (thing|problem|issue|favour|ask|one|matter|reason) (at all|really)? <e>|(<it>|my _ is) @ (not|hardly) @ that? (important|serious|urgent|anything much|anything|much <e>) (at all|really)? <e>|my ~2 (is|are) @ (hardly|not) @ that? (important|serious) <e>|the usual (nonsense|stuff|worries)|not much of an% (problem|thing|issue)|<it>? a? first world problem*|one of my (moods|days|turns)|what is a bit of|^ not worth *ing|no (harm done|bother really)|song and dance|^ not @ (important|serious|much) <e>|hardly (anything|an% _)",
      "<it>? @ nothing @ (<big>|major|much|dramatic|drastic|terrible|awful|tragic|exciting|at all|to ~3 about) <e>",
      "(<it>|my _ is|(it|this|that) (will|might|may)? (sounds%|seems%|feels%|be)) @ (such|an%|one|small|little|_ and)* <petty> (little|small|old)* <thing>? =($|but|really|i|or|to _|of me|compared|though|even)",
      "(@ (an%|one|such)* <petty> (little|small)*|(just|only|<it>) (an%|one|such|quick|really)* (small|little|wee|minor)+|small (small|little)) <thing> =($|but|only|really|to|i|and|if|can|could|would)|(my|just)+ (silly|stupid|usual|own) (worries|nonsense|worry|nerves|fears|moods|problems|stuff|drama)",
      "(it is|am)? @ embarrass* how _ ~2|<it>? @ (hardly|barely|scarcely) worth _|<it> @ not worth (mention*|asking|making|bother*|talk*|worry*|a fuss|your time)|neither here nor there|at least i (have (a roof|my health|food|work)|am not)|count myself lucky|it is what it is|(not to be|without being) (a)? dramatic|(sounds|looks|feels) worse than|nothing (a|an|some) _ ~3 not (fix|cure|sort)|little old me|not a bother on me|trifl*",
      "(not that|as if) (<it>|it|any|this) ~2 (matters%|important|serious|bad)|not (like|as if) i am (dying|ill|the only|in)",
      "(not|without) (really|want*|mean*|like|to)* (make|making|cause|a|any) (it|this)? (into|an%|any|too much|of|such|big|huge)* (fuss|drama|scene|something|(thing|deal) (of|out of|about))|making too much of",
    ],
    reach: "clause",
    turnsBut: true,
    unlessAfter:
      "<no>|(is|was|are|have|has|had|makes|there) (an%|the|my|your)|(you|i|we|they) have|there is|so|deal of|like",
    unlessBefore: "~3 (if !(you do not mind)|either way|whichever|whatever|like)|, (if|either way)|which",
  },
  {
    kind: "minimising",
    say: "feels",
    match: [
      "(<it>|be) @ nothing (really|much|at all|honestly)* <e>|nothing really $|(probably|sure it is) nothing <e>",
      "(but|sure|and|though|i know)* (it|things)? (could|might) always? (be|have been) @ worse =($|i|you)|there (are|is) @ worse|worse (things|off)",
      "~1 (people|others|some|plenty|everyone|lots|you) ~3 (have|has|with|got|going through) ~5 (worse|harder|(bigger|real|proper|worse) (problem*|worries|troubles|things)|on (your|their) plate than)|(others|other people|everyone|everybody|people) ~2 (manage|managed|cope|copes|goes through it|go through (it|this))|bigger fish|have (had|seen|been through) @ worse",
      "(<it>|is)? @ nothing (compared (to|with)|next to|beside) (you*|what|other*|people|some) ~3",
      "i can not (really)? complain =($|i|you)|i ~2 (should|must) not (really|be)* (complain*|moan*|grumble|whinge|feel (sad|sorry|this|like)|upset|sad|crying)|(no right|no reason|who am i) to (complain|moan|be|cry|feel)|nothing to (complain|moan|cry|grumble)|mustn't grumble",
      "(i am|^ just|^ only) (just|only|probably|being|sure i am|a bit of|such|so|tired and|a bit|a little)+ (an%|such|being)* <over>|^ (just|only) being @ <over>|i ~1 (am|be) @ (overreact*|overthink*|over (reacting|thinking)|exaggerating|making (too much|a _)|blowing) ~4|i feel @ (stupid|silly|daft|foolish|ridiculous) (for|about) (feel*|be|being|cry*|worry*|mind*)",
      "(all|just|only)+ in my head|silly old? me|(just|only) me (being|over*|moan*|panick*|worrying|fussing) ~1|<it> only (small|little|minor|slight)|(does|do) not @ hurt @ <e>|do not (read anything into|take (it|me|this) (too)? serious*)",
      "<it>? @ (only|just) (my|an%|me)? (bit|little|touch|slight|small|silly|minor|bad|of|a)* <ailment> <e>|(it|that) is (only|just) (an%|my) (cat|dog|job)|(hardly|not) (a matter of)? life (and|or) death",
      "<it> <ok> , @ (it is|i am) <ok>|(but|though|only) @ (<it>|i am) @ <ok> <e>|i am <ok> (really|honestly|though) $",
      "(it|this|things) (is|are) really? not (that|so|too) bad <e>|(over|about) nothing <e>|(no one|nobody) has? died|(bit|a little|just) ~4 , that is all $|(it|this) will pass",
    ],
    reach: "part",
    turnsBut: true,
    unlessAfter: "<no>|(what|who) is|if",
    unlessBefore: "~1 (if|either way|whichever|whatever|wrong|like|to do)|, (if|either way)",
  },
] as const;

/** Takes the need back, or says one will carry it alone. */
const withdrawing = [
  {
    kind: "withdrawing",
    say: "hear",
    match: [
      "(just|please)* (ignore|do not mind|do not listen to|pay no (attention|heed) to|do not (be)? (worry|worrying|bothering) about) me !(if|while|when|asking|saying|being)",
    ],
    reach: "part",
  },
  {
    kind: "withdrawing",
    say: "stands",
    match: [
      "<oh>* never mind (me|then|that|it|this|about (it|that|me)|anyway|actually)* =($|i|we|you|it|lol|forget)",
      "<oh>* (forget|disregard|ignore|scrap|scratch|delete|cancel) about? (it|this|that|i|what|my|everything|the (last|above|whole)) (i|it|last|said|asked|wrote|sent|mentioned|message%|text%|question|request|thing|anything|ever)* =($|i|we|you|it|okay|please|really)",
      "i (take|am taking|will take) (it|that|this|everything|what i said|my _) back <e>|i withdraw _ ~1|(pretend|act like) that? i (never|did not) ~3|let us pretend ~3|i should (not|never) have (asked|said|texted|messaged|brought|mentioned|bothered) ~3",
      "i @ (do not|no longer) @ (want to)? need (it|the help|(any _)? help|anything|anyone|your help|you|a (lift|hand)|to talk|you to come) (any more|anymore|really|after all|from _|actually|now|anyway)* $",
      "<oh>* (it|that|this)? (does not|do not|no longer|no) @ matter (now|anyway|actually|really|any more|then|to me)* =($|i|it)",
      "(you know what|oh|ah|no|just|look|so)+ ,? (leave|skip|drop) it <e>|let us just? (forget|leave|drop) it $|do not take tension|stay where you are|i will (say no more|shut up)|enough about me|or maybe not $|turns out i do not need ~2|<oh>* do not (trouble|bother|put) (yourself|yourselves) out?|(she|it) will be (right|apples) $|it was (just|such)? an% (silly|stupid|bad) (idea|thought|question) ~2",
    ],
    reach: "part",
    unlessAfter:
      "never|not|to|i|you|always|might|will|may|can|would|could|they|we|he|she|if|when|which|either|both|any|day|time|where|what|whether|please",
    unlessBefore:
      "~3 <punct>? ~2 (meant|mean|sent|it is (on|at|in|not|the)* (<day>|<num>|tomorrow)|found|(is|am|has|have) (back|fixed|here|sorted|found|already)|arrived|already|works now|turned up|either|any|both|should|wrong|correct|make (it|that)|typo|autocorrect|<day>)",
  },
  {
    kind: "withdrawing",
    say: "stands",
    match: [
      "<oh>* (do not (worry|bother|stress)|not to worry|no need|no worries) (about (it|this|that)|then|actually|honestly|now)* =($|i|we|it is)",
      "<oh>* (leave|skip|drop) it (so|then|now|there|be|actually|only)* =($|i|we|it)",
      "(actually|oh|ah|but|so)+ (no|nah) $|<oh>* (just|only) (kidding|joking|messing|messin|codding)|actually ,? i (will|can|could) !(ask|call|ring|book|get|see|come|bring|be|take|also|~4 (<day>|<num>)) _ ~5 =(.|!)",
      "<oh>* (not ,)? (<it>|i am|we are|all) all? <ok> (actually|now|really|honestly|then|on my own)* =($|i|honestly|lol)",
      "<it> (no odds|all the same) (to me)? $|i will (leave|let) you ~1 (be|alone)",
    ],
    reach: "part",
    afterAsk: "<never>",
    unlessAfter: "<no>|yes or no|either|please|(can|could|would) you|!(not) _ ,",
    unlessBefore:
      "~2 (if|whether|either way|whichever|by|with|for|to|make it)|, (if|either way|make it)|~1 <punct> (<day>|i meant|it is <day>)",
  },
  {
    kind: "withdrawing",
    say: "answer",
    match: [
      "<lead>* <iwill> (<will>|have to)* <cope> (somehow|<alone>|it|as always|as usual|without ~2|anyway|fine|okay|either way)* <e>",
      "will <will>* (figure|sort|muddle|manage|cope|survive|be <ok>) (it|something|through|out|<alone>)* =(.|!)",
      "<lead>* <iwill> <will>* !(not|rather|be|have to) (!(the|my|a|your|also) _)* (!(the|my|a|your|also) _)* <alone> (then|so|anyway|though|there|home)* =($|and|but)",
      "<lead>* i am @ used to (it|(being|doing|managing|coping|carrying|going) ~2 <alone>|managing) ,? (so|anyway|it is (all the same|no odds))*",
      "(no|but|it is <ok>|oh|ah|actually|do not worry|never mind) ,? i have? got? (it|this) (covered|in hand|under control|handled|sorted)? $|i (have|got|have got) (it|this|everything) all? (covered|in hand|under control|handled)|i have? got this <e>|i can handle (it|this) <e>|(good|fine|no) , i have? got (it|this)|(<it>|everything is) all? under control",
      "(but|and|so|though)* i (can|will)? (always|usually) (manage|cope|get by) ~2 $|nothing i can not _|can? do without (it|you)? $",
      "i (do not|will not) (need|ask|bother|trouble) (anyone|you|help) (again|any more|anymore)* =(.|!)",
      "<lead>* i (had|would) better just? (manage|deal|do|cope|get|sort|leave) ~2|i am better off *ing ~2|(<iwill>|would rather) just? (keep (it|this|that) to myself|find my own way|make it work)|(<iwill>|let me) ~7 (get on with it|tough it out|work (around|round) it)|let me ~3 <alone>|<iwill> ~7 manage $|i have sorted it|broad shoulders|i am (perfectly|quite|well)? able to ~2 <alone>|i have? (managed|coped|handled|survived) (before|worse|without) ~4|i should be able to ~4 <alone> ~3|i am (a big (girl|boy)|strong $|sorted $)",
    ],
    reach: "part",
    unlessAfter: "<ifs>|(like|want) to|choose|decided|prefer|see|so|the (nurse|vet|doctor|surgeon) ~2",
    unlessBefore: "<fond>|(on|at|by|until|till|from) (<day>|<num>|tomorrow|the)",
  },
  {
    kind: "withdrawing",
    say: "answer",
    match: [
      "<lead>* <iwill> (<will>|have to)* (manage|take (it|care of it)|sort (it|this|that) out?|handle (it|this)|deal with (it|this|that)|do (it|that|this)|fix it|walk ~1|cancel ~2|leave it|skip it|go|stay at? (home|in)|stop (bothering|asking) you?) (then|so|instead|anyway|later)* $",
      "<lead>* <iwill> <will>* !(not|rather|be) ~7 <alone> $|(if not|otherwise|or|or else) ,? then? <iwill> (have to|<will>)* (walk|cancel|skip|go without|do without|stay|carry|drag|lug|hobble|struggle|give up|miss|leave|sit|put up|live) ~5",
      "(but|or|though|and)* i can @ (do|manage|cope with|handle|take) (it|this|them) $",
    ],
    reach: "part",
    afterAsk:
      "never mind|forget (it|that|i)|leave it|(it|that) is <ok>|do not (worry|bother)|if not|otherwise|no|actually|but|no need|not to worry|ignore|anyway|changed my mind|really|i am <ok>|any trouble|strong|my (problem|mess)|big (girl|boy)",
    unlessAfter: "<ifs>|(like|want) to|and|so|then",
    unlessBefore: "<fond>",
  },
] as const;

/** Blames: by generalising, by sarcasm, by a verdict on the person. */
const accusation = [
  {
    kind: "accusation",
    say: "please",
    match: [
      "(if|when) you (can|could|ever|manage to|are able to) @ (be bothered|bring yourself|find a minute in|tear yourself|spare ~4 from your|drag yourself|put (that|the|your) phone|get off|look up|remember i|lift a finger) ~5",
      "(if|when) you are (done|finished|not too (busy|important)) *ing ~3|between your _|from your (busy|precious|important) ~2|in your (infinite|great) wisdom|if (it|that) is not too much (effort|work|like work) ~1|instead of (sitting|lying|scrolling|playing|leaving|making excuses) ~5|like an% (normal|decent) ~3",
    ],
    reach: "part",
  },
  {
    kind: "accusation",
    say: "kindly",
    match: ["just? for once (in your life)?|for a change|, just once ,"],
    reach: "part",
    within: "<modal> (you|not)|(do|if|maybe|try|just) (you|to|not|and)|please|in your life",
    unlessAfter:
      "(i|we|it|weather|sun|bus|train) ~1 (am|was|is|feel|felt|had|have|can|will|slept|got|did|came) ~3|(i|we) ~1",
  },
  {
    kind: "accusation",
    say: "alone",
    match: [
      // Habit in the present is blame; one past event, or something kind, is not.
      "<so>* you <all>? just? have? (never|hardly ever|rarely|hardly|barely) (even|once|ever|seem to|so much as)* !(know|mind|told|said|mentioned|fail|judge|complain*|let me down|got|gave|came|did|had|saw|met|took|made|went|need|have to|be|been|forget|give up|sent|stop|ask for|miss|charge|lose) _",
      "<so>* you <all>? are? (just|only)? (always|constantly|forever) (forget*|cancel*|bail|leave|leaving|let (me|us)|make (it|everything|excuses|us|me (wait|do|late|feel !(better|safe|good|at|welcome|so|calm)))|do this|say (that|no)|ruin|blam*|ignor*|find* (fault|some*|an%)|promise|get (your|out)|interrupt*|dump*|think of yourself|expect*|take (me|over|everything)|turn up (late|empty|drunk|without)|walk|act|put*|have (an|some|something better|to be|to have)|drop|lie|pick|late|busy|too|ill on|on your|making|complain*|criticis*|nagging|moan*|judging|telling me)",
      "<so>* you <all>? ~1 (do not|does not|will not) @ (even|once|ever|seem to|want to|have time to|bother to|so much as)* <duty> !(for (it|them)|which|whether|where|until|need|have to)|you <all>? (did not|have not|could not|can not|do not|are not) even _|you <all>? (did not|have not) (once|ever|so much as|bother*) ~2|not once (did|have) you|(do|did|does) not you even _",
      "<so>* you <all>? (always|just|only|have|are|constantly|still|went and)* <bad> (me|us|everyone)|you (forgot|left|missed|cancelled|bailed|lied|did it) ~5 (again|, what a _)|you <all>? (would not|do not) know ~3 if it|you have let _ go|you (leave|left) (everything|it all|all|your _|the _) ~1 (to|for) (me|us)|you have? left (me|us) (to|with|in|out|on my own|hanging|alone|standing|waiting|there)|you have? let (me|us) all? down|you (have|had)? (ruin*|wreck*|spoil*|break) (my|every*|it|our)|you are (late|busy|drunk|missing|off) again|you treat _|i am only ~3 when|beneath you|(nice|lovely|great) that some (people|of)|(something|somewhere|someone|things) better to|not a (clue|notion)|your (sort|kind)|why (should|must) i always be|you still (do not|can not|will not) (know|care|get|see|remember|understand|listen|help)|(not one|none) of you *ed|you make everything !(easier|better|nicer|fun|lighter)|point (of|in) (asking|talking to|telling) you|you (act|behave|carry on) (like|as)|you are all (out|off) ~8 (and|while) i|you (always)? take the credit|you (conveniently|suddenly|magically|somehow) _|like i do not exist|i ~2 do* all (the|of)|surpris* that? you|you (men|women|people|lot|two) are all",
      "you are just? never !(late|too|alone|a|wrong|lost) _|you (only|just) ever? (call|ring|text|come|think|care|talk|want|remember|message) ~3 (when|if|about|of|yourself)|all that? you (ever|can)? (do|think|care|want|talk)|all about you|you (think|care) (only|just) (of|about)|everything (has to be|is always) ~2 your|world (does not|do not) revolve",
      "why (do|are|must|can|could|will|would|did|have) not? you not? (always|never|ever|constantly|have to|so|such|just|once|for once)|why (am i|is it|do i|does it) @ (the one|the only|me|fall|left|stuck|have to do|end up|do all|do everything|bother)|am always the only? one|always me|always down to me|why i expected|how come (i|everyone) ~2 (but|always|have|am)",
      "i (do|have to do|end up doing) ((everything|it all) (around|round|in this|here|myself|while|and|for|$)|all the work)|i @ (have to|end up|am left) (remind*|chas*|nag*|beg*|clean* up after|pick* up after|do* everything|be* the one)|the only one (here|in this _|around here)* who? (ever|actually|even)* (does|bothers|cares|lifts|cleans|cooks|pulls|thinks|tries)|if i do not do it nobody|i (do|did|was|am|have) ~8 while you (just|all|were|are|lot|two|get to)* (out|off)? (*ing|nap|sit|sat|lie|lay|sleep|slept|relax|play|swan|scroll|party|chat|do nothing)",
      "(nobody|no one|everyone|everybody) in (this|my|our) _ ~1 (takes|uses|does|cares|helps|thinks|lifts|dumps|expects|leaves|treats)|everybody dumps|<so>* (nobody|no one|none of you|not one of you) else? (in (this|my) _)? here? (ever|even|bother*|cares%|lift*|helps !(better|more|like)|helped|appreciates|thinks of|can be bothered|listens|thinks (of|about) me|asks (me|how|if))|(everyone|other people|others) else? (pulls|helps|manages|lifts|bothers|tries|finds time|does their|gets up)|even (the|my) _ (helps?|help more|manages%|calls|remember*)|more than you (do|ever)|even a (stranger|child|dog) (would|could)|only you could|who else but me|(is|does) (nobody|no one) else|the one who (never|always)|if you did not (always|spend|leave)|if only you|anyone would think|your _ at least",
      "you <all>? (are|were) (just|as|really|being|so|such|an%|completely|unbelievably|too|always|the|most|total|all|like)* (<fault>|talk|like your _|(bad|stubborn|useless) as)|just like your (father|mother|dad|mum|brother|sister)|how (selfish|lazy|thoughtless|rude|convenient|typical)|how (can|could|dare) you (do|be|not|say|forget|let|leave|treat|just|even|$)|(that|it|this) (is|was) @ <fault> !(of me)|<fault> (of you|man|woman|person)|you have? (been)? (no|not any) (help|use|support)|you have (it|had it|got it) (so|too|all|very) easy|you (waltz|swan|stroll|breeze|roll|saunter) (in|off|out|around) ~4|you (just)? do not get it|you do not deserve my|you get away with",
      "how many times|(hundred|thousand|million|umpteen) times|for the (hundredth|thousandth|umpteenth|nth|last) time|one way (street|traffic)|(i|we) give and you take|where were you|a? (word|bit) of thanks|no thanks (to you|from)|cop yourself? on|(cheek|nerve|neck) of you|own the place|single (parent|mother)|(third|another) child|never loved|love ~2 (phone|car|dog|job|game) more|am i the only|have no manners|raised in a|think of others|live with yourself|(no one|nobody) (has|have) time for|(nobody|no one) is bothered|missed the memo|do not get up $|(bit|a bit) rich coming|shower of|two minutes for (your|me)|by all means|what would we do without your|(are|is) your (hands|phone|legs|arms) (broken|painted)|lose the use|apparently i am|aren't you|@ typical (of you|you)? =($|you|i)|trust you to (forget|miss|leave|let|be)|so much for (you|your|our|my|family|friend*|help*|being|teamwork)|thanks (a lot|so much|very much|a bunch|a million)? for (nothing $|forgetting|ignoring|abandoning|leaving me (to|with|alone|on)|letting me down|making me|not (bother*|help*|show*|turn*|call*|telling|even)|all your help)|(nice|good|kind|big) of you to ~1 (finally|bother|grace|show up|turn up|notice|remember (i|me))|oh? ,? so? now you (have time|care|want|need|notice)|(i see|nice|so glad|notice) that? you (had|found|have) (time|money) for ~2 !(rest)|do not (strain|exert|overexert) yourself|(heaven|god) forbid|look who (finally|decided)|funny how|fat lot|(about|not before) time you|(good|nice) to (know|see) (where (your|i)|you (can|could|had|found|have|managed))|glad (one|some|someone) of us|some help you|unbelievable $|remember* that? (i am alive|i exist|we exist)|(fair play to|well for|easy for|all right for|grand for) you ~9 (while|to (talk|say))|it is (well|easy) for you|enjoy ~3 while (i|the rest|some)|hope you are ~1 (proud|happy|pleased)+ (of|with)? (yourself|now)",
      "(^ must be (nice|great|lovely|grand|easy)|must be @ nice) ,? (for (some|you)|not|being|having (nothing|time|so|a|all|someone|no|people)|to (have|sit|sleep|swan|be (able|so)|relax|lie|put|just|get|only|never|not|live))|(lucky|all right|nice|well|grand|okay) for (some|you) <e>|(lucky|all right|well) for some|lucky you ,? ~7 (while|when|and|but) (i|some of us|the rest)|one rule for|all take|(never|not) a (thank|word of|please)",
      "some of us (actually|even|still|have to (work|be up|do|clean)|had to (work|do|stay|get up)|do not (have|get) (the|that|all day|time|a)|have (jobs|work|real|lives|a job)|work|were (up|working|left)|care|do|need)|some people have to",
      "not that it (would|has|had|ever) ~1 occur*|(not that|as if) (you|anyone|anybody|any of you|he|she|they) ~3 (would|will|could|did|do|ever|had|have|even|lot)* (cared?|notic*|ask*|bother*|ever|listen*|help*|remember*|know|interested|give|mind|want*|understand|offer*|think|lift|occur)",
      "(you (do|did|does) not|(do|did|does) not you) @ (care|notice|listen|appreciate|bother|lift|give a|think (of|about) (me|any*|us|others)|help|respect|realise|value|understand (what|how) (i|it|hard|tired)|know (how hard|what it is like|what i)|see (how|what) (i|hard|much)|pull your) !(for (it|them)|which|whether|where|until|need|have to)|(could|can) not even? (be bothered|care less) !(with|to cook|today)",
      "you have no (idea|clue|consideration|respect|shame) (what|how (hard|tired|bad|difficult|exhaust*|lonely|heavy|i|it feels|much i)|for|of what)",
      "(you (clearly|obviously|evidently)|(clearly|obviously) ,? you) (do not|did not|have (forgotten|better|no|other|not|never)|forgot|can not|could not|are (too|not)|think|had|never|only|prefer|want|would rather)|(clearly|obviously) (i (do not|mean nothing|come|am the only)|nobody|no one|my _) ~2|have? forgotten that? (i exist|about me)|my _ (means%|matters%) nothing|nothing i do ~2 (good|right|enough)|(whatever|no matter what) i (say|do)",
      "i (suppose|guess|assume|take it|see|imagine|bet|notice|knew) that? you (are|were|have|had|been|just|clearly|far|would|will)* (too (busy|important|good|tired|lazy)|better things|more important|forgot*|not (care|bother*|think|notice|even|interested)|did not|could not|do not care|forget|bail|cancel|let me|only)",
      "@ too (grand|proud|posh) to _|@ too (busy|important|good|lazy|tired) (to (care|notice|pick|help|call|answer|remember|ring|text|reply|listen|come|visit|wash|lift)|for (me|us|your (own|mother|family|friends|kids|mum|dad))|with your) !(if)",
      "you have? (done|did|do) @ (not do)? (nothing|bugger all|sod all|a tap)|you do not do ~1 (tap|thing|stroke)|you have not (once|lifted|bothered|even)|(lift|lifted|lifts) a (finger|hand)",
      "the? very? least you (could|can) (do|have done)?|you (could|might) have? at least|at least you could|you (could|might) have (bothered|told|asked|warned|thought|helped|offered)|would it (kill|hurt) you|(too|so) much to ask|how hard (is it|can it be)|(was|is) it (so|really so|that) (hard|difficult) to",
      "after (everything|all) that? (i|we) (have|had)? ever? (done|did|do|gave|given|put up) up? (for you|with)? ,? (the least you could do)?",
      "what is (wrong|the matter) with you|what is your problem|who do you think you are|^ what (kind|sort) of a? <role>|call yourself (a|my)|some <role> you|(do|did|are|have) you even (read|care|think|listen|notice|try|want|hear|look|remember|know)|(do|did|are|have|do not) you ever once? (care|think (of|about) (me|any*|others)|listen|consider|stop to|do anything|lift|help|bother|going to)|(does|did|has) it (ever|even) (occur*|cross*|dawn*)|what do you do all day|when was the last time you (help|ask|call|cook|clean|did|said|rang|visit)*|are you (deaf|blind|too (good|lazy))|do i look like|(not|am i|but|like|as) (a|your|an unpaid) (maid|servant|skivvy|doormat|slave)|i am not your _|treat (me|us|this) ~1 like|not a hotel|(do|does|will) not _ (itself|themselves)|(nice|can not believe) you (forgot|did|would|left|said|finally)|if you were not (so|too)|if you (would|had) (bothered|listened|paid)|if you (spent|listened|paid|thought) ~2 (less|more|half|any|,|once)|what would you know|if your life depended|with your feet up|do not pretend|you (make|made) me sick|you are the reason|the rest of us (have (homes|jobs|lives|work)|work|keep|had to)|clearly not $|you ~1 waste (my|our|every*)|(*ing|work) while you (watch (telly|tv)|sit|sleep|nap|relax|play)|unlike (you|some)|if i waited for you|except your own|expect (me|us) to (drop|do|be|know|clean|wait|pay|run|always)|do not you dare|think i am (stupid|your)|asking you for (weeks|months|years)|do you (always)? have to (be so|always)|waste of (space|time)|you would (think|swear) (that)? i (was|am)|made of (stone|money)|(have|having|with) a (wife|maid|servant) to|you do realise|as well as mine|you have been promising|(spoiled|spoilt) you|whenever there is ~5 you|good at making (promises|excuses)|(all)? (a|one big)? joke to you|i am only your _ $",
      "you <all>? (bludge|laze|lounge|slack) ~1|you (lot|people|guys) (just|are|do|sit|get to|leave|treat|expect|think|only|would not)|you (just|only)? sit (there|around|on your)|your (lot|team|side|mates|department|office|crowd) (always|never|just|only) !(gives%|let*|help*) _|(your|his|her|the other) _ @ (dump*|shov*|offload*|palm*|expects)|(dump*|shov*|offload*) (everything|it all|all|it|your|the) ~3 (on|onto) (me|us|mine|my)",
      "while (you|everyone else|the rest of you|they) (just|all|get to|are|were|out)* (sit*|lie|lying|loung*|swan*|do* nothing|enjoy*|play*|put your|scroll*|sleep*|relax*)|while i (do|am doing|did) (all|everything|it all|the work)",
      "(your|the|that) _ (is|are|was|always|matter*|mean*|comes%|must be) @ (more important|more than|first)|you (care|think) @ more about|you would (rather|sooner) ~5 than|time for (everyone|anyone|your|them|the pub) ~2 (but|except|else)|(everyone|anyone) else? (but|except) (me|you) (remembers|gets|helps|is|matters|$)|time for everyone but|you (can|always|could|have|manage to)* (find|found|have|had) (time|money) (for|to) ~7 but",
      "i (expected|thought|deserve) (better|more) (from|of) you|i really? thought (you were|i could count|we were (friends|a team|family|partners))|@ disappointed in you|i should have known (better|you)?|i might have known|i knew better than|i (can|could) (not|never) (rely|count|depend) on (you|any)|i (might|may) as well (be (invisible|dead|a)|talk|not)|talking to a brick? wall|i ~1 only (good|useful) ~1 (for|when|to)|i (have|always have) to beg|every single time i ~3 ,? you",
      "of course you (forgot|did not|have plans|would not|could not|can not|will not|are (busy|too|late|not)|were)|as (usual|always|ever|per usual) ,? (you !((are|were) (right|brilliant|great))|i (am|have|get|had|end*)|it (is|was) (me|left|up|down)|nobody|no one)|(forgot|left|missed|late|ignored|did not|down|bailed|cancelled|me|nothing) ~3 ,? as (usual|always)|(surprise|big) surprise|what a shock|(yet|once) again (you|i (am|have))|(here|there) (we|you) go again|you (make|made) promises|you say you will ~5 (and|but) (then|never)",
      "(is|was|all) your own? fault|your excuses|you have? treat* (me|us)|tak* (me|us|it all) for granted|same old (story|excuse)",
      "i am @ (sick|tired|fed up|done) (and tired)? (of|with) (your|you|asking you|chasing|clean* up after|pick* up after|being (your|the only one|taken|treated|ignored)|doing (everything|it all)|having to (ask|remind|beg|chase))|(in case|if) you (have|had|did) not notic*|maybe if you|^ (maybe|perhaps)? (try|start) (being|acting|thinking|caring|behaving)|grow up|get over yourself|(some|a) (nerve|cheek|neck)|(another|your|more|with the) excuses% $",
    ],
    reach: "clause",
    unlessAfter:
      "<sorry> ~4|<modal>|please|(if|hope|glad|sure|in case|wish|love|lovely|great|kind|happy|thanks|thank you|much) (that|how|for|so much)?|(he|she|they) (says|said) that?|who",
    unlessBefore: "know|mind|there for me|(so|very)? (kind|good|generous|patient|helpful|thoughtful|calm|welcome)",
  },
] as const;

/** Makes the answer, or noticing unasked, the proof of caring. */
const hidden = [
  {
    kind: "hidden-test",
    say: "say",
    match: [
      // If you cared, you would.
      "<so>* if (you|any*|he|she|they|someone|people) (lot|of you|had|have)* @ (noticed on|have to ask ,|cared !(less|more)|loved (me|us|your _)|loves% me|cares% (about (me|us)|,|.|!)|valued|value (me|us|our)|respect* me|meant (it|what)|mean it|knew me|missed me|appreciated|wanted (me|to (, )? you would)|were (any|some)? (kind of)? @ (an%|my|the|half the)? ~2 <role>|(are (really|truly|indeed|actually|even)|(truly|really) are|are half) @ (an%|my|the)? ~2 <role>|are my ~1 <role> ,? you|(were|are|had been) (listening|paying)|had (any|an ounce of|a shred of|half an) (heart|feeling*|decency|sense|respect|love|manners|loyalty|consideration)|(think|thought) anything of|(have|had|feel|felt) any (respect|love|regard|feeling*) ~1|claim to be|had to be told|value my|give a (damn|toss|shit|fig|hoot)|gave a _|paid ~2 attention)",
      "<so>* if you (really|truly|actually|genuinely|ever) (care|loved%|respect|value|want me|know me|knew|mean|understood|felt|listened|sorry)|if you (are|were) (really|truly) (sorry|bothered|interested)|if you (really)? wanted to ,? you would",
      "<so>* if (i|we|it|my _|your _|this _|our _|family|friendship|loyalty|that friendship) @ ((matter*|mean*|meant|count*) (to you|anything|something|at all|enough|that much)+|mattered|matter|(am|was|were) ~2 (important|priority)|is ~1 important ~2 ,? you (will|would)|(come|comes|came) first|is (real|true)|(is|was|were) worth (anything|something|it to you))",
      // A good friend would; whoever loves me will.
      "even? (an%|any|every|no|only a) @ <worthy>+ <role> (to me)? (would|will just? (know|understand|notice|not)|knows|notices|understands|does not need|should|can tell|never)|^ (an%|any) <role> (would|should) (know|see|sense|notice|offer|remember|understand|feel|drop|have *ed)|(an%|any) <role> worth|any (kind|sort|type) of <role>|do the same for me|tell me (if|whether) you (are (serious|really)|care|love|mean)|(find out|know) who would|(no one|nobody) will even? (remember|notice|ask)|(true|real) love|i am worth it|i am not going to beg|not (want to)? have to (tell you what i|ask you to)|if it is true that you|(thought|hoped|expected) (that)? (an%|my|your) <role> would|(in|part of) my life ,|i will know $|notice by yourself|if you (would|had) wanted to ~3 you would|the real ones|wanted you to (notice|guess|offer|ask|realise)|up to you to (notice|guess)|(waiting|hoping) (for)? you (to|will) (just)? (guess|notice|realise|offer|work out|figure)|let (it|this) be a test|do not ask (me)? what is wrong|!(you|we|i|they) _ (should not|does not|do not) (have to|need to|need|wait to) be? (ask*|told|tell*|remind*|beg*|say*|explain*|spell*)|if you are serious about (us|me)|you would have *ed if it|(curious|see|wonder) how long it (will|takes) ~1 (you|him|her|any*|before|until)|(is|are) (man|woman|friend|brave) enough|(my|real|true|proper|good) (real|true)? (friends|mates|families|family) (would|can tell|will (know|find out)|do not|help|know|show|turn|notice|just|never)|(that|this|is that) is? what @ (real|true|good)* (friends|family|mates|partners) (do|are for)|^ (friends|family|mates) (do not|should not|should (know|help|come first)|just know|know)|you would think an% <role> would|would an% <role> who",
      "(people|anyone|someone|those|everyone|a person|the ones) (who|that) @ (respected|loves%|loved|cares%|cared|knew|knows% me|matters%) !(for|about the) (about)? (me|you|us|each other|someone)* ~1 (would|will|just|knows%|notices%|do not|does not|should|can|shows%|remembers%|asks%|has|have|leave)|whoever (loves|cares|remembers|thinks|misses)|(another|any other|most|other) <role> (would|notice|remember|know|ring|call|ask|care)|(who|that) really (love*|care*)|who stands by|if i stop *ing|love me enough|is not real (unless|if)|up to you to (show|prove)|any* else? would have *ed|i would have (known|noticed|offered|dropped everything|been there|done it) (for you|without|if)|if i asked your _",
      // Let's see who remembers.
      "<so>* (let us|<iwill>|i want to|i would like to|i am? just? (curious|wait*|interested|wonder* !(if you)|testing|wanted|watching)|curious|wait* and?|guess|will|time to|interesting|want to|just) (just|soon|wait and|then|now|finally|to|<iwill>)* (see|find out|know|watch|learn|notice)? (just|exactly|on <day>)* (who|which|how (long|many|much|good) !(it|the|of)|(if|whether) (you|any*|some*|he|she|they|one|people)|what you) ~7 (<proof>|would $|thinks (of|i))",
      "(let us|we will|i will|guess|just to|wanted to|waiting to|curious to) (just|soon|now|all|then|finally)* see (just)? (who|(if|whether) (you|any*|he|she|some*) !(<benign>)|how long (it takes (you|him|her|any*|before|until)|before|until|you|any*)|what you do|how (much i|good a)) !(is|has|can|are|wins|else|owns) ~9|(see|watch) how long (it takes (you|him|her|any*|before|until)|before|until)|watching who|^ wonder* how long (before|until)|to see (if|whether) (you|any*) would $|to see if you (pick|notice|remember|care|mind me)|to see (if|whether|who) (he|she|they|any*|someone|who)? (would|will) _",
      "i wonder (will|would|if|whether|who) (any*|someone|who|they|will) ~1 (will|would|is|has)? ~2 (notice*|remember*|think of|miss|care|ask|bother|guess|realise*|call|turn up|show up)|counting (who|how (many|long) ~4 (you|any*|before|until))|(time will tell|will (soon|now|then)* (find out|see|know)) (who (are|is)? ~1 (my|real|true|really|cares%)|who i can|how much (i|you (care|love))|where i stand|what i (mean|am worth))|(find out|see|know) ~3 how much you (care|love)|what i am worth|i will know that? you (are|do|love|care|mean)|(be|am) interested to see who|first to (ask|notice|remember|call)|(remember|forget|note of|count of|list of|track of) who (came|come|comes|was|is|offers|calls|turned|showed|writes)|make the first move|(will not|not going to) (call|text|write|ring|message) first|(anyone|someone|a person) with (eyes|a heart|half)|(should|does) not (have to be|need to be|need|have) (said|saying|asked for|spelling)|(talk|words) (is|are) cheap|true colours|(decides|depends on) whether you|so (that)? i know you care|if it (were|was) you|(never|did not) (had|need|have) to be asked|(think of|consider|see|count|regard) me (as)? (a|an|your|family)|if you ~2 an ounce of|any nature in you",
      // You should know without being told.
      "(you|he|she|they|my _) (should|ought to) be able to (tell =($|what|that i|when|why|how i|something)|read me|see (that|how|why) i)|(you|he|she|they|my _) (should|ought to|must) (just|already|really)* (know|notice|realise|guess|offer|sense|see) (by now|without ~3|what (i|is wrong|today|this)|why|how i|that i (am (not|hurt|upset|struggling|sad|low)|need|want|miss)) ~2|(you|he|she|they) should (just|already) (know|see|notice)|(you|he|she|they) (should|ought to) have just? (known|noticed|offered|guessed|realised|seen|sensed|asked (me|first))",
      "you would @ (know|notice|offer|ask|remember|see|have _|come|call|help|do it|be here|want to|understand|not (ask|need)) (it|me|my|that)? ~3 (if (i (mattered|meant|was important)|you (really|even|ever)* (knew|cared|loved|were|paid|listened|thought|wanted))|without (me|my|being|asking)|what is wrong|why i am)|you would just know|you will _ ~5 if (you (love|care|value|respect)|i (matter|mean|am)|our)",
      "i @ (should not|would not|can not believe i|hate that i|am not going) to? @ (have to|need to|be the one to) (be|have)? (ask*|tell*|say|explain*|spell*|beg*|remind*|hint)|(would|should|did) not need (me to)? (asking|telling|(to be|be) (asked|told)|reminding|a reminder)|do not make me (ask|say|beg|spell)|not ask* twice|enough hints",
      "why (should|do|must) i (always|even|still)* (have to|need to) (ask|tell|explain|spell|remind|beg|say)|do i (really|always)* (have to|need to) (spell|draw|beg|explain)|if i (have|must|need|had) to? (even|always)? (ask|spell|tell|explain|beg|remind) ~5 ,? then? (it|what is|there is|you|forget|that|do not|never|no)|(means|mean|count*|not love|not a gift) ~3 if (i|you) (have to|had to|had|ask*|think|thought)|only counts% if",
      "(without|not) (being|having to be|me|my) (having to|even)? !(asked ~9 (,|.)? ~5 (,|.)? thank*) (ask*|told|tell*|remind*|prompt*|say*|point*|beg*|to ask|to tell)|without a word from|(notice*|know|realise*|think|thought|find out) ~3 (on (your|their) own|of it yourself|unprompted)|(figure|work|find) (it|that)? out for? yourself (why|what)?|you (will)? (have to|can|must|need to) (figure|work|find) it out|(,|you|just|.) (figure|work) it out =(.|!)|guess (why|what is wrong|what i|how i)|(one|two|three) guess*|no prizes for guessing|rather you (guessed|noticed|remembered)|you tell me (what|why)|you know (exactly|full well)? (what (you did|is wrong|i need)|why i am)|(you|not) even know why i",
      "if you (do not|can not) already? (know|see|tell|guess|work out|figure out) (by now|already|it|(why|what) ~5)? ,? ~2 (i am not|then|there is no|i will not|do not deserve)|(not|will not) (going to)? (tell*|say*|spell*|remind*|hint*|mention*) ~4 (,|.|and) ~1 ((you|he|she|they) (should|will have to|ought)|i will|let us|we will|i want) ~5",
      // A test, a proof, a verdict to come.
      "(consider|call|think of|take|see) (this|it) as? (an%|your|the) ~2 test|(this|that|it) (is|was) (an%|your|my) (little|final)* test =($|of)|(the|real|true|an%) test of (our|your|my|how|whether|who|friendship|love)|test* (you|your (love|loyalty)|our (friendship|love)|how much|who) <e>|you to the test|know me well enough|if you think about it you will|if ~3 important to you ,? you (will|would)|(see|know|find out) ~3 ((whether|if) i still|what (kind|sort) of (<role>|a))|if you trust* me $|chance to (prove|show (me|us|you|that|how much))",
      "@ prove (it <e>|to me|you|that (you|i)|your (love|loyalty|friendship)|i matter|me wrong) !(to (them|him|her))|show me (that|how much|if)* (you (care|love|mean it|are (serious|sorry))|i (matter|can trust|can count))",
      "if you (do not|will not|can not|forget|say no|cancel) ~7 ,? then? (i will know (where|what|how|who|that you|you do)|i know (where|what|how)|(it|that) (shows|tells|says|proves)|we are (done|finished|over)|you (obviously|clearly|never)+)",
      "<so>* i will then? (know|have) exactly? (where (i|we) stand|who (my|i can|cares|really)|what (i mean|you think)|how (much|little) (i|you)|my answer)|(tell%|tells|show|shows) me (everything|all i need|what (i mean|kind|you think)|how much (i|you)|who|where (i|we))|(says|speaks%) (a lot|it all|everything|volumes)|now i know (where|who|how (much|little)|what i)|actions speak louder",
      "if you (love me|care about me|were my friend)|(no one|nobody|none of you) (has|have)? even? (noticed|remembered|guessed) !(the|that)|should (be obvious|go without saying)|everyone who matters",
    ],
    reach: "sentence",
    unlessAfter:
      "(thanks|thank you|kind of you|so kind|lovely|love that|loved that|grateful|appreciate|good of you) ~7|i (am|was) not|not|blood",
  },
] as const;

/** Every rule. Where two kinds overlap, the earlier rule wins. */
export const rules = [...apology, ...hidden, ...accusation, ...withdrawing, ...minimising] as const;
