"""The how-to for a CMM of one's own: its code runs, and its CMM behaves as the text says."""

import re
from pathlib import Path
from typing import Any

import pytest

import esdkit
from esdkit.cmm import CryptographicMaterialsManager
from esdkit.errors import AuthenticationError, Code, DataKeyUnwrapError, MaterialsError

HOWTO = Path(__file__).parents[3] / "docs" / "howto" / "own-cmm.md"


@pytest.fixture(scope="module")
def howto() -> dict[str, Any]:
    (code,) = re.findall(r"^```python\n(.*?)^```$", HOWTO.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    names: dict[str, Any] = {}
    exec(compile(code, str(HOWTO), "exec"), names)
    return names


@pytest.mark.req("CMM-IFC-001", "CMM-IFC-014")
def test_howto_code_runs_and_its_object_is_a_cmm(howto: dict[str, Any]) -> None:
    assert howto["plaintext"] == b"an order"
    assert isinstance(howto["cmm"], CryptographicMaterialsManager)


@pytest.mark.parametrize(
    ("context", "code"),
    [({}, Code.REQUIRED_CONTEXT_MISSING), ({"tenant": "9"}, Code.MATERIALS_INVALID)],
    ids=["no-tenant", "unknown-tenant"],
)
def test_howto_cmm_needs_a_known_tenant_in_both_directions(howto: dict[str, Any], context: dict[str, str], code: Code) -> None:
    for operation, source in ((esdkit.encrypt, b""), (esdkit.decrypt, howto["message"])):
        with pytest.raises(MaterialsError) as error:
            operation(source=source, cmm=howto["cmm"], encryption_context=context)
        assert error.value.code is code


@pytest.mark.req("CMM-IFC-004", kind="negative")
def test_howto_cmm_does_not_read_the_message_of_another_tenant(howto: dict[str, Any]) -> None:
    with pytest.raises(AuthenticationError) as error:
        esdkit.decrypt(source=howto["message"], cmm=howto["cmm"], encryption_context={"tenant": "8"})
    assert error.value.code is Code.ENCRYPTION_CONTEXT_MISMATCH


def test_howto_cmm_uses_a_key_for_each_tenant(howto: dict[str, Any]) -> None:
    other = howto["TenantCmm"]({"7": howto["cmm"]._cmms["8"].keyring})
    with pytest.raises(DataKeyUnwrapError):
        esdkit.decrypt(source=howto["message"], cmm=other, encryption_context={"tenant": "7"})
