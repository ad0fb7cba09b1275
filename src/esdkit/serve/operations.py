"""The operations of AWS's test servers, by esdkit.

Not here: the contract itself (``contract_server``), configurations (``configuration``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from esdkit.engine.client import DecryptOptions, EncryptOptions
from esdkit.errors import EsdkError
from esdkit.serve.configuration import SUITES_BY_NAME, ConfiguredClient, configured_client
from esdkit.serve.contract_server import ContractServer, Refusal, context_of
from esdkit.serve.members import Members, RequestFault
from esdkit.spec import LIMITS

__all__ = ["EsdkTestServer"]

_PIECE = 65536  # bytes that the stream operations read at once


class EsdkTestServer(ContractServer[ConfiguredClient]):
    """esdkit, tested through the contract.

    Args:
        aws: whether keyrings may ask AWS KMS, with the credentials and endpoints of the environment.

    Raises:
        UsageError: ``invalid-argument``: cbor2 is not installed.
    """

    def __init__(self, *, aws: bool = False) -> None:
        super().__init__()
        self._aws = aws

    def configured(self, config: Members) -> ConfiguredClient:
        """See ``ContractServer``."""
        with _errors_as(RequestFault):
            return configured_client(config, aws=self._aws)

    def encrypted(self, client: ConfiguredClient, given: Members, *, stream: bool) -> bytes:
        """See ``ContractServer``."""
        plaintext = given.data("plaintext")
        options: EncryptOptions = {"cmm": client.cmm, "encryption_context": context_of(given)}
        if given.has("algorithmSuiteId"):
            options["algorithm"] = given.choice("algorithmSuiteId", SUITES_BY_NAME)
        if given.has("frameLength"):
            options["frame_length"] = length = given.whole("frameLength")
            if length > 0 and len(plaintext) // length > LIMITS["serve_frames"]:
                raise RequestFault(f"frameLength: this server writes at most {LIMITS['serve_frames']} frames")
        with _errors_as(Refusal):
            if not stream:
                return client.client.encrypt(source=plaintext, **options)[0]
            with client.client.stream("encrypt", source=BytesIO(plaintext), **options) as source:
                return _pieces(source)

    def decrypted(self, client: ConfiguredClient, given: Members, *, stream: bool) -> bytes:
        """See ``ContractServer``."""
        message = given.data("ciphertext")
        options: DecryptOptions = {"cmm": client.cmm, "encryption_context": context_of(given)}
        with _errors_as(Refusal):
            if not stream:
                return client.client.decrypt(source=message, **options)[0]
            with client.client.stream("decrypt", source=BytesIO(message), **options) as source:
                return _pieces(source)


@contextmanager
def _errors_as(kind: type[Refusal | RequestFault]) -> Iterator[None]:
    """What esdkit refuses, as an error of the contract."""
    try:
        yield
    except EsdkError as error:
        raise kind(f"{error.code}: {error.summary}") from None


def _pieces(stream: Any) -> bytes:
    return b"".join(iter(lambda: stream.read(_PIECE), b""))
