/** Makes every wrong request that a route of the shares can get. */
import { openShareCalls, type ShareCall } from "../../apps/relay/index.ts";
import { sharePath } from "../../apps/relay/edge/routes.ts";
import { postTo, type AbuseCase, type Target } from "./abuse-target.ts";
import { newTestShare, type TestBox } from "./client.ts";

const shareBody = (name: ShareCall, share: TestBox, proofs: TestBox = share): Readonly<Record<string, unknown>> => {
  switch (name) {
    case "put":
      return share.put;
    case "read":
      return { id: share.id, proof: proofs.read };
    case "replace":
      return { id: share.id, owner: proofs.owner, body: newTestShare(0).body };
    case "close":
      return { id: share.id, owner: proofs.owner };
  }
};

type Body = (name: ShareCall, target: Target) => Readonly<Record<string, unknown>>;

/** Wrong proofs for a share, by name: each must look like a share that never was. */
const wrongShares: readonly (readonly [string, Body])[] = [
  ["a random proof", (name, { shares }) => shareBody(name, shares.open, newTestShare(0))],
  ["another share's proof", (name, { shares }) => shareBody(name, shares.open, shares.other)],
  [
    "the other call's proof",
    (name, { shares: { open } }) => shareBody(name, open, { ...open, read: open.owner, owner: open.read }),
  ],
  ["an unknown share", (name) => shareBody(name, newTestShare(0))],
  ["a closed share, its proof replayed", (name, { shares }) => shareBody(name, shares.closed)],
  ["a box, by its own proof", (name, { boxes }) => shareBody(name, boxes.open)],
  [
    "an ask, by its own proof",
    (name, { asks: { open } }) => shareBody(name, { ...newTestShare(0), id: open.id }, { ...newTestShare(0), ...open }),
  ],
];

/** Every wrong request of one call. */
export const shareCases = (name: ShareCall): readonly AbuseCase[] => {
  const one = (
    what: string,
    same: string,
    expected: string,
    body: (target: Target) => unknown,
    headers = {},
  ): AbuseCase => ({
    name: `share ${name}: ${what}`,
    same: `share ${name} ${same}`,
    expected,
    run: (target) => postTo(target.base, sharePath(name), body(target), headers),
  });
  const right = ({ shares }: Target): unknown => shareBody(name, shares.open);
  const foreign = ["https://elsewhere.example", "", "file://", "http://127.0.0.1"];
  const week = ({ now }: Target, days: number): unknown => newTestShare(now(), { days }).put;
  return [
    ...(name === "put"
      ? [
          one("over another's", "taken", "409", (target) => ({
            ...newTestShare(target.now()).put,
            id: target.shares.open.id,
          })),
          one("over an ask", "taken", "409", (target) => ({
            ...newTestShare(target.now()).put,
            id: target.asks.open.id,
          })),
          one("for longer than there is", "malformed", "400", (target) => week(target, 91)),
          one("that is over already", "malformed", "400", (target) => week(target, -1)),
        ]
      : wrongShares.map(([what, body]) => one(what, "not found", "404", (target) => body(name, target)))),
    ...(name === "read" || name === "replace"
      ? [one("one that is over", "not found", "404", ({ shares }) => shareBody(name, shares.over))]
      : []),
    ...[...foreign, ...(openShareCalls.includes(name) ? [] : ["null"])].map((origin) =>
      one(`from ${origin}`, "foreign", "403", right, { origin }),
    ),
    one("from another site", "foreign", "403", right, { "sec-fetch-site": "cross-site" }),
    ...["", "{", "[]", "{}", "null", '"x"', '{"id":1}', `{"id":"${"a".repeat(5_000)}"}`].map((body) =>
      one(`the body ${body.slice(0, 12)}`, "malformed", "400", () => body),
    ),
  ];
};
