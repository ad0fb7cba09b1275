"""Writes a message again that can be read but was written or packed wrongly.

Strategy: it is decrypted and encrypted under the same keys with the same context, as ``rekey`` does; nothing is patched. Whether there is
something to put right, the diagnosis says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager, DefaultCmm
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.near import cut_namespace
from esdkit.doctor.trials import flatten_keyrings
from esdkit.engine.client import Client
from esdkit.engine.compat import NET_4_0_0
from esdkit.engine.rekey import rekeyed
from esdkit.engine.stream import EncryptStream
from esdkit.frozen import frozen
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.spec import CONSTANTS

__all__ = ["Rewrite", "plan_rewrite", "reading_cmm"]


@frozen
class Rewrite:
    """One message that is to be written again.

    Attributes:
        message: its diagnosis.
        header: its header.
        client: reads and writes it.
        cmm: what it is read with.
        new_cmm: what it is written with, the same keys.
        encryption_context: the pairs that the message must agree with.
    """

    # Reqs: CLI-DOC-020, CLI-DOC-021

    message: Diagnosis
    header: Header
    client: Client
    cmm: CryptographicMaterialsManager
    new_cmm: CryptographicMaterialsManager
    encryption_context: Mapping[str, str]

    @property
    def keeps_suite(self) -> bool:
        """Whether the policy writes the suite that the message has; if not, the new message has the policy's own."""
        writes = self.client.commitment_policy.rule.encrypt
        return (writes == "committing") == self.header.suite.commitment

    def stream(self) -> AbstractContextManager[EncryptStream]:
        """The new message. The old one is verified to its end only when the stream has been read to its end.

        Raises:
            EsdkError: the message cannot be read, or not be written with these keys.
        """
        return rekeyed(
            self.client,
            source=self.message.data,
            cmm=self._reading(),
            new_cmm=self.new_cmm,
            encryption_context=self.encryption_context,
            algorithm=self.header.suite.hex_id if self.keeps_suite else None,
            frame_length=self.header.frame_length or CONSTANTS.default_frame_length,
        )

    def _reading(self) -> CryptographicMaterialsManager:
        """The CMM that was given, unless a namespace was cut."""
        cut = any(defect.row.id != NET_4_0_0 for defect in self.message.defects)
        return reading_cmm(flatten_keyrings(self.cmm), self.header.encrypted_data_keys) if cut else self.cmm


def plan_rewrite(
    diagnosis: Diagnosis,
    *,
    cmm: CryptographicMaterialsManager,
    new_cmm: CryptographicMaterialsManager,
    policy: CommitmentPolicy | str,
    encryption_context: Mapping[str, str],
    max_encrypted_data_keys: int | None,
    compat: Collection[str],
) -> Rewrite | None:
    """How to write a message again; None when nothing is wrong with how it was written or packed.

    Args:
        diagnosis: of the bytes.
        cmm: what the message is read with.
        new_cmm: what it is written with, the same keys.
        policy: as for ``diagnose``, like all that follow.
        encryption_context: the pairs that the message must agree with.
        max_encrypted_data_keys: most that it may have.
        compat: defects whose messages are read as well.

    Raises:
        EsdkError: why the message is not read.
    """
    # Reqs: CLI-DOC-020, CLI-DOC-021
    message = diagnosis.innermost
    header = message.verification.header
    readable = any(defect.readable for defect in message.defects)
    if message.recognition is not None or header is None or (diagnosis.recognition is None and not readable):
        return None
    if message.error is not None and not readable:
        raise message.error  # before a key that cannot write hides it
    client = Client(commitment_policy=policy, max_encrypted_data_keys=max_encrypted_data_keys, compat={*compat, NET_4_0_0})
    return Rewrite(message, header, client, cmm, new_cmm, encryption_context)


def reading_cmm(keyrings: Sequence[Keyring], encrypted_data_keys: Sequence[EncryptedDataKey]) -> CryptographicMaterialsManager:
    """A CMM over keyrings, and over the same keys under the namespaces that were cut, where some were."""
    renamed = [
        keyring.with_namespace(cut)
        for keyring in keyrings
        for cut in dict.fromkeys(cut_namespace(edk.provider_id, keyring) for edk in encrypted_data_keys)
        if cut is not None and isinstance(keyring, RawAesKeyring | RawRsaKeyring)
    ]
    return DefaultCmm(MultiKeyring(children=[*renamed, *keyrings]))
