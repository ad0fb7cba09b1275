"""Manifests of every version: what is read, and that whatever is wrong is refused with its place."""

import base64
import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esdkit.errors import Code, VectorError
from esdkit.vectors.files import JsonFile, json_files
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.manifests.key_entries import KeyEntry, parse_keys
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Accept, KeyDescription, Need, Reject, VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import run
from tests.each import each
from tests.unit.vectors.making import (
    KMS,
    NAMESPACE,
    PLAINTEXT,
    WRAPPING_KEY,
    Json,
    MadeSet,
    aes_keyring,
    case,
    decrypt_manifest,
    keys_manifest,
    made_keyring,
    multi,
    raw_aes,
    required_context,
    unavailable,
)

VERSIONS = (1, 2, 3, 4, 5)
AES = made_keyring()
NO_KEYRING = KeyDescription(unavailable(Need.KEYRING))


def load(made: MadeSet, *, explicit: bool = True, name: str = "manifest.json") -> VectorSet | None:
    with json_files(made.root) as found:
        file = next(file for file in found if file.name == name)
    return load_manifest(JsonFile(file.folder, file.name, file.location, explicit))


def loaded(made: MadeSet) -> VectorSet:
    vector_set = load(made)
    assert vector_set is not None
    return vector_set


def refused(made: MadeSet, *, explicit: bool = True, name: str = "manifest.json") -> VectorError:
    with pytest.raises(VectorError) as caught:
        load(made, explicit=explicit, name=name)
    return caught.value


@each("keys", [1, 2, 3, 4], ids=lambda version: f"keys-v{version}")
@each("version", VERSIONS, ids=lambda version: f"v{version}")
@pytest.mark.req("TVM-COM-001", "TVM-COM-002", "TVM-COM-003", "TVM-COM-004", "TVM-KEY-001", "TVM-KEY-002", "TVM-KEY-003", "TVM-KEY-005")
@pytest.mark.req("TVM-DEC-001", "TVM-DEC-002", "TVM-DEC-005", "TVM-DEC-012")
def test_manifest_of_a_version_is_read(made: MadeSet, version: int, keys: int) -> None:
    made.fill(decrypt_manifest(version, case(version)), keys=keys_manifest(keys))
    vector_set = loaded(made)
    (vector,) = vector_set.vectors
    assert (vector_set.name, vector_set.kind, vector.id) == ("made", f"awses-decrypt v{version}", "t")
    assert (vector.keys, vector.expectation) == (AES, Accept(PLAINTEXT))
    assert not vector.unsigned_only
    assert vector.encryption_context == {}


@pytest.mark.req("TVM-DEC-002", "TVM-DEC-003")
def test_case_with_an_error_is_negative(made: MadeSet) -> None:
    made.fill(decrypt_manifest(2, case(2, result={"error": {"error-description": "any text"}})))
    assert loaded(made).vectors[0].expectation == Reject()


@pytest.mark.parametrize(
    "result",
    [
        {},
        {"output": {"plaintext": "file://p.bin"}, "error": {"error-description": ""}},
        {"error": {}},
        {"output": {}},
        None,
        "file://p.bin",
    ],
    ids=["neither", "both", "no-description", "no-plaintext", "null", "text"],
)
@pytest.mark.req("TVM-DEC-002", kind="negative")
def test_result_that_is_no_result_is_refused(made: MadeSet, result: object) -> None:
    manifest = decrypt_manifest(2, case(2))
    manifest["tests"]["t"]["result"] = result
    made.fill(manifest)
    error = refused(made)
    assert error.code is Code.MANIFEST_INVALID
    assert error.path is not None
    assert error.path.startswith("tests.t.result")


@pytest.mark.req("TVM-DEC-004")
@pytest.mark.parametrize("version", [2, 3, 4])
def test_decryption_method_is_heeded(made: MadeSet, version: int) -> None:
    made.fill(decrypt_manifest(version, case(version, **{"decryption-method": "streaming-unsigned-only"})))
    assert loaded(made).vectors[0].unsigned_only


@pytest.mark.req("TVM-DEC-004", kind="negative")
def test_decryption_method_that_is_not_known_is_refused(made: MadeSet) -> None:
    made.fill(decrypt_manifest(3, case(3, **{"decryption-method": "streaming"})))
    assert (refused(made).code, refused(made).path) == (Code.MANIFEST_UNSUPPORTED, "tests.t.decryption-method")


@pytest.mark.req("TVM-DEC-010", "TVM-DEC-011")
def test_required_context_of_version_4_leaves_the_keys_open(made: MadeSet) -> None:
    made.fill(decrypt_manifest(4, case(4, cmm="RequiredEncryptionContext", **{"encryption-context": {"k": "v"}})))
    (vector,) = loaded(made).vectors
    assert vector.keys == KeyDescription(required_context(None, AES.keyring), AES.keys)
    assert vector.encryption_context == {"k": "v"}


@pytest.mark.req("TVM-DEC-011")
def test_case_of_version_4_without_cmm_and_context_has_the_default_and_none(made: MadeSet) -> None:
    made.fill(decrypt_manifest(4, case(4, cmm=None, **{"encryption-context": None})))
    (vector,) = loaded(made).vectors
    assert (vector.keys, vector.encryption_context) == (AES, {})


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.req("TVM-DEC-010", "TVM-DEC-011", kind="negative")
def test_cmm_and_context_are_respected_in_every_version(made: MadeSet, version: int) -> None:
    made.fill(decrypt_manifest(version, case(version, cmm="RequiredEncryptionContext", **{"encryption-context": {"k": "v"}})))
    (vector,) = loaded(made).vectors
    assert (vector.keys, vector.encryption_context) == (KeyDescription(required_context(None, AES.keyring), AES.keys), {"k": "v"})
    made.fill(decrypt_manifest(version, case(version, cmm="Nonsense")))
    assert refused(made).path == "tests.t.cmm"


@pytest.mark.req("TVM-DEC-001", kind="negative")
def test_case_of_version_1_with_a_result_is_refused(made: MadeSet) -> None:
    made.fill(decrypt_manifest(1, case(1, result={"error": {"error-description": "no"}})))
    assert refused(made).path == "tests.t.result"


@pytest.mark.req("TVM-DEC-011", kind="negative")
def test_cmm_that_is_not_known_is_refused(made: MadeSet) -> None:
    made.fill(decrypt_manifest(4, case(4, cmm="Caching")))
    assert refused(made).path == "tests.t.cmm"


@pytest.mark.req("TVM-DEC-012", kind="negative")
def test_scenario_that_is_not_positive_is_unsupported(made: MadeSet) -> None:
    made.fill(decrypt_manifest(5, case(5, type="negative-esdk")))
    assert refused(made).code is Code.MANIFEST_UNSUPPORTED


@pytest.mark.req("TVM-DEC-018")
def test_scenario_frame_size_and_suite_are_not_looked_at(made: MadeSet) -> None:
    made.fill(decrypt_manifest(5, case(5, algorithmSuiteId="0014", **{"frame-size": 7})))
    assert loaded(made).vectors[0].expectation == Accept(PLAINTEXT)


@pytest.mark.req("TVM-COM-013")
def test_client_decides_nothing(made: MadeSet) -> None:
    manifest = decrypt_manifest(2, case(2))
    made.fill(manifest)
    expected = loaded(made)
    for client in ({"name": "ESDK-NET", "version": "4.0.0"}, {}, "anything"):
        made.write("manifest.json", {**manifest, "client": client})
        assert loaded(made) == expected


@each(
    ("manifest", "code"),
    [
        ({"type": "awses-decrypt", "version": 0}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "awses-decrypt", "version": 6}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "awses-decrypt", "version": True}, Code.MANIFEST_INVALID),
        ({"type": "awses-decrypt", "version": "5"}, Code.MANIFEST_INVALID),
        ({"type": "awses-decrypt"}, Code.MANIFEST_INVALID),
        ({"type": "awses-encrypt", "version": 3}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "awses-encrypt", "version": 6}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "awses-decrypt-generate", "version": 1}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "awses-mpl-encrypt", "version": 3}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "aws-mpl-encrypt", "version": 4}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "awses-mpl-decrypt", "version": 4}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "esdkit-vectors", "version": 1}, Code.MANIFEST_UNSUPPORTED),
        ({"type": "keys", "version": 3}, Code.MANIFEST_UNSUPPORTED),
        ({"version": 1}, Code.MANIFEST_INVALID),
        ("awses-decrypt", Code.MANIFEST_INVALID),
        (None, Code.MANIFEST_INVALID),
    ],
    ids=str,
)
@pytest.mark.req("TVM-COM-001", kind="negative")
def test_type_and_version_that_are_not_known_are_refused(made: MadeSet, manifest: object, code: Code) -> None:
    made.fill({**decrypt_manifest(2, case(2)), "manifest": manifest})
    assert refused(made).code is code


@pytest.mark.req("TVM-COM-001", kind="negative")
@pytest.mark.parametrize("content", ["[]", "{}", "1", '{"title": "a", "tests": []}', '{"title": "a", "tests": [1]}', "{", "no json"])
def test_file_that_is_no_manifest_is_passed_over_unless_named(made: MadeSet, content: str) -> None:
    made.write("notes.json", content)
    assert load(made, explicit=False, name="notes.json") is None
    assert refused(made, name="notes.json").code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-COM-001")
def test_keys_manifests_are_passed_over_in_a_folder(made: MadeSet) -> None:
    made.write("manifest.json", {"manifest": {"type": "keys", "version": 1}})
    assert load(made, explicit=False) is None


@pytest.mark.parametrize("damage", [lambda text: text[:-2], lambda text: "\ufeff" + text, lambda text: text.replace('"t"', '"t": 1, "t"')])
def test_damaged_manifest_does_not_vanish_in_a_folder(made: MadeSet, damage: Callable[[str], str]) -> None:
    path = made.fill()
    path.write_text(damage(path.read_text()), encoding="utf-8")
    assert refused(made, explicit=False).code in (Code.MANIFEST_INVALID, Code.DUPLICATE_ID)


UNREADABLE: dict[str, Callable[[str], bytes]] = {
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-32": lambda text: text.encode("utf-32"),
    "not-utf8": lambda text: text.encode() + b"\xff",
    "cut-early": lambda text: text.encode()[:30],
    "nan": lambda text: text.replace('"version": 2', '"version": NaN').encode(),
    "deep": lambda text: text.encode()[:-1] + b', "x": ' + b"[" * 100_000,
    "wide": lambda text: text.encode()[:-1] + b', "x": [' + b"1," * 500_000 + b"1]}",
    "no-tests": lambda text: json.dumps({**json.loads(text), "tests": {}}).encode(),
}


@pytest.mark.parametrize("damage", UNREADABLE)
@pytest.mark.req("TVM-COM-001", kind="negative")
def test_manifest_that_cannot_be_read_does_not_vanish_beside_a_good_one(made: MadeSet, damage: str) -> None:
    made.write("second.json", UNREADABLE[damage](made.fill().read_text()))
    code = Code.NO_VECTORS if damage == "no-tests" else Code.MANIFEST_INVALID
    assert refused(made, explicit=False, name="second.json").code is code
    report = run([made.root])
    assert [result.outcome for result in report.results] == ["passed"]
    assert [(fault.location, fault.error.code) for fault in report.faults] == [(str(made.root / "second.json"), code)]


def test_empty_file_with_the_name_of_a_manifest_does_not_vanish(made: MadeSet) -> None:
    made.fill()
    made.write("old-Manifest.json", "")
    assert refused(made, explicit=False, name="old-Manifest.json").code is Code.MANIFEST_INVALID


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value, except those that are documentation."""
    if path and path[-1] not in ("client", "description", "algorithmSuiteId", "frame-size", "t"):
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        if key not in ("client", "description", "algorithmSuiteId", "frame-size"):
            yield from places(child, (*path, key))


def parent(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        value = value[key]
    return value


CONTEXTS = {("tests", "t", "decryption-scenario", "reproduced-encryption-context"), ("tests", "t", "encryption-context")}
OPTIONAL = {*CONTEXTS, ("tests", "t", "cmm")}
MAY_BE_EMPTY = {*CONTEXTS, ("tests",)}
MEMBERS = [(version, path) for version in VERSIONS for path in places(decrypt_manifest(version, case(version)))]


@pytest.mark.slow
@each(("version", "path"), MEMBERS, ids=[f"v{version}-{'.'.join(map(str, path))}" for version, path in MEMBERS])
@pytest.mark.req("TVM-COM-002", "TVM-COM-004", "TVM-DEC-001", "TVM-DEC-002", "TVM-DEC-005", "TVM-DEC-012", kind="negative")
def test_manifest_with_a_member_missing_or_of_another_type_is_refused(made: MadeSet, version: int, path: tuple[Any, ...]) -> None:
    good = decrypt_manifest(version, case(version))
    values: list[Any] = [None, 7, True, [], [[]]]
    values += [] if path[-1] == "provider-id" else ["?"]  # any text will do there
    values += [] if path in MAY_BE_EMPTY else [{}, {"a": {}}]
    for wrong in values:
        manifest = copy.deepcopy(good)
        parent(manifest, path)[path[-1]] = wrong
        made.fill(manifest)
        error = refused(made)
        assert error.code in (Code.MANIFEST_INVALID, Code.MANIFEST_UNSUPPORTED), (wrong, error)
    if path not in OPTIONAL and not isinstance(path[-1], int):
        manifest = copy.deepcopy(good)
        del parent(manifest, path)[path[-1]]
        made.fill(manifest)
        assert refused(made).code is Code.MANIFEST_INVALID


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=150)
@given(st.data())
def test_manifest_given_damage_loads_or_is_refused(made: MadeSet, data: st.DataObject) -> None:
    version = data.draw(st.sampled_from(VERSIONS))
    manifest = copy.deepcopy(decrypt_manifest(version, case(version)))
    path = data.draw(st.sampled_from([path for of, path in MEMBERS if of == version]))
    leaves = st.none() | st.booleans() | st.integers() | st.text() | st.just("file://c.bin")
    parent(manifest, path)[path[-1]] = data.draw(leaves | st.lists(leaves, max_size=2) | st.dictionaries(st.text(), leaves, max_size=2))
    made.fill(manifest)
    try:
        load(made)
    except VectorError as error:
        assert json.dumps(str(error))


def with_keys(made: MadeSet, description: Json, **keys: Json) -> VectorSet:
    """A version 5 set with one description and more keys."""
    manifest = keys_manifest()
    manifest["keys"].update(keys)
    made.fill(decrypt_manifest(5, case(5, decryptKeyDescription=description)), keys=manifest)
    return loaded(made)


@pytest.mark.req("TVM-DEC-007")
def test_master_key_with_its_own_key_id_takes_it(made: MadeSet) -> None:
    made.fill(decrypt_manifest(1, case(1, **{"master-keys": [raw_aes(**{"key-id": "mine"})]})))
    assert loaded(made).vectors[0].keys == KeyDescription(aes_keyring(NAMESPACE, "mine", "aes"), AES.keys)


@pytest.mark.req("TVM-KEY-006")
def test_key_without_key_id_is_called_like_its_entry(made: MadeSet) -> None:
    keys = keys_manifest(2)
    keys["keys"]["entry"] = {key: value for key, value in keys["keys"]["aes"].items() if key != "key-id"}
    made.fill(decrypt_manifest(1, case(1, **{"master-keys": [raw_aes(key="entry")]})), keys=keys)
    assert loaded(made).vectors[0].keys == KeyDescription(aes_keyring(NAMESPACE, "entry"), {"entry": WRAPPING_KEY})


@pytest.mark.req("TVM-DEC-008", "TVM-DEC-009", "TVM-KEY-007")
def test_several_master_keys_are_a_multi_keyring_with_the_first_as_generator(made: MadeSet) -> None:
    masters = [{"type": "aws-kms", "key": "kms"}, raw_aes(), {"type": "aws-kms-mrk-aware-discovery", "default-mrk-region": "us-west-2"}]
    made.fill(decrypt_manifest(2, case(2, **{"master-keys": masters})))
    discovery: Json = {"kms_mrk_discovery": {"regions": ["us-west-2"]}}
    assert loaded(made).vectors[0].keys == KeyDescription(multi(KMS, AES.keyring, discovery), AES.keys)


@pytest.mark.req("TVM-DEC-013", "TVM-DEC-015", "TVM-DEC-016", "TVM-DEC-017")
def test_description_may_be_nested(made: MadeSet) -> None:
    keyrings = [raw_aes(), {"type": "aws-kms", "key": "kms"}, {"type": "aws-kms-hierarchy", "key": "branch"}]
    inner = {"type": "multi-keyring", "childKeyrings": keyrings}
    outer = {"type": "multi-keyring", "generator": inner, "childKeyrings": []}
    description = {"type": "required-encryption-context-cmm", "underlying": outer, "requiredEncryptionContextKeys": ["b", "a"]}
    version = "e9ce18a3-edb5-4272-9f86-1cacb7997ff6"
    branch: Json = {"hierarchical_static": {"branch_key_id": "b", "branch_key_version": version, "branch_key": {"file": "branch"}}}
    expected = required_context(["b", "a"], multi(multi(None, AES.keyring, KMS, branch)))
    assert with_keys(made, description).vectors[0].keys == KeyDescription(expected, {**AES.keys, "branch": bytes(32)})


EC_KEYS = {side: ec.generate_private_key(ec.SECP256R1()) for side in ("sender", "recipient")}
EC_ENTRY: Json = {
    "type": "ecc-private",
    "encrypt": True,
    "decrypt": True,
    "algorithm": "ecdh",
    "bits": 256,
    "encoding": "pem",
    "public-key-encoding": "base64-der",
    "key-id": "e",
    **{f"{side}-material": key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode() for side, key in EC_KEYS.items()},
    **{
        f"{side}-material-public-key": base64.b64encode(
            key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        ).decode()
        for side, key in EC_KEYS.items()
    },
}


def ecdh(schema: str, sender: str = "ec") -> Json:
    return {"type": "raw-ecdh", "schema": schema, "sender": sender, "recipient": "ec"}


@pytest.mark.req("TVM-DEC-013", "TVM-KEY-009")
def test_description_of_key_agreement_takes_the_keys_that_its_schema_needs(made: MadeSet) -> None:
    static = with_keys(made, ecdh("static"), ec=EC_ENTRY).vectors[0].keys
    public_key = base64.b64decode(EC_ENTRY["recipient-material-public-key"])
    options = {"curve": "P-256", "private_key": {"file": "ec#sender"}, "public_key": {"file": "ec#recipient-public"}}
    keys = {"ec#sender": EC_ENTRY["sender-material"].encode(), "ec#recipient-public": public_key}
    assert static == KeyDescription({"raw_ecdh_static": options}, keys)
    discovery = with_keys(made, ecdh("discovery", "discovery"), ec=EC_ENTRY).vectors[0].keys
    assert discovery is not None
    assert discovery.keyring == {"raw_ecdh_discovery": {"curve": "P-256", "private_key": {"file": "ec#recipient"}}}
    assert discovery.keys == {"ec#recipient": EC_ENTRY["recipient-material"].encode()}
    unusable = with_keys(made, ecdh("static"), ec={**EC_ENTRY, "decrypt": False}).vectors[0].keys
    assert unusable == NO_KEYRING


@pytest.mark.parametrize(
    ("description", "entry"),
    [
        (ecdh("other"), EC_ENTRY),
        (ecdh("static"), {**EC_ENTRY, "bits": 255}),
        (ecdh("static"), {**EC_ENTRY, "sender-material": "x"}),
        (ecdh("static"), {**EC_ENTRY, "bits": 384}),
        (ecdh("static", "aes"), EC_ENTRY),
        ({"type": "aws-kms-hierarchy", "key": "aes"}, EC_ENTRY),
    ],
    ids=["schema", "curve", "no-key", "other-curve", "aes-key", "hierarchy-with-aes"],
)
@pytest.mark.req("TVM-DEC-013", "TVM-KEY-009", kind="negative")
def test_description_of_key_agreement_that_is_faulty_is_refused(made: MadeSet, description: Json, entry: Json) -> None:
    with pytest.raises(VectorError) as caught:
        with_keys(made, description, ec=entry)
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-DEC-006", "TVM-DEC-019", "TVM-KEY-004")
@pytest.mark.parametrize(
    ("algorithm", "digest", "padding"),
    [
        ("pkcs1", None, "pkcs1"),
        ("pkcs1", "sha1", "pkcs1"),
        ("pkcs1", "no hash at all", "pkcs1"),
        ("oaep-mgf1", "sha1", "oaep-sha1"),
        ("oaep-mgf1", "sha256", "oaep-sha256"),
        ("oaep-mgf1", "sha384", "oaep-sha384"),
        ("oaep-mgf1", "sha512", "oaep-sha512"),
    ],
)
def test_rsa_padding_is_its_algorithm_and_hash(made: MadeSet, algorithm: str, digest: str | None, padding: str) -> None:
    entry = json.loads((native_path() / "keys.json").read_text(encoding="utf-8"))["keys"]["rsa-2048-private"]
    description = {**RSA, "key": "k", "padding-algorithm": algorithm, **({"padding-hash": digest} if digest else {})}
    assert with_keys(made, description, k=entry).vectors[0].keys == KeyDescription(
        {"raw_rsa": {"namespace": "p", "name": entry["key-id"], "padding": padding, "private_key": {"file": "k"}}},
        {"k": entry["material"].encode()},
    )


@pytest.mark.req("TVM-KEY-008")
def test_rsa_public_key_is_not_available(made: MadeSet) -> None:
    entry = json.loads((native_path() / "keys.json").read_text(encoding="utf-8"))["keys"]["rsa-2048-public"]
    assert with_keys(made, {**RSA, "key": "k"}, k=entry).vectors[0].keys == NO_KEYRING


@pytest.mark.req("TVM-DEC-014", "TVM-KEY-009")
def test_static_material_gives_its_data_key(made: MadeSet) -> None:
    description = {"type": "static-material-keyring", "key": "s"}
    entry = {"type": "static-material", "plaintextDataKey": "AQEBAQEBAQEBAQEBAQEBAQ=="}
    keys = with_keys(made, description, s=entry).vectors[0].keys
    assert keys == KeyDescription({"static_data_key": {"data_key": {"file": "s"}}}, {"s": b"\1" * 16})
    assert keys.data_key == b"\1" * 16
    assert with_keys(made, description, s={"type": "static-material"}).vectors[0].keys == NO_KEYRING


def in_keyring_file(keyring: object) -> Json:
    return {"type": "keyring-file", "keyring": keyring}


def test_description_may_be_one_of_a_keyring_file(made: MadeSet) -> None:
    discovery: Json = {"raw_ecdh_discovery": {"curve": "P-256", "private_key": {"file": "ec#recipient"}}}
    keyring = multi(aes_keyring("n", "name", "aes"), discovery, KMS)
    outer = {"type": "multi-keyring", "childKeyrings": [in_keyring_file(keyring), raw_aes()]}
    keys = with_keys(made, outer, ec=EC_ENTRY).vectors[0].keys
    assert keys == KeyDescription(
        multi(None, keyring, AES.keyring), {"aes": WRAPPING_KEY, "ec#recipient": EC_ENTRY["recipient-material"].encode()}
    )


@each(
    "keyring",
    [
        None,
        {},
        {"no_kind": {}},
        aes_keyring("n", "name", "none"),
        aes_keyring("n", "name", "ec"),
        aes_keyring("n", "name", "kms"),
        aes_keyring("n", "name", "branch-for-writing"),
        aes_keyring("n", "name", "ec#no-role"),
        aes_keyring("aws-kms", "name", "aes"),
        {"raw_aes": {"namespace": "n", "name": "name", "wrapping_key": {"env": "KEY"}}},
        {"raw_aes": {"namespace": "n", "name": "name", "wrapping_key": "AA=="}},
        {"caching": {"underlying": aes_keyring("n", "name", "aes"), "max_age": 1}},
        required_context(["a"], aes_keyring("n", "name", "aes")),
    ],
    ids=str,
)
def test_description_of_a_keyring_file_that_is_wrong_is_refused(made: MadeSet, keyring: object) -> None:
    with pytest.raises(VectorError) as caught:
        with_keys(made, in_keyring_file(keyring), ec=EC_ENTRY)
    assert caught.value.code is Code.MANIFEST_INVALID
    assert caught.value.path == "tests.t.decryption-scenario.decryptKeyDescription.keyring"


@pytest.mark.req("TVM-KEY-009")
def test_entry_that_no_description_names_spoils_nothing(made: MadeSet) -> None:
    assert with_keys(made, raw_aes(), odd={"type": "quantum"}, worse={}).vectors[0].keys == AES


@pytest.mark.req("TVM-KEY-008")
def test_key_that_must_not_decrypt_is_not_available(made: MadeSet) -> None:
    entry = {**keys_manifest()["keys"]["aes"], "decrypt": False}
    assert with_keys(made, raw_aes(key="e"), e=entry).vectors[0].keys == NO_KEYRING


def deep(levels: int) -> Json:
    description = raw_aes()
    for _ in range(levels):
        description = {"type": "multi-keyring", "childKeyrings": [description]}
    return description


AES_ENTRY = keys_manifest()["keys"]["aes"]
CMM = {"type": "required-encryption-context-cmm", "underlying": raw_aes(), "requiredEncryptionContextKeys": []}
RSA = {"type": "raw", "key": "aes", "provider-id": "p", "encryption-algorithm": "rsa", "padding-algorithm": "pkcs1"}
PEM = {
    "encrypt": True,
    "decrypt": True,
    "algorithm": "rsa",
    "type": "private",
    "bits": 1,
    "encoding": "pem",
    "material": "no pem",
    "key-id": "r",
}
WRONG_DESCRIPTIONS: dict[str, tuple[Json, Json]] = {
    "unknown-type": ({"type": "quantum"}, {}),
    "unknown-key": (raw_aes(key="none"), {}),
    "unknown-key-type": (raw_aes(key="k"), {"k": {"type": "quantum"}}),
    "unknown-algorithm": (raw_aes(**{"encryption-algorithm": "des"}), {}),
    "reserved-namespace": (raw_aes(**{"provider-id": "aws-kms"}), {}),
    "aes-with-rsa-key": (raw_aes(key="k"), {"k": PEM}),
    "rsa-with-aes-key": (RSA, {}),
    "rsa-with-broken-pem": ({**RSA, "key": "k"}, {"k": PEM}),
    "rsa-unknown-padding": ({**RSA, "padding-algorithm": "oaep"}, {}),
    "rsa-oaep-without-hash": ({**RSA, "padding-algorithm": "oaep-mgf1"}, {}),
    "rsa-oaep-unknown-hash": ({**RSA, "padding-algorithm": "oaep-mgf1", "padding-hash": "md5"}, {}),
    "raw-with-static-material": (raw_aes(key="k"), {"k": {"type": "static-material", "plaintextDataKey": "AQEBAQEBAQEBAQEBAQEBAQ=="}}),
    "static-with-aes-key": ({"type": "static-material-keyring", "key": "aes"}, {}),
    "static-of-odd-length": (
        {"type": "static-material-keyring", "key": "k"},
        {"k": {"type": "static-material", "plaintextDataKey": "AQ=="}},
    ),
    "kms-with-aes-key": ({"type": "aws-kms", "key": "aes"}, {}),
    "empty-multi": ({"type": "multi-keyring", "childKeyrings": []}, {}),
    "cmm-in-keyring": ({"type": "multi-keyring", "childKeyrings": [CMM]}, {}),
    "nested-too-deep": (deep(17), {}),
    "nested-beyond-the-stack": (deep(200), {}),
    "material-not-base64": (raw_aes(key="k"), {"k": {**AES_ENTRY, "material": "@"}}),
    "material-as-list": (raw_aes(key="k"), {"k": {**AES_ENTRY, "material": ["AA=="]}}),
    "material-of-other-length": (raw_aes(key="k"), {"k": {**AES_ENTRY, "bits": 128}}),
    "material-of-no-aes-length": (raw_aes(key="k"), {"k": {**AES_ENTRY, "bits": 8, "material": "AA=="}}),
    "encoding-pem-for-aes": (raw_aes(key="k"), {"k": {**AES_ENTRY, "encoding": "pem"}}),
    "no-key-id-in-version-3": (raw_aes(key="k"), {"k": {key: value for key, value in AES_ENTRY.items() if key != "key-id"}}),
    "kms-without-key-id": ({"type": "aws-kms", "key": "k"}, {"k": {"type": "aws-kms"}}),
}


@each(("description", "keys"), WRONG_DESCRIPTIONS.values(), ids=WRONG_DESCRIPTIONS)
@pytest.mark.req("TVM-DEC-006", "TVM-DEC-013", "TVM-DEC-014", "TVM-DEC-015", "TVM-KEY-003", "TVM-KEY-004", kind="negative")
@pytest.mark.req("TVM-KEY-005", "TVM-KEY-006", "TVM-KEY-007", kind="negative")
def test_description_or_key_that_is_wrong_is_refused(made: MadeSet, description: Json, keys: Json) -> None:
    with pytest.raises(VectorError) as caught:
        with_keys(made, description, **keys)
    assert caught.value.code in (Code.MANIFEST_INVALID, Code.MANIFEST_UNSUPPORTED)


@pytest.mark.req("TVM-DEC-015", "TVM-DEC-016")
def test_description_as_deep_as_the_limit_is_read(made: MadeSet) -> None:
    keys = with_keys(made, deep(16)).vectors[0].keys
    assert keys is not None and [*keys.keyring] == ["multi"]


@pytest.mark.parametrize("master", [{"type": "multi-keyring", "childKeyrings": []}, {"type": "raw-ecdh"}, {"type": "raw"}, {}, "aws-kms"])
@pytest.mark.req("TVM-DEC-005", "TVM-DEC-013", kind="negative")
def test_master_key_that_version_1_to_4_do_not_know_is_refused(made: MadeSet, master: object) -> None:
    made.fill(decrypt_manifest(2, case(2, **{"master-keys": [master]})))
    assert refused(made).code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-KEY-002")
@pytest.mark.parametrize(("separator", "pem"), [(None, b"ab"), ("", b"ab"), ("\n", b"a\nb")], ids=["none", "empty", "line-feed"])
def test_material_of_version_1_is_joined_with_its_separator(separator: str | None, pem: bytes) -> None:
    entry: Json = {"encrypt": True, "decrypt": True, "algorithm": "rsa", "type": "private", "bits": 4096, "encoding": "pem"}
    entry |= {"material": ["a", "b"], **({} if separator is None else {"line-separator": separator})}
    keys = parse_keys(JsonNode({"manifest": {"type": "keys", "version": 1}, "keys": {"k": entry}}, ""))
    found = keys.key(JsonNode("k", ""))
    assert isinstance(found, KeyEntry) and found.material == {"k": pem}


@pytest.mark.req("TVM-KEY-002", kind="negative")
@pytest.mark.parametrize("material", ["AA==", [1], []], ids=str)
def test_material_of_version_1_that_is_no_list_of_lines_is_refused(made: MadeSet, material: object) -> None:
    keys = keys_manifest(1)
    keys["keys"]["aes"]["material"] = material
    made.fill(keys=keys)
    assert refused(made).code is Code.MANIFEST_INVALID


@pytest.mark.parametrize("keys", [{"manifest": {"type": "awses-decrypt", "version": 1}}, {"manifest": {"type": "keys", "version": 5}}, {}])
@pytest.mark.req("TVM-KEY-001", kind="negative")
def test_keys_manifest_that_is_none_is_refused(made: MadeSet, keys: Json) -> None:
    made.fill()
    made.write("keys.json", keys)
    assert refused(made).code in (Code.MANIFEST_INVALID, Code.MANIFEST_UNSUPPORTED)


@pytest.mark.parametrize("uri", ["file://../c.bin", "file:///etc/passwd", "file://%2e%2e/c.bin"])
@pytest.mark.req("TVM-COM-006", kind="negative")
def test_uri_that_leaves_the_folder_is_refused_with_its_place(made: MadeSet, uri: str) -> None:
    made.fill(decrypt_manifest(2, case(2, ciphertext=uri)))
    assert (refused(made).code, refused(made).path) == (Code.URI_OUTSIDE_FOLDER, "tests.t.ciphertext")
