"""Keyring files as data: what they make, what is refused and where, and that the schema says the same."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_private_key
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import esdkit
from esdkit.cmm import CryptographicMaterialsManager
from esdkit.cmm.config import read_keyring, schema
from esdkit.errors import Code, KeyStoreError, UsageError
from esdkit.keyrings import Keyring
from esdkit.spec import LIMITS, spec_path
from tests.each import each
from tests.fake_kms import FRANKFURT, IRELAND, mrk
from tests.samples import native_keys

EC_KEY = ec.generate_private_key(ec.SECP256R1())
RSA_PEM = native_keys()["rsa-2048-private"]["material"].encode()
SPKI = (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
KEYS: dict[str, bytes] = {
    "k1.key": bytes(range(32)),
    "k2.key": bytes(16),
    "r1.pem": RSA_PEM,
    "r1.pub": load_pem_private_key(RSA_PEM, None).public_key().public_bytes(*SPKI),
    "e1.pem": EC_KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    "e1.pub": EC_KEY.public_key().public_bytes(*SPKI),
}
AES = {"raw_aes": {"namespace": "n", "name": "k1", "wrapping_key": {"file": "k1.key"}}}
RSA = {"raw_rsa": {"namespace": "n", "name": "r1", "padding": "oaep-sha256", "private_key": {"file": "r1.pem"}}}
BRANCH = {"table_name": "t", "logical_name": "l", "branch_key_id": "b", "ttl": 60}
IN_KMS = {"curve": "P-256", "key_id": IRELAND, "own_public_key": {"file": "e1.pub"}}
SMALL = {"raw_aes": {"namespace": "n", "name": "k2", "wrapping_key": {"env": "K2"}}}
TREES: dict[str, Any] = {
    "aes": AES,
    "rsa": RSA,
    "aes-hex": {"raw_aes": {**AES["raw_aes"], "name": {"hex": "deadbeef80ff"}}},
    "rsa-hex": {"raw_rsa": {**RSA["raw_rsa"], "name": {"hex": "0xFF"}}},
    "multi": {"multi": {"generator": AES, "children": [SMALL]}},
    "children": {"multi": {"children": [SMALL, AES]}},
    "nested": {"multi": {"generator": {"multi": {"generator": AES}}, "children": [{"multi": {"children": [SMALL]}}]}},
    "required": {"required_context": {"keys": ["tenant"], "underlying": {"multi": {"children": [AES, RSA]}}}},
    "twice-required": {"required_context": {"keys": ["a"], "underlying": {"required_context": {"keys": ["b"], "underlying": AES}}}},
    "data-key": {"static_data_key": {"data_key": {"file": "k1.key"}}},
    "kms": {"kms": {"key_ids": [IRELAND, FRANKFURT], "grant_tokens": ["g"]}},
    "kms-alias": {"kms": {"key_ids": ["alias/one"], "client_supplier": {"profile_name": "p", "endpoint_url": "http://127.0.0.1:1"}}},
    "kms-mrk": {"kms_mrk": {"key_ids": [mrk("eu-west-1")], "client_supplier": {"regions": ["eu-west-1"], "connect_timeout": 0.5}}},
    "kms-discovery": {"kms_discovery": {}},
    "kms-discovery-filter": {"kms_discovery": {"account_ids": ["111122223333"], "partition": "aws", "regions": ["eu-west-1"]}},
    "kms-mrk-discovery": {"kms_mrk_discovery": {"regions": ["eu-west-1"], "account_ids": ["111122223333"]}},
    "kms-rsa": {"kms_rsa": {"key_id": IRELAND, "public_key": {"file": "r1.pub"}, "encryption_algorithm": "RSAES_OAEP_SHA_256"}},
    "kms-ecdh": {
        "kms_ecdh_static": {"curve": "P-256", "key_id": IRELAND, "own_public_key": {"file": "e1.pub"}, "public_key": {"file": "e1.pub"}}
    },
    "kms-ecdh-discovery": {"kms_ecdh_discovery": IN_KMS},
    "ecdh": {"raw_ecdh_static": {"curve": "P-256", "private_key": {"file": "e1.pem"}, "public_key": {"file": "e1.pub"}}},
    "ecdh-ephemeral": {"raw_ecdh_ephemeral": {"curve": "P-256", "public_key": {"file": "e1.pub"}}},
    "ecdh-discovery": {"raw_ecdh_discovery": {"curve": "P-256", "private_key": {"file": "e1.pem"}}},
    "hierarchical": {"hierarchical": {**BRANCH, "kms_key": IRELAND, "capacity": 10}},
    "hierarchical-mrk": {"hierarchical": {**BRANCH, "multi_region_kms_key": mrk("eu-west-1")}},
    "hierarchical-discovery": {"hierarchical": BRANCH},
    "hierarchical-mrk-discovery": {"hierarchical": {**BRANCH, "discovery_region": "eu-west-1", "partition_id": "p"}},
    "caching": {"caching": {"underlying": AES, "max_age": 60, "max_messages": 10, "max_bytes": 1000, "capacity": 5}},
    "caching-required": {"caching": {"underlying": {"required_context": {"keys": ["a"], "underlying": AES}}, "max_age": 0.5}},
    "required-caching": {"required_context": {"keys": ["a"], "underlying": {"caching": {"underlying": AES, "max_age": 60}}}},
}
VALIDATOR = Draft202012Validator(schema())


def read_key(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
    key = KEYS["k2.key" if "env" in source else source["file"]]
    assert lengths is None or len(key) in lengths
    return key


def made(description: object) -> Keyring | CryptographicMaterialsManager:
    return read_keyring(description, read_key)


@each("name", TREES)
def test_tree_is_made_and_lawful_by_the_schema(name: str) -> None:
    assert VALIDATOR.is_valid(TREES[name])
    tree = made(TREES[name])
    assert isinstance(tree, Keyring | CryptographicMaterialsManager)
    assert "object at" not in repr(tree)


def test_tree_writes_and_reads() -> None:
    writer, reader = made(TREES["multi"]), made(TREES["children"])
    assert isinstance(writer, Keyring) and isinstance(reader, Keyring)
    message, header = esdkit.encrypt(source=b"plaintext", keyring=writer)
    assert [key.provider_info[:2] for key in header.encrypted_data_keys] == [b"k1", b"k2"]
    assert esdkit.decrypt(source=message, keyring=reader)[0] == b"plaintext"


@pytest.mark.req("KEY-AES-011")
def test_name_in_hexadecimal_is_the_bytes() -> None:
    assert repr(made(TREES["aes-hex"])) == "RawAesKeyring(namespace='n', name=0xdeadbeef80ff)"
    assert "name=0xff," in repr(made(TREES["rsa-hex"]))


def test_required_context_is_demanded() -> None:
    cmm = made(TREES["required"])
    assert not isinstance(cmm, Keyring)
    with pytest.raises(esdkit.EsdkError) as caught:
        esdkit.decrypt(source=esdkit.encrypt(source=b"", keyring=made(AES))[0], cmm=cmm)  # type: ignore[arg-type]  # a keyring
    assert caught.value.code is Code.REQUIRED_CONTEXT_MISSING


REFUSED: dict[str, tuple[Any, str]] = {
    "nothing": (None, "keyring"),
    "list": ([AES], "keyring"),
    "two-kinds": ({**AES, **RSA}, "keyring"),
    "unknown-kind": ({"raw_aess": {}}, "keyring"),
    "kind-is-a-number": ({1: {}}, "keyring"),
    "no-options": ({"raw_aes": None}, "keyring.raw_aes"),
    "unknown-option": ({"raw_aes": {**AES["raw_aes"], "colour": "red"}}, "keyring.raw_aes"),
    "missing-option": ({"raw_aes": {"namespace": "n", "name": "k1"}}, "keyring.raw_aes"),
    "hex-of-a-number": ({"raw_aes": {**AES["raw_aes"], "name": {"hex": 12}}}, "keyring.raw_aes.name"),
    "hex-empty": ({"raw_aes": {**AES["raw_aes"], "name": {"hex": ""}}}, "keyring.raw_aes.name"),
    "hex-odd": ({"raw_aes": {**AES["raw_aes"], "name": {"hex": "abc"}}}, "keyring.raw_aes.name"),
    "hex-and-more": ({"raw_rsa": {**RSA["raw_rsa"], "name": {"hex": "ab", "text": "ab"}}}, "keyring.raw_rsa.name"),
    "bytes-of-a-namespace": ({"raw_aes": {**AES["raw_aes"], "namespace": {"hex": "ab"}}}, "keyring.raw_aes.namespace"),
    "number-for-text": ({"raw_aes": {**AES["raw_aes"], "name": 7}}, "keyring.raw_aes.name"),
    "key-in-the-file": ({"raw_aes": {**AES["raw_aes"], "wrapping_key": "00" * 32}}, "keyring.raw_aes.wrapping_key"),
    "key-of-two-ways": ({"raw_aes": {**AES["raw_aes"], "wrapping_key": {"file": "a", "env": "b"}}}, "keyring.raw_aes.wrapping_key"),
    "key-of-no-way": ({"raw_aes": {**AES["raw_aes"], "wrapping_key": {"url": "a"}}}, "keyring.raw_aes.wrapping_key"),
    "no-padding": ({"raw_rsa": {**RSA["raw_rsa"], "padding": "none"}}, "keyring.raw_rsa.padding"),
    "children-no-list": ({"multi": {"children": AES}}, "keyring.multi.children"),
    "bad-child": ({"multi": {"children": [AES, {"x": 1}]}}, "keyring.multi.children[1]"),
    "cmm-in-a-keyring": ({"multi": {"generator": TREES["required"]}}, "keyring.multi.generator"),
    "ttl-0": ({"hierarchical": {**BRANCH, "ttl": 0}}, "keyring.hierarchical.ttl"),
    "max-age-text": ({"caching": {"underlying": AES, "max_age": "1"}}, "keyring.caching.max_age"),
    "client-option": ({"kms": {"key_ids": [IRELAND], "client_supplier": {"colour": 1}}}, "keyring.kms.client_supplier"),
    "no-attempts": ({"kms": {"key_ids": [IRELAND], "client_supplier": {"max_attempts": 0}}}, "keyring.kms.client_supplier.max_attempts"),
    "attempts-true": (
        {"kms": {"key_ids": [IRELAND], "client_supplier": {"max_attempts": True}}},
        "keyring.kms.client_supplier.max_attempts",
    ),
    "max-age-true": ({"caching": {"underlying": AES, "max_age": True}}, "keyring.caching.max_age"),
    "keys-no-texts": ({"required_context": {"keys": ["a", 1], "underlying": AES}}, "keyring.required_context.keys[1]"),
}


@each("name", REFUSED)
def test_other_data_is_refused_with_its_place(name: str) -> None:
    description, place = REFUSED[name]
    with pytest.raises(UsageError) as caught:
        made(description)
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, place)
    if name != "kind-is-a-number":  # JSON has text keys only
        assert not VALIDATOR.is_valid(description)


@pytest.mark.parametrize(
    ("description", "place"),
    [
        ({"kms": {"key_ids": []}}, "keyring.kms"),
        ({"kms_discovery": {"account_ids": []}}, "keyring.kms_discovery"),
        ({"kms_discovery": {"regions": []}}, "keyring.kms_discovery"),
        ({"kms": {"key_ids": [IRELAND], "client_supplier": {"connect_timeout": 1e300}}}, "keyring.kms.client_supplier"),
        ({"caching": {"underlying": AES, "max_age": 10**400}}, "keyring.caching.max_age"),
        ({"kms_mrk": {"key_ids": [mrk("eu-west-1"), mrk("us-east-1")]}}, "keyring.kms_mrk"),
        ({"hierarchical": {**BRANCH, "kms_key": IRELAND, "discovery_region": "eu-west-1"}}, "keyring.hierarchical"),
        ({"multi": {}}, "keyring.multi"),
        ({"raw_aes": {**AES["raw_aes"], "namespace": "aws-kms"}}, "keyring.raw_aes"),
    ],
    ids=["no-kms-key", "no-accounts", "no-regions", "long-wait", "long-age", "replicas", "two-ways", "empty-multi", "reserved-namespace"],
)
def test_what_a_keyring_refuses_has_its_place(description: object, place: str) -> None:
    with pytest.raises(UsageError) as caught:
        made(description)
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, place)


def test_as_many_parts_as_allowed_are_made() -> None:
    most = LIMITS["keyring_file_parts"]
    assert isinstance(made({"multi": {"children": [AES] * (most - 1)}}), Keyring)
    with pytest.raises(UsageError) as caught:
        made({"multi": {"children": [AES] * most}})
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, f"keyring.multi.children[{most - 1}]")


def test_depth_and_number_are_bounded() -> None:
    deep: Any = AES
    for _ in range(100):
        deep = {"multi": {"generator": deep}}
    wide: Any = AES  # what aliases in YAML make of ten lines
    for _ in range(10):
        wide = {"multi": {"children": [wide] * 10}}
    for description in (deep, wide):
        with pytest.raises(UsageError) as caught:
            made(description)
        assert caught.value.code is Code.INVALID_ARGUMENT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["k1.key", "n", "pkcs1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["multi", "raw_aes", "generator", "children", "namespace", "name", "wrapping_key", "file"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_data_is_made_or_refused_as_the_schema_says(description: Any) -> None:
    valid = VALIDATOR.is_valid(description)
    try:
        read_keyring(description, lambda source, lengths: bytes(32))
    except UsageError:
        return
    assert valid


def test_schema_stands_with_the_others() -> None:
    written = json.loads((spec_path() / "schemas" / "keyring-file.json").read_text(encoding="utf-8"))
    assert written == schema()
    Draft202012Validator.check_schema(written)


def test_table_of_a_branch_key_is_asked_with_the_profile_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, os.devnull)
    keyring = made({"hierarchical": {**BRANCH, "client_supplier": {"profile_name": "nobody"}}})
    with pytest.raises(KeyStoreError) as caught:
        esdkit.encrypt(source=b"", keyring=keyring)  # type: ignore[arg-type]  # a keyring
    assert caught.value.aws_code == "ProfileNotFound"
