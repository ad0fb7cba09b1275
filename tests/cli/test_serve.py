"""``esdkit serve`` as a process: AWS's contract on all native vectors, the oracle, hostile requests, and how it ends."""

from __future__ import annotations

import base64
import http.client
import os
import shlex
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from esdkit.targets import open_target
from esdkit.vectors.files import json_files
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.model import Accept, KeyDescription, Vector
from esdkit.vectors.published import native_path
from esdkit.vectors.select import parse_selector
from esdkit.vectors.testing import judge_target
from tests.cli.running import MULTI, UNSIGNED, Program
from tests.conftest import Golden
from tests.processes import is_gone
from tests.samples import native_ciphertext, native_keys
from tests.serving import HEADERS, OPERATION, Contract, Served, ServerError, exchange, served

KEY = base64.b64decode(native_keys()["aes-192"]["material"])
AES = {
    "RawAes": {
        "keyNamespace": "esdkit-vectors",
        "keyName": "aes-192",
        "wrappingKey": KEY,
        "wrappingAlg": "ALG_AES192_GCM_IV12_TAG16",
    }
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served("-v", folder=tmp_path_factory.mktemp("serve")) as running:
        yield running


@pytest.fixture
def contract(server: Served) -> Iterator[Contract]:
    client = Contract(server.port)
    yield client
    client.close()


# ---------------------------------------------------------------- native vectors
def native_vectors() -> tuple[Vector, ...]:
    with json_files(native_path()) as files:
        (vectors,) = [loaded.vectors for file in files if (loaded := load_manifest(file)) is not None and loaded.vectors]
    return vectors


class Unmapped(Exception):
    """A keyring that the contract does not have."""


def contract_cmm(description: KeyDescription, kind: str, options: Any) -> Any:
    if kind == "required_context":
        ((below, its_options),) = options["underlying"].items()
        cmm = contract_cmm(description, below, its_options)
        return {"RequiredEncryptionContext": {"underlyingCMM": cmm, "requiredEncryptionContextKeys": list(options["keys"])}}
    return {"Default": {"keyring": contract_keyring(description, kind, options)}}


def contract_keyring(description: KeyDescription, kind: str, options: Any) -> Any:
    def key(name: str) -> bytes:
        return description.keys[options[name]["file"]]

    if kind == "raw_aes":
        wrapping_key = key("wrapping_key")
        algorithm = f"ALG_AES{len(wrapping_key) * 8}_GCM_IV12_TAG16"
        names = {"keyNamespace": options["namespace"], "keyName": options["name"]}
        return {"RawAes": {**names, "wrappingKey": wrapping_key, "wrappingAlg": algorithm}}
    if kind == "raw_rsa":
        padding = {"pkcs1": "PKCS1"} | {f"oaep-sha{bits}": f"OAEP_SHA{bits}_MGF1" for bits in (1, 256, 384, 512)}
        given = {"keyNamespace": options["namespace"], "keyName": options["name"], "paddingScheme": padding[options["padding"]]}
        halves = {"publicKey": "public_key", "privateKey": "private_key"}
        return {"RawRsa": {**given, **{theirs: key(ours) for theirs, ours in halves.items() if ours in options}}}
    if kind == "multi":
        children = [contract_keyring(description, *next(iter(child.items()))) for child in options.get("children", ())]
        generator = options.get("generator")
        first = {} if generator is None else {"generator": contract_keyring(description, *next(iter(generator.items())))}
        return {"Multi": {**first, "childKeyrings": children}}
    raise Unmapped(kind)


def asked_to_decrypt(contract: Contract, vector: Vector, operation: str) -> bytes | ServerError:
    """What the server says to a vector; the vector is one that the contract can express."""
    if vector.keys is None or vector.unsigned_only:
        raise Unmapped
    ((kind, options),) = vector.keys.keyring.items()
    cmm = contract_cmm(vector.keys, kind, options)
    limit = {} if vector.max_encrypted_data_keys is None else {"maxEncryptedDataKeys": vector.max_encrypted_data_keys}
    client_id = contract.create(cmm, vector.commitment_policy or "REQUIRE_ENCRYPT_ALLOW_DECRYPT", **limit)
    context = {"encryptionContext": dict(vector.encryption_context)} if vector.encryption_context else {}
    try:
        plaintext: bytes = contract.call(operation, clientId=client_id, ciphertext=vector.ciphertext, **context)["plaintext"]
    except ServerError as error:
        return error
    return plaintext


@pytest.mark.parametrize("operation", ["Decrypt", "DecryptStream"])
def test_native_vectors_over_http_are_as_expected(contract: Contract, operation: str) -> None:
    mapped, differences = 0, []
    for vector in native_vectors():
        try:
            answer = asked_to_decrypt(contract, vector, operation)
        except Unmapped:
            continue
        mapped += 1
        if isinstance(vector.expectation, Accept):
            right = answer == vector.expectation.plaintext
        else:
            right = isinstance(answer, ServerError) and answer.kind == "ESDKClientError"
        if not right:
            differences.append((vector.id, str(answer)[:200]))
    assert differences == []
    assert mapped >= 436


# ---------------------------------------------------------------- the process
def test_message_of_the_server_is_one_for_the_command(program: Program, contract: Contract) -> None:
    client_id = contract.create({"Default": {"keyring": AES}})
    message = contract.call("EncryptStream", clientId=client_id, plaintext=b"hello", encryptionContext={"a": "b"})["ciphertext"]
    ran = program("decrypt", program.write("m.bin", message), *program.aes("aes-192"), "-c", "a=b")
    assert (ran.code, ran.stdout) == (0, b"hello")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_server_ends_at_once_while_clients_are_connected(tmp_path: Path, number: int, code: int) -> None:
    with served(folder=tmp_path) as running:
        contract = Contract(running.port)
        contract.create({"Default": {"keyring": AES}})
        with socket.create_connection(("127.0.0.1", running.port)) as half:
            half.sendall(f"POST {OPERATION}Encrypt HTTP/1.1\r\nContent-Length: 100\r\n\r\n".encode())
            got, stderr = running.end(number)
        contract.close()
    assert got == code
    assert stderr.strip() == f"listening on {running.url}; Ctrl-C ends it"


def test_hostile_requests_leave_a_server_that_answers_and_no_key_in_its_log(tmp_path: Path) -> None:
    with served("-v", folder=tmp_path) as running:
        head = f"POST {OPERATION}Encrypt HTTP/1.1\r\nsmithy-protocol: rpc-v2-cbor\r\ncontent-type: application/cbor\r\n".encode()

        def sent(body: bytes) -> bytes:
            return exchange(running.port, head + f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

        for body in (b"", b"\x81" * 1_000_000, b"\xa1\x61a\x9b" + b"\xff" * 8, os.urandom(1000), KEY, b"\x80" * 5_000_000):
            assert b"GenericServerError" in sent(body)
        slow = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(20)]
        for connection in slow:
            connection.sendall(head)
        assert exchange(running.port, head + b"Content-Length: 9\r\n\r\nhalf", half_close=True) == b""
        contract = Contract(running.port)
        client_id = contract.create({"Default": {"keyring": AES}})
        results: list[Any] = []
        threads = [threading.Thread(target=_round_trip, args=(running.port, client_id, results)) for _ in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert results == [b"x" * 10_000] * 64
        for connection in slow:
            connection.close()
        contract.close()
        code, stderr = running.end()
    assert code == 0
    assert f"POST {OPERATION}CreateClient: 200" in stderr
    for secret in (KEY.hex(), base64.b64encode(KEY).decode(), repr(KEY)[2:-1], "Traceback"):
        assert secret not in stderr


def _round_trip(port: int, client_id: str, results: list[Any]) -> None:
    contract = Contract(port)
    message = contract.call("Encrypt", clientId=client_id, plaintext=b"x" * 10_000)["ciphertext"]
    results.append(contract.call("Decrypt", clientId=client_id, ciphertext=message)["plaintext"])
    contract.close()


# ---------------------------------------------------------------- the oracle
@pytest.fixture
def oracle(program: Program) -> Iterator[Served]:
    key = program.key("aes-192")
    program.write("keys.yaml", f"raw_aes: {{namespace: esdkit-vectors, name: aes-192, wrapping_key: {{file: {key}}}}}\n".encode())
    with served("--oracle", "--keyring", "keys.yaml", folder=program.folder) as running:
        yield running


def post(port: int, message: bytes, path: str = "/v0/decrypt", content_type: str = "application/octet-stream") -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("POST", path, message, {"Content-Type": content_type, "Accept": "application/octet-stream"})
    answer = connection.getresponse()
    result = answer.status, answer.headers["Content-Type"], answer.read()
    connection.close()
    return result


def test_oracle_gives_the_plaintext_or_the_code_of_the_error(oracle: Served, program: Program) -> None:
    expected = program("decrypt", program.write("m.bin", UNSIGNED), *program.aes("aes-192")).stdout
    assert post(oracle.port, UNSIGNED) == (200, "application/octet-stream", expected)
    for message, code in (
        (UNSIGNED + b"!", b"trailing-data: "),
        (UNSIGNED[:-1], b"truncated: "),
        (native_ciphertext("mpl-0478-aes-256-astral-f256-p10240"), b"unwrap-failed: "),
        (native_ciphertext("mpl-0014-aes-128-ascii-f0-p10240"), b"policy-violation: "),
        (b"", b"truncated: "),
    ):
        status, content_type, text = post(oracle.port, message)
        assert (status, content_type) == (400, "text/plain; charset=utf-8")
        assert text.startswith(code)
    assert post(oracle.port, UNSIGNED, content_type="text/plain")[0] == 415
    assert post(oracle.port, UNSIGNED, path="/v1/decrypt")[0] == 404
    assert post(oracle.port, UNSIGNED, path=f"{OPERATION}Decrypt")[0] == 404


def test_oracle_releases_nothing_of_a_signed_message_that_is_not_verified(program: Program) -> None:
    damaged = MULTI[:-1] + bytes([MULTI[-1] ^ 1])
    with served("--oracle", *program.aes("aes-256"), folder=program.folder) as running:
        status, _, text = post(running.port, damaged)
        assert post(running.port, MULTI)[0] == 200
    assert status == 400
    assert text.startswith((b"signature-invalid", b"signature-malformed"))


# ---------------------------------------------------------------- another program
def test_program_behind_the_contract_answers_as_it_does_without_and_ends_with_the_server(tmp_path: Path) -> None:
    reader = Path(__file__).parents[2] / "docs" / "examples" / "aes_reader.py"
    command = shlex.join([sys.executable, str(reader)])
    with served("--target", f"stdio:{command}", folder=tmp_path) as running:
        select = parse_selector("0478 and aes-256 or trailing")
        reports = [
            judge_target(partial(open_target, address), [native_path()], select=select) for address in (f"stdio:{command}", running.url)
        ]
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
        program = children.read_text().split() if children.exists() else []
        assert running.end()[0] == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in program)
    alone, behind = ([(cell.name, cell.outcome) for cell in report.cells] for report in reports)
    assert behind == alone
    assert {outcome for _, outcome in behind} == {"passed", "unsupported"}


def test_process_that_is_asked_ends_with_the_server(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    command = f"sh -c 'echo $$ > {note}; exec sleep 600' {{file}} {{key}}"
    with served("--target", f"exec:{command}", folder=tmp_path) as running:
        contract = Contract(running.port)
        client_id = contract.create({"Default": {"keyring": AES}})
        asking = threading.Thread(target=lambda: suppressed(contract, client_id))
        asking.start()
        while not (note.exists() and note.read_text().endswith("\n")):
            time.sleep(0.01)
        assert running.end()[0] == 0
        asking.join(5)
        contract.close()
    assert is_gone(int(note.read_text()))


def suppressed(contract: Contract, client_id: str) -> None:
    with suppress(OSError, http.client.HTTPException, ServerError):
        contract.call("Decrypt", clientId=client_id, ciphertext=UNSIGNED)


# ---------------------------------------------------------------- arguments
@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--host", "0.0.0.0"), "--allow-remote"),
        (("--oracle",), "give a key"),
        (("--data-key", "env:DATA_KEY"), "keys are for --oracle"),
        (("--oracle", "--aws", "--data-key", "env:DATA_KEY"), "--aws is for test clients"),
        (("--target", "stdio:x", "--oracle", "--data-key", "env:DATA_KEY"), "--target cannot be combined"),
        (("--target", "stdio:x", "--aws"), "--target cannot be combined"),
        (("--target", "stdio:/no/such/program"), "the program did not start"),
        (("--target", "tea:x"), "unknown target"),
        (("--port", "65536"), "65536"),
        (("extra",), "too many arguments"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    program: Program, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], why: str
) -> None:
    monkeypatch.setenv("DATA_KEY", "00" * 32)
    ran = program("serve", *options)
    assert ran.code == 2
    assert why in " ".join(ran.stderr.split())


def test_host_that_is_not_known_is_wrong_usage(program: Program) -> None:
    assert program("serve", "--host", "300.0.0.1").code == 2


def test_port_that_is_taken_is_an_input_output_error(program: Program) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = program("serve", "--port", str(taken.getsockname()[1]))
    assert ran.code == 4
    assert "in use" in ran.stderr


def test_address_that_others_reach_is_served_with_a_warning(tmp_path: Path) -> None:
    with served("--host", "0.0.0.0", "--allow-remote", folder=tmp_path) as running:
        assert exchange(running.port, b"GET / HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n").startswith(b"HTTP/1.1 405 ")
        code, stderr = running.end()
    assert code == 0
    assert "decrypts for anyone who asks" in " ".join(stderr.split())


def test_help_of_serve(program: Program, golden: Golden) -> None:
    golden("help-serve.txt", program("serve", "--help").transcript)


def test_headers_of_the_contract_are_demanded(server: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("POST", f"{OPERATION}CreateClient", b"\xa0", {"content-type": HEADERS["content-type"]})
    answer = connection.getresponse()
    assert (answer.status, b"GenericServerError" in answer.read()) == (400, True)
    connection.close()
