/** Lists what must be refused among asks, replies, backups, custody, boxes, batches, frames, words and fragments. */
import { padded } from "../second/sealed.ts";
import { big, hpkeSeal, labelled, text, xPublic, xSeal } from "../second/primitives.ts";
import { readWords } from "../second/plain.ts";
import { from } from "./seeded.ts";
import { askKeyFor, lowOrder, type Known, type Negative } from "./negative-list.ts";
import { bytesFrom, join, textFrom } from "./values.ts";

type Input = { readonly [field: string]: unknown };

const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
const prefixFaults = [
  "BadMagic",
  "BadMagic",
  "BadMagic",
  "BadMagic",
  "UnknownVersion",
  "UnknownSuite",
  "UnknownType",
  "UnknownFlags",
];

const asks = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("ask");
  const secret = bytesFrom(String(input["secret"]));
  const whole = (more: Input) => ({ of: "ask", field: "body", ...more });
  const one = (name: string, fault: string, body: unknown, more: Input = {}): Negative => ({
    name: `ask ${name}`,
    kind: "ask",
    fault,
    in: { secret: input["secret"], body, ...more },
  });
  const [id, salt, nonce] = [
    await labelled(secret, "ask/id", 16),
    bytesFrom(String(input["salt"])),
    bytesFrom(String(input["nonce"])),
  ];
  const both = await askKeyFor(secret, id, salt);
  const head = join(text("BASK"), Uint8Array.of(1, 1, 1, 0), id, salt, nonce, big(528, 4));
  const sealedAs = async (plain: Uint8Array): Promise<string> =>
    textFrom(join(head, both.subarray(32), await xSeal(both.subarray(0, 32), nonce, head, plain)));
  const other = from("another ask")(32);
  const otherId = textFrom(await labelled(bytesFrom(other), "ask/id", 16));
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, whole({ flip: [[at, 64]] }))),
    one("under another link", "OtherAsk", whole({}), { secret: other }),
    one("renamed to another link", "BadCommitment", whole({ set: [[8, otherId]] }), { secret: other }),
    one("with its id changed", "OtherAsk", whole({ flip: [[8, 1]] })),
    one("with its salt changed", "BadCommitment", whole({ flip: [[24, 1]] })),
    one("with its nonce changed", "BadTag", whole({ flip: [[40, 1]] })),
    one("with its length changed", "BadLength", whole({ flip: [[67, 1]] })),
    one("with its commitment changed", "BadCommitment", whole({ flip: [[68, 1]] })),
    one("with its ciphertext changed", "BadTag", whole({ flip: [[100, 1]] })),
    one(
      "cut short",
      "BadLength",
      { of: "ask largest", field: "body", ranges: [[0, 9000]] },
      { secret: known("ask largest")["secret"] },
    ),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("of nothing", "TooShort", "0x"),
    one("oversize", "TooLong", { fill: "0x42", length: 16_513 }),
    one("with a pad byte that is not zero", "BadPadding", await sealedAs(changed(padded(text("x")), 500))),
    one("with a length beyond its padding", "BadPadding", await sealedAs(join(big(509, 4), new Uint8Array(508)))),
    one("that is a reply", "UnknownType", { of: "reply", field: "body", append: `0x${"00".repeat(80)}` }),
  ];
};

const sharesWrong = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("share");
  const whole = (more: Input) => ({ of: "share", field: "body", ...more });
  const one = (name: string, fault: string, body: unknown, more: Input = {}): Negative => ({
    name: `share ${name}`,
    kind: "share",
    fault,
    in: { secret: input["secret"], body, ...more },
  });
  const secret = bytesFrom(String(input["secret"]));
  const [id, salt, nonce] = [
    await labelled(secret, "share/id", 16),
    bytesFrom(String(input["salt"])),
    bytesFrom(String(input["nonce"])),
  ];
  const both = await labelled(await labelled(secret, "share/content", 32), "share/record", 64, id, salt);
  const head = join(text("BASK"), Uint8Array.of(1, 1, 3, 0), id, salt, nonce, big(528, 4));
  const sealedAs = async (plain: Uint8Array): Promise<string> =>
    textFrom(join(head, both.subarray(32), await xSeal(both.subarray(0, 32), nonce, head, plain)));
  const other = from("another share")(32);
  const otherId = textFrom(await labelled(bytesFrom(other), "share/id", 16));
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, whole({ flip: [[at, 64]] }))),
    one("under another link", "OtherAsk", whole({}), { secret: other }),
    one("renamed to another link", "BadCommitment", whole({ set: [[8, otherId]] }), { secret: other }),
    one("with its salt changed", "BadCommitment", whole({ flip: [[24, 1]] })),
    one("with its nonce changed", "BadTag", whole({ flip: [[40, 1]] })),
    one("with its length changed", "BadLength", whole({ flip: [[67, 1]] })),
    one("with its commitment changed", "BadCommitment", whole({ flip: [[68, 1]] })),
    one("with its ciphertext changed", "BadTag", whole({ flip: [[100, 1]] })),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("of nothing", "TooShort", "0x"),
    one("oversize", "TooLong", { fill: "0x42", length: 131_201 }),
    one("with a pad byte that is not zero", "BadPadding", await sealedAs(changed(padded(text("x")), 500))),
    one("that is an ask", "UnknownType", { of: "ask", field: "body" }),
  ];
};

const replies = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("reply");
  const whole = (more: Input) => ({ of: "reply", field: "body", ...more });
  const one = (name: string, fault: string, body: unknown, more: Input = {}): Negative => ({
    name: `reply ${name}`,
    kind: "reply",
    fault,
    in: { secret: input["secret"], replySk: input["replySk"], replyId: input["replyId"], body, ...more },
  });
  const [secret, scalar, replyId] = [
    bytesFrom(String(input["secret"])),
    bytesFrom(String(input["replySk"])),
    bytesFrom(String(input["replyId"])),
  ];
  const [id, psk, replyPub] = [
    await labelled(secret, "ask/id", 16),
    await labelled(secret, "ask/psk", 32),
    await xPublic(scalar),
  ];
  const ikm = bytesFrom(String(input["ikm"]));
  const sealedAs = async (
    plain: Uint8Array,
    more: { readonly psk?: Uint8Array; readonly info?: string; readonly aad?: Uint8Array } = {},
  ): Promise<string> => {
    const info = join(text(more.info ?? "ask/reply/1"), id, replyPub);
    const bound = { psk: more.psk ?? psk, pskId: text("ask/psk/1"), info, aad: more.aad ?? join(id, replyId) };
    const sealed = await hpkeSeal(replyPub, bound, ikm, plain);
    if (sealed === null) throw new Error("not sealed");
    return textFrom(join(text("BASK"), Uint8Array.of(1, 1, 2, 0), sealed));
  };
  const other = from("another reply");
  return [
    ...prefixFaults.map((fault, at) => one(`with byte ${at} changed`, fault, whole({ flip: [[at, 64]] }))),
    one("moved to another ask", "BadTag", whole({}), { secret: other(32) }),
    one("moved to another reply's id", "BadTag", whole({}), { replyId: other(16) }),
    one("under another one-time key", "BadTag", whole({}), { replySk: other(32) }),
    one("with its sender's key changed", "BadTag", whole({ flip: [[8, 1]] })),
    one("with its ciphertext changed", "BadTag", whole({ flip: [[40, 1]] })),
    one("cut short", "BadLength", { of: "reply largest", field: "body", ranges: [[0, 9000]] }),
    one("with a byte more", "BadLength", whole({ append: "0x00" })),
    one("of nothing", "TooShort", "0x"),
    one("oversize", "TooLong", { fill: "0x42", length: 16_513 }),
    ...lowOrder.map((key, i) => one(`from low-order key ${i + 1}`, "BadKey", whole({ set: [[8, key]] }))),
    one("without the link's secret", "BadTag", await sealedAs(padded(text("x")), { psk: bytesFrom(other(32)) })),
    one("for another purpose", "BadTag", await sealedAs(padded(text("x")), { info: "ask/reply/2" })),
    one("bound to nothing", "BadTag", await sealedAs(padded(text("x")), { aad: new Uint8Array(0) })),
    one("with a pad byte that is not zero", "BadPadding", await sealedAs(changed(padded(text("x")), 511))),
    ...lowOrder.map((replyKey, i): Negative => ({
      name: `reply to low-order key ${i + 1}`,
      kind: "reply-to",
      fault: "BadKey",
      in: { secret: input["secret"], replyId: input["replyId"], ikm: input["ikm"], plain: "0x00", replyPub: replyKey },
    })),
  ];
};

const chunk = 65_576;
const backups = async (known: Known): Promise<readonly Negative[]> => {
  const input = known("backup of one chunk");
  const words = String(input["words"]);
  const whole = (more: Input, of = "backup of one chunk") => ({ of, field: "file", ...more });
  const one = (name: string, fault: string, file: unknown, more: Input = {}): Negative => ({
    name: `backup ${name}`,
    kind: "backup",
    fault,
    in: { words, file, ...more },
  });
  const at = (i: number): readonly [number, number] => [68 + i * chunk, 68 + (i + 1) * chunk];
  const three = (...order: readonly number[]) =>
    whole({ ranges: [[0, 68], ...order.map(at)] }, "backup of three chunks");
  const kdf = (name: string, memory: number, passes: number, lanes: number): Negative =>
    one(
      `asking for ${name}`,
      "KdfOutOfRange",
      whole({
        set: [
          [6, "0x02"],
          [8, textFrom(join(big(memory * 1024, 4), big(passes, 4), big(lanes, 4)))],
        ],
      }),
    );
  const entropy = await readWords(words);
  if ("why" in entropy) throw new Error(entropy.why);
  const salt = bytesFrom(String(input["salt"]));
  const both = await labelled(entropy.value, "backup/words", 64, salt);
  const head = join(text("BBAK"), Uint8Array.of(1, 1, 1, 0), new Uint8Array(12), salt);
  const nonce = bytesFrom(from("backup streams")(24));
  const written = async (...parts: readonly Uint8Array[]): Promise<string> => {
    const stream = new Uint8Array(512);
    stream.set(join(...parts));
    return textFrom(
      join(
        head,
        both.subarray(32),
        nonce,
        await xSeal(both.subarray(0, 32), nonce, join(head, big(0, 4), Uint8Array.of(1)), stream),
      ),
    );
  };
  return [
    one("with other words", "WrongWords", whole({}), {
      words: "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
    }),
    one("with words that are no set", "BadWords", whole({}), { words: words.replace("yellow", "zoo") }),
    one("of nothing", "TooShort", "0x"),
    one("with another magic", "BadMagic", whole({ flip: [[0, 1]] })),
    one("of an unknown version", "UnknownVersion", whole({ flip: [[4, 3]] })),
    one("of an unknown suite", "UnknownSuite", whole({ flip: [[5, 3]] })),
    one("of an unknown wrap", "UnknownWrap", whole({ flip: [[6, 2]] })),
    one("with a flag", "UnknownFlags", whole({ flip: [[7, 1]] })),
    one("by words with a passphrase's parameters", "KdfOutOfRange", whole({ set: [[8, "0x00010000"]] })),
    kdf("31 MiB", 31, 12, 1),
    kdf("257 MiB", 257, 3, 1),
    kdf("2 passes", 96, 2, 1),
    kdf("13 passes", 64, 13, 1),
    kdf("2 lanes", 64, 3, 2),
    kdf("no lane", 64, 3, 0),
    kdf("too little in all", 32, 5, 1),
    kdf("4 GiB", 4095, 3, 1),
    one("with its salt changed", "WrongWords", whole({ flip: [[20, 1]] })),
    one("with its commitment changed", "WrongWords", whole({ flip: [[36, 1]] })),
    one("with a nonce changed", "Damaged", whole({ flip: [[68, 1]] })),
    one("with a ciphertext changed", "Damaged", whole({ flip: [[92, 1]] })),
    one("with a byte more", "Damaged", whole({ append: "0x00" })),
    one("cut short", "TooShort", whole({ ranges: [[0, 619]] })),
    one("with two chunks swapped", "Damaged", three(1, 0, 2)),
    one("with a chunk repeated", "Damaged", three(0, 1, 1, 2)),
    one("without its first chunk", "Damaged", three(1, 2)),
    one("without a middle chunk", "Damaged", three(0, 2)),
    one("without its last chunk", "Damaged", three(0, 1)),
    one("with its last chunk twice", "Damaged", three(0, 1, 2, 2)),
    one("with its last chunk cut", "Damaged", whole({ ranges: [[0, 68 + 2 * chunk + 600]] }, "backup of three chunks")),
    one(
      "with a chunk of another file",
      "Damaged",
      whole({ ranges: [[0, 68], at(0), at(1)], append: await written(big(0, 4)) }, "backup of three chunks"),
    ),
    one("with more items than fit", "Damaged", await written(big(128, 4))),
    one("with a million and one items", "Damaged", await written(big(1_000_001, 4))),
    one("with an item beyond its end", "Damaged", await written(big(1, 4), big(505, 4))),
    one("with an item of 2 GiB", "Damaged", await written(big(1, 4), big(2 ** 31, 4))),
    one("with something behind its items", "Damaged", await written(big(0, 4), text("x"))),
  ];
};

const local = (known: Known): readonly Negative[] => {
  const input = known("local drafts");
  const one = (name: string, fault: string, box: unknown, more: Input = {}): Negative => ({
    name: `local ${name}`,
    kind: "local",
    fault,
    in: { epochKey: input["epochKey"], store: "drafts", name: "ask", box, ...more },
  });
  const whole = (more: Input) => ({ of: "local drafts", field: "box", ...more });
  return [
    one("under another name", "BadTag", whole({}), { name: "other" }),
    one("in another store", "BadTag", whole({}), { store: "outbox" }),
    one("with its prefix changed", "BadMagic", whole({ flip: [[6, 1]] })),
    one("with its nonce changed", "BadTag", whole({ flip: [[8, 1]] })),
    one("with its ciphertext changed", "BadTag", whole({ flip: [[32, 1]] })),
    one("cut short", "TooShort", whole({ ranges: [[0, 559]] })),
  ];
};

const custody = (): readonly Negative[] => {
  const one = (name: string, fault: string, bytes: unknown): Negative => ({
    name: `custody ${name}`,
    kind: "custody",
    fault,
    in: { bytes },
  });
  const whole = (more: Input, of = "custody of three epochs") => ({ of, field: "bytes", ...more });
  return [
    one("with another magic", "BadMagic", whole({ flip: [[0, 1]] })),
    one("of an unknown version", "UnknownVersion", whole({ flip: [[4, 3]] })),
    one("of an unknown suite", "UnknownSuite", whole({ flip: [[5, 3]] })),
    one("of an unknown kind", "UnknownType", whole({ flip: [[6, 4]] })),
    one("with a flag", "UnknownFlags", whole({ flip: [[7, 1]] })),
    one("cut short", "BadShape", whole({ ranges: [[0, 200]] })),
    one("with a byte more", "BadShape", whole({ append: "0x00" })),
    one("without epochs", "BadShape", whole({ ranges: [[0, 120]], append: "0x00000000" })),
    one("with epochs out of order", "BadShape", whole({ set: [[160, "0x00000001"]] })),
    one("of an owner, too long", "BadShape", whole({ append: "0x00" }, "custody of the owner")),
    one("of nothing", "TooShort", "0x"),
  ];
};

const texts = (): readonly Negative[] => {
  const batch = (name: string, fault: string, json: string): Negative => ({
    name: `batch ${name}`,
    kind: "batch",
    fault,
    in: { body: textFrom(text(json)) },
  });
  const device = "0".repeat(32);
  const hash = "0".repeat(64);
  const fragment = (name: string, fault: string, given: string): Negative => ({
    name: `fragment ${name}`,
    kind: "fragment",
    fault,
    in: { fragment: given },
  });
  const words = (name: string, fault: string, given: string): Negative => ({
    name: `words ${name}`,
    kind: "words",
    fault,
    in: { words: given },
  });
  return [
    batch("without events", "BadShape", `{"seen":{},"events":[]}`),
    batch("without a vector", "BadShape", `{"events":[{}]}`),
    batch("with a further field", "BadShape", `{"seen":{},"events":[{}],"more":1}`),
    batch("of sixty-five", "BadShape", `{"seen":{},"events":[${Array.from({ length: 65 }, () => "{}").join()}]}`),
    batch("with an event that is a list", "BadShape", `{"seen":{},"events":[[]]}`),
    batch("with a prototype", "BadShape", `{"seen":{"__proto__":[1,"${hash}"]},"events":[{}]}`),
    batch("with a seq of 0", "BadShape", `{"seen":{"${device}":[0,"${hash}"]},"events":[{}]}`),
    batch("with a short hash", "BadShape", `{"seen":{"${device}":[1,"ab"]},"events":[{}]}`),
    batch("with a device in capitals", "BadShape", `{"seen":{"${"A".repeat(32)}":[1,"${hash}"]},"events":[{}]}`),
    batch("too deep", "TooDeep", `{"seen":{},"events":[{"b":${"[".repeat(30)}${"]".repeat(30)}}]}`),
    batch("cut short", "BadText", `{"seen":{},"events":[{`),
    batch("behind a byte order mark", "BadText", `\ufeff{"seen":{},"events":[{}]}`),
    { name: "batch that is no UTF-8", kind: "batch", fault: "BadText", in: { body: "0x7bff7d" } },
    { name: "batch oversize", kind: "batch", fault: "TooLong", in: { body: { fill: "0x20", length: 262_141 } } },
    fragment("of nothing", "NoSecret", ""),
    fragment("a letter short", "NoSecret", `#1${"A".repeat(42)}`),
    fragment("a letter long", "NoSecret", `#1${"A".repeat(44)}`),
    fragment("with stray bits", "NoSecret", `#1${"A".repeat(42)}B`),
    fragment("with another alphabet", "NoSecret", `#1${"A".repeat(42)}+`),
    fragment("of version 2", "NewerLink", `#2${"A".repeat(43)}`),
    words("eleven", "WrongCount", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"),
    words("with a stranger", "UnknownWord", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo belay"),
    words("with a wrong checksum", "BadChecksum", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo"),
  ];
};

const frames = (): readonly Negative[] => {
  const one = (name: string, fault: string, bytes: unknown): Negative => ({
    name: `frame ${name}`,
    kind: "frame",
    fault,
    in: { bytes },
  });
  const whole = (of: string, more: Input) => ({ of, field: "bytes", ...more });
  return [
    one("of nothing", "TooShort", "0x"),
    one("of an unknown version", "UnknownVersion", whole("frame ack 9", { flip: [[0, 3]] })),
    one("of an unknown kind", "UnknownKind", whole("frame ack 9", { set: [[1, "0x77"]] })),
    one("cut short", "BadShape", whole("frame create 7", { ranges: [[0, 200]] })),
    one("with a byte more", "BadShape", whole("frame hello 2", { append: "0x00" })),
    one("append of nothing", "BadShape", "0x0112000000010000"),
    one("append that counts too many", "BadShape", whole("frame append 3", { set: [[6, "0x0003"]] })),
    one("append of a short envelope", "BadShape", whole("frame append 3", { set: [[8, "0x000002ef"]] })),
    one("page with a strange flag", "BadShape", whole("frame page 10", { set: [[6, "0x02"]] })),
    one("refused without a reason", "BadShape", whole("frame refused 12", { set: [[6, "0x00"]] })),
    one("refused for no known reason", "BadShape", whole("frame refused 12", { set: [[6, "0x09"]] })),
    one("welcome that counts too many", "BadShape", whole("frame welcome 8", { set: [[14, "0x0003"]] })),
    one("ack above 2^53 - 1", "BadShape", whole("frame ack 9", { set: [[6, "0x0020000000000000"]] })),
    one("erase from before the first", "BadShape", whole("frame erase 16", { set: [[22, "0x0000000000000000"]] })),
    one("erase upside down", "BadShape", whole("frame erase 16", { set: [[30, "0x0000000000000001"]] })),
    one("oversize", "TooLong", { fill: "0x01", length: 1_048_577 }),
  ];
};

/** Everything that is no envelope. */
export const storedNegatives = async (known: Known): Promise<readonly Negative[]> => [
  ...(await asks(known)),
  ...(await sharesWrong(known)),
  ...(await replies(known)),
  ...(await backups(known)),
  ...local(known),
  ...custody(),
  ...texts(),
  ...frames(),
];
