/** What a vector is before it is made, and where its bytes come from. */
import { seededRandom } from "@belay/testkit";
import { textFrom } from "./values.ts";

/** A vector before its outputs are known. */
export interface Draft {
  readonly name: string;
  readonly kind: string;
  readonly in: { readonly [field: string]: unknown };
}

/** Bytes of a vector's own, from its name: adding a vector changes no other. */
export const from = (name: string): ((length: number) => string) => {
  const random = seededRandom(`vectors/1/${name}`);
  return (length) => textFrom(random(length));
};
