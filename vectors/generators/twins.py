"""Valid messages under keys with which no SDK wrote one of that suite and context: a reader must open them for its refusal of another
message under the same keys to count.

A data key that RSA wraps is an SDK's own, in a message of a new id: wrapping it again would not give the same bytes twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from esdkit.forge import Draft
from vectors.generators import matrix
from vectors.generators.derive import Bases, Case, Derived

__all__ = ["twins"]


def twins(bases: Bases) -> Iterator[Derived]:
    """The vectors, all of which must be accepted."""
    yield from _raw_aes(bases)
    yield from _raw_rsa(bases)


def _accepted(case: Case, draft: Draft, comment: str, requirements: str, key: Mapping[str, Any]) -> Derived:
    return case.accepted(draft.seal(), comment, requirements, flags="ordinary", key=key)


def _raw_aes(bases: Bases) -> Iterator[Derived]:
    v2, several = bases["v2"], bases["several"]
    one_short = {**v2.key, "provider-id": v2.key["provider-id"][:-1]}
    for name, key, comment, requirement in (
        ("key-name", matrix.raw("aes-256-other"), "a key of another name", "KEY-AES-011"),
        ("namespace", one_short, "a namespace that is the beginning of another one", "KEY-AES-012"),
        ("k1", matrix.raw("aes-k1"), "a key name that is the beginning of another one", "KEY-AES-011"),
        ("k10", matrix.raw("aes-k10"), "a key name that begins with another one", "KEY-AES-011"),
    ):
        case = Case(f"twin-{name}", v2, key)
        yield _accepted(case, case.draft(), comment, f"{requirement} KEY-AES-014", key)
    case = Case("twin-several", several, matrix.raw("aes-192"))
    key = {"type": "multi-keyring", "generator": matrix.raw("aes-256-other"), "childKeyrings": [matrix.raw("aes-192")]}
    yield _accepted(case, case.draft(), "the second key of a multi-keyring opens", "KEY-MUL-003 KEY-MUL-006", key)


def _raw_rsa(bases: Bases) -> Iterator[Derived]:
    v2, sha256, required = bases["rsa-v2"], bases["rsa-sha256"], bases["required-rsa"]
    case = Case("twin-rsa-padding", sha256)
    yield _accepted(case, case.draft_under_base_key(v2.context), "another hash of the padding", "KEY-RSA-004 KEY-RSA-013", sha256.key)

    case = Case("twin-rsa-namespace", v2)
    key = {**v2.key, "provider-id": v2.key["provider-id"] + "s"}
    draft = case.draft_under_base_key()
    (data_key,) = draft.header.encrypted_data_keys
    draft = draft.with_header(encrypted_data_keys=(replace(data_key, provider_id=key["provider-id"].encode()),))
    yield _accepted(case, draft, "a namespace that begins with another one", "KEY-RSA-012 KEY-RSA-013", key)

    case = Case("twin-rsa-nothing-required", required)
    draft = case.draft_under_base_key({**required.context, **required.reproduced})
    yield _accepted(case, draft, "the whole context is stored", "FMT-HAU-008 KEY-RSA-013", required.key["underlying"])
