"""Asks the official SDKs what they say, and writes spec/sdk_answers.yaml: ``python -m tools.sdk_texts.measure [--check]``.

Strategy: every native vector that must be refused, and every misuse of ``misuses.py``, goes to each SDK that the project installs: the
Python SDK with its master key providers, the same with the keyrings of the Material Providers Library, and the JavaScript SDK. What they
said is kept as class and text, with a placeholder for each part that varies. Beside it are the facets by which doctor finds the answer
again: they come from esdkit's own diagnosis of the same bytes with the same key. Cases that are alike share a row. AWS KMS is a server on
this machine that always fails; nothing leaves the machine. An SDK that has no way to be asked has no answer. ``--check`` writes nothing,
and exits 1 when an SDK says something else than the table.

Placeholders: the head of the table lists them.
"""

from __future__ import annotations

import argparse
import base64
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm, RequiredEncryptionContextCmm
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.sdk_answers import finding
from esdkit.engine.client import Client
from esdkit.errors import EsdkError
from esdkit.keyrings import Keyring, KmsDiscoveryKeyring, KmsKeyring, MultiKeyring, RawAesKeyring, RawRsaKeyring
from esdkit.spec import Finding, spec_path
from tools.drivers.peer import Answer, Peer, javascript_peer, python_peer
from tools.sdk_texts.kms_server import FailingKms, failing_kms
from tools.sdk_texts.misuses import Case, misuses, negatives
from vectors.generators import native
from vectors.generators.keys import test_keys

__all__ = ["compare", "diagnosed", "main", "manager", "measured", "native_bytes", "text_of"]

_TABLE = spec_path() / "sdk_answers.yaml"
_HEAD = """# What the official SDKs say, measured by tools/sdk_texts/measure.py, which writes this file; do not edit it.
# sdks: who was asked. misuses: what was done in the cases that are not native vectors; flip-MESSAGE-FIELD changed one bit of a field,
# and cut-MESSAGE-FIELD ended the message inside of it. texts: class and text. answers: cases that are alike, what esdkit finds (null: no
# message was read), and what each SDK said, by its place in texts from 0 on, null if it accepted. An SDK without an answer could not be
# asked. Placeholders: {first}, {second}: the message's first bytes, as numbers; {n}: a number; {id}: a message id; {arn}: an ARN;
# {suite}: a suite's name; {byte}: a byte; {url}: an address.
"""
_NOT_ASKED = "JobError"
_MAX_LENGTH = 240
_VARIABLE = (
    (r"(?<=Unsupported version )\d+|\d+(?= is not a valid SerializationVersion)", "{first}"),
    (r"(?<=Unsupported type )\d+|\d+(?= is not a valid ObjectType)", "{second}"),
    (r"arn:aws[\w:/.-]+", "{arn}"),
    (r"\bhttps?://\S+[\w/]", "{url}"),
    (r"\b127\.0\.0\.1:\d+", "{url}"),
    (r"\b[0-9a-f]{32,}\b", "{id}"),
    (r"\bAlgorithmSuite\.\w+|\bALG_AES\w+|\bAES_\d+_GCM\w+", "{suite}"),
    (r"b'(\\x[0-9a-f]{2}|.)'|\bbyte 0x[0-9a-f]{2}\b", "{byte}"),
    (r"(?<![\w{-])\d+(?![\w}-])", "{n}"),
)
_CREDENTIALS = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-1"}
_NOWHERE = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_MAX_ATTEMPTS": "1",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}


@dataclass(frozen=True, slots=True)
class _Sdk:
    """An SDK that can be asked: its id, its peer's name, what its jobs have besides, what the table says of it."""

    id: str
    peer: str
    more: Mapping[str, str]
    row: Mapping[str, Any]


def _sdks(javascript: str) -> tuple[_Sdk, ...]:
    python = {"aws-encryption-sdk": version("aws-encryption-sdk")}
    mpl = {**python, "aws-cryptographic-material-providers": version("aws-cryptographic-material-providers")}
    return (
        _Sdk("python", "python", {"api": "provider"}, {"name": "Python", "keys": "master keys", "versions": python}),
        _Sdk("python-mpl", "python", {}, {"name": "Python", "keys": "MPL keyrings", "versions": mpl}),
        _Sdk("javascript", "javascript", {}, {"name": "JavaScript", "keys": None, "versions": {"@aws-crypto/client-node": javascript}}),
    )


def text_of(answer: Answer) -> str | None:
    """What an SDK said, with placeholders; None when it accepted."""
    if answer.ok:
        return None
    text = " ".join(f"{answer.error_class}: {answer.error_message}".rstrip(": ").split())
    for pattern, placeholder in _VARIABLE:
        text = re.sub(pattern, placeholder, text)
    return text if len(text) <= _MAX_LENGTH else f"{text[:_MAX_LENGTH].rpartition(' ')[0]} ..."


def native_bytes(name: str) -> bytes:
    """The message of a native vector."""
    return (native.FOLDER / "ciphertexts" / f"{name}.bin").read_bytes()


# --- what esdkit says ---


def _raw(description: Mapping[str, Any], keys: Mapping[str, Any]) -> Keyring:
    entry = keys[description["key"]]
    namespace, name = description["provider-id"], entry["key-id"]
    if description["encryption-algorithm"] == "aes":
        return RawAesKeyring(namespace, name, base64.b64decode(entry["material"]))
    padding = description["padding-algorithm"] if description["padding-algorithm"] == "pkcs1" else f"oaep-{description['padding-hash']}"
    return RawRsaKeyring(namespace, name, padding, private_key=entry["material"])


def _keyring(description: Mapping[str, Any], keys: Mapping[str, Any]) -> Keyring:
    kind = description["type"]
    if kind == "raw":
        return _raw(description, keys)
    if kind == "kms":
        return KmsKeyring(description["key-ids"])
    if kind == "kms-discovery":
        return KmsDiscoveryKeyring(regions=description["regions"], account_ids=description.get("account-ids"))
    generator = description.get("generator")
    children = [_keyring(child, keys) for child in description["childKeyrings"]]
    return MultiKeyring(None if generator is None else _keyring(generator, keys), children)


def manager(description: Mapping[str, Any], keys: Mapping[str, Any]) -> CryptographicMaterialsManager | None:
    """The CMM for the key description of a driver's job; None for one without a key."""
    if description["type"] == "required-encryption-context-cmm":
        below = manager(description["underlying"], keys)
        return below and RequiredEncryptionContextCmm(description["requiredEncryptionContextKeys"], below)
    if description.get("childKeyrings") == [] and "generator" not in description:
        return None
    return DefaultCmm(_keyring(description, keys))


def diagnosed(case: Case, keys: Mapping[str, Any]) -> Diagnosis:
    """The diagnosis of a case with its key and settings."""
    return diagnose(
        case.data,
        cmm=manager(case.keyring, keys),
        policy=case.policy,
        encryption_context=case.context,
        max_encrypted_data_keys=case.limit,
    )


def _found(case: Case, keys: Mapping[str, Any]) -> Finding | None:
    found = finding(diagnosed(case, keys)) if case.op == "decrypt" else None
    return found and found._replace(first=_first(case, keys))


def _first(case: Case, keys: Mapping[str, Any]) -> str | None:
    """The code of the first error in the order of decryption."""
    cmm = manager(case.keyring, keys)
    if cmm is None:
        return None
    client = Client(commitment_policy=case.policy, max_encrypted_data_keys=case.limit)
    try:
        client.decrypt(source=case.data, cmm=cmm, encryption_context=case.context)
    except EsdkError as error:
        return error.code.value
    return None


# --- what the SDKs say ---


def _environment(kms: str | None, server: FailingKms) -> dict[str, str]:
    if kms == "no-credentials":
        return {**_NOWHERE, "AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-1", "AWS_ENDPOINT_URL": server.url}
    url = "http://127.0.0.1:9" if kms == "unreachable" else server.url  # the discard port, where nothing listens
    return {**_NOWHERE, **_CREDENTIALS, "AWS_ENDPOINT_URL": url}


@contextmanager
def _set(environment: Mapping[str, str]) -> Iterator[None]:
    others = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    with patch.dict(os.environ, {**others, **environment}, clear=True):
        yield


def _ask(case: Case, peer: Peer, sdk: _Sdk, keys: Mapping[str, Any]) -> Answer:
    job: dict[str, Any] = {
        "keyring": case.keyring,
        "keys": keys,
        "encryption_context": dict(case.context) or None,
        "commitment_policy": case.policy,
    }
    job = {**job, "max_encrypted_data_keys": case.limit, **sdk.more}
    return peer.encrypt(case.data, **job) if case.op == "encrypt" else peer.decrypt(case.data, **job)


_Measured = tuple[Case, Finding | None, dict[str, str | None]]


def measured(cases: Iterable[Case], keys: Mapping[str, Any]) -> Iterator[_Measured]:
    """Each case with what esdkit finds and the SDKs say. The peers start again when the environment is another."""
    with failing_kms() as server:
        for environment, group in groupby(cases, lambda case: _environment(case.kms, server)):
            with _set(environment), ExitStack() as stack:
                peers = {"python": stack.enter_context(python_peer()), "javascript": stack.enter_context(javascript_peer())}
                for case in group:
                    server.code = case.kms or server.code
                    answers = {sdk.id: _ask(case, peers[sdk.peer], sdk, keys) for sdk in _sdks("")}
                    asked = {name: text_of(answer) for name, answer in answers.items() if answer.error_class != _NOT_ASKED}
                    yield case, _found(case, keys), asked


def _table(answers: Sequence[_Measured], javascript: str) -> dict[str, Any]:
    texts = sorted({text for _, _, said in answers for text in said.values() if text is not None})
    rows: dict[str, dict[str, Any]] = {}
    for case, found, said in answers:
        known = found and {name: value for name, value in found._asdict().items() if value not in (None, Finding._field_defaults.get(name))}
        numbered = {sdk: None if text is None else texts.index(text) for sdk, text in said.items()}
        row = rows.setdefault(repr((known, said)), {"found": known, "said": numbered, "cases": []})
        row["cases"].append(case.id)
    return {
        "sdks": {sdk.id: dict(sdk.row) for sdk in _sdks(javascript)},
        "misuses": {case.id: case.what for case, _, _ in answers if case.what},
        "texts": texts,
        "answers": list(rows.values()),
    }


def _dump(name: str, part: Any) -> str:
    flow = None if name in ("sdks", "answers") else False  # a text each line, a row of answers in a few
    return yaml.safe_dump({name: part}, sort_keys=False, allow_unicode=True, width=138, default_flow_style=flow)


def _javascript_version() -> str:
    with javascript_peer() as peer:
        return peer.decrypt(b"").version


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes or checks the table."""
    parser = argparse.ArgumentParser(description="Ask the official SDKs what they say, and write spec/sdk_answers.yaml.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail when the table is out of date")
    check = parser.parse_args(arguments).check
    keys, tests = test_keys(native.FOLDER), native.load()
    cases = [*negatives(tests, native_bytes), *misuses(tests, native_bytes)]
    table = _table(list(measured(cases, keys)), _javascript_version())
    text = _HEAD + "".join(_dump(name, part) for name, part in table.items())
    if check:
        return compare(text, _TABLE)
    _TABLE.write_text(text, encoding="utf-8")
    print(f"{len(cases)} cases, {len(table['answers'])} rows")
    return 0


def compare(text: str, path: Path) -> int:
    """1 when the table differs from what was measured."""
    if path.read_text(encoding="utf-8") == text:
        return 0
    print(f"{path.name}: the SDKs say something else; python -m tools.sdk_texts.measure writes it", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
