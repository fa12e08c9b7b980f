"""Speaks to a relay from another language: `demo`, `self-test`, `leave` and `load`, by docs/protocol.md alone."""

import argparse
import json
import os
import sys
import threading
import time

import selftest
from frames import Chain
from session import Keys, Refused, Session
from websocket import Closed


class Failed(Exception):
    """A step that did not hold."""


def step(line, holds):
    """Prints one step, or stops at it."""
    if not holds:
        raise Failed(line)
    print(f"ok    {line}", flush=True)


def refusal(act):
    """The name of the refusal that an act meets, or "none"."""
    try:
        act()
    except Refused as refused:
        return refused.code
    return "none"


def demo(url, origin):
    """Walks through the life of one vault."""
    keys = Keys()
    first = Session(url, keys, origin)
    step(f"vault {keys.vault.hex()} created, head 0", first.create()["head"] == 0)
    second = Session(url, keys, origin)
    step("a second connection said hello with the signed challenge", second.hello()["devices"] == [])

    chain = Chain(keys.vault)
    one, ten = [chain.next()], [chain.next(bucket) for bucket in [512, 1024, 4096, 512, 2048, 512, 8192, 512, 16384, 1024]]
    step("one envelope appended and acknowledged at head 1 (its ciphertext is random bytes)", first.append(one) == 1)
    step("ten envelopes appended in one frame and acknowledged at head 11", first.append(ten) == 11)
    step("the ten appended again: acknowledged, the head stays at 11", first.append(ten) == 11)

    written = one + ten
    entries, pages = first.pull(0, 16_384)
    step(f"pulled from 0 in {pages} pages: 11 envelopes, none doubled", [e["at"] for e in entries] == list(range(1, 12)))
    step("every byte came back as it was sent", [e["envelope"] for e in entries] == written)

    told = []
    while len(told) < 11:
        told += second.next_news()["entries"]
    step("the second connection was told the same bytes live", [e["envelope"] for e in told] == written)

    stranger = Session(url, keys, origin)
    step("a wrong signature is refused: unauthorised", refusal(lambda: stranger.hello(os.urandom(64))) == "unauthorised")

    owner = Session(url, keys, origin)
    owner.delete()
    step("the owner's signature deleted the vault, acknowledged", True)
    step("who comes afterwards is refused: gone", refusal(lambda: Session(url, keys, origin).hello()) == "gone")
    print("all steps held")


def leave(url, origin):
    """Writes a vault and leaves it, for another client to read: its keys and envelopes as one line of JSON."""
    keys = Keys()
    session = Session(url, keys, origin)
    session.create()
    chain = Chain(keys.vault)
    envelopes = [chain.next(bucket) for bucket in [512, 4096, 1024, 65536, 512]]
    session.append(envelopes[:1])
    session.append(envelopes[1:])
    session.close()
    secrets = {"vault": keys.vault, "ownerSecret": keys.owner_secret, "epochKey": keys.epoch_key}
    print(json.dumps({**{name: value.hex() for name, value in secrets.items()}, "envelopes": [e.hex() for e in envelopes]}))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="the relay, such as http://127.0.0.1:8080")
    parser.add_argument("--origin", help="its public origin, where that is another than the url")
    parser.add_argument("command", choices=["demo", "self-test", "leave"])
    options = parser.parse_args()
    try:
        if options.command == "self-test":
            return selftest.run()
        if options.url is None:
            parser.error("--url is missing")
        {"demo": demo, "leave": leave}[options.command](options.url, options.origin)
    except Failed as failed:
        print(f"FAIL  {failed}")
        return 1
    except (Refused, Closed, OSError, ValueError) as trouble:
        print(f"FAIL  {type(trouble).__name__}: {trouble}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
