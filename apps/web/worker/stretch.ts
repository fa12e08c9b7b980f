/** Stretches passphrases with Argon2id v1.3 (RFC 9106), as WebAssembly, in the worker alone. */
import { argon2id } from "hash-wasm";
import { err, ok, type Result } from "@belay/basics";
import type { KdfParams } from "@belay/vault";

/** The device could not give the memory that the settings ask for. */
export type NoMemory = { readonly type: "NoMemory" };

/** 32 bytes of a passphrase and a salt (16 bytes). The settings were checked before: memory is taken here. */
export type Stretch = (
  passphrase: Uint8Array,
  salt: Uint8Array,
  params: KdfParams,
) => Promise<Result<Uint8Array, NoMemory>>;

/** Argon2id. The library throws when the memory is not there; this is its edge. */
export const stretchByArgon2: Stretch = async (password, salt, { memoryKiB, passes, lanes }) => {
  // The library refuses an empty passphrase, which is wrong like any other: it is stretched as one zero byte.
  const given = password.length === 0 ? Uint8Array.of(0) : password;
  try {
    const settings = { memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32 } as const;
    return ok(await argon2id({ ...settings, password: given, salt, outputType: "binary" }));
  } catch {
    return err({ type: "NoMemory" });
  }
};
