"""Writes the derived vectors of ``vectors/native``: ``python -m vectors.generators.negative [--only ID …] [--unasked]``.

Each is one fact away from a message that an SDK wrote: most must be refused, some must be accepted although they look odd. The bytes
follow from the bases and from the names of the cases; so they change when the positive vectors are written again, and only then. With
``--only``, the other vectors stay as they are. The official SDKs are asked what they say to each message, and that is recorded in
``verified-by``; with ``--unasked`` it stays empty, for a first writing of many. An SDK that says something else than is expected is not an
error here: the comment names the decision, and ``PROVENANCE.md`` lists the difference.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import esdkit
from tools.drivers.peer import Peer, javascript_modules_installed, javascript_peer, python_peer, python_sdk_installed
from vectors.generators import native, provenance
from vectors.generators.cuts import cuts
from vectors.generators.derive import Base, Bases, Derived
from vectors.generators.edges import edges
from vectors.generators.flips import flips
from vectors.generators.invalid import invalid
from vectors.generators.keys import test_keys
from vectors.generators.lies import lies
from vectors.generators.per_suite import per_suite
from vectors.generators.plain import plain
from vectors.generators.unauthentic import unauthentic
from vectors.generators.unopened import unopened
from vectors.generators.unsigned import unsigned
from vectors.generators.unusual import unusual

__all__ = ["BASES", "derived", "main"]

BASES: Mapping[str, str] = {
    "v1": "python-0178-aes-256-mixed-f256-p257",
    "v1-signed": "js-0378-aes-128-mixed-f1-p2",
    "v2": "mpl-0478-aes-128-mixed-f128-p128",
    "v2-signed": "js-0578-aes-192-ascii-f100-p0",
    "p256": "python-0214-aes-128-ascii-f128-p1",
    "block": "python-0078-aes-128-mixed-f0-p1",
    "0014": "python-0014-aes-192-mixed-f256-p1",
    "0046": "js-0046-aes-256-mixed-f1-p2",
    "0114": "js-0114-aes-256-empty-f4096-p0",
    "0146": "mpl-0146-aes-256-empty-f4096-p1",
    "0346": "js-0346-aes-256-mixed-f1000-p1",
    "one-frame-v1": "python-0178-aes-256-reproduced-ascii-f128-p127",
    "one-frame-v2": "python-0478-aes-unicode-ascii-f128-p5",
    "several": "mpl-0578-multi-ascii-f256-p300",
    "several-v1": "python-0178-multi-ascii-f256-p300",
    "required": "mpl-0478-aes-256-required-one-f128-p129",
    "required-rsa": "mpl-0214-rsa-oaep-sha1-required-one-f128-p129",
    "rsa-v1": "python-0178-rsa-oaep-sha1-ascii-f256-p256",
    "rsa-v2": "js-0478-rsa-oaep-sha1-mixed-f16-p15",
}
"""What the cases call their bases, and which positive vectors those are."""

_READ_POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"  # the runner's, where a vector names none
_NOT_ASKED = "JobError"  # the driver has no way to ask its SDK; that is no verdict of the SDK


def derived(tests: Mapping[str, native.Test], keys: Mapping[str, Any]) -> Iterator[Derived]:
    """All derived vectors, in the manifest's order.

    Args:
        tests: the manifest's, which hold the bases.
        keys: the entries of the keys manifest.
    """
    bases: Bases = {name: Base(test, tests[test], keys) for name, test in BASES.items()}
    for group in (invalid, unopened, unsigned, unauthentic, unusual, plain, cuts, lies, flips, edges, per_suite):
        yield from group(bases)


def _verdict(vector: Derived, peer: Peer, keys: Mapping[str, Any]) -> dict[str, str] | None:
    """What an SDK says to a vector; None when it cannot be asked."""
    members = vector.members
    if members["key"] is None:
        return None
    answer = peer.decrypt(
        vector.ciphertext,
        keyring=members["key"],
        keys=keys,
        encryption_context=members.get("encryption-context"),
        commitment_policy=members.get("commitment-policy", _READ_POLICY),
        max_encrypted_data_keys=members.get("max-encrypted-data-keys"),
    )
    if answer.error_class == _NOT_ASKED:
        return None
    said = "accept" if answer.ok else "reject"
    if answer.ok and vector.plaintext_length is not None and answer.result != native.plaintext(vector.plaintext_length):
        raise ValueError(f"{vector.name}: {answer.sdk} reads another plaintext")
    if answer.ok != (vector.plaintext_length is not None):
        why = "" if answer.ok else f" ({answer.error_class}: {answer.error_message})"
        print(f"{vector.name}: {answer.sdk} says {said}{why}; name the decision in the comment, or mend the vector")
    return {"name": answer.sdk, "version": answer.version, "outcome": said}


def _test(vector: Derived, verdicts: list[dict[str, str]]) -> native.Test:
    """The test's members, in the order of the schema."""
    test = {
        **vector.members,
        "comment": vector.comment,
        "requirements": list(vector.requirements),
        "base": vector.base,
        "source": {"name": "esdkit", "version": esdkit.__version__},
        "verified-by": verdicts,
    }
    if vector.plaintext_length is None:
        test["expect"] = {"outcome": "reject", "stage": vector.stage, "code": vector.code}
    return test


def _peers(stack: ExitStack, *, all_needed: bool) -> Iterator[Peer]:
    """The official SDKs, started; without one that is not installed, unless all are needed."""
    for name, installed, peer in (
        ("Python", python_sdk_installed, python_peer),
        ("JavaScript", javascript_modules_installed, javascript_peer),
    ):
        if all_needed or installed():
            yield stack.enter_context(peer())
        else:
            print(f"the {name} SDK is not installed, so it is not asked")


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the vectors and their provenance."""
    parser = argparse.ArgumentParser(description="Write the derived vectors of vectors/native.")
    parser.add_argument("--only", nargs="+", metavar="ID", help="write these, and ask the SDKs that are installed; the others stay")
    parser.add_argument("--unasked", action="store_true", help="ask no SDK")
    options = parser.parse_args(arguments)
    only: list[str] | None = options.only
    keys, tests = test_keys(native.FOLDER), native.load()
    vectors = {vector.name: vector for vector in derived(tests, keys)}
    if unknown := [name for name in only or () if name not in vectors]:
        parser.error(f"no case makes {', '.join(unknown)}")
    chosen = list(vectors) if only is None else only
    for name in [name for name, test in tests.items() if "base" in test and (name in chosen or name not in vectors)]:
        native.remove(tests, name)
    with ExitStack() as stack:
        peers = [] if options.unasked else list(_peers(stack, all_needed=only is None))
        for vector in map(vectors.__getitem__, chosen):
            verdicts = [verdict for peer in peers if (verdict := _verdict(vector, peer, keys)) is not None]
            native.add(tests, vector.name, vector.ciphertext, _test(vector, verdicts), vector.plaintext_length)
    place = {name: number for number, name in enumerate(vectors)}  # after the positive vectors, in the order of the cases
    native.save({name: tests[name] for name in sorted(tests, key=lambda name: place.get(name, -1))}, keys)
    provenance.write()
    print(f"{len(chosen)} derived vectors written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
