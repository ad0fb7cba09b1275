"""An ARN is never broken across lines and never cut, whatever a verb says about it: it is there to be copied."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import esdkit
from esdkit.keyrings import EncryptionMaterials, MultiKeyring, RawAesKeyring
from esdkit.message import EncryptedDataKey
from tests.cli.running import Program, Ran
from tests.columns import too_wide
from tests.fake_kms import ACCOUNT, FakeKms, mrk

KEY = f"arn:aws-us-gov:kms:us-gov-west-1:{ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
MULTI_REGION = mrk("ap-southeast-2")
ALIAS = f"arn:aws-us-gov:kms:us-gov-west-1:{ACCOUNT}:alias/{'very-long-name-' * 16}{'x' * 10}"
NEARLY = KEY.replace("abcd", "ABCD")
ARNS = (KEY, MULTI_REGION, ALIAS)
KEYRING = f"kms: {{key_ids: [{KEY}, {MULTI_REGION}]}}"


class _Naming:
    """A keyring that adds data keys under these ARNs, which nothing opens."""

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        for arn in ARNS:
            materials = materials.with_encrypted_data_key(
                EncryptedDataKey(b"aws-kms", arn.encode(), bytes.fromhex("0102020078") + bytes(179))
            )
        return materials

    def on_decrypt(self, materials: object, encrypted_data_keys: object) -> None:
        raise NotImplementedError


def message(*, other: bool = False) -> bytes:
    ring = RawAesKeyring("n", "m", bytes(32))
    keyring = MultiKeyring(ring, [_Naming()])  # type: ignore[list-item]  # it only encrypts
    context = {"key": ALIAS, ALIAS: f"{KEY}0" if other else KEY}
    return esdkit.encrypt(source=b"plaintext", keyring=keyring, encryption_context=context)[0]


@pytest.fixture
def kms(monkeypatch: pytest.MonkeyPatch) -> FakeKms:
    fake = FakeKms([KEY, MULTI_REGION])
    monkeypatch.setattr("esdkit.keyrings.kms.requests.ClientSupplier", lambda: fake)
    return fake


VERBS: dict[str, Callable[[Program], Ran]] = {
    "inspect": lambda program: program("inspect", "message"),
    "inspect-oneline": lambda program: program("inspect", "--oneline", "message"),
    "inspect-get": lambda program: program("inspect", "--get", "header.encrypted_data_keys[3].provider_info", "message"),
    "dump": lambda program: program("dump", "message"),
    "dump-full": lambda program: program("dump", "--full", "message"),
    "dump-asm": lambda program: program("dump", "--asm", "message"),
    "lint": lambda program: program("lint", "message"),
    "diff": lambda program: program("diff", "message", "other"),
    "verify": lambda program: program("verify", "message", "--kms", KEY, "--kms", MULTI_REGION),
    "doctor": lambda program: program("doctor", "message", "--full"),
    "doctor-keys": lambda program: program("doctor", "message", "--kms", KEY, "--kms", MULTI_REGION, "--kms", NEARLY, "--full"),
    "doctor-name": lambda program: program("doctor", program.write("name", f"{ALIAS}\n".encode())),
    "decrypt": lambda program: program("decrypt", "message", "--kms", KEY, "--kms", MULTI_REGION),
    "encrypt": lambda program: program("encrypt", "message", "-o", "out", "--kms", f"{ALIAS}/"),
    "keyring-check": lambda program: program(
        "keyring", "check", program.write("keys.yaml", f"kms: {{key_ids: [{KEY}, {MULTI_REGION}]}}".encode())
    ),
}
NAMED = {
    "inspect-oneline": (KEY, MULTI_REGION),  # of many data keys the first are named
    "inspect-get": (ALIAS,),
    "lint": (ALIAS,),
    "diff": (KEY,),
    "verify": (KEY, MULTI_REGION),
    "doctor-name": (ALIAS,),
    "decrypt": (KEY, MULTI_REGION),
    "encrypt": (f"{ALIAS}/",),
    "keyring-check": (KEY, MULTI_REGION),
}


@pytest.mark.parametrize("verb", VERBS)
def test_arn_is_whole_in_the_text_of_a_verb(program: Program, kms: FakeKms, verb: str) -> None:
    program.write("message", message())
    program.write("other", message(other=True))
    kms.fail = lambda operation, region: "AccessDeniedException"
    ran = VERBS[verb](program)
    lines = [*ran.text.splitlines(), *ran.stderr.splitlines()]
    for arn in NAMED.get(verb, ARNS):
        assert any(arn in line for line in lines), arn
    assert not [line for line in lines if re.search(r"arn:aws[^\s]*…", line)]
    if verb not in ("inspect-oneline", "dump-asm"):
        assert not [line for line in lines if too_wide(line)]
