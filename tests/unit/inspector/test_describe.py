"""What the parts of a message mean, in words."""

import pytest

from esdkit.inspector import inspect
from esdkit.inspector.views.describe import who_reads
from tests.unit.inspector.gallery import KEYS, of_keys


@pytest.mark.req("CLI-INS-002")
def test_who_reads_follows_version_and_the_keys_that_not_every_sdk_has() -> None:
    assert who_reads(inspect(of_keys(KEYS["kms"], suite=0x0178)))["C"] == "1.0"
    assert who_reads(inspect(of_keys(KEYS["kms"])))["C"] == "1.7"
    only_ecdh = who_reads(inspect(of_keys(KEYS["raw-ecdh"])))
    assert "C" not in only_ecdh
    assert (only_ecdh["Python"], only_ecdh["Java"]) == ("4.0", "3.0")
    of_branch_key = who_reads(inspect(of_keys(KEYS["hierarchy"])))
    assert (of_branch_key["JavaScript"], "JavaScript" in only_ecdh, "C" in of_branch_key) == ("4.1", False, False)
    both = who_reads(inspect(of_keys(KEYS["raw-ecdh"], KEYS["raw-aes"])))
    assert both["Python"] == "1.7"
    assert who_reads(inspect(b"none")) == {}
