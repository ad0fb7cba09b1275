"""What the parts of a message mean, in words: lines of text without layout, safe to print.

Not here: where they are on the screen (``text``), and what is wrong with them (the problems say that themselves).
"""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import count, text_of
from esdkit.inspector.facts.origin import kms_origin, post_quantum
from esdkit.inspector.facts.parts import Body, DataKey
from esdkit.inspector.facts.readers import readers_of
from esdkit.inspector.facts.tree import Tree
from esdkit.message.arn import Arn
from esdkit.message.providers import BranchKeyVersion, KeyAgreement, KmsKey, MlKemKey, RawAesKey, RawRsaKey
from esdkit.spec import POLICIES, Suite

__all__ = [
    "describe_amount",
    "describe_body",
    "describe_key",
    "describe_policies",
    "describe_readers",
    "describe_suite",
    "describe_title",
    "frame_map",
    "key_name",
    "policies_for",
    "provider_of",
]

_FIRST_FRAMES = 3


def describe_title(tree: Tree) -> str:
    """What the bytes are, in one line."""
    length = count(tree.length, "byte")
    if tree.suite is None:
        return f"not an AWS Encryption SDK message, {length}"
    state = "" if tree.complete else ", incomplete"
    return f"AWS Encryption SDK message, version {tree.value('header.version')}, {length}{state}"


def describe_suite(suite: Suite) -> list[str]:
    """What a suite means."""
    hash_name = (suite.kdf_hash or "").replace("sha", "SHA-")
    key = f"a key from HKDF with {hash_name}" if suite.kdf == "hkdf" else "the data key itself"
    commitment = "the header commits to it" if suite.commitment else "no key commitment"
    signature = "not signed"
    if suite.signature is not None:
        signature = f"signed with ECDSA on {suite.signature.curve} and {suite.signature.hash.replace('sha', 'SHA-')}"
    return [f"AES-{8 * suite.key_length}-GCM under {key}", f"data key of {8 * suite.data_key_length} bits, {commitment}", signature]


def describe_readers(tree: Tree) -> Iterator[str]:
    """Which SDKs read a message, which do not and why, and what single ones need."""
    # Reqs: CLI-INS-002
    found = readers_of(tree)
    able = [f"{reader.sdk} {reader.release}" for reader in found if reader.reads == "yes"]
    if able:
        yield f"{', '.join(able)}; and later"
    elif not any(reader.reads == "unknown" for reader in found):
        yield "no released SDK"
    for reads, front in (("no", "not"), ("unknown", "not known")):
        for because in dict.fromkeys(reader.because for reader in found if reader.reads == reads):
            names = [reader.sdk for reader in found if (reader.reads, reader.because) == (reads, because)]
            yield f"{front}: {', '.join(names)} ({'; '.join(because)})"
    for note in dict.fromkeys(note for reader in found for note in reader.notes):
        yield f"{', '.join(reader.sdk for reader in found if note in reader.notes)}: {note}"


def describe_policies(suite: Suite) -> str:
    """Which commitment policies let a reader take the suite."""
    # Reqs: CLI-INS-002
    allowing = policies_for(suite)
    return "any commitment policy" if len(allowing) == len(POLICIES) else " or ".join(allowing)


def policies_for(suite: Suite) -> list[str]:
    """The commitment policies under which a reader takes the suite."""
    # Reqs: CLI-INS-002
    return [rule.name for rule in POLICIES.values() if suite.commitment or rule.decrypt == "any"]


def describe_body(body: Body) -> list[str]:
    """Whether the content is in frames or in one block."""
    if not body.framed:
        return ["one block, not framed"]
    return [f"framed, {count(body.frame_length, 'byte')} in a regular frame"]


def frame_map(tree: Tree) -> Iterator[str]:
    """The frames in their order: index, offset, length of the content; of many the first."""
    body, run = tree.body, tree.reading.run
    if body is None or run is None:
        return
    digits = len(f"{tree.length:#x}")
    shown = range(run.count if run.count <= _FIRST_FRAMES + 1 else _FIRST_FRAMES)
    for index in shown:
        yield f"{f'[{index}]':<8}{run.start + index * run.shape.size:#0{digits}x}  {count(body.frame_length, 'byte')}"
    if len(shown) < run.count:
        yield f"{'':<8}… {run.count - len(shown)} more regular frames, {count(run.shape.size, 'byte')} apart"
    if body.final_start is None:
        yield "no final frame"
    else:
        size = "cut" if body.final_length is None else count(body.final_length, "byte")
        yield f"{f'[{run.count}]':<8}{body.final_start:#0{digits}x}  {size}, final"


def describe_amount(body: Body) -> str:
    """How much plaintext there is."""
    amount = count(body.content_length, "byte")
    if not body.complete:
        return f"at least {amount}: the body is incomplete"
    return f"{amount} in {count(body.frames, 'frame')}" if body.framed else amount


def provider_of(key: DataKey) -> str:
    """The provider id and the kind of keyring."""
    # Reqs: CLI-INS-001
    if key.provider_id is None:
        return "(the message ends here)"
    name = text_of(key.provider_id) or "(empty provider id)"
    return name if key.ciphertext is None else f"{name}  {key.wrapping_key.kind.name}"


def describe_key(key: DataKey) -> Iterator[str]:
    """What a data key says about the key that wrapped it."""
    # Reqs: CLI-INS-001
    if key.provider_info is None:
        return
    wrapping = key.wrapping_key
    if isinstance(wrapping, KeyAgreement):
        yield f"curve {wrapping.curve}"
        yield f"recipient {wrapping.recipient.hex()}"
        yield f"sender {wrapping.sender.hex()}"
    else:
        yield text_of(wrapping.key_name) or "(empty)"
    if isinstance(wrapping, KmsKey):
        yield from _arn(wrapping.arn)
    if key.ciphertext is not None:
        yield from _wrapped(key, key.ciphertext)
        answer, why = post_quantum(key)
        yield f"post-quantum: {answer}. {why}"


def _arn(arn: Arn | None) -> Iterator[str]:
    """What the ARN of a KMS key says."""
    # Reqs: CLI-INS-001
    if arn is None:
        yield "not the ARN of a KMS key, so readers refuse it"
    else:
        kind = "a multi-Region key" if arn.is_multi_region else "a single-Region key" if arn.is_key else "an alias, which readers refuse"
        yield f"region {arn.region}, account {arn.account}, {kind}"
        yield f"{arn.resource_type} {arn.resource_id}"


def _wrapped(data_key: DataKey, ciphertext: bytes) -> Iterator[str]:
    """How the data key is wrapped."""
    # Reqs: CLI-INS-001
    key, amount = data_key.wrapping_key, f"{count(len(ciphertext), 'byte')} wrapped"
    if key.kind.ciphertext == "kms-blob":
        origin = kms_origin(data_key)
        yield (
            f"{amount}; they do not look like AWS KMS output"
            if origin is None
            else f"{amount}; {_HOW_SURE[origin.confidence]} {origin.origin}"
        )
    elif isinstance(key, RawAesKey) and key.kind is key.provider:
        yield f"{amount}, IV {key.iv.hex()}, tag of {key.tag_length} bits"
    elif isinstance(key, MlKemKey):
        yield f"{amount}, {key.parameter_set or 'a length of no parameter set'}"
    elif isinstance(key, RawRsaKey):
        yield f"{amount}, modulus of {key.modulus_bits} bits"
    elif isinstance(key, BranchKeyVersion):
        yield f"branch key version {key.version}"
        yield amount
    else:
        yield amount


# Reqs: CLI-INS-001
_HOW_SURE = {
    "certain": "they have the structure of the output of",
    "likely": "they look like output of",
    "possible": "they may be output of",
}


def key_name(key: DataKey) -> str:
    """Provider id and key name in one word."""
    wrapping = key.wrapping_key
    name = wrapping.curve if isinstance(wrapping, KeyAgreement) else text_of(wrapping.key_name)
    return f"{text_of(wrapping.provider_id)}:{name}"
