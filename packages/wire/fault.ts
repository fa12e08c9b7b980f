/** Names every way in which bytes can fail to be what the wire expects. */

/** Why bytes were refused. Plain data for tests and counters; people see one sentence for all of them. */
export type WireFault =
  | { readonly type: "TooShort"; readonly min: number; readonly got: number }
  | { readonly type: "TooLong"; readonly max: number; readonly got: number }
  | { readonly type: "BadMagic" }
  | { readonly type: "UnknownVersion"; readonly got: number }
  | { readonly type: "UnknownSuite"; readonly got: number }
  | { readonly type: "UnknownType"; readonly got: number }
  | { readonly type: "UnknownFlags"; readonly got: number }
  | { readonly type: "UnknownKind"; readonly got: number }
  | { readonly type: "BadLength"; readonly said: number; readonly got: number }
  | { readonly type: "BadNumber"; readonly field: string }
  | { readonly type: "BadText" }
  | { readonly type: "TooDeep"; readonly max: number }
  | { readonly type: "BadShape"; readonly field: string };
