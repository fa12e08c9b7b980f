/** Makes texts that try to be more than text: to reorder, to overflow, to become markup, links or requests. */
import { pickBelow } from "@belay/testkit";
import type { Random } from "@belay/vault";

/** A text and the kind of trouble it tries to make. */
export interface Hostile {
  readonly kind: string;
  readonly text: string;
}

/** The longest text an ask may hold (UTF-16 units). */
const longest = 4000;

const repeat = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Combining marks stacked on every letter. */
const zalgo = (random: Random, text: string): string =>
  [...text]
    .map(
      (letter) =>
        letter +
        Array.from({ length: 40 + pickBelow(random, 60) }, () =>
          String.fromCharCode(0x300 + pickBelow(random, 0x6f)),
        ).join(""),
    )
    .join("");

type Maker = (random: Random, host: string) => string;

const beacon = (random: Random, host: string): string => `${host}/beacon/${pickBelow(random, 1_000_000)}`;

/** One maker a kind; each gives another text for another state of `random`. `host` is where a request would be seen. */
const makers: Readonly<Record<string, Maker>> = {
  override: (random) => `Could you\u202E send ${pickBelow(random, 900)} euros to\u202C me`,
  "unclosed isolates": (random) => `\u2067\u2066\u2068\u202B\u202D${pickBelow(random, 99)} \u202Eevil`.repeat(20),
  "marks of direction": (random) => repeat("\u200F\u200E\u061C\u200B", 50 + pickBelow(random, 400)) + "end",
  "right to left": (random) => `${repeat("שלום עליכם ", 200 + pickBelow(random, 300))}(1, 2) <3 http://a.b/`,
  zalgo: (random) => zalgo(random, "please help me out").slice(0, longest),
  "one huge word": (random) => repeat("w", 600 + pickBelow(random, longest - 600)),
  "a huge word of joined letters": (random) => repeat("a\u2060", 1000 + pickBelow(random, 2000)),
  "non-breaking spaces": (random) => repeat("word\u00A0", 1000 + pickBelow(random, 2000)),
  "wide letters": (random) => repeat("𒐫﷽", 200 + pickBelow(random, 400)),
  "thousands of lines": (random) => repeat("a\n", 2000 + pickBelow(random, 1900)),
  tabs: (random) => repeat("\t", 500 + pickBelow(random, 1000)) + "x",
  "a script": (random, host) => `<script>fetch("${beacon(random, host)}")</script>`,
  "an image that fails": (random, host) => `<img src="${beacon(random, host)}" onerror="document.title='x'">`,
  "an svg": (random, host) => `<svg onload="location='${beacon(random, host)}'"><a href="${host}">x</a></svg>`,
  "markup that closes": (random, host) => `</p></div></main><a href="${beacon(random, host)}">Open the note</a>`,
  "a style": (random, host) => `<style>*{display:none}@import "${beacon(random, host)}"</style>`,
  "a form": (random, host) => `<form action="${beacon(random, host)}"><button>Yes, I can</button></form>`,
  "a frame": (random, host) => `<iframe src="${beacon(random, host)}" style="position:fixed;inset:0"></iframe>`,
  "a refresh": (random, host) => `<meta http-equiv="refresh" content="0;url=${beacon(random, host)}">`,
  entities: (random) => `&lt;b&gt; &#x3c;script&#x3e; &amp;amp; ${pickBelow(random, 99)}`,
  "a link": (random, host) => `Look: ${beacon(random, host)} and www.example.com and mailto:a@b.example`,
  "a markdown link": (random, host) => `[Yes, I can](${beacon(random, host)}) ![](${beacon(random, host)})`,
  "a number and an address": (random) =>
    `Call +49 30 ${pickBelow(random, 9_000_000)} or tel:112, 10 Downing Street, London`,
  "a script address": (random) => `javascript:alert(${pickBelow(random, 99)})`,
  "a data address": (random) => `data:text/html;base64,PHNjcmlwdD5hbGVydCg${pickBelow(random, 9)})PC9zY3JpcHQ+`,
  "a template": (random) => `{from} {{constructor.constructor('alert(${pickBelow(random, 9)})')()}} \${7*7} <%= 1 %>`,
  "control characters": (random) => `a\u0000b\u0007c\u001B[31md\u0085e\uFEFFf${pickBelow(random, 9)}`,
  "halves of letters": (random) => `\uD83D ${pickBelow(random, 9)} \uDE00 \uFFFE\uFFFF`,
  "joined faces": (random) => repeat("👩‍👩‍👧‍👦🏳️‍🌈", 100 + pickBelow(random, 1000)),
  "words like ours": () => "Sent\n\nYou answered: “Yes, I can”.\n\nYour answer\nAll four are fine.",
};

const kinds = Object.keys(makers);

/** One text of a kind. Halves of a letter at the cut are mended as JSON would carry them. */
export const hostileOf = (kind: string, random: Random, host: string): Hostile => {
  const make = makers[kind];
  if (make === undefined) throw new Error(`no texts of the kind ${kind}`);
  return { kind, text: Buffer.from(make(random, host).slice(0, longest), "utf8").toString("utf8") };
};

/** The text of case `index`: the kinds in turn. */
export const hostileText = (index: number, random: Random, host: string): Hostile =>
  hostileOf(kinds[index % kinds.length] ?? "", random, host);
