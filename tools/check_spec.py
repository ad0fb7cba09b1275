"""Checks the tables of ``spec/``: every file against its schema, ids, cross references, error codes against ``errors.Code``, and checks
against the methods of the verifier.

Strategy: read every YAML file (a duplicate key is an error), validate each against its JSON Schema; when all are well-formed, follow the
references between them. Each rule is one small generator of problems; a problem is one line that says where and what.
The tables are read as plain data, never through ``esdkit.spec``, so that a broken file is reported instead of failing an import.

    python tools/check_spec.py [--spec FOLDER]      exits 1 if there is a problem
"""

from __future__ import annotations

import argparse
import ast
import base64
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from esdkit import errors

__all__ = ["Problem", "check", "main"]

_ROOT = Path(__file__).resolve().parents[1]
_SINGLE_FILES = (
    "suites",
    "constants",
    "limits",
    "errors",
    "kms_errors",
    "official_words",
    "decisions",
    "providers",
    "readers",
    "known_bugs",
    "origins",
    "lint",
    "non_messages",
    "key_files",
    "official_cli",
    "scan",
    "sdk_answers",
    "sdk_errors",
    "specification",
    "targets",
    "vector_flags",
    "vector_gaps",
    "known_defects",
)
_FOLDERS = ("format", "requirements")

_Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem: the place (file and path inside it) and what is wrong there."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


# A safe loader that rejects a duplicate key, where plain YAML keeps the last one; uses libyaml, if available, for speed.
_StrictLoader: type[yaml.SafeLoader] = type("_StrictLoader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = Counter(loader.construct_object(key, deep=True) for key, _ in node.value)
    for key, count in keys.items():
        if count > 1:
            raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key!r}", node.start_mark)
    return loader.construct_mapping(node, deep=True)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)


def _text_keys(value: Any) -> Any:
    """The same data with text keys, the only ones that JSON Schema supports (``versions`` are numbers in YAML)."""
    if isinstance(value, dict):
        return {str(key): _text_keys(item) for key, item in value.items()}
    return [_text_keys(item) for item in value] if isinstance(value, list) else value


# --- files and schemas ---


@cache
def _validators(schemas: Path) -> Mapping[str, Draft202012Validator]:
    contents = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(schemas.glob("*.json"))}
    registry: Registry[Any] = Registry().with_resources(
        (f"{name}.json", Resource.from_contents(content)) for name, content in contents.items()
    )
    return {name: Draft202012Validator(content, registry=registry) for name, content in contents.items()}


def _schema_name(path: Path) -> str | None:
    """The name of the schema for a file, by its path inside the specification's folder; None if it has no schema."""
    if len(path.parts) == 1:
        return path.stem if path.stem in _SINGLE_FILES else None
    return path.parts[0] if len(path.parts) == 2 and path.parts[0] in _FOLDERS else None


def _message(fault: ValidationError) -> str:
    """The validator's text, except for a key that a condition forbids: there it would print the whole row."""
    forbidden: Any = fault.validator_value
    return f"{forbidden['required'][0]} does not belong here" if fault.validator == "not" else fault.message


@cache
def _content(path: Path, schemas: Path, name: str) -> tuple[Any, list[ValidationError]]:
    """What a file holds and how that breaks its schema; of a file that several folders link to once."""
    content = _read(path)
    return content, list(_validators(schemas)[name].iter_errors(_text_keys(content)))


def _check_file(spec: Path, path: Path, data: dict[str, Any]) -> Iterator[Problem]:
    where = path.as_posix()
    name, schemas = _schema_name(path), (spec / "schemas").resolve()
    if name is None or name not in _validators(schemas):
        yield Problem(where, "there is no schema for this file")
        return
    try:
        data[where], faults = _content((spec / path).resolve(), schemas, name)
    except yaml.YAMLError as error:
        yield Problem(where, f"cannot be read: {' '.join(str(error).split())}")
        return
    for fault in faults:
        yield Problem(f"{where}: {fault.json_path}", _message(fault))


def _check_files(spec: Path, data: dict[str, Any]) -> Iterator[Problem]:
    for name in _SINGLE_FILES:
        if not (spec / f"{name}.yaml").is_file():
            yield Problem(f"{name}.yaml", "the file is missing")
    for folder in _FOLDERS:
        if not any((spec / folder).glob("*.yaml")):
            yield Problem(folder, "the folder has no table")
    for path in sorted(spec.rglob("*.yaml")):
        yield from _check_file(spec, path.relative_to(spec), data)


# --- references ---


@dataclass(frozen=True, slots=True)
class _Tables:
    """Everything that the references need, each row with its file."""

    suites: Mapping[str, Any]
    constants: Mapping[str, Any]
    limits: Mapping[str, Any]
    errors: Mapping[str, Any]
    decisions: _Rows
    lint: Mapping[str, Any]
    sdk_answers: Mapping[str, Any]
    specification: Mapping[str, Any]
    known_bugs: _Rows
    measured: set[str]
    fields: Sequence[tuple[str, Mapping[str, Any]]]
    requirements: Sequence[tuple[str, Mapping[str, Any]]]
    areas: Mapping[str, str]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> _Tables:
        def rows(folder: str, key: str) -> list[tuple[str, Mapping[str, Any]]]:
            return [(file, row) for file, table in data.items() if file.startswith(f"{folder}/") for row in table[key]]

        return cls(
            suites=data["suites.yaml"],
            constants=data["constants.yaml"],
            limits=data["limits.yaml"]["limits"],
            errors=data["errors.yaml"],
            decisions=data["decisions.yaml"]["decisions"],
            lint=data["lint.yaml"],
            sdk_answers=data["sdk_answers.yaml"],
            specification=data["specification.yaml"],
            known_bugs=data["known_bugs.yaml"]["bugs"],
            measured={row["sdk"] for row in data["readers.yaml"]["readers"] if "measured" in row},
            fields=rows("format", "fields"),
            requirements=rows("requirements", "requirements"),
            areas={file: table["area"] for file, table in data.items() if file.startswith("requirements/")},
        )


def _twice(where: str, what: str, values: Iterable[object]) -> Iterator[Problem]:
    for value, count in Counter(values).items():
        if count > 1:
            yield Problem(where, f"{what} {value!r} appears {count} times")


def _check_unique(tables: _Tables) -> Iterator[Problem]:
    suites = tables.suites
    ids = [row["id"] for table in ("suites", "not_esdk") for row in suites[table]]
    yield from _twice("suites.yaml", "id", (f"0x{value:04x}" for value in ids))
    yield from _twice("suites.yaml", "name", (row["name"] for row in suites["suites"]))
    yield from _twice("suites.yaml", "policy", (row["name"] for row in suites["commitment_policies"]))
    checks = tables.constants["checks"]
    yield from _twice("constants.yaml", "check", (row["name"] for row in checks))
    yield from _twice("constants.yaml", "code of a check", (code for row in checks for code in row["codes"]))
    yield from _twice("decisions.yaml", "id", (row["id"] for row in tables.decisions))
    yield from _twice("lint.yaml", "id", (row["id"] for row in tables.lint["rules"]))
    yield from _twice("format", "field id", (row["id"] for _, row in tables.fields))
    yield from _twice("requirements", "id", (row["id"] for _, row in tables.requirements))


def _check_requirement_ids(tables: _Tables) -> Iterator[Problem]:
    """Ids belong to the area of their file and have no gaps within a topic, so that none is renumbered, dropped or inserted."""
    last: dict[str, int] = {}
    for file, row in tables.requirements:
        topic, number = row["id"].rsplit("-", 1)
        if topic.split("-")[0] != tables.areas[file]:
            yield Problem(file, f"{row['id']} does not belong to the area {tables.areas[file]}")
        if int(number) != last.get(topic, 0) + 1:
            yield Problem(file, f"got {row['id']}, expected {topic}-{last.get(topic, 0) + 1:03d}")
        last[topic] = int(number)


def _check_requirement_sources(tables: _Tables) -> Iterator[Problem]:
    """A requirement is from a file that is counted and not left out, and each counted file has requirements or a reason for none."""
    counted = {row["file"]: row.get("left_out") for row in tables.specification["files"]}
    used = {row["source"]["file"]: row["id"] for _, row in tables.requirements if "file" in row["source"] and "repo" not in row["source"]}
    for file, id_ in used.items():
        if counted.get(file, "/test-vectors/" not in file):
            yield Problem(f"specification.yaml: {file}", f"{id_} is from it, but it is not counted, or left out")
    for file, reason in counted.items():
        if file not in used and reason is None:
            yield Problem(f"specification.yaml: {file}", "it has neither a requirement nor a reason why it is left out")


def _check_key_words(tables: _Tables) -> Iterator[Problem]:
    """The sections of a file add up to its key words; each names requirements that exist, or reasons, or both."""
    known = {row["id"] for _, row in tables.requirements}
    for row in tables.specification["files"]:
        where, sections = f"specification.yaml: {row['file']}", row.get("sections", ())
        yield from _twice(where, "anchor", (section["anchor"] for section in sections))
        found = sum(section["key_words"] for section in sections) + row.get("not_compared", 0)
        if sections and found != row["key_words"]:
            yield Problem(where, f"its sections and what is not compared have {found} key words, not {row['key_words']}")
        for section in sections:
            yield from _check_section(f"{where}#{section['anchor']}", section, known)


def _check_section(where: str, section: Mapping[str, Any], known: set[str]) -> Iterator[Problem]:
    ids, left = section.get("requirements", ()), sum(one["key_words"] for one in section.get("left_out", ()))
    for id_ in ids:
        if id_ not in known:
            yield Problem(where, f"there is no requirement {id_}")
    if left > section["key_words"]:
        yield Problem(where, f"{left} key words are left out of {section['key_words']}")
    if left < section["key_words"] and not ids:
        yield Problem(where, f"{section['key_words'] - left} key words have neither a requirement nor a reason")
    if left == section["key_words"] and ids:
        yield Problem(where, "it names requirements, but all its key words are left out")


def _check_requirement_references(tables: _Tables) -> Iterator[Problem]:
    known = {row["id"] for _, row in tables.requirements}
    cited = [(f"errors.yaml: codes.{code}", row) for code, row in tables.errors["codes"].items()]
    cited += [(f"decisions.yaml: {row['id']}", row) for row in tables.decisions]
    cited += [(f"lint.yaml: {row['id']}", row) for row in tables.lint["rules"]]
    cited += [(f"{file}: {row['id']}", row) for file, row in tables.fields]
    for where, row in cited:
        for requirement in row["requirements"]:
            if requirement not in known:
                yield Problem(where, f"there is no requirement {requirement}")


def _check_decision_references(tables: _Tables) -> Iterator[Problem]:
    known = {row["id"] for row in tables.decisions}
    for file, row in tables.requirements:
        own = row["source"].get("esdkit", "")
        if own.startswith("DEC-") and own not in known:
            yield Problem(f"{file}: {row['id']}", f"there is no decision {own}")
    for row in tables.lint["rules"]:
        for decision in row["decisions"]:
            if decision not in known:
                yield Problem(f"lint.yaml: {row['id']}", f"there is no decision {decision}")


def _check_lint_profiles(tables: _Tables) -> Iterator[Problem]:
    """Profiles name existing rules, and extend each other without a cycle."""
    known = {"*", *(row["id"] for row in tables.lint["rules"])}
    profiles = tables.lint["profiles"]
    for name, profile in profiles.items():
        where = f"lint.yaml: profiles.{name}"
        for rule in profile["rules"]:
            if rule not in known:
                yield Problem(where, f"there is no rule {rule}")
        above, seen = profile.get("extends"), {name}
        while above is not None and above in profiles and above not in seen:
            seen.add(above)
            above = profiles[above].get("extends")
        if above is not None:
            yield Problem(where, f"it extends itself through {above}" if above in profiles else f"there is no profile {above}")


def _lint_functions() -> set[str]:
    """The ids for which the inspector has a function: what ``@rule`` is called with."""
    files = sorted((_ROOT / "src/esdkit/inspector/lint").glob("*.py"))
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]
    calls = [call for node in nodes for call in node.decorator_list if isinstance(call, ast.Call) and ast.unparse(call.func) == "rule"]
    return {ast.literal_eval(call.args[0]) for call in calls}


def _check_lint_functions(tables: _Tables) -> Iterator[Problem]:
    functions = _lint_functions()
    for row in tables.lint["rules"]:
        if row["id"] not in functions:
            yield Problem(f"lint.yaml: {row['id']}", "no function in inspector/lint is its @rule")


def _check_suites(tables: _Tables) -> Iterator[Problem]:
    suites = {row["id"]: row for row in tables.suites["suites"]}
    for row in suites.values():
        if row["signature"] is not None and row["signature"] not in tables.suites["signatures"]:
            yield Problem(f"suites.yaml: {row['name']}", f"there is no signature {row['signature']}")
        if row["kdf"] == "identity" and row["data_key_length"] != row["key_length"]:
            yield Problem(f"suites.yaml: {row['name']}", "with the identity KDF, data_key_length and key_length must be equal")
    for policy in tables.suites["commitment_policies"]:
        where = f"suites.yaml: {policy['name']}"
        default = suites.get(policy["default_suite"])
        if default is None:
            yield Problem(where, f"there is no suite 0x{policy['default_suite']:04x}")
        elif default["commitment"] != (policy["encrypt"] == "committing"):
            yield Problem(where, f"the policy does not encrypt with its own default suite {default['name']}")


def _check_constants(tables: _Tables) -> Iterator[Problem]:
    constants = tables.constants
    if not constants["public_key_name"].startswith(constants["reserved_context_prefix"]):
        yield Problem("constants.yaml: public_key_name", "it does not start with reserved_context_prefix")
    for row in tables.suites["suites"]:
        start = base64.b64encode(bytes([row["message_version"], *row["id"].to_bytes(2, "big")])).decode()
        if row["message_version"] == 2 and start not in constants["base64_prefixes"]:
            yield Problem("constants.yaml: base64_prefixes", f"{start} is missing: suite {row['id']:04x} in base64")


def _size_problem(size: object, numbers: set[str], suite_properties: set[str]) -> str | None:
    """What is wrong with a field's size, when it is a reference."""
    if not isinstance(size, str) or size == "remaining" or size in numbers:
        return None
    if size.startswith("suite."):
        name = size.removeprefix("suite.")
        return None if name in suite_properties else f"size: a suite has no property {name}"
    return f"size: {size} is not a field with a number"


def _parts_read() -> set[str]:
    """The tables of fields that ``esdkit.spec`` reads: those that its ``_FORMAT_PARTS`` lists."""
    tree = ast.parse((_ROOT / "src/esdkit/spec/format.py").read_text(encoding="utf-8"))
    (parts,) = (node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_FORMAT_PARTS")
    return set(ast.literal_eval(parts))


def _check_parts(tables: _Tables) -> Iterator[Problem]:
    for file in sorted({file for file, _ in tables.fields}):
        if Path(file).stem not in _parts_read():
            yield Problem(file, "_FORMAT_PARTS of spec/format.py does not list it, so nothing reads it")


def _check_fields(tables: _Tables) -> Iterator[Problem]:
    numbers = {row["id"] for _, row in tables.fields if row["type"] != "bytes"}
    properties = set(tables.suites["suites"][0])
    for file, row in tables.fields:
        where = f"{file}: {row['id']}"
        problem = _size_problem(row.get("size"), numbers, properties)
        if problem is not None:
            yield Problem(where, problem)
        if isinstance(row.get("size"), dict) and set(row["size"]) != set(row["versions"]):
            yield Problem(where, "size and versions name different versions")
        if isinstance(row.get("max"), str) and row["max"] not in tables.limits:
            yield Problem(where, f"there is no limit {row['max']}")
        if isinstance(row.get("max"), int):
            for limit in (name for name, bound in tables.limits.items() if bound["value"] == row["max"]):
                yield Problem(where, f"the maximum is written twice: name the limit {limit} in its place")
        if row.get("error") not in {None, *tables.errors["codes"]}:
            yield Problem(where, f"there is no error code {row['error']}")


def _is_error_class(name: str) -> bool:
    found = getattr(errors, name, None)
    return isinstance(found, type) and issubclass(found, errors.EsdkError)


def _check_errors(tables: _Tables) -> Iterator[Problem]:
    for name, row in tables.errors["classes"].items():
        if row["exit"] not in tables.constants["exit_codes"]:
            yield Problem(f"errors.yaml: classes.{name}", f"there is no exit code {row['exit']}")
        if not _is_error_class(name):
            yield Problem(f"errors.yaml: classes.{name}", "esdkit.errors has no such class")
    for code, row in tables.errors["codes"].items():
        if row["class"] not in tables.errors["classes"]:
            yield Problem(f"errors.yaml: codes.{code}", f"there is no class {row['class']}")
    names = {code.value for code in errors.Code}
    for code in names - set(tables.errors["codes"]):
        yield Problem("errors.yaml: codes", f"{code} of errors.Code is missing")
    for code in set(tables.errors["codes"]) - names:
        yield Problem(f"errors.yaml: codes.{code}", "errors.Code does not have it")


def _check_methods() -> list[str]:
    """The methods of the verifier that are checks, in their order; ``take`` calls them by name."""
    tree = ast.parse((_ROOT / "src/esdkit/engine/verify.py").read_text(encoding="utf-8"))
    verifier = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "_Verifier")
    names = [node.name for node in verifier.body if isinstance(node, ast.FunctionDef)]
    return [name for name in names if not name.startswith("_") and name != "take"]


def _check_checks(tables: _Tables) -> Iterator[Problem]:
    checks, methods = tables.constants["checks"], _check_methods()
    if [row["name"] for row in checks] != methods:
        yield Problem("constants.yaml: checks", f"expected the methods of engine/verify.py: {' '.join(methods)}")
    for row in checks:
        for code in sorted(set(row["codes"]) - tables.errors["codes"].keys()):
            yield Problem(f"constants.yaml: checks.{row['name']}", f"there is no error code {code}")


def _check_sdk_answers(tables: _Tables) -> Iterator[Problem]:
    """Each answer is by an SDK of the table, and a text of the table; no case has two rows."""
    table = tables.sdk_answers
    yield from _twice("sdk_answers.yaml", "case", (case for row in table["answers"] for case in row["cases"]))
    for row in table["answers"]:
        for sdk, place in row["said"].items():
            if sdk not in table["sdks"]:
                yield Problem(f"sdk_answers.yaml: {row['cases'][0]}", f"there is no SDK {sdk}")
            if place is not None and place >= len(table["texts"]):
                yield Problem(f"sdk_answers.yaml: {row['cases'][0]}", f"there is no text {place}")


def _check_known_bugs(tables: _Tables) -> Iterator[Problem]:
    """Each known bug names what exists, and says for SDKs that have it alone what it takes."""
    yield from _twice("known_bugs.yaml", "id", (row["id"] for row in tables.known_bugs))
    decisions = {row["id"] for row in tables.decisions}
    for row in tables.known_bugs:
        where = f"known_bugs.yaml: {row['id']}"
        if row["decision"] not in {None, *decisions}:
            yield Problem(where, f"there is no decision {row['decision']}")
        if row.get("code") not in {None, *tables.errors["codes"]}:
            yield Problem(where, f"there is no error code {row['code']}")
        for member in ("fixed", "only_with", "notes"):
            for sdk in row.get(member, {}).keys() - row.get("sdks", {}).keys():
                yield Problem(where, f"{member} names {sdk}, which does not have it")
        for sdk in row.get("reported", {}).keys() & tables.measured:
            yield Problem(where, f"{sdk} was measured: reported is for SDKs that were not")


_REFERENCE_CHECKS = (
    _check_unique,
    _check_requirement_ids,
    _check_requirement_sources,
    _check_key_words,
    _check_requirement_references,
    _check_decision_references,
    _check_lint_profiles,
    _check_lint_functions,
    _check_suites,
    _check_constants,
    _check_checks,
    _check_parts,
    _check_fields,
    _check_errors,
    _check_sdk_answers,
    _check_known_bugs,
)


def check(spec: Path) -> list[Problem]:
    """All problems of the tables in a folder.

    Args:
        spec: the folder, laid out like ``spec/``.

    Returns:
        The problems, sorted by place; references are checked only if every file is well-formed.
    """
    data: dict[str, Any] = {}
    problems = list(_check_files(spec, data))
    if not problems:
        tables = _Tables.of(data)
        problems = [problem for rule in _REFERENCE_CHECKS for problem in rule(tables)]
    return sorted(problems)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints one line per problem; returns 0 if there is none, else 1."""
    parser = argparse.ArgumentParser(description="Check the tables of spec/.")
    parser.add_argument("--spec", type=Path, default=_ROOT / "spec", help="the folder that holds the tables")
    problems = check(parser.parse_args(arguments).spec)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"spec: {len(problems)} problem(s)" if problems else "spec: fine")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
