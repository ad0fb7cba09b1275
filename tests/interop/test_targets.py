"""The real SDKs as programs under test: each does what its description says, says `unsupported` to the rest, and survives every request.

One test for each program that is missing is skipped, with the reason. Every answer here is checked against the schema of the protocol.
"""

from __future__ import annotations

import base64
import itertools
import json
import subprocess
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_public_key
from jsonschema import Draft202012Validator

import esdkit
from esdkit.cmm import RequiredEncryptionContextCmm
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawEcdhKeyring, RawRsaKeyring
from esdkit.spec import spec_path
from tests.samples import native_keys
from tools.drivers import targets
from tools.drivers.peer import Peer

pytestmark = pytest.mark.interop

SCHEMA = json.loads((spec_path() / "schemas" / "target.json").read_text(encoding="utf-8"))
ANSWER = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/answer"})
ANY_POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"
PLAINTEXT = bytes(range(256)) * 3
CONTEXT = {"b": "2", "a": "1", "\u00fc": "\u6f22"}
PADDINGS = ("pkcs1", "oaep-sha1", "oaep-sha256", "oaep-sha384", "oaep-sha512")
CURVES: Mapping[str, ec.EllipticCurve] = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1(), "P-521": ec.SECP521R1()}


def text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def aes(name: str) -> dict[str, Any]:
    entry = native_keys()[name]
    return {"type": "raw-aes", "namespace": "targets", "name": entry["key-id"], "key": entry["material"]}


def rsa(padding: str) -> dict[str, Any]:
    sides = {side: native_keys()[f"rsa-2048-{side}"]["material"] for side in ("public", "private")}
    return {"type": "raw-rsa", "namespace": "targets", "name": "rsa", "padding": padding, **sides}


def ecdh(curve: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A static keyring that writes, and the discovery keyring that reads."""
    own, other = (ec.generate_private_key(CURVES[curve]) for _ in range(2))
    pem = [key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii") for key in (own, other)]
    public = other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")
    static = {"type": "raw-ecdh", "schema": "static", "curve": curve, "private": pem[0], "public": public}
    return static, {"type": "raw-ecdh", "schema": "discovery", "curve": curve, "private": pem[1]}


AES = aes("aes-256")
MULTI = {"type": "multi", "generator": rsa("oaep-sha1"), "children": [aes("aes-128"), {"type": "multi", "children": [AES]}]}
# who writes and who reads, by the type of the writer
KEYRINGS: Mapping[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {
    "raw-aes": [(aes(name), aes(name)) for name in ("aes-128", "aes-192", "aes-256")],
    "raw-rsa": [(rsa(padding), rsa(padding)) for padding in PADDINGS],
    "raw-ecdh": [ecdh(curve) for curve in CURVES],
    "multi": [(MULTI, reader) for reader in (MULTI, rsa("oaep-sha1"), aes("aes-128"), AES)],
}


def ours(of: Mapping[str, Any]) -> Keyring:
    """esdkit's keyring for a keyring of the protocol."""
    match of["type"]:
        case "raw-aes":
            return RawAesKeyring(of["namespace"], of["name"], base64.b64decode(of["key"]))
        case "raw-rsa":
            return RawRsaKeyring(of["namespace"], of["name"], of["padding"], public_key=of["public"], private_key=of["private"])
        case "raw-ecdh" if of["schema"] == "static":
            public_key = load_pem_public_key(of["public"].encode("ascii"))
            assert isinstance(public_key, ec.EllipticCurvePublicKey)
            return RawEcdhKeyring.static(of["curve"], private_key=of["private"], public_key=public_key)
        case "raw-ecdh":
            return RawEcdhKeyring.discovery(of["curve"], private_key=of["private"])
    return MultiKeyring(generator=ours(of["generator"]) if "generator" in of else None, children=[ours(child) for child in of["children"]])


class Program:
    """A running target; each answer is checked."""

    def __init__(self, peer: Peer) -> None:
        self._peer, self._ids = peer, itertools.count(1)
        self.can = self.ask({"op": "describe"})

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        number = next(self._ids)
        answer = self._peer.ask({"id": number, **request})
        ANSWER.validate(answer)
        assert answer["id"] == number
        return answer

    def raw(self, line: bytes) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._peer.exchange(line))
        ANSWER.validate(answer)
        return answer

    def encrypt(self, keyring: Mapping[str, Any] = AES, **members: Any) -> dict[str, Any]:
        """Encrypts PLAINTEXT; the frame length is the least lawful multiple of the program's from 128 bytes on."""
        multiple = self.can["frame_lengths"]["multiple"]
        work = {"suite": "0478", "frame_length": -(-128 // multiple) * multiple, "context": CONTEXT, "policy": ANY_POLICY, "stream": 0}
        return self.ask({"op": "encrypt", "keyring": keyring, "plaintext": text(PLAINTEXT), **work, **members})

    def decrypt(self, message: str, keyring: Mapping[str, Any] = AES, **members: Any) -> dict[str, Any]:
        how: dict[str, Any] = {"policy": ANY_POLICY, "max_encrypted_data_keys": None, "context": {}, "stream": 0}
        return self.ask({"op": "decrypt", "keyring": keyring, "message": message, **how, **members})

    def pieces(self) -> tuple[int, ...]:
        return (0, 100, 1 << 20) if self.can["streaming"] else (0,)


@pytest.fixture(scope="module", params=[name for name in targets.TARGETS if not targets.missing(name)])
def command(request: pytest.FixtureRequest) -> list[str]:
    return targets.command(request.param)


@pytest.fixture(scope="module")
def program(command: list[str]) -> Iterator[Program]:
    with Peer(command) as peer:
        yield Program(peer)


def message_of(answer: Mapping[str, Any]) -> str:
    assert answer["ok"], answer
    return str(answer["message"])


@pytest.mark.parametrize("name", targets.TARGETS)
def test_program_names_its_sdk_and_speaks_the_protocol(name: str) -> None:
    if reason := targets.missing(name):
        pytest.skip(f"{name} is {reason}")
    with Peer(targets.command(name)) as peer:
        assert targets.TARGETS[name].sdk.split()[0] in Program(peer).can["name"]


@pytest.mark.parametrize("kind", KEYRINGS)
def test_key_that_is_described_writes_and_reads(program: Program, kind: str) -> None:
    if kind not in program.can["keys"]:
        assert program.encrypt(KEYRINGS[kind][0][0])["unsupported"]
        return
    for writer, reader in KEYRINGS[kind]:
        message = message_of(program.encrypt(writer))
        assert program.decrypt(message, reader).get("plaintext") == text(PLAINTEXT)
        assert esdkit.decrypt(source=base64.b64decode(message), keyring=ours(reader))[0] == PLAINTEXT
        own, _ = esdkit.encrypt(source=PLAINTEXT, keyring=ours(writer), encryption_context={"a": "1", "b": "2"})
        assert program.decrypt(text(own), reader).get("plaintext") == text(PLAINTEXT)


def test_suite_that_is_described_writes_and_reads_under_a_policy_that_allows_it(program: Program) -> None:
    for suite, piece in itertools.product(program.can["suites"], program.pieces()):
        policy = ANY_POLICY if suite[1] in "45" else "FORBID_ENCRYPT_ALLOW_DECRYPT"
        message = message_of(program.encrypt(suite=suite, policy=policy, stream=piece))
        assert f"{esdkit.parse(base64.b64decode(message)).header.suite.id:04x}" == suite
        assert program.decrypt(message, stream=piece).get("plaintext") == text(PLAINTEXT)
        strict = program.decrypt(message, policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT", stream=piece)
        assert strict["ok"] is (suite[1] in "45")


def test_frame_length_is_written_if_it_is_described(program: Program) -> None:
    lengths = program.can["frame_lengths"]
    for length in {lengths["least"], lengths["least"] + lengths["multiple"]}:
        message = message_of(program.encrypt(frame_length=length))
        assert esdkit.parse(base64.b64decode(message)).header.frame_length == length
    if lengths["multiple"] > 1:
        assert program.encrypt(frame_length=lengths["least"] + 1)["unsupported"]
    non_framed = program.encrypt(frame_length=0)
    if program.can["non_framed"]:
        assert esdkit.parse(base64.b64decode(message_of(non_framed))).header.frame_length == 0
    else:
        assert non_framed["unsupported"]


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"op": "sign"}, id="operation"),
        pytest.param({"suite": "9999"}, id="suite"),
        pytest.param({"keyring": {"type": "hsm"}}, id="keyring"),
        pytest.param({"policy": "NONE"}, id="policy"),
    ],
)
def test_what_no_sdk_has_is_unsupported(program: Program, members: Mapping[str, Any]) -> None:
    assert program.encrypt(**members)["unsupported"]


def test_data_key_opens_a_message_where_it_is_described(program: Program) -> None:
    keyring = {"type": "data-key", "key": text(bytes(32))}
    answer = program.decrypt(message_of(program.encrypt()), keyring)
    assert ("unsupported" in answer) is ("data-key" not in program.can["keys"])


def test_required_context_is_reproduced_where_it_is_described(program: Program) -> None:
    cmm = RequiredEncryptionContextCmm(["a"], ours(AES))
    message, _ = esdkit.encrypt(source=PLAINTEXT, cmm=cmm, encryption_context={"a": "1", "b": "2"})
    assert "error" in program.decrypt(text(message))
    answer = program.decrypt(text(message), context={"a": "1"})
    if program.can["required_context"]:
        assert answer["plaintext"] == text(PLAINTEXT)
        assert "error" in program.decrypt(text(message), context={"a": "2"})
    else:
        assert answer["unsupported"]


def test_data_key_limit_is_passed_on(program: Program) -> None:
    message = message_of(program.encrypt(MULTI))
    assert program.decrypt(message, MULTI, max_encrypted_data_keys=3)["ok"]
    assert "error" in program.decrypt(message, MULTI, max_encrypted_data_keys=2)


def test_bench_gives_times_or_is_unsupported(program: Program) -> None:
    work = {"op": "bench", "keyring": AES, "suite": "0578", "frame_length": 4096, "size": 5000, "rounds": 3, "context": {"a": "1"}}
    for direction in ("encrypt", "decrypt"):
        answer = program.ask({**work, "work": direction})
        assert "unsupported" in answer or 0 < answer["min_ms"] <= answer["median_ms"]


def test_damaged_message_is_refused_and_the_next_request_still_works(program: Program) -> None:
    message = base64.b64decode(message_of(program.encrypt(suite="0578")))
    flipped = [message[:at] + bytes([message[at] ^ 1]) + message[at + 1 :] for at in range(0, len(message), 29)]
    cut = [message[:length] for length in range(29, len(message), 29)]  # no bytes at all are a message to a stream of Java's
    for damaged, piece in itertools.product([*flipped, *cut], program.pieces()):
        assert "error" in program.decrypt(text(damaged), stream=piece)
    assert program.decrypt(text(message))["ok"]


@pytest.mark.parametrize("line", [b"", b"[]", b"{", b"null", b"7", b"[" * 100_000, b'{"op": "describe"}', b"\xff"])
def test_line_that_is_not_a_request_is_an_error_without_id(program: Program, line: bytes) -> None:
    answer = program.raw(line)
    assert (answer["id"], answer["ok"]) == (None, False)
    assert program.ask({"op": "describe"})["ok"]


def test_request_that_lacks_a_member_is_an_error_with_its_id(program: Program) -> None:
    assert "error" in program.ask({"op": "decrypt", "keyring": AES})


def test_error_does_not_show_the_key(program: Program) -> None:
    lines = native_keys()["rsa-2048-private"]["material"].splitlines()
    broken = {**rsa("oaep-sha1"), "private": "\n".join([lines[0], lines[2], *lines[4:]])}
    message = message_of(program.encrypt(rsa("oaep-sha1")))
    for keyring in (broken, {**AES, "key": text(b"secret")}):
        answer = program.decrypt(message, keyring)
        assert not any(secret in answer["error"] for secret in (*lines, text(b"secret")))


def test_end_of_input_ends_the_program_without_a_word(command: list[str]) -> None:
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (0, b"")


@pytest.mark.req("CLI-INS-011")
def test_default_order_of_javascript_opens_no_message_of_another_sdk_where_the_orders_differ() -> None:
    context = {"a": "1", "B": "2"}
    message, _ = esdkit.encrypt(source=PLAINTEXT, keyring=ours(AES), encryption_context=context)
    for name, opens in (("javascript-5", True), ("javascript-5-default", False)):
        if reason := targets.missing(name):
            pytest.skip(f"{name} is {reason}")
        with Peer(targets.command(name)) as peer:
            program = Program(peer)
            assert program.decrypt(text(message))["ok"] is opens
            assert program.decrypt(message_of(program.encrypt(context=context)))["ok"]


def test_target_that_is_missing_says_why_and_what_builds_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv(targets.C_PROGRAM, raising=False)
    monkeypatch.setattr(targets, "_HERE", spec_path())
    with pytest.raises(targets.MissingTarget, match="ESDKIT_TARGET_C"):
        targets.command("c")
    with pytest.raises(targets.MissingTarget, match="missing: its environment is not made; make python-3 builds it"):
        targets.command("python-3")
    targets.main()
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed[::2]] == list(targets.TARGETS)
    assert "missing: its environment is not made; make python-3 builds it" in listed[5]
