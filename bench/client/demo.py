"""The demonstration: what a client does from its first connection to the deletion of its vault, in plain words."""

import time

import mailbox
import vault
import websocket

MOST_PUSHED = 20


def say(text):
    """One step on one line."""
    print(text, flush=True)


def event(n):
    """A small made-up entry; the wire does not look into it."""
    return {"id": f"entry-{n}", "k": "note/made@1", "t": [1_800_000_000_000, n], "d": "2027-01-15", "b": {"n": n}}


def append_and_see(one, two, chain):
    """Batches of 1, 10 and 100 from one device, and the same bytes at the other."""
    for size in (1, 10, 100):
        sealed = [chain.seal([event(chain.seq)]) for _ in range(size)]
        begun = time.perf_counter()
        head = one.append(sealed)
        say(f"append {size}: acknowledged after the commit, head {head}, {1000 * (time.perf_counter() - begun):.1f} ms")
        seen = []
        while len(seen) < size:
            seen += [envelope for _, envelope in two.wait_news()]
        say(f"live: the other connection was sent {len(seen)}, " + ("byte for byte the same" if seen == sealed else "NOT THE SAME"))
    head = one.append(sealed)
    say(f"append the same 100 again: acknowledged, head still {head}, nothing stored twice")


def pull_and_open(one, keys, chain):
    """Everything behind a cursor, page by page, verified, opened and counted."""
    epochs, seq, prev, sizes = {1: keys.epoch_key}, 0, bytes(32), []
    for entries in one.pages(after=0, most=16_384):
        sizes.append(len(entries))
        for _, envelope in entries:
            vault.sealing.open_envelope(envelope, keys.vault_id, epochs, chain.public, seq, prev)
            seq, prev = seq + 1, vault.sealing.link_hash(envelope)
    say(f"pull from 0, 16 KiB a page, the next asked for only when one was read: pages of {sizes}")
    say(f"every one of the {seq} verified and opened, its chain unbroken")
    late = [at for entries in one.pages(after=seq - 1) for at, _ in entries]
    say(f"pull from {seq - 1}: {late}")


def refused(what, act):
    """Does what must be refused, and says how it was."""
    try:
        act()
        say(f"{what}: NOT REFUSED")
    except vault.Refusal as trouble:
        say(f"{what}: refused, {trouble}")


def push(url, keys, origin):
    """Fills the vault as fast as the relay takes it: waits where it says slow-down, ends at quota or when enough was sent."""
    socket, chain, done, waits = vault.VaultSocket(url, keys, origin), vault.Chain(keys), 0, 0
    socket.hello()
    messages = [[chain.noise() for _ in range(100)] for _ in range(MOST_PUSHED)]
    while done < MOST_PUSHED:
        try:
            socket.append(messages[done])
            done += 1
        except vault.Refusal as trouble:
            say(f"pushing: refused after {done * 100} envelopes, {trouble}")
            waits += 1
            if trouble.code != "slow-down" or waits > 1:
                return
            time.sleep(trouble.wait)
            socket.append(messages[done])
            done += 1
            say("pushing: waited that long, and the same message was acknowledged")
    say(f"pushing: {MOST_PUSHED * 100} envelopes taken" + ("" if waits else ", this relay's caps lie higher"))


def ask(url, origin):
    """An ask from its link to its end."""
    asker = mailbox.Asker(url, origin)
    link = asker.put("Could you carry two boxes up on Saturday at ten?")
    say(f"ask: put; its link has {len(link)} letters, what stands behind # never goes to the relay")
    live, count = asker.watch()
    say(f"ask: watching the live socket, {count} replies wait")
    helper = mailbox.Helper(url, link, origin)
    read = helper.read()
    say(f"ask: read and opened by the helper: {read['words']}")
    helper.reply(bytes.fromhex(read["replyPub"]), "At eleven?")
    say(f"ask: replied; notice on the live socket: {mailbox.notice(live)} waits")
    replies = asker.replies()
    say("ask: fetched and opened: " + ", ".join(f"{r['answer']}, {r['words']}" for r in replies.values()))
    asker.taken(replies)
    say(f"ask: taken; {len(asker.replies())} left at the relay")
    asker.close()
    live.close()
    try:
        helper.read()
        say("ask: STILL READABLE after the close")
    except mailbox.Said as said:
        say(f"ask: closed; reading it now says {said}")


def run(url, origin=None):
    """All of it against one relay."""
    keys = vault.Keys()
    chain = vault.Chain(keys)
    one = vault.VaultSocket(url, keys, origin)
    say(f"connected as {one.origin} to vault {keys.vault_id.hex()}; challenge of {len(one.nonce)} bytes")
    say(f"create: welcome, head {one.create()['head']}")
    two = vault.VaultSocket(url, keys, origin)
    say(f"hello on a second connection, challenge signed by the write key: welcome, head {two.hello()['head']}")
    append_and_see(one, two, chain)
    pull_and_open(one, keys, chain)
    ahead = vault.Chain(keys, chain.device_id, chain.seed)
    ahead.seq, ahead.hash = chain.seq + 1, chain.hash
    refused("append with a place left out", lambda: one.append([ahead.noise()]))
    stranger = vault.Keys()
    refused("hello to a vault that is not there", vault.VaultSocket(url, stranger, origin).hello)
    push(url, keys, origin)
    ask(url, origin)
    say(f"delete: acknowledged, head {one.delete()['head']}")
    try:
        while two.wait_news():
            pass
    except (vault.Refusal, websocket.Closed) as ended:
        say(f"the second connection was told: {ended}")
    refused("hello to the deleted vault", vault.VaultSocket(url, keys, origin).hello)
    say("demo done")
