/** Samples for the rules about how code is written. */
import { job, lines, packageFiles, type Samples } from "./sample.ts";

const longFunction = (count: number): string => `${job}export const f = () => {\n${"f();\n".repeat(count - 2)}};\n`;

const exported = (documented: number, bare: number): string =>
  job +
  Array.from({ length: documented }, (_, i) => `\n/** Says what it is. */\nexport const d${i} = ${i};\n`).join("") +
  Array.from({ length: bare }, (_, i) => `\nexport const b${i} = ${i};\n`).join("");

const commented = (comments: number, code: number): string =>
  job + "// why\n".repeat(comments - 1) + "export {};\n".repeat(code);

/** The samples by rule. */
export const codeSamples: Samples = {
  "file size": {
    clean: { "tools/a.ts": lines(250), "packages/content/catalogue/steps.ts": lines(900) },
    planted: {
      "one very long file": { "tools/b.ts": lines(401) },
      "too many long files": { "tools/a.ts": lines(260) },
    },
  },
  "function size": {
    clean: { "tools/a.ts": longFunction(45), "apps/web/screens/a.tsx": job },
    planted: {
      "one very long function": { "tools/b.ts": longFunction(81) },
      "a very long view": { "apps/web/screens/a.tsx": longFunction(121) },
      "too many long functions": { "tools/a.ts": longFunction(46) },
      "a long function without a name": { "tools/b.ts": `${job}run(function () {\n${"f();\n".repeat(80)}});` },
    },
  },
  "folder depth": {
    clean: { "apps/web/screens/ask/parts/a.ts": job },
    planted: { "four folders": { "apps/web/screens/ask/parts/deep/a.ts": job } },
  },
  purity: {
    clean: {
      "packages/domain/a.ts": [
        "export const f = (now: number, location: string) => ({ process: location, at: new Date(now) });",
        "export interface Log { readonly append: (bytes: Uint8Array) => Promise<void> }",
        "export const g = (given: { readonly window: number }) => given.window;",
        "declare const TextEncoder: { new (): object };",
      ].join("\n"),
      "packages/domain/a.test.ts": "it('waits', async () => { await fetch('/'); });",
      "apps/web/adapters/clock.ts": "export const now = () => Date.now();",
    },
    planted: {
      "a clock": { "packages/domain/b.ts": "export const f = () => Date.now();" },
      "a date of now": { "packages/guidance/b.ts": "export const f = () => new Date();" },
      "a date called": { "packages/guidance/b.ts": "export const f = () => Date();" },
      dice: { "packages/measures/b.ts": "export const f = () => Math.random();" },
      "an async function": { "packages/wire/b.ts": "export const f = async () => 1;" },
      "an async method": { "packages/wire/b.ts": "export const f = { async go() {} };" },
      "a promise": { "packages/vault/b.ts": "export const f = () => Promise.resolve(1);" },
      "a timer": { "packages/domain/b.ts": "export const f = () => setTimeout(f, 1);" },
      "the network": { "packages/vault/b.ts": "export const f = () => fetch('/');" },
      storage: { "packages/vault/b.ts": "export const f = indexedDB;" },
      "the process": { "packages/domain/b.ts": "export const f = process.env;" },
      "the world": { "packages/domain/b.ts": "export const f = globalThis;" },
      "a declared way out": { "packages/vault/b.ts": "declare const crypto: any;\nexport const f = crypto;" },
      "a random source": { "packages/vault/b.ts": "export const f = crypto.getRandomValues(new Uint8Array(1));" },
      "a late import": { "packages/wire/b.ts": "export const f = () => import('./a.ts');" },
      printing: { "packages/domain/b.ts": "export const f = () => console.log(1);" },
    },
  },
  "content without logic": {
    clean: {
      "packages/content/catalogue/a.ts": "export const a = [{ id: 'x' }] as const;",
      "packages/domain/a.ts": longFunction(9),
    },
    planted: {
      "a function in a table": { "packages/content/catalogue/a.ts": "export const a = (n: number) => n + 1;" },
      "a function among the sentences": { "packages/content/locales/en/a.ts": "export function greet() { return 1; }" },
    },
  },
  "engine without a page": {
    clean: {
      "apps/web/engine/a.ts": "export const f = (document: string) => document;\nexport const g = { document: 1 };",
      "apps/web/screens/a.ts": "export const d = document;",
    },
    planted: {
      "the document": { "apps/web/engine/b.ts": "export const d = document.title;" },
      "the window": { "apps/web/engine/ports/b.ts": "export const d = window.name;" },
      "an element": { "apps/web/engine/b.ts": "export type E = HTMLInputElement;" },
    },
  },
  any: {
    clean: { "tools/a.ts": "export const any = 1; // any comment may say any" },
    planted: {
      "an annotation": { "tools/a.ts": "export const a: any = 1;" },
      "a list": { "packages/wire/a.test.ts": "export const a: readonly any[] = [];" },
      "a type argument": { "tools/a.ts": "export const a = new Map<string, any>();" },
      "a silenced compiler": { "tools/a.ts": "// @ts-ignore\nexport const a = b;" },
      "an expected error": { "tools/a.ts": "// @ts-expect-error because\nexport const a = b;" },
    },
  },
  "non-null": {
    clean: { "tools/a.ts": "export const a = !b && c !== d;" },
    planted: {
      "a waved-away null": { "tools/a.ts": "export const a = b!.c;" },
      "a promised value": { "tools/a.ts": "let a!: string;\nexport { a };" },
    },
  },
  cast: {
    clean: {
      "packages/basics/day.ts":
        "export const parse = (text: string) => {\n  if (!pattern.test(text)) return null;\n  return text as LocalDay;\n};\nconst a = [1] as const;",
      "packages/wire/fields.ts":
        "export const day = v.pipe(v.string(), v.check(isDay), v.transform((text) => text as LocalDay));",
      "packages/wire/fields.test.ts": "const bad = {} as Header;",
    },
    planted: {
      "an unchecked claim": { "packages/wire/a.ts": "export const f = (text: string) => text as LocalDay;" },
      "a claim before the check": {
        "packages/wire/a.ts":
          "export const f = (t: string) => {\n  const day = t as Day;\n  if (bad(t)) return null;\n  return day;\n};",
      },
      "a claim outside of any function": { "packages/wire/a.ts": "export const key = bytes as Key;" },
      "a claim through unknown": {
        "packages/wire/a.ts": "export const f = (x: number) => (x > 1 ? (x as unknown as Key) : null);",
      },
      "a second constructor in the room": {
        "packages/basics/other.ts": "export const f = (t: string) => (t === '' ? null : (t as LocalDay));",
      },
      "a schema that does not check": {
        "packages/wire/a.ts": "export const day = v.pipe(v.string(), v.transform((text) => text as Day));",
      },
    },
  },
  enum: {
    clean: { "tools/a.ts": 'export const rings = ["close", "near"] as const;' },
    planted: {
      "an enum": { "tools/a.ts": "export enum Ring { Close }" },
      "a const enum": { "tools/a.ts": "export const enum Ring { Close }" },
    },
  },
  "default export": {
    clean: { "apps/web/vite.config.ts": "export default {};", "tools/a.ts": "export const a = 1;" },
    planted: {
      "a default": { "tools/a.ts": "export default 1;" },
      "a default by another name": { "tools/a.ts": "const a = 1;\nexport { a as default };" },
    },
  },
  "file name": {
    clean: { "packages/wire/frame-codec.test.ts": job, "apps/web/build.d.ts": job },
    planted: {
      utils: { "packages/wire/utils.ts": job },
      "a helpers folder": { "packages/wire/helpers/bytes.ts": job },
      "a types file": { "apps/web/types.d.ts": job },
      "capital letters": { "apps/web/parts/Button.tsx": job },
      underscores: { "tools/frame_codec.ts": job },
    },
  },
  "first line": {
    clean: {
      "tools/a.ts": job,
      "tools/b.ts": "/**\n * Says its job on the second line.\n */\n",
      "tools/c.mjs": `#!/usr/bin/env node\n${job}`,
    },
    planted: {
      "code at once": { "tools/a.ts": "export const a = 1;" },
      "an ordinary comment": { "tools/a.ts": "// does things\n" },
      "an empty sentence": { "tools/a.ts": "/** */\nexport const a = 1;" },
    },
  },
  "one door": {
    clean: { ...packageFiles("wire"), "apps/relay/index.ts": job },
    planted: {
      "an index inside": { "packages/wire/frames/index.ts": job },
      "a package without a door": { "packages/measures/scores.ts": job },
    },
  },
  "documented exports": {
    clean: { "packages/wire/a.ts": exported(9, 1), "packages/wire/index.ts": "export * from './a.ts';" },
    planted: {
      "too many that say nothing": { "packages/wire/a.ts": exported(8, 2) },
      "a file sentence in place of a comment": { "packages/wire/a.ts": `${job}\nexport const a = 1;` },
    },
  },
  "comment share": {
    clean: { "packages/wire/a.ts": commented(12, 80), "packages/vault/a.ts": commented(2, 30) },
    planted: {
      "hardly any": { "packages/wire/a.ts": commented(5, 80) },
      "a wall": { "packages/wire/a.ts": commented(40, 60) },
    },
  },
  "test ratio": {
    clean: {
      "packages/wire/a.ts": lines(10),
      "packages/wire/a.test.ts": lines(12),
      "apps/web/screens/a.tsx": lines(10),
      "apps/web/screens/a.test.ts": lines(4),
      "packages/content/locales/en/ask.ts": lines(100),
    },
    planted: {
      "an untested package": { "packages/wire/a.test.ts": lines(11) },
      "untested screens": { "apps/web/screens/a.test.ts": lines(3) },
      "an untested adapter": { "apps/web/adapters/a.ts": lines(3) },
    },
  },
};
