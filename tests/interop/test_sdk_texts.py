"""The official SDKs still say what spec/sdk_answers.yaml holds: some native vectors and misuses, asked again."""

from __future__ import annotations

import pytest

from esdkit.spec import answering_sdks, sdk_answers
from tests.samples import native_cases, native_ciphertext, native_keys
from tools.drivers.peer import Peer
from tools.sdk_texts.measure import measured
from tools.sdk_texts.misuses import misuses, negatives

pytestmark = pytest.mark.interop

_EACH = 12


@pytest.mark.req("CLI-SDK-001")
def test_sdks_say_what_the_table_holds(python: Peer, javascript: Peer) -> None:
    versions = [peer.decrypt(b"").version for peer in (python, javascript)]
    assert versions == [next(iter(answering_sdks()[name].versions.values())) for name in ("python", "javascript")], "measure again"
    rows = {case: row for row in sdk_answers() for case in row.cases}
    cases = [*negatives(native_cases(), native_ciphertext), *misuses(native_cases(), native_ciphertext)]
    asked = [case for case in cases if case.kms is None][::_EACH]
    assert len(asked) > 40
    assert {case.id: said for case, _, said in measured(asked, native_keys())} == {case.id: rows[case.id].said for case in asked}
