"""Messages as people bring them, each with the right answers of inspect, lint and doctor about writers, readers and data keys."""

from pathlib import Path

import pytest

from esdkit.doctor.claims import needs
from esdkit.inspector import inspect
from esdkit.inspector.facts.origin import hints, kms_origin, post_quantum
from esdkit.inspector.facts.readers import readers_of
from esdkit.inspector.lint.findings import built_in_profile, lint
from esdkit.message.providers import MlKemKey

CASES = Path(__file__).parents[2] / "cases" / "inputs"


def case(name: str) -> bytes:
    return (CASES / f"{name}.bin").read_bytes()


@pytest.mark.req("CLI-INS-003")
def test_signature_of_the_javascript_sdk_is_called_its_own_and_lint_is_silent() -> None:
    tree = inspect(case("js-node-signature"))
    (hint,) = hints(tree)
    assert (hint.id, hint.says) == ("signature-natural", "The JavaScript SDK.")
    assert lint(tree) == lint(tree, built_in_profile("portable")) == ()
    assert "signature-length-unusual" not in {finding.rule for finding in lint(tree, built_in_profile("strict"))}


@pytest.mark.req("CLI-INS-001", "CLI-DOC-009")
@pytest.mark.parametrize("name", ["edk-0101010078", "edk-0101020078", "edk-cn-010103ff"])
def test_data_key_that_begins_as_real_ones_of_aws_kms_raises_no_doubt(name: str) -> None:
    tree = inspect(case(name))
    origin = kms_origin(tree.encrypted_data_keys[0])
    assert origin is not None and (origin.origin, origin.emulator, origin.confidence) == ("AWS KMS", False, "likely")
    assert [need.remark for need in needs(tree)] == [None, None]
    assert post_quantum(tree.encrypted_data_keys[0])[0] == "yes"
    assert "do not look like" not in tree.to_text()


@pytest.mark.req("CLI-INS-009", "CLI-INS-010", "CLI-DOC-009")
def test_ml_kem_data_key_is_named_with_its_arn_and_what_opens_it() -> None:
    tree = inspect(case("aws-kms-ml-kem-768"))
    (key,) = tree.encrypted_data_keys
    wrapping = key.wrapping_key
    assert isinstance(wrapping, MlKemKey) and wrapping.arn is not None
    assert (wrapping.parameter_set, wrapping.malformed, wrapping.arn.region) == ("ML-KEM-768", (), "eu-west-1")
    assert post_quantum(key)[0] == "yes"
    assert {reader.reads for reader in readers_of(tree)} == {"no"}
    (need,) = needs(tree)
    assert need.key.startswith(f"kms:Decapsulate on the ML-KEM key {wrapping.arn}") and "RSA" not in need.key and need.remark is None
    assert [finding.rule for finding in lint(tree)] == ["unsigned-suite"]
