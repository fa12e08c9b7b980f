/** English requests: how they open, what is an act, and what is a time. */

/** Openings, acts and times; the shape of the lexicon in the domain says what each list means. */
export const request = {
  acts: [
    "<modal> <you> (<able>|do me the kindness of|mind|(find|have) (the|a)? time to|see your way to|spare (me|us)?|consider|manage to|try (to|and))?",
    "are <you> <able>",
    "(can|could|may|might) i (please|possibly|maybe|perhaps|just|also)* =(<mine>)|(can|could|may|might) we (please|maybe|just)* =(talk|chat|meet|speak|catch|get|go|have|do|swap|sit|hang|work|find|arrange|make|spend|try|move|change|share|borrow|use|stay|come|see)",
    "(is there|would there be)? (any|a) (chance|way|possibility|hope) (at all)? that? (you|i|we|someone|anyone) <can>|any (chance|hope) (of|you are|you)",
    "do you (think|reckon|suppose) (that|maybe|perhaps)? (you|we|i|someone) <can> (be able to)?|(do|would) you (mind|fancy|want to|like to|feel (like|up to))|do you have (time|a minute|an hour) (to|for)",
    "(would|is|will) it be? (possible|okay|all right|fine|too much trouble) (for you to|if (i|we|you)|to =(get|borrow|have|meet|talk|use|stay|see))",
    "i (really|just|do)* (need|want|would really? (like|love|prefer)|am asking for?|expect|am begging|beg|ask|am (relying|counting) on) for? (<you>|us|one person) to",
    "i do not suppose (you|we|i) <can>|^ you (could|would) not (be able to|possibly|mind|happen to|have|give|lend|do|help)|(great|lovely|good|grand|nice|helpful|grateful|brilliant|if) if? (you|someone) (could|would|might) !(not|rather)|^ (mind|okay|all right) if (i|we)|^ (up|free) (for|to)|(any|a|some|your) =(~1 (help|hand|support|assistance|lift) ~2 (is|would|needed|wanted|appreciated))|we (need|have) to =(talk|chat|speak|meet)|we (should|must) really? =(meet|catch up|hang|get together|grab)|i would @ (love|like) it if you (came|visited|called|rang|joined|stayed|helped)|i need to =((talk|speak) (to|with) (you|someone))|you might (just)? =(<act>)|would not say no to|what i need is|i (was|am|have been)? (really|just|kind of)* (wonder|wondering|hoping|thinking|hope) maybe? (if|whether|that)? (you|we|i|someone|anyone) maybe? (<can>|are able to|had time to) (be able to|possibly|please)*|i (am|was) hoping (you|to =(borrow|see you|meet|get your|have you|catch|come|use|talk))",
    "(i would|would) (really|be|so|very)* (love|like|appreciate|grateful|glad|thankful|prefer|delighted|happy) it? (so much|a lot)? if <you> <can>?",
    "it would (really|just)? (mean|help|be|make|do) ~4 (if|to have|having) you? <can>?|it would be ~1 (lovely|great|nice|good) to =(see|meet|have)|we should (really)? =(meet|catch up|get together|do something)|(would|could) you care to",
    "i (really|would)* (like|love|want) to (borrow|use|meet (you|up)|see you|(talk|speak) (to|with) you|come (over|round|by|and)|stay (with|at)|invite you|ask you (to|for)?|have (you|an% (word|chat))|catch up|arrange|book)|i (want|need|would like) to ask you? (to|for)",
    "i really? (need|want|would like|am waiting (on|for)|am depending on) your",
    "looking for (someone|anyone|an% (hand|lift|bit of|volunteer)) to?|i wish (you|someone) would|if you (could|would) please? !(not)",
    "let us =(meet|grab|catch|talk|chat|have (an%|some|lunch|dinner|coffee|tea)|go (for|to|out)|get (together|a (coffee|drink))|do (lunch|dinner|something|coffee|<day>))|(shall we|how about (you|we)?|what about|what would you say to|fancy|why do not (we|you)|are you up for|who is up for|care (to|for)) =(an%|going|coming|meet*|lunch|dinner|coffee|tea|drinks%|join*|go|get|do|have|to|us|me|we|come|over|round|helping|grab*|giving|some|talk*|watch*|walk*)",
    "<modal> you $|am asking (you|for)",
  ],
  wants: [
    "(i|we) (really|just|still|suppose|guess|also|badly|desperately|do)* (need|want)|(i|we) (would|could) (really|so)* (do with|use|love|like|appreciate|value|welcome|be (grateful for|glad of|glad for))|i am (in need of|grateful for)",
    "^ (in|urgently)? (need|needing) of?|and? could (really|also)? (do with|use)|looking for|^ any|can i (have|get)",
  ],
  wanted: [
    "~4 (help|hands%|favour%|support|assistance|backup|back up|dig out|something|friend|someone|somebody)|(an%|some|any|your|little|bit of|my|loan of)* (lift|ride|loan|babysitter|spin|hand (with|*ing)|help (with|to|on|in|*ing)|volunteers%|shoulder|company)",
    "you (tonight|today|now|here|around|more|there|with me)|you =(.|!)|my _ *ed",
  ],
  orders: [
    "^ (please|kindly)* =(do (the needful|something|anything)|be (there for|around|more))|^ (so|and|then|hey|hi|okay|just|also)* (please|kindly|do) (just|also|kindly)* =(<act>)",
    "^ (so|and|then|hey|hi|okay|just)* =(<act> ~3 (me|us|my|our|over|round))",
    "^ =(<act> ~5 please (.|!|?)|(pick|grab|bring|come|ring|call|give|lend) ~7 ~7 ?)",
  ],
  notAsked: [
    "mind if (i|we) (sit|open|close|shut|ask|smoke|say|put)|hear (me|it|that|the)|agree|(swim|drive|cook|sing|dance|ski|knit|type|speak _|play _) $|have (tea|another|some|more|a (cup|drink|cuppa|biscuit|seat))|have (*ed|left|been|seen|gone|done)|sit here|know|remember|believe|imagine|see (the|it|that|how|why|what|him|her|them|any|me|if)|smell|recommend|guess|understand|mean|prefer|rather|call (it|that|this)|say (that|it|no|yes)|need|still|ever (been|seen|tried|had|think|read)",
    "be (at|in|on) ~3 =(?)|like !(to)|(like|want|fancy) (me|some|any|my|the|one|more|help|it|this|tea|coffee|a (lift|hand|cup|bit|piece|loan))",
    "park|be (the match|at|in|home|late|long|back|okay|busy|away|here|off|all right|cold|hungry|up|out|around) =(?|,|for (the|dinner)|on|at|by|today|tonight|tomorrow|next)",
    "(have|get) (time|enough|any|to|home|back|there) =(.|?)|if i (can|could|did|had|asked)|(help|offer) you|get you|do (anything|something) for you",
    "(know|be) (if|how|that|whether|happy|well|safe|okay|proud)|have (fun|a (good|great|nice|lovely))|enjoy",
    "keep me posted|get over|meet my|send my (love|regards|best|thanks)|take my (word|advice)|(let|tell) (me|us) know if you (need|want|would)|tell me (about it|another|the (time|way|date))|give my (love|regards|best)|(wish|call|trust|bear|let) (me|us|with) (luck|crazy)|~4 if you (need|want|ever|get|feel)|to think of it|care",
  ],
  questions: ["how|why|what|where|which"],
  told: [
    "please? (just|also)* ((tell|let) (me|us) know?|say|confirm|remind me|explain|check|ask|find out) (if|whether|what|when|where|which|who|how|why|that)|please? let (me|us) know",
  ],
  echoes: [
    "(please|kindly|maybe)* (do|take|have|bring|carry|collect|fetch|cover|mind|hold|lift|move|put|get|give|read|sign|pick|drop|look at|fix|check|walk|feed|watch|swap|print|sort|send|lend|lending|doing|taking|help me? with?) (it|that|this|them|her|him|one|mine|some|these|those|both)",
    "~4 (in my place|instead of me) $|(come|go|join|drive|take|run|bring|drop|be|meet|walk|collect|pick|fetch) (me|us|with|along|too|there|then|over|up|in|out|home|and)* $",
    "~7 (it|them|him|her|there|then|that) $|(come|join) (!(to|over|round|visit|home) _)* (!(to|over|round|visit|home) _)* $|come with (me|us)|join (me|us)|be there|make it|give (me|us) a (lift|ride|spin) $|an% _ $|do so",
  ],
  generic: ["<bland>"],
  pointing: [
    "be there !(for)|(do|make|show me|take|have) $|_ (it|that|them|those|so|this) ((to|for|with) me|together|in|out|up|over|back|down)? $|(do|take|lend|get) (one|mine) $|look it over|take ~1 turn|try again|(look at|see to|deal with|sort|handle|go over|take care of) (it|this|that|them) $|take (me|us|him|her|them) (home|there|back|in|out)? $|(give|lend|get|show) (me|us) $|(do|take|make|have|cover) (the|my|a|your|one) $|be (with|at|in|on !(my side)|home|back|here|by) ~2 $|get (here|there|home|in|up|back to (me|us)) ~1 $|(turn|show|come) up !(for)|look (in|over) ~2 $|take over ~3 $|step in $|have (me|us) (over|round|back) ~1 $|~2 look (at|over|into)? (it|this|that|them)? $|help (me|us)? out? with (it|that|them|those) $|(make|have) it ~1 $",
  ],
  fillers: [
    "please|kindly|maybe|possibly|perhaps|just|also|at all|ever|really|actually|somehow|again|soon|sometime|someday|some (time|day)|one day|at some (point|stage)|eventually|one of these days|later|anytime|any time|urgently|asap|mate|love|aunty|sir|thanks|a while|at (the|your) earliest ~1|when* (you|it|things|life|work) ~5 $|as soon as ~3|if (you|possible|that|it) ~6 $|for (an%|<num>|half an|twenty|fifteen) (<span>|bit|while)",
  ],
  turns: [
    "because|while|since|but|as (i|the)|and (i|it)|so (that|i|we)|if|when|before|until|after !(me|us|him|her|them|it|mum|dad)",
  ],
  tasks: [
    "(needs%|wants%) (*ing|to be _)|(need|have|got|trying|struggling|supposed) to (move|lift|carry|paint|fix|clean|pack|shift|fill|write|drive|get (to|the|a|my|into)|collect|build|put up|take|clear|cut|cook|bring|finish|send|set up|pick|drop|buy|print|return|plant|hang|empty|read|wash|assemble|prepare|practise)|(can not|not able to) (lift|carry|reach|move|drive|get (the|my|to|up|down)|open|fix|read|take|put|manage the|collect|push|bend|mow|fill|finish)|i am (moving|painting|packing|building|clearing|shifting)",
  ],
  times: [
    "that (day|<part>)|tonight|today|tomorrow|now|immediately|noon|midday|midnight|overnight|straight away|right away|first thing|last thing|eod|cob",
    "(on|by|until|till|from|before|after|next|this|every|for|to|late|early)* <day> (<part>|week)?|(at|for|before|after|to|make|join|attend) (this|next)? /\\w+day's|ton\\w+'s|tomorrow's/|(cover|do|take|swap|work|host|run) ~3 /\\w+'s/",
    "(on|this|next|by|until|before|from|every) (mon|wed|sat|sun)|(mon|wed|sat|sun) (at|around|from|before|after|by|<part>|<num>)",
    "(this|next|in the|early|late|the|that|same|for the|at the|over the|on the|rest of the|end of the|coming) (same|very|next|following|long|coming|rest of the)? (<part>|fortnight|term|half term|summer|autumn|winter|spring|year|quarter) !(ago|shift|school|nurse|before|job)",
    "(at|by|till|until) (about|around|half|half past|quarter (past|to)|_ (past|to))? <num> (am|pm)? !(of|point|stage|time|<span>|years%|pounds|quid|euros%|dollars|people|kids|bags|boxes|pages|other|_ (road|street|avenue|lane|drive))",
    "(before|after|from|around|about|past|between|to|,) (about|around|half|half past|quarter (past|to))? <num> =($|am|pm|ish|tonight|today|tomorrow|on|to|till|until|and <num>|if|in|this|next|<day>|please|when|so|at|with|would|could|or so|sharp)",
    "at (half|quarter) (past|to)|for the (first|second) half|(half|quarter|five|ten|twenty) (past|to)? <num> =($|on|tonight|tomorrow|today|till|to|if|in|so|this|<day>|until|and|would)|/\\d{1,2}([.:]\\d\\d)?(am|pm|ish)/|<num> (am|pm|ish|o'clock)|/\\d{1,2}[.:]\\d\\d/",
    "(the|on|by|until|till|from|to|before)+ /\\d{1,2}(st|nd|rd|th)/ =($|of|at|to|from|if|and|in|so|or|for|because|as|please|when|with|until|<month>)|(on|by|until|from|before) the (*teenth|*ieth|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) =($|of|at|to|from|if|and)|<month> /\\d{1,2}\\w*/|/\\d{1,2}\\w*/ of? <month>|(in|by|until|before|this|next|during|end of|mid|early|late) <month>|/\\d{1,2}/\\d{1,2}.*/",
    "(in|within|the next) ~2 <span>|at once|by the time|(on|cover|before|by|until|for|do|work) ~1 _ (day|eve)|(month|year|week) end|the day after tomorrow",
    "(at|by|before|after|over|around|until|till|during|from|this|for) the? <meal>",
    "(before|until|till|during) !(i (forget|go mad|lose|crack|snap|am)|long|you|it (is too|gets)|things|now) _ ~1|(after|from|between) (work|school|church|class|practice|training|college|nursery|mass|(the|my|your|his|her|our|their|we|he|she|they|it|dad|mum) _|i !(forget|go mad|lose|crack|snap|burst|collapse|am) _|you (go|leave|come|finish|head|get|set|drive|start|pass|lock|close)) !(happened)",
    "(at|for|on|to|over|in|during) (the|my|your|our|his|her|their|this) ~2 <event> !(room|hall|shop|station|stop|house|centre|dress|list|ticket|form)",
    "(on|along) (your|the|my) way|next time (you|i|we)|when (i|we|he|she|they|dad|mum|(the|my|our) !(time|mood|chance) _) !(both|can|get|have|~1 <feel>|was|were|had|did|got|came|went|said|told|saw|lost|fell|broke|asked|called|needed|really|feel|need|rang|*ed) _|(when|after|as|while) you (go|come|leave|finish|pass|head|arrive|return|visit|drive|walk|shop|pick|call|drop|collect|are (here|over (here)?|passing|back|home|done|there|in town)|get (home|in|back|here|off))|while !(you) _ _|(before|until|till|when|while|after) _ (gets|is|comes|leaves|arrives|goes|finishes|wakes|lands|opens|closes|starts|ends)|once (i|we|he|she|it|the _) _|starting _",
  ],
  notTimes: [
    "(for|by|until|up to|even|just|sorry) now|now (,|and|so|but)|(see you|enjoy|thanks for|have an% (good|great|nice|lovely) _) ~4 (<day>|<part>|tomorrow|tonight)|now (and then|that|then)|every? now and (then|again)|from now on|one day|some day|these days|the other <part>|last (<day>|<part>|year|time|summer|winter)|since ~4 (<day>|<part>|year|summer|spring|winter|/\\d.*/|then|lunch|easter|christmas)|~2 ago|yesterday|all (day|year|<part>)|half the (time|night)|(one|any) of these days|before long|the whole (day|time|<part>)|after (all|everything|what)|every (day|year|time|<part>) !(this|from|until|at|next)|(a|long|rough|hard|bad|horrible|awful|terrible|tough|strange|weird|difficult|busy|crazy|great|lovely|good) (day|year|<part>|<day>)",
  ],
  past: ["<past>|since"],
  supposed: ["if|in case"],
  elsewhere: ["(that|which|who|what|you|i|we|he|she|they) ~1 <past> ~3|(happened|arrived|broken|borrowed|sent) ~2"],
  free: [
    "(are|will) you (both|all|two|be)* (free|around|about|in|home|off|working|up|busy|doing anything|available)|what are you (doing|up to)|have you (any|plans|time)|do you have (time|plans|anything)|you (free|around|about)|when you (come|are)|we (will|are|need)|i (need|want)|make it|i will (be|get|come|land|arrive)|any (day|time|evening)|were you going",
  ],
  feelings: [
    "(i|i am|feel*|been|leav* me|make* me|get|getting|am|me) @ feeling? @ <feel>",
    "i ~1 (miss|dread|hate|worry|struggle|struggling|ache|can not cope|dreading|not (coping|okay|sleeping))|(find|finding|found) ~3 (hard|difficult|tough)|hard (for me)? to (ask|say|admit)|asking ~4 (hard|easily|easy)|(get*|wear*|drag*|weigh*) ~1 (to me|me (out|down)|on me)|it hurts",
  ],
} as const;
