"""One message of HPKE (RFC 9180) in mode_psk over X25519 (RFC 7748): slow, not constant-time, for checking only."""

import hashlib
import hmac

import chacha

P = 2**255 - 19
KEM = b"KEM" + (0x0020).to_bytes(2, "big")
SUITE = b"HPKE" + bytes.fromhex("0020 0001 0003")


def x25519(secret, public):
    """The shared 32 bytes (RFC 7748, section 5); ValueError for a public key of low order."""
    k = (int.from_bytes(secret, "little") & (1 << 254) - 8) | 1 << 254
    x1 = int.from_bytes(public, "little") & (1 << 255) - 1
    x2, z2, x3, z3 = 1, 0, x1, 1
    for bit in range(254, -1, -1):
        if k >> bit & 1:
            x2, z2, x3, z3 = x3, z3, x2, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        e = aa - bb
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
        if k >> bit & 1:
            x2, z2, x3, z3 = x3, z3, x2, z2
    shared = (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")
    if shared == bytes(32):
        raise ValueError("BadKey")
    return shared


def x25519_public(secret):
    """The public key to a secret of 32 bytes."""
    return x25519(secret, (9).to_bytes(32, "little"))


def extract(salt, ikm):
    """HKDF-Extract of RFC 5869 over SHA-256."""
    return hmac.new(salt or bytes(32), ikm, hashlib.sha256).digest()


def expand(prk, info, size):
    """HKDF-Expand of RFC 5869 over SHA-256."""
    okm, block, n = b"", b"", 1
    while len(okm) < size:
        block = hmac.new(prk, block + info + bytes([n]), hashlib.sha256).digest()
        okm, n = okm + block, n + 1
    return okm[:size]


def _labeled_extract(suite, salt, label, ikm):
    return extract(salt, b"HPKE-v1" + suite + label + ikm)


def _labeled_expand(suite, prk, label, info, size):
    return expand(prk, size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, size)


def derive_secret(ikm):
    """DeriveKeyPair of section 7.1.3: the secret key of 32 bytes of chance."""
    return _labeled_expand(KEM, _labeled_extract(KEM, b"", b"dkp_prk", ikm), b"sk", b"", 32)


def _schedule(shared, enc, receiver, info, psk, psk_id):
    """Key and first nonce for a shared secret of Diffie and Hellman (sections 4.1 and 5.1)."""
    prk = _labeled_extract(KEM, b"", b"eae_prk", shared)
    secret = _labeled_expand(KEM, prk, b"shared_secret", enc + receiver, 32)
    id_hash = _labeled_extract(SUITE, b"", b"psk_id_hash", psk_id)
    context = b"\1" + id_hash + _labeled_extract(SUITE, b"", b"info_hash", info)
    prk = _labeled_extract(SUITE, secret, b"secret", psk)
    return _labeled_expand(SUITE, prk, b"key", context, 32), _labeled_expand(SUITE, prk, b"base_nonce", context, 12)


def seal(receiver, ikm, info, psk, psk_id, aad, plain):
    """`enc` (32 bytes) and ciphertext for the holder of the public key `receiver`; `ikm` is fresh chance."""
    secret = derive_secret(ikm)
    enc = x25519_public(secret)
    key, nonce = _schedule(x25519(secret, receiver), enc, receiver, info, psk, psk_id)
    return enc, chacha.seal(key, nonce, aad, plain)


def unseal(secret, enc, info, psk, psk_id, aad, ct):
    """The plaintext, or ValueError."""
    key, nonce = _schedule(x25519(secret, enc), enc, x25519_public(secret), info, psk, psk_id)
    return chacha.unseal(key, nonce, aad, ct)
