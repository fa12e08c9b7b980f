/** Stands in front of a relay and offers the app in builds of its own making: whole and signed, or tampered with. */
import { createHash, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { sealOf } from "../../apps/relay/edge/signing.ts";
import { freePort } from "./server.ts";

/** What is served by address. `null` is withheld; every address that is not named comes from the relay. */
export type Offer = ReadonlyMap<string, Buffer | null>;

/** A new signing key (PKCS #8, PEM). */
export const newKey = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const hashOf = (bytes: Buffer): string => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** A whole build: `files` under `number`, with their list, signed by `key`. */
export const buildOf = (files: ReadonlyMap<string, Buffer>, number: number, key: string): Map<string, Buffer> => {
  const lines = [...files].map(([address, bytes]) => `${hashOf(bytes)} ${address}\n`);
  const list = Buffer.from(`${number}\n${lines.join("")}`);
  return new Map([...files, ["/build.txt", list], ["/build.sig", Buffer.from(sealOf(list, key))]]);
};

/** The number and the files of the build that `origin` serves, read as anybody can read them. */
export const builtApp = async (
  origin: string,
): Promise<{ readonly number: number; readonly files: ReadonlyMap<string, Buffer> }> => {
  const [number = "", ...lines] = (await (await fetch(`${origin}/build.txt`)).text()).trimEnd().split("\n");
  const files = new Map<string, Buffer>();
  for (const line of lines) {
    const address = line.slice(line.indexOf(" ") + 1);
    files.set(address, Buffer.from(await (await fetch(origin + address)).arrayBuffer()));
  }
  return { number: Number(number), files };
};

/** A host whose offer can be changed while people use it. */
export interface SignedHost {
  readonly origin: string;
  offer: Offer;
}

/** Headers that belong to the bytes of the relay, not to those that are served in their place. */
const ofTheBytes = ["content-length", "content-encoding", "etag", "transfer-encoding", "connection", "keep-alive"];

/** What the relay says of one address, asked once. */
interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

const hear = async (address: string): Promise<Heard> => {
  const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
  const headers = [...answer.headers].filter(([name]) => !ofTheBytes.includes(name));
  return {
    status: answer.status,
    headers: Object.fromEntries(headers),
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
};

/** Runs `use` with such a host in front of the relay at `behind`; it keeps the relay's headers. */
export const withSignedHost = async <T>(behind: string, use: (host: SignedHost) => Promise<T>): Promise<T> => {
  const port = await freePort();
  const host: SignedHost = { origin: `http://127.0.0.1:${port}`, offer: new Map() };
  const heard = new Map<string, Promise<Heard>>();
  const front = createServer((asked, answer) => {
    const path = new URL(asked.url ?? "/", host.origin).pathname;
    const mine = host.offer.get(path);
    const serve = async (): Promise<void> => {
      const known = heard.get(path) ?? hear(behind + path);
      heard.set(path, known);
      const { status, headers, bytes } = await known;
      answer.writeHead(mine === null ? 404 : status, headers).end(mine === null ? "" : (mine ?? bytes));
    };
    serve().catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => front.listen(port, "127.0.0.1", resolve));
  try {
    return await use(host);
  } finally {
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
  }
};
