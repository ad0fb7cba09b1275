"""The offline page in Chromium, opened from a file: it says what the command line says, and nothing leaves it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal, Protocol, Unpack

import pytest
from playwright.sync_api import BrowserContext, expect

import esdkit
from esdkit.cli.main import main
from esdkit.keyrings import RawAesKeyring
from tests.browser.offline import KEY, PATIENCE, SIGNED, VIEWS, Offline
from tests.browser.test_looks import CONTRAST
from tests.browser.watching import How
from tests.page_messages import HOSTILE_NAME, MARKUP, hostile, many_frames
from tests.samples import native_accepted, native_cases, native_ciphertext, native_keyring
from tools.page.build import build

MOST_BYTES = 12 * 10**6

expect.set_options(timeout=PATIENCE)


class Open(Protocol):
    def __call__(self, fragment: str = "", **how: Unpack[How]) -> Offline: ...


@pytest.fixture(scope="session")
def offline(chromium: BrowserContext, offline_page: Path) -> Iterator[BrowserContext]:
    """A browser without a network."""
    chromium.set_offline(True)
    yield chromium
    chromium.set_offline(False)


@pytest.fixture
def opened(offline: BrowserContext, offline_page: Path) -> Iterator[Open]:
    """Opens the page. At the end none may have asked for anything, complained, or opened a dialog."""
    pages: list[Offline] = []

    def open_page(fragment: str = "", **how: Unpack[How]) -> Offline:
        pages.append(Offline(offline, offline_page.as_uri() + fragment, how))
        return pages[-1]

    yield open_page
    for each in pages:
        each.page.close()
    assert [complaint for each in pages for complaint in each.complaints] == []


@pytest.fixture(scope="session")
def long_open(offline: BrowserContext, offline_page: Path) -> Iterator[Offline]:
    """One page for all tests that need no page of their own, because Python takes seconds to start."""
    page = Offline(offline, offline_page.as_uri())
    yield page
    page.page.close()


@pytest.fixture
def shown(long_open: Offline) -> Iterator[Offline]:
    """The page that is open already, as if it had just been opened."""
    yield long_open
    long_open.reset()
    complaints, long_open.complaints = long_open.complaints, []
    assert complaints == []


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command line prints."""
    main(arguments)
    return capsys.readouterr().out


# -------------------------------------------------------------- the same facts
@pytest.mark.slow
def test_json_of_every_native_message_is_that_of_the_command_line(
    shown: Offline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    messages = [(f"{name}.bin", native_ciphertext(name)) for name in native_cases()]
    for file, data in messages:
        Path(file).write_bytes(data)
    for (file, _), text in zip(messages, shown.asked(messages, "inspect", "--json"), strict=True):
        assert text == printed(capsys, "inspect", "--json", "--", file), file


@pytest.mark.parametrize("words", [["lint", "--json"], ["doctor", "--json"], ["inspect"], ["dump"]], ids=" ".join)
def test_other_verbs_print_what_the_command_line_prints(
    shown: Offline, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {"pasted": base64.b64encode(SIGNED), "cut.bin": SIGNED[:300], "other.txt": b"no message", "signed.bin": SIGNED}
    for file, data in texts.items():
        Path(file).write_bytes(data)
    for file, text in zip(texts, shown.asked(texts.items(), *words), strict=True):
        assert text == printed(capsys, *words, "--", file)


def test_flipped_bit_turns_the_state_of_the_signature(shown: Offline) -> None:
    shown.give(SIGNED)
    shown.panel()
    assert shown.row("Signature") == "verified under the public key in the header"
    changed = bytearray(SIGNED)
    changed[-200] ^= 1
    shown.give(bytes(changed))
    shown.panel()
    expect(shown.page.locator("#panel dt:text-is('Signature') + dd")).to_have_text("INVALID under the public key in the header")
    assert json.loads(shown.view("json").locator("pre").last.inner_text())["signature"]["state"] == "invalid"


# ------------------------------------------------------------------- the page
def test_page_is_one_file_of_a_bounded_size_and_the_same_again(offline_page: Path) -> None:
    text = offline_page.read_text(encoding="utf-8")
    assert len(text.encode("utf-8")) <= MOST_BYTES
    assert text == build()
    assert "src=" not in text.replace('"img-src', "").split("<script", 1)[0]


def test_pasted_text_is_searched_for_its_messages(shown: Offline) -> None:
    one = base64.b64encode(SIGNED).decode()
    shown.paste(f'2026-11-30 ERROR {{"blob": "{one}"}}\n2026-11-30 ERROR {{"blob": "{one}"}}')
    expect(shown.page.locator("#number option")).to_have_count(2)
    shown.panel()
    assert "The message is complete and its signature is valid" in shown.row("Result")
    shown.page.select_option("#number", index=1)
    assert "pasted#2" in shown.view("json").inner_text()


def test_bytes_are_the_page_of_dump_in_a_frame_of_its_own(shown: Offline) -> None:
    shown.give(SIGNED)
    frame = shown.view("bytes").frame_locator("iframe")
    frame.locator(".hexes [data-at='1']").hover()
    assert "algorithm_suite_id" in frame.locator("#where").inner_text()
    assert shown.page.locator("iframe").get_attribute("sandbox") == "allow-scripts"


def test_json_is_saved_as_it_is_shown(shown: Offline, tmp_path: Path) -> None:
    shown.give(SIGNED)
    text = shown.view("json").locator("pre").last.inner_text()
    with shown.page.expect_download() as download:
        shown.page.click("text=Save")
    download.value.save_as(tmp_path / "saved.json")
    assert (tmp_path / "saved.json").read_text(encoding="utf-8").rstrip() == text.rstrip()
    assert download.value.suggested_filename == "message.bin.json"


def test_error_text_of_an_sdk_is_explained(shown: Offline) -> None:
    shown.give(SIGNED)
    shown.view("doctor")
    shown.page.fill("#error", "Error: unencryptedDataKey has not been set")
    shown.page.press("#error", "Enter")
    expect(shown.page.locator("#panel")).to_contain_text("unencryptedDataKey has not been set (JavaScript)")


def test_two_inputs_are_compared(shown: Offline) -> None:
    shown.give(SIGNED)
    assert "Give a second message" in shown.view("diff").inner_text()
    changed = SIGNED[:-1] + bytes([SIGNED[-1] ^ 1])
    shown.page.set_input_files("#file-other", {"name": "message.bin", "mimeType": "", "buffer": changed})
    expect(shown.page.locator("#panel pre")).to_contain_text("footer.signature")
    assert "second-message.bin" in shown.panel().inner_text()


def test_keys_move_between_views(shown: Offline) -> None:
    shown.give(SIGNED)
    shown.panel()
    shown.page.focus("#tab-summary")
    for key, chosen in (
        ("ArrowRight", "inspect"),
        ("End", "decrypt"),
        ("ArrowRight", "summary"),
        ("ArrowLeft", "decrypt"),
        ("Home", "summary"),
    ):
        shown.page.keyboard.press(key)
        expect(shown.page.locator(f"#tab-{chosen}")).to_be_focused()
        expect(shown.page.locator(f"#tab-{chosen}")).to_have_attribute("aria-selected", "true")
        shown.panel()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_has_contrast_and_fits_a_narrow_window(opened: Open, scheme: Literal["light", "dark"]) -> None:
    shown = opened(size=(390, 844), scheme=scheme)
    shown.give(SIGNED[:900])
    for name in VIEWS:
        shown.view(name)
        assert [each for each in shown.page.evaluate(CONTRAST) if each[0] < 4.5] == []
        assert shown.page.evaluate("document.documentElement.scrollWidth") == 390


def test_link_opens_the_message(shown: Offline, opened: Open) -> None:
    shown.give(SIGNED, "a & b#1.bin")
    shown.page.click("#share")
    link = shown.page.input_value("#address")
    again = opened(fragment="#" + link.partition("#")[2])
    again.panel()
    assert again.row("Signature") == "verified under the public key in the header"
    assert "a & b#1.bin" in again.view("inspect").inner_text()


POLICY = """async () => {
  const attempts = "const say = []; addEventListener('securitypolicyviolation', event => say.push(event.effectiveDirective));"
    + "const tries = [fetch('https://example.invalid/'), import('https://example.invalid/a.js')];"
    + "Promise.allSettled(tries).then(all => setTimeout(() => postMessage([all.map(each => each.status), say]), 100));";
  const address = URL.createObjectURL(new Blob([attempts], {type: 'text/javascript'}));
  const worker = new Worker(trusted.createScriptURL(address));
  return await new Promise(resolve => { worker.onmessage = event => resolve(event.data); });
}"""


def test_policy_forbids_requests_in_the_worker_and_markup_in_the_page(opened: Open) -> None:
    shown = opened()
    states, refused = shown.page.evaluate(POLICY)
    assert states == ["rejected", "rejected"]
    assert "connect-src" in refused
    refused = shown.page.evaluate(
        """async () => {
          const refused = [];
          document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
          try { document.body.innerHTML = '<img src=x>'; } catch (error) { refused.push(error.name); }
          await fetch('https://example.invalid/').catch(() => {});
          await breath();
          return refused;
        }"""
    )
    assert {"TypeError", "connect-src"} <= set(refused)
    shown.complaints.clear()  # the browser says on its console what it refused


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        pass


def test_page_on_a_web_server_asks_for_nothing_more(chromium: BrowserContext, offline_page: Path) -> None:
    handler = partial(_Quiet, directory=str(offline_page.parent))
    assert chromium.browser is not None
    context = chromium.browser.new_context()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        shown = Offline(context, f"http://127.0.0.1:{server.server_port}/{offline_page.name}")
        shown.give(SIGNED)
        shown.panel()
        assert shown.row("Signature") == "verified under the public key in the header"
        assert shown.complaints == []
        context.close()
        server.shutdown()


# ------------------------------------------------------------------ bad inputs
def test_hostile_message_is_text_in_every_view(shown: Offline) -> None:
    elements = shown.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(each => each.tagName))].sort()")
    for data in (hostile(), "\n".join(MARKUP).encode(), base64.b64encode(hostile()) + MARKUP[0].encode()):
        shown.give(data, HOSTILE_NAME.replace("\udcff", ""))
        for name in VIEWS:
            shown.view(name)
            now = shown.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(each => each.tagName))].sort()")
            assert set(now) - set(elements) <= {"DL", "DT", "DD", "PRE", "IFRAME", "A", "OPTION"}
    assert shown.page.evaluate("document.title") == "esdkit: look inside a message of the AWS Encryption SDK"


def test_message_of_10_mib_shows_that_work_goes_on_and_can_be_canceled(shown: Offline) -> None:
    shown.give(many_frames(320_000))
    expect(shown.page.locator("#working")).to_be_visible()
    shown.page.click("#cancel")
    expect(shown.page.locator("#panel")).to_have_text("Canceled. Choose a view to begin again.")
    shown.give(SIGNED)
    assert "0578" in shown.view("inspect").inner_text()


def test_loading_can_be_canceled(opened: Open) -> None:
    shown = opened()
    shown.give(SIGNED)
    shown.page.click("#cancel")
    expect(shown.page.locator("#panel")).to_have_text("Canceled. Choose a view to begin again.")
    assert "0578" in shown.view("inspect").inner_text()
    assert shown.page.inner_text("#notice") == ""


def test_last_of_several_inputs_is_shown(shown: Offline) -> None:
    shown.page.evaluate(
        """() => {
          const data = fromBase64(facts.sample.data);
          for (let length = 1000; length < 1020; length++) intake.bytes(`cut-${length}.bin`, data.subarray(0, length));
        }"""
    )
    expect(shown.page.locator("#panel")).to_contain_text("1,019 bytes")
    assert "cut-1019.bin" in shown.view("inspect").inner_text()


def test_message_of_10_mib_is_shown(shown: Offline) -> None:
    shown.give(many_frames(320_000))
    assert "320000" in shown.view("inspect").inner_text()
    expect(shown.view("bytes").frame_locator("iframe").locator("#tree")).to_be_visible()


def test_too_much_is_refused_with_a_sentence(shown: Offline) -> None:
    shown.page.evaluate("intake.bytes('large.bin', new Uint8Array(MOST_BYTES + 1))")
    assert "takes at most 33,554,432 bytes" in shown.page.inner_text("#refused")
    shown.page.evaluate("intake.bytes('long.bin', new Uint8Array(MOST_LINKED + 1))")
    shown.panel()
    shown.page.click("#share")
    assert "A link holds at most 24,576 bytes" in shown.page.inner_text("#refused")


def test_damaged_link_is_said(shown: Offline) -> None:
    for fragment in ("%%%", "*", "AAAAA"):
        shown.page.evaluate("refuse('')")
        shown.page.evaluate("text => { location.hash = `message=${text}`; }", fragment)
        expect(shown.page.locator("#refused")).to_contain_text("The link is damaged")


def test_text_that_holds_no_message_is_said(shown: Offline) -> None:
    shown.paste("there is no message in this")
    shown.panel()
    expect(shown.page.locator("#panel")).to_contain_text("not")
    assert shown.page.locator("#panel dd").first.inner_text()


def test_browser_without_webcrypto_says_so_and_checks_no_signature(opened: Open) -> None:
    shown = opened(before="Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})")
    assert "Signatures are not checked here" in shown.page.inner_text("#notice")
    shown.give(SIGNED)
    shown.panel()
    assert shown.row("Signature").startswith("not checked")
    shown.view("decrypt")
    assert shown.page.is_disabled("#decrypt")


@pytest.mark.parametrize(("gone", "said"), [("WebAssembly", "has no WebAssembly"), ("DecompressionStream", "is too old")])
def test_browser_that_cannot_run_python_says_so(opened: Open, gone: str, said: str) -> None:
    shown = opened(before=f"delete globalThis.{gone}")
    assert said in shown.page.inner_text("#notice")
    assert shown.page.is_disabled("#text")


# --------------------------------------------------------------------- decrypt
DECRYPT = """async ([data, kind, key]) => {
  await python.call('forget');
  await python.call('keep', 'm', fromBase64(data));
  await checkSignature('m');
  const bytes = fromBase64(key);
  try { return toBase64((await decrypt('m', {kind, bytes})).plaintext); } catch (error) { return error.message; }
}"""


def decrypted(shown: Offline, data: bytes, key: bytes, kind: str = "aes") -> bytes | str:
    """The plaintext that the page gives, or what it says."""
    found: str = shown.page.evaluate(DECRYPT, [base64.b64encode(data).decode(), kind, base64.b64encode(key).decode()])
    return found if " " in found else base64.b64decode(found)


def raw_aes_cases() -> list[tuple[str, RawAesKeyring]]:
    """A native message of each suite, with its key."""
    found: dict[int, tuple[str, RawAesKeyring]] = {}
    for name in native_accepted():
        keyring = native_keyring(name)
        if isinstance(keyring, RawAesKeyring):
            found.setdefault(esdkit.parse(native_ciphertext(name)).header.suite.id, (name, keyring))
    return [*found.values()]


def test_message_of_every_suite_is_decrypted_as_the_library_does(shown: Offline) -> None:
    client = esdkit.Client(commitment_policy=esdkit.CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
    cases = raw_aes_cases()
    assert len(cases) > 3
    for name, keyring in cases:
        data = native_ciphertext(name)
        found = decrypted(shown, data, keyring._wrapping_key.reveal())
        assert found == client.decrypt(source=data, keyring=keyring)[0] or "no AES-192" in str(found), name


def test_data_key_opens_its_message(shown: Offline) -> None:
    keyring = RawAesKeyring("esdkit-vectors", "aes-256", KEY)
    found = esdkit.Client().trace(source=SIGNED, keyring=keyring, show_secrets=True)
    data_key = bytes.fromhex(found["secrets"]["data_key"])
    assert decrypted(shown, SIGNED, data_key, "data") == esdkit.decrypt(source=SIGNED, keyring=keyring)[0]


def test_nothing_is_released_unless_everything_verifies(shown: Offline) -> None:
    plain, _ = esdkit.encrypt(source=b"x" * 10_000, keyring=RawAesKeyring("n", "k", KEY), algorithm=0x0478, frame_length=1000)
    assert decrypted(shown, plain, KEY) == b"x" * 10_000
    assert "opens none" in str(decrypted(shown, plain, bytes(32)))
    assert "it has 5 bytes" in str(decrypted(shown, plain, bytes(5)))
    last = plain[:-1] + bytes([plain[-1] ^ 1])
    assert decrypted(shown, last, KEY) == "body.frame[10] does not verify: it was changed."
    assert "cannot be decrypted" in str(decrypted(shown, plain[:-1], KEY))
    assert "commits to" in str(decrypted(shown, plain, bytes(32), "data"))
    signed = SIGNED[:-1] + bytes([SIGNED[-1] ^ 1])
    assert "The signature does not hold" in str(decrypted(shown, signed, KEY))


def test_key_is_cleared_and_stored_nowhere(shown: Offline) -> None:
    shown.give(SIGNED)
    shown.view("decrypt")
    text = KEY.hex()
    shown.page.fill("#key", text)
    shown.page.click("#decrypt")
    expect(shown.page.locator("#panel")).to_contain_text("Decrypted: 300 bytes")
    assert shown.page.input_value("#key") == ""
    shown.page.click("#share")
    assert text not in shown.page.input_value("#address")
    assert text not in shown.page.content()
    assert shown.page.evaluate("[document.cookie, keyFile]") == ["", None]
    shown.page.fill("#key", text)
    shown.view("summary")
    assert shown.page.input_value("#key") == ""
