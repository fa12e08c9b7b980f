"""The command line of the small client: demo, load, exchange and selftest against a relay."""

import argparse
import json
import sys

sys.dont_write_bytecode = True

import demo
import load
import selftest
import vault


def exchange(args):
    """Joins a vault whose keys are given, appends, waits for others, and prints every envelope as hex."""
    keys = vault.Keys(bytes.fromhex(args.owner), bytes.fromhex(args.epoch_key))
    socket, chain = vault.VaultSocket(args.url, keys, args.origin), vault.Chain(keys)
    socket.hello()
    pulled = [envelope.hex() for entries in socket.pages() for _, envelope in entries]
    print(json.dumps({"pulled": pulled}), flush=True)
    sealed = [chain.seal([demo.event(n)]) for n in range(args.send)]
    socket.append(sealed)
    print(json.dumps({"device": chain.device_id.hex(), "public": chain.public.hex(), "sent": [e.hex() for e in sealed]}), flush=True)
    seen = []
    while len(seen) < args.expect:
        seen += [envelope.hex() for _, envelope in socket.wait_news()]
    print(json.dumps({"seen": seen}), flush=True)


def main():
    """Reads the arguments and does one thing."""
    parser = argparse.ArgumentParser(description="A small client of the Belay relay, written from docs/protocol.md.")
    parser.add_argument("--url", default="ws://127.0.0.1:8787", help="ws or wss address of the relay, without a path")
    parser.add_argument("--origin", help="the relay's PUBLIC_ORIGIN where it is not the address itself")
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("demo", help="does everything once, and says what happens")
    tested = acts.add_parser("selftest", help="the published vectors and the project's own")
    tested.add_argument("--all", action="store_true", help="the longest envelopes too, which takes a while")
    loaded = acts.add_parser("load", help="appends from many connections")
    loaded.add_argument("--connections", type=int, default=4)
    loaded.add_argument("--ops", type=int, default=2000)
    loaded.add_argument("--batch", type=int, default=10)
    loaded.add_argument("--vaults", type=int, default=4, help="shared by the connections in turn")
    exchanged = acts.add_parser("exchange", help="shares a vault with another client, as JSON lines")
    exchanged.add_argument("--owner", required=True, help="OS, 64 hex digits")
    exchanged.add_argument("--epoch-key", required=True, help="VK of epoch 1, 64 hex digits")
    exchanged.add_argument("--send", type=int, default=1)
    exchanged.add_argument("--expect", type=int, default=0)
    args = parser.parse_args()
    if args.act == "demo":
        demo.run(args.url, args.origin)
    elif args.act == "load":
        load.run(args.url, args.connections, args.ops, args.batch, args.vaults, args.origin)
    elif args.act == "exchange":
        exchange(args)
    else:
        selftest.run(args.all)


if __name__ == "__main__":
    main()
