/** A page becomes one file, and its policy allows exactly the script and the style that stand in it. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inlinePage, policyOf } from "./single-file.ts";

const html = [
  "<!doctype html><head>",
  '<link rel="stylesheet" crossorigin href="/a.css">',
  '<script type="module" crossorigin src="/a.js"></script>',
  "</head><body></body>",
].join("\n");

const files: Readonly<Record<string, string>> = {
  "/a.css": "p { color: red }",
  "/a.js": 'document.body.append("$& </script><!-- \\u00e9 é");',
};

const inlined = () => inlinePage(html, (address) => files[address] ?? "");

const inside = (page: string, tag: string) => new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("a page in one file", () => {
  it("loads nothing", () => {
    expect(inlined().html).not.toMatch(/\ssrc=|\shref=/);
  });

  it("is allowed by the hashes of what really stands in it", () => {
    const { html: page, policy } = inlined();
    expect(policy).toContain(`script-src ${hash(inside(page, "script"))};`);
    expect(policy).toContain(`style-src ${hash(inside(page, "style"))};`);
  });

  it("keeps its script whole, even where it names the tag that ends it", () => {
    const script = inside(inlined().html, "script");
    expect(script).toContain("$& ");
    expect(script).toContain("<\\/script>");
    expect(script).not.toContain("<!--");
  });
});

describe("the policy of a page", () => {
  const policy = policyOf(["a"], ["b"]);

  it("is a sandbox without an origin, so without storage", () => {
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms;/);
    expect(policy).not.toContain("allow-same-origin");
  });

  it.each([
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "connect-src 'self'",
  ])("says %s", (directive) => {
    expect(policy.split("; ")).toContain(directive);
  });

  it("has nothing unsafe, and no script or style beyond what was given", () => {
    expect(policy).not.toContain("unsafe");
    expect(policyOf([], [])).toContain("script-src 'none'; style-src 'none'");
  });
});
