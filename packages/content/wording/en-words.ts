/** English spellings, and the named fragments that the patterns of the wording help are built from. */

// What people type in messages: short forms, dropped letters, frequent typos, other spellings of the same word.
export const spellings = {
  you: "u ya ye yous youse",
  your: "ur yer",
  with: "w",
  are: "r",
  sorry: "sory srry sry soz sori",
  bother: "bothr",
  please: "pls plz",
  could: "cud",
  would: "wud",
  because: "cos cuz bc",
  though: "tho",
  about: "abt",
  before: "b4",
  tonight: "2night tonite",
  tomorrow: "2mrw tmro tmrw tmr tomoz 2moro tomorow tommorow tommorrow",
  today: "2day",
  afternoon: "arvo",
  minutes: "mins",
  weekend: "wknd wkend",
  minute: "min sec tick mo",
  hour: "hr",
  something: "smth sth summat somethin",
  nothing: "nothin nuthin",
  "going to": "gonna",
  "want to": "wanna",
  "got to": "gotta",
  "give me": "gimme",
  "never mind": "nvm nevermind",
  "do not know": "idk dunno",
  "do not worry": "dw",
  "just kidding": "jk",
  "right now": "rn",
  okay: "ok okey",
  "all right": "alright",
  probably: "prob probs prolly",
  people: "ppl",
  thanks: "thx ta cheers",
  favour: "favor",
  favours: "favors",
  mum: "mam mom mammy ma",
  really: "rly",
  friday: "fri",
  thursday: "thu thur thurs",
  tuesday: "tue tues",
  wednesday: "weds",
  "can not": "can't cant cannot",
  "will not": "won't wont",
  "is not": "ain't",
  "let us": "let's lets",
  "it is": "it's its",
  "that is": "that's thats",
  "there is": "there's",
  "what is": "what's whats",
  "who is": "who's",
  "no one": "noone",
  "i am": "im",
  "i have": "ive",
  "i will": "i'ill il",
  "i am going to": "imma",
  anyone: "anybody",
  someone: "somebody",
  nobody: "nobody's",
} as const;

// Contractions, with and without the apostrophe that hurried writers leave out. Tried in order, on whole words.
export const endings = [
  ["^(d(?:o|oes|id)|is|are|was|were|ha(?:s|ve|d)|[cws]h?ould|must|need|might)n'?t$", "$1 not"],
  ["^(you|they)'?(?:re)$", "$1 are"],
  ["^(you|they)'?ve$", "$1 have"],
  ["^(you|they)'?ll$", "$1 will"],
  ["^(you|they)'?d$", "$1 would"],
  ["^(.+)'m$", "$1 am"],
  ["^(.+)'re$", "$1 are"],
  ["^(.+)'ve$", "$1 have"],
  ["^(.+)'ll$", "$1 will"],
  ["^(.+)'d$", "$1 would"],
  ["^(s?he|everything)'s$", "$1 is"],
] as const;

// Fragments, by the names they have in patterns.
export const parts = {
  // Adverbs that may stand anywhere; written "@".
  adv: "really|so|very|just|only|honestly|actually|probably|always|again|ever|even|truly|quite|rather|right|terribly|super|too|still|also|maybe|clearly|obviously|kind of|a bit|a little|pretty|completely|absolutely|bloody|all|well|far|much|then|now",
  punct: ",|.|!|?",
  never: "!()",
  // The end of a clause, or the beginning of the next.
  e: "=($|but|and|so|because|or|i|if|can|could|would|will|really|please|lol|mate|love|thanks|tbh|x)",
  alone: "myself|alone|on my own|by myself|somehow|ourselves",
  day: "mondays%|tuesdays%|wednesdays%|thursdays%|fridays%|saturdays%|sundays%",
  num: "/\\d{1,2}([.:]\\d\\d)?/|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
  it: "(it|this|that) (is|was|would be)",
  // What ends a curious sentence without testing anybody.
  benign:
    "can|could|win*|want*|like*|fancy|has|have|need*|agree*|got|get|would (like|come|mind|be)|are (free|in|any|home|okay|well|all right|there|awake|ready|still|coming|interested|up|around|able|open)|is (free|in|home|okay|there|ready|coming|up)|feel|know",
  ailment:
    "pain*|*ache|ache|fever|cough|lump|cut|scratch|bruise|rash|burn|fall|knock|wobble|blip|setback|twinge|cry|moan|grief|nerves|stress|panic|anxiety|sadness|tiredness|bug|flu|infection|operation|procedure|sprain|fracture|breakup|phase|mood|patch|worry|upset|hormones|money|the (usual|blues)|blues|nonsense|tears|bother|trouble|hassle|fear",
  // What one may expect of people who live or work together; and what hurts.
  duty: "help*|lift|listen|ring|phone|text me|reply|answer|visit|come (home|near|to see)|care|notice|remember|bother|offer|support|clean up|cook for|tidy up|apologise|thank|appreciate|ask (me|how|about|if)|try|share|look (up|at me)|consider|respect|value|stand up|make (an effort|time)|do (anything|your|things)|say (sorry|thanks|thank|please|hello)|think (of|about)|show up|turn up|take (part|responsibility)|play with|talk to me|speak to me|contribute|trust|believe|understand (me|how|what)|see me|hear me|give a|lend a|want to help|miss me|get (up|involved)|include|invite",
  bad: "ignor*|blam*|mock*|abandon*|embarrass*|humiliat*|avoid*|ditch*|ghost*|interrupt*|undermin*|exclud*|shut|laugh* at|snap* at|walk* over|talk* over|lie to|lied to|cheat*|insult*|bully|boss|criticis*|use|forget|forgot|fob*|saddle*|nag*|order",
  ok: "fine|okay|grand|all right|good|cool|sorted|handled",
  // "ill" without its apostrophe: the verb that must follow tells it from illness.
  iwill: "i (will|can|shall|could|would|might|am going to)|ill|we will",
  will: "just|always|probably|happily|easily|still|then|also|definitely|only|surely",
  so: "(because|since|and|but|as|so|then|well|now|oh|look) ,?",
  all: "lot|guys|all|two|people|both",
  oh: "(oh|ah|no|actually|but|so|well|just|please|then|okay|look|sure|anyway|lol|honestly|and) ,?",
  lead: "(actually|although|i suppose|or maybe|if not|if you can not|if you are busy|if it is a no|if that does not _|otherwise|or|or else|failing that|but|though|and|so|oh|ah|no|look|sure|honestly|anyway|well|it is <ok>|i am sure|i guess|then|really|lol) ,?",
  // Room for a no: what stands before "no big deal" when it is courtesy.
  no: "(if ~5|not make it|say no|a no|or not|either way|no is) ,? (then|that is|that would be|it is|it would be|is|and)?",
  ifs: "(how|if|whether|unless|not sure|not think|not know|doubt|wish|hope|when|once|until|till|where|so that|before|says|said|reckons|promised|told (me|you)|thought|knew|which|what|that) (that|if|how|whether)?",
  fond: "(,|.)? (and|because|as)? (i (like|enjoy|love|prefer|want)|it suits me)",
  sorry: "sorry|apolog*",
  // Weighing on others: as an act, and as a person.
  weigh:
    "bother*|troubl*|disturb*|bug|bugging|pester*|hassl*|nag|nagging|annoy*|burden*|impos*|intru*|interrupt*|inconvenienc*|overstep*|nuisance|asking|dump*|load*|offload*|unload*",
  lapse: ",|slow|miss*|late*|forg*|delay*|lost|bro*|not|never|your|you|did|left|short|repl*|snap*|shout*|can",
  load: "burden|pest|nuisance|bother|drag|inconvenience|bludger|sponger|scrounger|leech|charity case|imposition|waste of _|pain|hassle|moaner|nag|freeloader|downer|drain|liability|handful",
  petty: "silly|stupid|ridiculous|daft|trivial|pathetic|petty|dumb|childish|lame|unimportant|teeny|tiny|minor|foolish",
  thing: "things%|favours%|request|ask|one|matter|bit|issue|problem|question|job|worry|fear|complaint",
  big: "big|huge|major|great|massive|serious|real|important|really|terrible|terribly",
  over: "silly|stupid|dramatic|sensitive|paranoid|daft|baby|soft|exaggerating|moan*|ridiculous|feeling sorry for myself|emotional|hormonal|pathetic|wimp|drama queen|weak|foolish|oversensitive|overreacting|overthinking",
  cope: "figure (it|this|that|something|things) out|figure out the rest|figure out (something|how|a way|what)|work (it|this|something) out|sort (it|this|something|things|myself) all? out|sort (it|this)? <alone>|sort something|make do|muddle _|get by|struggle _|(soldier|battle|carry|crack|push|power) (on|through)|keep going|suck it up|tough it out|fend for myself|wing it|survive|live|adjust|find (a|another|some) other? way|find something|think of something|get through (it|this)|get over it|get on with it|get (round to it|there)|go without|do without|deal|deal with it|put up with it|be @ <ok>|take care of (it|this|myself)|lump it|grin and bear it|make the best of it|cope|manage",
  role: "friends%|mates%|husbands%|wife|partners%|mother|mum|father|dad|sons%|daughters%|sisters%|brothers%|boss|manager|neighbours%|colleagues%|girlfriend|boyfriend|person|people|man|woman|family|parents%",
  worthy: "real|true|good|proper|decent|best|loving|caring|close|normal",
  fault:
    "selfish|lazy|useless|unreliable|thoughtless|inconsiderate|ungrateful|careless|heartless|cruel|childish|arrogant|clueless|irresponsible|hopeless with|hopeless|self _|unbelievable|insensitive|impossible|disrespectful|hypocrit*|no help|no use|joke|disgrace|disappointment|liar|(terrible|lousy|rubbish) _|typical",
  proof:
    "remember*|notic*|cares%|cared|bothers%|(shows%|turns%|steps%) up|means% it|committed|my friends|friends% are|friend is|there for me|miss|misses|asks% (me|first|how|if)|asked|(calls|texts|rings) me|calls% first|texts% first|reach out|reaches out|check in|checks% (in|on)|effort|loyal|guess|guesses|without|if i (do not|say|stop)|works% it out|i (mean|matter|stand|said)|loves% me|comes% (through|running)|offers%|think of me|thinks of|real|really (care*|mean*|love*)|really|pick up on|figures% (it)? out|real friends|even",
  month:
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept%|oct|nov|dec",
  meal: "breakfast|lunch|lunchtime|dinner|tea|teatime|supper|bedtime|bed|noon|midday|midnight|dark|sunset|break|christmas|easter|eid|diwali|new year|payday|half term|half time",
  event:
    "match|game|meeting|wedding|funeral|interview|exams%|test|party|appointment|service|concert|play|show|film|race|flight|train|holidays%|christening|birthday|do|dinner|lunch|class|session|shift|school run|operation|scan|hearing|move|trip|ceremony|fair|festival|gig|viewing|visit|delivery|chemo|rehearsal|weekend|bank holiday|summer|winter",
  weak: "needy|useless|hopeless|pathetic|weak|clingy|sad|down|low|anxious|hard work|high maintenance|struggling|difficult|dramatic|emotional|upset|annoying",
  past: "was|were|had|been|did|happened|went|came|got|lost|broke|left|said|told|fell|saw|rang|called|asked|felt|cried|heard|found|made|took|gave|died|sent|bought|borrowed|started|finished|missed|failed|hurt|arrived",
  span: "minutes%|hours%|days%|weeks%|months%",
  part: "morning|afternoon|evening|night|week|weekend|month|lunchtime",
  // Words that name neither an act one could see done nor a thing.
  bland:
    "help|helping|help*|hands%|favours%|support|supporting|supportive|assist|assistance|backup|back|dig|something|anything|whatever|stuff|things%|everything|it|this|that|all|effort|attention|patience|guidance|guide|advise|leg|situation|life|problems|more|less|bit|bits|kind|sort|little|small|big|quick|extra|pair|extend|regard|same|into|wee|go easy|around the (house|place)|at home|cut ~2 slack|my plate|lot|few|couple|or|moral|real|proper|other|an%|some|any|your|the|my|of|to|be|being|are|were|was|is|get|getting|give|giving|lend|lending|offer|offering|spare|show|do|doing|make|making|take|taking|have|having|provide|act|me|us|you|i|we|from|with|on|in|for|at|up|would|great|nice|good|appreciated|wanted|welcome|kind|gentle|easier|easy|special|sort|fix|cooperat*|halfway|pal|right|side|strength|forward|deal|handle|sorted|tide|pay ~1 attention|come through|pick up the slack|an% break|by|afloat|out|off|through|here|there|around|about|over|by|available|nicer|kinder|better|harder|much|stand by (me|us)|keep me (going|afloat)|step|pitch|chip|muck|pull|weight|time|spend|try|share|part|load|burden|pressure|strain|stress|weight|lighten|ease|stick|rock|friend|look|after|care|understanding|patient|considerate|attentive|(more|so) present|involved|thoughtful|reliable|kindness|love|slack|solid|way|needful|assist*|matter|so|bad|really|too|feel|feeling|able|oblige|shoulder|lean|someone|together|thing|what|can|needed|bail|turn|rely|myself",
  act: "revert|reply|confirm|arrange|share|extend|support|assist|ring|call|phone|text|message|email|come|bring|lend|give|send|pick|drop|drive|take|help|meet|save|keep|mind|watch|feed|water|cover|join|read|check|look|sit|stay|walk|carry|hold|teach|show|post|collect|get|make|book|remind|buy|tell|lift|pop|review",
  // What a writer may ask to do with, or at, the reader.
  mine: "borrow|use|ring|call|phone|text|talk|see|meet|stay|come|leave|ask|have|get|join|crash|kip|store|pop|drop|count|pick|chat|speak|swap|go|catch|sit|do|arrange|work|take|trouble",
  you: "(you|someone|anyone|one of you|any of you|either of you) (two|all|guys|lot|both|please|possibly|maybe|kindly|perhaps|just|ever|also)*",
  able: "be? (able|free|available|willing|happy|up|around|so kind as|good enough|open|game|keen) enough? (to|for)",
  modal: "(can|could|will|would|may|might) not?",
  can: "could|would|can|might|will|may",
  feel: "overloaded|overwhelmed|tired|exhausted|worn out|run down|lonely|alone|sad|low|down|anxious|nervous|scared|afraid|worried|stressed|ashamed|embarrassed|hurt|upset|angry|frustrated|let down|lost|stuck|numb|guilty|rough|shaky|drained|done in|wrecked|shattered|fed up|awkward|desperate|helpless|swamped|struggling|terrified|grateful|glad",
} as const;
