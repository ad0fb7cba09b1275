"""Who wrote a message, as far as it shows without a key (spec/origins.yaml)."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from esdkit.spec.tables import load

__all__ = ["BlobOrigin", "Origins", "Service", "WriterHint", "origins"]


class BlobOrigin(NamedTuple):
    """Who writes ciphertexts that begin like this (spec/origins.yaml, ``kms_blobs``).

    Attributes:
        confidence: ``certain``, ``likely``, or ``possible``, which counts only for a data key of AWS KMS.
        because: what shows it.
        pattern: how they begin, a regular expression.
    """

    origin: str
    emulator: bool
    confidence: str
    because: str
    pattern: bytes


class WriterHint(NamedTuple):
    """A habit of writers (spec/origins.yaml, ``hints``).

    Attributes:
        writers: the releases that have it, by SDK; an SDK that is not named does not have it.
        limit: the number that the message is compared with; None if there is none.
    """

    says: str
    because: str
    writers: Mapping[str, str]
    limit: int | None = None


class Service(NamedTuple):
    """A service that writes messages (spec/origins.yaml, ``services``).

    Its messages are recognized by all of these signs that are there.

    Attributes:
        confidence: ``likely`` or ``possible``.
        context: pairs of the encryption context; None means any value.
        provider_id: of a data key.
        accounts: of AWS, of which one has the KMS key.
    """

    id: str
    name: str
    confidence: str
    advice: str
    context: Mapping[str, str | None] = {}
    provider_id: str | None = None
    accounts: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """How its messages are recognized, in words."""
        pairs = " and ".join(key if value is None else f"{key}: {value}" for key, value in self.context.items())
        signs = [f"The context has {pairs}."] if pairs else []
        if self.provider_id is not None:
            signs.append(f"A data key has the provider id {self.provider_id}.")
        if self.accounts:
            signs.append("The KMS key is in an account that the service is known to use.")
        return " ".join(signs)


class Origins(NamedTuple):
    """spec/origins.yaml. ``hints``: by id."""

    kms_blobs: tuple[BlobOrigin, ...]
    hints: Mapping[str, WriterHint]
    services: tuple[Service, ...]


@cache
def origins() -> Origins:
    """The rows of spec/origins.yaml."""
    table = load("origins")
    blobs = (BlobOrigin(**{**row, "pattern": row["pattern"].encode("ascii")}) for row in table["kms_blobs"])
    services = (Service(id=id_, **{**row, "accounts": tuple(row.get("accounts", ()))}) for id_, row in table["services"].items())
    return Origins(tuple(blobs), {id_: WriterHint(**row) for id_, row in table["hints"].items()}, tuple(services))
