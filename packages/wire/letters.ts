/** What stands inside a sealed ask and a sealed reply, as the two people's devices read it. */
import * as v from "valibot";
import { err, ok, parseDay, utf8, type LocalDay, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { parseJson } from "./json.ts";
import { capsuleCap } from "./limits.ts";

/** A local day, as text. */
export const day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text).ok),
  v.transform((text) => text as LocalDay),
);
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const ten = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)));

/** The ask as the other person sees it. */
export const askPlain = v.strictObject({
  v: v.literal(1),
  /** How the asker signs; 1 to 120 characters. */
  from: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  words: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
  /** Whether the optional question "how was it to be asked" is shown. */
  howItWas: v.boolean(),
  answerBy: v.nullable(day),
  closesOn: day,
  /** What the asker does if they hear nothing, if they chose to say so. */
  silence: v.nullable(text(4000)),
  /** Language of the page, a BCP 47 tag such as `en`. */
  locale: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)),
  /** The asker's one-time X25519 key, hex; it travels inside so that the relay cannot swap it. */
  replyPub: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** The four answers, all of equal weight. */
export const replyAnswers = ["yes", "partly", "no", "talk"] as const;

/** What somebody is glad to do whenever it is wanted: each part in a few words, the last two may be empty. */
export const offerPlain = v.strictObject({
  what: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  when: text(120),
  often: text(120),
});

/** The answer as the asker sees it. `burden` and `glad` are whole numbers from 0 to 10. */
export const replyPlain = v.strictObject({
  v: v.literal(1),
  answer: v.picklist(replyAnswers),
  words: text(4000),
  burden: ten,
  glad: ten,
  notThisMonth: v.boolean(),
  /** A standing offer; left out where none was made. */
  offer: v.exactOptional(offerPlain),
});

/** An ask in clear. */
export type AskPlain = v.InferOutput<typeof askPlain>;
/** A reply in clear. */
export type ReplyPlain = v.InferOutput<typeof replyPlain>;

const encode = (value: AskPlain | ReplyPlain): Result<Uint8Array, WireFault> => {
  const bytes = utf8(JSON.stringify(value));
  const max = capsuleCap - 4;
  return bytes.length > max ? err({ type: "TooLong", max, got: bytes.length }) : ok(bytes);
};

/** UTF-8 JSON of an ask; refused when it would not fit the largest bucket. */
export const encodeAskPlain = (ask: AskPlain): Result<Uint8Array, WireFault> => encode(ask);
/** UTF-8 JSON of a reply; refused when it would not fit the largest bucket. */
export const encodeReplyPlain = (reply: ReplyPlain): Result<Uint8Array, WireFault> => encode(reply);

/** The ask in opened bytes. */
export const decodeAskPlain = (bytes: Uint8Array): Result<AskPlain, WireFault> => {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const parsed = v.safeParse(askPlain, json.value);
  return parsed.success ? ok(parsed.output) : err({ type: "BadShape", field: "ask" });
};

/** The reply in opened bytes. */
export const decodeReplyPlain = (bytes: Uint8Array): Result<ReplyPlain, WireFault> => {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const parsed = v.safeParse(replyPlain, json.value);
  return parsed.success ? ok(parsed.output) : err({ type: "BadShape", field: "reply" });
};
