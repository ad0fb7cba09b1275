"""What an extra brings is asked for by name when it is missing."""

from __future__ import annotations

import importlib
import sys

import pytest

from esdkit.errors import Code, UsageError
from esdkit.keyrings import ClientSupplier, DynamoDbKeyStore, KmsConfiguration

KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"


def test_without_boto3_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3.session", None)
    store = DynamoDbKeyStore("keys", logical_name="keys", kms=KmsConfiguration.key(KEY))
    for call in (lambda: ClientSupplier()("eu-west-1"), lambda: store.active_branch_key("a")):
        with pytest.raises(UsageError) as caught:
            call()
        assert caught.value.code is Code.INVALID_ARGUMENT
        assert 'pip install "esdkit[kms]"' in str(caught.value)


def test_without_hypothesis_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "esdkit.fuzz.strategies", raising=False)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "esdkit\[fuzz\]"') as caught:
        importlib.import_module("esdkit.fuzz.strategies")
    assert caught.value.name == "hypothesis"


def test_what_hypothesis_itself_misses_is_not_blamed_on_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "hypothesis"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sortedcontainers", None)
    monkeypatch.delitem(sys.modules, "esdkit.fuzz.strategies", raising=False)
    with pytest.raises(ModuleNotFoundError) as caught:
        importlib.import_module("esdkit.fuzz.strategies")
    assert caught.value.name == "sortedcontainers"
