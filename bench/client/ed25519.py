"""Ed25519 as RFC 8032 writes it down: slow, not constant-time, so for benching and checking only.

Section 5.1 of https://www.rfc-editor.org/rfc/rfc8032, in extended coordinates. Whoever can time this code can learn the
secret it signs with: never give it a key that guards anything.
"""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)

NEUTRAL = (0, 1, 1, 0)


def _add(p, q):
    """The sum of two points (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z."""
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _times(n, p):
    q = NEUTRAL
    while n > 0:
        if n & 1:
            q = _add(q, p)
        p = _add(p, p)
        n >>= 1
    return q


def _same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def _x_of(y, sign):
    """The x that belongs to y, or None where there is none."""
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P:
        return None
    return P - x if (x & 1) != sign else x


def _compress(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _expand(data):
    """The point of 32 bytes, or None where the encoding is not the canonical one."""
    number = int.from_bytes(data, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    x = None if y >= P else _x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE = _expand((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def _secret(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little")
    return (scalar & (1 << 254) - 8) | 1 << 254, digest[32:]


def _hash(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


def public_key(seed):
    """The 32 bytes of the public key to a 32-byte seed."""
    return _compress(_times(_secret(seed)[0], BASE))


def sign(seed, message, public=None):
    """The 64-byte signature; `public` saves one multiplication where it is known."""
    scalar, prefix = _secret(seed)
    public = public or _compress(_times(scalar, BASE))
    r = _hash(prefix, message)
    point = _compress(_times(r, BASE))
    s = (r + _hash(point, public, message) * scalar) % L
    return point + s.to_bytes(32, "little")


def verify(public, message, signature):
    """True for a good signature; strict, as section 2 of docs/protocol.md asks."""
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = _expand(public), _expand(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or _same(_times(8, a), NEUTRAL):
        return False
    k = _hash(signature[:32], public, message)
    return _same(_times(s, BASE), _add(r, _times(k, a)))
