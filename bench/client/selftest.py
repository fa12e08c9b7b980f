"""Holds ed25519.py against RFC 8032 and frames.py against fixtures/vectors, those of them that concern the socket."""

import json
from pathlib import Path

import ed25519
import frames

# RFC 8032, section 7.1, tests 1 to 3: seed, public key, message, signature.
RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
VECTORS = Path(__file__).resolve().parents[2] / "fixtures" / "vectors"


def value_of(raw, positives):
    """A value of a vector with its bytes in place (the shape stands in fixtures/vectors/README.md)."""
    if isinstance(raw, str):
        return bytes.fromhex(raw[2:]) if raw.startswith("0x") else raw
    if isinstance(raw, list):
        return [value_of(one, positives) for one in raw]
    if not isinstance(raw, dict):
        return raw
    if "fill" in raw:
        return value_of(raw["fill"], positives) * raw["length"]
    if "of" not in raw:
        return {name: value_of(one, positives) for name, one in raw.items()}
    data = bytearray(value_of(positives[raw["of"]]["out"][raw["field"]], positives))
    if "ranges" in raw:
        data = bytearray(b"".join(data[start:end] for start, end in raw["ranges"]))
    for at, bits in raw.get("flip", []):
        data[at] ^= bits
    for at, new in raw.get("set", []):
        new = value_of(new, positives)
        data[at : at + len(new)] = new
    return bytes(data) + value_of(raw.get("append", "0x"), positives)


def made(kind, given):
    """What this client makes of a vector's input, by the names of its output."""
    if kind == "hkdf":
        return {"okm": frames.hkdf(given["secret"], given["label"], given["length"], *given["context"])}
    if kind == "frame":
        return {"bytes": frames.encode(given["frame"])}
    if kind == "owner":
        public = ed25519.public_key(frames.hkdf(given["secret"], "owner/sign", 32))
        return {"ownerPub": public, "vaultId": frames.vault_id(public)}
    if kind == "envelope":
        return {"devicePub": ed25519.public_key(given["signSeed"])}
    if kind == "hello":
        seed = frames.hkdf(given["epochKey"], "write", 32)
        message = frames.hello_message(given["origin"], given["vaultId"], given["nonce"])
        return {"writePub": ed25519.public_key(seed), "sig": ed25519.sign(seed, message)}
    seed = frames.hkdf(given["ownerSecret"], "owner/sign", 32)
    public = ed25519.public_key(seed)
    vault = frames.vault_id(public)
    if kind == "rotate":
        message = frames.rotate_message(vault, given["epoch"], given["writePub"])
    else:
        message = frames.delete_message(given["origin"], vault, given["nonce"])
    return {"ownerPub": public, "vaultId": vault, "sig": ed25519.sign(seed, message)}


def refuses(kind, given):
    """Whether this client refuses what a negative vector gives it."""
    if kind == "verify":
        return not ed25519.verify(given["publicKey"], given["message"], given["sig"])
    if kind == "frame":
        try:
            frames.decode(given["bytes"])
        except frames.BadFrame:
            return True
        return False
    if kind == "hello":
        message = frames.hello_message(given["origin"], given["vaultId"], given["nonce"])
        return not ed25519.verify(given["writePub"], message, given["sig"])
    vault = frames.vault_id(given["ownerPub"])
    if kind == "rotate":
        message = frames.rotate_message(vault, given["epoch"], given["writePub"])
    else:
        message = frames.delete_message(given["origin"], vault, given["nonce"])
    return not ed25519.verify(given["ownerPub"], message, given["sig"])


def opens(kind, given, out):
    """Whether what stands in a positive vector reads back as its input."""
    if kind == "frame":
        return frames.decode(out["bytes"]) == given["frame"]
    if kind == "envelope":
        sealed = out["envelope"]
        place = [given[name] for name in ("type", "vaultId", "epoch", "deviceId", "seq", "prevHash")]
        head = frames.header(*place, given["salt"] + given["nonce"], len(sealed) - 128 - 32 - 64)
        held = sealed[:128] == head and frames.chain_hash(sealed[:-64]) == out["hash"]
        return held and ed25519.verify(out["devicePub"], sealed[:-64], sealed[-64:])
    return True


def held_rfc_8032(seed, public, message, signature):
    """Whether a test of the RFC is made, verified, and refused over another message."""
    seed, public, message, signature = (bytes.fromhex(one) for one in (seed, public, message, signature))
    signs = ed25519.public_key(seed) == public and ed25519.sign(seed, message) == signature
    refused = not ed25519.verify(public, message + b"x", signature)
    return signs and refused and ed25519.verify(public, message, signature)


def run():
    """Prints one line a group and returns 0 where all of it held."""
    failed = [f"RFC 8032, test {n}" for n, test in enumerate(RFC_8032, 1) if not held_rfc_8032(*test)]
    print(f"{'ok  ' if not failed else 'FAIL'}  RFC 8032, tests 1 to 3")
    files = [json.loads((VECTORS / name).read_text("utf-8")) for name in ("own.json", "negative.json")]
    own, negative = (file["vectors"] for file in files)
    positives = {vector["name"]: vector for vector in own}
    for kind in ("hkdf", "owner", "frame", "hello", "rotate", "delete", "envelope", "verify"):
        count, before = 0, len(failed)
        for vector in own:
            if vector["kind"] != kind or "sha256" in str(vector["out"]):
                continue
            given, out = value_of(vector["in"], positives), value_of(vector["out"], positives)
            count += 1
            makes = all(out[name] == one for name, one in made(kind, given).items())
            if not makes or not opens(kind, given, out):
                failed.append(vector["name"])
        for vector in negative:
            if vector["kind"] == kind and kind not in ("envelope", "hkdf"):
                count += 1
                if not refuses(kind, value_of(vector["in"], positives)):
                    failed.append(vector["name"])
        print(f"{'ok  ' if len(failed) == before else 'FAIL'}  {count} vectors: {kind}")
    for name in failed:
        print(f"FAIL  {name}")
    print("all steps held" if not failed else f"{len(failed)} failed")
    return 1 if failed else 0
