/** Ways of breaking the seals, the proofs, and the two stores: parts whose own tests are what must notice. */
import type { Mutant } from "./mutants.ts";

/** A mutant and the test files that must go red with it. */
export interface PartMutant extends Mutant {
  readonly tests: readonly string[];
}

/** Changes of one file, each met by the same tests. */
const inFile = (
  file: string,
  tests: readonly string[],
  changes: readonly (readonly [name: string, find: string, put: string])[],
): readonly PartMutant[] => changes.map(([name, find, put]) => ({ name, file, find, put, tests }));

const store = "apps/relay/store";
const sqlite = [`${store}/sqlite.test.ts`];
const postgres = [`${store}/postgres.test.ts`];

const seals: readonly PartMutant[] = [
  ...inFile(
    "packages/vault/aead.ts",
    ["packages/vault/envelope.test.ts"],
    [["opens without its commitment", "if (!equalBytes(once.commit, sealed.commit))", "if (false)"]],
  ),
  ...inFile(
    "packages/vault/envelope.ts",
    ["packages/vault/envelope.test.ts"],
    [
      ["takes any signature", "return verify(input.devicePub, signed, parts.sig) ? null", "return true ? null"],
      [
        "seals every envelope under one salt",
        "const salt = random(16);",
        "random(16); const salt = new Uint8Array(16);",
      ],
      ["opens what another vault holds", "if (!equalBytes(header.vaultId, input.vaultId))", "if (false)"],
      ["takes what a removed device wrote", "if (beyondCut(header, input.cut))", "if (false)"],
    ],
  ),
  ...inFile(
    "packages/vault/padding.ts",
    ["packages/vault/padding.test.ts"],
    [
      ["shows how long a text is", "while (bucket < length) bucket *= 2;", "while (bucket < length) bucket += 1;"],
      ["takes bytes behind the padding", "return stray === 0 ?", "return stray >= 0 ?"],
    ],
  ),
  ...inFile(
    "packages/vault/reply.ts",
    ["packages/vault/reply.test.ts", "packages/vault/vectors.test.ts"],
    [["binds no reply to its ask", 'concat(utf8("ask/reply/1"), keys.id, pk)', 'concat(utf8("ask/reply/1"), pk)']],
  ),
  ...inFile(
    "packages/vault/sealed-page.ts",
    ["packages/vault/ask.test.ts", "packages/vault/share.test.ts"],
    [["does not look whose page it is", "if (!equalBytes(body.subarray(8, 24), keys.id))", "if (false)"]],
  ),
];

const proofs: readonly PartMutant[] = [
  ...inFile(
    "apps/relay/session.ts",
    ["apps/relay/relay.test.ts"],
    [
      ["lets a challenge count twice", " && !session.spent.includes(purpose)", ""],
      ["never lets a challenge end", "Math.abs(now - session.openedAt) < challengeLife &&", ""],
      [
        "lets anybody in who signs nothing",
        'if (!signed || found.kind === "none") return "no";',
        'if (found.kind === "none") return "no";',
      ],
      ["lets an old key in", 'return found.keys.epoch === frame.epoch ? "yes" : "no";', 'return "yes";'],
      [
        "lets anybody turn the keys",
        "signedBy(keys.ownerPub, rotateMessage(session.vaultBytes, frame.epoch, frame.writePub), frame.ownerSig);",
        "keys.ownerPub.length > 0;",
      ],
      [
        "lets anybody delete a vault",
        "signedBy(keys.ownerPub, deleteMessage(session.origin, session.vaultBytes, session.nonce), frame.ownerSig);",
        "keys.ownerPub.length > 0;",
      ],
    ],
  ),
  ...inFile(
    "apps/relay/signatures.ts",
    ["apps/relay/signatures.test.ts"],
    [
      [
        "takes an id that is another's",
        "equalBytes(sha256(vaultIdInput(ownerPub)).subarray(0, 16), vaultId)",
        "vaultId.length === 16",
      ],
    ],
  ),
];

const stores: readonly PartMutant[] = [
  ...[sqlite, postgres].flatMap((tests) =>
    inFile(`${store}/rules.ts`, tests, [
      ["leaves a gap in a chain", "if (item.seq > expected) return", "if (item.seq > expected + 1) return"],
      [
        "takes other bytes under a number that is taken",
        "if (kept === null || !sameHash(kept, item.envelope))",
        "if (kept === null)",
      ],
      ["hands an ask to whoever knows its id", "return mail !== null && right ?", "return mail !== null ?"],
      ["counts no bytes", "if (bytes > caps.vaultBytes ||", "if ("],
    ]),
  ),
  ...inFile(`${store}/sqlite-shelf.ts`, sqlite, [
    [
      "says too early that nothing follows",
      'more: (entries.at(-1)?.at ?? after) < numberIn(s.last.get(v) ?? { seq: 0 }, "seq")',
      "more: false",
    ],
    ["forgets which rows hold acts", "run.envelopes.some(isAct) ? 1 : 0", "0"],
    ["remembers a deleted vault", "      memory.drop(id);\n      turn.markDeleted();", "      turn.markDeleted();"],
  ]),
  ...inFile(`${store}/sqlite-turn.ts`, sqlite, [
    ["overwrites nothing that is deleted", "PRAGMA secure_delete = ON", "PRAGMA secure_delete = OFF"],
  ]),
  ...inFile(`${store}/sqlite-mail.ts`, sqlite, [
    [
      "keeps the replies of an ask that is closed",
      "return s.dropReplies.run(id) + s.drop.run(id);",
      "return s.drop.run(id);",
    ],
    ["shows an ask that is over", "return isOpen(mail.value, now) && body !== null ?", "return body !== null ?"],
  ]),
  ...inFile(`${store}/postgres-append.ts`, postgres, [
    [
      "remembers what it did not write",
      'else await failed([group], { type: "Again", code: "MOVED" });',
      "else settle(group, plan);",
    ],
    [
      "refuses from memory",
      "if (plan !== null && plan.answers.every((answer) => answer.ok)) all.set(group, plan);",
      "if (plan !== null) all.set(group, plan);",
    ],
  ]),
  ...inFile(`${store}/postgres-mail.ts`, postgres, [
    [
      "keeps the replies of an ask that is closed",
      'await sql("DELETE FROM reply WHERE id = $1 RETURNING n", [bytesOf(id)])',
      "[]",
    ],
    ["shows an ask that is over", "isOpen(mail, now) && mail.body !== null ?", "mail.body !== null ?"],
  ]),
  ...inFile(`${store}/postgres-pool.ts`, postgres, [
    ["trusts a database that does not wait for its disk", '["fsync", "FSYNC_OFF"],', ""],
  ]),
];

/** All of them: in the seals, in what is proved, in each store. */
export const partMutants: readonly PartMutant[] = [...seals, ...proofs, ...stores];
