/** Makes, from the route list, every wrong request that a route can get, each with what must come of it. */
import { randomBytes } from "node:crypto";
import { openCalls, openPaths, routes, type AskCall, type Route } from "../../apps/relay/index.ts";
import { askPath } from "../../apps/relay/edge/routes.ts";
import type { Frame } from "@belay/wire";
import { answerText, postTo, type AbuseCase, type Target } from "./abuse-target.ts";
import { boxCases } from "./box-abuse.ts";
import { shareCases } from "./share-abuse.ts";
import {
  call,
  connect,
  createFrame,
  deleteFrame,
  helloFrame,
  newSigningKey,
  newTestAsk,
  newTestReply,
  newTestVault,
  rotateFrame,
  signWith,
  testEnvelope,
  type TestAsk,
  type TestSocket,
  type TestVault,
} from "./client.ts";
import { helloMessage } from "@belay/wire";

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] as const;
const bodyOf = (name: AskCall, ask: TestAsk, proofs: TestAsk = ask): Readonly<Record<string, unknown>> => {
  switch (name) {
    case "put":
      return ask.put;
    case "read":
      return { id: ask.id, proof: proofs.read };
    case "reply":
      return { id: ask.id, proof: proofs.reply, ...newTestReply() };
    case "replies":
      return { id: ask.id, owner: proofs.owner };
    case "taken":
      return { id: ask.id, owner: proofs.owner, replyIds: ["ab".repeat(16)] };
    case "close":
      return { id: ask.id, owner: proofs.owner };
  }
};

const post = (base: string, name: AskCall, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  postTo(base, askPath(name), body, headers);

/** Wrong proofs for an ask, by name: each must look like an ask that never was. */
const wrongProofs: readonly (readonly [
  string,
  (name: AskCall, target: Target) => Readonly<Record<string, unknown>>,
])[] = [
  ["a random proof", (name, { asks, now }) => bodyOf(name, asks.open, newTestAsk(now()))],
  ["another ask's proof", (name, { asks }) => bodyOf(name, asks.open, asks.other)],
  [
    "another call's proof",
    (name, { asks: { open } }) =>
      bodyOf(name, open, { ...open, read: open.owner, reply: open.read, owner: open.reply }),
  ],
  ["an unknown ask", (name, { now }) => bodyOf(name, newTestAsk(now()))],
  ["a closed ask, its proof replayed", (name, { asks }) => bodyOf(name, asks.closed)],
];

/** An ask's owner may still fetch and close when it is over; the others find nothing. */
const overProof = (name: AskCall): AbuseCase[] =>
  openCalls.includes(name)
    ? [
        {
          name: `${name}: an ask that is over`,
          same: `${name} not found`,
          expected: "404",
          run: ({ base, asks }) => post(base, name, bodyOf(name, asks.over)),
        },
      ]
    : [];

const askCases = (name: AskCall): readonly AbuseCase[] => [
  ...(name === "put" ? [] : wrongProofs).map(([what, body]): AbuseCase => ({
    name: `${name}: ${what}`,
    same: `${name} not found`,
    expected: "404",
    run: (target) => post(target.base, name, body(name, target)),
  })),
  ...overProof(name),
  ...(name === "put"
    ? [
        {
          name: "put: over another's ask",
          same: "put taken",
          expected: "409",
          run: ({ base, asks, now }: Target) => post(base, name, { ...newTestAsk(now()).put, id: asks.open.id }),
        },
      ]
    : []),
  ...["https://elsewhere.example", "", "file://", "http://127.0.0.1"].map((origin): AbuseCase => ({
    name: `${name}: from ${origin}`,
    same: `${name} foreign`,
    expected: "403",
    run: ({ base, asks }) => post(base, name, bodyOf(name, asks.open), { origin }),
  })),
  {
    name: `${name}: from another site`,
    same: `${name} foreign`,
    expected: "403",
    run: ({ base, asks }) => post(base, name, bodyOf(name, asks.open), { "sec-fetch-site": "cross-site" }),
  },
  ...(openCalls.includes(name)
    ? []
    : [
        {
          name: `${name}: from the sandbox`,
          same: `${name} foreign`,
          expected: "403",
          run: ({ base, asks }: Target) => post(base, name, bodyOf(name, asks.open), { origin: "null" }),
        },
      ]),
  ...["", "{", "[]", "{}", "null", '"x"', '{"id":1}', `{"id":"${"a".repeat(5_000)}"}`].map((body): AbuseCase => ({
    name: `${name}: the body ${body.slice(0, 12)}`,
    same: `${name} malformed`,
    expected: "400",
    run: ({ base }) => post(base, name, body),
  })),
];

/** Methods that a path does not know. */
const methodCases = (path: string, known: readonly string[]): readonly AbuseCase[] =>
  methods
    .filter((method) => !known.includes(method))
    .map((method) => ({
      name: `${method} ${path}`,
      same: "unknown",
      expected: "404",
      run: async ({ base }) => answerText(await call(base, { method, path, headers: { origin: base } })),
    }));

type HelloFrame = (target: Target, vault: TestVault, nonce: Uint8Array) => Frame;

/** What comes back on a vault's socket for one frame: all frames, then the close code. */
const heardAfter = async (socket: TestSocket): Promise<string> => {
  const heard: string[] = [];
  for (let frame = await socket.next(3_000); frame !== null; frame = await socket.next(3_000)) {
    heard.push(frame.kind === "refused" ? `refused ${frame.code} ${frame.ref} ${frame.retryAfterMs}` : frame.kind);
  }
  return `${heard.join(", ")}; closed ${await socket.closed}`;
};

const onSocket =
  (frameOf: HelloFrame, pick: (target: Target) => TestVault = ({ vault }) => vault, passMs = 0) =>
  async (target: Target): Promise<string> => {
    const vault = pick(target);
    const socket = await connect(target.base, `/v/${vault.id}`);
    const { nonce } = await socket.nextOf("challenge");
    target.pass(passMs);
    socket.send(frameOf(target, vault, nonce));
    return heardAfter(socket);
  };

const expiredMs = 60_000;
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const elsewhere = "https://elsewhere.example";

/** A hello, create or delete, wrong in one way; of which vault; after how long. */
type ProofCase = readonly [
  name: string,
  frameOf: HelloFrame,
  pick?: ((target: Target) => TestVault) | undefined,
  passMs?: number,
];

const proofCases: readonly ProofCase[] = [
  ["hello: no signature", (_t, v) => ({ kind: "hello", ref: 1, epoch: v.epoch, sig: new Uint8Array(64) })],
  ["hello: another vault's key", (t, v, nonce) => helloFrame({ ...v, write: t.other.write }, t.base, nonce)],
  ["hello: another vault's hello", (t, _v, nonce) => helloFrame(t.other, t.base, nonce)],
  ["hello: an old epoch's key", (t, v, nonce) => helloFrame(v, t.base, nonce), ({ rotated }) => rotated],
  [
    "hello: an old key under the new epoch",
    (t, v, nonce) => helloFrame({ ...v, epoch: 2 }, t.base, nonce),
    ({ rotated }) => rotated,
  ],
  ["hello: an expired nonce", (t, v, nonce) => helloFrame(v, t.base, nonce), undefined, expiredMs],
  ["hello: a replayed signature", (t, v) => helloFrame(v, t.base, random(32))],
  ["hello: another origin", (_t, v, nonce) => helloFrame(v, elsewhere, nonce)],
  [
    "hello: signed by the owner key",
    (t, v, nonce) => ({
      kind: "hello",
      ref: 1,
      epoch: 1,
      sig: signWith(v.owner, helloMessage(t.base, v.idBytes, nonce)),
    }),
  ],
  ["hello: an unknown vault", (t, v, nonce) => helloFrame(v, t.base, nonce), () => newTestVault()],
  [
    "create: over another's vault",
    (t, v, nonce) => createFrame({ ...newTestVault(), idBytes: v.idBytes, id: v.id }, t.base, nonce),
  ],
  [
    "create: at an id that is not its own",
    (t, v, nonce) => createFrame({ ...newTestVault(), idBytes: v.idBytes, id: v.id }, t.base, nonce),
    () => newTestVault(),
  ],
  ["create: with another write key", (t, v, nonce) => createFrame({ ...v, write: newSigningKey() }, t.base, nonce)],
  ["create: an expired nonce", (t, v, nonce) => createFrame(v, t.base, nonce), undefined, expiredMs],
  ["create: a replayed signature", (t, v) => createFrame(v, t.base, random(32))],
  ["create: another origin", (_t, v, nonce) => createFrame(v, elsewhere, nonce)],
  ["delete: no signature", () => ({ kind: "delete", ref: 1, ownerSig: new Uint8Array(64) })],
  ["delete: by the write key", (t, v, nonce) => deleteFrame({ ...v, owner: v.write }, t.base, nonce)],
  ["delete: by another owner", (t, v, nonce) => deleteFrame({ ...v, owner: t.other.owner }, t.base, nonce)],
  ["delete: an expired nonce", (t, v, nonce) => deleteFrame(v, t.base, nonce), undefined, expiredMs],
  ["delete: a replayed signature", (t, v) => deleteFrame(v, t.base, random(32))],
  ["delete: another origin", (_t, v, nonce) => deleteFrame(v, elsewhere, nonce)],
  ["delete: an unknown vault", (t, v, nonce) => deleteFrame(v, t.base, nonce), () => newTestVault()],
  ["append: before the proof", (_t, v) => ({ kind: "append", ref: 1, envelopes: [testEnvelope(v, random(16), 1)] })],
  ["erase: before the proof", () => ({ kind: "erase", ref: 1, deviceId: random(16), from: 1, to: 1 })],
  ["pull: before the proof", () => ({ kind: "pull", ref: 1, after: 0, maxBytes: 1_000 })],
  ["rotate: before the proof", (_t, v) => rotateFrame(v, { ...v, epoch: 2, write: newSigningKey() })],
];

/** Sockets that are refused before they are one. */
const upgradeCases = (path: string): readonly AbuseCase[] =>
  [elsewhere, "null", null].map((origin) => ({
    name: `${path}: an upgrade from ${origin ?? "nowhere"}`,
    same: "upgrade foreign",
    expected: "403",
    run: ({ base }) =>
      connect(base, path, { origin }).then(
        () => "open",
        (cause: unknown) => (cause instanceof Error ? cause.message : ""),
      ),
  }));

const vaultCases: readonly AbuseCase[] = [
  ...proofCases.map(([name, frameOf, pick, passMs]): AbuseCase => ({
    name,
    same: "unproved",
    expected: "refused unauthorised 1 0; closed 1008",
    run: onSocket(frameOf, pick, passMs),
  })),
  {
    // A device that slept through it: the acts about devices, of which this vault has none, and nothing else.
    name: "create: after a rotation",
    same: "slept through it",
    expected: "page, refused stale-epoch 1 0; closed 1008",
    run: onSocket(
      (t, v, nonce) => createFrame(v, t.base, nonce),
      ({ rotated }) => rotated,
    ),
  },
  ...(
    [
      ["text", "hello"],
      ["nothing", ""],
      ["noise", "\u0001\u007f\u0000\u0000\u0000\u0000"],
    ] as const
  ).map(([what, text]): AbuseCase => ({
    name: `vault socket: ${what}`,
    same: "no frame",
    expected: "refused malformed 0 0; closed 1003",
    run: async ({ base, vault }) => {
      const socket = await connect(base, `/v/${vault.id}`);
      await socket.nextOf("challenge");
      socket.ws.send(what === "text" ? text : Buffer.from(text));
      return heardAfter(socket);
    },
  })),
];

const watchCase = (name: string, pick: (target: Target) => readonly [id: string, proof: string]): AbuseCase => ({
  name: `watch: ${name}`,
  same: "unwatched",
  expected: "refused unauthorised 1 0",
  run: async (target) => {
    const socket = await connect(target.base, "/live");
    const [id, proof] = pick(target).map((hex) => new Uint8Array(Buffer.from(hex, "hex")));
    socket.send({ kind: "watch", ref: 1, id: id ?? random(16), proof: proof ?? random(32) });
    const frame = await socket.next();
    await socket.close();
    return frame?.kind === "refused" ? `refused ${frame.code} ${frame.ref} ${frame.retryAfterMs}` : String(frame?.kind);
  },
});

const liveCases: readonly AbuseCase[] = [
  watchCase("a random proof", ({ asks }) => [asks.open.id, "ab".repeat(32)]),
  watchCase("the read proof", ({ asks }) => [asks.open.id, asks.open.read]),
  watchCase("another ask's proof", ({ asks }) => [asks.open.id, asks.other.owner]),
  watchCase("an unknown ask", () => ["cd".repeat(16), "ab".repeat(32)]),
  watchCase("a box", ({ boxes }) => [boxes.open.id, boxes.open.owner]),
  watchCase("a share", ({ shares }) => [shares.open.id, shares.open.owner]),
  watchCase("a closed ask", ({ asks }) => [asks.closed.id, asks.closed.owner]),
];

/** Every wrong request of one route. A new kind of route does not compile until it has some. */
const casesOf = (route: Route): readonly AbuseCase[] => {
  switch (route.kind) {
    case "files":
      return methodCases("/", ["GET"]);
    case "page":
      return methodCases(route.path.replace("*", "x"), ["GET"]);
    case "health":
      return methodCases(route.path, ["GET"]);
    case "ask":
      return [
        ...askCases(route.call),
        ...methodCases(route.path, ["POST", ...(openCalls.includes(route.call) ? ["OPTIONS"] : [])]),
      ];
    case "box":
      return [...boxCases(route.call), ...methodCases(route.path, ["POST"])];
    case "share":
      return [
        ...shareCases(route.call),
        ...methodCases(route.path, ["POST", ...(openPaths.includes(route.path) ? ["OPTIONS"] : [])]),
      ];
    case "preflight":
      return [elsewhere, ""].map((origin) => ({
        name: `OPTIONS ${route.path} from ${origin}`,
        same: "preflight foreign",
        expected: "403",
        run: async ({ base }) =>
          answerText(await call(base, { method: "OPTIONS", path: route.path, headers: { origin } })),
      }));
    case "vault-socket":
      return [...vaultCases, ...upgradeCases(`/v/${"ab".repeat(16)}`), ...methodCases(`/v/${"ab".repeat(16)}`, [])];
    case "live-socket":
      return [...liveCases, ...upgradeCases(route.path), ...methodCases(route.path, [])];
  }
};

/** All of them. */
export const abuseCases: readonly AbuseCase[] = routes.flatMap(casesOf);
