"""Which requirements a positive vector shows, so that the manifest's lists are derived, not typed: rows of (does the case show it, ids).

A row names what a reader must do right to open such a message. What only a writer owes is not claimed: the SDK wrote it, not we.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from esdkit.spec import Suite
from vectors.generators.matrix import CONTEXTS, FULL_FINAL, Case

__all__ = ["shown"]


@dataclass(frozen=True, slots=True)
class _Facts:
    """A case with what follows from it."""

    case: Case
    suite: Suite

    @property
    def keys(self) -> str:
        """The description of the reading keys as text: enough to ask what kinds it holds."""
        return "" if self.case.by_data_key else repr(self.case.key)

    @property
    def plain(self) -> bool:
        """Whether the case is about nothing in particular: such cases stand for what every message shows."""
        return self.case.suite is None

    @property
    def required(self) -> bool:
        """Whether a pair of the context is authenticated without being stored."""
        return "required-encryption-context-cmm" in repr(self.case.encrypt_key)

    @property
    def stored_nothing(self) -> bool:
        unsigned = not self.suite.signed
        return unsigned and (not self.case.context or (self.required and self.case.reproduced == self.case.context))

    @property
    def framed(self) -> bool:
        return self.case.frame > 0

    @property
    def exact(self) -> bool:
        return self.framed and self.case.length >= self.case.frame and self.case.length % self.case.frame == 0

    @property
    def full_final(self) -> bool:
        """Whether the last of the full frames is the final one; other SDKs write an empty final frame after it."""
        return self.exact and self.case.writer in FULL_FINAL

    @property
    def regular_frames(self) -> bool:
        return self.framed and self.case.length >= self.case.frame and not (self.full_final and self.case.length == self.case.frame)

    @property
    def kind(self) -> str:
        """What the reader's keyring is in a keyring file; empty for readers whose keyring the manifest describes in another way."""
        kind: str
        (kind,) = self.case.key.get("keyring", {"": None})
        return kind


_ROWS: tuple[tuple[Callable[[_Facts], bool], str], ...] = (
    (lambda f: f.plain, "FMT-HDR-001 FMT-HDR-004 FMT-HDR-006 FMT-HDR-010 FMT-HDR-019 FMT-HDR-021 FMT-HDR-024"),
    (lambda f: f.plain, "FMT-EDK-001 FMT-EDK-002 FMT-EDK-003 FMT-EDK-004 FMT-EDK-005 FMT-HAU-004 FMT-HAU-005 FMT-HAU-006"),
    (lambda f: f.plain, "ALG-SUI-001 ALG-SUI-004 ALG-SUI-005 ALG-SUI-011 ALG-SUI-012 ALG-SUI-013 ALG-SUI-014 KDF-IDN-002"),
    (
        lambda f: f.plain,
        "FMT-BAD-001 FMT-BAD-002 CLI-DEC-001 CLI-DEC-003 CLI-DEC-005 CLI-DEC-023 CLI-DEC-024 CLI-DEC-026 CLI-DEC-027 CLI-DEC-029",
    ),
    (
        lambda f: f.suite.message_version == 1,
        "FMT-HDR-002 FMT-HDR-005 FMT-HDR-008 FMT-HDR-011 FMT-HDR-012 FMT-HAU-001 FMT-HAU-003 FMT-HAU-009",
    ),
    (lambda f: f.suite.message_version == 2, "FMT-HDR-003 FMT-HDR-009 FMT-HDR-014 FMT-HAU-002 FMT-HAU-010"),
    (lambda f: f.suite.kdf == "identity", "ALG-SUI-006 ALG-SUI-015 KDF-IDN-001"),
    (lambda f: f.suite.kdf == "hkdf", "KDF-HKDF-001 KDF-HKDF-002 KDF-HKDF-003 KDF-HKDF-006 KDF-HKDF-009"),
    (lambda f: f.suite.salt == "zeros", "KDF-HKDF-004 KDF-HKDF-007"),
    (lambda f: f.suite.salt == "zeros" and not f.suite.signed, "ALG-SUI-007"),
    (lambda f: f.suite.id == 0x0214, "ALG-SUI-008"),
    (lambda f: f.suite.id in (0x0346, 0x0378), "ALG-SUI-009"),
    (lambda f: f.suite.commitment, "ALG-SUI-010 KDF-HKDF-005 KDF-HKDF-008"),
    (lambda f: f.suite.commitment, "KDF-COM-001 KDF-COM-002 KDF-COM-003 KDF-COM-004 KDF-COM-005 KDF-COM-008"),
    (lambda f: f.suite.signed, "FMT-FTR-001 FMT-FTR-002 FMT-FTR-003 ALG-SUI-016 SIG-KEY-001 SIG-KEY-002 SIG-KEY-004"),
    (lambda f: f.suite.signed, "SIG-VER-001 SIG-VER-002 SIG-VER-004 SIG-VER-005 CMM-DEF-002"),
    (lambda f: not f.suite.signed, "FMT-FTR-004 ALG-SUI-017"),
    # the context
    (lambda f: f.stored_nothing, "FMT-AAD-002 FMT-AAD-011"),
    (lambda f: not f.stored_nothing, "FMT-AAD-001 FMT-AAD-004 FMT-AAD-005 FMT-AAD-006 FMT-AAD-007"),
    (lambda f: f.case.context in (CONTEXTS["mixed"], CONTEXTS["astral"]), "FMT-AAD-012"),
    (lambda f: f.case.context == CONTEXTS["astral"], "FMT-AAD-010"),
    (lambda f: "" in f.case.context.values(), "FMT-AAD-015"),
    (lambda f: any(len(value) > 0x7FFF for value in f.case.context.values()), "FMT-AAD-016"),
    (lambda f: f.required, "FMT-HAU-007 CMM-IFC-003 CMM-IFC-005 CMM-IFC-006"),
    (lambda f: not f.required, "FMT-HAU-008"),
    (lambda f: "required-encryption-context-cmm" in f.keys, "CMM-REQ-003 CMM-REQ-004 CMM-REQ-005 TVM-DEC-016"),
    (lambda f: "superset" in f.case.name, "CMM-REQ-008"),
    (lambda f: "required-all" in f.case.name, "CMM-IFC-007 CMM-REQ-001 CMM-REQ-002"),
    (lambda f: bool(f.case.reproduced) and not f.required, "CMM-IFC-004"),
    # the body
    (lambda f: f.framed, "FMT-FRM-002 FMT-FRM-003 FMT-FRM-006 FMT-FRM-007 FMT-FRM-008 FMT-FRM-010 FMT-FRM-011 FMT-FRM-016 FMT-FRM-018"),
    (lambda f: f.framed, "FMT-HDR-015 FMT-FRM-021 FMT-BAD-005 FMT-BAD-006 FMT-BAD-010"),
    (lambda f: f.regular_frames, "FMT-FRM-001 FMT-FRM-004 FMT-FRM-005 FMT-FRM-009 FMT-BAD-004 FMT-BAD-009"),
    (lambda f: f.exact and not f.full_final, "FMT-FRM-014"),
    (lambda f: f.full_final, "FMT-FRM-013"),
    (lambda f: f.framed and f.case.length == 0, "FMT-FRM-015"),
    (lambda f: f.framed and f.case.length < f.case.frame, "FMT-FRM-012"),
    (lambda f: f.framed and (f.case.frame % 128 != 0 or f.case.frame > 0x7FFFFFFF), "FMT-HDR-016"),
    (lambda f: not f.framed, "FMT-HDR-013 FMT-NFR-001 FMT-NFR-002 FMT-NFR-003 FMT-NFR-004 FMT-NFR-005 FMT-NFR-006"),
    (lambda f: not f.framed, "FMT-BAD-003 FMT-BAD-007 FMT-BAD-008"),
    # the keys
    (lambda f: f.plain, "KEY-IFC-001 KEY-IFC-003 KEY-AES-016 CMM-IFC-001 CMM-IFC-002 CMM-IFC-008 CMM-IFC-009 CMM-IFC-011"),
    (lambda f: f.plain, "CMM-DEF-001 CMM-DEF-006 CMM-DEF-007"),
    (
        lambda f: f.kind.startswith("raw_ecdh"),
        "KEY-ECD-001 KEY-ECD-003 KEY-ECD-004 KEY-ECD-005 KEY-ECD-006 KEY-ECD-008 KEY-ECD-009 KEY-ECD-014",
    ),
    (lambda f: f.kind == "hierarchical_static", "HIE-DEC-002 HIE-DEC-003 HIE-DEC-004 HIE-DEC-007 HIE-WRP-001 HIE-WRP-003 HIE-WRP-005"),
    (lambda f: f.kind == "raw_ecdh_static", "KEY-ECD-012"),
    (lambda f: f.kind == "raw_ecdh_discovery", "KEY-ECD-002 KEY-ECD-013"),
    (lambda f: f.case.by_data_key, "KEY-STA-001"),
    (lambda f: "'raw'" in f.keys, "CLI-DEC-004"),
    (lambda f: "'aes'" in f.keys, "KEY-AES-002 KEY-AES-003 KEY-AES-004 KEY-AES-005 KEY-AES-006 KEY-AES-007 KEY-AES-014 KEY-AES-015"),
    (lambda f: "aes-k1'" in f.keys, "KEY-AES-011"),
    (lambda f: "aes-unicode" in f.keys, "KEY-IFC-010"),
    (lambda f: "'rsa'" in f.keys, "KEY-RSA-002 KEY-RSA-006 KEY-RSA-013"),
    (lambda f: "oaep" in f.keys, "KEY-RSA-004"),
    (lambda f: "nine" in f.case.name, "KEY-RSA-010 KEY-RSA-014 KEY-RSA-018"),
    (lambda f: "multi-keyring" in repr(f.case.encrypt_key), "FMT-EDK-008 KEY-IFC-018"),
    (lambda f: "multi-keyring" in f.keys, "KEY-MUL-006 TVM-DEC-015"),
    (lambda f: "aes-256-other" in f.keys, "KEY-MUL-003 KEY-MUL-004 KEY-MUL-005"),
    # the reader's limits
    (lambda f: f.case.limit is not None, "CLI-CFG-004"),
    (lambda f: f.case.policy is not None, "CLI-CFG-001"),
    (lambda f: f.case.policy == "FORBID_ENCRYPT_ALLOW_DECRYPT", "ALG-POL-002"),
    (lambda f: f.case.policy == "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "ALG-POL-005"),
    (lambda f: f.case.policy == "REQUIRE_ENCRYPT_REQUIRE_DECRYPT", "ALG-POL-008"),
)


def shown(case: Case) -> list[str]:
    """The ids of the requirements that a reader fulfils by opening this message, sorted."""
    facts = _Facts(case, case.written_suite)
    return sorted({name for holds, names in _ROWS if holds(facts) for name in names.split()})
