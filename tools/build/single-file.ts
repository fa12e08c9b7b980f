/** Turns a built page into one file with its script and style inside, and writes the policy that allows exactly those. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

/** Where a page goes: the file's name, and the path that it is served under. */
export interface PageTarget {
  readonly file: string;
  readonly path: string;
  /** False for a page that talks to the origin that served it as itself: the host's own. */
  readonly sandboxed?: boolean;
}

type Bundle = Rolldown.OutputBundle;

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Sandboxed without `allow-same-origin`: the page has no origin, so no storage, no caches and no worker
 * (security 4.10 and finding 5). It may talk to the host that served it and to nobody else.
 */
export const policyOf = (scripts: readonly string[], styles: readonly string[], sandboxed = true): string =>
  [
    ...(sandboxed ? ["sandbox allow-scripts allow-forms"] : []),
    "default-src 'none'",
    `script-src ${scripts.map(hashSource).join(" ") || "'none'"}`,
    `style-src ${styles.map(hashSource).join(" ") || "'none'"}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/** The text of a built file that a page refers to; absent means that the page points nowhere, our bug. */
const take = (bundle: Bundle, address: string): string => {
  const name = address.replace(/^\//, "");
  const output = bundle[name];
  if (output === undefined) throw new Error(`the page refers to ${address}, which was not built`);
  Reflect.deleteProperty(bundle, name);
  const text = output.type === "chunk" ? output.code : output.source;
  const whole = typeof text === "string" ? text : new TextDecoder().decode(text);
  return whole.replaceAll(/\/\*\$vite\$:\d+\*\//g, "").trim();
};

/** Inlines every script and style sheet that `html` links to. Exported for its test. */
export const inlinePage = (
  html: string,
  read: (address: string) => string,
  sandboxed = true,
): { html: string; policy: string } => {
  const scripts: string[] = [];
  const styles: string[] = [];
  const page = html
    .replaceAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_tag, href: string) => {
      styles.push(read(href).replaceAll("</style", "<\\/style"));
      return `<style>${styles.at(-1) ?? ""}</style>`;
    })
    .replaceAll(/<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/g, (_tag, src: string) => {
      scripts.push(read(src).replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--"));
      return `<script type="module">${scripts.at(-1) ?? ""}</script>`;
    });
  return { html: page, policy: policyOf(scripts, styles, sandboxed) };
};

/** The policies that a build before this one left in the same folder. */
const policiesIn = (folder: string): object => {
  const path = join(folder, "csp.json");
  const found: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  return typeof found === "object" && found !== null ? found : {};
};

/** Writes each page as one file, and `csp.json`: the policy by served path, those of earlier builds included. */
export const singleFile = (pages: Readonly<Record<string, PageTarget>>): Plugin => ({
  name: "belay:single-file",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler({ dir }, bundle) {
      const policies: Record<string, string> = { ...policiesIn(dir ?? "") };
      for (const [name, target] of Object.entries(pages)) {
        const made = inlinePage(take(bundle, name), (address) => take(bundle, address), target.sandboxed);
        this.emitFile({ type: "asset", fileName: target.file, source: made.html });
        policies[target.path] = made.policy;
      }
      this.emitFile({ type: "asset", fileName: "csp.json", source: `${JSON.stringify(policies)}\n` });
    },
  },
});
