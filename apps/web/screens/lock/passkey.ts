/** Asks the platform for a passkey and what it makes of a salt (WebAuthn Level 3, extension `prf`). */

/** The field of that name of anything at all. */
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

/** The 32 bytes in what the extension gave; null for anything else. */
const bytesOf = (given: unknown): Uint8Array | null => {
  if (given instanceof ArrayBuffer) return given.byteLength === 32 ? new Uint8Array(given.slice(0)) : null;
  return given instanceof Uint8Array && given.length === 32 ? Uint8Array.from(given) : null;
};

/** The 32 bytes of a credential, or null when there is none or it cannot do this. */
const resultOf = (credential: Credential | null): Uint8Array | null =>
  credential instanceof PublicKeyCredential
    ? bytesOf(fieldOf(fieldOf(fieldOf(credential.getClientExtensionResults(), "prf"), "results"), "first"))
    : null;

/** The key worker takes a salt of so many bytes, no other. */
const saltLength = 16;

const challenge = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

/** What the passkey makes of the salt, 32 bytes; null when the person or the platform said no. */
export const askPasskey = async (credential: Uint8Array, salt: Uint8Array): Promise<Uint8Array | null> => {
  try {
    const found = await navigator.credentials.get({
      publicKey: {
        challenge: challenge(),
        allowCredentials: [{ type: "public-key", id: Uint8Array.from(credential) }],
        userVerification: "required",
        extensions: { prf: { eval: { first: Uint8Array.from(salt) } } },
      },
    });
    return resultOf(found);
  } catch {
    return null;
  }
};

/**
 * A new passkey under a name that says nothing, and what it makes of a fresh salt; null where the platform has none that
 * can do this. Some platforms give the result only when asked again, so it is asked.
 */
export const makePasskey = async (
  name: string,
): Promise<{ readonly credential: Uint8Array; readonly salt: Uint8Array; readonly prf: Uint8Array } | null> => {
  try {
    const salt = crypto.getRandomValues(new Uint8Array(saltLength));
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: challenge(),
        rp: { name },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return null;
    const credential = new Uint8Array(made.rawId);
    const prf = resultOf(made) ?? (await askPasskey(credential, salt));
    return prf === null ? null : { credential, salt, prf };
  } catch {
    return null;
  }
};
