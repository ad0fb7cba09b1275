"""What the offline page lets a browser compute: the values with which the library decrypts."""

from __future__ import annotations

from typing import Any

import pytest

import esdkit
from esdkit.inspector import inspect
from esdkit.keyrings import RawAesKeyring
from tests.each import each
from tests.page_messages import many_frames
from tests.samples import native_accepted, native_cases, native_ciphertext, native_keyring
from tools.page import plan
from tools.page.parts import _as_script

CLIENT = esdkit.Client(commitment_policy=esdkit.CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
CASES = [
    name
    for name in native_accepted()
    if isinstance(native_keyring(name), RawAesKeyring) and not native_cases()[name].get("encryption-context")
]


def planned(data: bytes) -> dict[str, Any]:
    """The plan as hexadecimal digits, with all its pieces."""
    found = plan.plan(data, inspect(data))
    return {**found, "pieces": plan.pieces(found["pieces"] + 1)}


@each("name", CASES[::7])
def test_plan_has_the_values_of_a_decryption(name: str) -> None:
    data, keyring = native_ciphertext(name), native_keyring(name)
    values, found = CLIENT.trace(source=data, keyring=keyring), planned(data)
    assert found["header"]["aad"].hex() == values["header"]["aad"]
    assert found["header"]["iv"].hex() == values["header"]["iv"]
    assert found["header"]["sealed"].hex() == values["header"]["tag"]
    assert {wrapped["aad"].hex() for wrapped in found["wrapped"]} == {values["key_wrapping"]["aad"]}
    pieces = [(piece["iv"].hex(), piece["aad"].hex(), piece["sealed"][-16:].hex()) for piece in found["pieces"]]
    assert pieces == [(piece["iv"], piece["aad"], piece["tag"]) for piece in values["body"]]
    derivation = values["key_derivation"]
    assert (found["derivation"] is None) == (derivation is None)
    if derivation is not None:
        shown = {key: value.hex() if isinstance(value, bytes) else value for key, value in found["derivation"].items()}
        assert {**shown, "commit_key": found["commit_key"].hex() or None} == derivation


def test_message_that_is_refused_without_a_key_has_no_plan() -> None:
    data = native_ciphertext(CASES[0])
    assert set(plan.plan(data[:-1], inspect(data[:-1]))) == {"refused"}


def test_message_of_too_many_frames_has_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MAX_PIECES", 9)
    data = many_frames(9)
    assert "it has 10 frames" in plan.plan(data, inspect(data))["refused"]
    assert plan.plan(many_frames(8), inspect(many_frames(8)))["pieces"] == 9


def test_pyodide_that_is_built_another_way_is_refused() -> None:
    with pytest.raises(AssertionError, match="export default"):
        _as_script(b"export { _createPyodideModule as default };")
