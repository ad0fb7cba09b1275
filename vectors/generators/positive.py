"""Writes the positive vectors of ``vectors/native`` with the official SDKs: ``python -m vectors.generators.positive``.

Cases of ``matrix.py`` that the manifest does not have are written by their SDK, and shown to all programs (``observe``). A case that is
there keeps its message: ciphertexts differ from run to run, because data keys, message ids and signatures come from the SDKs' own
randomness. To write one again, take it out of the manifest first. Which requirements a vector shows follows from its case, and is derived
again each time. Tests with a ``base`` (derived from others) belong to other generators and are kept.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Mapping
from typing import Any

from esdkit.keyrings import DecryptionMaterials, RawAesKeyring
from esdkit.message import parse_header
from esdkit.targets.base import EncryptRequest
from vectors.generators import matrix, native, observe, provenance
from vectors.generators.keys import test_keys
from vectors.generators.matrix import Case
from vectors.generators.requirements import shown
from vectors.generators.writers import Writer, running, written

__all__ = ["main"]


def _write(case: Case, sdk: Writer, keys: Mapping[str, Any]) -> bytes:
    keyring, required = written(case.encrypt_key, keys)
    return sdk.write(
        EncryptRequest(
            plaintext=native.plaintext(case.length),
            keyring=keyring,
            suite=case.written_suite.hex_id,
            frame_length=case.frame,
            policy=case.write_policy,
            context=case.context,
            required=required,
        )
    )


def _data_key(case: Case, ciphertext: bytes, keys: Mapping[str, Any]) -> str:
    """The message's data key, unwrapped with the raw AES key that the case names; base64."""
    header = parse_header(ciphertext)[0]
    entry = keys[case.key["key"]]
    keyring = RawAesKeyring(case.key["provider-id"], entry["key-id"], base64.b64decode(entry["material"]))
    materials = DecryptionMaterials(suite=header.suite, encryption_context=header.encryption_context)
    data_key = keyring.on_decrypt(materials, header.encrypted_data_keys).data_key
    assert data_key is not None
    return base64.b64encode(data_key.reveal()).decode("ascii")


def _test(case: Case, source: Mapping[str, str], data_key: str | None) -> native.Test:
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
        "source": source,
        "verified-by": {},
    }


def _add(tests: dict[str, native.Test], case: Case, sdk: Writer, keys: Mapping[str, Any]) -> None:
    ciphertext = _write(case, sdk, keys)
    data_key = _data_key(case, ciphertext, keys) if case.by_data_key else None
    native.add(tests, case.name, ciphertext, _test(case, sdk.implementation, data_key), case.length)


def _in_order(tests: Mapping[str, native.Test], cases: list[Case]) -> dict[str, native.Test]:
    """The cases' tests, then those that were derived from others; a test whose case is gone is not there."""
    positive = {case.name: {**tests[case.name], "requirements": shown(case)} for case in cases}
    return {**positive, **{name: test for name, test in tests.items() if "base" in test}}


def main() -> int:
    """Writes what is missing, and the provenance."""
    keys, tests, cases = test_keys(native.FOLDER), native.load(), matrix.cases()
    missing = [case for case in cases if case.name not in tests]
    for name in [name for name, test in tests.items() if "base" not in test and name not in {case.name for case in cases}]:
        native.remove(tests, name)
    with running({matrix.TARGETS[case.writer] for case in missing}) as writers:
        for case in missing:
            _add(tests, case, writers[matrix.TARGETS[case.writer]], keys)
    native.save(_in_order(tests, cases), keys, native.load_readers())
    provenance.write()
    if missing:
        observe.main(["--only", *(case.name for case in missing)])
    print(f"{len(missing)} positive vectors written, {len(cases)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
