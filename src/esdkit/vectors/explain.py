"""A red cell, explained: the field, the rule, the bytes, the values up to the check that fails, and a command that shows it again.

Strategy: of a message that must be refused, the fault is what ``verify`` finds in it; of a valid one nothing is wrong, so what the message
has that readers get wrong is named, and the bytes are those of the stage at which the program refused, if it says so.
Invariants: secrets are shown of keys that are in the native set, which is public, and of no others. What is long is cut, and says so.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from esdkit.columns import count
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.inspector import inspect
from esdkit.inspector.views.error import hint_of, place_of, requirements_of
from esdkit.message import Header
from esdkit.spec import CONSTANTS, error_codes
from esdkit.vectors.cells import Cell
from esdkit.vectors.model import Accept, Vector, VectorSet
from esdkit.vectors.opening import open_keys
from esdkit.vectors.published import native_path
from esdkit.vectors.questions import not_stored_context
from esdkit.vectors.reading import client_of, header_of, policy_of, unstored_context
from esdkit.vectors.runner import load
from esdkit.vectors.select import words_of
from esdkit.vectors.stages import verified

__all__ = ["Explanation", "command_of", "explain", "rule_of"]

_BEFORE, _AFTER = 4, 8  # lines of the dump beside the fault
_MAX_VALUES = 48
_MAX_VALUE = 512  # characters
_GROUPS = {  # where the bytes of a stage begin
    "context": "header.encryption_context",
    "unwrap": "header.encrypted_data_keys",
    "commitment": "suite_data",
    "header_tag": "header_auth",
    "frames": "body",
    "signature": "footer",
}


@frozen
class Explanation:
    """What is known about one red cell.

    Attributes:
        field: path and offset of the fault; empty when nothing is wrong with the message.
        asked: what the program was asked beside the message, as names and texts; no keys.
        rule: sentences: what the vector is about, and the rule that is broken, or what the message has.
        requirements: ids of the rule's.
        dump: lines around the fault.
        fault: the index of the line in ``dump`` where the fault is; None when nothing is wrong.
        values: of ``Client.trace``, as paths and texts, up to the check that fails.
        public_keys: whether all keys are test keys of the native set, so that ``values`` has secrets.
    """

    field: str
    asked: tuple[tuple[str, str], ...]
    rule: tuple[str, ...]
    requirements: tuple[str, ...]
    dump: tuple[str, ...]
    fault: int | None
    values: tuple[tuple[str, str], ...]
    public_keys: bool


def explain(cell: Cell) -> Explanation:
    """Explain a red cell."""
    vector = cell.vector
    verification = verified(vector)
    error = None if verification is None or isinstance(vector.expectation, Accept) else verification.error
    path, offset = (None, None) if error is None else _place(vector, error)
    dump, fault = _excerpt(vector, offset, cell.stage)
    public = _has_public_keys(vector)
    return Explanation(
        field="" if error is None else place_of(path, offset),
        asked=tuple(_asked(vector)),
        rule=tuple(_rule(vector, error)),
        requirements=() if error is None else tuple(requirements_of(error)),
        dump=dump,
        fault=None if error is None else fault,
        values=tuple(_values(vector, show_secrets=public)),
        public_keys=public,
    )


def command_of(cell: Cell, paths: Sequence[str], target: str) -> str:
    """A line for a shell that asks the program this vector again. A name with a blank or a parenthesis in it is not one word: then the
    vectors that contain all its words are asked.

    Args:
        cell: the cell.
        paths: as they were given to the run.
        target: the address of the program.
    """
    selection = " and ".join(words_of(cell.name))
    places = () if tuple(paths) == (str(native_path()),) else paths  # it is what runs without a path
    return shlex.join(["esdkit", "vectors", "run", *places, "-k", selection, "--target", target, *(["--stream"] if cell.stream else [])])


def rule_of(cell: Cell) -> tuple[str, ...]:
    """What the vector is about, and the rule that it tests, in sentences."""
    expected = cell.vector.expectation
    if isinstance(expected, Accept):
        return tuple(_rule(cell.vector, None))
    means = () if expected.code is None else (error_codes()[expected.code].means,)
    return (*_comment(cell.vector), *means)


def _rule(vector: Vector, error: EsdkError | None) -> Iterator[str]:
    yield from _comment(vector)
    if isinstance(vector.expectation, Accept):
        yield from _what_it_has(header_of(vector), vector.encryption_context)
    elif error is not None:
        yield f"{error_codes()[error.code].means} ({error.code}: {error.message})"
        yield from filter(None, [hint_of(error)])


def _comment(vector: Vector) -> Iterator[str]:
    if vector.comment:
        yield f"The vector is about: {vector.comment}."


def _what_it_has(header: Header | None, given: Mapping[str, str]) -> Iterator[str]:
    """What readers get wrong in valid messages, as far as this message has it."""
    if header is None:
        return
    context = [key for key in {**header.encryption_context, **given} if key != CONSTANTS.public_key_name]
    if sorted(context) != sorted(context, key=lambda key: key.encode("utf-16-be")):
        yield "The context has keys beyond the BMP: it is ordered by UTF-8 bytes, and UTF-16 code units give another order."
    if sorted(context) != sorted(context, key=str.casefold):
        yield "The context has keys whose order depends on the case of letters: it is ordered by UTF-8 bytes."
    wrapped = [(key.provider_id, key.provider_info, key.ciphertext) for key in header.encrypted_data_keys]
    if len(wrapped) > 1:
        order = "" if wrapped == sorted(wrapped) else ", which is not the order of their bytes"
        yield f"It has {len(wrapped)} encrypted data keys: the header is authenticated with them in the message's order{order}."


@cache
def _public_keys() -> frozenset[bytes]:
    """Every key of the native set, which is part of this project and protects nothing."""
    sets = [item for item in load([native_path()]) if isinstance(item, VectorSet)]
    return frozenset(key for one in sets for vector in one.vectors if vector.keys is not None for key in vector.keys.keys.values())


def _has_public_keys(vector: Vector) -> bool:
    return vector.keys is not None and _public_keys().issuperset(vector.keys.keys.values())


# ---------------------------------------------------------------- bytes and values
def _place(vector: Vector, error: EsdkError) -> tuple[str | None, int | None]:
    """Path and offset of a fault. An error about the public key names the whole context; here it is the value of its pair."""
    header = header_of(vector)
    if error.code in (Code.PUBLIC_KEY_MALFORMED, Code.PUBLIC_KEY_UNEXPECTED) and header is not None:
        keys = [key for key, _ in header.context_pairs or ()]
        name = CONSTANTS.public_key_name.encode()
        if name in keys:
            path = f"header.encryption_context[{keys.index(name)}].value"
            return path, next(field.start for field in inspect(vector.ciphertext).fields() if field.path == path)
    return error.path, error.offset


def _excerpt(vector: Vector, offset: int | None, stage: str | None) -> tuple[tuple[str, ...], int]:
    """Lines of the dump, and which of them is the one to look at."""
    lines = list(inspect(vector.ciphertext).dump())
    place = 0
    if offset is not None:
        place = _line_at(lines, offset)
    elif stage in _GROUPS:
        place = next((index for index, line in enumerate(lines) if _GROUPS[stage] in line and line.startswith("0x")), 0)
    first = max(0, place - _BEFORE)
    return tuple(lines[first : place + _AFTER]), place - first


def _line_at(lines: Sequence[str], offset: int) -> int:
    """The last line that begins at or before an offset; what a fault says about itself comes after it."""
    starts = [(index, int(line.split()[0], 16)) for index, line in enumerate(lines) if line.startswith("0x")]
    return max((index for index, start in starts if start <= offset), default=0)


def _asked(vector: Vector) -> Iterator[tuple[str, str]]:
    yield "policy", policy_of(vector).value
    if vector.max_encrypted_data_keys is not None:
        yield "max_encrypted_data_keys", str(vector.max_encrypted_data_keys)
    if vector.encryption_context:
        yield "context", _cut(json.dumps(dict(vector.encryption_context), ensure_ascii=False))
    if not_stored_context(vector):
        yield "required", _cut(json.dumps(sorted(not_stored_context(vector)), ensure_ascii=False))
    if vector.keys is not None:
        yield from ((name, _cut(text)) for name, text in list(_flat("keyring", vector.keys.keyring))[:_MAX_VALUES])


def _values(vector: Vector, *, show_secrets: bool) -> Iterator[tuple[str, str]]:
    keys = open_keys(vector.keys, unstored_context(vector))
    if keys.manager is None:
        return
    try:
        values = client_of(vector).trace(
            source=vector.ciphertext,
            cmm=keys.manager,
            encryption_context=vector.encryption_context,
            show_secrets=show_secrets,
            partial=True,
        )
    except EsdkError:
        return  # the request itself is refused, before there are values
    rows = [row for name, value in values.items() if name != "schema" for row in _flat(name, value)]
    yield from ((name, _cut(text)) for name, text in rows[:_MAX_VALUES])
    if len(rows) > _MAX_VALUES:
        yield "…", f"{count(len(rows) - _MAX_VALUES, 'value')} more"


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_VALUE else f"{text[:_MAX_VALUE]}… ({len(text)} characters)"


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for member, item in value.items():
            yield from _flat(f"{name}.{member}", item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _flat(f"{name}[{index}]", item)
    else:
        yield name, "-" if value is None else str(value)
