/** Samples for the rules about words, inputs, tests and what we take from others. */
import { job, type Files, type Samples } from "./sample.ts";

const locked = (entry: object): string => JSON.stringify({ packages: { "node_modules/x": entry } });

const clientNotes = (count: number): Files => ({
  "build/meta/web.json": JSON.stringify(
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`node_modules/p${i}/x.js`, 1])),
  ),
  "build/meta/keys.json": "{}",
  "build/meta/pages.json": "{}",
});

const inventory = (count: number): string => Array.from({ length: count }, (_, i) => `\`p${i}\``).join(" ");

const lineTable = "packages/content/catalogue/help-lines.ts";
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The samples by rule. */
export const wordSamples: Samples = {
  "fresh help lines": {
    clean: { [lineTable]: `${job}export const lines = [{ checkedOn: "${daysAgo(90)}" }, { checkedOn: null }];\n` },
    planted: {
      "a number that was checked 91 days ago": {
        [lineTable]: `${job}export const lines = [{ checkedOn: "${daysAgo(91)}" }];\n`,
      },
      "a day that has not come": { [lineTable]: `${job}export const lines = [{ checkedOn: "${daysAgo(-2)}" }];\n` },
      "a day that is none": { [lineTable]: `${job}export const lines = [{ checkedOn: "lately" }];\n` },
    },
  },

  "skipped tests": {
    clean: { "packages/wire/a.test.ts": 'it("skips nothing", () => items.only);' },
    planted: {
      "a skipped test": { "packages/wire/a.test.ts": 'it.skip("later", () => {});' },
      "a lonely test": { "tests/journeys/a.test.ts": 'test.only("me", () => {});' },
      "a lonely group": { "packages/wire/a.test.ts": 'describe.only("me", () => {});' },
      "a test left for later": { "packages/wire/a.test.ts": 'it.todo("someday");' },
      "a broken test": { "tests/journeys/a.test.ts": 'test.fixme("broken", () => {});' },
      "a test that must fail": { "packages/wire/a.test.ts": 'it.fails("hm", () => {});' },
      "an old spelling": { "packages/wire/a.test.ts": 'xit("later", () => {});' },
    },
  },
  sentences: {
    clean: {
      "apps/web/screens/a.tsx":
        'export const A = () => <p class="soft" aria-label={t("a.b")}>{t("a.c", { name })}</p>;\nexport const f = () => { throw new Error("This cannot be, and is our bug."); };',
      "apps/web/index.html": "<title>Belay</title><p>Words of content.</p>",
      "packages/content/locales/en/a.ts": 'export const a = { "a.b": "Words of content." } as const;',
    },
    planted: {
      "words in a view": { "apps/web/screens/a.tsx": "export const A = () => <p>Good morning</p>;" },
      "words in braces": { "apps/web/screens/a.tsx": 'export const A = () => <p>{"Good morning"}</p>;' },
      "a label": { "apps/web/parts/a.tsx": 'export const A = () => <button aria-label="Close">{x}</button>;' },
      "a placeholder": { "apps/web/parts/a.tsx": 'export const A = () => <Field placeholder={"Your name"} />;' },
      "text put into a page": { "apps/pages/ask/a.ts": 'node.textContent = "Not this time";' },
      "a text node": { "apps/pages/ask/a.ts": 'document.createTextNode("Not this time");' },
      "an attribute set": { "apps/pages/ask/a.ts": 'node.setAttribute("aria-label", "Answer");' },
      "a sentence in a constant": { "apps/web/screens/a.ts": 'export const why = "Nothing was saved yet.";' },
      "words in a page": { "apps/pages/ask/index.html": "<noscript>Switch it on</noscript>" },
      "another title": { "apps/web/index.html": "<title>Your recovery</title>" },
    },
  },
  sinks: {
    clean: {
      "apps/web/parts/a.tsx":
        'export const A = () => { setTimeout(go, 10); node.textContent = text; return <a href="/">{x}</a>; };',
      "apps/web/index.html": '<script type="module" src="/main.tsx"></script>',
      "tools/check/sinks.ts": 'const list = ["innerHTML"];',
    },
    planted: {
      innerHTML: { "apps/web/parts/a.tsx": "node.innerHTML = text;" },
      "innerHTML by name": { "apps/web/parts/a.tsx": 'node["innerHTML"] = text;' },
      outerHTML: { "apps/pages/ask/a.ts": "node.outerHTML = text;" },
      insertAdjacentHTML: { "apps/web/parts/a.tsx": 'node.insertAdjacentHTML("beforeend", text);' },
      "the views' own way": {
        "apps/web/parts/a.tsx": "export const A = () => <p dangerouslySetInnerHTML={{ __html: x }} />;",
      },
      "document.write": { "apps/pages/ask/a.ts": "document.write(text);" },
      srcdoc: { "apps/web/parts/a.tsx": "export const A = () => <iframe srcdoc={x} />;" },
      fragments: { "apps/web/parts/a.tsx": "range.createContextualFragment(text);" },
      "a parser": { "apps/web/parts/a.tsx": 'new DOMParser().parseFromString(text, "text/html");' },
      eval: { "packages/domain/a.ts": "eval(text);" },
      "new Function": { "packages/domain/a.ts": 'new Function("return 1");' },
      "a timer of text": { "apps/web/parts/a.tsx": 'setTimeout("go()", 10);' },
      "a script address": { "apps/web/parts/a.tsx": 'export const A = () => <a href="javascript:go()">{x}</a>;' },
      "a built script address": { "apps/web/parts/a.tsx": "location.href = `javascript:${x}`;" },
      "a handler in a page": { "apps/web/index.html": '<body onload="go()">' },
      "a script in a page": { "apps/web/index.html": "<script>go()</script>" },
    },
  },
  inputs: {
    clean: {
      "apps/web/screens/a.tsx": "export const A = () => <Field label={t('a.b')} />;",
      "apps/web/parts/field.tsx": 'export const Field = () => <input autocomplete="off" />;',
    },
    planted: {
      "an input in a screen": { "apps/web/screens/a.tsx": 'export const A = () => <input type="text" />;' },
      "a textarea in a screen": { "apps/web/screens/a.tsx": "export const A = () => <textarea />;" },
      "a made input": { "apps/web/engine/a.ts": 'document.createElement("input");' },
      "an editable element": { "apps/web/screens/a.tsx": "export const A = () => <p contentEditable />;" },
    },
  },
  "pinned versions": {
    clean: { "package.json": JSON.stringify({ devDependencies: { vitest: "4.1.12", x: "1.0.0-beta.17" } }) },
    planted: {
      "a caret": { "packages/wire/package.json": JSON.stringify({ dependencies: { valibot: "^1.5.0" } }) },
      "the latest": { "package.json": JSON.stringify({ devDependencies: { vitest: "latest" } }) },
    },
  },
  "install scripts": {
    clean: { "package-lock.json": locked({ version: "1.0.0" }) },
    planted: {
      "a script": { "package-lock.json": locked({ version: "1.0.0", hasInstallScript: true }) },
      "an empty lock file": { "package-lock.json": "{}" },
    },
  },
  "client packages": {
    clean: { ...clientNotes(14), "docs/decisions/dependencies.md": inventory(14) },
    planted: {
      "one too many": { ...clientNotes(15), "docs/decisions/dependencies.md": inventory(15) },
      "one without a reason": { "docs/decisions/dependencies.md": inventory(13) },
    },
  },
  "dependency inventory": {
    clean: {
      "package.json": JSON.stringify({ devDependencies: { p0: "1.0.0" } }),
      "docs/decisions/dependencies.md": inventory(1),
    },
    planted: { "a package without a reason": { "docs/decisions/dependencies.md": "" } },
  },
};
