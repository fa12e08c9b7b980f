"""Runs the client's own bytes against the published vectors and those that docs/protocol.md names."""

import hashlib
import json
import pathlib

import chacha
import ed25519
import frames
import hpke
import sealing

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
LARGE = 70_000
OPENED = ("envelope", "frame", "verify", "ask", "reply", "reply-to")


def read(name):
    """One file of vectors."""
    return json.loads((FIXTURES / name).read_text("utf-8"))


def check(good, what):
    """Ends the run with the name of the vector that failed."""
    if not good:
        raise SystemExit(f"FAILED: {what}")


def cases(name):
    """The cases of one standard file, their hex as bytes."""
    texts = ("id", "comment", "result")
    for case in read(f"standard/{name}.json")["cases"]:
        yield {k: bytes.fromhex(v) if isinstance(v, str) and k not in texts else v for k, v in case.items()}


def standard():
    """The published vectors; a count of each."""
    counts = {}
    for case in cases("ed25519-rfc8032"):
        check(ed25519.public_key(case["seed"]) == case["publicKey"], f"RFC 8032 {case['id']}: key")
        check(ed25519.sign(case["seed"], case["msg"]) == case["sig"], f"RFC 8032 {case['id']}: signature")
        check(ed25519.verify(case["publicKey"], case["msg"], case["sig"]), f"RFC 8032 {case['id']}: verified")
        check(not ed25519.verify(case["publicKey"], case["msg"] + b"x", case["sig"]), f"RFC 8032 {case['id']}: refused")
        counts["RFC 8032"] = counts.get("RFC 8032", 0) + 1
    for name in ("chacha20-poly1305-rfc8439", "xchacha20-poly1305-draft"):
        for case in cases(name):
            sealed = chacha.seal(case["key"], case["iv"], case["aad"], case["msg"])
            check(sealed == case["ct"] + case["tag"], f"{name} {case['id']}")
            counts[name] = counts.get(name, 0) + 1
    for case in cases("hkdf-sha256-rfc5869"):
        check(hpke.expand(hpke.extract(case["salt"], case["ikm"]), case["info"], case["size"]) == case["okm"], "RFC 5869")
        counts["RFC 5869"] = counts.get("RFC 5869", 0) + 1
    for case in cases("x25519-rfc7748"):
        if case["iterations"] in (0, 1):
            check(hpke.x25519(case["private"], case["public"]) == case["shared"], f"RFC 7748 {case['id']}")
            counts["RFC 7748"] = counts.get("RFC 7748", 0) + 1
    for case in read("standard/hpke-psk-rfc9180.json")["cases"]:
        first, given = case["encryptions"][0], {k: bytes.fromhex(v) for k, v in case.items() if isinstance(v, str) and k not in ("id", "comment", "result")}
        terms = given["info"], given["psk"], given["psk_id"], bytes.fromhex(first["aad"])
        enc, ct = hpke.seal(given["pkRm"], given["ikmE"], *terms, bytes.fromhex(first["pt"]))
        check((enc.hex(), ct.hex()) == (case["enc"], first["ct"]), "RFC 9180")
        counts["RFC 9180"] = 1
    return counts


class Own:
    """The project's own vectors, with their texts turned into bytes."""

    def __init__(self):
        self.good = read("vectors/own.json")["vectors"]
        self.bad = read("vectors/negative.json")["vectors"]
        self.by_name = {v["name"]: v for v in self.good}
        self.made = {}

    def value(self, raw):
        """What a field means: see fixtures/vectors/README.md."""
        if isinstance(raw, str) and raw.startswith("0x"):
            return bytes.fromhex(raw[2:])
        if isinstance(raw, list):
            return [self.value(item) for item in raw]
        if not isinstance(raw, dict):
            return raw
        if "fill" in raw:
            return self.value(raw["fill"]) * raw["length"]
        if "of" not in raw:
            return {k: self.value(v) for k, v in raw.items()}
        source = raw["of"], raw["field"]
        data = bytearray(self.made.get(source) or self.value(self.by_name[source[0]]["out"][source[1]]))
        if "ranges" in raw:
            data = bytearray(b"".join(data[a:b] for a, b in raw["ranges"]))
        for at, xor in raw.get("flip", []):
            data[at] ^= xor
        for at, patch in raw.get("set", []):
            patch = self.value(patch)
            data[at : at + len(patch)] = patch
        return bytes(data) + self.value(raw.get("append", "0x"))


def frame_of(given):
    """A frame as the vectors write it, in the shape of frames.py."""
    fields = {k: v for k, v in given.items() if k not in ("kind", "ref")}
    if "entries" in fields:
        fields["entries"] = [(e["at"], e["envelope"]) for e in fields["entries"]]
        fields["more"] = int(fields["more"])
    if "devices" in fields:
        fields["devices"] = [(d["deviceId"], d["seq"]) for d in fields["devices"]]
    if "code" in fields:
        fields["code"] = next(number for number, name in frames.CODES.items() if name == fields["code"])
    return frames.Frame(given["kind"], given["ref"], fields)


def open_as(given, out):
    """Opens the envelope of a vector behind the link that it names."""
    before = given.get("prev", {"seq": given["seq"] - 1, "hash": given["prevHash"]})
    cut = given.get("cut")
    keys = {given["epoch"]: given["epochKey"]}
    where = before["seq"], before["hash"], (cut["epoch"], cut["seq"]) if cut else None
    return sealing.open_envelope(out["envelope"], given["vaultId"], keys, out["devicePub"], *where)


def owner_of(given):
    return sealing.Owner(given["ownerSecret"])


def make(kind, given):
    """The outputs of one vector, made anew; None for a kind that this client does not do."""
    if kind == "hkdf":
        return {"okm": sealing.derive(given["secret"], given["label"], given["length"], *given["context"])}
    if kind == "owner":
        owner = sealing.Owner(given["secret"])
        return {"ownerPub": owner.public, "vaultId": owner.vault_id}
    if kind == "envelope":
        place = sealing.Place(given["vaultId"], given["epoch"], given["deviceId"], given["seq"], given["prevHash"])
        made = sealing.seal_envelope(place, given["epochKey"], given["signSeed"], given["type"], given["body"], given["salt"], given["nonce"])
        return {"envelope": made, "hash": sealing.link_hash(made), "devicePub": ed25519.public_key(given["signSeed"])}
    if kind == "batch" and not given["batch"]["seen"]:
        return {"body": sealing.batch_body(given["batch"]["events"])}
    if kind == "frame":
        return {"bytes": frames.encode(frame_of(given["frame"]))}
    if kind == "hello":
        seed = sealing.write_seed(given["epochKey"])
        return {"sig": ed25519.sign(seed, sealing.hello_message(given["origin"], given["vaultId"], given["nonce"]))}
    if kind == "rotate":
        owner = owner_of(given)
        return {"sig": ed25519.sign(owner.seed, sealing.rotate_message(owner.vault_id, given["epoch"], given["writePub"]))}
    if kind == "delete":
        owner = owner_of(given)
        return {"sig": ed25519.sign(owner.seed, sealing.delete_message(given["origin"], owner.vault_id, given["nonce"]))}
    if kind == "ask":
        ask = sealing.Ask(given["secret"])
        return {"id": ask.id, "readProof": ask.read, "replyProof": ask.reply, "body": ask.seal(given["plain"], given["salt"], given["nonce"])}
    if kind == "reply":
        pub = hpke.x25519_public(given["replySk"])
        return {"replyPub": pub, "body": sealing.Ask(given["secret"]).seal_reply(pub, given["replyId"], given["plain"], given["ikm"])}
    if kind == "fragment":
        return {"fragment": sealing.Ask(given["secret"]).fragment()}
    return None


def positive(own, most):
    """Makes every vector of the kinds this client does, with at most so long a body, and opens it again; a count of each kind."""
    counts = {}
    for vector in own.good:
        kind, given = vector["kind"], own.value(vector["in"])
        made = None if len(given.get("body", b"")) > most else make(kind, given)
        if made is None:
            continue
        for field, data in made.items():
            wanted = own.value(vector["out"][field])
            same = hashlib.sha256(data).digest() == wanted["sha256"] if isinstance(wanted, dict) else data == wanted
            check(same, f"{vector['name']}: {field}")
            own.made[vector["name"], field] = data
        if kind == "envelope":
            check(open_as(given, made) == (given["type"], given["body"]), f"{vector['name']}: opened")
        if kind == "frame":
            check(frames.decode(made["bytes"]) == frame_of(given["frame"]), f"{vector['name']}: read")
        if kind == "ask":
            check(sealing.Ask(given["secret"]).open(made["body"]) == given["plain"], f"{vector['name']}: opened")
        if kind == "reply":
            opened = sealing.Ask(given["secret"]).open_reply(given["replySk"], given["replyId"], made["body"])
            check(opened == given["plain"], f"{vector['name']}: opened")
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def accepts(kind, given):
    """True when a negative vector is taken, which it must not be, of a kind in OPENED."""
    if kind == "envelope":
        return bool(open_as(given, given))
    if kind == "frame":
        return bool(frames.decode(given["bytes"]))
    if kind == "verify":
        return ed25519.verify(given["publicKey"], given["message"], given["sig"])
    if kind == "ask":
        return sealing.Ask(given["secret"]).open(given["body"]) is not None
    if kind == "reply":
        return sealing.Ask(given["secret"]).open_reply(given["replySk"], given["replyId"], given["body"]) is not None
    return bool(sealing.Ask(given["secret"]).seal_reply(given["replyPub"], given["replyId"], given["plain"], given["ikm"]))


def negative(own):
    """Every vector that must be refused is; a count of each kind."""
    counts = {}
    for vector in own.bad:
        if vector["kind"] not in OPENED:
            continue
        given = own.value(vector["in"])
        try:
            taken = accepts(vector["kind"], given)
        except ValueError:
            taken = False
        check(not taken, f"{vector['name']}: was taken")
        counts[vector["kind"]] = counts.get(vector["kind"], 0) + 1
    return counts


def run(every=False):
    """Prints what passed; ends with status 1 at the first that does not. `every` takes the longest envelopes too."""
    own = Own()
    for title, counts in (("published", standard()), ("made and opened", positive(own, 1 << 20 if every else LARGE)), ("refused", negative(own))):
        print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    print("self-test passed")
