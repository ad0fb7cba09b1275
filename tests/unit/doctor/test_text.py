"""A diagnosis as text: bounded, safe, styled; and as JSON data, which keeps its schema for every kind of finding."""

import base64
import json
import re

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from esdkit.columns import plain
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.json import doctor_report
from esdkit.doctor.text import diagnosis_to_text, sdk_error_to_text
from esdkit.keyrings import Keyring
from esdkit.spec import spec_path
from tests.columns import too_wide
from tests.unit.doctor.cases import BLOB, MULTI, aes, diagnosed, encrypted, rsa
from tests.unit.doctor.test_defects import Cutting


def _schema(name: str) -> dict[str, object]:
    schema: dict[str, object] = json.loads((spec_path() / "schemas" / name).read_text(encoding="utf-8"))
    return schema


REGISTRY = Registry().with_resources((name, Resource.from_contents(_schema(name))) for name in ("inspection.json", "verification.json"))
SCHEMA = Draft202012Validator(_schema("diagnosis.json"), registry=REGISTRY)
CUT = aes(namespace="schlüssel")
FOUND: dict[str, tuple[bytes, tuple[Keyring, ...]]] = {
    "fine": (MULTI, (aes(),)),
    "no-key": (MULTI, ()),
    "wrong-key": (MULTI, (aes(material="aes-256-other"), rsa("pkcs1"))),
    "cut": (MULTI[:300], ()),
    "packed": (base64.b64encode(MULTI), ()),
    "blob": (BLOB, ()),
    "defect": (encrypted(Cutting(CUT)), (CUT,)),
    "unreadable-defect": (encrypted(aes(namespace="k2345")).replace(b"k2345", "ключ7".encode()[:5]), ()),
    "empty": (b"", ()),
}


def found(case: str) -> Diagnosis:
    data, keyrings = FOUND[case]
    return diagnosed(data, *keyrings)


@pytest.mark.req("CLI-DOC-018")
@pytest.mark.parametrize("case", FOUND)
def test_report_of_every_finding_keeps_the_schema(case: str) -> None:
    report = doctor_report(found(case), "name", "Unsupported version 65")
    SCHEMA.validate(report)
    assert [defect["readable"] for defect in report["defects"]] == {"defect": [True], "unreadable-defect": [False]}.get(case, [])


@pytest.mark.req("CLI-DOC-017", "CLI-DOC-019")
@pytest.mark.parametrize("case", FOUND)
def test_text_of_every_finding_is_narrow_and_says_what_to_do(case: str) -> None:
    lines = [*diagnosis_to_text(found(case), "name"), *sdk_error_to_text("Unsupported version 65", found(case))]
    assert not [line for line in lines if too_wide(line) or not line.isprintable()]
    assert any(line.startswith("what to do ") for line in lines) or case == "fine"
    assert any(line.startswith("  here ") for line in lines)


def test_text_is_styled_piece_by_piece() -> None:
    lines = "\n".join(diagnosis_to_text(found("wrong-key"), "x", lambda text, role: f"<{role}>{text}</{role}>"))
    assert re.sub("</?[a-z]+>", "", lines) == "\n".join(diagnosis_to_text(found("wrong-key"), "x", plain))
    assert "<bad>x: You gave" in lines or "<bad>x: None of your 2 keys" in lines


def test_error_that_is_not_known_is_said_to_be() -> None:
    assert [*sdk_error_to_text("all is well")] == ["the error       esdkit does not know this error."]
