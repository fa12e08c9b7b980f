import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { capsuleMax } from "./limits.ts";
import {
  boxAnswer,
  boxKinds,
  checkBody,
  closeAsk,
  closeBox,
  doneAnswer,
  errorAnswer,
  listReplies,
  mailboxErrors,
  putAsk,
  putBox,
  readAnswer,
  readAsk,
  readBox,
  repliesAnswer,
  replaceBox,
  replyAsk,
  takeReplies,
} from "./mailbox.ts";

const id = "0f".repeat(16);
const proof = "a0".repeat(32);
const body = "QUJD_-";

const bodies = [
  ["put", putAsk, { id, read: proof, reply: proof, owner: proof, body, expiresAt: 1_800_000_000_000, cap: 3 }],
  ["read", readAsk, { id, proof }],
  ["reply", replyAsk, { id, proof, replyId: id, body }],
  ["replies", listReplies, { id, owner: proof }],
  ["taken", takeReplies, { id, owner: proof, replyIds: [id] }],
  ["close", closeAsk, { id, owner: proof }],
  ["put, of a box", putBox, { kind: "pairing", id, read: proof, owner: proof, body }],
  ["read, of a box", readBox, { id, proof }],
  ["replace, of a box", replaceBox, { id, owner: proof, body }],
  ["close, of a box", closeBox, { id, owner: proof }],
  ["the answer to reading a box", boxAnswer, { body }],
  ["the answer to read", readAnswer, { body, closesAt: 1_800_000_000_000 }],
  ["the answer to replies", repliesAnswer, { replies: [{ replyId: id, body }] }],
  ["done", doneAnswer, {}],
  ["an error", errorAnswer, { error: "not-found" }],
] as const;

const bad: Readonly<Record<string, readonly unknown[]>> = {
  id: ["", id.slice(1), `${id}00`, id.toUpperCase(), 5, null, "../../etc", `${id.slice(0, -1)}g`],
  proof: [proof.slice(2), "", null],
  read: [id, null],
  reply: [id, 1],
  owner: [id, undefined, `${proof}\n`],
  body: ["", "a+b", "a=", "a b", "Ä", 3, null, "A".repeat(Math.ceil((capsuleMax * 4) / 3) + 1)],
  expiresAt: [-1, 1.5, "soon", null, 2 ** 53, Number.NaN],
  closesAt: [-1, null],
  kind: ["ask", "share", "", "Pairing", 0, null, ["pairing"], "__proto__"],
  cap: [0, 11, 1.5, "3", null],
  replyId: [proof, ""],
  replyIds: [[], Array.from({ length: 11 }, () => id), [proof], id, null],
  replies: [[{ replyId: id }], null, Array.from({ length: 11 }, () => ({ replyId: id, body }))],
  error: [1, null, "x".repeat(41)],
};

describe.each(bodies)("the body of %s", (_, shape, value) => {
  it("is taken as it should be", () => {
    expect(v.safeParse(shape, value)).toMatchObject({ success: true, output: value });
  });

  it("is refused with an unknown field", () => {
    for (const name of ["vault", "extra", "ip"])
      expect(v.safeParse(shape, { ...value, [name]: "x" }).success).toBe(false);
  });

  it("is refused without any one of its fields", () => {
    for (const name of Object.keys(value)) {
      const rest = Object.fromEntries(Object.entries(value).filter(([field]) => field !== name));
      expect(v.safeParse(shape, rest).success, name).toBe(false);
    }
  });

  it("is refused with any bad value in any field", () => {
    for (const name of Object.keys(value)) {
      expect(bad[name], name).toBeDefined();
      for (const wrong of bad[name] ?? [])
        expect(v.safeParse(shape, { ...value, [name]: wrong }).success, `${name} ${String(wrong)}`).toBe(false);
    }
  });

  it("is an object and nothing else", () => {
    for (const wrong of [null, undefined, 1, "x", true]) expect(v.safeParse(shape, wrong).success).toBe(false);
  });
});

describe("the caps", () => {
  it("the largest capsule fits the body, and no more", () => {
    const largest = Buffer.alloc(capsuleMax).toString("base64url");
    expect(v.safeParse(replyAsk, { id, proof, replyId: id, body: largest }).success).toBe(true);
    expect(v.safeParse(replyAsk, { id, proof, replyId: id, body: `${largest}A` }).success).toBe(false);
  });

  it("an ask takes 1 to 10 replies", () => {
    const put = (cap: number) => v.safeParse(putAsk, { ...bodies[0][2], cap }).success;
    expect([0, 1, 10, 11].map(put)).toEqual([false, true, true, false]);
  });

  it("a box is for a pairing or a recovery, and never for an ask", () => {
    expect(boxKinds).toEqual(["pairing", "recovery"]);
    const put = (kind: string) => v.safeParse(putBox, { kind, id, read: proof, owner: proof, body }).success;
    expect(["pairing", "recovery", "ask"].map(put)).toEqual([true, true, false]);
  });

  it("every tag of a refusal is short and plain", () => {
    for (const tag of mailboxErrors) expect(v.safeParse(errorAnswer, { error: tag }).success).toBe(true);
    expect(new Set(mailboxErrors).size).toBe(mailboxErrors.length);
  });
});

describe("a body that is checked for another room", () => {
  it("comes back as it was", () => {
    const [, shape, value] = bodies[1];
    expect(checkBody(shape, value)).toEqual({ ok: true, value });
  });

  it.each([
    ["the id", { id: "x", proof }, "id"],
    ["a missing field", { id }, "proof"],
    ["an unknown field", { id, proof, more: 1 }, "more"],
    ["no object", null, ""],
  ])("is refused by the name of its first wrong field: %s", (_, value, field) => {
    expect(checkBody(readAsk, value)).toEqual({ ok: false, error: { type: "BadShape", field } });
  });

  it("names a place inside a list", () => {
    expect(checkBody(takeReplies, { id, owner: proof, replyIds: [id, "x"] })).toEqual({
      ok: false,
      error: { type: "BadShape", field: "replyIds.1" },
    });
  });
});
