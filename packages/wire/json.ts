/** Reads JSON from strangers: size and depth are checked before anything is built. */
import { err, fromUtf8, ok, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { depthMax } from "./limits.ts";

/** The signs that matter, as bytes. */
const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** What a byte may mean outside a string; no byte of a longer UTF-8 sign is any of these. */
const [plain, quotes, opens, closes] = [0, 1, 2, 3];
const meaning = new Uint8Array(256);
meaning[quote] = quotes;
meaning[openBrace] = meaning[openBracket] = opens;
meaning[closeBrace] = meaning[closeBracket] = closes;

/** Deepest nesting of brackets outside strings, in one pass over the bytes and without a stack. */
const depthOf = (bytes: Uint8Array): number => {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const what = meaning[bytes[i] ?? 0];
    if (what === plain) continue;
    if (what === opens) deepest = Math.max(deepest, (depth += 1));
    else if (what === closes) depth -= 1;
    else {
      // Behind a string's end, or behind the end of all.
      for (i += 1; i < bytes.length && bytes[i] !== quote; i += 1) if (bytes[i] === backslash) i += 1;
    }
  }
  return deepest;
};

/** The JSON value in UTF-8 `bytes`, nested at most 32 deep. The caller has bounded the length. */
export const parseJson = (bytes: Uint8Array): Result<unknown, WireFault> => {
  const text = fromUtf8(bytes);
  if (!text.ok) return err({ type: "BadText" });
  if (depthOf(bytes) > depthMax) return err({ type: "TooDeep", max: depthMax });
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return err({ type: "BadText" });
  }
};
