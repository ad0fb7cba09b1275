"""Puts right what can be put right, so that nothing is lost.

Strategy: where the bytes of the message are whole inside something else, or have something after them, they are taken out as they are: that
needs no key and keeps every recipient. A message whose producer wrote it wrongly is decrypted and encrypted again under the same keys with
the same context, as ``rekey`` does; nothing is patched. Its recipients whose keys were not given are named, since they lose the message.
Whether there is something to put right, the diagnosis says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.cmm.flatten import flatten_keyrings
from esdkit.doctor.defects import PYTHON_4_0_0
from esdkit.doctor.explain import DEFAULT_POLICY, Diagnosis
from esdkit.doctor.near_keys import cut_namespace, reading_cmm
from esdkit.engine.client import Client
from esdkit.engine.compat import NET_4_0_0, SWITCHES
from esdkit.engine.rekey import rekeyed
from esdkit.engine.stream import EncryptStream
from esdkit.frozen import frozen
from esdkit.keyrings import Keyring
from esdkit.message.model import Header
from esdkit.spec import CONSTANTS

__all__ = ["Extraction", "Rewrite", "plan_repair"]

_KEPT = frozenset({"opens", "not-asked"})
"""Outcomes of a key that is the wrapping key of an encrypted data key."""


@frozen
class Extraction:
    """One message whose bytes are taken out as they are.

    Attributes:
        message: its diagnosis.
        length: of the message in bytes; what follows is left out.
    """

    message: Diagnosis
    length: int

    def pieces(self) -> Iterator[bytes | memoryview]:
        """Its bytes."""
        return self.message.source.pieces(0, self.length)


@frozen
class Rewrite:
    """One message that is to be written again.

    Attributes:
        message: its diagnosis.
        header: its header.
        client: reads and writes it.
        cmm: what it is read with.
        encryption_context: the pairs that the message must agree with.
        lost: the wrapping keys of the message that cannot open the new one, because they were not given.
    """

    # Reqs: CLI-DOC-020, CLI-DOC-021

    message: Diagnosis
    header: Header
    client: Client
    cmm: CryptographicMaterialsManager
    encryption_context: Mapping[str, str]
    lost: tuple[str, ...]

    @property
    def keeps_suite(self) -> bool:
        """Whether the policy writes the suite that the message has; if not, the new message has the policy's own."""
        writes = self.client.commitment_policy.rule.encrypt
        return (writes == "committing") == self.header.suite.commitment

    def stream(self, new_cmm: CryptographicMaterialsManager) -> AbstractContextManager[EncryptStream]:
        """The new message. The old one is verified to its end only when the stream has been read to its end.

        Args:
            new_cmm: what it is written with, the same keys.

        Raises:
            EsdkError: the message cannot be read, or not be written with these keys.
        """
        return rekeyed(
            self.client,
            source=self.message.data,
            cmm=self._reading(),
            new_cmm=new_cmm,
            encryption_context=self.encryption_context,
            algorithm=self.header.suite.hex_id if self.keeps_suite else None,
            frame_length=self.header.frame_length or CONSTANTS.default_frame_length,
        )

    def _reading(self) -> CryptographicMaterialsManager:
        """The CMM that was given, unless a namespace was cut."""
        cut = any(defect.row.id == PYTHON_4_0_0 for defect in self.message.defects)
        return reading_cmm(flatten_keyrings(self.cmm), self.header.encrypted_data_keys) if cut else self.cmm


def plan_repair(
    diagnosis: Diagnosis,
    *,
    cmm: CryptographicMaterialsManager | None,
    policy: CommitmentPolicy | str | None,
    encryption_context: Mapping[str, str],
    max_encrypted_data_keys: int | None,
    compat: Collection[str],
) -> Extraction | Rewrite | None:
    """How to put a message right; None when nothing is wrong with how it was written or packed, or nothing can be done.

    Args:
        diagnosis: of the bytes.
        cmm: what the message is read with; None for no key, with which nothing is written again.
        policy: as for ``diagnose``, like all that follow.
        encryption_context: the pairs that the message must agree with.
        max_encrypted_data_keys: most that it may have.
        compat: defects whose messages are read as well.

    Raises:
        EsdkError: why the message is not read.
    """
    # Reqs: CLI-DOC-020, CLI-DOC-021
    message = diagnosis.innermost
    if message.recognition is not None:
        return None
    if message.defect is None and (message.error is not None or not any(defect.readable for defect in message.defects)):
        tree = message.tree
        inside = diagnosis.recognition is not None or tree.end < message.length
        return Extraction(message, tree.end) if inside and tree.complete else None
    header = message.tree.reading.header
    if header is None or cmm is None:
        return None
    client = Client(
        commitment_policy=policy or DEFAULT_POLICY, max_encrypted_data_keys=max_encrypted_data_keys, compat={*compat, *SWITCHES}
    )
    return Rewrite(message, header, client, cmm, encryption_context, tuple(_lost(message, header, flatten_keyrings(cmm))))


def _lost(message: Diagnosis, header: Header, keyrings: Sequence[Keyring]) -> Iterator[str]:
    """The recipients whose keys were not given."""
    of_net = any(defect.row.id == NET_4_0_0 for defect in message.defects)  # its header verifies under no data key as it should
    outcomes = _KEPT | {"wrong-data-key"} if of_net else _KEPT
    kept = {cell.edk_index for cell in message.cells if cell.outcome in outcomes}
    for need, edk in zip(message.needs, header.encrypted_data_keys, strict=False):
        if need.edk_index not in kept and all(cut_namespace(edk.provider_id, keyring) is None for keyring in keyrings):
            yield f"[{need.edk_index}] {need.key}"
