"""The way to AWS KMS: clients on demand and bounded in time, and every failure as an error of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
    ParamValidationError,
    ReadTimeoutError,
    SSLError,
)

from esdkit import __version__
from esdkit.errors import Code, KmsError, UsageError
from esdkit.keyrings.kms.client import ClientSupplier, before_kms_requests, call_kms
from esdkit.spec import kms_advice
from tests.each import each
from tests.imitation import Imitation, imitation

KEY = "arn:aws:kms:eu-west-1:111122223333:key/k"


@pytest.fixture(autouse=True)
def _no_aws_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_KMS", "AWS_MAX_ATTEMPTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent")


class Failing:
    """A client whose every request ends with an exception."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def decrypt(self, **request: Any) -> Any:
        raise self.error


def client_error(code: str, message: str = "because") -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": message}}, "Decrypt")


FAILURES = {
    "AccessDeniedException": client_error("AccessDeniedException"),
    "NotFoundException": client_error("NotFoundException"),
    "DisabledException": client_error("DisabledException"),
    "InvalidCiphertextException": client_error("InvalidCiphertextException", ""),
    "ThrottlingException": client_error("ThrottlingException"),
    "EndpointConnectionError": EndpointConnectionError(endpoint_url="http://127.0.0.1:1"),
    "ConnectTimeoutError": ConnectTimeoutError(endpoint_url="http://127.0.0.1:1"),
    "ReadTimeoutError": ReadTimeoutError(endpoint_url="http://127.0.0.1:1"),
    "NoCredentialsError": NoCredentialsError(),
    "ConnectionClosedError": ConnectionClosedError(endpoint_url="http://127.0.0.1:1", error="SECRET"),
    "SSLError": SSLError(endpoint_url="https://127.0.0.1:1", error=OSError("SECRET")),
    "ParamValidationError": ParamValidationError(report="invalid value: SECRET"),
    "ExpiredTokenException": client_error("ExpiredTokenException"),
}


@pytest.mark.req("KEY-KMS-022")
@each("aws_code", FAILURES)
def test_failure_of_aws_is_an_error_of_ours_with_advice(aws_code: str) -> None:
    with pytest.raises(KmsError) as error:
        call_kms(Failing(FAILURES[aws_code]), "decrypt", region="eu-west-1", KeyId=KEY, CiphertextBlob=b"SECRET")
    raised = error.value
    assert (raised.code, raised.aws_code, raised.operation) == (Code.KMS_FAILED, aws_code, "Decrypt")
    assert (raised.region, raised.key_id) == ("eu-west-1", KEY)
    assert raised.hint == kms_advice()[aws_code].advice
    assert raised.__cause__ is None
    assert "SECRET" not in str(raised)


def test_failure_that_the_table_does_not_know_keeps_its_code_and_the_advice_of_ours() -> None:
    with pytest.raises(KmsError) as error:
        call_kms(Failing(client_error("Brand.New", "two\nlines " + "x" * 1000)), "decrypt", region=None)
    assert (error.value.aws_code, error.value.region, error.value.key_id) == ("Brand.New", None, None)
    assert error.value.hint is not None
    assert "\n" not in error.value.message
    assert len(error.value.message) < 400


@pytest.mark.parametrize(
    "error", [ZeroDivisionError(), AttributeError(), TypeError(), ValueError(), OSError(), KeyboardInterrupt(), MemoryError()], ids=repr
)
def test_failure_that_is_not_of_aws_passes_through(error: BaseException) -> None:
    with pytest.raises(type(error)) as caught:
        call_kms(Failing(error), "decrypt", region="eu-west-1")
    assert caught.value is error


SIGNATURE = """The signature we calculated does not match.

The Canonical String for this request should have been
'POST
/

x-amz-security-token:SECRET
'"""


@pytest.mark.req("KEY-KMS-022", kind="negative")
def test_text_of_aws_is_one_line_without_the_headers_of_the_request() -> None:
    with pytest.raises(KmsError) as error:
        call_kms(Failing(client_error("InvalidSignatureException", SIGNATURE)), "decrypt", region="eu-west-1")
    assert error.value.message.endswith("The signature we calculated does not match.")
    with pytest.raises(KmsError) as error:
        call_kms(Failing(client_error("Odd\nERROR a line of its own" + "x" * 1000, "red \x1b[31m")), "decrypt", region="eu-west-1")
    assert error.value.message.isprintable()
    assert len(error.value.message) < 200
    assert error.value.aws_code is not None
    assert error.value.aws_code.isprintable()


# --- answers that are none ---


@pytest.fixture(scope="module")
def no_aws() -> Iterator[Imitation]:
    with imitation() as server:
        yield server


UNREADABLE: dict[str, tuple[int, bytes]] = {
    "no-utf-8": (200, b"\xe9\xff"),
    "list": (200, b"[]"),
    "text": (200, b'"x"'),
    "null": (200, b"null"),
    "deep": (200, b"[" * 100_000),
    "no-base64": (200, json.dumps({"KeyId": KEY, "Plaintext": "abc"}).encode()),
    "data-key-is-a-list": (200, json.dumps({"KeyId": KEY, "Plaintext": [1]}).encode()),
    "data-key-is-no-ascii": (200, '{"Plaintext": "é"}'.encode()),
    "error-is-a-list": (400, b"[]"),
    "error-is-no-utf-8": (400, b"\xff"),
    "error-code-is-a-list": (400, b'{"__type": ["a"], "message": {}}'),
}


@pytest.fixture
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.delenv("AWS_SESSION_TOKEN", raising=False)


@pytest.mark.req("KEY-KMS-019", "KEY-KMS-022", kind="negative")
@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize("case", UNREADABLE)
def test_answer_that_cannot_be_read_is_an_error_of_ours(no_aws: Imitation, case: str) -> None:
    no_aws.status, no_aws.body = UNREADABLE[case]
    client = ClientSupplier(endpoint_url=no_aws.url, max_attempts=1)("eu-west-1")
    with pytest.raises(KmsError) as error:
        call_kms(client, "decrypt", region="eu-west-1", KeyId=KEY, CiphertextBlob=b"blob")
    assert (error.value.code, error.value.region, error.value.key_id) == (Code.KMS_RESPONSE_INVALID, "eu-west-1", KEY)
    assert (error.value.operation, error.value.__cause__) == ("Decrypt", None)
    data_key = bytes(32)
    no_aws.status, no_aws.body = 200, json.dumps({"KeyId": KEY, "Plaintext": b64encode(data_key).decode()}).encode()
    assert call_kms(client, "decrypt", region="eu-west-1", KeyId=KEY, CiphertextBlob=b"blob")["Plaintext"] == data_key


# --- settings that cannot be used ---

SETTINGS = {
    "program-is-not-there": "credential_process = /nonexistent/program",
    "program-prints-no-json": "credential_process = echo hello",
    "program-prints-a-list": "credential_process = echo []",
    "program-fails": "credential_process = false",
    "no-such-source": "role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = nobody",
    "token-is-not-there": "role_arn = arn:aws:iam::111122223333:role/r\nweb_identity_token_file = /nonexistent",
}


@pytest.mark.req("KEY-KMS-022", kind="negative")
@pytest.mark.parametrize("case", SETTINGS)
def test_settings_that_cannot_be_used_are_an_error_of_ours_with_advice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str) -> None:
    (tmp_path / "config").write_text(f"[default]\n{SETTINGS[case]}\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    supplier = ClientSupplier(endpoint_url="http://127.0.0.1:9", max_attempts=1)
    with pytest.raises(KmsError) as error:
        call_kms(supplier("eu-west-1"), "decrypt", region="eu-west-1", KeyId=KEY, CiphertextBlob=b"blob")
    assert (error.value.code, error.value.region) == (Code.KMS_FAILED, "eu-west-1")
    assert any(word in (error.value.hint or "") for word in ("configuration", "credentials"))


def test_answer_is_given_as_it_is() -> None:
    class Answering:
        def re_encrypt(self, **request: Any) -> Mapping[str, Any]:
            return request

    assert call_kms(Answering(), "re_encrypt", region="r", KeyId=KEY) == {"KeyId": KEY}


@pytest.mark.parametrize("answer", [None, b"", [], "x"], ids=repr)
def test_answer_of_a_callers_own_client_that_is_none_is_an_error_of_ours(answer: object) -> None:
    class Answering:
        def decrypt(self, **request: Any) -> Any:
            return answer

    with pytest.raises(KmsError) as error:
        call_kms(Answering(), "decrypt", region="eu-west-1", KeyId=KEY)
    assert (error.value.code, error.value.region, error.value.key_id) == (Code.KMS_RESPONSE_INVALID, "eu-west-1", KEY)


def test_advice_names_every_error_that_boto3_knows_of_these_requests() -> None:
    """The service's own model lists what each request can answer."""
    client = boto3.client("kms", region_name="eu-west-1", aws_access_key_id="x", aws_secret_access_key="x")
    requests = ("GenerateDataKey", "Encrypt", "Decrypt", "DeriveSharedSecret")
    known = {shape.name for name in requests for shape in client.meta.service_model.operation_model(name).error_shapes}
    assert len(known) > 10
    assert known - {"DryRunOperationException"} - set(kms_advice()) == set()  # nobody asks for a dry run


@pytest.mark.req("KEY-KMS-024")
def test_client_is_made_once_for_each_region_also_by_threads() -> None:
    supplier = ClientSupplier(endpoint_url="http://127.0.0.1:1")
    with ThreadPoolExecutor(8) as pool:
        clients = list(pool.map(supplier, ["eu-west-1", "us-east-1"] * 8))
    assert len({id(client) for client in clients}) == 2
    assert supplier("eu-west-1") is clients[0]


@pytest.mark.req("KEY-KMS-025")
def test_clients_that_are_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.keyrings.kms.client._MAX_CLIENTS", 2)
    supplier = ClientSupplier()
    first = supplier("eu-west-1")
    for region in ("eu-west-2", "eu-west-3"):
        assert supplier(region) is supplier(region)
    assert supplier("eu-west-1") is not first


def test_client_is_bounded_in_time_and_says_who_calls() -> None:
    config: Any = ClientSupplier()("eu-west-1").meta.config  # type: ignore[attr-defined]
    assert (config.connect_timeout, config.read_timeout) == (2.0, 5.0)
    assert config.retries == {"mode": "standard"}
    assert config.user_agent_extra == f"esdkit/{__version__}"
    other: Any = ClientSupplier(connect_timeout=1, read_timeout=3, max_attempts=1)("eu-west-1").meta.config  # type: ignore[attr-defined]
    assert (other.connect_timeout, other.read_timeout, other.retries["total_max_attempts"]) == (1, 3, 1)


THROTTLED = (400, b'{"__type": "ThrottlingException", "message": "Rate exceeded"}')
CLOSED = (200, None)


@pytest.mark.req("KEY-KMS-025", "SCN-PLN-007")
@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize(
    ("answer", "settings", "configured", "requests"),
    [
        pytest.param(THROTTLED, {}, None, 3, id="throttled"),
        pytest.param(CLOSED, {}, None, 2, id="no-answer"),
        pytest.param(THROTTLED, {}, "1", 1, id="throttled-configured"),
        pytest.param(CLOSED, {}, "3", 3, id="no-answer-configured"),
        pytest.param(CLOSED, {"max_attempts": 3}, "1", 3, id="no-answer-given"),
    ],
)
def test_request_is_sent_as_often_as_boto3_does_and_without_an_answer_twice(
    monkeypatch: pytest.MonkeyPatch, answer: tuple[int, bytes | None], settings: dict[str, Any], configured: str | None, requests: int
) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)  # of boto3, between its attempts
    if configured is not None:
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", configured)
    announced: list[int] = []
    with imitation() as server, before_kms_requests(lambda: announced.append(server.requests)), pytest.raises(KmsError):
        server.status, server.body = answer
        call_kms(
            ClientSupplier(endpoint_url=server.url, **settings)("eu-west-1"), "decrypt", region="eu-west-1", KeyId=KEY, CiphertextBlob=b"b"
        )
    assert server.requests == requests
    assert announced == [*range(requests)]


def address(supplier: ClientSupplier, region: str | None) -> str:
    url: str = supplier(region).meta.endpoint_url  # type: ignore[attr-defined]
    return url


def test_client_has_the_endpoint_of_its_region(monkeypatch: pytest.MonkeyPatch) -> None:
    assert address(ClientSupplier(endpoint_url="http://127.0.0.1:7"), "eu-west-1") == "http://127.0.0.1:7"
    by_region = ClientSupplier(endpoint_url={"eu-west-1": "http://127.0.0.1:8"})
    assert address(by_region, "eu-west-1") == "http://127.0.0.1:8"
    assert address(by_region, "us-east-1") == "https://kms.us-east-1.amazonaws.com"
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:9")
    assert address(ClientSupplier(), "eu-west-1") == "http://127.0.0.1:9"


@pytest.mark.req("KEY-KMM-002")
def test_client_without_region_is_of_the_default_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-north-1")
    assert address(ClientSupplier(), None) == "https://kms.eu-north-1.amazonaws.com"


def test_client_is_of_the_session_of_the_caller() -> None:
    assert address(ClientSupplier(session=boto3.session.Session(region_name="eu-south-1")), None) == "https://kms.eu-south-1.amazonaws.com"


@pytest.mark.req("KEY-KMM-002", kind="negative")
def test_client_without_any_region_fails_with_advice() -> None:
    with pytest.raises(KmsError) as error:
        ClientSupplier()(None)
    assert (error.value.aws_code, error.value.hint) == ("NoRegionError", kms_advice()["NoRegionError"].advice)


def test_client_of_an_unknown_profile_fails_with_advice() -> None:
    with pytest.raises(KmsError) as error:
        ClientSupplier(profile_name="nobody")("eu-west-1")
    assert error.value.aws_code == "ProfileNotFound"


@pytest.mark.parametrize(("region", "endpoint"), [("eu west", None), ("eu-west-1", "no url")])
def test_client_that_cannot_be_made_is_an_error_of_ours(region: str, endpoint: str | None) -> None:
    with pytest.raises((KmsError, UsageError)):
        ClientSupplier(endpoint_url=endpoint)(region)


@pytest.mark.req("KEY-KMS-026")
@pytest.mark.req("KEY-KMS-026", kind="negative")
def test_supplier_limited_to_regions_gives_no_other() -> None:
    supplier = ClientSupplier(regions=(region for region in ["eu-west-1"]))  # type: ignore[arg-type]  # read once
    assert address(supplier, "eu-west-1") == "https://kms.eu-west-1.amazonaws.com"
    for region in ("us-east-1", None):
        with pytest.raises(KmsError) as error:
            supplier(region)
        assert (error.value.code, error.value.region, error.value.aws_code) == (Code.KMS_FAILED, region, None)
    assert repr(supplier) == "ClientSupplier(regions=['eu-west-1'])"


@pytest.mark.req("KEY-KMS-025", kind="negative")
@each(
    "options",
    [
        {"connect_timeout": 0},
        {"read_timeout": -1},
        {"connect_timeout": "2"},
        {"connect_timeout": 1e300},
        {"read_timeout": 10**400},
        {"read_timeout": None},
        {"max_attempts": 0},
        {"max_attempts": 1.5},
        {"regions": []},
        {"regions": "eu-west-1"},
        {"regions": [""]},
        {"session": boto3.session.Session(), "profile_name": "p"},
    ],
    ids=lambda options: "+".join(f"{name}-{str(value)[:6]}" for name, value in options.items()),
)
def test_supplier_with_useless_settings_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as error:
        ClientSupplier(**options)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-KMS-024", kind="negative")
def test_missing_boto3_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3.session", None)
    with pytest.raises(UsageError) as error:
        ClientSupplier()("eu-west-1")
    assert "esdkit[kms]" in (error.value.hint or "")


@pytest.mark.req("KEY-KMS-024")
def test_import_of_the_keyrings_imports_no_aws_sdk() -> None:
    code = (
        "import sys, esdkit.keyrings; assert not [n for n in sys.modules if n.startswith('esdkit.keyrings.kms')];"
        "import esdkit.keyrings.kms; esdkit.keyrings.kms.ClientSupplier();"
        "assert not {'boto3', 'botocore'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_client_of_dynamodb_has_the_settings_of_the_supplier(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("[profile other]\nregion = eu-north-1\naws_access_key_id = other\naws_secret_access_key = s\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    supplier = ClientSupplier(profile_name="other", connect_timeout=1, read_timeout=3, max_attempts=1, endpoint_url="http://127.0.0.1:7")
    client = supplier.dynamodb()
    assert client.meta.endpoint_url == "https://dynamodb.eu-north-1.amazonaws.com"
    assert (client.meta.config.connect_timeout, client.meta.config.read_timeout) == (1, 3)
    assert (client.meta.config.retries["total_max_attempts"], client.meta.config.user_agent_extra) == (1, f"esdkit/{__version__}")
    assert client._request_signer._credentials.access_key == "other"  # boto3 shows it nowhere else
