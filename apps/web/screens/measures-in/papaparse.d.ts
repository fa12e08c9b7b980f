/** The part of the reader of comma-separated files that is used; it comes without types of its own. */
declare module "papaparse" {
  interface Given {
    readonly delimiter?: string;
    /** The separator is found by trying these. */
    readonly delimitersToGuess?: readonly string[];
    readonly skipEmptyLines?: boolean;
    /** Reads so many rows at most; 0 reads all. */
    readonly preview: number;
  }
  interface Read {
    readonly data: readonly (readonly string[])[];
    /** `row` counts from 0. */
    readonly meta: { readonly delimiter: string };
    readonly errors: readonly { readonly type: string; readonly row?: number }[];
  }
  const Papa: { readonly parse: (text: string, given: Given) => Read };
  export = Papa;
}
