/** Opens a backup file without the app, with Node alone: no other file of this project, and nothing to install. */
import { createDecipheriv, createHash, hkdfSync, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * The format is written down in docs/protocol.md, section 7; this file was written from there, so that it can be kept
 * beside a backup and still work when nothing else of this project does. A fault is one of the words below.
 * @typedef {{ readonly ok: true, readonly value: T } | { readonly ok: false, readonly fault: string }} Result
 * @template T
 */

const help = `Opens a Belay backup file and writes everything in it as JSON that any program can read.

  node decrypt.mjs FILE                 asks for the twelve words; what you type is not shown
  node decrypt.mjs FILE --out RESULT    writes to RESULT instead of FILE.json
  node decrypt.mjs FILE --words "..."   takes the words from the command line, where others may see them
  node decrypt.mjs FILE < words.txt     takes the words from another program or file

FILE is read and never changed. RESULT must not be there yet. Nothing is sent anywhere. What is written is NOT sealed
any more: whoever has it can read it. It holds one entry a line, oldest first: when, on which device, what kind, and
all its fields. How a backup file is built stands in docs/protocol.md, section 7.
`;

/** One sentence for each way in which it can go wrong. */
const sentences = {
  TooShort: "This is no backup file, or most of it is missing.",
  BadMagic: "This is no backup file of Belay.",
  TooLong: "This file is larger than a backup file can be (256 MiB).",
  UnknownVersion: "This file was written by a newer version. Look for a newer decrypt.mjs.",
  UnknownSuite: "This file was written by a newer version. Look for a newer decrypt.mjs.",
  UnknownFlags: "This file was written by a newer version. Look for a newer decrypt.mjs.",
  UnknownWrap: "This file is not locked with twelve words. Look for a newer decrypt.mjs.",
  KdfOutOfRange: "This file was changed, or is no backup file of Belay.",
  BadWords: "These are not twelve words of a backup. Look for a slip of spelling, or two words in the wrong order.",
  WrongWords: "The file is there, but these are not its words. Every backup file has words of its own.",
  Damaged: "These are the right words, but the file was damaged or cut short. Nothing was written.",
};

/** The BIP-39 English list: a word stands for its place, 0 to 2047. It is the standard list, unchanged. */
const list = `
abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid
acoustic acquire across act action actor actress actual adapt add addict address adjust admit adult advance advice
aerobic affair afford afraid again age agent agree ahead aim air airport aisle alarm album alcohol alert alien all alley
allow almost alone alpha already also alter always amateur amazing among amount amused analyst anchor ancient anger
angle angry animal ankle announce annual another answer antenna antique anxiety any apart apology appear apple approve
april arch arctic area arena argue arm armed armor army around arrange arrest arrive arrow art artefact artist artwork
ask aspect assault asset assist assume asthma athlete atom attack attend attitude attract auction audit august aunt
author auto autumn average avocado avoid awake aware away awesome awful awkward axis baby bachelor bacon badge bag
balance balcony ball bamboo banana banner bar barely bargain barrel base basic basket battle beach bean beauty because
become beef before begin behave behind believe below belt bench benefit best betray better between beyond bicycle bid
bike bind biology bird birth bitter black blade blame blanket blast bleak bless blind blood blossom blouse blue blur
blush board boat body boil bomb bone bonus book boost border boring borrow boss bottom bounce box boy bracket brain
brand brass brave bread breeze brick bridge brief bright bring brisk broccoli broken bronze broom brother brown brush
bubble buddy budget buffalo build bulb bulk bullet bundle bunker burden burger burst bus business busy butter buyer buzz
cabbage cabin cable cactus cage cake call calm camera camp can canal cancel candy cannon canoe canvas canyon capable
capital captain car carbon card cargo carpet carry cart case cash casino castle casual cat catalog catch category cattle
caught cause caution cave ceiling celery cement census century cereal certain chair chalk champion change chaos chapter
charge chase chat cheap check cheese chef cherry chest chicken chief child chimney choice choose chronic chuckle chunk
churn cigar cinnamon circle citizen city civil claim clap clarify claw clay clean clerk clever click client cliff climb
clinic clip clock clog close cloth cloud clown club clump cluster clutch coach coast coconut code coffee coil coin
collect color column combine come comfort comic common company concert conduct confirm congress connect consider control
convince cook cool copper copy coral core corn correct cost cotton couch country couple course cousin cover coyote crack
cradle craft cram crane crash crater crawl crazy cream credit creek crew cricket crime crisp critic crop cross crouch
crowd crucial cruel cruise crumble crunch crush cry crystal cube culture cup cupboard curious current curtain curve
cushion custom cute cycle dad damage damp dance danger daring dash daughter dawn day deal debate debris decade december
decide decline decorate decrease deer defense define defy degree delay deliver demand demise denial dentist deny depart
depend deposit depth deputy derive describe desert design desk despair destroy detail detect develop device devote
diagram dial diamond diary dice diesel diet differ digital dignity dilemma dinner dinosaur direct dirt disagree discover
disease dish dismiss disorder display distance divert divide divorce dizzy doctor document dog doll dolphin domain
donate donkey donor door dose double dove draft dragon drama drastic draw dream dress drift drill drink drip drive drop
drum dry duck dumb dune during dust dutch duty dwarf dynamic eager eagle early earn earth easily east easy echo ecology
economy edge edit educate effort egg eight either elbow elder electric elegant element elephant elevator elite else
embark embody embrace emerge emotion employ empower empty enable enact end endless endorse enemy energy enforce engage
engine enhance enjoy enlist enough enrich enroll ensure enter entire entry envelope episode equal equip era erase erode
erosion error erupt escape essay essence estate eternal ethics evidence evil evoke evolve exact example excess exchange
excite exclude excuse execute exercise exhaust exhibit exile exist exit exotic expand expect expire explain expose
express extend extra eye eyebrow fabric face faculty fade faint faith fall false fame family famous fan fancy fantasy
farm fashion fat fatal father fatigue fault favorite feature february federal fee feed feel female fence festival fetch
fever few fiber fiction field figure file film filter final find fine finger finish fire firm first fiscal fish fit
fitness fix flag flame flash flat flavor flee flight flip float flock floor flower fluid flush fly foam focus fog foil
fold follow food foot force forest forget fork fortune forum forward fossil foster found fox fragile frame frequent
fresh friend fringe frog front frost frown frozen fruit fuel fun funny furnace fury future gadget gain galaxy gallery
game gap garage garbage garden garlic garment gas gasp gate gather gauge gaze general genius genre gentle genuine
gesture ghost giant gift giggle ginger giraffe girl give glad glance glare glass glide glimpse globe gloom glory glove
glow glue goat goddess gold good goose gorilla gospel gossip govern gown grab grace grain grant grape grass gravity
great green grid grief grit grocery group grow grunt guard guess guide guilt guitar gun gym habit hair half hammer
hamster hand happy harbor hard harsh harvest hat have hawk hazard head health heart heavy hedgehog height hello helmet
help hen hero hidden high hill hint hip hire history hobby hockey hold hole holiday hollow home honey hood hope horn
horror horse hospital host hotel hour hover hub huge human humble humor hundred hungry hunt hurdle hurry hurt husband
hybrid ice icon idea identify idle ignore ill illegal illness image imitate immense immune impact impose improve impulse
inch include income increase index indicate indoor industry infant inflict inform inhale inherit initial inject injury
inmate inner innocent input inquiry insane insect inside inspire install intact interest into invest invite involve iron
island isolate issue item ivory jacket jaguar jar jazz jealous jeans jelly jewel job join joke journey joy judge juice
jump jungle junior junk just kangaroo keen keep ketchup key kick kid kidney kind kingdom kiss kit kitchen kite kitten
kiwi knee knife knock know lab label labor ladder lady lake lamp language laptop large later latin laugh laundry lava
law lawn lawsuit layer lazy leader leaf learn leave lecture left leg legal legend leisure lemon lend length lens leopard
lesson letter level liar liberty library license life lift light like limb limit link lion liquid list little live
lizard load loan lobster local lock logic lonely long loop lottery loud lounge love loyal lucky luggage lumber lunar
lunch luxury lyrics machine mad magic magnet maid mail main major make mammal man manage mandate mango mansion manual
maple marble march margin marine market marriage mask mass master match material math matrix matter maximum maze meadow
mean measure meat mechanic medal media melody melt member memory mention menu mercy merge merit merry mesh message metal
method middle midnight milk million mimic mind minimum minor minute miracle mirror misery miss mistake mix mixed mixture
mobile model modify mom moment monitor monkey monster month moon moral more morning mosquito mother motion motor
mountain mouse move movie much muffin mule multiply muscle museum mushroom music must mutual myself mystery myth naive
name napkin narrow nasty nation nature near neck need negative neglect neither nephew nerve nest net network neutral
never news next nice night noble noise nominee noodle normal north nose notable note nothing notice novel now nuclear
number nurse nut oak obey object oblige obscure observe obtain obvious occur ocean october odor off offer office often
oil okay old olive olympic omit once one onion online only open opera opinion oppose option orange orbit orchard order
ordinary organ orient original orphan ostrich other outdoor outer output outside oval oven over own owner oxygen oyster
ozone pact paddle page pair palace palm panda panel panic panther paper parade parent park parrot party pass patch path
patient patrol pattern pause pave payment peace peanut pear peasant pelican pen penalty pencil people pepper perfect
permit person pet phone photo phrase physical piano picnic picture piece pig pigeon pill pilot pink pioneer pipe pistol
pitch pizza place planet plastic plate play please pledge pluck plug plunge poem poet point polar pole police pond pony
pool popular portion position possible post potato pottery poverty powder power practice praise predict prefer prepare
present pretty prevent price pride primary print priority prison private prize problem process produce profit program
project promote proof property prosper protect proud provide public pudding pull pulp pulse pumpkin punch pupil puppy
purchase purity purpose purse push put puzzle pyramid quality quantum quarter question quick quit quiz quote rabbit
raccoon race rack radar radio rail rain raise rally ramp ranch random range rapid rare rate rather raven raw razor ready
real reason rebel rebuild recall receive recipe record recycle reduce reflect reform refuse region regret regular reject
relax release relief rely remain remember remind remove render renew rent reopen repair repeat replace report require
rescue resemble resist resource response result retire retreat return reunion reveal review reward rhythm rib ribbon
rice rich ride ridge rifle right rigid ring riot ripple risk ritual rival river road roast robot robust rocket romance
roof rookie room rose rotate rough round route royal rubber rude rug rule run runway rural sad saddle sadness safe sail
salad salmon salon salt salute same sample sand satisfy satoshi sauce sausage save say scale scan scare scatter scene
scheme school science scissors scorpion scout scrap screen script scrub sea search season seat second secret section
security seed seek segment select sell seminar senior sense sentence series service session settle setup seven shadow
shaft shallow share shed shell sheriff shield shift shine ship shiver shock shoe shoot shop short shoulder shove shrimp
shrug shuffle shy sibling sick side siege sight sign silent silk silly silver similar simple since sing siren sister
situate six size skate sketch ski skill skin skirt skull slab slam sleep slender slice slide slight slim slogan slot
slow slush small smart smile smoke smooth snack snake snap sniff snow soap soccer social sock soda soft solar soldier
solid solution solve someone song soon sorry sort soul sound soup source south space spare spatial spawn speak special
speed spell spend sphere spice spider spike spin spirit split spoil sponsor spoon sport spot spray spread spring spy
square squeeze squirrel stable stadium staff stage stairs stamp stand start state stay steak steel stem step stereo
stick still sting stock stomach stone stool story stove strategy street strike strong struggle student stuff stumble
style subject submit subway success such sudden suffer sugar suggest suit summer sun sunny sunset super supply supreme
sure surface surge surprise surround survey suspect sustain swallow swamp swap swarm swear sweet swift swim swing switch
sword symbol symptom syrup system table tackle tag tail talent talk tank tape target task taste tattoo taxi teach team
tell ten tenant tennis tent term test text thank that theme then theory there they thing this thought three thrive throw
thumb thunder ticket tide tiger tilt timber time tiny tip tired tissue title toast tobacco today toddler toe together
toilet token tomato tomorrow tone tongue tonight tool tooth top topic topple torch tornado tortoise toss total tourist
toward tower town toy track trade traffic tragic train transfer trap trash travel tray treat tree trend trial tribe
trick trigger trim trip trophy trouble truck true truly trumpet trust truth try tube tuition tumble tuna tunnel turkey
turn turtle twelve twenty twice twin twist two type typical ugly umbrella unable unaware uncle uncover under undo unfair
unfold unhappy uniform unique unit universe unknown unlock until unusual unveil update upgrade uphold upon upper upset
urban urge usage use used useful useless usual utility vacant vacuum vague valid valley valve van vanish vapor various
vast vault vehicle velvet vendor venture venue verb verify version very vessel veteran viable vibrant vicious victory
video view village vintage violin virtual virus visa visit visual vital vivid vocal voice void volcano volume vote
voyage wage wagon wait walk wall walnut want warfare warm warrior wash wasp waste water wave way wealth weapon wear
weasel weather web wedding weekend weird welcome west wet whale what wheat wheel when where whip whisper wide width wife
wild will win window wine wing wink winner winter wire wisdom wise wish witness wolf woman wonder wood wool word work
world worry worth wrap wreck wrestle wrist write wrong yard year yellow you young youth zebra zero zone zoo
`
  .trim()
  .split(/\s/);

/** @type {(fault: keyof typeof sentences) => { readonly ok: false, readonly fault: string }} */
const no = (fault) => ({ ok: false, fault });
/** @type {<T>(value: T) => { readonly ok: true, readonly value: T }} */
const yes = (value) => ({ ok: true, value });

/**
 * The 16 bytes behind twelve words (BIP-39): 11 bits each, of which the last four are a checksum.
 * @returns {Uint8Array | null}
 */
export const entropyOf = (/** @type {string} */ text) => {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const places = words.map((word) => list.indexOf(word));
  if (places.length !== 12 || places.includes(-1)) return null;
  const bits = places.map((place) => place.toString(2).padStart(11, "0")).join("");
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2));
  const [first = 0] = createHash("sha256").update(bytes).digest();
  return Number.parseInt(bits.slice(128), 2) === first >> 4 ? bytes : null;
};

/** The four steps of one quarter round of ChaCha20 (RFC 8439, 2.1), in place. */
const quarter = (
  /** @type {Uint32Array} */ s,
  /** @type {readonly [number, number, number, number]} */ [a, b, c, d],
) => {
  for (const [x, y, z, by] of /** @type {const} */ ([
    [a, b, d, 16],
    [c, d, b, 12],
    [a, b, d, 8],
    [c, d, b, 7],
  ])) {
    s[x] = (s[x] ?? 0) + (s[y] ?? 0);
    const mixed = (s[z] ?? 0) ^ (s[x] ?? 0);
    s[z] = (mixed << by) | (mixed >>> (32 - by));
  }
};

/**
 * HChaCha20 (draft-irtf-cfrg-xchacha-03, 2.2): the key for the last 8 bytes of a 24-byte nonce.
 * @returns {Uint8Array}
 */
export const hchacha = (/** @type {Uint8Array} */ key, /** @type {Uint8Array} */ nonce16) => {
  const input = Buffer.concat([Buffer.from("expand 32-byte k"), key, nonce16]);
  const s = Uint32Array.from({ length: 16 }, (_, i) => input.readUInt32LE(i * 4));
  for (let round = 0; round < 10; round += 1) {
    for (const i of [0, 1, 2, 3]) quarter(s, [i, 4 + i, 8 + i, 12 + i]);
    for (const i of [0, 1, 2, 3]) quarter(s, [i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4)]);
  }
  const out = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((word, i) => out.writeUInt32LE(s[word] ?? 0, i * 4));
  return out;
};

/**
 * XChaCha20-Poly1305: HChaCha20, then the ChaCha20-Poly1305 of RFC 8439 under a nonce of 4 zeros and the last 8 bytes.
 * @returns {Uint8Array | null} null when anything was changed
 */
export const openSealed = (
  /** @type {Uint8Array} */ key,
  /** @type {Uint8Array} */ nonce,
  /** @type {Uint8Array} */ aad,
  /** @type {Uint8Array} */ sealed,
) => {
  if (sealed.length < 16) return null;
  const inner = Buffer.concat([new Uint8Array(4), nonce.subarray(16)]);
  const cipher = createDecipheriv("chacha20-poly1305", hchacha(key, nonce.subarray(0, 16)), inner, {
    authTagLength: 16,
  });
  cipher.setAAD(aad, { plaintextLength: sealed.length - 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  } catch {
    return null;
  }
};

/** Plaintext bytes of a chunk, and what stands around it: nonce(24) and tag(16). */
const [chunkBytes, overhead] = [65_536, 40];
/** Where the chunks begin: header(36), commitment(32). */
const chunksAt = 68;

/** @returns {keyof typeof sentences | null} what is wrong with the first 36 bytes */
const headerFault = (/** @type {Buffer} */ file) => {
  if (file.length < chunksAt + 24 + 512 + 16) return "TooShort";
  if (file.length > 256 * 1024 * 1024) return "TooLong";
  if (file.toString("latin1", 0, 4) !== "BBAK") return "BadMagic";
  if (file[4] !== 1) return "UnknownVersion";
  if (file[5] !== 1) return "UnknownSuite";
  if (file[7] !== 0) return "UnknownFlags";
  if (file[6] !== 1) return "UnknownWrap";
  return file.subarray(8, 20).some((byte) => byte !== 0) ? "KdfOutOfRange" : null;
};

/** Every chunk opened in its place, in order; null when one does not open there. @returns {Buffer | null} */
const openChunks = (/** @type {Uint8Array} */ key, /** @type {Buffer} */ file) => {
  const whole = chunkBytes + overhead;
  const count = Math.ceil((file.length - chunksAt) / whole);
  const parts = [];
  for (let index = 0; index < count; index += 1) {
    const chunk = file.subarray(chunksAt + index * whole, chunksAt + (index + 1) * whole);
    const place = Buffer.alloc(5, index === count - 1 ? 1 : 0);
    place.writeUInt32BE(index);
    const aad = Buffer.concat([file.subarray(0, 36), place]);
    const plain = openSealed(key, chunk.subarray(0, 24), aad, chunk.subarray(24));
    if (plain === null) return null;
    parts.push(plain);
  }
  return Buffer.concat(parts);
};

/** `count(4) || [len(4) item]* || zeros`, a power of two from 512 or a multiple of 64 KiB. @returns {Buffer[] | null} */
const itemsOf = (/** @type {Buffer} */ stream) => {
  const { length } = stream;
  const padded = length >= chunkBytes ? length % chunkBytes === 0 : length >= 512 && (length & (length - 1)) === 0;
  const count = padded ? stream.readUInt32BE(0) : Number.POSITIVE_INFINITY;
  if (count > 1_000_000) return null;
  const items = [];
  let at = 4;
  while (items.length < count) {
    if (length - at < 4) return null;
    const size = stream.readUInt32BE(at);
    if (size > 262_144 || size > length - at - 4) return null;
    items.push(stream.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return stream.subarray(at).every((byte) => byte === 0) ? items : null;
};

/** The items of a file, or the reason why there are none. @returns {Result<Buffer[]>} */
export const openItems = (/** @type {Uint8Array} */ bytes, /** @type {string} */ words) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const wrong = headerFault(file);
  if (wrong !== null) return no(wrong);
  const entropy = entropyOf(words);
  if (entropy === null) return no("BadWords");
  const salt = file.subarray(20, 36);
  const info = Buffer.concat([Buffer.from("belay/1/backup/words\0"), Buffer.from([0, 0, 0, 16]), salt]);
  const derived = Buffer.from(hkdfSync("sha256", entropy, new Uint8Array(0), info, 64));
  if (!timingSafeEqual(derived.subarray(32), file.subarray(36, chunksAt))) return no("WrongWords");
  const stream = openChunks(derived.subarray(0, 32), file);
  const items = stream === null ? null : itemsOf(stream);
  return items === null ? no("Damaged") : yes(items);
};

/** @typedef {{ readonly id: string, readonly at: readonly [number, number], readonly device: string }} Entry */

/** Oldest first: by milliseconds, counter, device, then id. */
const inOrder = (/** @type {Entry} */ a, /** @type {Entry} */ b) =>
  a.at[0] - b.at[0] || a.at[1] - b.at[1] || compareText(a.device, b.device) || compareText(a.id, b.id);
const compareText = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);

/** Everything in a file as an open record (docs/protocol.md, section 7): JSON, one entry a line. @returns {Result<string>} */
export const openRecord = (/** @type {Uint8Array} */ bytes, /** @type {string} */ words) => {
  const items = openItems(bytes, words);
  if (!items.ok) return items;
  try {
    const [label, ...entries] = items.value.map((item) => JSON.parse(item.toString("utf8")));
    if (label.format !== 1) return no("UnknownVersion");
    if (label.events !== entries.length) return no("Damaged");
    const lines = entries
      .map(({ device, event: { id, k, t, d, o, b } }) => ({ id, kind: k, day: d, at: t, device: o ?? device, body: b }))
      .sort(inOrder)
      .map((entry) => JSON.stringify(entry));
    const vault = JSON.stringify(label.vault);
    return yes(`{"schema":"belay/open-record/1","vault":${vault},"events":[\n${lines.join(",\n")}\n]}\n`);
  } catch {
    return no("Damaged");
  }
};

/** What is typed or piped in; typed words are not shown. @returns {Promise<string>} */
const askWords = () =>
  new Promise((resolve) => {
    if (!process.stdin.isTTY) return resolve(readFileSync(0, "utf8"));
    process.stderr.write("The twelve words, in order, then Enter (what you type is not shown): ");
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const line = createInterface({ input: process.stdin, output: silent, terminal: true });
    line.once("line", (text) => {
      line.close();
      process.stderr.write("\n");
      resolve(text);
    });
    line.once("close", () => resolve(""));
  });

/** Says one line on standard error. @returns {number} the exit code */
const stop = (/** @type {string} */ sentence) => {
  process.stderr.write(`${sentence}\n`);
  return 1;
};

const main = async () => {
  const options = /** @type {const} */ ({
    words: { type: "string" },
    out: { type: "string" },
    help: { type: "boolean" },
  });
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [path] = positionals;
  if (values.help === true || path === undefined || positionals.length > 1) {
    process.stdout.write(help);
    return values.help === true ? 0 : 2;
  }
  const out = values.out ?? `${path}.json`;
  if (!existsSync(path) || !statSync(path).isFile()) return stop(`There is no file ${path}.`);
  if (existsSync(out)) return stop(`${out} is there already. Name another with --out.`);
  const bytes = statSync(path).size > 256 * 1024 * 1024 ? null : readFileSync(path);
  if (bytes === null) return stop(sentences.TooLong);
  const wrong = headerFault(bytes);
  if (wrong !== null) return stop(sentences[wrong]);
  const record = openRecord(bytes, values.words ?? (await askWords()));
  if (!record.ok) return stop(Object.entries(sentences).find(([fault]) => fault === record.fault)?.[1] ?? record.fault);
  writeFileSync(out, record.value, { flag: "wx", mode: 0o600 });
  process.stdout.write(
    `Written: ${out} (${JSON.parse(record.value).events.length} entries, readable by anybody who has it)\n`,
  );
  return 0;
};

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().then(
    (code) => process.exit(code),
    (error) => process.exit(stop(error instanceof Error ? error.message : String(error))),
  );
}
