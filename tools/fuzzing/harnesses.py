"""What must hold for any input: a harness for each part of esdkit that reads what others wrote. atheris, hypothesis, the long run use it.

A harness takes bytes, and what is known of them (``Truth``), and gives a label: ``accepted``, or the code of the refusal. It raises
``Wrong`` for a finding: an exception that is not esdkit's, readers that disagree, or an acceptance or refusal that is wrong.
Invariant: pieces and options follow from the bytes, so the bytes alone show a finding again.
"""

from __future__ import annotations

import io
import json
import random
import socket
import tempfile
import zlib
from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from esdkit import Client
from esdkit.cli.keyring_file import read_keyring_file
from esdkit.engine.verify import Verification
from esdkit.errors import Code, EsdkError, VectorError
from esdkit.forge import assemble, disassemble
from esdkit.fuzz.expected import Expected
from esdkit.fuzz.questions import NAME, NAMESPACE, WRAPPING_KEY, small_mutations
from esdkit.fuzz.seeds import seed_subjects
from esdkit.input import examine, find
from esdkit.inspector import inspect
from esdkit.keyrings import RawAesKeyring
from esdkit.message import build, parse, parse_header
from esdkit.serve import EsdkTestServer, HttpServer
from esdkit.serve.application import Request
from esdkit.spec import CHECKS, LIMITS
from esdkit.targets.cbor import read_map, write_map
from esdkit.targets.contract import MEDIA_TYPE, PATH, PROTOCOL
from esdkit.vectors.files import JsonFile
from esdkit.vectors.manifests import load_manifest
from tools.fuzzing.documents import CLIENT_ID, CONFIG, set_files
from tools.fuzzing.readings import compare_message, same_header
from tools.fuzzing.rule import Outcome, Wrong, attempt, require, require_rule, where

__all__ = ["HARNESSES", "Truth", "check", "judge_decryption", "judge_verification"]

_AGREE = "disagreement"
_CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", max_encrypted_data_keys=None)
_KEYRING = RawAesKeyring(NAMESPACE, NAME, WRAPPING_KEY)
_OF_SIGNATURE = frozenset(code for row in CHECKS.values() if row.stage == "signature" for code in row.codes)  # not for parse
_PIECES = (0, 1, 2, 7, 16, 64, 1000)
_LENIENT = 0.2  # part of the headers that are also read with strict=False
_LONGEST_VIEW = 4096  # bytes of a message whose every view is made
_SECONDS = 5.0  # for an answer over a connection


class Truth(NamedTuple):
    """What is known of an input that was made from a valid message, which ``NAME`` opens.

    Attributes:
        plaintext, context: of the valid message.
        expected: what a correct reader does; None after changes of bytes that nobody judged: then a reader may only accept the message with
            the same plaintext and the same context.
    """

    plaintext: bytes
    context: Mapping[str, str]
    expected: Expected | None = None


def check(harness: str, data: bytes, truth: Truth | None = None) -> str:
    """Run one harness; gives its label.

    Raises:
        Wrong: a finding.
    """
    try:
        return HARNESSES[harness](data, truth)
    except Wrong:
        raise
    except Exception as error:  # that anything else leaves is the finding
        raise Wrong("foreign exception", f"{type(error).__name__}: {error}") from error


def _chance(data: bytes) -> random.Random:
    return random.Random(zlib.crc32(data))


def _pieces(data: bytes) -> list[bytes]:
    """The bytes in pieces of sizes that follow from them, empty ones included."""
    chance, start, pieces = _chance(data), 0, []
    while start < len(data):
        end = start + chance.choice(_PIECES) + (len(data) >> 6)
        pieces.append(data[start:end])
        start = end
    return pieces


# -------------------------------------------------------------------- without a key
def _header(data: bytes, truth: Truth | None) -> str:
    """``parse_header`` and ``HeaderReader``."""
    chance = _chance(data)
    if chance.random() < _LENIENT:
        same_header(data, chance, strict=False)
    return same_header(data, chance).label


def _parse(data: bytes, truth: Truth | None) -> str:
    """``parse``, strict and not, ``parse_header``, ``build``."""
    strict = attempt(parse, data)
    lenient = strict if strict.error is None else attempt(parse, data, strict=False)
    header = attempt(parse_header, data)
    if header.error is not None:
        require(where(strict.error) == where(header.error), _AGREE, "parse: {}; parse_header: {}", strict.error, header.error)
    if lenient.error is None:
        require(build(lenient.value) == data, _AGREE, "an accepted message is not written with the same bytes")
    if strict.error is None:
        require(header.error is None and header.value[0] == strict.value.header, _AGREE, "parse accepts; parse_header: {}", header.error)
        require(attempt(parse, data, strict=False).value == strict.value, _AGREE, "parse reads another message with strict=False")
    _judge_structure(strict, truth)
    return strict.label


def _judge_structure(strict: Outcome, truth: Truth | None) -> None:
    """What the right answer says of the structure alone."""
    if truth is None or truth.expected is None or truth.expected.anywhere:
        return
    faults = truth.expected.faults
    if "parse" in faults:
        require(strict.error is not None, "wrong acceptance", "expected {}", truth.expected)
        require(faults["parse"] in (None, strict.label), "wrong refusal", "expected {}; it is {}", truth.expected, strict.label)
    else:
        require(strict.error is None, "wrong refusal", "expected {}; parse: {}", truth.expected, strict.error)


def _grammar(data: bytes, truth: Truth | None) -> str:
    """The generated decoder in all its variants, the reference reading, and ``parse``."""
    reference = compare_message(data)
    complete = reference.problem is None and reference.end == len(data)
    lenient = attempt(parse, data, strict=False)
    require((lenient.error is None) == complete, _AGREE, "the grammar: {}, {}; parse: {}", reference.problem, reference.end, lenient.error)
    return lenient.label


def _inspect(data: bytes, truth: Truth | None) -> str:
    """``inspect`` and all its views: what ``parse`` refuses is a problem, and if it accepts, only the signature can be one."""
    tree = inspect(data)
    for problem in tree.problems:
        require_rule(problem, len(data))
    strict = attempt(parse, data)
    structural = [where(problem) for problem in tree.problems if problem.code.value not in _OF_SIGNATURE]
    agrees = where(strict.error) in structural if strict.error else not structural
    require(agrees, _AGREE, "inspect: {}; parse: {}", structural[:3], strict.error)
    tree.to_line()
    view = _chance(data).randrange(5) if len(data) > _LONGEST_VIEW else None  # one of them
    shows: tuple[Callable[[], object], ...] = (
        tree.to_text,
        lambda: json.dumps(tree.to_json()),
        tree.to_html,
        lambda: list(tree.dump()),
    )
    for number, show in enumerate(shows):
        if view in (None, number):
            show()
    return strict.label


def _text(data: bytes, truth: Truth | None) -> str:
    """``disassemble`` and ``assemble``: of the bytes, and of the bytes as text."""
    text = attempt(disassemble, data)
    if text.error is None:
        require(attempt(lambda _: assemble(text.value), data).value == data, _AGREE, "assemble does not give the bytes back")
    written = attempt(lambda data: assemble(data.decode("utf-8", "replace")), data)
    if written.error is None and len(written.value) < LIMITS["text_form_length"] // 2:
        require(assemble(disassemble(written.value)) == written.value, _AGREE, "assemble does not give the bytes of a text back")
    return written.label


def _recognize(data: bytes, truth: Truth | None) -> str:
    """What an input is and holds."""
    found = find(data)
    examine(data)
    strict = attempt(parse, data)
    if strict.error is None:
        itself = len(found.messages) == 1 and found.messages[0].data == data and not found.messages[0].steps
        require(itself, _AGREE, "a message is not found as itself")
    for message in found.messages:
        if message.whole:
            lenient = attempt(parse, message.data, strict=False)
            require(lenient.error is None, _AGREE, "a message was found at {!r}; parse: {}", message.place, lenient.error)
    return "accepted" if found.messages else "no-message"


# -------------------------------------------------------------------- with a key
def _decrypt(data: bytes, truth: Truth | None) -> str:
    """Every way to decrypt gives the same plaintext, or refuses at the same place; and it is the right answer."""
    whole = attempt(_decrypted, data)
    places = {"decrypt_into": attempt(_into, data), "decryptor": attempt(_pushed, data), "stream": attempt(_streamed, data)}
    for name, other in places.items():
        same = (other.value, where(other.error)) == (whole.value and whole.value[0], where(whole.error))
        require(same, _AGREE, "{}: {}; decrypt: {}", name, other.error or len(other.value), whole.error or len(whole.value[0]))
    structure = attempt(parse, data)
    require(whole.error is not None or structure.error is None, _AGREE, "decrypt accepts; parse: {}", structure.error)
    judge_decryption(whole, truth)
    return whole.label


def _decrypted(data: bytes) -> tuple[bytes, Mapping[str, str]]:
    plaintext, header = _CLIENT.decrypt(source=data, keyring=_KEYRING)
    return plaintext, header.encryption_context


def _into(data: bytes) -> bytes:
    buffer = bytearray(len(data))
    try:
        length, _ = _CLIENT.decrypt_into(buffer, source=data, keyring=_KEYRING)
    except EsdkError:
        require(not any(buffer), "wrong acceptance", "decrypt_into leaves plaintext after a refusal")
        raise
    return bytes(buffer[:length])


def _pushed(data: bytes) -> bytes:
    core, out = _CLIENT.decryptor(keyring=_KEYRING), io.BytesIO()
    try:
        for piece in _pieces(data):
            core.feed(piece)
            out.write(core.take())
        core.finish()
        while taken := core.take():
            out.write(taken)
    finally:
        core.close()
    return out.getvalue()


def _streamed(data: bytes) -> bytes:
    chance = _chance(data)
    with _CLIENT.stream("d", source=data, keyring=_KEYRING) as plaintext:
        return b"".join(iter(lambda: plaintext.read(chance.choice(_PIECES[1:]) + (len(data) >> 6)), b""))


def judge_decryption(whole: Outcome, truth: Truth | None) -> None:
    """Hold the outcome of ``decrypt`` to the right answer."""
    if truth is None:
        known = whole.error is not None or (whole.value[0], tuple(sorted(whole.value[1].items()))) in _seeds()
        require(known, "wrong acceptance", "it decrypts, and it is not one of the seeds")
        return
    expected = truth.expected
    if whole.error is None:
        plaintext, context = whole.value
        require(plaintext == truth.plaintext, "wrong acceptance", "a plaintext of {} bytes that is not the message's", len(plaintext))
        if expected is None:
            require(context == truth.context, "wrong acceptance", "the encryption context {!r} is not the message's", context)
        else:
            require(expected.accepted, "wrong acceptance", "expected {}", expected)
    elif expected is not None:
        require(not expected.accepted, "wrong refusal", "expected {}; decrypt: {}", expected, whole.error)
        right = None in expected.faults.values() or whole.label in expected.faults.values()
        require(right, "wrong refusal", "expected {}; decrypt: {}", expected, whole.error)


@cache
def _seeds() -> frozenset[tuple[bytes, tuple[tuple[str, str], ...]]]:
    """Plaintext and encryption context of all valid messages that were made under the key; nobody else has it."""
    made = [*(subject for _, subject in seed_subjects()), *(subject for subject, _ in small_mutations(True))]
    return frozenset((one.draft.plaintext, tuple(sorted(one.draft.header.encryption_context.items()))) for one in made)


def _verify(data: bytes, truth: Truth | None) -> str:
    """``verify`` accepts what ``decrypt`` and ``parse`` accept, and refuses at the stage and with the code that the rules say."""
    verification = _CLIENT.verify(source=data, keyring=_KEYRING, plaintext=None if truth is None else truth.plaintext)
    error = verification.error
    if error is not None:
        require_rule(error, len(data))
    whole, structure = attempt(_decrypted, data), attempt(parse, data)
    if structure.error is not None:
        require(where(error) == where(structure.error), _AGREE, "verify: {}; parse: {}", error, structure.error)
    different = verification.failed == "plaintext"  # which decrypt does not look at
    require((error is None or different) == (whole.error is None), _AGREE, "verify: {}; decrypt: {}", error, whole.error)
    require(not different, "wrong acceptance", "the plaintext is not the message's: {}", error)
    if truth is not None and truth.expected is not None:
        judge_verification(verification, truth.expected)
    return "accepted" if error is None else error.code.value


def judge_verification(verification: Verification, expected: Expected) -> None:
    """Hold what ``verify`` found to the right answer: its stage and its code."""
    error = verification.error
    kind = "wrong refusal" if error else "wrong acceptance"
    require((error is None) == expected.accepted, kind, "expected {}; verify: {}", expected, error)
    if error is not None and not expected.anywhere:
        right = verification.failed == expected.stage and expected.code in (None, error.code.value)
        require(right, "wrong refusal", "expected {}; verify: {}, {}", expected, verification.failed, error)


# -------------------------------------------------------------------- files
class _Files(NamedTuple):
    """A folder in memory."""

    files: Mapping[str, bytes]

    @property
    def name(self) -> str:
        return "set"

    def __hash__(self) -> int:
        return id(self)

    def read(self, name: str, limit: int) -> bytes:
        if name not in self.files:
            raise VectorError(Code.VECTOR_FILE_MISSING, f"{name} is missing")
        return self.files[name]


def _manifest(data: bytes, truth: Truth | None) -> str:
    """A manifest, whose other files are there."""
    file = JsonFile(_Files({**set_files(), "manifest.json": data}), "manifest.json", "manifest.json", explicit=True)
    return attempt(lambda _: load_manifest(file), data).label


def _keyring_file(data: bytes, truth: Truth | None) -> str:
    """A keyring file, as JSON and as YAML."""
    read = {suffix: attempt(_read_keyring, data, suffix) for suffix in (".json", ".yaml")}
    return (read[".json"] if read[".json"].error is None else read[".yaml"]).label


def _read_keyring(data: bytes, suffix: str) -> object:
    path = Path(_folder().name) / f"keys{suffix}"
    path.write_bytes(data)
    return read_keyring_file(str(path), _key)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Of this process."""
    return tempfile.TemporaryDirectory(prefix="esdkit-fuzzing-")


def _key(source: str, lengths: Collection[int] | None) -> bytes:
    return bytes(max(lengths)) if lengths else b"no PEM"


# -------------------------------------------------------------------- the test server
@cache
def _application() -> tuple[EsdkTestServer, bytes]:
    """The server, and the id of a client that opens the messages."""
    server = EsdkTestServer()
    created = server.answer(Request(f"{PATH}CreateClient", _headers(), write_map({"config": CONFIG})))
    return server, read_map(created.body)["clientId"].encode()


def _headers() -> dict[str, str]:
    return {**PROTOCOL, "content-type": MEDIA_TYPE}


def _serve(data: bytes, truth: Truth | None) -> str:
    """A request to the test server: the first byte picks the operation, the rest is the body."""
    server, client_id = _application()
    operations = list(server.routes)
    path = operations[data[0] % len(operations)] if data else PATH
    response = server.answer(Request(path, _headers(), data[1:].replace(CLIENT_ID, client_id)))
    require(response.status in (200, 400), "foreign exception", "status {}", response.status)
    answer = read_map(response.body)
    require(("__type" in answer) == (response.status == 400), _AGREE, "status {}: {}", response.status, sorted(answer))
    return "accepted" if response.status == 200 else str(answer["__type"]).rpartition("#")[2]


@cache
def _port() -> int:
    """Of a server in this process."""
    server = HttpServer(_application()[0])
    Thread(target=server.run, daemon=True).start()
    return int(server.url.rpartition(":")[2])


def _http(data: bytes, truth: Truth | None) -> str:
    """The bytes of a connection to the test server, which are answered and not left waiting."""
    with socket.create_connection(("127.0.0.1", _port()), timeout=_SECONDS) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    require(not answer or answer.startswith(b"HTTP/1.1 "), "foreign exception", "answered {!r}", answer[:40])
    require(not answer.startswith(b"HTTP/1.1 500"), "foreign exception", answer.decode("latin-1")[-200:])
    status = answer[9:12].decode("ascii")
    return "accepted" if status == "200" else status or "closed"


HARNESSES: Mapping[str, Callable[[bytes, Truth | None], str]] = {
    "header": _header,
    "parse": _parse,
    "grammar": _grammar,
    "inspect": _inspect,
    "text": _text,
    "recognize": _recognize,
    "decrypt": _decrypt,
    "verify": _verify,
    "manifest": _manifest,
    "keyring-file": _keyring_file,
    "serve": _serve,
    "http": _http,
}
"""By name."""
