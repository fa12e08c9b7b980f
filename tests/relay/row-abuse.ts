/** Holds what boxes and shares are attacked with alike: bodies of their calls, wrong proofs, foreign origins, no JSON. */
import { postTo, type AbuseCase, type Target } from "./abuse-target.ts";
import type { TestBox } from "./client.ts";

/** A call of either. */
export type RowCall = "put" | "read" | "replace" | "close";

/** What is attacked: its name, where its calls are, what is up on the relay, and a new one that is not. */
export interface Rows {
  readonly kind: "box" | "share";
  readonly path: (name: RowCall) => string;
  readonly up: (target: Target) => Readonly<Record<"open" | "other" | "closed" | "over", TestBox>>;
  readonly fresh: () => TestBox;
}

type Body = (target: Target) => unknown;

/** One wrong request of a call: what it is, whose answers it must look like, what it must begin with. */
export type OneCase = (
  what: string,
  same: string,
  expected: string,
  body: Body,
  headers?: Readonly<Record<string, string>>,
) => AbuseCase;

/** The right body of a call, with the proofs of `proofs`. */
const bodyOf = (
  { fresh }: Rows,
  name: RowCall,
  row: TestBox,
  proofs: TestBox = row,
): Readonly<Record<string, unknown>> => {
  switch (name) {
    case "put":
      return row.put;
    case "read":
      return { id: row.id, proof: proofs.read };
    case "replace":
      return { id: row.id, owner: proofs.owner, body: fresh().body };
    case "close":
      return { id: row.id, owner: proofs.owner };
  }
};

/** Wrong proofs, by name: each must look like one that never was. */
const wrongProofs = (rows: Rows, name: RowCall): readonly (readonly [string, Body])[] => {
  const { kind, up, fresh } = rows;
  const body = (row: TestBox, proofs: TestBox = row) => bodyOf(rows, name, row, proofs);
  return [
    ["a random proof", (target) => body(up(target).open, fresh())],
    [`another ${kind}'s proof`, (target) => body(up(target).open, up(target).other)],
    [
      "the other call's proof",
      (target) => {
        const { open } = up(target);
        return body(open, { ...open, read: open.owner, owner: open.read });
      },
    ],
    [`an unknown ${kind}`, () => body(fresh())],
    [`a closed ${kind}, its proof replayed`, (target) => body(up(target).closed)],
    ["an ask, by its own proof", ({ asks: { open } }) => body({ ...fresh(), id: open.id }, { ...fresh(), ...open })],
  ];
};

/** Every wrong request that one call of either can get, and those of `more` that only this kind knows. */
export const rowCases = (
  rows: Rows,
  name: RowCall,
  isOpen: boolean,
  more: (one: OneCase, bodyOf: (row: TestBox) => unknown) => readonly AbuseCase[],
): readonly AbuseCase[] => {
  const { kind, path, up } = rows;
  const one: OneCase = (what, same, expected, body, headers = {}) => ({
    name: `${kind} ${name}: ${what}`,
    same: `${kind} ${name} ${same}`,
    expected,
    run: (target) => postTo(target.base, path(name), body(target), headers),
  });
  const right: Body = (target) => bodyOf(rows, name, up(target).open);
  const foreign = ["https://elsewhere.example", "", "file://", "http://127.0.0.1", ...(isOpen ? [] : ["null"])];
  return [
    ...(name === "put" ? [] : wrongProofs(rows, name).map(([what, body]) => one(what, "not found", "404", body))),
    ...(name === "read" || name === "replace"
      ? [one(`a ${kind} that is over`, "not found", "404", (target) => bodyOf(rows, name, up(target).over))]
      : []),
    ...more(one, (row) => bodyOf(rows, name, row)),
    ...foreign.map((origin) => one(`from ${origin}`, "foreign", "403", right, { origin })),
    one("from another site", "foreign", "403", right, { "sec-fetch-site": "cross-site" }),
    ...["", "{", "[]", "{}", "null", '"x"', '{"id":1}', `{"id":"${"a".repeat(5_000)}"}`].map((body) =>
      one(`the body ${body.slice(0, 12)}`, "malformed", "400", () => body),
    ),
  ];
};
