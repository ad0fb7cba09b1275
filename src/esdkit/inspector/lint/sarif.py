"""Findings of lint as SARIF 2.1.0 (OASIS standard), for what collects the findings of many tools.

Strategy: one run, with a rule for each id that can or did occur, one artifact for each file, one result for each finding. A message is a
binary file, so a place in it is an offset and a length in bytes; in a file that was decoded from text it is not a place in the file, so
there it is in the properties only. Names of files are URI references: relative ones stay relative. Texts are escaped: a placeholder
or a link that somebody wrote into a message's context stays what it is, text.
Invariants: the same findings give the same document; a fingerprint depends on rule, field and message id alone, not on where the file lies.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from esdkit.frozen import frozen
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.lint.findings import Finding, Profile, describe
from esdkit.spec import LintRule, Severity, lint_rules

__all__ = ["LintedFile", "sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "esdkitFinding/v1"
_MAX_RESULTS = 1000  # of one file
_IDENTITY = 64  # bytes of what has no message id


@frozen
class LintedFile:
    """A file and what was found in it.

    Attributes:
        name: as the user gave it; ``-`` is stdin.
        length: of its message (bytes).
        identity: what tells the message from others: its message id, or how it begins when it has none.
        findings: of ``lint``.
        decoded: whether the message was decoded from text.
        problem_count: how many problems the message has.
        problems_judged: how many of them were kept, and so judged; there may be millions.
    """

    name: str
    length: int
    identity: bytes
    findings: tuple[Finding, ...]
    decoded: bool = False
    problem_count: int = 0
    problems_judged: int = 0

    @classmethod
    def of(cls, name: str, tree: Tree, findings: tuple[Finding, ...], *, decoded: bool = False) -> LintedFile:
        """Keep of a message what a report needs, so that those of many files fit into memory."""
        message_id = tree.value("header.message_id")
        identity = tree.source.read(0, _IDENTITY) if message_id is None else bytes(message_id)
        return cls(name, tree.length, identity, findings, decoded, tree.problem_count, len(tree.problems))


def sarif(files: Sequence[LintedFile], profile: Profile, version: str, unread: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """The document, as JSON data.

    Args:
        files: in the order in which they were given.
        profile: that the findings were made with.
        version: of esdkit.
        unread: files that could not be read, each with the reason.
    """
    # Reqs: CLI-LNT-007
    used = {finding.rule for file in files for finding in file.findings}
    ids = [*lint_rules(), *sorted(used - set(lint_rules()))]
    places = {rule_id: index for index, rule_id in enumerate(ids)}
    notifications = [_notification(name, reason) for name, reason in unread]
    artifacts = {_same(file): _artifact(file) for file in files}  # each is there once, even if a file was given twice
    indexes = {same: index for index, same in enumerate(artifacts)}
    invocation: dict[str, Any] = {"executionSuccessful": not notifications}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    driver = {"name": "esdkit", "version": version, "rules": [_rule(describe(rule_id), profile.severity(rule_id)) for rule_id in ids]}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "artifacts": [*artifacts.values()],
        "results": [
            _result(file, indexes[_same(file)], finding, places[finding.rule]) for file in files for finding in file.findings[:_MAX_RESULTS]
        ],
        "properties": {"profile": profile.name},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(row: LintRule, severity: Severity) -> dict[str, Any]:
    means, help_text = row.means, f"{row.why} {row.advice}".strip()
    return {
        "id": row.id,
        "shortDescription": {"text": row.title},
        "fullDescription": {"text": means},
        "help": {"text": help_text},
        "defaultConfiguration": {"enabled": severity != "none", "level": severity},
        "properties": {"requirements": list(row.requirements), "decisions": list(row.decisions)},
    }


def _same(file: LintedFile) -> tuple[str, int | None]:
    """What an artifact says, as a key."""
    return file.name, None if file.decoded else file.length


def _artifact(file: LintedFile) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(file.name)}}
    return artifact if file.decoded else {**artifact, "length": file.length, "mimeType": "application/octet-stream"}


def _result(file: LintedFile, index: int, finding: Finding, rule_index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file.name), "index": index}}
    if finding.offset is not None and not file.decoded:
        place["region"] = {"byteOffset": finding.offset, "byteLength": finding.length or 0}
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.path is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "member"}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.severity,
        "message": _message(finding.message),
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(file.identity, finding)},
        "properties": {"path": finding.path, "offset": finding.offset, "length": finding.length, "decoded": file.decoded},
    }
    if finding.allowed is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.allowed}]
    return result


def _fingerprint(identity: bytes, finding: Finding) -> str:
    parts = (finding.rule.encode("ascii"), (finding.path or "").encode("ascii"), identity)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _notification(name: str, reason: str) -> dict[str, Any]:
    return {"level": "error", "message": _message(reason), "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}]}


def _message(text: str) -> dict[str, str]:
    """A plain text: braces would hold placeholders, and brackets followed by parentheses a link."""
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": re.sub(r"([\[\]])", r"\\\1", text) if "](" in text else text}


def _uri(name: str) -> str:
    """A file's name as a URI reference; every byte that a URI may not have is escaped."""
    if name == "-":
        return "stdin"
    path = PurePath(name)
    escaped = quote(os.fsencode(path.as_posix()))
    return f"file://{escaped}" if path.is_absolute() else escaped
