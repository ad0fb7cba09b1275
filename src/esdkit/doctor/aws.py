"""What a diagnosis says where AWS holds the key: why the right key was of no use, and which option or keyring file to give.

Strategy: the trials have AWS's error code and the reason of each pair; the kind of a data key decides what a failure can mean. A request
for an RSA key of AWS KMS carries no encryption context, and no key that AWS holds has bytes to check.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from esdkit.columns import utf8_text
from esdkit.doctor.outcomes import Outcome
from esdkit.errors import up_to_code
from esdkit.message.providers import KeyAgreement, KmsKey, WrappingKey
from esdkit.spec import CONSTANTS

if TYPE_CHECKING:
    from esdkit.doctor.explain import Diagnosis
    from esdkit.doctor.trials import KeyTrial

__all__ = ["asked_without_context", "aws_cause", "aws_steps", "held_by_aws"]

_DOES_NOT_OPEN = {
    "kms": "AWS KMS answered {code}: the encryption context differs, or the encrypted data key was changed",
    "kms-rsa": "AWS KMS answered {code}. {hint}",
    "hierarchy": "Its branch key does not open it: the encryption context differs, the data key was changed, or the store has another key",
}
_USED = "InvalidCiphertextException"
_OTHER_RSA = next(iter(CONSTANTS.kms_rsa_algorithms))  # than the default


def held_by_aws(diagnosis: Diagnosis, trial: KeyTrial) -> bool:
    """Whether the data key of a trial is under a key that has no bytes to check."""
    # Reqs: CLI-DOC-024
    return _key(diagnosis, trial.edk_index).provider.id in _DOES_NOT_OPEN


def asked_without_context(diagnosis: Diagnosis, trial: KeyTrial) -> bool:
    """Whether the data key of a trial is under an RSA key of AWS KMS."""
    # Reqs: CLI-DOC-024
    return _key(diagnosis, trial.edk_index).provider.id == "kms-rsa"


def aws_cause(diagnosis: Diagnosis, outcome: Outcome) -> str | None:
    """Why the first trial with an outcome failed, in a sentence; None where its outcome says it."""
    # Reqs: CLI-DOC-024
    trial = next(trial for trial in diagnosis.cells if trial.outcome == outcome)
    if outcome == "not-reached":
        which = "The right key" if _key(diagnosis, trial.edk_index).provider.id in _STEPS else "It"
        return f"{which} could not be used: {_ended(up_to_code(trial.reason, trial.code))}"
    if outcome == "filtered":
        return f"The filter of your discovery keyring excludes its key: {_ended(trial.reason)}"
    if outcome == "does-not-open" and held_by_aws(diagnosis, trial):
        kind = _key(diagnosis, trial.edk_index).provider.id
        known = kind == "hierarchy" or trial.code == _USED
        said = _DOES_NOT_OPEN[kind].format(code=trial.code, hint=trial.hint) if known else up_to_code(trial.reason, trial.code)
        return _ended(said[0].upper() + said[1:])
    return None


def aws_steps(diagnosis: Diagnosis) -> Iterator[str]:
    """For each data key under a key of AWS that was not given: the option, or the keyring file. They end so that they can be copied."""
    # Reqs: CLI-DOC-024
    given = {trial.edk_index for trial in diagnosis.cells if trial.outcome not in ("other-name", "other-kind")}
    for need in diagnosis.needs:
        key = _key(diagnosis, need.edk_index)
        step = _STEPS.get(key.provider.id)
        if need.edk_index not in given and step is not None:
            yield f"For encrypted data key [{need.edk_index}]: {step(key)}"
        elif need.edk_index not in given and key.provider.id in _AHEAD:
            yield f"Encrypted data key [{need.edk_index}] needs {need.key}; esdkit cannot open it."


def _key(diagnosis: Diagnosis, edk_index: int) -> WrappingKey:
    return diagnosis.tree.encrypted_data_keys[edk_index].wrapping_key


def _ended(text: str) -> str:
    return f"{text.rstrip('.')}."


# ---------------------------------------------------------------- what to give
def _kms(key: WrappingKey) -> str:
    # Reqs: CLI-DOC-024
    arn = key.arn if isinstance(key, KmsKey) else None
    if arn is None:
        return "give --kms-discovery, or --kms with the ARN of its key"
    if not arn.is_multi_region:
        return f"give --kms {arn}"
    return f"give --kms {arn} or, for a replica in another region, --kms-mrk with its ARN or --kms-mrk-discovery REGION"


def _kms_rsa(key: WrappingKey) -> str:
    return f"give --kms-rsa arn={utf8_text(key.key_name) or 'ARN'}; append ,algorithm={_OTHER_RSA} if the writer used that"


def _kms_ecdh(key: WrappingKey) -> str:
    # Reqs: CLI-DOC-024
    curve = key.curve if isinstance(key, KeyAgreement) else "CURVE"
    return _file(f"kms_ecdh_discovery: {{curve: {curve}, key_id: ARN, own_public_key: {{file: PEM}}}}")


def _hierarchy(key: WrappingKey) -> str:
    # Reqs: CLI-DOC-024
    name = json.dumps(utf8_text(key.key_name) or "ID", ensure_ascii=False)  # as YAML writes it
    return _file(f"hierarchical: {{table_name: TABLE, table_region: REGION, logical_name: NAME, branch_key_id: {name}, ttl: 600}}")


def _file(node: str) -> str:
    return f"write this to a file and give it with --keyring: {node}"


_AHEAD = frozenset({"kms-ml-kem"})
"""Kinds of keyring that no SDK has released."""
_STEPS: Mapping[str, Callable[[WrappingKey], str]] = {"kms": _kms, "kms-rsa": _kms_rsa, "kms-ecdh": _kms_ecdh, "hierarchy": _hierarchy}
