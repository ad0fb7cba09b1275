"""Writes the derived vectors of ``vectors/native``: ``python -m vectors.generators.negative [--only ID …]``.

Each is one fact away from a message that an SDK wrote: most must be refused, some must be accepted although they look odd. The bytes
follow from the bases and from the names of the cases; so they change when the positive vectors are written again, and only then. With
``--only``, the other vectors stay as they are. What readers said to a message (``observe``) is kept as long as message and reader's keys
stay the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import esdkit
from vectors.generators import native, provenance
from vectors.generators.agreed import agreed
from vectors.generators.branches import branches
from vectors.generators.choices import choices
from vectors.generators.cuts import cuts
from vectors.generators.derivations import derivations
from vectors.generators.derive import Base, Bases, Derived
from vectors.generators.edges import edges
from vectors.generators.flips import flips
from vectors.generators.invalid import invalid
from vectors.generators.keys import test_keys
from vectors.generators.kms_shaped import kms_shaped
from vectors.generators.layout import layout
from vectors.generators.lenient import lenient
from vectors.generators.lies import lies
from vectors.generators.per_suite import per_suite
from vectors.generators.pitfalls import pitfalls
from vectors.generators.plain import plain
from vectors.generators.raw_keys import raw_keys
from vectors.generators.twins import twins
from vectors.generators.two_keys import two_keys
from vectors.generators.unauthentic import unauthentic
from vectors.generators.unopened import unopened
from vectors.generators.unsigned import unsigned
from vectors.generators.unusual import unusual
from vectors.generators.widths import widths

__all__ = ["BASES", "READER_MEMBERS", "derived", "main"]

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
    "rsa-pkcs1": "java-0478-rsa-pkcs1-ascii-f255-p256",
    "rsa-oaep-sha1": "java-0078-rsa-oaep-sha1-ascii-f1-p0",
    "rsa-oaep-sha256": "go-0146-rsa-oaep-sha256-ascii-f255-p256",
    "rsa-oaep-sha384": "rust-0146-rsa-oaep-sha384-ascii-f5-p0",
    "rsa-oaep-sha512": "rust-0478-rsa-oaep-sha512-ascii-f64-p63",
    "suite-24": "go-0146-aes-192-mixed-f5-p4",
    "suite-0014": "java-0014-aes-256-empty-f64-p0",
    "suite-0046": "rust-0046-aes-128-empty-f1-p1",
    "suite-0078": "go-0078-aes-256-empty-f1-p0",
    "suite-0114": "java-0114-aes-256-ascii-f5-p4",
    "suite-0146": "java-0146-aes-128-ascii-f5-p4",
    "suite-0214": "go-0214-aes-256-ascii-f5-p5",
    "suite-0346": "rust-0346-aes-128-mixed-f100-p0",
    "required-all": "mpl-0478-aes-256-required-all-ascii-f256-p100",
    "empty": "rust-0478-aes-128-empty-f1-p1",
    "astral": "rust-0178-aes-192-astral-f1-p0",
    "ecdh-p256-static": "rust-0114-ecdh-p256-static-static-mixed-f64-p3",
    "ecdh-p256-discovery": "go-0178-ecdh-p256-ephemeral-discovery-astral-f64-p3",
    "ecdh-p384-static": "java-0178-ecdh-p384-static-static-mixed-f64-p3",
    "ecdh-p384-discovery": "rust-0478-ecdh-p384-static-discovery-astral-f1-p3",
    "ecdh-p521-static": "java-0478-ecdh-p521-static-static-ascii-f1-p3",
    "ecdh-p521-discovery": "mpl-0578-ecdh-p521-static-discovery-ascii-f128-p3",
    "branch-v1": "branch-0178-branch-a-mixed-f128-p9",
    "branch-v1-signed": "branch-0378-branch-a-empty-f128-p9",
    "branch-v2": "branch-0478-branch-a-void-f128-p9",
    "branch-v2-signed": "branch-0578-branch-a-mixed-f0-p9",
    "rsa-sha256": "python-0478-rsa-oaep-sha256-ascii-f4096-p0",
}
"""What the cases call their bases, and which positive vectors those are."""

READER_MEMBERS = ("key", "data-key", "encryption-context", "commitment-policy", "max-encrypted-data-keys")
"""The members of a test that say what the reader has."""


def derived(tests: Mapping[str, native.Test], keys: Mapping[str, Any]) -> Iterator[Derived]:
    """All derived vectors, in the manifest's order.

    Args:
        tests: the manifest's, which hold the bases.
        keys: the entries of the keys manifest.
    """
    bases: Bases = {name: Base(test, tests[test], keys) for name, test in BASES.items()}
    for group in (
        invalid,
        unopened,
        unsigned,
        unauthentic,
        unusual,
        twins,
        plain,
        cuts,
        lies,
        widths,
        flips,
        edges,
        per_suite,
        derivations,
        layout,
        pitfalls,
        two_keys,
        agreed,
        branches,
        raw_keys,
        choices,
        kms_shaped,
        lenient,
    ):
        yield from group(bases)


def _test(vector: Derived) -> native.Test:
    """The test's members that do not follow from the message."""
    test = {
        **vector.members,
        "comment": vector.comment,
        "requirements": list(vector.requirements),
        "flags": list(vector.flags),
        "base": vector.base,
        "source": {"name": "esdkit", "version": esdkit.__version__},
        "verified-by": {},
    }
    if vector.twin is not None:
        test["twin"] = vector.twin
    if vector.plaintext_length is None:
        test["expect"] = {"outcome": "reject", "stage": vector.stage, "code": vector.code}
    return test


def _asked(test: native.Test | None) -> Any:
    """What readers were asked: their verdicts hold as long as this stays the same."""
    return test and [test["sha256"], *(test.get(member) for member in READER_MEMBERS)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the vectors and their provenance."""
    parser = argparse.ArgumentParser(description="Write the derived vectors of vectors/native.")
    parser.add_argument("--only", nargs="+", metavar="ID", help="write these; the others stay")
    only: list[str] | None = parser.parse_args(arguments).only
    keys, old = test_keys(native.FOLDER), native.load()
    vectors = {vector.name: vector for vector in derived(old, keys)}
    if unknown := [name for name in only or () if name not in vectors]:
        parser.error(f"no case makes {', '.join(unknown)}")
    chosen = list(vectors) if only is None else only
    tests = dict(old)
    for name in [name for name, test in tests.items() if "base" in test and (name in chosen or name not in vectors)]:
        native.remove(tests, name)
    for vector in map(vectors.__getitem__, chosen):
        native.add(tests, vector.name, vector.ciphertext, _test(vector), vector.plaintext_length)
        if _asked(tests[vector.name]) == _asked(old.get(vector.name)):
            tests[vector.name]["verified-by"] = old[vector.name]["verified-by"]
    place = {name: number for number, name in enumerate(vectors)}  # after the positive vectors, in the order of the cases
    tests = {name: tests[name] for name in sorted(tests, key=lambda name: place.get(name, -1))}
    native.save(tests, keys)
    provenance.write()
    unseen = [name for name in chosen if not tests[name]["verified-by"]]
    print(f"{len(chosen)} derived vectors written, {len(unseen)} of them not yet shown to a reader: python -m vectors.generators.observe")
    return 0


if __name__ == "__main__":
    sys.exit(main())
