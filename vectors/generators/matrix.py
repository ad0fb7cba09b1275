"""What the positive vectors are: the dimensions and the special cases as data, and the choice of a pairwise cover.

The Python and JavaScript SDKs write every suite under every raw wrapping key; Java, Go and Rust share these out among them (``SHARES``).
The other dimensions (context, frame length, plaintext length, policy, API) are spread over these so that every pair of values that can go
together does, in each SDK before its share is taken (``cover``). What a cover cannot say (several data
keys, required encryption context, unusual names and sizes) stands in ``specials``. Nothing here runs an SDK; the same seed gives the same
cases.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from esdkit.spec import POLICIES, SUITES, Suite
from vectors.generators.keys import BRANCH_KEYS

__all__ = [
    "CONTEXTS",
    "FULL_FINAL",
    "SEED",
    "SHARES",
    "TARGETS",
    "Case",
    "Row",
    "agreement",
    "branch",
    "cases",
    "cover",
    "multi",
    "plaintext_length",
    "raw",
    "rows",
    "specials",
]

SEED = 20261124
NAMESPACE = "esdkit-vectors"

CONTEXTS: Mapping[str, Mapping[str, str]] = {
    "empty": {},
    "ascii": {"purpose": "test", "origin": "esdkit"},
    "mixed": {"a": "lower", "B": "upper", "aB": "both", "_": "sign"},
    "astral": {"\U00010348": "gothic \U00010348", "\uff5e": "wide", "ключ": "значение", "\u007f": "\u0001"},
    "void": {"void": "", "full": "x"},
    "many": {f"key-{number:02}": f"value-{number}" for number in range(12)},
    "proto": {"__proto__": "polluted", "constructor": "made", "hasOwnProperty": "false", "toString": "text"},
}
_FIRST_CONTEXTS = ("empty", "ascii", "mixed", "astral", "void", "many")
RSA_PADDINGS: Mapping[str, Mapping[str, str]] = {
    "pkcs1": {"padding-algorithm": "pkcs1"},
    **{f"oaep-{digest}": {"padding-algorithm": "oaep-mgf1", "padding-hash": digest} for digest in ("sha1", "sha256", "sha384", "sha512")},
}
KEYS = ("aes-128", "aes-192", "aes-256", *(f"rsa-{padding}" for padding in RSA_PADDINGS))
ANY, REQUIRE = "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"
FORBID = "FORBID_ENCRYPT_ALLOW_DECRYPT"
TEN_KIB = 10240
_SHORT_FRAME = 128

# Per SDK, what else varies over suites and keys. Frame lengths: the Python SDK writes multiples of 128; it and Java write 0 for a
# non-framed body. Java writes no empty value.
_SHORT = ("zero", "one", "under", "exact", "over")
WRITERS: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "python": {"api": ("python", "mpl"), "frame": (0, 128, 256, 4096)},
    "js": {"api": ("js",), "frame": (1, 7, 16, 100, 1000, 4096)},
    "java": {
        "api": ("java",),
        "frame": (0, 1, 5, 64, 100, 255),
        "context": tuple(name for name in CONTEXTS if name != "void"),
        "length": _SHORT,
    },
    "go": {"api": ("go",), "frame": (1, 5, 64, 100, 255), "context": tuple(CONTEXTS), "length": _SHORT},
    "rust": {"api": ("rust",), "frame": (1, 5, 64, 100, 255), "context": tuple(CONTEXTS), "length": _SHORT},
}
TARGETS: Mapping[str, str] = {
    "python": "python-4-providers",
    "mpl": "python-4",
    "js": "javascript-5",
    "java": "java-3",
    "go": "go",
    "rust": "rust",
    "branch": "python-4-branch-keys",
}
"""The program of ``tools/drivers/targets.py`` that writes for each API."""
FULL_FINAL = ("go", "rust")
"""Who makes the last of several full frames the final one; the others write an empty final frame after it."""
_FIRST, _COMPILED = ("python", "js"), ("java", "go", "rust")
SHARES: Mapping[int, str] = {
    0x0014: "java rust java rust go go go java",
    0x0046: "rust go rust go rust go java rust",
    0x0078: "java go go rust java java java go",
    0x0114: "java rust java rust java go go go",
    0x0146: "java go go rust go go rust java",
    0x0178: "rust rust rust rust java go java java",
    0x0214: "go go go rust rust java go java",
    0x0346: "rust java rust rust go java go go",
    0x0378: "rust go rust rust java java go java",
    0x0478: "rust go rust java rust java java rust",
    0x0578: "java go go go rust rust java rust",
}
"""Which of Java, Go and Rust writes a suite under each of ``KEYS``: each has every suite, key, context, frame length and policy."""
SHARED: Mapping[str, tuple[Any, ...]] = {
    "context": _FIRST_CONTEXTS,
    "length": ("zero", "one", "under", "exact", "over", "ten-kib"),
    "policy": (None, FORBID, ANY, REQUIRE),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One message to be written.

    Attributes:
        name: the vector's id.
        writer: who writes, a key of ``TARGETS``: ``python`` are raw master keys, ``mpl`` the keyrings of the same SDK, ``branch`` its
            hierarchical keyring.
        suite: the id; None lets the policy choose.
        encrypt_key: the description of the keys that write.
        key: the description of the keys that read: the vector's ``key``.
        context: the encryption context.
        frame: frame length; 0 is a non-framed body.
        length: bytes of plaintext.
        policy: the commitment policy under which the message is read; None is the runner's.
        comment: what the case is for.
        reproduced: the context that the reader hands in.
        limit: the most encrypted data keys that the reader takes.
        by_data_key: the vector gives the data key itself instead of ``key``, which is then a raw AES key.
    """

    name: str
    writer: str
    suite: int | None
    encrypt_key: Mapping[str, Any]
    key: Mapping[str, Any]
    context: Mapping[str, str]
    frame: int
    length: int
    comment: str
    policy: str | None = None
    reproduced: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None
    by_data_key: bool = False

    @property
    def write_policy(self) -> str:
        """The policy under which an SDK writes this suite."""
        if self.suite is None:
            return self.policy or REQUIRE
        return REQUIRE if SUITES[self.suite].commitment else FORBID

    @property
    def written_suite(self) -> Suite:
        """The suite that is asked for: the policy's own if the case names none."""
        return SUITES[POLICIES[self.write_policy].default_suite if self.suite is None else self.suite]


def raw(key: str, *, public: bool = False) -> dict[str, Any]:
    """The description of a raw wrapping key: ``aes-256``, ``rsa-oaep-sha1``; ``public`` names the RSA entry that encrypts."""
    algorithm, _, rest = key.partition("-")
    if algorithm == "aes":
        return {"type": "raw", "key": key, "provider-id": NAMESPACE, "encryption-algorithm": "aes"}
    entry = "rsa-2048-public" if public else "rsa-2048-private"
    return {"type": "raw", "key": entry, "provider-id": NAMESPACE, "encryption-algorithm": "rsa", **RSA_PADDINGS[rest]}


def multi(*keys: str, public: bool = False, generator: bool = True) -> dict[str, Any]:
    """The description of a multi-keyring over raw keys; the first generates."""
    members = [raw(key, public=public) for key in keys]
    if generator:
        return {"type": "multi-keyring", "generator": members[0], "childKeyrings": members[1:]}
    return {"type": "multi-keyring", "childKeyrings": members}


# --- the cover ---

Row = dict[str, Any]
_NEVER_TOGETHER: tuple[Callable[[Row], bool], ...] = (
    # a policy that demands commitment refuses the other suites
    lambda row: row.get("policy") == REQUIRE and "suite" in row and not SUITES[row["suite"]].commitment,
    # a non-framed body has no frame to be a byte shorter or longer than
    lambda row: row.get("frame") == 0 and row.get("length") in ("under", "exact", "over"),
    # thousands of tiny frames show nothing more than a few and weigh a lot
    lambda row: row.get("length") == "ten-kib" and row.get("frame") in (1, 7, 16),
)


def _possible(row: Row) -> bool:
    return not any(rule(row) for rule in _NEVER_TOGETHER)


def _pairs(row: Row) -> Iterator[tuple[tuple[str, Any], tuple[str, Any]]]:
    return itertools.combinations(sorted(row.items(), key=lambda item: item[0]), 2)


def _wanted(dimensions: Mapping[str, tuple[Any, ...]]) -> set[tuple[tuple[str, Any], tuple[str, Any]]]:
    return {
        ((one, first), (two, second))
        for one, two in itertools.combinations(sorted(dimensions), 2)
        for first, second in itertools.product(dimensions[one], dimensions[two])
        if _possible({one: first, two: second})
    }


def cover(sdk: str) -> list[Case]:
    """The cases of one SDK: its suites and keys, over which every possible pair of the other dimensions' values is spread."""
    return [_case(row) for row in rows(sdk, {**WRITERS[sdk], **SHARED, **WRITERS[sdk]}) if sdk in _FIRST or _sharer(row) == sdk]


def _sharer(row: Row) -> str:
    return SHARES[row["suite"]].split()[KEYS.index(row["key"])]


def rows(name: str, free: Mapping[str, tuple[Any, ...]]) -> list[Row]:
    """Every suite under every key, over which other dimensions are spread so that every pair of values that can go together does.

    Args:
        name: of the cover, for its choices.
        free: the other dimensions. ``frame`` and ``length`` mean what ``SHARED`` and ``plaintext_length`` say.
    """
    chance = random.Random(f"{SEED} {name}")
    fixed = {"suite": tuple(SUITES), "key": KEYS}
    open_pairs = _wanted({**free, **fixed})
    chosen: list[Row] = []

    def choose(fixed_row: Row) -> None:
        draws = ({**{name: chance.choice(values) for name, values in free.items()}, **fixed_row} for _ in range(80))
        best = max(filter(_possible, draws), key=lambda row: len(open_pairs.intersection(_pairs(row))))
        open_pairs.difference_update(_pairs(best))
        chosen.append(best)

    heads = [dict(zip(fixed, values, strict=True)) for values in itertools.product(*fixed.values())]
    chance.shuffle(heads)
    for head in heads:
        choose(head)
    while open_pairs:
        choose({name: chance.choice(values) for name, values in fixed.items()} | dict(min(open_pairs, key=repr)))
    return sorted(chosen, key=lambda row: (row["suite"], KEYS.index(row["key"])))


def plaintext_length(row: Row) -> int:
    """Bytes of plaintext of a row: its ``length`` is relative to its ``frame``. Short frames are eleven: more show nothing more."""
    frame: int = row["frame"]
    long = 10 * frame + frame // 2 if 0 < frame <= _SHORT_FRAME else TEN_KIB
    return {"zero": 0, "one": 1, "under": frame - 1, "exact": frame, "over": frame + 1, "ten-kib": long}[row["length"]]


def _body(frame: int, length: int, *, full_final: bool) -> str:
    size = f"{length} byte{'' if length == 1 else 's'}"
    if frame == 0:
        return f"one block of {size} without frames"
    if length and length % frame == 0 and full_final:
        return f"{size} in frames of {frame}: the final frame is full"
    if length and length % frame == 0:
        return f"{size} in frames of {frame}: the last regular frame is full, an empty final frame follows"
    return f"{size} in frames of {frame}"


def _case(row: Row) -> Case:
    suite, frame, length = SUITES[row["suite"]], row["frame"], plaintext_length(row)
    return Case(
        name=f"{row['api']}-{suite.hex_id}-{row['key']}-{row['context']}-f{frame}-p{length}",
        writer=row["api"],
        suite=suite.id,
        encrypt_key=raw(row["key"], public=True),
        key=raw(row["key"]),
        context=CONTEXTS[row["context"]],
        frame=frame,
        length=length,
        policy=row["policy"],
        comment=_body(frame, length, full_final=row["api"] in FULL_FINAL),
    )


def cases() -> list[Case]:
    """All cases, in the order of the manifest."""
    first = (case for sdk in _FIRST for case in cover(sdk))
    return [*first, *specials(), *(case for sdk in _COMPILED for case in cover(sdk)), *_compiled_specials(), *_agreements(), *_branches()]


# --- the special cases ---


def specials() -> list[Case]:
    """The cases that no cover of single keys holds."""
    return [*_several_keys(), *_required_context(), *_reproduced(), *_names(), *_sizes(), *_default_suites(), *_data_keys()]


def _several_keys() -> Iterator[Case]:
    trio = ("aes-256", "aes-128", "rsa-oaep-sha256")
    common: dict[str, Any] = {"encrypt_key": multi(*trio, public=True), "context": CONTEXTS["ascii"], "frame": 256, "length": 300}
    for writer, suite in (("python", 0x0178), ("mpl", 0x0578), ("js", 0x0378)):
        stem = f"{writer}-{suite:04x}"
        yield Case(f"{stem}-multi-ascii-f256-p300", writer, suite, key=multi(*trio), comment="three data keys, all keys at hand", **common)
        yield Case(
            f"{stem}-multi-last-ascii-f256-p300",
            writer,
            suite,
            key=raw(trio[2]),
            comment="only the third data key's key is at hand",
            **common,
        )
        yield Case(
            f"{stem}-multi-limit-ascii-f256-p300",
            writer,
            suite,
            key=raw(trio[1]),
            limit=3,
            comment="as many data keys as the limit allows",
            **common,
        )
        yield Case(
            f"{stem}-multi-foreign-ascii-f256-p300",
            writer,
            suite,
            key=multi("aes-256-other", "aes-128"),
            comment="the reader's first key opens none of the data keys, its second does",
            **common,
        )
    ungenerated = multi(*trio, generator=False)
    yield Case("mpl-0478-multi-children-ascii-f256-p300", "mpl", 0x0478, key=ungenerated, comment="a reader without generator", **common)
    several = ("aes-256", "aes-192", "aes-128", "aes-256-other", "aes-k1", "aes-k10", "rsa-pkcs1", "rsa-oaep-sha1", "rsa-oaep-sha512")
    yield Case(
        "mpl-0578-multi-nine-many-f128-p129",
        "mpl",
        0x0578,
        encrypt_key=multi(*several, public=True),
        key=raw("rsa-oaep-sha512"),
        context=CONTEXTS["many"],
        frame=128,
        length=129,
        comment="nine data keys, three of them under one RSA key with different paddings; the last opens",
    )


def _required(underlying: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {"type": "required-encryption-context-cmm", "underlying": underlying, "requiredEncryptionContextKeys": list(keys)}


def _required_context() -> Iterator[Case]:
    for suite, key in (
        (0x0014, "aes-128"),
        (0x0178, "aes-256"),
        (0x0214, "rsa-oaep-sha1"),
        (0x0378, "aes-192"),
        (0x0478, "aes-256"),
        (0x0578, "aes-256"),
    ):
        required = "purpose"
        yield Case(
            f"mpl-{suite:04x}-{key}-required-one-f128-p129",
            "mpl",
            suite,
            encrypt_key=_required(raw(key, public=True), required),
            key=_required(raw(key), required),
            context=CONTEXTS["ascii"],
            frame=128,
            length=129,
            reproduced={required: CONTEXTS["ascii"][required]},
            comment="one of two pairs is required: authenticated, not stored",
        )
    for suite, context, frame, why in (
        (0x0478, "ascii", 256, "every pair is required, so the stored context is empty"),
        (0x0578, "mixed", 256, "every pair but the public key is required"),
        (0x0578, "astral", 128, "required keys whose UTF-8 and UTF-16 orders differ"),
        (0x0178, "void", 0, "a required pair with an empty value, and a body without frames"),
    ):
        yield Case(
            f"mpl-{suite:04x}-aes-256-required-all-{context}-f{frame}-p100",
            "mpl",
            suite,
            encrypt_key=_required(raw("aes-256"), *CONTEXTS[context]),
            key=_required(raw("aes-256"), *CONTEXTS[context]),
            context=CONTEXTS[context],
            frame=frame,
            length=100,
            reproduced=CONTEXTS[context],
            comment=why,
        )
    for suite in (0x0346, 0x0578):
        yield Case(
            f"mpl-{suite:04x}-aes-256-required-superset-f128-p1",
            "mpl",
            suite,
            encrypt_key=_required(raw("aes-256"), "origin"),
            key=_required(raw("aes-256"), "origin"),
            context=CONTEXTS["ascii"],
            frame=128,
            length=1,
            reproduced=CONTEXTS["ascii"],
            comment="the reader reproduces more pairs than are required",
        )
    yield Case(
        "mpl-0478-aes-256-required-default-f128-p1",
        "mpl",
        0x0478,
        encrypt_key=_required(raw("aes-256"), "origin"),
        key=raw("aes-256"),
        context=CONTEXTS["ascii"],
        frame=128,
        length=1,
        reproduced={"origin": CONTEXTS["ascii"]["origin"]},
        comment="a reader that requires nothing, but reproduces what is not stored",
    )


def _reproduced() -> Iterator[Case]:
    for writer, suite, context, some in (
        ("python", 0x0178, "ascii", ("origin",)),
        ("mpl", 0x0578, "mixed", ("B", "a", "aB", "_")),
        ("js", 0x0478, "astral", ("\U00010348", "\uff5e")),
    ):
        yield Case(
            f"{writer}-{suite:04x}-aes-256-reproduced-{context}-f128-p127",
            writer,
            suite,
            encrypt_key=raw("aes-256"),
            key=raw("aes-256"),
            context=CONTEXTS[context],
            frame=128,
            length=127,
            reproduced={key: CONTEXTS[context][key] for key in some},
            comment="the reader reproduces pairs that are stored",
        )


def _names() -> Iterator[Case]:
    for writer, suite in (("python", 0x0478), ("mpl", 0x0478), ("js", 0x0478)):
        yield Case(
            f"{writer}-{suite:04x}-aes-unicode-ascii-f128-p5",
            writer,
            suite,
            encrypt_key=raw("aes-unicode"),
            key=raw("aes-unicode"),
            context=CONTEXTS["ascii"],
            frame=128,
            length=5,
            comment="a key name outside ASCII: its length counts bytes",
        )
        yield Case(
            f"{writer}-{suite:04x}-aes-k10-k1-ascii-f128-p5",
            writer,
            suite,
            encrypt_key=multi("aes-k10", "aes-k1"),
            key=raw("aes-k1"),
            context=CONTEXTS["ascii"],
            frame=128,
            length=5,
            comment="the reader's key name is the beginning of another data key's name",
        )


def _sizes() -> Iterator[Case]:
    key = raw("aes-256")
    for name, writer, suite, context, frame, why in (
        ("long", "mpl", 0x0478, {"long": "v" * 33000}, 4096, "an encryption context of more than 32767 bytes"),
        ("empty", "js", 0x0478, {}, 2**32 - 1, "the largest frame length that the field holds"),
        ("empty", "python", 0x0178, {}, 2**31 - 128, "the largest frame length that its writer takes"),
    ):
        yield Case(f"{writer}-{suite:04x}-aes-256-{name}-f{frame}-p5", writer, suite, key, key, context, frame, 5, why)


def _data_keys() -> Iterator[Case]:
    key = raw("aes-256")
    for writer, suite in (("python", 0x0014), ("mpl", 0x0146), ("js", 0x0378), ("mpl", 0x0478), ("js", 0x0578)):
        name = f"{writer}-{suite:04x}-data-key-ascii-f128-p200"
        why = "the reader is given the data key itself"
        yield Case(name, writer, suite, key, key, CONTEXTS["ascii"], 128, 200, why, by_data_key=True)


# --- by SDKs that a compiler builds ---


def _compiled_specials() -> Iterator[Case]:
    trio = ("rsa-oaep-sha384", "aes-192", "aes-256")
    for writer, suite in (("java", 0x0578), ("go", 0x0378), ("rust", 0x0478)):
        stem = f"{writer}-{suite:04x}"
        common: dict[str, Any] = {"context": CONTEXTS["proto"], "frame": 64, "length": 65}
        for name, key, why in (
            ("all", multi(*trio), "three data keys, all keys given"),
            ("last", raw(trio[2]), "three data keys, the reader has the last one's key"),
            ("foreign", multi("aes-256-other", trio[1]), "the reader's first key opens none of the data keys, its second does"),
        ):
            yield Case(f"{stem}-multi-{name}-proto-f64-p65", writer, suite, multi(*trio, public=True), key, comment=why, **common)
        for name, keys in (("one", ("__proto__",)), ("all", tuple(CONTEXTS["proto"]))):
            yield Case(
                f"{stem}-aes-128-required-{name}-proto-f64-p65",
                writer,
                suite,
                encrypt_key=_required(raw("aes-128"), *keys),
                key=_required(raw("aes-128"), *keys),
                reproduced={key: CONTEXTS["proto"][key] for key in keys},
                comment=f"{len(keys)} of 4 pairs required: authenticated, not stored",
                **common,
            )
        for name, encrypt_key, key, why in (
            ("unicode", raw("aes-unicode"), raw("aes-unicode"), "a key name outside ASCII: its length counts bytes"),
            ("k10-k1", multi("aes-k10", "aes-k1"), raw("aes-k1"), "the reader's key name is the beginning of another data key's name"),
        ):
            yield Case(f"{stem}-aes-{name}-proto-f64-p65", writer, suite, encrypt_key, key, comment=why, **common)


def agreement(curve: str, schema: str, *, own: str = "sender", other: str = "recipient", pair: str = "", entry: str = "") -> dict[str, Any]:
    """The description of a raw ECDH keyring, as in a keyring file.

    Args:
        curve: ``P-256``, ``P-384`` or ``P-521``.
        schema: ``static``, ``ephemeral`` or ``discovery``.
        own, other: whose private and whose public key; discovery has the recipient's private key.
        pair: ``-other`` for the curve's other pair of parties.
        entry: of the keys manifest, where that is not the curve's and pair's.
    """
    name = entry or f"ecdh-{curve.replace('-', '').lower()}{pair}"
    if schema == "discovery":
        own = "recipient"
    private = {"private_key": {"file": f"{name}#{own}"}} if schema != "ephemeral" else {}
    public = {"public_key": {"file": f"{name}#{other}-public"}} if schema != "discovery" else {}
    return {"type": "keyring-file", "keyring": {f"raw_ecdh_{schema}": {"curve": curve, **private, **public}}}


def _agreements() -> Iterator[Case]:
    """ECDH: every curve and schema by every SDK that has it; suites, contexts and sizes take turns."""
    turns = itertools.cycle(itertools.product((None, REQUIRE), (1, 64), ("ascii", "mixed", "astral", "empty", "proto")))
    suites = itertools.cycle(SUITES)
    for writer, curve in itertools.product(("mpl", *_COMPILED), ("P-256", "P-384", "P-521")):
        for schema, reader, key, why in (
            ("static", "static", agreement(curve, "static"), "the sender reads their own message"),
            ("static", "mirrored", agreement(curve, "static", own="recipient", other="sender"), "the recipient knows the sender"),
            ("static", "discovery", agreement(curve, "discovery"), "the recipient takes any sender"),
            ("ephemeral", "discovery", agreement(curve, "discovery"), "the sender's key pair is of this message alone"),
        ):
            (policy, size, context), suite = next(turns), next(suites)
            frame = 128 if writer == "mpl" else size
            yield Case(
                f"{writer}-{suite:04x}-ecdh-{curve.replace('-', '').lower()}-{schema}-{reader}-{context}-f{frame}-p3",
                writer,
                suite,
                encrypt_key=agreement(curve, schema),
                key=key,
                context=CONTEXTS[context],
                frame=frame,
                length=3,
                policy=policy if SUITES[suite].commitment else None,
                comment=f"ECDH on {curve}, {schema}: {why}",
            )


def branch(entry: str, branch_key_id: str, version: str) -> dict[str, Any]:
    """The description of a hierarchical keyring over one version of a branch key, as in a keyring file."""
    options = {"branch_key_id": branch_key_id, "branch_key_version": version, "branch_key": {"file": entry}}
    return {"type": "keyring-file", "keyring": {"hierarchical_static": options}}


def _branches() -> Iterator[Case]:
    """The hierarchical keyring: every suite; contexts and sizes take turns."""
    keys = {name: branch(name, key_id, version) for name, (version, key_id) in BRANCH_KEYS.items()}
    turns = itertools.cycle(itertools.product((0, 128), ("mixed", "astral", "proto", "empty", "void")))
    for suite, (frame, context) in zip(SUITES, turns, strict=False):
        yield Case(
            f"branch-{suite:04x}-branch-a-{context}-f{frame}-p9",
            "branch",
            suite,
            encrypt_key=keys["branch-a"],
            key=keys["branch-a"],
            context=CONTEXTS[context],
            frame=frame,
            length=9,
            comment="a data key under the active version of a branch key",
        )
    for suite, name, why in (
        (0x0478, "branch-b", "a branch key whose version has the UUID of another branch key's"),
        (0x0578, "branch-unicode", "a branch key id outside ASCII"),
    ):
        yield Case(
            f"branch-{suite:04x}-{name}-ascii-f128-p9", "branch", suite, keys[name], keys[name], CONTEXTS["ascii"], 128, 9, comment=why
        )


def _default_suites() -> Iterator[Case]:
    key = raw("aes-256")
    for writer, policy in itertools.product(("python", "mpl", "js"), (FORBID, ANY, REQUIRE)):
        name = f"{writer}-default-{policy.lower().replace('_', '-')}-empty-f4096-p5"
        yield Case(name, writer, None, key, key, {}, 4096, 5, "the suite that the policy chooses", policy=policy)
