"""Where the cryptography package is missing: what takes no key says the same, but for the signature; what takes one says what it needs."""

import json
from functools import cache
from typing import Any, NamedTuple

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384

from esdkit.crypto.curves import elliptic_curve
from esdkit.crypto.signing import SignatureRequest, use_verifier
from esdkit.inspector import Inspection, inspect
from esdkit.inspector.lint.findings import lint
from tests.no_cryptography import digests, message_file, request_key, run, run_without, views
from tests.samples import native_cases, native_choice

UNKNOWN = "not checked here: the cryptography package is not installed"
CLAIMS = ("verified under", "INVALID", "does not verify", "signature is valid", "damaged: changed", "unchanged since")
SIGNED = "mpl-0578-multi-ascii-f256-p300"
CHANGED = "flip-0214-footer-signature-r"
KEY = "namespace=esdkit-vectors,name=aes-256,key=@docs/examples/aes-256.key"


def as_webcrypto(request: SignatureRequest, signed: bytes) -> bool:
    """Answers from the signed bytes, the raw point and r and s, as browsers take them."""
    key = ec.EllipticCurvePublicKey.from_encoded_point(elliptic_curve(request.scheme.curve), request.public_key)
    half = len(request.signature) // 2
    numbers = (int.from_bytes(part, "big") for part in (request.signature[:half], request.signature[half:]))
    try:
        key.verify(encode_dss_signature(*numbers), signed, ec.ECDSA({"sha256": SHA256(), "sha384": SHA384()}[request.scheme.hash]))
    except InvalidSignature:
        return False
    return True


def question(data: bytes) -> tuple[str, bool] | None:
    """What a verifier that does not know is asked about a message, and the right answer."""
    with use_verifier(lambda request: None):
        signature = inspect(data).signature
    if signature.request is None:
        return None
    return request_key(signature.request), as_webcrypto(signature.request, data[: signature.signed_length])


class Compared(NamedTuple):
    """All native messages: shown with the package, in short, and without it; of those whose signature is a question, that and the tree."""

    here: dict[str, dict[str, str]]
    there: dict[str, Any]
    asked: dict[str, tuple[str, bool]]
    trees: dict[str, Inspection]


@cache
def everything() -> Compared:
    data = {name: message_file(name).read_bytes() for name in native_cases() if message_file(name).exists()}
    asked = {name: found for name, message in data.items() if (found := question(message)) is not None}
    there = run_without({"messages": list(data), "answers": dict(asked.values())})
    trees = {name: inspect(message) for name, message in data.items()}
    here = {name: digests(views(tree)) for name, tree in trees.items()}
    return Compared(here, there, asked, {name: tree for name, tree in trees.items() if tree.signature.state in ("verified", "invalid")})


@pytest.mark.slow
@pytest.mark.req("CLI-INS-012", "SIG-VER-004")
def test_with_answers_every_native_message_is_shown_byte_for_byte_as_with_the_package() -> None:
    compared = everything()
    assert len(compared.here) > 2000
    assert {answer for _, answer in compared.asked.values()} == {True, False}
    assert [name for name, here in compared.here.items() if compared.there[name]["known"] != here] == []


@pytest.mark.slow
@pytest.mark.req("CLI-INS-012", kind="negative")
def test_without_answers_every_signed_native_message_says_so_and_claims_nothing() -> None:
    compared = everything()
    unknown = {name: shown["unknown"] for name, shown in compared.there.items() if shown["unknown"] is not None}
    assert {name: shown["request"] for name, shown in unknown.items()} == {name: request for name, (request, _) in compared.asked.items()}
    assert unknown.keys() == compared.trees.keys()
    for name, shown in unknown.items():
        everything_shown = " ".join(shown[view] for view in ("text", "line", "json", "dump", "html", "lint"))
        assert [claim for claim in CLAIMS if claim in everything_shown] == [], name
        assert UNKNOWN in " ".join(shown["text"].split()), name
        assert "signature not-checked" in shown["line"], name
        assert_same_but_for_the_signature(compared.trees[name], shown)


def assert_same_but_for_the_signature(here: Inspection, shown: dict[str, str]) -> None:
    expected, got = json.loads(json.dumps(here.to_json())), json.loads(shown["json"])
    lost = here.signature.state == "invalid"
    expected["signature"] |= {"state": "not-checked", "means": UNKNOWN}
    expected["problem_count"] -= lost
    expected["problems"] = [problem for problem in expected["problems"] if problem["code"] != "signature-invalid"]
    readers = got.pop("readers")
    assert all(reader["notes"][-1].startswith("if the signature verifies") for reader in readers if reader["reads"] == "yes")
    for of_the_signature in ("readers", "read_by", "written_by"):
        expected.pop(of_the_signature)
        got.pop(of_the_signature, None)
    assert got == expected
    found = {one.rule: one.message for one in lint(here) if one.rule != "signature-invalid"}
    linted = {rule: message for rule, _, message, *_ in json.loads(shown["lint"])}
    assert linted == {**found, "signature-not-checked": f"the signature was {UNKNOWN}"}
    assert lost or shown["dump"] == "\n".join(here.dump())


# ---------------------------------------------------------------- the command line
def lines_without_times(text: str) -> list[str]:
    return [line for line in text.splitlines() if " ms " not in line and '"seconds"' not in line]


@pytest.mark.slow
@pytest.mark.req("CLI-INS-012")
def test_program_without_a_key_runs_and_unsigned_messages_are_shown_the_same() -> None:
    verbs = ["inspect", "inspect --json", "inspect --jsonl", "inspect --get header.version", "dump", "dump --asm", "dump --html -"]
    verbs += ["lint", "lint --json", "lint --sarif", "verify", "verify --json", "doctor", "doctor --json", "doctor --full"]
    names = native_choice()[::2]
    runs = [[*verb.split(), str(message_file(name))] for verb in verbs for name in names]
    signed = {str(message_file(name)) for name in names if question(message_file(name).read_bytes()) is not None}
    assert 0 < len(signed) < len(names)
    for arguments, (code, out, err) in zip(runs, run_without({"runs": runs}), strict=True):
        assert "Traceback" not in err, arguments
        if arguments[-1] in signed:
            assert code in (0, 1), (arguments, err)
            assert [claim for claim in CLAIMS if claim in out] == [], arguments
        else:
            here = run(*arguments)
            assert (code, err, lines_without_times(out)) == (here[0], here[2], lines_without_times(here[1])), arguments


@pytest.mark.req("CLI-INS-012", kind="negative")
def test_program_says_of_a_changed_message_that_its_signature_was_not_checked() -> None:
    file, other = str(message_file(CHANGED)), str(message_file(SIGNED))
    inspected, linted, verified, explained, short, compared = run_without(
        {
            "runs": [
                ["inspect", file],
                ["lint", file],
                ["verify", file],
                ["doctor", "--full", other],
                ["doctor", other],
                ["diff", file, other],
            ]
        }
    )
    assert "problems        none that show without a key, but the signature was not checked" in inspected[1]
    assert (linted[0], "signature-not-checked" in linted[1]) == (1, True)
    assert "not checked  signature               the cryptography package is not installed" in verified[1]
    for ran in (explained, short):
        assert "The message is complete, but its signature was not checked here" in " ".join(ran[1].split())
    assert "not checked: signature: the cryptography package is not installed" in " ".join(explained[1].split())
    assert compared == list(run("diff", file, other))


@pytest.mark.req("CLI-INS-012", kind="negative")
def test_program_that_needs_a_key_names_the_package() -> None:
    file = str(message_file(SIGNED))
    runs = [
        ["encrypt", file, "-o", "-", "--aes", KEY],
        ["decrypt", file, "-o", "-", "--aes", KEY],
        ["verify", file, "--aes", KEY],
        ["doctor", file, "--aes", KEY],
        ["vectors", "run", "native"],
        ["scan", file, "--signatures", "--fail-on", "signature=invalid"],
    ]
    for arguments, (code, out, err) in zip(runs, run_without({"runs": runs}), strict=True):
        assert (code, out) == (2, ""), arguments
        assert "this command needs the cryptography package, which is not installed" in " ".join(err.split())
        assert "pip install cryptography" in err
        assert "Traceback" not in err
