/** Reads JSON from strangers: size and depth are checked before anything is built. */
import { err, fromUtf8, ok, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { depthMax } from "./limits.ts";

/** The signs that matter, as codes: no letter becomes a text of its own. */
const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** Deepest nesting of brackets outside strings, in one pass and without a stack. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === backslash) i += 1;
      else if (code === quote) quoted = false;
    } else if (code === quote) quoted = true;
    else if (code === openBrace || code === openBracket) deepest = Math.max(deepest, (depth += 1));
    else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return deepest;
};

/** The JSON value in UTF-8 `bytes`, nested at most 32 deep. The caller has bounded the length. */
export const parseJson = (bytes: Uint8Array): Result<unknown, WireFault> => {
  const text = fromUtf8(bytes);
  if (!text.ok) return err({ type: "BadText" });
  if (depthOf(text.value) > depthMax) return err({ type: "TooDeep", max: depthMax });
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return err({ type: "BadText" });
  }
};
