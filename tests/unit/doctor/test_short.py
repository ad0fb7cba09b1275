"""The short form: few lines, whole sentences, names whole."""

import base64

import pytest

from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.short import MAX_LINES, diagnosis_to_short_text
from esdkit.keyrings import KmsKeyring
from tests.columns import too_wide
from tests.fake_kms import IRELAND, FakeKms
from tests.samples import native_ciphertext
from tests.unit.doctor.cases import MULTI, aes, diagnosed, encrypted

OLD = native_ciphertext("js-0378-aes-256-many-f16-p1")
CHANGED = OLD[:-120] + bytes([OLD[-120] ^ 1]) + OLD[-119:]


def short(diagnosis: Diagnosis, name: str = "m.bin") -> list[str]:
    lines = [*diagnosis_to_short_text(diagnosis, name)]
    assert len(lines) <= MAX_LINES + 1
    assert lines[-1] == "(--full has all checks, keys, policy, context and readers)"
    assert not [line for line in lines if too_wide(line)]
    return lines[:-1]


@pytest.mark.req("CLI-DOC-027")
def test_short_form_says_what_is_wrong_how_it_shows_and_what_to_do_first() -> None:
    assert short(diagnosed(CHANGED, aes(), policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT")) == [
        "m.bin: AWS Encryption SDK message v1, suite 0378, 604 bytes",
        "result: Your commitment policy refuses the suite of this message.",
        "evidence: policy-violation, header.algorithm_suite_id, offset 0x2; also FAILED:",
        "  signature, frames",
        "do first: If expected, use the commitment policy REQUIRE_ENCRYPT_ALLOW_DECRYPT.",
    ]
    assert short(diagnosed(CHANGED, aes())) == [
        "m.bin: AWS Encryption SDK message v1, suite 0378, 604 bytes",
        "result: The signature is invalid: the bytes were changed after they were signed.",
        "evidence: signature-invalid, footer.signature, offset 0x1f5; also FAILED: frames",
        "do first: Fetch the whole message again: the header or the body was changed",
        "  after signing.",
    ]


@pytest.mark.req("CLI-DOC-027")
def test_short_form_of_a_container_says_what_is_inside() -> None:
    lines = short(diagnosed(base64.b64encode(MULTI), aes("x")))
    assert lines[0] == "m.bin: This is base64 text. Inside: You gave the right key, but under the wrong"
    assert any("inside: AWS Encryption SDK message v2, suite 0578, 1169 bytes" in line for line in lines)
    assert "evidence: it holds 2 messages: FILE#2 names the next, esdkit extract lists all" in short(diagnosed(base64.b64encode(2 * MULTI)))


@pytest.mark.req("CLI-DOC-027", kind="negative")
def test_names_are_whole_however_long_they_are() -> None:
    for keyring in (aes("k" * 300, namespace="n" * 300), KmsKeyring([IRELAND], client_supplier=FakeKms([IRELAND]))):
        data = encrypted(keyring)
        for keys in ((keyring,), (aes("other"),), ()):
            short(diagnosed(data, *keys))
    fine = " ".join(short(diagnosed(encrypted(aes("k" * 300)), aes("k" * 300))))
    assert "k" * 300 in fine
    assert short(diagnosed(MULTI), "folder/" * 30 + "m.bin")[0].startswith("folder/" * 30)
