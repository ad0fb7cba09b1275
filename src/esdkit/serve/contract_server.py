"""AWS's contract for test servers as an application: Smithy's service ``ESDKTestServer`` over rpcv2Cbor, for whatever is tested.

Two errors, as the contract has them: ``ESDKClientError`` is what the tested program says to a message or an option of one operation;
``GenericServerError`` is everything else: a request that does not follow the contract, an unknown client, a client that cannot be made.
Not here: HTTP (``http``), what is tested (``operations``, ``bridge``).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Generic, TypeVar
from uuid import uuid4

from esdkit.serve.application import Request, Response, media_type
from esdkit.serve.members import Members, RequestFault
from esdkit.spec import LIMITS
from esdkit.targets.cbor import NotCbor, cbor_module, read_map, write_map
from esdkit.targets.contract import MEDIA_TYPE, PATH, PROTOCOL, UNSUPPORTED

__all__ = ["ContractServer", "NotSupported", "ProgramFault", "Refusal", "context_of"]

_NAMESPACE = "aws.cryptography.esdk.testserver#"

_Client = TypeVar("_Client")


class Refusal(Exception):
    """What is tested refuses a message or an option, and says why."""


class NotSupported(Exception):
    """What is tested cannot do this, and why."""


class ProgramFault(Exception):
    """What is tested did not answer, and how it failed."""


class ContractServer(ABC, Generic[_Client]):
    """Answers the operations of the contract. Clients live as long as it does, up to a number of them.

    Raises:
        UsageError: ``invalid-argument``: cbor2 is not installed.
    """

    def __init__(self) -> None:
        cbor_module()
        self._clients: OrderedDict[str, _Client] = OrderedDict()
        self._lock = Lock()
        self._operations: Mapping[str, Callable[[Members], dict[str, str | bytes]]] = {
            "CreateClient": self._create_client,
            "Encrypt": lambda given: {"ciphertext": self.encrypted(self._client(given), given, stream=False)},
            "EncryptStream": lambda given: {"ciphertext": self.encrypted(self._client(given), given, stream=True)},
            "Decrypt": lambda given: {"plaintext": self.decrypted(self._client(given), given, stream=False)},
            "DecryptStream": lambda given: {"plaintext": self.decrypted(self._client(given), given, stream=True)},
        }

    @abstractmethod
    def configured(self, config: Members) -> _Client:
        """The client of a configuration. Raises ``RequestFault`` if there is none, whoever refuses it: the contract wants it so;
        ``NotSupported``."""

    @abstractmethod
    def encrypted(self, client: _Client, given: Members, *, stream: bool) -> bytes:
        """The message. Raises ``Refusal``, ``NotSupported``, ``RequestFault`` or ``ProgramFault``."""

    @abstractmethod
    def decrypted(self, client: _Client, given: Members, *, stream: bool) -> bytes:
        """The plaintext. Raises ``Refusal``, ``NotSupported``, ``RequestFault`` or ``ProgramFault``."""

    @property
    def routes(self) -> Mapping[str, int]:
        """See ``Application``."""
        lengths = dict.fromkeys(self._operations, LIMITS["serve_request_length"]) | {"CreateClient": LIMITS["serve_create_length"]}
        return {f"{PATH}{name}": length for name, length in lengths.items()}

    def answer(self, request: Request) -> Response:
        """See ``Application``."""
        try:
            result = self._result(request)
        except Refusal as refusal:
            return _error("ESDKClientError", str(refusal))
        except RequestFault as fault:
            return _error("GenericServerError", str(fault))
        except NotSupported as unsupported:
            return _error("GenericServerError", str(unsupported), **{UNSUPPORTED: True})
        except ProgramFault as fault:
            return _error("GenericServerError", str(fault), status=500)
        except NotCbor as fault:
            return _error("GenericServerError", f"the body is not CBOR of this protocol: {fault}")
        return Response(200, MEDIA_TYPE, write_map(result), PROTOCOL)

    def crashed(self, error: Exception) -> Response:
        """See ``Application``."""
        return _error("GenericServerError", f"this is a bug in esdkit: {type(error).__name__}", status=500)

    def _result(self, request: Request) -> dict[str, str | bytes]:
        operation = self._operations.get(request.path.removeprefix(PATH)) if request.path.startswith(PATH) else None
        if operation is None:
            raise RequestFault(f"unknown operation; expected {PATH} and one of {', '.join(self._operations)}")
        for name, value in PROTOCOL.items():
            if request.headers.get(name) != value:
                raise RequestFault(f"expected the header {name}: {value}")
        if media_type(request) != MEDIA_TYPE:
            raise RequestFault(f"expected the content type {MEDIA_TYPE}")
        return operation(Members(read_map(request.body)))

    def _create_client(self, given: Members) -> dict[str, str | bytes]:
        client = self.configured(given.members("config"))
        client_id = str(uuid4())
        with self._lock:
            self._clients[client_id] = client
            if len(self._clients) > LIMITS["serve_clients"]:
                self._clients.popitem(last=False)
        return {"clientId": client_id}

    def _client(self, given: Members) -> _Client:
        client_id = given.text("clientId")
        with self._lock:
            if client_id not in self._clients:
                raise RequestFault(f"clientId: there is no such client; only the last {LIMITS['serve_clients']} used are kept")
            self._clients.move_to_end(client_id)
            return self._clients[client_id]


def context_of(given: Members) -> dict[str, str] | None:
    """The encryption context of an operation."""
    return given.pairs("encryptionContext") if given.has("encryptionContext") else None


def _error(kind: str, message: str, *, status: int = 400, **more: bool) -> Response:
    return Response(status, MEDIA_TYPE, write_map({"__type": f"{_NAMESPACE}{kind}", "message": message, **more}), PROTOCOL)
