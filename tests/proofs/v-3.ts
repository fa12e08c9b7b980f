/** V-3: whatever bytes a stranger sends, every decoder answers with a value or a typed fault, and at once. */
import { dice, mutated } from "./fuzz-bytes.ts";
import { targets, type Target } from "./fuzz-decoders.ts";
import type { Proof } from "./proof.ts";

/** Milliseconds that no input may take (security page 6.4). */
const slow = 50;

/** The names that every plain object and list has from birth, and none more. */
const inborn = (): string =>
  [Object.prototype, Array.prototype, Uint8Array.prototype, Function.prototype]
    .map((one) => Object.getOwnPropertyNames(one).join())
    .join(";");

const isTyped = (result: unknown): boolean => {
  if (typeof result !== "object" || result === null || !("ok" in result)) return false;
  if (result.ok === true) return "value" in result;
  const fault = "error" in result ? result.error : null;
  return typeof fault === "object" && fault !== null && "type" in fault && typeof fault.type === "string";
};

/** Milliseconds of the processor's own time, which other programs do not lengthen. */
const took = (target: Target, bytes: Uint8Array): number => {
  const before = process.cpuUsage();
  target.decode(bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What is wrong with one answer, or null. A slow one is measured again: another program may have had the processor. */
const complaint = (target: Target, bytes: Uint8Array): string | null => {
  const start = performance.now();
  try {
    if (!isTyped(target.decode(bytes))) return "gave neither a value nor a typed fault";
    const first = performance.now() - start;
    if (first <= slow) return null;
    const best = Math.min(took(target, bytes), took(target, bytes), took(target, bytes));
    return best > slow ? `took ${Math.round(best)} ms` : null;
  } catch (error) {
    return `threw ${String(error)}`;
  }
};

const wheelOf = (all: readonly Target[]): readonly Target[] =>
  all.flatMap((target) => Array.from({ length: target.weight }, () => target));

const fuzz = (all: readonly Target[], count: number, seed: number, enough = 50): readonly string[] => {
  const roll = dice(seed);
  const wheel = wheelOf(all);
  const before = inborn();
  const found: string[] = [];
  for (let i = 0; i < count && found.length < enough; i += 1) {
    // Every decoder gets its turn first, so that a small run tries them all.
    const target = i < all.length * 20 ? all[i % all.length] : wheel[roll(wheel.length)];
    const sample = target?.samples[roll(target.samples.length)];
    if (target === undefined || sample === undefined) continue;
    const other = roll(8) === 0 ? all[roll(all.length)]?.samples[0] : target.samples[roll(target.samples.length)];
    const bytes = mutated(sample, other ?? sample, roll);
    const wrong = complaint(target, bytes);
    if (wrong !== null) found.push(`input ${i}, ${target.name} of ${bytes.length} bytes: ${wrong}`);
    if (i % 1000 === 999 && inborn() !== before) found.push(`by input ${i} a prototype had changed`);
  }
  return inborn() === before ? found : [...found, "a prototype was changed"];
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};
const json: Pick<Target, "weight" | "samples"> = {
  weight: 1,
  samples: [new TextEncoder().encode('{"seen":{},"events":[{"a":1}]}')],
};
const fine = { ok: true, value: null };

/** Three decoders, each careless in the way that one of the rules is about. */
const careless: readonly Target[] = [
  {
    ...json,
    name: "throws on what is no JSON",
    decode: (bytes) => ({ ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) }),
  },
  {
    ...json,
    name: "merges what it reads into an object",
    decode: (bytes) => {
      const value = parsed(bytes);
      const names = typeof value === "object" && value !== null ? Object.getOwnPropertyNames(value) : [];
      if (names.includes("__proto__"))
        Object.defineProperty(Object.prototype, "polluted", { value: 1, configurable: true });
      return fine;
    },
  },
  {
    ...json,
    name: "takes its time over long input",
    decode: (bytes) => {
      const before = process.cpuUsage().user;
      while (bytes.length > 600 && process.cpuUsage().user - before < (slow + 10) * 1000);
      return fine;
    },
  },
];

const caught = (target: Target, seed: number): boolean => {
  const found = fuzz([target], 4000, seed, 1).length > 0;
  Reflect.deleteProperty(Object.prototype, "polluted");
  return found;
};

/** Twenty decoders in turn by weight. A share is not built yet: its decoder joins the list with it. */
export const proof: Proof = {
  id: "V-3",
  number: 1_000_000,
  control: "decoders that throw, that merge what they read into a prototype, and that take longer than 50 ms",
  run: async ({ asked, seed, note }) => {
    const all = targets(`v-3/${seed}`);
    const whole = all.filter((target) => !target.samples.some((sample) => sample.length > 0 && opens(target, sample)));
    const found = [...whole.map(({ name }) => `${name}: no sample opens untouched`), ...fuzz(all, asked, seed)];
    const control = careless.every((target) => caught(target, seed));
    for (const line of found.slice(0, 20)) note(line);
    const why = found[0];
    return { done: asked, failures: found.length, control, ...(why === undefined ? {} : { why }) };
  },
};

const opens = (target: Target, sample: Uint8Array): boolean => {
  const result = target.decode(sample);
  return typeof result === "object" && result !== null && "ok" in result && result.ok === true;
};
