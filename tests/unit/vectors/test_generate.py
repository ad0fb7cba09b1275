"""Sets made from manifests that ask for messages: by esdkit, where the same seed gives the same bytes, and by other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import Code, UsageError, VectorError
from esdkit.targets.base import Abilities, Answer, DecryptRequest, EncryptRequest, Failed, FrameLengths, Given, Refused, Unsupported
from esdkit.vectors.export import REFUSED_BY_US
from esdkit.vectors.generate import generate
from esdkit.vectors.placing import place_folder
from esdkit.vectors.runner import run
from tests.unit.vectors.asking import CONTEXT, KMS, asked, asked_5, asking, keys_file, raw
from tests.unit.vectors.making import Json, MadeSet, seal


def written(made: MadeSet, manifest: Json) -> Path:
    made.write("keys.json", keys_file())
    return made.write("encrypt.json", manifest)


class FakeTarget:
    """A writer with an answer of its own; it remembers what it was asked."""

    address = "fake"

    def __init__(self, answer: Answer, **abilities: Any) -> None:
        self._answer = answer
        able: dict[str, Any] = {
            "suites": ["0478"],
            "keys": ["raw-aes", "multi"],
            "policies": ["REQUIRE_ENCRYPT_REQUIRE_DECRYPT"],
            "encrypt": True,
        }
        self._abilities = Abilities(name="fake", version="1", **{**able, **abilities})
        self.asked: list[EncryptRequest] = []

    def describe(self) -> Abilities | Failed:
        return self._abilities

    def decrypt(self, request: DecryptRequest) -> Answer:
        raise AssertionError("a writer is not asked to read")

    def encrypt(self, request: EncryptRequest) -> Answer:
        self.asked.append(request)
        return self._answer

    def close(self) -> None: ...

    def __enter__(self) -> FakeTarget:
        return self

    def __exit__(self, *_: object) -> None: ...


@pytest.mark.parametrize("form", ["awses-decrypt-2", "awses-decrypt-5"])
def test_generated_set_is_read_by_our_runner(made: MadeSet, form: str, tmp_path: Path) -> None:
    tests = {"aes": asked(), "rsa": asked(raw("rsa-2048-private")), "block": asked(**{"frame-size": 0}), "kms": asked(KMS)}
    done = generate(written(made, asking(2, tests)), form, seed="s")
    assert (done.export.exported, dict(done.export.left_out), done.failures) == (
        3,
        {"a key to write its message with is not available here": 1},
        (),
    )
    place_folder(tmp_path / "out", done.export.files)
    assert run([tmp_path / "out"]).count("passed") == 3


def test_same_seed_gives_the_same_bytes_and_another_seed_others(made: MadeSet) -> None:
    signed = {name: asked(raw("aes-128"), algorithm="0578", **{"frame-size": frame}) for name, frame in (("framed", 100), ("block", 0))}
    path = written(made, asking(2, signed))
    one, same, other = (generate(path, "awses-decrypt-2", seed=seed).export.files for seed in ("a", "a", "b"))
    assert one == same
    assert {name for name in one if name.startswith("ciphertexts")}.isdisjoint(other)
    assert {name for name in one if name.startswith("plaintexts")}.isdisjoint(other)


@pytest.mark.req("TVM-ENC-002")
def test_target_is_asked_what_the_manifest_asks_for(made: MadeSet) -> None:
    required = {"type": "required-encryption-context-cmm", "underlying": raw(), "requiredEncryptionContextKeys": ["key1"]}
    tests = {"t": asked_5(required, required, algorithmSuiteId="0478", **{"reproduced-encryption-context": {"key1": "val1"}})}
    target = FakeTarget(Given(b""), required_context=True)
    with pytest.raises(VectorError):
        generate(written(made, asking(5, tests)), "awses-decrypt-5", seed="s", target=target)
    (request,) = target.asked
    assert (request.suite, request.frame_length, request.context, request.required) == ("0478", 512, CONTEXT, ("key1",))
    assert (request.policy, request.keyring["type"], len(request.plaintext)) == ("REQUIRE_ENCRYPT_REQUIRE_DECRYPT", "raw-aes", 1100)


@pytest.mark.parametrize(
    ("test", "abilities", "lacks"),
    [
        (asked(), {"encrypt": False}, "encryption"),
        (asked(algorithm="0178"), {}, "suite 0178, policy FORBID_ENCRYPT_ALLOW_DECRYPT"),
        (asked(raw("rsa-2048-private")), {}, "keyring raw-rsa"),
        (asked(**{"frame-size": 0}), {}, "a body without frames"),
        (asked(**{"frame-size": 100}), {"frame_lengths": FrameLengths(multiple=128)}, "frame length 100"),
    ],
)
def test_what_the_target_cannot_do_is_left_out(made: MadeSet, test: Json, abilities: Json, lacks: str) -> None:
    good = asked(**{"encryption-context": {}, "master-keys": [raw("aes-256")]})
    message = own_message(made, good)
    target = FakeTarget(Given(message), **abilities)
    path = written(made, asking(2, {"t": test, "good": good}))
    if not target.describe().encrypt:  # type: ignore[union-attr]
        with pytest.raises(VectorError):
            generate(path, "awses-decrypt-2", seed="s", target=target)
        return
    done = generate(path, "awses-decrypt-2", seed="s", target=target)
    assert (done.export.exported, dict(done.export.left_out), done.failures) == (1, {f"the writer: it does not have: {lacks}": 1}, ())


def own_message(made: MadeSet, test: Json) -> bytes:
    files = generate(written(made, asking(2, {"good": test})), "awses-decrypt-2", seed="s").export.files
    return next(content for name, content in files.items() if name.startswith("ciphertexts"))


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (Refused("no"), "bad: the writer refuses: no"),
        (Failed("ended", "it ended"), "bad: the writer gives no answer: it ended"),
        (Given(b"no message"), f"1 cases: {REFUSED_BY_US}"),
        (Given(seal()), f"1 cases: {REFUSED_BY_US}"),
    ],
)
def test_what_the_target_does_wrong_is_a_failure(made: MadeSet, answer: Answer, failure: str) -> None:
    path = written(made, asking(2, {"good": asked(), "bad": asked()}))
    good = own_message(made, asked())
    path = written(made, asking(2, {"good": asked(), "bad": asked()}))
    answers = iter([Given(good), answer])
    target = FakeTarget(Unsupported(""))
    target.encrypt = lambda request: next(answers)  # type: ignore[method-assign]
    done = generate(path, "awses-decrypt-2", seed="s", target=target)
    assert (done.export.exported, done.failures) == (1, (failure,))


def test_half_signed_message_is_asked_of_no_target(made: MadeSet) -> None:
    tests = {"t": {"encryption-scenario": asked(), "tampering": "half-sign"}}
    target = FakeTarget(Given(b""))
    with pytest.raises(VectorError):
        generate(written(made, asking(2, tests, "awses-decrypt-generate")), "awses-decrypt-2", seed="s", target=target)
    assert target.asked == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (lambda made: made.fill(), Code.MANIFEST_UNSUPPORTED),
        (lambda made: made.root, Code.MANIFEST_INVALID),
        (lambda made: made.root / "none", Code.VECTOR_FILE_MISSING),
        (lambda made: written(made, asking(3, {"t": asked()})), Code.MANIFEST_UNSUPPORTED),
        (lambda made: written(made, asking(2, {"t": asked(KMS)})), Code.NO_VECTORS),
    ],
)
def test_what_asks_for_no_message_is_refused(made: MadeSet, place: Callable[[MadeSet], Path], code: Code) -> None:
    with pytest.raises(VectorError) as caught:
        generate(place(made), "awses-decrypt-2", seed="s")
    assert caught.value.code is code


def test_target_that_does_not_describe_itself_is_the_callers_fault(made: MadeSet) -> None:
    target = FakeTarget(Given(b""))
    target.describe = lambda: Failed("ended", "it ended")  # type: ignore[method-assign]
    with pytest.raises(UsageError):
        generate(written(made, asking(2, {"t": asked()})), "awses-decrypt-2", seed="s", target=target)


def test_manifest_of_the_set_names_its_keys_alone(made: MadeSet) -> None:
    done = generate(written(made, asking(2, {"t": asked()})), "awses-decrypt-2", seed="s")
    assert list(json.loads(done.export.files["keys.json"])["keys"]) == ["aes-256"]
