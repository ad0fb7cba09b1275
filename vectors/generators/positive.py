"""Writes the positive vectors of ``vectors/native`` with the official SDKs: ``python -m vectors.generators.positive``.

Every case of ``matrix.py`` is written by its SDK and then read by both: the writer itself must not refuse it, and one must open it, or
nothing is saved. What all programs do with it is recorded by ``observe``. The choice of cases follows from ``matrix.SEED``; ciphertexts
differ from run to run, because data keys, message ids and signatures come from the SDKs' own randomness. Tests with a ``base`` (derived
from others) belong to other generators and are kept.

``--claims`` leaves every message as it is and derives again which requirements the vectors show.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from esdkit.keyrings import DecryptionMaterials, RawAesKeyring
from esdkit.message import parse_header
from tools.drivers.peer import Answer, Peer, javascript_peer, python_peer
from vectors.generators import matrix, native, provenance
from vectors.generators.keys import test_keys
from vectors.generators.matrix import Case
from vectors.generators.requirements import shown

__all__ = ["main"]

_READ_POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"  # the runner's, where a vector names none
_NOT_ASKED = "JobError"  # the driver has no way to ask its SDK; that is no verdict of the SDK


class GenerationError(Exception):
    """An SDK did not do what the case says."""


def _write(case: Case, peers: Mapping[str, Peer], keys: Mapping[str, Any]) -> Answer:
    answer = peers["js" if case.writer == "js" else "python"].encrypt(
        native.plaintext(case.length),
        api={"python": "provider", "mpl": "keyring"}.get(case.writer),
        keyring=case.encrypt_key,
        keys=keys,
        suite=None if case.suite is None else f"{case.suite:04x}",
        encryption_context=case.context,
        frame_length=case.frame,
        commitment_policy=case.write_policy,
    )
    if answer.result is None:
        raise GenerationError(f"{case.name} is not written: {answer.error_class}: {answer.error_message}")
    return answer


def _read(case: Case, ciphertext: bytes, peer: Peer, keys: Mapping[str, Any]) -> Answer:
    answer = peer.decrypt(
        ciphertext,
        keyring=case.key,
        keys=keys,
        encryption_context=case.reproduced or None,
        commitment_policy=case.policy or _READ_POLICY,
        max_encrypted_data_keys=case.limit,
    )
    if answer.result not in (None, native.plaintext(case.length)):
        raise GenerationError(f"{case.name}: {answer.sdk} reads another plaintext")
    return answer


def _data_key(case: Case, ciphertext: bytes, keys: Mapping[str, Any]) -> str:
    """The message's data key, unwrapped with the raw AES key that the case names; base64."""
    header = parse_header(ciphertext)[0]
    entry = keys[case.key["key"]]
    keyring = RawAesKeyring(case.key["provider-id"], entry["key-id"], base64.b64decode(entry["material"]))
    materials = DecryptionMaterials(suite=header.suite, encryption_context=header.encryption_context)
    data_key = keyring.on_decrypt(materials, header.encrypted_data_keys).data_key
    assert data_key is not None
    return base64.b64encode(data_key.reveal()).decode("ascii")


def _test(case: Case, source: Answer, data_key: str | None) -> native.Test:
    """The test's members, in the order of the schema; optional ones only where they say something."""
    optional = {
        "data-key": data_key,
        "encryption-context": dict(case.reproduced) or None,
        "commitment-policy": case.policy,
        "max-encrypted-data-keys": case.limit,
    }
    return {
        "key": None if data_key else case.key,
        **{name: value for name, value in optional.items() if value is not None},
        "comment": case.comment,
        "requirements": shown(case),
        "source": {"name": source.sdk, "version": source.version},
        "verified-by": {},
    }


def _generate(case: Case, peers: Mapping[str, Peer], keys: Mapping[str, Any]) -> tuple[bytes, native.Test]:
    source = _write(case, peers, keys)
    assert source.result is not None
    readers = [answer for peer in peers.values() if (answer := _read(case, source.result, peer, keys)).error_class != _NOT_ASKED]
    refusals = [reader for reader in readers if not reader.ok]
    for reader in refusals:
        print(f"{case.name}: {reader.sdk} refuses it: {reader.error_class}: {reader.error_message}")
    if any(reader.sdk == source.sdk for reader in refusals) or len(refusals) == len(readers):
        raise GenerationError(f"{case.name} is not read by its own writer, or by nobody")
    data_key = _data_key(case, source.result, keys) if case.by_data_key else None
    return source.result, _test(case, source, data_key)


def _claim(cases: Iterable[Case], keys: Mapping[str, Any]) -> None:
    tests = native.load()
    for case in cases:
        tests[case.name]["requirements"] = shown(case)
    native.save(tests, keys)


def main(arguments: list[str]) -> int:
    """Writes the vectors and their provenance or, with ``--claims``, their requirements alone."""
    keys = test_keys(native.FOLDER)
    cases = matrix.cases()
    if arguments == ["--claims"]:
        _claim(cases, keys)
        return 0
    with python_peer() as python, javascript_peer() as javascript:
        peers = {"python": python, "js": javascript}
        written = [(case, *_generate(case, peers, keys)) for case in cases]
    tests = native.load()
    for name in [name for name, test in tests.items() if "base" not in test]:
        native.remove(tests, name)
    positive: dict[str, native.Test] = {}
    for case, ciphertext, test in written:
        native.add(positive, case.name, ciphertext, test, case.length)
    native.save({**positive, **tests}, keys)
    provenance.write()
    print(f"{len(positive)} positive vectors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
