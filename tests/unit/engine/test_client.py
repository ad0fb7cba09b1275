"""The client's arguments: where bytes and keys come from, and what is refused before a message is looked at."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from typing import Any

import pytest

import esdkit
from esdkit import Client, CommitmentPolicy
from esdkit.cmm import DefaultCmm
from esdkit.cmm.base import DecryptionRequest, EncryptionRequest
from esdkit.errors import Code, EsdkError, PolicyError, UsageError
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message import parse_header
from esdkit.spec import SUITES
from tests.drafts import ANY_SUITE, KEYRING, PLAINTEXT, data_key, valid
from tests.each import each

DRAFT = valid(0x0578)
DATA = DRAFT.seal()
DATA_KEY = data_key(SUITES[0x0578])
CMM = DefaultCmm(KEYRING)


class Untouched:
    """A keyring, CMM and file that nobody may ask."""

    def _touched(self, *_: Any) -> Any:
        raise AssertionError("touched")

    on_encrypt = on_decrypt = get_encryption_materials = decrypt_materials = read = _touched


# --- options ---


@pytest.mark.req("CLI-CFG-001", "CLI-CFG-002", "CLI-CFG-003", "ALG-POL-001")
@pytest.mark.req("CLI-CFG-003", kind="negative")
@pytest.mark.parametrize("policy", list(CommitmentPolicy))
def test_policy_is_given_by_name_or_member_and_stays(policy: CommitmentPolicy) -> None:
    assert Client().commitment_policy is CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
    assert Client(commitment_policy=policy).commitment_policy is policy
    client = Client(commitment_policy=str(policy))
    assert client.commitment_policy is policy
    with pytest.raises(AttributeError):
        client.commitment_policy = CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT  # type: ignore[misc]
    assert client.commitment_policy is policy


@pytest.mark.req("CLI-CFG-010", "ALG-POL-001", "CLI-CFG-001", "CLI-CFG-004", kind="negative")
@each(
    "options",
    [
        {"commitment_policy": "REQUIRE"},
        {"commitment_policy": "require_encrypt_require_decrypt"},
        {"commitment_policy": None},
        {"max_encrypted_data_keys": 0},
        {"max_encrypted_data_keys": -1},
        {"max_encrypted_data_keys": True},
        {"max_encrypted_data_keys": "3"},
        {"max_encrypted_data_keys": 1.5},
        {"header_budget": 0},
        {"header_budget": None},
        {"header_budget": "many"},
        {"compat": ["net-4.0.1"]},
        {"compat": "net"},
        {"compat": ["net-4.0.0", ""]},
    ],
    ids=str,
)
def test_option_that_cannot_be_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as caught:
        Client(**options)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-CFG-004", "CLI-CFG-005", "CLI-CFG-006", "CLI-DEC-014")
@pytest.mark.parametrize(
    "options", [{}, {"max_encrypted_data_keys": None}, {"max_encrypted_data_keys": 2}], ids=["default", "off", "as-many"]
)
def test_data_key_limit_lets_as_many_through(options: dict[str, Any]) -> None:
    assert Client(**options).decrypt(source=DATA, keyring=KEYRING)[0] == PLAINTEXT


@pytest.mark.req("CLI-CFG-005")
def test_data_keys_are_not_limited_by_default() -> None:
    keyring = MultiKeyring(KEYRING, [RawAesKeyring("many", str(number), bytes(32)) for number in range(2_000)])
    message, header = Client().encrypt(source=PLAINTEXT, keyring=keyring)
    assert len(header.encrypted_data_keys) == 2_001
    assert Client().decrypt(source=message, keyring=KEYRING)[0] == PLAINTEXT


@pytest.mark.req("CLI-DEC-014", kind="negative")
def test_data_key_limit_refuses_before_the_first_entry() -> None:
    at = next(span.end for span in trace(HEADER, DATA).spans if span.id == "header.encrypted_data_keys.count")
    with pytest.raises(PolicyError) as caught:
        Client(max_encrypted_data_keys=1).decrypt(source=DATA[:at], keyring=Untouched())
    assert caught.value.code is Code.EDK_LIMIT_EXCEEDED
    decryptor = Client(max_encrypted_data_keys=1).decryptor(keyring=Untouched())
    with pytest.raises(PolicyError):
        decryptor.feed(DATA[:at])


@pytest.mark.req("CLI-CFG-004", "CLI-DEC-014", kind="negative")
def test_data_key_limit_refuses_one_more() -> None:
    with pytest.raises(PolicyError) as caught:
        Client(max_encrypted_data_keys=1).decrypt(source=DATA, keyring=Untouched())
    assert (caught.value.code, caught.value.path) == (Code.EDK_LIMIT_EXCEEDED, "header.encrypted_data_keys.count")


@pytest.mark.req("FMT-HDR-023", kind="negative")
def test_header_budget_is_inclusive() -> None:
    length = parse_header(DATA)[1]
    assert Client(header_budget=length).decrypt(source=DATA, keyring=KEYRING)[0] == PLAINTEXT
    with pytest.raises(PolicyError) as caught:
        Client(header_budget=length - 1).decrypt(source=DATA, keyring=Untouched())
    assert (caught.value.code, caught.value.path) == (Code.HEADER_TOO_LARGE, "header_auth.tag")


# --- sources ---


class Trickle:
    """A file that only has ``read``, and gives a little at a time whatever is asked for."""

    def __init__(self, data: bytes) -> None:
        self._file = io.BytesIO(data)

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(100)


@pytest.mark.req("CLI-CFG-007", "CLI-DEC-001", "CLI-DEC-005", "CLI-DEC-006", "CLI-DEC-007")
@pytest.mark.parametrize(
    "source",
    [DATA, bytearray(DATA), memoryview(DATA), io.BytesIO(DATA), io.BufferedReader(io.BytesIO(DATA)), Trickle(DATA)],
    ids=lambda s: type(s).__name__,
)
def test_source_is_bytes_or_a_binary_file(source: Any) -> None:
    plaintext, header = Client().decrypt(source=source, keyring=KEYRING)
    assert plaintext == PLAINTEXT
    assert type(plaintext) is bytes
    assert header == parse_header(DATA)[0]
    assert header.suite is SUITES[0x0578]
    assert header.encryption_context == DRAFT.header.encryption_context


def test_source_is_a_file_on_disk(tmp_path: Path) -> None:
    (tmp_path / "message").write_bytes(DATA)
    with (tmp_path / "message").open("rb") as file:
        assert Client().decrypt(source=file, keyring=KEYRING)[0] == PLAINTEXT


def test_source_that_is_a_file_is_read_from_where_it_stands() -> None:
    file = io.BytesIO(b"before" + DATA)
    file.seek(6)
    assert Client().decrypt(source=file, keyring=KEYRING)[0] == PLAINTEXT


def test_plaintext_of_a_source_that_gives_a_little_at_a_time_is_encrypted_whole() -> None:
    plaintext = bytes(range(256)) * 3
    message, _ = Client().encrypt(source=Trickle(plaintext), keyring=KEYRING)
    assert Client().decrypt(source=message, keyring=KEYRING)[0] == plaintext


def test_source_that_has_no_more_bytes_for_now_is_refused() -> None:
    class Stalling(Trickle):
        def read(self, size: int = -1, /) -> Any:
            return super().read() or None

    with pytest.raises(UsageError):
        Client().encrypt(source=Stalling(b"begun"), keyring=Untouched())


@pytest.mark.req("CLI-DEC-001", kind="negative")
@pytest.mark.parametrize(
    "source", ["AYAB", None, 5, io.StringIO("AYAB"), [1, 2], object(), Path("message")], ids=lambda source: type(source).__name__
)
def test_source_of_another_kind_is_refused(source: Any) -> None:
    for use in (Client().decrypt, Client().verify):
        with pytest.raises(UsageError) as caught:
            use(source=source, keyring=Untouched())
        assert caught.value.code is Code.INVALID_ARGUMENT


def test_source_without_bytes_yet_is_refused() -> None:
    class NotReady:
        def read(self, size: int = -1, /) -> Any:
            return None

    with pytest.raises(UsageError):
        Client().decrypt(source=NotReady(), keyring=KEYRING)


def test_source_that_cannot_be_read_raises_its_own_error() -> None:
    class Broken:
        def read(self, size: int = -1, /) -> bytes:
            raise OSError("unplugged")

    with pytest.raises(OSError, match="unplugged"):
        Client().decrypt(source=Broken(), keyring=KEYRING)


# --- keys ---


@pytest.mark.req("CLI-DEC-002", "CLI-DEC-004")
@pytest.mark.parametrize(
    "keys", [{"keyring": KEYRING}, {"cmm": CMM}, {"materials_manager": CMM}, {"data_key": DATA_KEY}], ids=lambda keys: next(iter(keys))
)
def test_keys_come_from_exactly_one_source(keys: dict[str, Any]) -> None:
    assert Client().decrypt(source=DATA, **keys)[0] == PLAINTEXT
    assert esdkit.decrypt(source=DATA, **keys)[0] == PLAINTEXT


SOURCES: dict[str, Any] = {"keyring": KEYRING, "cmm": CMM, "materials_manager": CMM, "data_key": DATA_KEY}


@pytest.mark.req("CLI-DEC-002", kind="negative")
@pytest.mark.parametrize("names", [(), *itertools.combinations(SOURCES, 2), tuple(SOURCES)], ids="+".join)
def test_keys_from_none_or_several_sources_are_refused(names: tuple[str, ...]) -> None:
    for source in (DATA, b"no message"):
        with pytest.raises(UsageError) as caught:
            Client().decrypt(source=source, **{name: SOURCES[name] for name in names})
        assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-DEC-002", "CLI-DEC-004", kind="negative")
@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"keyring": CMM}, Code.INVALID_ARGUMENT),
        ({"keyring": "key"}, Code.INVALID_ARGUMENT),
        ({"cmm": KEYRING}, Code.INVALID_ARGUMENT),
        ({"materials_manager": 5}, Code.INVALID_ARGUMENT),
        ({"data_key": DATA_KEY[:-1]}, Code.INVALID_KEY),
        ({"data_key": DATA_KEY.hex()}, Code.INVALID_KEY),
        ({"data_key": b""}, Code.INVALID_KEY),
    ],
    ids=["cmm-as-keyring", "text-as-keyring", "keyring-as-cmm", "number-as-cmm", "short-data-key", "hex-data-key", "empty-data-key"],
)
def test_keys_of_another_kind_are_refused(keys: dict[str, Any], code: Code) -> None:
    for use in (Client().decrypt, Client().verify) if "materials_manager" not in keys else (Client().decrypt,):
        with pytest.raises(UsageError) as caught:
            use(source=DATA, **keys)
        assert caught.value.code is code
        assert DATA_KEY.hex()[:-2] not in str(caught.value)


def test_cmm_that_counts_as_false_is_a_cmm_all_the_same() -> None:
    class Empty(DefaultCmm):
        def __len__(self) -> int:
            return 0

    assert Client().decrypt(source=DATA, cmm=Empty(KEYRING))[0] == PLAINTEXT


def test_keyring_of_ones_own_needs_the_two_methods_alone() -> None:
    class Own:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            raise NotImplementedError

        def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
            return materials.with_data_key(DATA_KEY)

    assert Client().decrypt(source=DATA, keyring=Own())[0] == PLAINTEXT


def test_cmm_of_ones_own_needs_the_two_methods_alone() -> None:
    class Own:
        def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
            raise NotImplementedError

        def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
            return CMM.decrypt_materials(request)

    assert Client().decrypt(source=DATA, cmm=Own())[0] == PLAINTEXT


# --- context and limits ---


@pytest.mark.req("CLI-DEC-003")
@pytest.mark.parametrize("context", [None, {}, {"purpose": "test"}], ids=str)
def test_context_may_be_given_and_left_out(context: dict[str, str] | None) -> None:
    assert Client().decrypt(source=DATA, keyring=KEYRING, encryption_context=context)[0] == PLAINTEXT


@pytest.mark.parametrize(
    "context", [["purpose"], "purpose", {"purpose": 1}, {b"purpose": "test"}, {"\ud800": ""}, {"k": "v" * 65536}, 5], ids=repr
)
def test_context_that_no_header_could_hold_is_refused_at_once(context: Any) -> None:
    for use in (Client().decrypt, Client().verify):
        with pytest.raises(UsageError) as caught:
            use(source=DATA, keyring=Untouched(), encryption_context=context)
        assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, "encryption_context")


def test_context_of_the_caller_is_not_changed() -> None:
    context = {"purpose": "test"}
    Client().decrypt(source=DATA, keyring=KEYRING, encryption_context=context)
    assert context == {"purpose": "test"}


@pytest.mark.parametrize("limit", [-1, True, "9", 1.0], ids=repr)
def test_body_limit_that_cannot_be_is_refused(limit: Any) -> None:
    for use in (Client().decrypt, Client().verify):
        with pytest.raises(UsageError) as caught:
            use(source=DATA, keyring=Untouched(), max_body_length=limit)
        assert caught.value.code is Code.INVALID_ARGUMENT


# --- the module's function, and errors ---


@pytest.mark.req("CLI-CFG-002", "ALG-POL-008", kind="negative")
def test_function_uses_the_default_policy() -> None:
    data = valid(0x0178).seal()
    with pytest.raises(PolicyError) as caught:
        esdkit.decrypt(source=data, keyring=KEYRING)
    assert caught.value.code is Code.POLICY_VIOLATION


def test_function_passes_its_arguments_on() -> None:
    with pytest.raises(EsdkError) as context:
        esdkit.decrypt(source=DATA, keyring=KEYRING, encryption_context={"purpose": "other"})
    with pytest.raises(EsdkError) as limit:
        esdkit.decrypt(source=DATA, keyring=KEYRING, max_body_length=len(PLAINTEXT) - 1)
    assert (context.value.code, limit.value.code) == (Code.ENCRYPTION_CONTEXT_MISMATCH, Code.BODY_TOO_LARGE)


def test_error_of_a_room_that_does_not_see_the_bytes_gets_its_offset() -> None:
    data = valid(0x0178).seal()
    with pytest.raises(PolicyError) as policy:
        Client().decrypt(source=data, keyring=KEYRING)
    assert (policy.value.path, policy.value.offset) == ("header.algorithm_suite_id", 2)
    with pytest.raises(EsdkError) as context:
        ANY_SUITE.decrypt(source=data, keyring=KEYRING, encryption_context={"purpose": "other"})
    assert (context.value.path, context.value.offset) == ("header.encryption_context", 20)


# --- names of arguments ---

CALLS: dict[str, Any] = {
    "encrypt": lambda **more: Client().encrypt(source=b"", keyring=KEYRING, **more),
    "encrypt_into": lambda **more: Client().encrypt_into(bytearray(9999), source=b"", keyring=KEYRING, **more),
    "encryptor": lambda **more: Client().encryptor(keyring=KEYRING, **more),
    "decrypt": lambda **more: Client().decrypt(source=DATA, keyring=KEYRING, **more),
    "decrypt_into": lambda **more: Client().decrypt_into(bytearray(9999), source=DATA, keyring=KEYRING, **more),
    "decryptor": lambda **more: Client().decryptor(keyring=KEYRING, **more),
    "decrypt_range": lambda **more: Client().decrypt_range(source=DATA, start=0, end=0, keyring=KEYRING, **more),
    "verify": lambda **more: Client().verify(source=DATA, keyring=KEYRING, **more),
    "trace": lambda **more: Client().trace(source=DATA, keyring=KEYRING, **more),
    "stream-encrypt": lambda **more: Client().stream("e", source=b"", keyring=KEYRING, **more),
    "stream-decrypt": lambda **more: Client().stream("d", source=DATA, keyring=KEYRING, **more),
    "function-encrypt": lambda **more: esdkit.encrypt(source=b"", keyring=KEYRING, **more),
    "function-decrypt": lambda **more: esdkit.decrypt(source=DATA, keyring=KEYRING, **more),
}


@each("call", CALLS)
def test_misspelled_argument_is_refused_with_the_right_one(call: str) -> None:
    with pytest.raises(TypeError, match="'encryption_contxt': did you mean encryption_context\\?"):
        CALLS[call](encryption_contxt={})


@pytest.mark.req("CLI-CFG-007", kind="negative")
def test_misspelled_argument_of_the_operation_itself_is_known_too() -> None:
    with pytest.raises(TypeError, match="'sourc': did you mean source\\?"):
        CALLS["decrypt"](sourc=DATA)
    with pytest.raises(TypeError, match="did you mean plaintext\\?"):
        CALLS["verify"](plaintxt=b"")
    with pytest.raises(TypeError, match="did you mean show_secrets\\?"):
        CALLS["trace"](show_secret=True)


def test_argument_that_is_like_none_is_refused_with_all_that_there_are() -> None:
    with pytest.raises(TypeError, match=r"'qqq': use cmm, data_key, encryption_context, keyring, materials_manager$"):
        CALLS["decrypt_range"](qqq=1)


def test_every_operation_takes_the_same_names() -> None:
    given: dict[str, Any] = {"materials_manager": CMM, "encryption_context": {}}
    buffer = bytearray(9999)
    length, _ = Client().encrypt_into(buffer, source=b"abc", max_plaintext_length=3, **given)
    message = bytes(buffer[:length])
    assert Client().decrypt_into(buffer, source=message, max_body_length=3, **given)[0] == 3
    assert Client().verify(source=message, max_body_length=3, plaintext=b"abc", **given).reached == "plaintext"
    assert Client().trace(source=message, max_body_length=3, **given)["body"]
    for name in ("encrypt_into", "function-encrypt", "encryptor"):
        with pytest.raises(UsageError) as caught:
            CALLS[name](max_plaintext_length=-1)
        assert caught.value.code is Code.INVALID_ARGUMENT
    with pytest.raises(PolicyError) as refused:
        Client().trace(source=message, max_body_length=2, **given)
    assert refused.value.code is Code.BODY_TOO_LARGE
