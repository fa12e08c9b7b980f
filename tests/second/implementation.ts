/** The second implementation, as the vectors see it. */
import type { Implementation, Opened } from "../vectors/run.ts";
import {
  asValue,
  bytesListOf,
  bytesOf,
  fieldsListOf,
  fieldsOf,
  isFields,
  join,
  listOf,
  numberOf,
  textListOf,
  textOf,
  type Fields,
} from "../vectors/values.ts";
import {
  makeBatch,
  makeFragment,
  makeFrame,
  makeWords,
  readBatch,
  readFragment,
  readFrame,
  readWords,
  vectorHash,
  wordsFrom,
} from "./plain.ts";
import { big, edPublic, edSign, edVerify, labelled, sha256, text, xPublic } from "./primitives.ts";
import {
  askParts,
  makeAsk,
  makeShare,
  makeEnvelope,
  makeLocal,
  makeReply,
  openAsk,
  openShare,
  shareParts,
  openEnvelope,
  openLocal,
  openReply,
  types,
  type EnvelopeInput,
  type Result,
} from "./sealed.ts";
import {
  custodyAad,
  makeBackup,
  makeCustody,
  openBackup,
  ownerOf,
  readCustody,
  vaultIdOf,
  type Custody,
} from "./stored.ts";
import { vaultMakers, vaultOpeners } from "./vault.ts";

const shown = (result: Result): Opened => ("plain" in result ? { opened: result.plain } : { refused: result.why });
const truth = (right: boolean, value: string | number | boolean): Opened =>
  right ? { opened: value } : { refused: "signature" };

/** What is signed for the relay, built here once more. */
const origin = (purpose: string, where: string, vaultId: Uint8Array, nonce: Uint8Array): Uint8Array =>
  join(text(purpose), big(text(where).length, 4), text(where), vaultId, nonce);
const rotation = (vaultId: Uint8Array, epoch: number, writePub: Uint8Array): Uint8Array =>
  join(text("rotate/1"), vaultId, big(epoch, 4), writePub);

const envelopeInput = (fields: Fields): EnvelopeInput => ({
  type: types[textOf(fields, "type")] ?? 0,
  vaultId: bytesOf(fields, "vaultId"),
  epoch: numberOf(fields, "epoch"),
  epochKey: bytesOf(fields, "epochKey"),
  deviceId: bytesOf(fields, "deviceId"),
  signSeed: bytesOf(fields, "signSeed"),
  seq: numberOf(fields, "seq"),
  prevHash: bytesOf(fields, "prevHash"),
  salt: bytesOf(fields, "salt"),
  nonce: bytesOf(fields, "nonce"),
});

const custodyIn = (fields: Fields): Custody =>
  fields["kind"] === "owner"
    ? {
        kind: "owner",
        secret: bytesOf(fields, "secret"),
        ...(fields["recovery"] === undefined ? {} : { recovery: bytesOf(fields, "recovery") }),
      }
    : {
        kind: "daily",
        ownerPub: bytesOf(fields, "ownerPub"),
        deviceId: bytesOf(fields, "deviceId"),
        signSeed: bytesOf(fields, "signSeed"),
        agreeSecret: bytesOf(fields, "agreeSecret"),
        epochs: fieldsListOf(fields, "epochs").map((one) => ({
          epoch: numberOf(one, "epoch"),
          key: bytesOf(one, "key"),
        })),
      };

const makers: Readonly<Record<string, (input: Fields) => Promise<Fields>>> = {
  ...vaultMakers,
  hkdf: async (input) => ({
    okm: await labelled(
      bytesOf(input, "secret"),
      textOf(input, "label"),
      numberOf(input, "length"),
      ...bytesListOf(input, "context"),
    ),
  }),
  owner: async (input) => {
    const { ownerPub, vaultId } = await ownerOf(bytesOf(input, "secret"));
    return { ownerPub, vaultId };
  },
  epoch: async (input) => {
    const key = bytesOf(input, "epochKey");
    const local = await Promise.all(
      textListOf(input, "stores").map((store) => labelled(key, "local", 32, text(store))),
    );
    return { writePub: await edPublic(await labelled(key, "write", 32)), local };
  },
  envelope: (input) => makeEnvelope(envelopeInput(input), bytesOf(input, "body")),
  batch: async (input) => ({
    body: makeBatch(fieldsOf(fieldsOf(input, "batch"), "seen"), listOf(fieldsOf(input, "batch"), "events")),
  }),
  vector: (input) =>
    vectorHash(bytesOf(input, "vaultId"), fieldsOf(input, "seen")).then(({ hash, words }) => ({ hash, words })),
  custody: async (input) => {
    const custody = custodyIn(fieldsOf(input, "custody"));
    return { bytes: makeCustody(custody), aad: custodyAad(custody.kind) };
  },
  ask: async (input) => {
    const { id, readProof, replyProof, psk } = await askParts(bytesOf(input, "secret"));
    const body = await makeAsk(
      bytesOf(input, "secret"),
      bytesOf(input, "salt"),
      bytesOf(input, "nonce"),
      bytesOf(input, "plain"),
    );
    return {
      id,
      readProof,
      replyProof,
      psk,
      readHash: await sha256(readProof),
      replyHash: await sha256(replyProof),
      body,
    };
  },
  share: async (input) => {
    const { id, readProof, words } = await shareParts(bytesOf(input, "secret"));
    const body = await makeShare(
      bytesOf(input, "secret"),
      bytesOf(input, "salt"),
      bytesOf(input, "nonce"),
      bytesOf(input, "plain"),
    );
    return { id, readProof, readHash: await sha256(readProof), words: wordsFrom(words, 6), body };
  },
  reply: async (input) => {
    const replyPub = await xPublic(bytesOf(input, "replySk"));
    const body = await makeReply(
      bytesOf(input, "secret"),
      replyPub,
      bytesOf(input, "replyId"),
      bytesOf(input, "ikm"),
      bytesOf(input, "plain"),
    );
    return { replyPub, body };
  },
  fragment: async (input) => ({ fragment: await makeFragment(bytesOf(input, "secret")) }),
  words: async (input) => ({ words: await makeWords(bytesOf(input, "entropy")) }),
  backup: async (input) => ({
    file: await makeBackup(
      bytesListOf(input, "items"),
      textOf(input, "words"),
      bytesOf(input, "salt"),
      bytesListOf(input, "nonces"),
    ),
  }),
  local: async (input) => ({
    box: await makeLocal(
      bytesOf(input, "epochKey"),
      textOf(input, "store"),
      textOf(input, "name"),
      bytesOf(input, "nonce"),
      bytesOf(input, "plain"),
    ),
  }),
  hello: async (input) => {
    const seed = await labelled(bytesOf(input, "epochKey"), "write", 32);
    const message = origin("relay-auth/1", textOf(input, "origin"), bytesOf(input, "vaultId"), bytesOf(input, "nonce"));
    return { writePub: await edPublic(seed), sig: await edSign(seed, message) };
  },
  rotate: async (input) => {
    const { seed, ownerPub, vaultId } = await ownerOf(bytesOf(input, "ownerSecret"));
    return {
      ownerPub,
      vaultId,
      sig: await edSign(seed, rotation(vaultId, numberOf(input, "epoch"), bytesOf(input, "writePub"))),
    };
  },
  delete: async (input) => {
    const { seed, ownerPub, vaultId } = await ownerOf(bytesOf(input, "ownerSecret"));
    return {
      ownerPub,
      vaultId,
      sig: await edSign(seed, origin("delete/1", textOf(input, "origin"), vaultId, bytesOf(input, "nonce"))),
    };
  },
  frame: async (input) => ({ bytes: makeFrame(fieldsOf(input, "frame")) }),
};

const linkOf = (fields: Fields): { readonly seq: number; readonly hash: Uint8Array } => {
  const prev = fields["prev"];
  if (isFields(prev)) return { seq: numberOf(prev, "seq"), hash: bytesOf(prev, "hash") };
  return { seq: numberOf(fields, "seq") - 1, hash: bytesOf(fields, "prevHash") };
};

const openers: Readonly<Record<string, (fields: Fields) => Promise<Opened>>> = {
  ...vaultOpeners,
  envelope: async (fields) => {
    const cut = fields["cut"];
    return shown(
      await openEnvelope(bytesOf(fields, "envelope"), {
        vaultId: bytesOf(fields, "vaultId"),
        epoch: numberOf(fields, "epoch"),
        epochKey: bytesOf(fields, "epochKey"),
        devicePub: bytesOf(fields, "devicePub"),
        prev: linkOf(fields),
        cut: isFields(cut) ? { epoch: numberOf(cut, "epoch"), seq: numberOf(cut, "seq") } : null,
      }),
    );
  },
  batch: async (fields) => {
    const read = readBatch(bytesOf(fields, "body"));
    return "value" in read ? { opened: asValue(read.value) } : { refused: read.why };
  },
  share: async (fields) => shown(await openShare(bytesOf(fields, "secret"), bytesOf(fields, "body"))),
  ask: async (fields) => shown(await openAsk(bytesOf(fields, "secret"), bytesOf(fields, "body"))),
  reply: async (fields) =>
    shown(
      await openReply(
        bytesOf(fields, "secret"),
        bytesOf(fields, "replySk"),
        bytesOf(fields, "replyId"),
        bytesOf(fields, "body"),
      ),
    ),
  "reply-to": async (fields) => {
    const body = await makeReply(
      bytesOf(fields, "secret"),
      bytesOf(fields, "replyPub"),
      bytesOf(fields, "replyId"),
      bytesOf(fields, "ikm"),
      bytesOf(fields, "plain"),
    );
    return body === null ? { refused: "key" } : { opened: body };
  },
  backup: async (fields) => {
    const read = await openBackup(bytesOf(fields, "file"), textOf(fields, "words"));
    return "items" in read ? { opened: read.items } : { refused: read.why };
  },
  custody: async (fields) => {
    const read = readCustody(bytesOf(fields, "bytes"));
    return typeof read === "string" ? { refused: read } : { opened: asValue(read) };
  },
  local: async (fields) =>
    shown(
      await openLocal(
        bytesOf(fields, "epochKey"),
        textOf(fields, "store"),
        textOf(fields, "name"),
        bytesOf(fields, "box"),
      ),
    ),
  fragment: async (fields) => {
    const read = await readFragment(textOf(fields, "fragment"));
    return "value" in read ? { opened: read.value } : { refused: read.why };
  },
  words: async (fields) => {
    const read = await readWords(textOf(fields, "words"));
    return "value" in read ? { opened: read.value } : { refused: read.why };
  },
  frame: async (fields) => {
    const read = readFrame(bytesOf(fields, "bytes"));
    return "value" in read ? { opened: asValue(read.value) } : { refused: read.why };
  },
  verify: async (fields) =>
    truth(await edVerify(bytesOf(fields, "publicKey"), bytesOf(fields, "message"), bytesOf(fields, "sig")), true),
  hello: async (fields) => {
    const message = origin(
      "relay-auth/1",
      textOf(fields, "origin"),
      bytesOf(fields, "vaultId"),
      bytesOf(fields, "nonce"),
    );
    return truth(
      await edVerify(bytesOf(fields, "writePub"), message, bytesOf(fields, "sig")),
      textOf(fields, "origin"),
    );
  },
  rotate: async (fields) => {
    const message = rotation(
      await vaultIdOf(bytesOf(fields, "ownerPub")),
      numberOf(fields, "epoch"),
      bytesOf(fields, "writePub"),
    );
    return truth(
      await edVerify(bytesOf(fields, "ownerPub"), message, bytesOf(fields, "sig")),
      numberOf(fields, "epoch"),
    );
  },
  delete: async (fields) => {
    const message = origin(
      "delete/1",
      textOf(fields, "origin"),
      await vaultIdOf(bytesOf(fields, "ownerPub")),
      bytesOf(fields, "nonce"),
    );
    return truth(
      await edVerify(bytesOf(fields, "ownerPub"), message, bytesOf(fields, "sig")),
      textOf(fields, "origin"),
    );
  },
};

const known = <T>(table: Readonly<Record<string, T>>, kind: string): T => {
  const entry = table[kind];
  if (entry === undefined) throw new Error(`there is no kind ${kind}`);
  return entry;
};

/** Written from the protocol alone, over WebCrypto, libsodium and an HPKE package. */
export const second: Implementation = {
  name: "second",
  make: (kind, input) => known(makers, kind)(input),
  open: (kind, fields) => known(openers, kind)(fields),
};
