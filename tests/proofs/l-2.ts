/** L-2: the part of a link behind the # never leaves a browser, whole or in pieces. */
import { withEndToEnd, type EndToEnd } from "../world/end-to-end.ts";
import type { Proof } from "./proof.ts";

/** The shortest piece of a secret that counts, in letters (48 bits: chance does not make one up). */
const piece = 8;

const piecesOf = (secret: string): readonly string[] =>
  Array.from({ length: secret.length - piece + 1 }, (_, at) => secret.slice(at, at + piece));

/** How many of the secrets crossed the wire: any piece as it stands, or the bytes raw or in hex. */
const leaked = (run: EndToEnd): number => {
  const wire = run.tap.crossed();
  const text = wire.toString("latin1");
  return run.secrets.filter((secret) => {
    const bytes = Buffer.from(secret, "base64url");
    return (
      piecesOf(secret).some((part) => text.includes(part)) ||
      wire.includes(bytes) ||
      text.includes(bytes.toString("hex"))
    );
  }).length;
};

/** The mutant: a page that asks for something with its fragment in the address. */
const caughtLeak = async (run: EndToEnd): Promise<boolean> => {
  const page = await run.browser.newPage();
  const [secret = ""] = run.secrets;
  await page.goto(`${run.tap.origin}/#1${secret}`);
  await page.evaluate(() => fetch(`/assets/mutant?${location.hash.slice(1)}`).then(() => undefined));
  await page.close();
  return leaked(run) === 1;
};

/** 50 flows, each with a link of its own that is made, opened and answered. */
export const proof: Proof = {
  id: "L-2",
  number: 50,
  control: "a page that puts its fragment into an address it asks for",
  run: ({ asked, seed, note }) =>
    withEndToEnd(asked, seed, async (run) => {
      const failures = leaked(run);
      note(`L-2: ${run.secrets.length} links, ${run.tap.crossed().length} bytes on the wire`);
      return { done: run.secrets.length, failures, control: await caughtLeak(run) };
    }),
};
