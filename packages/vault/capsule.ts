/** Lays out the eight bytes in front of sealed asks, replies and shares. */
import { concat, err, ok, utf8, type Result } from "@belay/basics";
import { capsuleMax, wireSuite, wireVersion, type WireFault } from "@belay/wire";

const magic = utf8("BASK");
const kinds = { ask: 1, reply: 2, share: 3 } as const;

/** What a capsule holds. */
export type CapsuleKind = keyof typeof kinds;

/** `"BASK" version(1) suite(1) kind(1) flags(1)=0`. */
export const capsulePrefix = (kind: CapsuleKind): Uint8Array =>
  concat(magic, Uint8Array.of(wireVersion, wireSuite, kinds[kind], 0));

/** The sizes first, then the eight bytes; `min` and `max` are those of a whole capsule of the kind. */
export const checkPrefix = (
  bytes: Uint8Array,
  kind: CapsuleKind,
  min: number,
  max: number = capsuleMax,
): Result<null, WireFault> => {
  if (bytes.length < min) return err({ type: "TooShort", min, got: bytes.length });
  if (bytes.length > max) return err({ type: "TooLong", max, got: bytes.length });
  const at = (offset: number): number => bytes[offset] ?? 0;
  if (!magic.every((byte, i) => byte === at(i))) return err({ type: "BadMagic" });
  if (at(4) !== wireVersion) return err({ type: "UnknownVersion", got: at(4) });
  if (at(5) !== wireSuite) return err({ type: "UnknownSuite", got: at(5) });
  if (at(6) !== kinds[kind]) return err({ type: "UnknownType", got: at(6) });
  return at(7) === 0 ? ok(null) : err({ type: "UnknownFlags", got: at(7) });
};
