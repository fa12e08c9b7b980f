"""ChaCha20-Poly1305 (RFC 8439) and XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): slow, not constant-time, for checking only."""

import hmac
import struct

CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")
ROUNDS = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
MASK = 0xFFFFFFFF


def _mix(state):
    """Twenty rounds over sixteen words."""
    w = list(state)
    for _ in range(10):
        for a, b, c, d in ROUNDS:
            wa, wb, wc, wd = w[a], w[b], w[c], w[d]
            wa = wa + wb & MASK
            wd ^= wa
            wd = (wd << 16 | wd >> 16) & MASK
            wc = wc + wd & MASK
            wb ^= wc
            wb = (wb << 12 | wb >> 20) & MASK
            wa = wa + wb & MASK
            wd ^= wa
            wd = (wd << 8 | wd >> 24) & MASK
            wc = wc + wd & MASK
            wb ^= wc
            wb = (wb << 7 | wb >> 25) & MASK
            w[a], w[b], w[c], w[d] = wa, wb, wc, wd
    return w


def _stream(key, nonce, data, counter):
    """`data` under the key stream from block `counter`; the same call opens again."""
    words = CONSTANTS + struct.unpack("<8I", key)
    tail = struct.unpack("<3I", nonce)
    blocks = []
    for at in range(0, len(data), 64):
        state = words + (counter + at // 64,) + tail
        blocks.append(struct.pack("<16I", *[a + b & MASK for a, b in zip(_mix(state), state)]))
    stream = b"".join(blocks)[: len(data)]
    number = int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")
    return number.to_bytes(len(data), "little")


def hchacha(key, nonce16):
    """HChaCha20: a key of its own for the first 16 bytes of a long nonce."""
    w = _mix(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce16))
    return struct.pack("<8I", *w[:4], *w[12:])


def _poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        block = message[at : at + 16]
        total = (total + int.from_bytes(block + b"\1", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")


def _tag(key, nonce, aad, ct):
    one_time = _stream(key, nonce, bytes(32), 0)
    padded = aad + bytes(-len(aad) % 16) + ct + bytes(-len(ct) % 16)
    return _poly1305(one_time, padded + struct.pack("<QQ", len(aad), len(ct)))


def seal(key, nonce, aad, plain):
    """Ciphertext and tag; a nonce of 12 bytes is RFC 8439, one of 24 the extended one."""
    if len(nonce) == 24:
        key, nonce = hchacha(key, nonce[:16]), bytes(4) + nonce[16:]
    ct = _stream(key, nonce, plain, 1)
    return ct + _tag(key, nonce, aad, ct)


def unseal(key, nonce, aad, sealed):
    """What was sealed, or ValueError where the tag does not fit."""
    if len(nonce) == 24:
        key, nonce = hchacha(key, nonce[:16]), bytes(4) + nonce[16:]
    ct, tag = sealed[:-16], sealed[-16:]
    if len(sealed) < 16 or not hmac.compare_digest(_tag(key, nonce, aad, ct), tag):
        raise ValueError("BadTag")
    return _stream(key, nonce, ct, 1)
