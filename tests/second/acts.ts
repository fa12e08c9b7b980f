/** Membership acts, written a second time from docs/protocol.md alone. */
import sodium from "libsodium-wrappers-sumo";
import type { Opened } from "../vectors/run.ts";
import { asValue, bytesOf, fieldsOf, isFields, join, numberOf, textOf, type Fields } from "../vectors/values.ts";
import { big, edSign, edVerify, sha256, text } from "./primitives.ts";
import { ownerOf } from "./stored.ts";

type Plain = { readonly [field: string]: unknown };

/** The fields of each act, in the order in which they are written. */
const order: Readonly<Record<string, readonly string[]>> = {
  found: ["type", "device", "name", "signPub", "agreePub", "epoch", "writePub", "rotateSig"],
  add: ["type", "device", "name", "signPub", "agreePub"],
  revoke: ["type", "device", "cut", "epoch", "writePub", "rotateSig", "keys"],
  rotate: ["type", "epoch", "writePub", "rotateSig", "keys"],
};

const isHex = (size: number) => (value: unknown) =>
  typeof value === "string" && new RegExp(`^[0-9a-f]{${size * 2}}$`).test(value);
const isCount = (least: number) => (value: unknown) => Number.isSafeInteger(value) && Number(value) >= least;
const exact = (value: unknown, ...names: readonly string[]): value is Plain =>
  isFields(value) && Object.keys(value).join() === names.join();

const isCut = (value: unknown): boolean =>
  exact(value, "seq", "hash") &&
  isCount(0)(value["seq"]) &&
  isHex(32)(value["hash"]) &&
  (value["seq"] === 0) === (value["hash"] === "0".repeat(64));

const areKeys = (value: unknown): boolean => {
  if (!Array.isArray(value) || value.length > 256) return false;
  const right = value.every(
    (one) => exact(one, "device", "sealed") && isHex(16)(one["device"]) && isHex(80)(one["sealed"]),
  );
  return right && value.every((one: Plain, i) => i === 0 || String(value[i - 1]["device"]) < String(one["device"]));
};

/** What each field may hold. */
const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => typeof value === "string",
  device: isHex(16),
  name: (value) => typeof value === "string" && value.length <= 64,
  signPub: isHex(32),
  agreePub: isHex(32),
  epoch: (value) => isCount(1)(value) && Number(value) < 2 ** 32,
  writePub: isHex(32),
  rotateSig: isHex(64),
  cut: isCut,
  keys: areKeys,
};

const fits = (act: unknown): act is Plain => {
  const names = isFields(act) ? order[String(act["type"])] : undefined;
  return names !== undefined && exact(act, ...names) && names.every((name) => rules[name]?.(act[name]) === true);
};

const message = (vaultId: Uint8Array, written: string): Uint8Array =>
  join(text("membership/1"), vaultId, big(text(written).length, 4), text(written));
const rotation = (vaultId: Uint8Array, epoch: number, writePub: Uint8Array): Uint8Array =>
  join(text("rotate/1"), vaultId, big(epoch, 4), writePub);

/** The signed body of an act, with the credentials that belong to its epoch. */
export const makeAct = async (input: Fields): Promise<Fields> => {
  const { seed, ownerPub, vaultId } = await ownerOf(bytesOf(input, "ownerSecret"));
  const entry = fieldsOf(input, "entry");
  const act = fieldsOf(entry, "act");
  const writePub = bytesOf(input, "writePub");
  const sig = act["epoch"] === undefined ? "" : await edSign(seed, rotation(vaultId, numberOf(act, "epoch"), writePub));
  await sodium.ready;
  const all: Plain = { ...act, writePub: sodium.to_hex(writePub), rotateSig: sodium.to_hex(sig) };
  const fields = (order[textOf(act, "type")] ?? []).map(
    (name) => `${JSON.stringify(name)}:${JSON.stringify(all[name])}`,
  );
  const { n, prev, at } = entry;
  const written = `{"n":${JSON.stringify(n)},"prev":${JSON.stringify(prev)},"act":{${fields.join(",")}},"at":${JSON.stringify(at)}}`;
  const signature = sodium.to_hex(await edSign(seed, message(vaultId, written)));
  return {
    body: text(`{"act":${JSON.stringify(written)},"sig":"${signature}"}`),
    hash: await sha256(join(text("member"), text(written))),
    ownerPub,
  };
};

const decoded = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));

const checked = async (body: Uint8Array, ownerPub: Uint8Array, vaultId: Uint8Array): Promise<Opened> => {
  const outer = decoded(body);
  if (!exact(outer, "act", "sig") || typeof outer["act"] !== "string" || !isHex(64)(outer["sig"]))
    return { refused: "outer" };
  await sodium.ready;
  if (sodium.to_hex(body) !== sodium.to_hex(text(JSON.stringify(outer)))) return { refused: "outer text" };
  const written = outer["act"];
  if (!(await edVerify(ownerPub, message(vaultId, written), sodium.from_hex(String(outer["sig"])))))
    return { refused: "signature" };
  const entry: unknown = JSON.parse(written);
  if (!exact(entry, "n", "prev", "act", "at") || JSON.stringify(entry) !== written) return { refused: "text" };
  const { n, prev, act, at } = entry;
  if (!isCount(1)(n) || !isHex(32)(prev) || !isCount(0)(at) || !fits(act)) return { refused: "shape" };
  if (act["type"] === "found" && act["epoch"] !== 1) return { refused: "epoch" };
  const { writePub, rotateSig, ...shown } = act;
  if (typeof rotateSig === "string") {
    const credential = rotation(vaultId, Number(act["epoch"]), sodium.from_hex(String(writePub)));
    if (!(await edVerify(ownerPub, credential, sodium.from_hex(rotateSig)))) return { refused: "credential" };
  }
  return { opened: asValue({ n, prev, act: shown, at }) };
};

/** The act in a body, or why there is none. */
export const readAct = async (body: Uint8Array, ownerPub: Uint8Array, vaultId: Uint8Array): Promise<Opened> => {
  if (body.length > 262_140) return { refused: "length" };
  try {
    return await checked(body, ownerPub, vaultId);
  } catch {
    return { refused: "text" };
  }
};
