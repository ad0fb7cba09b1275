"""The table of readers' limits against the real SDKs: each row with native vectors, and those that need a message of their own."""

from __future__ import annotations

import base64
import itertools
import json
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from esdkit.cmm import DefaultCmm
from esdkit.doctor.explain import diagnose
from esdkit.engine.client import Client
from esdkit.engine.rekey import rekeyed
from esdkit.errors import DataKeyUnwrapError
from esdkit.inspector import inspect
from esdkit.inspector.facts.readers import readers_of
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, MultiKeyring, RawAesKeyring
from esdkit.message.locale_order import locale_key, orders_differ
from esdkit.spec import readers
from tests.samples import native_cases, native_ciphertext
from tools.drivers.peer import Peer, javascript_modules_installed, node_program, python_peer, python_sdk_installed

pytestmark = pytest.mark.interop

NATIVE_KEYS: dict[str, Any] = json.loads(Path("vectors/native/keys.json").read_text(encoding="utf-8"))["keys"]
ROWS = [(row.id, name) for row in readers().limits for name in row.vectors]
ROWS += [(row.id, name) for row in readers().accepted for name in row.vectors]
ROWS = [(row, name) for row, name in ROWS if "data-key-order" not in native_cases()[name]["flags"]]  # differs from run to run (DEC-G38)
LETTERS = "aAbBzZ_-019.:/éÉèöÖüñçåøØłđßæÆœžščŽαβΩЖжд😀🔑🚀𝒜ω $~日本\t\n\x07\xa0\xad"
PEERS = {"python": "Python", "javascript": "JavaScript"}
KEYRING = RawAesKeyring("esdkit-vectors", "aes-256", bytes(range(32)))
KEYS = {
    "aes-256": {
        "type": "symmetric",
        "algorithm": "aes",
        "bits": 256,
        "encoding": "base64",
        "key-id": "aes-256",
        "material": base64.b64encode(bytes(range(32))).decode("ascii"),
    }
}
AES_256 = {"type": "raw", "key": "aes-256", "provider-id": "esdkit-vectors", "encryption-algorithm": "aes"}


@pytest.fixture(params=list(PEERS))
def peer(request: pytest.FixtureRequest) -> tuple[str, Peer]:
    return PEERS[request.param], request.getfixturevalue(request.param)


def opens(peer: Peer, name: str, **job: Any) -> bool:
    case = native_cases()[name]
    policy, context = "REQUIRE_ENCRYPT_ALLOW_DECRYPT", case.get("encryption-context")
    common = {"keyring": case["key"], "keys": NATIVE_KEYS, "commitment_policy": policy}
    return peer.decrypt(native_ciphertext(name), encryption_context=context, **common, **job).ok


@pytest.mark.req("CLI-INS-011")
@pytest.mark.parametrize(("row", "name"), ROWS, ids=[f"{row}-{name}" for row, name in ROWS])
def test_answer_is_what_the_sdk_does(peer: tuple[str, Peer], row: str, name: str) -> None:
    sdk, running = peer
    if sdk == "JavaScript" and "encryption-context" in native_cases()[name]:
        pytest.skip("it has no context that is authenticated and not stored, which a message does not show")
    (answer,) = (reader for reader in readers_of(inspect(native_ciphertext(name))) if reader.sdk == sdk)
    if any(note.startswith("only with master key") for note in answer.notes):
        assert (opens(running, name), opens(running, name, api="provider")) == (False, True)
    else:
        assert opens(running, name) is (answer.reads == "yes")


@pytest.mark.req("CLI-INS-011")
def test_python_master_keys_read_a_raw_aes_key_after_a_damaged_one_in_some_runs_only(monkeypatch: pytest.MonkeyPatch) -> None:
    if not python_sdk_installed():
        pytest.skip("the Python SDK is not installed: make test does")
    outcomes = set()
    for seed in range(1, 20):  # of the order in which they try the data keys
        monkeypatch.setenv("PYTHONHASHSEED", str(seed))
        with python_peer() as python:
            outcomes.add(opens(python, "accept-behind-damaged", api="provider"))
            assert opens(python, "accept-behind-damaged")
        if len(outcomes) == 2:
            return
    pytest.fail(f"always {outcomes}")


@pytest.mark.req("CLI-INS-011")
@pytest.mark.parametrize("context", [{"B": "1", "a": "1"}, {"a_b": "1", "aB": "2"}, {"z": "1", "ä": "2"}, {"a": "1", "b": "2"}])
def test_javascript_needs_utf8_sorting_where_the_orders_differ(javascript: Peer, context: dict[str, str]) -> None:
    message, _ = Client().encrypt(source=b"", keyring=KEYRING, algorithm=0x0478, encryption_context=context)
    (answer,) = (reader for reader in readers_of(inspect(message)) if reader.sdk == "JavaScript")
    assert javascript.decrypt(message, keyring=AES_256, keys=KEYS).ok
    by_locale = javascript.decrypt(message, keyring={**AES_256, "utf8-sorting": False}, keys=KEYS).ok
    assert by_locale is (answer.notes == ())


def test_order_by_locale_is_that_of_node() -> None:
    if not javascript_modules_installed():
        pytest.skip("the JavaScript SDK is not installed: make test does")
    ascii_texts = [chr(code) for code in range(32, 127)]
    texts = sorted({*ascii_texts, *map("".join, itertools.product("aAbB_-1", repeat=3)), "é", "e", "f", "E", "É", "ez"})
    script = "const t = JSON.parse(require('fs').readFileSync(0)); console.log(JSON.stringify(t.sort((a, b) => a.localeCompare(b))))"
    run = subprocess.run([node_program(), "-e", script], input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=60)
    assert sorted(texts, key=locale_key) == json.loads(run.stdout)


@pytest.mark.req("CLI-CFG-012")
def test_order_by_locale_is_that_of_node_for_random_keys() -> None:
    if not javascript_modules_installed():
        pytest.skip("the JavaScript SDK is not installed: make test does")
    draw = random.Random(11)
    contexts = [sorted({"".join(draw.choices(LETTERS, k=draw.randint(1, 5))) for _ in range(6)}) for _ in range(1000)]
    sort = "t.forEach(k => k.sort((a, b) => a.localeCompare(b)))"
    script = f"const t = JSON.parse(require('fs').readFileSync(0)); {sort}; console.log(JSON.stringify(t))"
    run = subprocess.run([node_program(), "-e", script], input=json.dumps(contexts), capture_output=True, text=True, check=True, timeout=60)
    assert [sorted(keys, key=locale_key) for keys in contexts] == json.loads(run.stdout)


@pytest.mark.req("CLI-CFG-012", "CLI-DOC-030")
def test_message_of_javascript_with_its_defaults_opens_with_the_switch(javascript: Peer) -> None:
    draw, strict, lax, other_order = random.Random(12), Client(), Client(compat=["js-locale"]), 0
    for _ in range(110):
        context = {"".join(draw.choices(LETTERS, k=draw.randint(1, 5))): str(index) for index in range(draw.randint(2, 5))}
        answer = javascript.encrypt(b"attack", keyring={**AES_256, "utf8-sorting": False}, keys=KEYS, **{"encryption-context": context})
        assert answer.ok and answer.result is not None
        assert lax.decrypt(source=answer.result, keyring=KEYRING)[0] == b"attack", context
        header = lax.verify(source=answer.result, keyring=KEYRING).header
        assert header is not None
        if not orders_differ(tuple(header.encryption_context)):
            assert strict.decrypt(source=answer.result, keyring=KEYRING)[0] == b"attack"
            continue
        other_order += 1
        with pytest.raises(DataKeyUnwrapError):
            strict.decrypt(source=answer.result, keyring=KEYRING)
        (cell,) = diagnose(answer.result, keyring=KEYRING).cells
        assert cell.outcome == "other-order" and "--compat js-locale" in (cell.hint or "")
        cmm = DefaultCmm(KEYRING)
        with rekeyed(lax, source=answer.result, cmm=cmm, new_cmm=cmm, encryption_context={}, algorithm=None, frame_length=4096) as stream:
            assert javascript.decrypt(stream.read(), keyring=AES_256, keys=KEYS).ok
    assert other_order >= 60


class Adding:
    """A keyring that adds a data key which nothing opens."""

    def __init__(self, key: EncryptedDataKey) -> None:
        self._key = key

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        return materials.with_encrypted_data_key(self._key)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        return materials


@pytest.mark.req("CLI-INS-011", kind="negative")
@pytest.mark.parametrize(
    ("parts", "reads"), [((b"p", b"i", b"c"), True), ((b"", b"i", b"c"), False), ((b"p", b"", b"c"), False), ((b"p", b"i", b""), False)]
)
def test_javascript_refuses_a_data_key_with_an_empty_part(javascript: Peer, parts: tuple[bytes, bytes, bytes], reads: bool) -> None:
    keyring = MultiKeyring(generator=KEYRING, children=[Adding(EncryptedDataKey(*parts))])
    message, _ = Client().encrypt(source=b"", keyring=keyring, algorithm=0x0478)
    (answer,) = (reader for reader in readers_of(inspect(message)) if reader.sdk == "JavaScript")
    assert javascript.decrypt(message, keyring=AES_256, keys=KEYS).ok is (answer.reads == "yes") is reads
