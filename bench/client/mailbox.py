"""The asker's and the helper's side of a mailbox: HTTP calls of section 6 and the live socket of section 4."""

import base64
import hashlib
import http.client
import json
import os
import time
from urllib.parse import urlsplit

import frames
import hpke
import sealing
from websocket import WebSocket, origin_of


class Said(Exception):
    """An answer that is no success: its HTTP status and its tag."""

    def __init__(self, status, tag):
        super().__init__(f"{status} {tag}")
        self.status, self.tag = status, tag


def b64(data):
    """Unpadded base64url."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    """The bytes of unpadded base64url."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def call(url, origin, route, fields):
    """One POST to the relay behind a ws or wss address; the parsed answer, or Said."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "wss" else http.client.HTTPConnection
    link = kind(parts.netloc, timeout=10)
    try:
        link.request("POST", "/api/ask/" + route, json.dumps(fields), {"Content-Type": "application/json", "Origin": origin})
        answer = link.getresponse()
        body = json.loads(answer.read() or b"{}")
    finally:
        link.close()
    if answer.status not in (200, 201):
        raise Said(answer.status, body.get("error", "?"))
    return body


class Asker:
    """Who asks: keeps the link's secret, the owner proof and the one-time key that replies are sealed to."""

    def __init__(self, url, origin=None):
        self.url, self.origin = url, origin or origin_of(url)
        self.ask, self.owner, self.secret = sealing.Ask(os.urandom(32)), os.urandom(32), os.urandom(32)

    def put(self, words, days=7):
        """Puts the sealed ask and gives its link."""
        day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + days * 86400))
        plain = {
            "v": 1, "from": "Sam", "words": words, "howItWas": True, "answerBy": None, "closesOn": day, "silence": None,
            "locale": "en", "replyPub": hpke.x25519_public(self.secret).hex(),
        }  # fmt: skip
        hashes = {name: hashlib.sha256(proof).hexdigest() for name, proof in (("read", self.ask.read), ("reply", self.ask.reply), ("owner", self.owner))}
        ends = int(time.time() * 1000) + days * 86_400_000
        body = b64(self.ask.seal(json.dumps(plain).encode()))
        call(self.url, self.origin, "put", {"id": self.ask.id.hex(), **hashes, "body": body, "expiresAt": ends, "cap": 3})
        return f"{self.origin}/a/{self.ask.id.hex()}{self.ask.fragment()}"

    def _own(self, route, **more):
        return call(self.url, self.origin, route, {"id": self.ask.id.hex(), "owner": self.owner.hex(), **more})

    def watch(self):
        """Opens the live socket; gives it and the number of replies that wait."""
        live = WebSocket(self.url.rstrip("/") + "/live", self.origin)
        live.send(frames.encode(frames.Frame("watch", 1, {"id": self.ask.id, "proof": self.owner})))
        return live, notice(live)

    def replies(self):
        """The opened replies, by their id."""
        found = {}
        for reply in self._own("replies")["replies"]:
            opened = self.ask.open_reply(self.secret, bytes.fromhex(reply["replyId"]), unb64(reply["body"]))
            found[reply["replyId"]] = json.loads(opened)
        return found

    def taken(self, ids):
        """Says which replies are kept here; the relay drops them."""
        self._own("taken", replyIds=list(ids))

    def close(self):
        """Deletes the box."""
        self._own("close")


def notice(live):
    """The count in the next notice of a live socket."""
    frame = frames.decode(live.receive())
    if frame.kind != "notice":
        raise Said(0, frames.CODES[frame.fields["code"]])
    return frame.fields["count"]


class Helper:
    """Who was sent a link: reads it and answers."""

    def __init__(self, url, link, origin=None):
        self.url, self.origin = url, origin or origin_of(url)
        self.ask = sealing.Ask(unb64(link.split("#1")[1]))

    def read(self):
        """What the ask says."""
        body = call(self.url, self.origin, "read", {"id": self.ask.id.hex(), "proof": self.ask.read.hex()})["body"]
        return json.loads(self.ask.open(unb64(body)))

    def reply(self, reply_pub, words):
        """Sends one sealed reply."""
        plain = {"v": 1, "answer": "yes", "words": words, "burden": 2, "glad": 8, "notThisMonth": False}
        reply_id = os.urandom(16)
        body = b64(self.ask.seal_reply(reply_pub, reply_id, json.dumps(plain).encode()))
        call(self.url, self.origin, "reply", {"id": self.ask.id.hex(), "proof": self.ask.reply.hex(), "replyId": reply_id.hex(), "body": body})
