"""One connection to a vault by section 3 of docs/protocol.md: the challenge, requests with a ref, news on the side."""

import os

import ed25519
from frames import decode, delete_message, encode, hello_message, hkdf, rotate_message, vault_id
from websocket import WebSocket


class Refused(Exception):
    """The relay's refusal: its name in `code`, and after how many milliseconds to ask again."""

    def __init__(self, code, retry_after_ms):
        super().__init__(f"refused: {code}")
        self.code, self.retry_after_ms = code, retry_after_ms


class Keys:
    """The keys of one throw-away vault: an owner secret, the key of its first epoch, and what follows from them."""

    def __init__(self, owner_secret=None, epoch_key=None):
        self.owner_secret, self.epoch_key = owner_secret or os.urandom(32), epoch_key or os.urandom(32)
        self.owner_seed = hkdf(self.owner_secret, "owner/sign", 32)
        self.write_seed = hkdf(self.epoch_key, "write", 32)
        self.owner_pub = ed25519.public_key(self.owner_seed)
        self.write_pub = ed25519.public_key(self.write_seed)
        self.vault = vault_id(self.owner_pub)


class Session:
    """A connection that has received its challenge and has not answered it yet."""

    def __init__(self, url, keys, origin=None):
        self.keys, self.origin = keys, (origin or url).rstrip("/")
        self.socket = WebSocket(url, f"/v/{keys.vault.hex()}", [f"Origin: {self.origin}"])
        self.ref, self.news = 0, []
        self.nonce = self.receive()["nonce"]

    def ask(self, kind, **fields):
        """Sends one frame and waits for the answer that carries its ref."""
        self.ref += 1
        self.socket.send(encode({"kind": kind, "ref": self.ref, **fields}))
        while True:
            frame = self.receive()
            if frame["kind"] == "news":
                self.news.append(frame)
            elif frame["ref"] == self.ref:
                return frame

    def receive(self):
        """The next frame, whatever it is; a refusal is raised."""
        frame = decode(self.socket.receive())
        if frame["kind"] == "refused":
            raise Refused(frame["code"], frame["retryAfterMs"])
        return frame

    def hello_sig(self):
        """The challenge under the write key."""
        message = hello_message(self.origin, self.keys.vault, self.nonce)
        return ed25519.sign(self.keys.write_seed, message, self.keys.write_pub)

    def hello(self, sig=None):
        """Lets the connection in; another signature may be given to see it refused."""
        return self.ask("hello", epoch=1, sig=sig or self.hello_sig())

    def create(self):
        """Founds the vault and lets the connection in."""
        keys = self.keys
        owner_sig = ed25519.sign(keys.owner_seed, rotate_message(keys.vault, 1, keys.write_pub))
        fields = {"ownerPub": keys.owner_pub, "epoch": 1, "writePub": keys.write_pub, "ownerSig": owner_sig}
        return self.ask("create", **fields, helloSig=self.hello_sig())

    def append(self, envelopes):
        """Hands envelopes over, all or none; returns the head that the relay acknowledges."""
        return self.ask("append", envelopes=envelopes)["head"]

    def pull(self, after=0, max_bytes=262_144):
        """Everything that arrived after a place, over as many pages as it takes."""
        entries, pages, more = [], 0, True
        while more:
            page = self.ask("pull", after=after, maxBytes=max_bytes)
            entries += page["entries"]
            pages, more = pages + 1, page["more"]
            after = entries[-1]["at"] if entries else after
        return entries, pages

    def next_news(self):
        """The next page that the relay sends unasked."""
        while not self.news:
            frame = self.receive()
            if frame["kind"] == "news":
                self.news.append(frame)
        return self.news.pop(0)

    def delete(self):
        """Deletes the vault, by the owner's signature over the challenge of this connection."""
        message = delete_message(self.origin, self.keys.vault, self.nonce)
        return self.ask("delete", ownerSig=ed25519.sign(self.keys.owner_seed, message))

    def close(self):
        self.socket.close()
