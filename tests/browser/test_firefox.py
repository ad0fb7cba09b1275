"""The offline page and the page of ``dump --html`` in Firefox."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import esdkit
from esdkit.inspector import inspect
from esdkit.keyrings import RawAesKeyring
from tests.browser.firefox import Firefox
from tests.browser.offline import KEY, SIGNED
from tests.browser.watching import MULTI

SHOWN = "show().then(() => byId('panel').innerText)"
FLIPPED = "(state.given.data[state.given.data.length - 200] ^= 1, take({...state.given}), show()).then(() => byId('panel').innerText)"
DECRYPT = "decrypt(verbs.path, {kind: 'aes', bytes: fromBase64('%s')}).then(found => toBase64(found.plaintext))"


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    program = os.environ.get("ESDKIT_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("Firefox is not installed (Debian: firefox-esr); or set ESDKIT_FIREFOX")
    folder = tmp_path / "profile"
    folder.mkdir()
    browser = Firefox(program, folder)
    yield browser
    browser.close()


def test_offline_page_inspects_checks_and_decrypts(firefox: Firefox, offline_page: Path) -> None:
    firefox.open(offline_page)
    assert firefox.evaluate("intake.bytes(facts.sample.name, fromBase64(facts.sample.data))") is None
    assert "verified under the public key in the header" in firefox.evaluate(SHOWN)
    opened = firefox.evaluate(DECRYPT % base64.b64encode(KEY).decode())
    assert base64.b64decode(opened) == esdkit.decrypt(source=SIGNED, keyring=RawAesKeyring("esdkit-vectors", "aes-256", KEY))[0]
    assert firefox.evaluate("(choose('bytes'), show()).then(() => document.querySelector('iframe').clientHeight)") > 400
    assert "INVALID under the public key" in firefox.evaluate(f"(choose('summary'), {FLIPPED})")
    assert firefox.complaints(offline_page) == []


def test_page_of_dump_lists_every_field(firefox: Firefox, tmp_path: Path) -> None:
    tree = inspect(MULTI)
    path = tmp_path / "dump.html"
    path.write_text(tree.to_html("message.bin"), encoding="utf-8")
    firefox.open(path)
    paths = firefox.evaluate("[...listed()].map(node => node.path)")
    assert {"header.message_id", "body.final_frame.tag", "footer.signature"} <= set(paths)
    assert firefox.evaluate("document.querySelectorAll('.hexes span').length") > 100
    assert firefox.complaints(path) == []
