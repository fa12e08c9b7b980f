"""The frames of the two sockets, to bytes and back, as sections 3 and 4 of docs/protocol.md say."""

import struct
from typing import NamedTuple

KINDS = {
    0x01: "challenge", 0x11: "hello", 0x12: "append", 0x13: "pull", 0x14: "delete", 0x15: "rotate", 0x16: "create",
    0x17: "erase", 0x21: "welcome", 0x22: "ack", 0x23: "page", 0x24: "news", 0x2F: "refused", 0x31: "watch", 0x32: "notice",
}  # fmt: skip
NUMBERS = {name: number for number, name in KINDS.items()}
CODES = {
    1: "gone", 2: "quota", 3: "slow-down", 4: "gap", 5: "malformed", 6: "unauthorised", 7: "too-large", 8: "stale-epoch",
}  # fmt: skip
MOST = 1 << 20
HIGHEST = (1 << 53) - 1

# Fields of fixed length: n is a number of that many bytes, b are bytes.
SHAPES = {
    "challenge": [("nonce", "b", 32)],
    "hello": [("epoch", "n", 4), ("sig", "b", 64)],
    "pull": [("after", "n", 8), ("maxBytes", "n", 4)],
    "delete": [("ownerSig", "b", 64)],
    "rotate": [("epoch", "n", 4), ("writePub", "b", 32), ("ownerSig", "b", 64)],
    "create": [("ownerPub", "b", 32), ("epoch", "n", 4), ("writePub", "b", 32), ("ownerSig", "b", 64), ("helloSig", "b", 64)],
    "erase": [("deviceId", "b", 16), ("from", "n", 8), ("to", "n", 8)],
    "ack": [("head", "n", 8)],
    "refused": [("code", "n", 1), ("retryAfterMs", "n", 4)],
    "watch": [("id", "b", 16), ("proof", "b", 32)],
    "notice": [("count", "n", 2)],
}  # fmt: skip


class Frame(NamedTuple):
    """One message: its kind, its ref, and its fields by the names of the page."""

    kind: str
    ref: int
    fields: dict


class BadFrame(ValueError):
    """A message that is none of the protocol's."""


def encode(frame):
    """The bytes of a frame."""
    fields = frame.fields
    if frame.kind == "append":
        payload = struct.pack(">H", len(fields["envelopes"])) + b"".join(struct.pack(">I", len(e)) + e for e in fields["envelopes"])
    elif frame.kind in ("page", "news"):
        payload = struct.pack(">BH", fields["more"], len(fields["entries"]))
        payload += b"".join(struct.pack(">QI", at, len(e)) + e for at, e in fields["entries"])
    elif frame.kind == "welcome":
        payload = struct.pack(">QH", fields["head"], len(fields["devices"]))
        payload += b"".join(device + struct.pack(">Q", seq) for device, seq in fields["devices"])
    else:
        shape = SHAPES[frame.kind]
        payload = b"".join(fields[name] if how == "b" else fields[name].to_bytes(size, "big") for name, how, size in shape)
    return struct.pack(">BBI", 1, NUMBERS[frame.kind], frame.ref) + payload


class _Reader:
    """Walks over the payload and never beyond its end."""

    def __init__(self, data, at):
        self.data, self.at = data, at

    def take(self, size):
        if self.at + size > len(self.data):
            raise BadFrame("BadShape")
        self.at += size
        return self.data[self.at - size : self.at]

    def number(self, size):
        number = int.from_bytes(self.take(size), "big")
        if number > HIGHEST:
            raise BadFrame("BadShape")
        return number

    def envelope(self):
        size = self.number(4)
        if not 752 <= size <= 262384:
            raise BadFrame("BadShape")
        return self.take(size)


def _fields(kind, reader):
    if kind == "append":
        count = reader.number(2)
        if count == 0:
            raise BadFrame("BadShape")
        return {"envelopes": [reader.envelope() for _ in range(count)]}
    if kind in ("page", "news"):
        more = reader.number(1)
        if more > 1:
            raise BadFrame("BadShape")
        return {"more": more, "entries": [(reader.number(8), reader.envelope()) for _ in range(reader.number(2))]}
    if kind == "welcome":
        return {"head": reader.number(8), "devices": [(reader.take(16), reader.number(8)) for _ in range(reader.number(2))]}
    return {name: reader.take(size) if how == "b" else reader.number(size) for name, how, size in SHAPES[kind]}


def decode(data):
    """The frame in a message, or BadFrame."""
    if not 6 <= len(data) <= MOST:
        raise BadFrame("BadLength")
    version, number, ref = struct.unpack(">BBI", data[:6])
    if version != 1 or number not in KINDS:
        raise BadFrame("UnknownKind")
    reader = _Reader(data, 6)
    fields = _fields(KINDS[number], reader)
    known = number != 0x2F or fields["code"] in CODES
    ordered = number != 0x17 or 1 <= fields["from"] <= fields["to"]
    if reader.at != len(data) or not known or not ordered:
        raise BadFrame("BadShape")
    return Frame(KINDS[number], ref, fields)
