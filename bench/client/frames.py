"""The frames and the envelope of docs/protocol.md, sections 1 to 4, written from that page and nothing else."""

import hashlib
import hmac
import os
import struct

import ed25519

MAX_FRAME = 1024 * 1024
MAX_NUMBER = 2**53 - 1
MIN_ENVELOPE, MAX_ENVELOPE = 752, 262_384
TYPES = ["events", "segment", "membership"]
CODES = ["gone", "quota", "slow-down", "gap", "malformed", "unauthorised", "too-large", "stale-epoch"]

# Each field of a frame: a number of so many bytes, raw bytes of that length, or one of the lists below.
KINDS = {
    0x01: ("challenge", [("nonce", bytes, 32)]),
    0x11: ("hello", [("epoch", int, 4), ("sig", bytes, 64)]),
    0x12: ("append", [("envelopes", "envelopes", 0)]),
    0x13: ("pull", [("after", int, 8), ("maxBytes", int, 4)]),
    0x14: ("delete", [("ownerSig", bytes, 64)]),
    0x15: ("rotate", [("epoch", int, 4), ("writePub", bytes, 32), ("ownerSig", bytes, 64)]),
    0x16: (
        "create",
        [("ownerPub", bytes, 32), ("epoch", int, 4), ("writePub", bytes, 32)]
        + [("ownerSig", bytes, 64), ("helloSig", bytes, 64)],
    ),
    0x17: ("erase", [("deviceId", bytes, 16), ("from", int, 8), ("to", int, 8)]),
    0x21: ("welcome", [("head", int, 8), ("devices", "devices", 0)]),
    0x22: ("ack", [("head", int, 8)]),
    0x23: ("page", [("more", "flag", 1), ("entries", "entries", 0)]),
    0x24: ("news", [("more", "flag", 1), ("entries", "entries", 0)]),
    0x2F: ("refused", [("code", "code", 1), ("retryAfterMs", int, 4)]),
    0x31: ("watch", [("id", bytes, 16), ("proof", bytes, 32)]),
    0x32: ("notice", [("count", int, 2)]),
}
NUMBERS = {name: kind for kind, (name, _) in KINDS.items()}


class BadFrame(ValueError):
    """Bytes that are no frame of this protocol."""


class Reader:
    """Walks over bytes from the front and refuses to read past their end."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def bytes(self, count):
        if self.at + count > len(self.data):
            raise BadFrame("cut short")
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self, count):
        value = int.from_bytes(self.bytes(count), "big")
        if value > MAX_NUMBER:
            raise BadFrame("a number above 2^53 - 1")
        return value

    def envelope(self):
        size = self.number(4)
        if not MIN_ENVELOPE <= size <= MAX_ENVELOPE:
            raise BadFrame("no legal length of an envelope")
        return self.bytes(size)


def read_field(reader, shape, size):
    """One field of a frame, by its shape."""
    if shape is bytes:
        return reader.bytes(size)
    if shape is int:
        return reader.number(size)
    if shape == "flag" or shape == "code":
        value = reader.number(1)
        if shape == "flag" and value > 1 or shape == "code" and not 1 <= value <= len(CODES):
            raise BadFrame(f"{value} is no {shape}")
        return bool(value) if shape == "flag" else CODES[value - 1]
    count = reader.number(2)
    if shape == "devices":
        return [{"deviceId": reader.bytes(16), "seq": reader.number(8)} for _ in range(count)]
    if shape == "entries":
        return [{"at": reader.number(8), "envelope": reader.envelope()} for _ in range(count)]
    if count == 0:
        raise BadFrame("an append of nothing")
    return [reader.envelope() for _ in range(count)]


def decode(data):
    """A frame as a dictionary with `kind`, `ref` and the fields of its kind; raises BadFrame."""
    if len(data) > MAX_FRAME:
        raise BadFrame("above 1 MiB")
    reader = Reader(data)
    version, kind = reader.bytes(2)
    if version != 1 or kind not in KINDS:
        raise BadFrame(f"version {version}, kind {kind}")
    name, fields = KINDS[kind]
    frame = {"kind": name, "ref": reader.number(4)}
    for field, shape, size in fields:
        frame[field] = read_field(reader, shape, size)
    if reader.at != len(data):
        raise BadFrame("bytes behind the end")
    if name == "erase" and not 1 <= frame["from"] <= frame["to"]:
        raise BadFrame("a range that is none")
    return frame


def write_field(value, shape, size):
    """The bytes of one field of a frame."""
    if shape is bytes:
        return value
    if shape is int:
        return value.to_bytes(size, "big")
    if shape == "flag":
        return bytes([value])
    if shape == "code":
        return bytes([CODES.index(value) + 1])
    count = struct.pack(">H", len(value))
    if shape == "devices":
        return count + b"".join(one["deviceId"] + struct.pack(">Q", one["seq"]) for one in value)
    if shape == "entries":
        return count + b"".join(struct.pack(">Q", one["at"]) + lp(one["envelope"]) for one in value)
    return count + b"".join(lp(one) for one in value)


def encode(frame):
    """The bytes of a frame in the shape that `decode` gives."""
    kind = NUMBERS[frame["kind"]]
    fields = KINDS[kind][1]
    return struct.pack(">BBI", 1, kind, frame["ref"]) + b"".join(write_field(frame[f], s, n) for f, s, n in fields)


def lp(data):
    """Data with its length in four bytes before it."""
    return struct.pack(">I", len(data)) + data


def hkdf(secret, label, length, *parts):
    """HKDF-SHA256 with an empty salt and the info of section 1."""
    info = b"belay/1/" + label.encode() + b"\0" + b"".join(lp(part) for part in parts)
    key = hmac.digest(bytes(32), secret, "sha256")
    block, output = b"", b""
    for counter in range(1, length // 32 + 2):
        block = hmac.digest(key, block + info + bytes([counter]), "sha256")
        output += block
    return output[:length]


def vault_id(owner_pub):
    """The sixteen bytes that name the vault of an owner."""
    return hashlib.sha256(b"vault-id/1" + owner_pub).digest()[:16]


def hello_message(origin, vault, nonce):
    """What the write key signs to be let in."""
    return b"relay-auth/1" + lp(origin.encode()) + vault + nonce


def rotate_message(vault, epoch, write_pub):
    """What the owner key signs to found or to rotate."""
    return b"rotate/1" + vault + struct.pack(">I", epoch) + write_pub


def delete_message(origin, vault, nonce):
    """What the owner key signs to delete the vault."""
    return b"delete/1" + lp(origin.encode()) + vault + nonce


def header(kind, vault, epoch, device, seq, previous, salt_and_nonce, size):
    """The first 128 bytes of an envelope; `size` is that of ciphertext and tag."""
    head = b"BLAY" + bytes([1, 1, TYPES.index(kind) + 1, 0]) + vault + struct.pack(">I", epoch) + device
    return head + struct.pack(">Q", seq) + previous + salt_and_nonce + struct.pack(">I", size)


class Chain:
    """One device's chain of envelopes. What would be ciphertext is random: no relay can tell, no app could open it."""

    def __init__(self, vault, epoch=1):
        self.vault, self.epoch = vault, epoch
        self.device, self.seed = os.urandom(16), os.urandom(32)
        self.public = ed25519.public_key(self.seed)
        self.seq, self.previous = 0, bytes(32)

    def next(self, bucket=512):
        """The next envelope of type 1: header, chain and signature as on the page; `bucket` is its padded bytes."""
        self.seq += 1
        size = bucket + 16
        place = (self.vault, self.epoch, self.device, self.seq, self.previous)
        signed = header("events", *place, os.urandom(16 + 24), size) + os.urandom(32) + os.urandom(size)
        self.previous = chain_hash(signed)
        return signed + ed25519.sign(self.seed, signed, self.public)


def chain_hash(signed):
    """The hash of an envelope (its bytes without the signature) that the next one of the chain names."""
    return hashlib.sha256(b"op" + signed).digest()
