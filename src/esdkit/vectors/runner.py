"""Runs vectors: paths to results.

Strategy: one manifest after the other is read and its vectors are run, in this process or in several; a path that is wrong is noted and the
others go on. ``verify`` judges a vector, and every way to decrypt must agree (``agreement``). The client of the runner allows every suite,
because a suite that is refused proves nothing about a vector; a manifest that states a policy gets it.
Invariants: results are in the order of the manifests, however many processes ran; nothing is printed.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import chain, count
from pathlib import Path

from esdkit.errors import Code, EsdkError, VectorError
from esdkit.frozen import frozen
from esdkit.vectors.agreement import disagreement
from esdkit.vectors.encryptions import run_encryption
from esdkit.vectors.files import JsonFile, VectorFolder, json_files
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.messages import read_messages
from esdkit.vectors.model import Accept, KeyDescription, Reject, Vector, VectorSet
from esdkit.vectors.opening import OpenedKeys, open_keys
from esdkit.vectors.reading import client_of, unstored_context
from esdkit.vectors.select import Selector, selected
from esdkit.vectors.twins import Twins
from esdkit.vectors.verdict import Result, failed_before, judge

__all__ = ["Fault", "Report", "load", "nothing_selected", "run", "run_vector"]

_CHUNK = 8
"""Vectors that a process is handed at once."""


@frozen
class Fault:
    """What is wrong with a path: the manifest, or the path itself."""

    location: str
    error: VectorError

    @property
    def whole_error(self) -> VectorError:
        """The error with the location in its message, for those who raise it."""
        error = self.error
        return VectorError(error.code, f"{self.location}: {error.message}", path=error.path, reqs=error.reqs, hint=error.hint)


@frozen
class _Found:
    """A set, and where its manifest is."""

    location: str
    folder: VectorFolder
    vector_set: VectorSet


@frozen
class Report:
    """What a run gave.

    Attributes:
        results: in the order of the manifests.
        faults: the paths and manifests that could not be run.
    """

    results: tuple[Result, ...]
    faults: tuple[Fault, ...]

    def count(self, outcome: str) -> int:
        """How many results have this outcome."""
        return sum(result.outcome == outcome for result in self.results)


def load(paths: Sequence[Path], *, bare: KeyDescription | None = None) -> Iterator[VectorSet | Fault]:
    """The vector sets of some paths, one after the other, and what is wrong with those that cannot be read.

    A manifest that several paths lead to is read once. Of sets with the same name that come from several directories, the later ones have a
    number added to it: a name and a vector's id are what answers and reports tell cases apart by.

    Args:
        paths: manifests, folders or zips.
        bare: what opens the messages, where the paths are messages, or folders of them, without manifests.
    """
    names: dict[str, object] = {}
    if bare is not None:
        for path in paths:
            read_set = _messages(path, bare)
            yield read_set if isinstance(read_set, Fault) else _with_own_name(read_set, path, names)
        return
    read: set[Path] = set()
    for path in paths:
        empty = True
        for item in _sets(path):
            empty = False
            if isinstance(item, Fault):
                yield item
            elif (place := Path(item.location).resolve()) not in read:
                read.add(place)
                yield _with_own_name(item.vector_set, item.folder, names)
        if empty:
            yield Fault(str(path), VectorError(Code.NO_VECTORS, "no vectors found here"))


def _with_own_name(vector_set: VectorSet, place: object, names: dict[str, object]) -> VectorSet:
    """The set under a name that none of another place has. ``names`` are those, with their places; the set's is added."""
    name = next(name for name in _numbered(vector_set.name) if names.setdefault(name, place) == place)
    return replace(vector_set, name=name)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _messages(path: Path, keys: KeyDescription) -> VectorSet | Fault:
    try:
        return read_messages(path, keys)
    except VectorError as error:
        return Fault(str(path), error)


def _sets(path: Path) -> Iterator[_Found | Fault]:
    ids: dict[tuple[VectorFolder, str], set[str]] = {}
    try:
        with json_files(path) as files:
            for file in files:
                item = _set(file, ids)
                if item is not None:
                    yield _Found(file.location, file.folder, item) if isinstance(item, VectorSet) else item
    except VectorError as error:
        yield Fault(str(path), error)


def _set(file: JsonFile, ids: dict[tuple[VectorFolder, str], set[str]]) -> VectorSet | Fault | None:
    """The set of one file. ``ids`` are those of each folder and set so far; the set's are added."""
    # Reqs: TVM-COM-003
    try:
        vector_set = load_manifest(file)
        if vector_set is None:
            return None
        own = [*(case.id for case in vector_set.vectors), *(case.id for case in vector_set.encryptions)]
        known = ids.setdefault((file.folder, vector_set.name), set())
        twice = known.intersection(own)
        if twice:
            raise VectorError(Code.DUPLICATE_ID, f"another manifest in this directory also has {min(twice)}")
    except VectorError as error:
        return Fault(file.location, error)
    known.update(own)
    return vector_set


def run(
    paths: Sequence[Path],
    *,
    select: Selector | None = None,
    jobs: int = 1,
    aws: bool = False,
    bare: KeyDescription | None = None,
    on_result: Callable[[Result], None] | None = None,
) -> Report:
    """Run the vectors of some paths.

    Args:
        paths: manifests, folders or zips.
        select: which vectors; None for all.
        jobs: how many processes.
        aws: whether AWS KMS may be asked for the data keys that it holds.
        bare: as for `load`.
        on_result: called with every result as it comes, in order.
    """
    # Reqs: TVM-COM-014
    results: list[Result] = []
    faults: list[Fault] = []
    with ExitStack() as stack:
        executor = _processes(jobs) if jobs > 1 else None
        if executor is not None:
            stack.callback(executor.shutdown, cancel_futures=True)  # an interruption must not wait for what has not begun
        for item in load(paths, bare=bare):
            if isinstance(item, Fault):
                faults.append(item)
                continue
            chosen = selected(item, select)
            encryptions = (run_encryption(item.name, case) for case in chosen.encryptions)
            for result in chain(_results(item, chosen.vectors, executor, aws=aws), encryptions):
                results.append(result)
                if on_result is not None:
                    on_result(result)
    if not results and not faults:
        faults.append(nothing_selected())
    return Report(tuple(results), tuple(faults))


def nothing_selected() -> Fault:
    """What is wrong with a selection that selects nothing."""
    # Reqs: TVM-COM-014
    hint = "`esdkit vectors list` shows all vectors."
    return Fault("selection", VectorError(Code.NO_VECTORS, "no vector was selected", hint=hint))


def _processes(jobs: int) -> Executor:
    """Fresh processes: a fork would copy whatever other threads hold."""
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _results(one: VectorSet, chosen: Sequence[Vector], executor: Executor | None, *, aws: bool) -> Iterator[Result]:
    twins = Twins([one])
    pairs = [(vector, _twin(one.name, vector, twins)) for vector in chosen]
    work = partial(_run_pair, one.name, aws=aws)
    return map(work, pairs) if executor is None else executor.map(work, pairs, chunksize=_CHUNK)


def _twin(suite: str, vector: Vector, twins: Twins) -> Vector | None:
    """The valid message that must open for a refusal to count, where the manifest does not say why the message must be refused."""
    if isinstance(vector.expectation, Accept) or vector.expectation.stage is not None:
        return None
    return next((twin.vector for twin in twins.of(suite, vector)), None)


def _run_pair(suite: str, pair: tuple[Vector, Vector | None], *, aws: bool) -> Result:
    vector, twin = pair
    result = run_vector(suite, vector, aws=aws)
    if result.outcome != "passed" or twin is None or run_vector(suite, twin, aws=aws).outcome != "failed":
        return result
    why = f"the refusal proves nothing: the valid message {twin.id}, under the same keys, does not open either"
    return replace(result, outcome="failed", reason=why)


def _unsure(vector: Vector, keys: OpenedKeys) -> bool:
    """Whether a way to decrypt may end for the lack of a key, before the fault that ``verify`` sees without one."""
    return isinstance(vector.expectation, Reject) and bool(keys.missing)


def run_vector(suite: str, vector: Vector, *, aws: bool = False) -> Result:
    """Run one vector.

    Args:
        suite: the name of its set.
        vector: the case.
        aws: whether AWS KMS may be asked.
    """
    if vector.unwritten is not None:
        return Result(suite, vector.id, vector.unwritten.outcome, code=vector.unwritten.code, reason=vector.unwritten.reason)
    started = time.perf_counter()
    keys = open_keys(vector.keys, unstored_context(vector), aws=aws)
    try:
        verification = client_of(vector).verify(
            source=vector.ciphertext,
            cmm=keys.manager,
            encryption_context=vector.encryption_context,
            plaintext=vector.expectation.plaintext if isinstance(vector.expectation, Accept) else None,
            unsigned_only=vector.unsigned_only,
        )
    except EsdkError as error:
        result = failed_before(suite, vector, error)
    else:
        result = judge(suite, vector, verification, keys)
        if result.outcome == "passed" and keys.manager is not None and not _unsure(vector, keys):
            wrong = disagreement(vector, verification, keys.manager)
            if wrong is not None:
                result = replace(result, outcome="failed", code=Code.READERS_DISAGREE.value, reason=wrong)
    return replace(result, seconds=time.perf_counter() - started)
