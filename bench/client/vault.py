"""The vault socket from a client's side: who it is, what it asks, and what the relay answers (section 3)."""

import hashlib
import os

import ed25519
import frames
import sealing
from websocket import WebSocket, origin_of


class Refusal(Exception):
    """A `refused` frame; `code` is its name, `wait` the seconds after which one may ask again."""

    def __init__(self, fields):
        self.code = frames.CODES[fields["code"]]
        self.wait = fields["retryAfterMs"] / 1000
        super().__init__(self.code + (f", again after {self.wait} s" if self.wait else ""))


class Keys:
    """Throw-away keys of one vault."""

    def __init__(self, owner_secret=None, epoch_key=None):
        self.owner = sealing.Owner(owner_secret or os.urandom(32))
        self.epoch_key = epoch_key or os.urandom(32)
        self.write = sealing.write_seed(self.epoch_key)
        self.write_pub = ed25519.public_key(self.write)
        self.vault_id = self.owner.vault_id


class Chain:
    """One device: its signing key, and the end of its chain of envelopes."""

    def __init__(self, keys, device_id=None, seed=None):
        self.keys, self.device_id, self.seed = keys, device_id or os.urandom(16), seed or os.urandom(32)
        self.public = ed25519.public_key(self.seed)
        self.seq, self.hash = 0, bytes(32)

    def seal(self, events):
        """The next envelope, really sealed and signed."""
        place = sealing.Place(self.keys.vault_id, 1, self.device_id, self.seq + 1, self.hash)
        return self._link(sealing.seal_envelope(place, self.keys.epoch_key, self.seed, "events", sealing.batch_body(events)))

    def noise(self):
        """The next envelope with chance where ciphertext and signature stand: quick, and no reader could open it."""
        head = b"BLAY" + bytes([1, 1, 1, 0]) + self.keys.vault_id + (1).to_bytes(4, "big") + self.device_id
        head += (self.seq + 1).to_bytes(8, "big") + self.hash + os.urandom(40) + (528).to_bytes(4, "big")
        return self._link(head + os.urandom(32 + 528 + 64))

    def _link(self, envelope):
        self.seq, self.hash = self.seq + 1, sealing.link_hash(envelope)
        return envelope


class VaultSocket:
    """One connection; a request waits for the answer with its own ref, news that come meanwhile are kept."""

    def __init__(self, url, keys, origin=None):
        self.keys, self.origin, self.ref, self.news = keys, origin or origin_of(url), 0, []
        self.socket = WebSocket(f"{url.rstrip('/')}/v/{keys.vault_id.hex()}", self.origin)
        self.nonce = self._next().fields["nonce"]

    def _next(self, timeout=10.0):
        frame = frames.decode(self.socket.receive(timeout))
        if frame.kind == "refused":
            raise Refusal(frame.fields)
        return frame

    def send(self, kind, **fields):
        """Sends a request and gives its ref."""
        self.ref += 1
        self.socket.send(frames.encode(frames.Frame(kind, self.ref, fields)))
        return self.ref

    def answer(self, ref, timeout=10.0):
        """The fields of the answer to a request, or Refusal."""
        while True:
            frame = self._next(timeout)
            if frame.kind == "news":
                self.news.extend(frame.fields["entries"])
            elif frame.ref == ref:
                return frame.fields

    def ask(self, kind, **fields):
        """One request and its answer."""
        return self.answer(self.send(kind, **fields))

    def _proof(self):
        return ed25519.sign(self.keys.write, sealing.hello_message(self.origin, self.keys.vault_id, self.nonce), self.keys.write_pub)

    def create(self):
        """Founds the vault; gives the relay's head and what it has of each device."""
        keys = self.keys
        signed = ed25519.sign(keys.owner.seed, sealing.rotate_message(keys.vault_id, 1, keys.write_pub))
        return self.ask("create", ownerPub=keys.owner.public, epoch=1, writePub=keys.write_pub, ownerSig=signed, helloSig=self._proof())

    def hello(self):
        """Answers the challenge with the write key."""
        return self.ask("hello", epoch=1, sig=self._proof())

    def append(self, envelopes):
        """Sends envelopes in one message; gives the head once they are committed, all of them."""
        return self.ask("append", envelopes=envelopes)["head"]

    def pages(self, after=0, most=1 << 16):
        """Page after page behind a cursor; the next is asked for only when this one was taken."""
        more = 1
        while more:
            page = self.ask("pull", after=after, maxBytes=most)
            more = page["more"]
            after = page["entries"][-1][0] if page["entries"] else after
            yield page["entries"]

    def wait_news(self, timeout=10.0):
        """What another device has committed, as (at, envelope)."""
        while not self.news:
            self.news.extend(self._next(timeout).fields["entries"])
        news, self.news = self.news, []
        return news

    def delete(self):
        """Deletes the vault for good, by the owner's key."""
        return self.ask("delete", ownerSig=ed25519.sign(self.keys.owner.seed, sealing.delete_message(self.origin, self.keys.vault_id, self.nonce)))

    def close(self):
        self.socket.close()


def digest(envelopes):
    """One short name for a list of envelopes, to compare what two clients saw."""
    return hashlib.sha256(b"".join(envelopes)).hexdigest()[:16]
