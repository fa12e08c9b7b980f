/** What a sample of a rule is: something clean that must pass, and violations planted in it that must be caught. */

/** Files by path, as `treeOf` takes them. */
export type Files = Readonly<Record<string, string>>;

/** What a rule must let pass, and what it must catch: each planted sample on its own, laid over the clean one. */
export interface Sample {
  readonly clean: Files;
  readonly planted: Readonly<Record<string, Files>>;
}

/** Samples by the name of the rule. */
export type Samples = Readonly<Record<string, Sample>>;

/** The first line that every file has, so that one rule's sample does not trip another. */
export const job = "/** Does one thing, and says so. */\n";

/** A manifest of one of our packages, as text. */
export const manifest = (name: string, dependencies: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ name: `@belay/${name}`, dependencies });

/** A package with a manifest and a door. */
export const packageFiles = (name: string, dependencies: Readonly<Record<string, string>> = {}): Files => ({
  [`packages/${name}/package.json`]: manifest(name, dependencies),
  [`packages/${name}/index.ts`]: "/** The door of the room. */\n",
});

/** A file of `count` lines. */
export const lines = (count: number, text = "export {};"): string => `${job}${`${text}\n`.repeat(count - 1)}`;
