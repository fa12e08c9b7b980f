/** Turns frames into bytes and back: `version(1)=1 kind(1) ref(4) payload`, big-endian. */
import { assertNever, err, ok, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { frameKinds, refusals, type ChainHead, type Frame, type FrameKind, type PageEntry } from "./frames.ts";
import { envelopeMax, envelopeMin, frameMax } from "./limits.ts";
import { reader, type Reader } from "./reader.ts";
import { written, type Sink } from "./writer.ts";

const frameVersion = 1;

const sized = (to: Sink, bytes: Uint8Array): void => {
  to.number(bytes.length, 4);
  to.bytes(bytes);
};

const layEntries = (to: Sink, more: boolean, entries: readonly PageEntry[]): void => {
  to.number(more ? 1 : 0, 1);
  to.number(entries.length, 2);
  for (const { at, envelope } of entries) {
    to.number(at, 8);
    sized(to, envelope);
  }
};

const layHeads = (to: Sink, devices: readonly ChainHead[]): void => {
  to.number(devices.length, 2);
  for (const { deviceId, seq } of devices) {
    to.bytes(deviceId);
    to.number(seq, 8);
  }
};

const layPayload = (to: Sink, frame: Frame): void => {
  switch (frame.kind) {
    case "challenge":
      return to.bytes(frame.nonce);
    case "welcome":
      to.number(frame.head, 8);
      return layHeads(to, frame.devices);
    case "ack":
      return to.number(frame.head, 8);
    case "page":
    case "news":
      return layEntries(to, frame.more, frame.entries);
    case "refused":
      to.number(refusals.indexOf(frame.code) + 1, 1);
      return to.number(frame.retryAfterMs, 4);
    case "hello":
      to.number(frame.epoch, 4);
      return to.bytes(frame.sig);
    case "append":
      to.number(frame.envelopes.length, 2);
      for (const each of frame.envelopes) sized(to, each);
      return undefined;
    case "pull":
      to.number(frame.after, 8);
      return to.number(frame.maxBytes, 4);
    case "delete":
      return to.bytes(frame.ownerSig);
    case "rotate":
      to.number(frame.epoch, 4);
      to.bytes(frame.writePub);
      return to.bytes(frame.ownerSig);
    case "create":
      to.bytes(frame.ownerPub);
      to.number(frame.epoch, 4);
      return [frame.writePub, frame.ownerSig, frame.helloSig].forEach(to.bytes);
    case "erase":
      to.bytes(frame.deviceId);
      to.number(frame.from, 8);
      return to.number(frame.to, 8);
    case "watch":
      to.bytes(frame.id);
      return to.bytes(frame.proof);
    case "notice":
      return to.number(frame.count, 2);
    default:
      return assertNever(frame);
  }
};

/** The bytes of a frame. More than one message holds (1 MiB) is our bug and throws: split pages before. */
export const encodeFrame = (frame: Frame): Uint8Array => {
  const bytes = written((to) => {
    to.number(frameVersion, 1);
    to.number(frameKinds[frame.kind], 1);
    to.number(frame.ref, 4);
    layPayload(to, frame);
  });
  if (bytes.length > frameMax) throw new Error(`frame of ${bytes.length} bytes`);
  return bytes;
};

/** Reads `count` parts, or stops at the first that is none or runs over, so that a hostile count costs nothing. */
const many = <T>(source: Reader, count: number, part: () => T | null): readonly T[] | null => {
  const parts: T[] = [];
  while (parts.length < count) {
    const one = part();
    if (one === null || source.failed()) return null;
    parts.push(one);
  }
  return parts;
};

/** A length-prefixed envelope; a length that no envelope has reads as a refusal. */
const envelope = (source: Reader): Uint8Array | null => {
  const length = source.u32();
  return length < envelopeMin || length > envelopeMax ? null : source.bytes(length);
};

type Body = { readonly [K in FrameKind]: Omit<Extract<Frame, { kind: K }>, "ref"> }[FrameKind];

const pageFrom = (kind: "page" | "news", source: Reader): Body | null => {
  const more = source.u8();
  const entries = many(source, source.u16(), (): PageEntry | null => {
    const [at, bytes] = [source.u64(), envelope(source)];
    return bytes === null ? null : { at, envelope: bytes };
  });
  return more > 1 || entries === null ? null : { kind, more: more === 1, entries };
};

const appendFrom = (source: Reader): Body | null => {
  const envelopes = many(source, source.u16(), () => envelope(source));
  return envelopes === null || envelopes.length < 1 ? null : { kind: "append", envelopes };
};

const refusedFrom = (source: Reader): Body | null => {
  const code = refusals[source.u8() - 1];
  return code === undefined ? null : { kind: "refused", code, retryAfterMs: source.u32() };
};

/** A range that is empty, upside down or before the first number is none. */
const eraseFrom = (source: Reader): Body | null => {
  const [deviceId, from, to] = [source.bytes(16), source.u64(), source.u64()];
  return from < 1 || to < from ? null : { kind: "erase", deviceId, from, to };
};

const headFrom = (source: Reader): ChainHead => ({ deviceId: source.bytes(16), seq: source.u64() });

const welcomeFrom = (source: Reader): Body | null => {
  const head = source.u64();
  const devices = many(source, source.u16(), () => headFrom(source));
  return devices === null ? null : { kind: "welcome", head, devices };
};

const bodyFrom = (kind: FrameKind, source: Reader): Body | null => {
  switch (kind) {
    case "challenge":
      return { kind, nonce: source.bytes(32) };
    case "welcome":
      return welcomeFrom(source);
    case "ack":
      return { kind, head: source.u64() };
    case "page":
    case "news":
      return pageFrom(kind, source);
    case "refused":
      return refusedFrom(source);
    case "hello":
      return { kind, epoch: source.u32(), sig: source.bytes(64) };
    case "append":
      return appendFrom(source);
    case "pull":
      return { kind, after: source.u64(), maxBytes: source.u32() };
    case "delete":
      return { kind, ownerSig: source.bytes(64) };
    case "rotate":
      return { kind, epoch: source.u32(), writePub: source.bytes(32), ownerSig: source.bytes(64) };
    case "create":
      return {
        kind,
        ownerPub: source.bytes(32),
        epoch: source.u32(),
        writePub: source.bytes(32),
        ownerSig: source.bytes(64),
        helloSig: source.bytes(64),
      };
    case "erase":
      return eraseFrom(source);
    case "watch":
      return { kind, id: source.bytes(16), proof: source.bytes(32) };
    case "notice":
      return { kind, count: source.u16() };
    default:
      return assertNever(kind);
  }
};

const kinds = [
  "challenge",
  "hello",
  "append",
  "pull",
  "delete",
  "rotate",
  "create",
  "erase",
  "welcome",
  "ack",
  "page",
  "news",
  "refused",
  "watch",
  "notice",
] as const satisfies readonly FrameKind[];

/**
 * The frame in one whole message. Refuses unknown versions and kinds, short and left-over bytes, and lengths that no
 * envelope has. Byte fields are views onto the given bytes.
 */
export const decodeFrame = (bytes: Uint8Array): Result<Frame, WireFault> => {
  if (bytes.length > frameMax) return err({ type: "TooLong", max: frameMax, got: bytes.length });
  const source = reader(bytes);
  const version = source.u8();
  const byte = source.u8();
  const ref = source.u32();
  if (source.failed()) return err({ type: "TooShort", min: 6, got: bytes.length });
  if (version !== frameVersion) return err({ type: "UnknownVersion", got: version });
  const kind = kinds.find((name) => frameKinds[name] === byte);
  if (kind === undefined) return err({ type: "UnknownKind", got: byte });
  const body = bodyFrom(kind, source);
  return body === null || !source.done() ? err({ type: "BadShape", field: kind }) : ok({ ...body, ref });
};
