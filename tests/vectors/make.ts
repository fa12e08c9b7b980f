/** Makes the two vector files: old vectors stay as they stand, new ones are added behind them. */
import { envelopeNegatives, type Negative } from "./negative-list.ts";
import { storedNegatives } from "./negative-stored.ts";
import { vaultNegatives } from "./negative-vault.ts";
import { ownDrafts } from "./own-list.ts";
import { resolveIn } from "./run.ts";
import type { Draft } from "./seeded.ts";
import { shipped } from "./shipped.ts";
import { asValue, digest, isFields, textFrom, type Fields, type Value } from "./values.ts";

/** A positive vector as it stands in the file. */
type Entry = Draft & { readonly out: unknown };

/** Above this many bytes an output is written as its digest and length. */
const inFull = 4096;

const written = async (value: Value): Promise<unknown> => {
  if (value instanceof Uint8Array)
    return value.length <= inFull ? textFrom(value) : { sha256: textFrom(await digest(value)), length: value.length };
  if (Array.isArray(value)) return Promise.all(value.map(written));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(async ([name, part]) => [name, await written(asValue(part))] as const);
  return Object.fromEntries(await Promise.all(entries));
};

/** Throws when a vector that is already frozen would change: those are only ever added to. */
const added = <T extends { readonly name: string }>(frozen: readonly T[], fresh: readonly T[]): readonly T[] => {
  const names = new Set(fresh.map(({ name }) => name));
  if (names.size !== fresh.length) throw new Error("two vectors have one name");
  const byName = new Map(frozen.map((one) => [one.name, one]));
  for (const one of fresh) {
    const old = byName.get(one.name);
    if (old !== undefined && JSON.stringify(old) !== JSON.stringify(one))
      throw new Error(`${one.name} is frozen and would change`);
  }
  return [...frozen, ...fresh.filter(({ name }) => !byName.has(name))];
};

/** The text of both files. `own` and `negative` are what stands there now; empty lists at first. */
export const makeVectors = async (
  own: readonly Entry[],
  negative: readonly Negative[],
): Promise<{ readonly own: string; readonly negative: string }> => {
  const drafts = ownDrafts();
  const byName = new Map(drafts.map((draft) => [draft.name, draft]));
  const made = async (name: string): Promise<Fields> => {
    const draft = byName.get(name);
    if (draft === undefined) throw new Error(`there is no vector ${name}`);
    return shipped.make(draft.kind, await resolveIn(draft.in, made));
  };
  const fresh: Entry[] = [];
  for (const draft of drafts) fresh.push({ ...draft, out: await written(await made(draft.name)) });
  const known = (name: string): { readonly [field: string]: unknown } => byName.get(name)?.in ?? {};
  const refused = [
    ...(await envelopeNegatives(known)),
    ...(await storedNegatives(known)),
    ...(await vaultNegatives(known)),
  ];
  return { own: file(added(own, fresh)), negative: file(added(negative, refused)) };
};

const file = (vectors: readonly unknown[]): string =>
  `{"format": 1, "vectors": [\n${vectors.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]}\n`;
