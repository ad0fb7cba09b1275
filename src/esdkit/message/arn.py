"""Names of AWS KMS keys: ARNs, and the identifiers that people use instead of them (framework/aws-kms/aws-kms-key-arn.md).

Strategy: an ARN is cut at its first five colons and its resource at the first ``/``; nothing is trimmed, folded in case or decoded, so
that text and ARN are the same thing in two forms. Which key an ARN means is decided by comparing parts, never by searching in the text.
Invariant: ``str(parse_arn(text)) == text``.
Not here: which keys a keyring accepts (keyrings).
"""

from __future__ import annotations

from dataclasses import replace

from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen

__all__ = ["Arn", "as_arn", "check_key_id", "is_multi_region", "is_multi_region_match", "parse_arn"]

_FORM = "arn:<partition>:kms:<region>:<account>:key/<id>"
_ALIAS_START = "alias/"
_MULTI_REGION_START = "mrk-"
_SHOWN = 120  # characters of a name that is refused; it may come from a hostile message


@frozen
class Arn:
    """An ARN of AWS KMS. ``resource_type`` is ``key`` or ``alias``; no part is empty."""

    partition: str
    region: str
    account: str
    resource_type: str
    resource_id: str

    def __str__(self) -> str:
        return f"arn:{self.partition}:kms:{self.region}:{self.account}:{self.resource_type}/{self.resource_id}"

    @property
    def is_key(self) -> bool:
        return self.resource_type == "key"

    @property
    def is_multi_region(self) -> bool:
        """Whether this is a multi-Region key. An alias never is, whatever its name."""
        # Reqs: KEY-ARN-009
        return self.is_key and self.resource_id.startswith(_MULTI_REGION_START)

    def in_region(self, region: str) -> Arn:
        """The same with another region: for a multi-Region key its replica there."""
        return replace(self, region=region)


def parse_arn(text: str) -> Arn:
    """Read an ARN of an AWS KMS key or alias.

    Raises:
        UsageError: ``invalid-argument``; the text says which part is wrong.
    """
    # Reqs: KEY-ARN-001, KEY-ARN-002, KEY-ARN-003, KEY-ARN-004, KEY-ARN-005, KEY-ARN-006, KEY-ARN-007, KEY-ARN-008
    if not isinstance(text, str):
        raise UsageError(Code.INVALID_ARGUMENT, "an ARN must be a string", hint=f"Its form is {_FORM}.")
    parts = text.split(":")
    problem = _problem(parts)
    if problem is not None:
        raise UsageError(Code.INVALID_ARGUMENT, f"{_shown(text)} is not an ARN of AWS KMS: {problem}", hint=f"Its form is {_FORM}.")
    _, partition, _, region, account, resource = parts
    resource_type, _, resource_id = resource.partition("/")
    return Arn(partition, region, account, resource_type, resource_id)


def _problem(parts: list[str]) -> str | None:
    """What is wrong with the parts between the colons; None when nothing is."""
    if parts[0] != "arn":
        return "it does not start with arn:"
    if len(parts) != 6:
        return f"it has {len(parts)} parts, expected 6"
    for place, name in ((1, "partition"), (3, "region"), (4, "account")):
        if not parts[place]:
            return f"its {name} is empty"
    if not all(part.isprintable() for part in parts):
        return "it has a character that cannot be printed"
    if parts[2] != "kms":
        return "its service is not kms"
    resource_type, slash, resource_id = parts[5].partition("/")
    if resource_type not in ("key", "alias"):
        return "its resource is neither key/<id> nor alias/<name>"
    return None if slash and resource_id else f"its {resource_type} has no id"


def as_arn(text: str | None) -> Arn | None:
    """The ARN that a text is; None when it is not the ARN of a KMS key or alias, or there is no text."""
    try:
        return None if text is None else parse_arn(text)
    except UsageError:
        return None


def check_key_id(text: object) -> str:
    """A name that AWS KMS understands: an ARN, ``alias/<name>`` or a key id.

    Raises:
        UsageError: ``invalid-argument``.
    """
    # Reqs: KEY-KMS-002, KEY-KMS-003, KEY-ARN-010
    if not isinstance(text, str) or not text:
        raise UsageError(Code.INVALID_ARGUMENT, "a key id must be a string that is not empty", hint=f"Give the key's ARN: {_FORM}.")
    if text.startswith("arn:"):
        parse_arn(text)
    elif text == _ALIAS_START:
        raise UsageError(Code.INVALID_ARGUMENT, "the alias has no name")
    elif ":" in text or (not text.startswith(_ALIAS_START) and "/" in text):
        raise UsageError(
            Code.INVALID_ARGUMENT, f"{_shown(text)} is not an ARN, alias/<name> or key id", hint=f"Give the key's ARN: {_FORM}."
        )
    return text


def is_multi_region(identifier: str) -> bool:
    """Whether an ARN, alias or key id names a multi-Region key.

    Raises:
        UsageError: ``invalid-argument``, it starts with ``arn:`` and is not an ARN of AWS KMS.
    """
    # Reqs: KEY-ARN-009, KEY-ARN-011
    if identifier.startswith("arn:"):
        return parse_arn(identifier).is_multi_region
    return identifier.startswith(_MULTI_REGION_START)


def is_multi_region_match(configured: str, stored: Arn) -> bool:
    """Whether a key that wrapped a data key (``stored``) is the configured one, or a replica of it in another region."""
    # Reqs: KEY-MRK-001, KEY-MRK-002, KEY-MRK-003
    if configured == str(stored):
        return True
    if not configured.startswith("arn:") or not stored.is_multi_region:
        return False
    arn = parse_arn(configured)
    return arn.is_multi_region and arn.in_region(stored.region) == stored


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
