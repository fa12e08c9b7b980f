/** The shipped implementation, as the vectors see it. */
import {
  askFragment,
  askKeys,
  asSecret,
  checkWords,
  custodyAad,
  derive,
  deviceFrom,
  labels,
  localKey,
  newRecoveryWords,
  newReplyKey,
  openAsk,
  openBackup,
  openEnvelope,
  openLocal,
  openReply,
  openShare,
  ownerFrom,
  packCustody,
  parseAskFragment,
  parseWords,
  proofHash,
  rootOf,
  sealAsk,
  sealBackup,
  sealEnvelope,
  sealLocal,
  sealReply,
  sealShare,
  shareKeys,
  shareWords,
  signDelete,
  signHello,
  signRotate,
  unpackCustody,
  vaultIdOf,
  vaultKeys,
  vectorHash,
  verify,
  wordsEntropy,
  type Custody,
} from "@belay/vault";
import {
  decodeBatch,
  decodeFrame,
  deleteMessage,
  encodeBatch,
  encodeFrame,
  envelopeTypes,
  helloMessage,
  rotateMessage,
  type EnvelopeType,
  type Frame,
  type Seen,
} from "@belay/wire";
import type { Result } from "@belay/basics";
import type { Implementation, Opened } from "./run.ts";
import { scripted, vaultMakers, vaultOpeners } from "./shipped-vault.ts";
import {
  asValue,
  bytesListOf,
  bytesOf,
  fieldsListOf,
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  textListOf,
  textOf,
  type Fields,
  type Value,
} from "./values.ts";

type Tagged = { readonly type: string };

const value = <T>(result: Result<T, Tagged>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const opened = <T>(result: Result<T, Tagged>, show: (inside: T) => Value): Opened =>
  result.ok ? { opened: show(result.value) } : { refused: result.error.type };
const truth = (right: boolean, shown: Value): Opened => (right ? { opened: shown } : { refused: "BadSignature" });

const keysOf = (fields: Fields) => vaultKeys(asSecret(bytesOf(fields, "epochKey")));
const typeOf = (fields: Fields): EnvelopeType => {
  const type = envelopeTypes.find((name) => name === fields["type"]);
  if (type === undefined) throw new Error("no type");
  return type;
};
const seenOf = (fields: Fields): Seen =>
  Object.fromEntries(
    Object.entries(fieldsOf(fields, "seen")).map(([device, link]) => {
      const [seq, hash] = Array.isArray(link) ? link : [];
      if (typeof seq !== "number" || typeof hash !== "string") throw new Error("no link");
      return [device, [seq, hash] as const];
    }),
  );

const custodyOf = (fields: Fields): Custody => {
  if (fields["kind"] === "owner") {
    const owner = ownerFrom(bytesOf(fields, "secret"));
    const words = fields["recovery"];
    return words instanceof Uint8Array ? { kind: "owner", owner, recovery: asSecret(words) } : { kind: "owner", owner };
  }
  return {
    kind: "daily",
    ownerPub: bytesOf(fields, "ownerPub"),
    device: deviceFrom(bytesOf(fields, "deviceId"), bytesOf(fields, "signSeed"), bytesOf(fields, "agreeSecret")),
    epochs: fieldsListOf(fields, "epochs").map((one) => ({
      epoch: numberOf(one, "epoch"),
      key: asSecret(bytesOf(one, "key")),
    })),
  };
};
const showCustody = (custody: Custody): Value => {
  if (custody.kind === "owner") {
    const words = custody.recovery === undefined ? {} : { recovery: custody.recovery.expose() };
    return { kind: "owner", secret: custody.owner.secret.expose(), ...words };
  }
  const { device, ownerPub, epochs } = custody;
  return {
    kind: "daily",
    ownerPub,
    deviceId: device.id,
    signSeed: device.sign.seed.expose(),
    agreeSecret: device.agree.secret.expose(),
    epochs: epochs.map(({ epoch, key }) => ({ epoch, key: key.expose() })),
  };
};

/** A frame is checked by being read back, so that nothing is taken on the file's word. */
const isFrame = (fields: Value): fields is Fields & Frame =>
  isFields(fields) && typeof fields["kind"] === "string" && typeof fields["ref"] === "number";
const frameOf = (fields: Fields): Frame => {
  const frame = fields["frame"];
  if (frame === undefined || !isFrame(frame)) throw new Error("no frame");
  return frame;
};

const makeEnvelope = (input: Fields): Fields => {
  const device = deviceFrom(bytesOf(input, "deviceId"), bytesOf(input, "signSeed"), bytesOf(input, "signSeed"));
  const sealed = value(
    sealEnvelope(
      {
        type: typeOf(input),
        vaultId: bytesOf(input, "vaultId"),
        epoch: numberOf(input, "epoch"),
        device,
        seq: numberOf(input, "seq"),
        prevHash: bytesOf(input, "prevHash"),
        body: bytesOf(input, "body"),
      },
      keysOf(input),
      scripted(bytesOf(input, "salt"), bytesOf(input, "nonce")),
    ),
  );
  return { envelope: sealed.envelope, hash: sealed.hash, devicePub: device.sign.publicKey };
};

const makeAsk = (input: Fields): Fields => {
  const secret = asSecret(bytesOf(input, "secret"));
  const keys = askKeys(secret);
  return {
    id: keys.id,
    readProof: keys.readProof,
    replyProof: keys.replyProof,
    psk: keys.psk.expose(),
    readHash: proofHash(keys.readProof),
    replyHash: proofHash(keys.replyProof),
    body: value(sealAsk(secret, bytesOf(input, "plain"), scripted(bytesOf(input, "salt"), bytesOf(input, "nonce")))),
  };
};

const makeShare = (input: Fields): Fields => {
  const secret = asSecret(bytesOf(input, "secret"));
  const { id, readProof } = shareKeys(secret);
  const random = scripted(bytesOf(input, "salt"), bytesOf(input, "nonce"));
  return {
    id,
    readProof,
    readHash: proofHash(readProof),
    words: shareWords(secret).join(" "),
    body: value(sealShare(secret, bytesOf(input, "plain"), random)),
  };
};

const replyTo = (input: Fields, pk: Uint8Array): Result<Uint8Array, Tagged> =>
  sealReply(
    asSecret(bytesOf(input, "secret")),
    pk,
    bytesOf(input, "replyId"),
    bytesOf(input, "plain"),
    scripted(bytesOf(input, "ikm")),
  );

const makeReply = (input: Fields): Fields => {
  const { pk } = newReplyKey(scripted(bytesOf(input, "replySk")));
  return { replyPub: pk, body: value(replyTo(input, pk)) };
};

const makers: Readonly<Record<string, (input: Fields) => Fields | Promise<Fields>>> = {
  ...vaultMakers,
  hkdf: (input) => {
    const label = Object.values(labels).find((name) => name === input["label"]);
    if (label === undefined) throw new Error("no label");
    return {
      okm: derive(rootOf(bytesOf(input, "secret")), label, numberOf(input, "length"), ...bytesListOf(input, "context")),
    };
  },
  owner: (input) => {
    const { ownerPub, vaultId } = ownerFrom(bytesOf(input, "secret"));
    return { ownerPub, vaultId };
  },
  epoch: (input) => {
    const keys = keysOf(input);
    return {
      writePub: keys.write.publicKey,
      local: textListOf(input, "stores").map((store) => localKey(keys, store)),
    };
  },
  envelope: makeEnvelope,
  batch: (input) => ({
    body: value(
      encodeBatch({ seen: seenOf(fieldsOf(input, "batch")), events: listOf(fieldsOf(input, "batch"), "events") }),
    ),
  }),
  vector: (input) => {
    const hash = value(vectorHash(bytesOf(input, "vaultId"), seenOf(input)));
    return { hash, words: checkWords(hash).join(" ") };
  },
  custody: (input) => {
    const custody = custodyOf(fieldsOf(input, "custody"));
    return { bytes: packCustody(custody), aad: custodyAad(custody.kind) };
  },
  ask: makeAsk,
  share: makeShare,
  reply: makeReply,
  fragment: (input) => ({ fragment: askFragment(asSecret(bytesOf(input, "secret"))) }),
  words: (input) => ({ words: newRecoveryWords(scripted(bytesOf(input, "entropy"))).join(" ") }),
  backup: (input) => ({
    file: value(
      sealBackup(
        bytesListOf(input, "items"),
        textOf(input, "words").split(" "),
        scripted(bytesOf(input, "salt"), ...bytesListOf(input, "nonces")),
      ),
    ),
  }),
  local: (input) => ({
    box: value(
      sealLocal(
        keysOf(input),
        { store: textOf(input, "store"), name: textOf(input, "name") },
        bytesOf(input, "plain"),
        scripted(bytesOf(input, "nonce")),
      ),
    ),
  }),
  hello: (input) => {
    const keys = keysOf(input);
    return {
      writePub: keys.write.publicKey,
      sig: signHello(keys, textOf(input, "origin"), bytesOf(input, "vaultId"), bytesOf(input, "nonce")),
    };
  },
  rotate: (input) => {
    const owner = ownerFrom(bytesOf(input, "ownerSecret"));
    return {
      ownerPub: owner.ownerPub,
      vaultId: owner.vaultId,
      sig: signRotate(owner, numberOf(input, "epoch"), bytesOf(input, "writePub")),
    };
  },
  delete: (input) => {
    const owner = ownerFrom(bytesOf(input, "ownerSecret"));
    return {
      ownerPub: owner.ownerPub,
      vaultId: owner.vaultId,
      sig: signDelete(owner, textOf(input, "origin"), bytesOf(input, "nonce")),
    };
  },
  frame: (input) => ({ bytes: encodeFrame(frameOf(input)) }),
};

/** The link before it: as the file says, or the one the vector itself was sealed after. */
const prevOf = (fields: Fields) => {
  if (isFields(fields["prev"]))
    return { seq: numberOf(fieldsOf(fields, "prev"), "seq"), hash: bytesOf(fieldsOf(fields, "prev"), "hash") };
  return { seq: numberOf(fields, "seq") - 1, hash: bytesOf(fields, "prevHash") };
};

const openers: Readonly<Record<string, (fields: Fields) => Opened>> = {
  ...vaultOpeners,
  envelope: (fields) => {
    const epoch = numberOf(fields, "epoch");
    const cut = fields["cut"];
    return opened(
      openEnvelope(bytesOf(fields, "envelope"), {
        vaultId: bytesOf(fields, "vaultId"),
        keyOfEpoch: (asked) => (asked === epoch ? keysOf(fields) : null),
        devicePub: bytesOf(fields, "devicePub"),
        verifySignature: true,
        prev: prevOf(fields),
        ...(isFields(cut) ? { cut: { epoch: numberOf(cut, "epoch"), seq: numberOf(cut, "seq") } } : {}),
      }),
      ({ body }) => body,
    );
  },
  batch: (fields) => opened(decodeBatch(bytesOf(fields, "body")), asValue),
  share: (fields) => opened(openShare(asSecret(bytesOf(fields, "secret")), bytesOf(fields, "body")), (plain) => plain),
  ask: (fields) => opened(openAsk(asSecret(bytesOf(fields, "secret")), bytesOf(fields, "body")), (plain) => plain),
  reply: (fields) =>
    opened(
      openReply(
        asSecret(bytesOf(fields, "secret")),
        asSecret(bytesOf(fields, "replySk")),
        bytesOf(fields, "replyId"),
        bytesOf(fields, "body"),
      ),
      (plain) => plain,
    ),
  "reply-to": (fields) => opened(replyTo(fields, bytesOf(fields, "replyPub")), (body) => body),
  backup: (fields) => opened(openBackup(bytesOf(fields, "file"), textOf(fields, "words").split(" ")), (items) => items),
  custody: (fields) => opened(unpackCustody(bytesOf(fields, "bytes")), showCustody),
  local: (fields) =>
    opened(
      openLocal(
        keysOf(fields),
        { store: textOf(fields, "store"), name: textOf(fields, "name") },
        bytesOf(fields, "box"),
      ),
      (plain) => plain,
    ),
  fragment: (fields) => opened(parseAskFragment(textOf(fields, "fragment")), (secret) => secret.expose()),
  words: (fields) => opened(parseWords(textOf(fields, "words")), (words) => wordsEntropy(words)),
  frame: (fields) => opened(decodeFrame(bytesOf(fields, "bytes")), asValue),
  verify: (fields) =>
    truth(verify(bytesOf(fields, "publicKey"), bytesOf(fields, "message"), bytesOf(fields, "sig")), true),
  hello: (fields) =>
    truth(
      verify(
        bytesOf(fields, "writePub"),
        helloMessage(textOf(fields, "origin"), bytesOf(fields, "vaultId"), bytesOf(fields, "nonce")),
        bytesOf(fields, "sig"),
      ),
      textOf(fields, "origin"),
    ),
  rotate: (fields) =>
    truth(
      verify(
        bytesOf(fields, "ownerPub"),
        rotateMessage(vaultIdOf(bytesOf(fields, "ownerPub")), numberOf(fields, "epoch"), bytesOf(fields, "writePub")),
        bytesOf(fields, "sig"),
      ),
      numberOf(fields, "epoch"),
    ),
  delete: (fields) =>
    truth(
      verify(
        bytesOf(fields, "ownerPub"),
        deleteMessage(textOf(fields, "origin"), vaultIdOf(bytesOf(fields, "ownerPub")), bytesOf(fields, "nonce")),
        bytesOf(fields, "sig"),
      ),
      textOf(fields, "origin"),
    ),
};

const known = <T>(table: Readonly<Record<string, T>>, kind: string): T => {
  const entry = table[kind];
  if (entry === undefined) throw new Error(`there is no kind ${kind}`);
  return entry;
};

/** What the app, the worker and the answer page really run. */
export const shipped: Implementation = {
  name: "shipped",
  make: async (kind, input) => known(makers, kind)(input),
  open: async (kind, fields) => known(openers, kind)(fields),
};
