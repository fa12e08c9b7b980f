/** Stretches by three implementations of Argon2id, and knows what RFC 9106 says must come out. */
import { argon2id as nobleArgon } from "@noble/hashes/argon2.js";
import { argon2id as wasmArgon } from "hash-wasm";
import { argon } from "../second/primitives.ts";

/** One stretching: memory in KiB, passes, lanes; 32 bytes come out. */
export interface Stretching {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
}

/** What the key worker ships, by WebAssembly. */
export const byWasm = ({ password, salt, memoryKiB, passes }: Stretching): Promise<Uint8Array> =>
  wasmArgon({
    password,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });

/** By noble, in plain JavaScript. */
export const byNoble = ({ password, salt, memoryKiB, passes }: Stretching): Uint8Array =>
  nobleArgon(password, salt, { m: memoryKiB, t: passes, p: 1, dkLen: 32 });

/** By libsodium. */
export const bySodium = ({ password, salt, memoryKiB, passes }: Stretching): Promise<Uint8Array> =>
  argon(password, salt, memoryKiB, passes);

/** RFC 9106, section 5.3: Argon2id, 32 KiB, 3 passes, 4 lanes, with a secret and associated data. */
export const published = {
  password: new Uint8Array(32).fill(1),
  salt: new Uint8Array(16).fill(2),
  secret: new Uint8Array(8).fill(3),
  associated: new Uint8Array(12).fill(4),
  tag: "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
} as const;

/** The published case by noble, which alone takes associated data. */
export const publishedByNoble = (): Uint8Array =>
  nobleArgon(published.password, published.salt, {
    m: 32,
    t: 3,
    p: 4,
    dkLen: 32,
    key: published.secret,
    personalization: published.associated,
  });
