/** Makes every wrong request that a route of the boxes can get. */
import type { BoxCall } from "../../apps/relay/index.ts";
import { boxPath } from "../../apps/relay/edge/routes.ts";
import { postTo, type AbuseCase, type Target } from "./abuse-target.ts";
import { newTestBox, type TestBox } from "./client.ts";

const boxBody = (name: BoxCall, box: TestBox, proofs: TestBox = box): Readonly<Record<string, unknown>> => {
  switch (name) {
    case "put":
      return box.put;
    case "read":
      return { id: box.id, proof: proofs.read };
    case "replace":
      return { id: box.id, owner: proofs.owner, body: newTestBox().body };
    case "close":
      return { id: box.id, owner: proofs.owner };
  }
};

/** Wrong proofs for a box, by name: each must look like a box that never was. */
const wrongBoxes: readonly (readonly [string, (name: BoxCall, target: Target) => Readonly<Record<string, unknown>>])[] =
  [
    ["a random proof", (name, { boxes }) => boxBody(name, boxes.open, newTestBox())],
    ["another box's proof", (name, { boxes }) => boxBody(name, boxes.open, boxes.other)],
    [
      "the other call's proof",
      (name, { boxes: { open } }) => boxBody(name, open, { ...open, read: open.owner, owner: open.read }),
    ],
    ["an unknown box", (name) => boxBody(name, newTestBox())],
    ["a closed box, its proof replayed", (name, { boxes }) => boxBody(name, boxes.closed)],
    [
      "an ask, by its own proof",
      (name, { asks: { open } }) => boxBody(name, { ...newTestBox(), id: open.id }, { ...newTestBox(), ...open }),
    ],
  ];

/** Every wrong request of one call. */
export const boxCases = (name: BoxCall): readonly AbuseCase[] => {
  const one = (
    what: string,
    same: string,
    expected: string,
    body: (target: Target) => unknown,
    headers = {},
  ): AbuseCase => ({
    name: `box ${name}: ${what}`,
    same: `box ${name} ${same}`,
    expected,
    run: (target) => postTo(target.base, boxPath(name), body(target), headers),
  });
  const right = ({ boxes }: Target): unknown => boxBody(name, boxes.open);
  return [
    ...(name === "put"
      ? [
          one("over another's box", "taken", "409", ({ boxes }) => ({ ...newTestBox().put, id: boxes.open.id })),
          one("over an ask", "taken", "409", ({ asks }) => ({ ...newTestBox().put, id: asks.open.id })),
          one("of the kind of an ask", "malformed", "400", () => ({ ...newTestBox().put, kind: "ask" })),
        ]
      : wrongBoxes.map(([what, body]) => one(what, "not found", "404", (target) => body(name, target)))),
    ...(name === "read" || name === "replace"
      ? [one("a box that is over", "not found", "404", ({ boxes }) => boxBody(name, boxes.over))]
      : []),
    ...(name === "replace" ? [one("a pairing", "not found", "404", ({ boxes }) => boxBody(name, boxes.pairing))] : []),
    ...["https://elsewhere.example", "", "file://", "http://127.0.0.1", "null"].map((origin) =>
      one(`from ${origin}`, "foreign", "403", right, { origin }),
    ),
    one("from another site", "foreign", "403", right, { "sec-fetch-site": "cross-site" }),
    ...["", "{", "[]", "{}", "null", '"x"', '{"id":1}', `{"id":"${"a".repeat(5_000)}"}`].map((body) =>
      one(`the body ${body.slice(0, 12)}`, "malformed", "400", () => body),
    ),
  ];
};
