/** A small client of the relay for tests and proofs: real sockets, its own signing, no vault. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { WebSocket } from "ws";
import { concat, toBase64Url } from "@belay/basics";
import {
  decodeFrame,
  deleteMessage,
  encodeFrame,
  encodeHeader,
  helloMessage,
  rotateMessage,
  vaultIdInput,
  type BoxKind,
  type EnvelopeType,
  type Frame,
} from "@belay/wire";
import type { AskCall } from "../../apps/relay/asks.ts";
import type { BoxCall } from "../../apps/relay/boxes.ts";
import { askPath, boxPath, sharePath } from "../../apps/relay/edge/routes.ts";
import type { ShareCall } from "../../apps/relay/shares.ts";

/** A signing key with its raw 32 public bytes. */
export interface SigningKey {
  readonly secret: KeyObject;
  readonly raw: Uint8Array;
}

/** A fresh Ed25519 key. */
export const newSigningKey = (): SigningKey => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const der = publicKey.export({ format: "der", type: "spki" });
  return { secret: privateKey, raw: new Uint8Array(der.subarray(der.length - 32)) };
};

/** An Ed25519 signature: 64 bytes. */
export const signWith = (key: SigningKey, message: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, message, key.secret));

/** The keys of one made-up vault. */
export interface TestVault {
  readonly owner: SigningKey;
  readonly write: SigningKey;
  readonly epoch: number;
  readonly idBytes: Uint8Array;
  readonly id: string;
}

/** A vault that no relay knows yet. */
export const newTestVault = (): TestVault => {
  const owner = newSigningKey();
  const idBytes = new Uint8Array(createHash("sha256").update(vaultIdInput(owner.raw)).digest()).subarray(0, 16);
  return { owner, write: newSigningKey(), epoch: 1, idBytes, id: Buffer.from(idBytes).toString("hex") };
};

/** How a test envelope differs from a usual one. */
interface Unusual {
  readonly size?: number;
  readonly epoch?: number;
  readonly type?: EnvelopeType;
}

/** An envelope that looks right from outside: its inside is random. `device` is 16 bytes, `size` a padding bucket. */
export const testEnvelope = (
  vault: TestVault,
  device: Uint8Array,
  seq: number,
  { size = 512, epoch = vault.epoch, type = "events" }: Unusual = {},
): Uint8Array =>
  concat(
    encodeHeader({
      type,
      vaultId: vault.idBytes,
      epoch,
      deviceId: device,
      seq,
      prevHash: new Uint8Array(32),
      salt: randomBytes(16),
      nonce: randomBytes(24),
      ctLen: size + 16,
    }),
    randomBytes(32 + size + 16 + 64),
  );

/** One connection, with everything that came and was not asked for yet. */
export interface TestSocket {
  readonly ws: WebSocket;
  readonly send: (frame: Frame) => void;
  /** The next frame, or null when the connection closed or `ms` passed. */
  readonly next: (ms?: number) => Promise<Frame | null>;
  /** The next frame of that kind; others before it are dropped. Throws when none comes. */
  readonly nextOf: <K extends Frame["kind"]>(kind: K, ms?: number) => Promise<Extract<Frame, { readonly kind: K }>>;
  /** Resolves with the close code once the connection is closed. */
  readonly closed: Promise<number>;
  readonly close: () => Promise<void>;
}

/** How a connection is made, apart from where. */
export interface ConnectOptions {
  /** The Origin header; the relay's own unless said otherwise. Null sends none. */
  readonly origin?: string | null;
  /** The loopback address to come from. */
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a socket at the relay. Rejects when the relay refuses it, with the status as the message. */
export const connect = (
  base: string,
  path: string,
  { origin = base, from, headers = {} }: ConnectOptions = {},
): Promise<TestSocket> =>
  new Promise((resolve, reject) => {
    const ws = new WebSocket(`${base.replace("http", "ws")}${path}`, {
      perMessageDeflate: false,
      maxPayload: 2 ** 24,
      ...(from === undefined ? {} : { localAddress: from }),
      headers: { ...headers, ...(origin === null ? {} : { origin }) },
    });
    const socket = readingSocket(ws);
    ws.once("open", () => resolve(socket));
    ws.once("unexpected-response", (sent, response) => {
      reject(new Error(String(response.statusCode)));
      response.destroy();
      sent.destroy();
    });
    ws.on("error", reject);
  });

const readingSocket = (ws: WebSocket): TestSocket => {
  const arrived: Frame[] = [];
  const asked: ((frame: Frame | null) => void)[] = [];
  const closed = new Promise<number>((resolve) =>
    ws.once("close", (code) => {
      resolve(code);
      for (const take of asked.splice(0)) take(null);
    }),
  );
  ws.on("message", (data) => {
    const frame = data instanceof Buffer ? decodeFrame(data) : null;
    if (frame === null || !frame.ok) throw new Error("the relay sent no frame");
    const take = asked.shift();
    if (take === undefined) arrived.push(frame.value);
    else take(frame.value);
  });
  const next = (ms = 5_000): Promise<Frame | null> => {
    const frame = arrived.shift();
    if (frame !== undefined) return Promise.resolve(frame);
    if (ws.readyState === ws.CLOSED) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        asked.splice(asked.indexOf(take), 1);
        resolve(null);
      }, ms);
      const take = (value: Frame | null): void => {
        clearTimeout(timer);
        resolve(value);
      };
      asked.push(take);
    });
  };
  const nextOf: TestSocket["nextOf"] = async (kind, ms) => {
    for (;;) {
      const frame = await next(ms);
      if (frame === null) throw new Error(`no ${kind} came`);
      if (isKind(frame, kind)) return frame;
    }
  };
  return {
    ws,
    next,
    nextOf,
    closed,
    send: (frame) => ws.send(encodeFrame(frame)),
    close: async () => {
      ws.close();
      await closed;
    },
  };
};

const isKind = <K extends Frame["kind"]>(frame: Frame, kind: K): frame is Extract<Frame, { readonly kind: K }> =>
  frame.kind === kind;

/** A create for this vault that answers the challenge. */
export const createFrame = (vault: TestVault, origin: string, nonce: Uint8Array, ref = 1): Frame => ({
  kind: "create",
  ref,
  ownerPub: vault.owner.raw,
  epoch: 1,
  writePub: vault.write.raw,
  ownerSig: signWith(vault.owner, rotateMessage(vault.idBytes, 1, vault.write.raw)),
  helloSig: signWith(vault.write, helloMessage(origin, vault.idBytes, nonce)),
});

/** A hello for this vault that answers the challenge. */
export const helloFrame = (vault: TestVault, origin: string, nonce: Uint8Array, ref = 1): Frame => ({
  kind: "hello",
  ref,
  epoch: vault.epoch,
  sig: signWith(vault.write, helloMessage(origin, vault.idBytes, nonce)),
});

/** A rotation to the next epoch's key. */
export const rotateFrame = (vault: TestVault, next: TestVault, ref = 1): Frame => ({
  kind: "rotate",
  ref,
  epoch: next.epoch,
  writePub: next.write.raw,
  ownerSig: signWith(vault.owner, rotateMessage(vault.idBytes, next.epoch, next.write.raw)),
});

/** A deletion that answers the challenge. */
export const deleteFrame = (vault: TestVault, origin: string, nonce: Uint8Array, ref = 1): Frame => ({
  kind: "delete",
  ref,
  ownerSig: signWith(vault.owner, deleteMessage(origin, vault.idBytes, nonce)),
});

/** A connection that has proved itself, and what it was welcomed with. */
export interface LoggedIn {
  readonly socket: TestSocket;
  readonly nonce: Uint8Array;
  readonly welcome: Extract<Frame, { readonly kind: "welcome" }>;
}

/** Connects and proves itself, making the vault if it is not there yet. */
export const login = async (base: string, vault: TestVault, options: ConnectOptions = {}): Promise<LoggedIn> => {
  const socket = await connect(base, `/v/${vault.id}`, options);
  const { nonce } = await socket.nextOf("challenge");
  const origin = options.origin ?? base;
  socket.send(vault.epoch === 1 ? createFrame(vault, origin, nonce) : helloFrame(vault, origin, nonce));
  return { socket, nonce, welcome: await socket.nextOf("welcome") };
};

/** One HTTP exchange as it was on the wire. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What to send. */
export interface CallOptions {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly from?: string;
}

/** One request on a connection of its own. */
export const call = (
  base: string,
  { method = "GET", path, headers = {}, body, from }: CallOptions,
): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        headers,
        agent: false,
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });

/** Who makes a mailbox call, and from which loopback address. */
interface Caller {
  readonly origin?: string;
  readonly from?: string;
}

/** What came back, its body read. */
interface Told {
  readonly status: number;
  readonly json: unknown;
}

const callPath = async (base: string, path: string, body: unknown, { origin = base, from }: Caller): Promise<Told> => {
  const answer = await call(base, {
    method: "POST",
    path,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", origin },
    ...(from === undefined ? {} : { from }),
  });
  return { status: answer.status, json: JSON.parse(answer.body.toString("utf8")) };
};

/** A call on an ask as our own page makes it, or the sandboxed page with `origin: "null"`. */
export const callAsk = (base: string, name: AskCall, body: unknown, caller: Caller = {}): Promise<Told> =>
  callPath(base, askPath(name), body, caller);

/** A call on a box as our own page makes it. */
export const callBox = (base: string, name: BoxCall, body: unknown, caller: Caller = {}): Promise<Told> =>
  callPath(base, boxPath(name), body, caller);

/** A call on a share as our own page makes it, or the sandboxed page with `origin: "null"`. */
export const callShare = (base: string, name: ShareCall, body: unknown, caller: Caller = {}): Promise<Told> =>
  callPath(base, sharePath(name), body, caller);

const hashHex = (hex: string): string => createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");

/** The secrets of one made-up ask, and what the relay is given of them. */
export interface TestAsk {
  readonly id: string;
  readonly read: string;
  readonly reply: string;
  readonly owner: string;
  readonly body: string;
  /** The body of `put`. */
  readonly put: Readonly<Record<string, unknown>>;
}

/** An ask that no relay knows yet. `bytes` random bytes stand for the sealed ask. */
export const newTestAsk = (now: number, { cap = 3, days = 7, bytes = 700 } = {}): TestAsk => {
  const [id, read, reply, owner] = [16, 32, 32, 32].map((length) => randomBytes(length).toString("hex"));
  if (id === undefined || read === undefined || reply === undefined || owner === undefined) throw new Error("no bytes");
  const body = toBase64Url(randomBytes(bytes));
  const put = {
    id,
    read: hashHex(read),
    reply: hashHex(reply),
    owner: hashHex(owner),
    body,
    cap,
    expiresAt: now + days * 86_400_000,
  };
  return { id, read, reply, owner, body, put };
};

/** The secrets of one made-up box, and what the relay is given of them. */
export interface TestBox {
  readonly id: string;
  readonly read: string;
  readonly owner: string;
  readonly body: string;
  /** The body of `put`. */
  readonly put: Readonly<Record<string, unknown>>;
}

/** A box that no relay knows yet. `bytes` random bytes stand for what is sealed in it. */
export const newTestBox = (kind: BoxKind = "recovery", bytes = 700): TestBox => {
  const { id, read, owner, body } = newTestAsk(0, { bytes });
  return { id, read, owner, body, put: { kind, id, read: hashHex(read), owner: hashHex(owner), body } };
};

/** A share that no relay knows yet. `bytes` random bytes stand for the sealed document. */
export const newTestShare = (now: number, { days = 30, bytes = 700 } = {}): TestBox => {
  const { id, read, owner, body, put } = newTestAsk(now, { days, bytes });
  const { expiresAt } = put;
  return { id, read, owner, body, put: { id, read: hashHex(read), owner: hashHex(owner), body, expiresAt } };
};

/** A sealed reply that was not there before. */
export const newTestReply = (bytes = 600): { readonly replyId: string; readonly body: string } => ({
  replyId: randomBytes(16).toString("hex"),
  body: toBase64Url(randomBytes(bytes)),
});
