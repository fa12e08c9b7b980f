"""Keys, envelopes and asks, sealed and opened as sections 1, 2 and 5 of docs/protocol.md say."""

import base64
import hashlib
import hmac
import json
import os
import struct
from typing import NamedTuple

import chacha
import ed25519
import hpke

TYPES = {"events": 1, "segment": 2, "membership": 3}
BUCKETS = [512 << n for n in range(8)] + [n << 16 for n in (2, 3, 4)]


class Refused(ValueError):
    """Bytes that a reader must not take; the message is the first check that failed."""


def need(good, fault):
    """Refuses with the name of the fault."""
    if not good:
        raise Refused(fault)


def lp(data):
    """`data` behind its length in four bytes."""
    return struct.pack(">I", len(data)) + data


def derive(secret, label, size, *parts):
    """A derived key of section 1."""
    info = b"belay/1/" + label.encode() + b"\0" + b"".join(lp(p) for p in parts)
    return hpke.expand(hpke.extract(b"", secret), info, size)


def pad(body, most=BUCKETS[-1]):
    """The body with its length before it and zeros behind, up to the next bucket."""
    size = next((b for b in BUCKETS if len(body) + 4 <= b <= most), None)
    need(size is not None, "TooLong")
    return lp(body) + bytes(size - 4 - len(body))


def unpad(padded, most=BUCKETS[-1]):
    """The body again; refuses another size than a bucket's and a pad byte that is not zero."""
    need(len(padded) in BUCKETS and len(padded) <= most, "BadLength")
    size = int.from_bytes(padded[:4], "big")
    need(size <= len(padded) - 4 and not any(padded[4 + size :]), "BadPadding")
    return padded[4 : 4 + size]


class Owner:
    """Who may create, rotate and delete a vault: the keys of the owner secret `OS`."""

    def __init__(self, secret):
        self.seed = derive(secret, "owner/sign", 32)
        self.public = ed25519.public_key(self.seed)
        self.vault_id = hashlib.sha256(b"vault-id/1" + self.public).digest()[:16]


def write_seed(epoch_key):
    """The seed of the write key of an epoch, which signs hello."""
    return derive(epoch_key, "write", 32)


def hello_message(origin, vault_id, nonce):
    """What the write key signs to answer a challenge."""
    return b"relay-auth/1" + lp(origin.encode()) + vault_id + nonce


def rotate_message(vault_id, epoch, write_pub):
    """What the owner key signs for a new epoch, creation included."""
    return b"rotate/1" + vault_id + struct.pack(">I", epoch) + write_pub


def delete_message(origin, vault_id, nonce):
    """What the owner key signs to delete the vault."""
    return b"delete/1" + lp(origin.encode()) + vault_id + nonce


class Place(NamedTuple):
    """Where an envelope stands: vault, epoch, device, and the link before it in the device's chain."""

    vault_id: bytes
    epoch: int
    device_id: bytes
    seq: int
    prev: bytes


def seal_envelope(place, epoch_key, sign_seed, kind, body, salt=None, nonce=None):
    """An envelope around `body`; salt and nonce are fresh chance unless a vector gives them."""
    salt, nonce = salt or os.urandom(16), nonce or os.urandom(24)
    padded = pad(body)
    record = derive(epoch_key, "op", 64, place.device_id, salt)
    head = b"BLAY" + bytes([1, 1, TYPES[kind], 0]) + place.vault_id + struct.pack(">I", place.epoch) + place.device_id
    head += struct.pack(">Q", place.seq) + place.prev + salt + nonce + struct.pack(">I", len(padded) + 16)
    signed = head + record[32:] + chacha.seal(record[:32], nonce, head, padded)
    return signed + ed25519.sign(sign_seed, signed)


def link_hash(envelope):
    """The hash that the next envelope of the chain carries."""
    return hashlib.sha256(b"op" + envelope[:-64]).digest()


def open_envelope(data, vault_id, epoch_keys, device_pub, prev_seq, prev_hash, cut=None):
    """(type, body) of an envelope behind `prev_seq`; checks in the order of section 2, `cut` is (epoch, seq)."""
    need(752 <= len(data) <= 262384, "BadLength")
    need(data[:4] == b"BLAY", "BadMagic")
    need(data[4] == 1 and data[5] == 1, "UnknownVersion")
    kind = next((name for name, number in TYPES.items() if number == data[6]), None)
    need(kind is not None and data[7] == 0, "UnknownType")
    epoch, device_id = int.from_bytes(data[24:28], "big"), data[28:44]
    seq, size = int.from_bytes(data[44:52], "big"), int.from_bytes(data[124:128], "big")
    need(epoch >= 1 and 1 <= seq < 2**53, "BadNumber")
    need(size == len(data) - 224, "BadLength")
    need(data[8:24] == vault_id, "OtherVault")
    need(epoch in epoch_keys, "UnknownEpoch")
    need(cut is None or epoch > cut[0] or seq <= cut[1], "BeyondCut")
    need(seq == prev_seq + 1 and data[52:84] == prev_hash and (seq == 1) == (prev_hash == bytes(32)), "BrokenChain")
    need(ed25519.verify(device_pub, data[:-64], data[-64:]), "BadSignature")
    record = derive(epoch_keys[epoch], "op", 64, device_id, data[84:100])
    need(hmac.compare_digest(record[32:], data[128:160]), "BadCommitment")
    return kind, unpad(chacha.unseal(record[:32], data[100:124], data[:128], data[160:-64]))


class Ask:
    """One ask: all that both ends derive from the secret of its link."""

    def __init__(self, secret):
        self.secret = secret
        self.id = derive(secret, "ask/id", 16)
        self.content = derive(secret, "ask/content", 32)
        self.read = derive(secret, "ask/read", 32)
        self.reply = derive(secret, "ask/reply", 32)
        self.psk = derive(secret, "ask/psk", 32)

    def fragment(self):
        """What stands behind the link's address."""
        return "#1" + base64.urlsafe_b64encode(self.secret).rstrip(b"=").decode()

    def seal(self, plain, salt=None, nonce=None):
        """The sealed ask."""
        salt, nonce = salt or os.urandom(16), nonce or os.urandom(24)
        padded = pad(plain, 16384)
        head = b"BASK" + bytes([1, 1, 1, 0]) + self.id + salt + nonce + struct.pack(">I", len(padded) + 16)
        key = derive(self.content, "ask/record", 64, self.id, salt)
        return head + key[32:] + chacha.seal(key[:32], nonce, head, padded)

    def open(self, data):
        """What the ask says."""
        need(100 < len(data) <= 16512, "BadLength")
        need(data[:8] == b"BASK" + bytes([1, 1, 1, 0]) and data[8:24] == self.id, "OtherAsk")
        need(int.from_bytes(data[64:68], "big") == len(data) - 100, "BadLength")
        key = derive(self.content, "ask/record", 64, self.id, data[24:40])
        need(hmac.compare_digest(key[32:], data[68:100]), "BadCommitment")
        return unpad(chacha.unseal(key[:32], data[40:64], data[:68], data[100:]), 16384)

    def _reply_terms(self, reply_pub, reply_id):
        return b"ask/reply/1" + self.id + reply_pub, self.psk, b"ask/psk/1", self.id + reply_id

    def seal_reply(self, reply_pub, reply_id, plain, ikm=None):
        """The sealed reply to the one-time key inside the ask."""
        terms = self._reply_terms(reply_pub, reply_id)
        enc, ct = hpke.seal(reply_pub, ikm or os.urandom(32), *terms, pad(plain, 16384))
        return b"BASK" + bytes([1, 1, 2, 0]) + enc + ct

    def open_reply(self, reply_secret, reply_id, data):
        """What the reply says."""
        need(56 < len(data) <= 16512, "BadLength")
        need(data[:8] == b"BASK" + bytes([1, 1, 2, 0]), "OtherAsk")
        terms = self._reply_terms(hpke.x25519_public(reply_secret), reply_id)
        return unpad(hpke.unseal(reply_secret, data[8:40], *terms, data[40:]), 16384)


def batch_body(events):
    """The body of an envelope of type events, from a device that has seen nothing of others."""
    return json.dumps({"seen": {}, "events": events}, separators=(",", ":"), ensure_ascii=False).encode()
