"""The way to AWS KMS: clients per region, and AWS's errors as ours. The only module of the keyrings that knows boto3.

Strategy: a keyring asks a client supplier for the client of a region and calls it through ``call_kms``. A client is anything with the
methods of ``KmsClient``, a boto3 client or your own. ``ClientSupplier`` creates boto3 clients, one per region, when they are first needed;
boto3 is imported then and not before.
Invariants: what a client sends and receives is in no error and no log; the time of one request to AWS, or to a server that is down, is
bounded (connect and read timeout times attempts, and the pauses between them; a server that sends an answer in drops is not AWS). What AWS
answers is retried as often as boto3 does it, no answer at all once. Nothing that fails in botocore passes ``aws_failures``, which
``call_kms``, ``client_of`` and ``ClientSupplier`` use: neither its own exceptions nor what breaks inside it, over an answer that it cannot
read or a broken profile.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from contextvars import ContextVar
from threading import TIMEOUT_MAX, Lock
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from esdkit.caches.base import require_count, require_seconds
from esdkit.errors import Code, EsdkError, KmsError, UsageError
from esdkit.keyrings.base import require_texts
from esdkit.spec import error_codes, kms_advice

if TYPE_CHECKING:
    from boto3.session import Session

__all__ = [
    "ClientSupplier",
    "KmsClient",
    "RegionalClientSupplier",
    "aws_details",
    "aws_failures",
    "before_kms_requests",
    "call_kms",
    "client_of",
    "kms_error",
    "operation_name",
]

_MAX_CLIENTS = 64  # that are kept; AWS has fewer regions, but messages may name any
_MAX_UNANSWERED = 2  # attempts without an answer
_MESSAGE_LENGTH, _CODE_LENGTH = 300, 100  # characters of AWS's own text and code
_BREAKS = (AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)  # what botocore lets out beside its own
_BROKEN_SETTINGS = (
    "The AWS configuration names credentials, a program or a file that cannot be used: check the profile and the environment."
)


class KmsClient(Protocol):
    """What the keyrings call, by boto3's names; ``boto3.client("kms")`` is one."""

    def generate_data_key(self, **request: Any) -> Any:
        """KeyId, NumberOfBytes, EncryptionContext, GrantTokens → KeyId, Plaintext, CiphertextBlob."""
        ...

    def encrypt(self, **request: Any) -> Any:
        """KeyId, Plaintext, EncryptionContext, GrantTokens → KeyId, CiphertextBlob."""
        ...

    def decrypt(self, **request: Any) -> Any:
        """KeyId, CiphertextBlob, EncryptionContext, GrantTokens, EncryptionAlgorithm → KeyId, Plaintext."""
        ...

    def derive_shared_secret(self, **request: Any) -> Any:
        """KeyId, PublicKey, KeyAgreementAlgorithm, GrantTokens → KeyId, SharedSecret."""
        ...

    def get_public_key(self, **request: Any) -> Any:
        """KeyId, GrantTokens → KeyId, PublicKey, KeyUsage, KeySpec."""
        ...


# The client of a region; None asks for the default region, which the AWS SDK finds.
RegionalClientSupplier = Callable[[str | None], KmsClient]


class ClientSupplier:
    """Creates boto3's KMS clients: one for each region, at first use. Threads and keyrings may share it.

    Args:
        regions: the only regions to create clients for; None for all.
        connect_timeout: seconds to wait for a connection, in each attempt.
        read_timeout: seconds to wait for data, in each attempt.
        max_attempts: how often a request is sent, the first time included. None: as the AWS configuration says
            (``AWS_MAX_ATTEMPTS``, ``max_attempts``); where it says nothing, three times, but twice if no answer comes.
        endpoint_url: the URL to use instead of AWS's: one for all regions, or one by region; None for boto3's own settings.
        profile_name: a profile of the AWS configuration; None for the default one.
        session: a boto3 session to use instead of a profile; None for a new one.

    Raises:
        UsageError: ``invalid-argument``: both a session and a profile, ``regions`` that is not a list of strings or is empty, or a number
            that is out of range.
    """

    def __init__(
        self,
        *,
        regions: list[str] | tuple[str, ...] | Set[str] | None = None,
        connect_timeout: float = 2.0,
        read_timeout: float = 5.0,
        max_attempts: int | None = None,
        endpoint_url: str | Mapping[str, str] | None = None,
        profile_name: str | None = None,
        session: Session | None = None,
    ) -> None:
        # Reqs: KEY-KMS-024, KEY-KMS-025, KEY-KMS-026
        if session is not None and profile_name is not None:
            raise UsageError(Code.INVALID_ARGUMENT, "give either session or profile_name: a session has a profile of its own")
        for what, seconds in (("connect_timeout", connect_timeout), ("read_timeout", read_timeout)):
            if require_seconds(what, seconds) > TIMEOUT_MAX:
                raise UsageError(Code.INVALID_ARGUMENT, f"{what} is {seconds} seconds, at most {TIMEOUT_MAX:.0f} are allowed")
        if max_attempts is not None:
            require_count("max_attempts", max_attempts, 1, sys.maxsize)
        self._regions = None if regions is None else frozenset(require_texts("regions", regions, '"eu-west-1"'))
        if self._regions is not None and not self._regions:
            raise UsageError(Code.INVALID_ARGUMENT, "regions is empty; leave it out to allow all")
        self._connect_timeout, self._read_timeout, self._max_attempts = connect_timeout, read_timeout, max_attempts
        self._endpoint_url = endpoint_url if isinstance(endpoint_url, str | None) else dict(endpoint_url)
        self._profile_name, self._session = profile_name, session
        self._clients: dict[str | None, KmsClient] = {}
        self._lock = Lock()  # a boto3 client may be shared between threads, a session may not

    def __repr__(self) -> str:
        return f"ClientSupplier(regions={None if self._regions is None else sorted(self._regions)})"

    def __call__(self, region: str | None) -> KmsClient:
        """The client of a region.

        Args:
            region: its name; None for the default region.

        Raises:
            KmsError: ``kms-failed``: the region is not one of ``regions``, or boto3 cannot create a client.
            UsageError: ``invalid-argument``: boto3 is not installed, or it does not accept the endpoint.
        """
        if self._regions is not None and region not in self._regions:
            what = f"the client supplier is limited to {', '.join(sorted(self._regions))}"
            raise kms_error(what, region=region, hint=f"Allow the region {region}: regions of the client supplier.")
        client = self._clients.get(region)
        if client is not None:
            return client
        with self._lock:
            if region not in self._clients:
                url = self._endpoint_url if isinstance(self._endpoint_url, str | None) else self._endpoint_url.get(region or "")
                with aws_failures(lambda error: _no_client(error, region)):
                    client = cast(KmsClient, self._make("kms", region, url))
                if len(self._clients) >= _MAX_CLIENTS:
                    del self._clients[next(iter(self._clients))]
                self._clients[region] = client
            return self._clients[region]

    def dynamodb(self, region: str | None = None) -> Any:
        """A new DynamoDB client, with the same credentials and timeouts and boto3's own endpoint.

        Args:
            region: its name; None for the default region.

        Raises:
            UsageError: ``invalid-argument``: boto3 is not installed.
        """
        # what fails in botocore is for the ``aws_failures`` around the call
        with self._lock:
            return self._make("dynamodb", region, None)

    def _make(self, service: Literal["kms", "dynamodb"], region: str | None, endpoint_url: str | None) -> Any:
        boto3, config = _import_boto3()
        if self._session is None:
            self._session = boto3.session.Session(profile_name=self._profile_name)
        retries: dict[str, Any] = {"mode": "standard"}
        if self._max_attempts is not None:
            retries["total_max_attempts"] = self._max_attempts
        options = config(
            connect_timeout=self._connect_timeout,
            read_timeout=self._read_timeout,
            retries=retries,
            user_agent_extra=_user_agent(),
        )
        client: Any = self._session.client(service, region_name=region, endpoint_url=endpoint_url, config=options)
        if "total_max_attempts" not in client.meta.config.retries:  # neither the caller nor the AWS configuration says
            client.meta.events.register_first(f"needs-retry.{service}", _give_up)
        client.meta.events.register_first("before-send.kms", _announce)
        return client


_before: ContextVar[Callable[[], None] | None] = ContextVar("before", default=None)


@contextmanager
def before_kms_requests(call: Callable[[], None]) -> Iterator[None]:
    """Call a function before each request that boto3's clients send to KMS inside the block, repeated ones included: to count them, or to
    wait."""
    # Reqs: SCN-PLN-007
    token = _before.set(call)
    try:
        yield
    finally:
        _before.reset(token)


def _announce(**_: Any) -> None:
    call = _before.get()
    if call is not None:
        call()


def _give_up(*, attempts: int, caught_exception: Exception | None, **_: Any) -> None:
    """End the attempts of a request that got no answer: a region that is down must not hold up the next one."""
    if caught_exception is not None and attempts >= _MAX_UNANSWERED:
        raise caught_exception


def client_of(supplier: RegionalClientSupplier, region: str | None) -> KmsClient:
    """The client of a region, from a supplier that may be a user's own.

    Raises:
        KmsError: ``kms-failed``: boto3 cannot create it.
    """
    with aws_failures(lambda error: _no_client(error, region)):
        return supplier(region)


def call_kms(client: object, operation: str, *, region: str | None, **request: Any) -> Mapping[str, Any]:
    """Send one request.

    Args:
        client: a ``KmsClient``, or any boto3 client.
        operation: the method's name, ``decrypt``.
        region: where the client sends it, for the error.
        request: by boto3's names.

    Returns:
        The answer, not yet checked.

    Raises:
        KmsError: ``kms-failed``, with AWS's error code and what to do. ``kms-response-invalid``: the answer cannot be read.
    """
    with aws_failures(lambda error: _translate(error, region=region, operation=operation, key_id=request.get("KeyId"))):
        answer: Mapping[str, Any] = getattr(client, operation)(**request)
    if not isinstance(answer, Mapping):  # a user's own client
        what, name = f"the KMS client returned {type(answer).__name__}, not a mapping", operation_name(operation)
        raise kms_error(what, code=Code.KMS_RESPONSE_INVALID, operation=name, region=region, key_id=request.get("KeyId"))
    return answer


def kms_error(
    what: str,
    *,
    code: Code = Code.KMS_FAILED,
    operation: str | None = None,
    aws_code: str | None = None,
    region: str | None = None,
    key_id: str | None = None,
    hint: str | None = None,
) -> KmsError:
    """The error of a failed request.

    Args:
        what: what is wrong; one line, without secrets.
        code: the row of ``spec/errors.yaml``.
        operation, aws_code, region, key_id: see ``KmsError``.
        hint: replaces the advice for the AWS error code or for ``code``.
    """
    row = error_codes()[code]
    advice = kms_advice().get(aws_code) if aws_code is not None else None
    hint = hint or (row.hint if advice is None else advice.advice)
    return KmsError(code, what, operation=operation, aws_code=aws_code, region=region, key_id=key_id, reqs=row.requirements, hint=hint)


def _import_boto3() -> tuple[Any, Any]:
    """boto3, and botocore's ``Config``.

    Raises:
        UsageError: ``invalid-argument``: boto3 is not installed.
    """
    try:
        import boto3.session
        from botocore.config import Config
    except ImportError:
        what = "AWS keyrings and key stores need boto3, which is not installed"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint='Install it with: pip install "esdkit[kms]"') from None
    return boto3, Config


def _user_agent() -> str:
    return f"esdkit/{sys.modules['esdkit'].__version__}"  # loaded long ago; importing it would be a way up to the engine


@contextmanager
def aws_failures(translate: Callable[[Exception], EsdkError]) -> Iterator[None]:
    """Raise what fails in botocore as ``translate`` returns it; what fails elsewhere passes unchanged."""
    try:
        yield
    except _own_exceptions() as error:
        raise translate(error) from None
    except _BREAKS as error:
        if isinstance(error, EsdkError) or not _went_through(error, "botocore"):
            raise
        raise translate(error) from None


def _own_exceptions() -> tuple[type[Exception], ...]:
    """Those of botocore; none if it was never imported, as then it raised nothing."""
    exceptions = sys.modules.get("botocore.exceptions")
    return () if exceptions is None else (exceptions.ClientError, exceptions.BotoCoreError)


def _went_through(error: Exception, package: str) -> bool:
    """Whether a module of the package was at work when an exception was raised."""
    names = (str(frame.f_globals.get("__name__")) for frame, _ in walk_tb(error.__traceback__))
    return any(f"{name}.".startswith(f"{package}.") for name in names)


def _no_client(error: Exception, region: str | None) -> EsdkError:
    """Why there is no client. Only the text of botocore's error says that it was the endpoint."""
    if isinstance(error, ValueError) and str(error).startswith("Invalid endpoint"):
        return UsageError(Code.INVALID_ARGUMENT, f"boto3 does not accept endpoint_url for region {region!r}")
    return _translate(error, region=region)


def _translate(error: Exception, *, region: str | None, operation: str | None = None, key_id: str | None = None) -> KmsError:
    """What failed in botocore as ours. The text of others may hold a request, so only that of AWS itself is kept."""
    asked = operation_name(operation)
    where = "the default region" if region is None else region
    broke = not isinstance(error, _own_exceptions())
    settings = isinstance(error, OSError) or _went_through(error, "botocore.credentials")
    if broke and asked and not settings:
        what, code = f"KMS {asked} in {where} returned an answer that cannot be read", Code.KMS_RESPONSE_INVALID
        return kms_error(what, code=code, operation=asked, region=region, key_id=key_id)
    aws_code, said = aws_details(error)
    name = getattr(error, "operation_name", None) or asked
    what = f"KMS {name} in {where} failed: {aws_code}" if name else f"cannot create a KMS client for {where}: {aws_code}"
    what, hint = f"{what}: {said}" if said else what, _BROKEN_SETTINGS if broke else None
    return kms_error(what, operation=name, aws_code=aws_code, region=region, key_id=key_id, hint=hint)


def aws_details(error: Exception) -> tuple[str, str]:
    """What an exception of botocore says: AWS's code, or the exception's name if AWS has not answered, and AWS's own text.

    Only the first line of the text: the lines after it may quote the request's headers, and one of them is the session token.
    """
    answer = getattr(error, "response", None)
    details = answer.get("Error", {}) if isinstance(answer, Mapping) else {}  # a ClientError: AWS has answered
    said, _, _ = str(details.get("Message") or "").strip().partition("\n")
    return _line(str(details.get("Code") or type(error).__name__), _CODE_LENGTH), _line(said, _MESSAGE_LENGTH)


def _line(text: str, length: int) -> str:
    """Somebody else's text as one line without characters that steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text[:length]).strip()


def operation_name(operation: str | None) -> str | None:
    """A method's name as AWS writes it: ``GenerateDataKey`` of ``generate_data_key``."""
    return operation and "".join(word.capitalize() for word in operation.split("_"))
