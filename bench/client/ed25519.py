"""Ed25519 by the plain arithmetic of RFC 8032, section 5.1: slow, not in constant time, for throw-away keys only."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)  # a square root of -1

# A point is (X, Y, Z, T) with x = X/Z, y = Y/Z and xy = T/Z, as in section 5.1.4.
NEUTRAL = (0, 1, 1, 0)


def recover_x(y, sign):
    """The x that belongs to y, or None where there is none (section 5.1.3)."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x & 1 != sign else x


def add(a, b):
    """The sum of two points (section 5.1.4)."""
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    t, z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, z - t, z + t, n + m
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    """A point added to itself `scalar` times, by doubling."""
    sum_ = NEUTRAL
    while scalar > 0:
        if scalar & 1:
            sum_ = add(sum_, point)
        point = add(point, point)
        scalar >>= 1
    return sum_


def equal(a, b):
    """Whether two points are the same, without dividing."""
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)
# The doublings of the base point, so that a signature costs additions alone.
POWERS = [BASE]
for _ in range(255):
    POWERS.append(add(POWERS[-1], POWERS[-1]))


def multiply_base(scalar):
    """The base point times `scalar`, which is below 2^256."""
    sum_ = NEUTRAL
    for bit, point in enumerate(POWERS):
        if scalar >> bit & 1:
            sum_ = add(sum_, point)
    return sum_


def compress(point):
    """The 32 bytes of a point (section 5.1.2)."""
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def decompress(data):
    """The point behind 32 bytes, or None where they are no canonical encoding."""
    if len(data) != 32:
        return None
    number = int.from_bytes(data, "little")
    y = number & (1 << 255) - 1
    x = recover_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def expand(seed):
    """The secret scalar and the prefix behind a 32-byte seed (section 5.1.5)."""
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
    return scalar, digest[32:]


def hash_to_scalar(*parts):
    """SHA-512 of the parts, as a number below the group order."""
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


def public_key(seed):
    """The 32-byte public key of a 32-byte seed."""
    return compress(multiply_base(expand(seed)[0]))


def sign(seed, message, public=None):
    """The 64-byte signature; `public` saves a multiplication where it is known already."""
    scalar, prefix = expand(seed)
    public = public or compress(multiply_base(scalar))
    r = hash_to_scalar(prefix, message)
    point = compress(multiply_base(r))
    s = (r + hash_to_scalar(point, public, message) * scalar) % L
    return point + s.to_bytes(32, "little")


def verify(public, message, signature):
    """Whether it holds, strictly: canonical encodings, S below L, no key of small order, no cofactor."""
    if len(signature) != 64:
        return False
    key, point = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or point is None or s >= L or equal(multiply(8, key), NEUTRAL):
        return False
    k = hash_to_scalar(signature[:32], public, message)
    return equal(multiply_base(s), add(point, multiply(k, key)))
