"""What a message says without a key: needs, policies, context, service."""

import pytest

from esdkit.cmm import CommitmentPolicy
from esdkit.doctor.claims import context_claim, needs, policy_claim
from esdkit.inspector import Tree, inspect
from esdkit.inspector.facts.origin import service_of
from esdkit.message import EncryptedDataKey, Header
from esdkit.message.header import build_header
from esdkit.spec import CONSTANTS, SUITES, Suite
from tests.fake_kms import IRELAND, mrk
from tests.samples import sample_header
from tests.unit.doctor.cases import BLOB, KEY_ID, MULTI, aes, encrypted


def tree(*keys: tuple[bytes, bytes, bytes], suite: int = 0x0478, pairs: tuple[tuple[bytes, bytes], ...] | None = None) -> Tree:
    """A message that nobody can open, with these data keys."""
    header: Header = sample_header(SUITES[suite], pairs=pairs, keys=tuple(EncryptedDataKey(*key) for key in keys))
    return inspect(build_header(header))


@pytest.mark.req("CLI-DOC-009")
def test_needs_name_the_key_of_each_data_key() -> None:
    found = needs(
        tree(
            (b"aws-kms", IRELAND.encode(), BLOB),
            (b"aws-kms", mrk("eu-west-1").encode(), KEY_ID + b"x"),
            (b"aws-kms", b"alias/one", b"other"),
            (b"aws-kms-rsa", IRELAND.encode(), b"x" * 256),
            (b"aws-kms-hierarchy", b"tenant-1", b"short"),
            (b"demo", b"rsa key", b"x" * 256),
            (b"\xff", b"", b""),
        )
    )
    texts = [need.key for need in found]
    assert texts[0] == f"kms:Decrypt on {IRELAND} (region eu-west-1, account 111122223333)"
    assert "a multi-Region key" in texts[1] and "which is not an ARN" in texts[2]
    assert texts[3].startswith("kms:Decrypt on the RSA key arn:") and "'tenant-1'" in texts[4]
    assert "'rsa key' of namespace 'demo'" in texts[5] and "the bytes ff" in texts[6]
    assert [bool(need.remark) for need in found] == [False, True, True, False, False, False, True]
    assert "emulator" in (found[1].remark or "")


@pytest.mark.req("CLI-DOC-009")
def test_needs_of_a_raw_aes_key() -> None:
    (need,) = needs(inspect(encrypted(aes("k", namespace="n"))))
    assert need.key == "the raw AES key 'k' of namespace 'n'"


@pytest.mark.req("CLI-DOC-009")
@pytest.mark.parametrize(
    ("name", "shown", "option"),
    [(b"\xfe\xed", "0xfeed", "name_hex=feed"), (b"a\0", r"'a\x00'", "name_hex=6100"), (b"0xdead", "'0xdead'", None), ("é", "'é'", None)],
)
def test_needs_of_a_raw_key_say_how_its_name_is_given(name: str | bytes, shown: str, option: str | None) -> None:
    (need,) = needs(inspect(encrypted(aes(name, namespace="n"))))
    assert need.key == f"the raw AES key {shown} of namespace 'n'"
    assert need.remark == (None if option is None else f"Its name cannot be typed as text: give {option}.")


@pytest.mark.req("CLI-DOC-009")
def test_needs_of_a_cut_message_are_those_that_are_whole() -> None:
    assert len(needs(inspect(MULTI))) == 3
    assert len(needs(inspect(MULTI[:400]))) == 2


@pytest.mark.req("CLI-DOC-010")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_policies_that_decrypt_a_suite(suite: Suite) -> None:
    strict = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
    found = policy_claim(suite, strict)
    assert found.allowed == suite.commitment == (strict.value in found.allowing)
    assert len(found.allowing) == (3 if suite.commitment else 2)


@pytest.mark.req("CLI-DOC-011")
def test_contexts_are_compared_key_by_key() -> None:
    stored = {"a": "1", "b": "2", "Customer Id": "3", CONSTANTS.public_key_name: "x"}
    found = context_claim(stored, {"a": "1", "b": "x", "customerid": "3", "new": ""})
    assert (found.stored, found.agreeing, found.differing) == (("a", "b", "Customer Id"), ("a",), ("b",))
    assert (found.reproduced, dict(found.near)) == (("customerid", "new"), {"customerid": "Customer Id"})


@pytest.mark.req("CLI-DOC-013")
def test_services_are_recognized() -> None:
    names = {
        "Cognito": tree((b"aws-kms", IRELAND.encode(), BLOB), suite=0x0378, pairs=((b"userpool-id", b"eu-west-1_x"),)),
        "stream": tree((b"BC", b"DataKey", b"x")),
        "Connect": tree((b"AmazonConnect", b"id", b"x")),
    }
    for name, one in names.items():
        service = service_of(one)
        assert service is not None and name in service.name
    assert service_of(tree((b"a", b"b", b"c"))) is None
    assert service_of(inspect(b"")) is None


@pytest.mark.req("CLI-DOC-013")
@pytest.mark.req("CLI-DOC-013", kind="negative")
def test_services_are_recognized_by_the_account_of_a_kms_key() -> None:
    def keys(account: str) -> Tree:
        named = IRELAND.replace("111122223333", account).encode()
        return tree((b"aws-kms", b"alias/one", BLOB), (b"aws-kms", named, BLOB))

    service = service_of(keys("794289927070"))
    assert service is not None and service.id == "kendra"
    assert service_of(keys("794289927071")) is None
