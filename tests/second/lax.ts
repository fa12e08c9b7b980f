/** Mutants of the second implementation, each careless in one way, that the vectors must catch. */
import type { Implementation } from "../vectors/run.ts";
import { bytesOf, textOf, type Fields } from "../vectors/values.ts";
import { second } from "./implementation.ts";
import { unbig, xOpen } from "./primitives.ts";
import { openAsk, recordKey } from "./sealed.ts";

/** Opens an envelope by its key and tag alone: no signature, no chain, no commitment, no padding rule. */
const openByTag = async (fields: Fields) => {
  const bytes = bytesOf(fields, "envelope");
  if (bytes.length < 752) return { refused: "length" };
  const [key] = await recordKey(bytesOf(fields, "epochKey"), bytes.subarray(28, 44), bytes.subarray(84, 100));
  const plain = await xOpen(key, bytes.subarray(100, 124), bytes.subarray(0, 128), bytes.subarray(160, -64));
  return plain === null ? { refused: "tag" } : { opened: plain.subarray(4, 4 + unbig(plain, 0, 4)) };
};

/** Opens an ask cut to the size it says, so that bytes behind it do not matter. */
const openLongAsk = async (fields: Fields) => {
  const body = bytesOf(fields, "body");
  const read = await openAsk(
    bytesOf(fields, "secret"),
    body.subarray(0, 100 + (body.length >= 68 ? unbig(body, 64, 68) : 0)),
  );
  return "plain" in read ? { opened: read.plain } : { refused: read.why };
};

/** Every one of them must fail at least one vector. */
export const careless: readonly Implementation[] = [
  {
    ...second,
    name: "opens envelopes by their tag alone",
    open: (kind, fields) => (kind === "envelope" ? openByTag(fields) : second.open(kind, fields)),
  },
  {
    ...second,
    name: "takes an ask with bytes behind it",
    open: (kind, fields) => (kind === "ask" ? openLongAsk(fields) : second.open(kind, fields)),
  },
  {
    ...second,
    name: "derives under another prefix",
    make: (kind, input) =>
      kind === "hkdf" ? second.make(kind, { ...input, label: `${textOf(input, "label")}/` }) : second.make(kind, input),
  },
];
