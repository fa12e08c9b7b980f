/** Uses everything that a relay does, from addresses and with names that can be looked for afterwards. */
import { randomBytes } from "node:crypto";
import {
  call,
  callAsk,
  callBox,
  connect,
  login,
  newTestAsk,
  newTestBox,
  newTestReply,
  newTestVault,
  testEnvelope,
} from "./client.ts";
import { rawTalk } from "./raw.ts";

/** What must be found nowhere, or only where it belongs; each has a name of its kind. */
export interface Canary {
  readonly kind: "id" | "proof" | "address" | "header" | "nonce" | "hash";
  readonly text: string;
  /** The bytes themselves, where the text is their hexadecimal digits. */
  readonly bytes: Buffer;
}

const hex = (kind: Canary["kind"], text: string): Canary => ({ kind, text, bytes: Buffer.from(text, "hex") });
const said = (kind: Canary["kind"], text: string): Canary => ({ kind, text, bytes: Buffer.from(text) });
const swallow = (): null => null;

/** One round of a vault, an ask, two boxes, wrong requests and broken bytes, all from `from`. */
export const oneRound = async (origin: string, n: number): Promise<readonly Canary[]> => {
  const from = `127.77.${10 + (n % 200)}.${1 + (n % 250)}`;
  const forwarded = `203.0.113.${n % 256}`;
  const name = `Agent-${randomBytes(8).toString("hex")}`;
  const headers = { "x-forwarded-for": forwarded, "user-agent": name, cookie: `c=${name}` };
  const port = Number(new URL(origin).port);

  const vault = newTestVault();
  const { socket, nonce } = await login(origin, vault, { from, headers });
  const device = new Uint8Array(randomBytes(16));
  socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device, 1)] });
  await socket.nextOf("ack");
  socket.send({ kind: "append", ref: 2, envelopes: [testEnvelope(vault, device, 9)] });
  await socket.close();

  const ask = newTestAsk(Date.now());
  await callAsk(origin, "put", ask.put, { from });
  await callAsk(origin, "read", { id: ask.id, proof: ask.read }, { from });
  await callAsk(origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply() }, { from, origin: "null" });
  await callAsk(origin, "read", { id: ask.id, proof: ask.owner }, { from });
  await callAsk(origin, "close", { id: ask.id, owner: ask.read }, { from });
  await callAsk(origin, "put", { ...ask.put, body: 3 }, { from });
  const boxes = [newTestBox("pairing"), newTestBox("recovery")];
  for (const box of boxes) {
    await callBox(origin, "put", box.put, { from });
    await callBox(origin, "read", { id: box.id, proof: box.read }, { from });
    await callBox(origin, "read", { id: box.id, proof: box.owner }, { from });
  }
  await call(origin, { path: `/a/${ask.id}?word=${name}`, headers, from });
  await call(origin, { path: `/${vault.id}/${name}`, headers, from });
  await connect(origin, `/v/${vault.id}`, { origin: `https://${name}.example`, from, headers }).catch(swallow);
  await rawTalk({ port, from, waitMs: 500, say: (bare) => bare.end(`NO ${name} ${ask.read}\r\n\r\n`) });

  return [
    hex("id", vault.id),
    hex("id", ask.id),
    ...boxes.map((box) => hex("id", box.id)),
    ...[ask, ...boxes].flatMap((one) => [hex("proof", one.read), hex("proof", one.owner)]),
    hex("proof", ask.reply),
    hex("nonce", Buffer.from(nonce).toString("hex")),
    said("address", from),
    said("address", forwarded),
    said("header", name),
  ];
};

/** Every way in which bytes may be spelt: as they are, in hexadecimal, in both kinds of base64, in UTF-16. */
const spellings = ({ text, bytes }: Canary): readonly Buffer[] => [
  bytes,
  Buffer.from(text),
  Buffer.from(text.toUpperCase()),
  Buffer.from(bytes.toString("base64").slice(0, 20)),
  Buffer.from(bytes.toString("base64url").slice(0, 20)),
  Buffer.from(text, "utf16le"),
];

/** Those of the canaries that lie in `where`, in any spelling. */
export const lyingIn = (where: Buffer, canaries: readonly Canary[]): readonly Canary[] =>
  canaries.filter((one) => spellings(one).some((bytes) => where.includes(bytes)));
