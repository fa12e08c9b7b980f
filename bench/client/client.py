"""Speaks to a relay from another language: `demo`, `self-test`, `leave` or `load`, by docs/protocol.md alone."""

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
    buckets = [512, 1024, 4096, 512, 2048, 512, 8192, 512, 16384, 1024]
    one, ten = [chain.next()], [chain.next(bucket) for bucket in buckets]
    step("one envelope appended, acknowledged at head 1 (its ciphertext is random bytes)", first.append(one) == 1)
    step("ten envelopes appended in one frame, acknowledged at head 11", first.append(ten) == 11)
    step("the ten appended again: acknowledged, the head stays at 11", first.append(ten) == 11)
    last = [chain.next()]
    step("one more appended, acknowledged at head 12", first.append(last) == 12)

    written = one + ten + last
    entries, pages = first.pull(0, 16_384)
    places = [e["at"] for e in entries]
    step(f"pulled from 0 in {pages} pages: places 1 to 12, nothing doubled", places == list(range(1, 13)))
    step("every byte came back as it was sent", [e["envelope"] for e in entries] == written)
    step("pulled from the head: nothing", first.pull(12)[0] == [])

    told = []
    while len(told) < len(written):
        told += second.next_news()["entries"]
    step("the second connection was told the same bytes live, each once", [e["envelope"] for e in told] == written)

    stranger = Session(url, keys, origin)
    wrong = refusal(lambda: stranger.hello(os.urandom(64)))
    step(f"a wrong signature is refused: {wrong}", wrong == "unauthorised")

    first.delete()
    told_last = refusal(second.next_news)
    step(f"the owner's signature deleted the vault; the second connection was told: {told_last}", told_last == "gone")
    late = Session(url, keys, origin)
    met = refusal(late.hello)
    step(f"the same keys, once more: {met}", met == "gone")
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
    left = {name: value.hex() for name, value in secrets.items()}
    print(json.dumps({**left, "envelopes": [e.hex() for e in envelopes]}))


def load(url, origin, connections, ops, batch):
    """Appends `ops` envelopes over several connections, a chain each, one frame under way on each; made beforehand."""
    keys = Keys()
    founder = Session(url, keys, origin)
    founder.create()
    founder.close()
    writers = [Session(url, keys, origin) for _ in range(connections)]
    frames, times, troubles = [], [], []
    for n, writer in enumerate(writers):
        writer.hello()
        chain, count = Chain(keys.vault), ops // connections + (n < ops % connections)
        envelopes = [chain.next() for _ in range(count)]
        frames.append([envelopes[i : i + batch] for i in range(0, count, batch)])

    def write(writer, mine):
        try:
            for envelopes in mine:
                begun = time.perf_counter()
                writer.append(envelopes)
                times.append(time.perf_counter() - begun)
        except (Refused, Closed, OSError) as trouble:
            troubles.append(trouble)

    threads = [threading.Thread(target=write, args=both) for both in zip(writers, frames)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - begun
    if troubles:
        raise troubles[0]
    reader = Session(url, keys, origin)
    reader.hello()
    kept = len(reader.pull(0, 1_000_000)[0])
    if kept != ops:
        raise Failed(f"{ops} appended, {kept} kept")
    reader.delete()
    times.sort()
    p50, p95 = (times[int(len(times) * part)] * 1000 for part in (0.5, 0.95))
    shape = f"{ops} envelopes of 752 bytes, {connections} connections, batches of {batch}"
    print(f"{shape}: {ops / seconds:.0f} ops/s, p50 {p50:.1f} ms, p95 {p95:.1f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="the relay, such as http://127.0.0.1:8787")
    parser.add_argument("--origin", help="its public origin, where that is another than the url")
    parser.add_argument("command", choices=["demo", "self-test", "leave", "load"])
    for name, default in (("connections", 4), ("ops", 400), ("batch", 1)):
        parser.add_argument(f"--{name}", type=int, default=default, help=f"for load; {default} unless said")
    options = parser.parse_args()
    if options.command == "self-test":
        return selftest.run()
    if options.url is None:
        parser.error("--url is missing")
    if min(options.connections, options.ops, options.batch) < 1:
        parser.error("load wants numbers from 1")
    try:
        if options.command == "load":
            load(options.url, options.origin, options.connections, options.ops, options.batch)
        else:
            {"demo": demo, "leave": leave}[options.command](options.url, options.origin)
    except (Failed, Refused, Closed, OSError, ValueError) as trouble:
        print(f"FAIL  {type(trouble).__name__}: {trouble}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
