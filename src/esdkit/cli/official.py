"""Flags of the official command line, ``aws-encryption-cli``, that somebody types at esdkit: what to write instead.

Strategy: ``spec/official_cli.yaml`` has a row for each flag. Its sentence is for the error about a flag; its words make the esdkit command
for a whole old command. What cannot be told is a word in capitals, as in a help.
Invariant: of a wrapping key only ARNs, aliases and the names of places are repeated; anything else could be key material.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence

from esdkit.spec import OfficialFlag, official_flags

__all__ = ["hint", "hint_of_values", "translated"]

_VERBS = ("encrypt", "decrypt")
_VALUES = {"none": range(1), "one": range(1, 2), "optional": range(2)}  # how many a flag takes; others take one or more
_FALSE, _TRUE = ("false", "f", "0", "no", "n"), ("true", "t", "1", "yes", "y")
_KEYS = "--wrapping-keys", "--master-keys"
_KMS = "aws-kms"
_SHOWN = ("arn:", "alias/")
_PATTERN = frozenset("*?[")


def hint(flag: str) -> str | None:
    """What to write instead of an official flag, a sentence; None when it is not one, or nothing differs."""
    row = official_flags().get(flag)
    return None if row is None else row.says


def hint_of_values(arguments: Iterable[str]) -> str | None:
    """The same for a flag that got several values, or none, where esdkit's takes one; None when there is no such flag."""
    for row, values in _used(arguments):
        if row is not None and (
            (row.takes == "many" and any("=" in value for value in values[1:])) or (row.takes, values) == ("optional", [])
        ):
            return row.says
    return None


def translated(arguments: Sequence[str]) -> str | None:
    """The esdkit command for a command of the official one, whose verb may be written as here; None when it is not such a command."""
    verb_first = arguments[:1] and arguments[0] in _VERBS
    used = [*_used([f"--{arguments[0]}", *arguments[1:]] if verb_first else arguments)]
    given = [(row, values) for row, values in used if row is not None]
    if len(given) < len(used) or not all(len(values) in _VALUES.get(row.takes, range(1, len(arguments) + 1)) for row, values in given):
        return None  # there is more than flags of the official command and their values, or less
    given = [one for at, one in enumerate(given) if one not in given[:at]]
    single = [row for row, _ in given if row.takes in ("one", "optional")]
    verbs = [verb for row, _ in given if (verb := row.ours.partition(" ")[0]) in _VERBS]
    if len(verbs) != 1 or len({*single}) < len(single):
        return None  # the official command does not know either which one is meant
    (verb,) = verbs
    rows = [*official_flags().values()]
    given.sort(key=lambda one: rows.index(one[0]))
    settings, words = [], []
    for row, values in given:
        if row.flags[-1] in _KEYS:
            members = _members(values)
            keys = _keys(members, verb)
            if keys is None:
                return None
            settings += _settings(members)
            words += keys
        elif verb in row.verbs:
            words += _words(row, values)
    return " ".join([*settings, "esdkit", *words])


def _used(arguments: Iterable[str]) -> Iterator[tuple[OfficialFlag | None, list[str]]]:
    """Each flag with the values after it; None for a flag that is not official, and for values before the first."""
    row, values, begun = None, list[str](), False
    for word in _split(arguments):
        if word[:1] == "-" and word != "-":
            if begun:
                yield row, values
            row, values = official_flags().get(word), []
        else:
            values.append(word)
        begun = True
    if begun:
        yield row, values


def _split(arguments: Iterable[str]) -> Iterator[str]:
    """Flags and values apart: of ``--flag=value``, of ``-oFILE`` and of ``-Sv``."""
    for argument in arguments:
        if argument.startswith("--"):
            flag, equals, value = argument.partition("=")
            yield flag
            if equals:
                yield value
        else:
            while len(argument) > 2 and argument[0] == "-" and (row := official_flags().get(argument[:2])) is not None:
                yield argument[:2]
                if row.takes != "none":
                    argument = argument[2:]
                    break
                argument = f"-{argument[2:]}"
            yield argument


def _words(row: OfficialFlag, values: Sequence[str]) -> list[str]:
    """The words of esdkit for a flag that is not about keys."""
    if row.flags[-1] == "--caching":
        values = [",".join(values).replace("_encrypted=", "=")]
    elif row.flags[-1] == "--input":
        values = ["FILE" if _PATTERN.intersection(value) else value for value in values]
    if row.takes == "none":
        return row.ours.split()
    return [word for value in values or [""] for word in row.ours.format(shlex.quote(value)).split(" ", 1)]


# ---------------------------------------------------------------- wrapping keys
def _members(values: Iterable[str]) -> dict[str, list[str]]:
    """The members of one provider; without ``discovery`` where it says no."""
    members: dict[str, list[str]] = {}
    for value in values:
        name, _, text = value.partition("=")
        members.setdefault(name, []).append(text)
    if members.get("discovery", [""])[0].lower() in _FALSE:
        del members["discovery"]
    return members


def _settings(members: dict[str, list[str]]) -> list[str]:
    """What is in the environment for esdkit."""
    names = {"AWS_PROFILE": members.get("profile"), "AWS_DEFAULT_REGION": None if "discovery" in members else members.get("region")}
    return [f"{name}={shlex.quote(values[0])}" for name, values in names.items() if values]


def _keys(members: dict[str, list[str]], verb: str) -> list[str] | None:
    """The flags for the keys of one provider; None for what the official command refuses: a guess could allow more keys than were meant."""
    if members.get("provider", [_KMS])[0].rpartition("::")[2] != _KMS:
        return ["--aes", "namespace=N,name=M,key=@FILE"]
    bounds = [("--account", "discovery-account"), ("--partition", "discovery-partition"), ("--kms-mrk-discovery", "region")]
    if "discovery" in members:
        if verb != "decrypt" or "key" in members or members["discovery"][0].lower() not in _TRUE:
            return None
        return [
            "--kms-discovery",
            *(word for flag, name in bounds for value in members.get(name, ()) for word in (flag, shlex.quote(value))),
        ]
    if any(name.startswith("discovery") for name in members):
        return None
    return [word for key in members.get("key", [""]) for word in ("--kms-mrk" if "/mrk-" in key else "--kms", _shown(key))]


def _shown(key: str) -> str:
    return shlex.quote(key) if key.startswith(_SHOWN) else "ARN"
