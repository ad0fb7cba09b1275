"""The texts that an SDK's code raises, taken from its package without running it; each variable part is ``{}``.

Strategy: of Python the syntax tree is read, of JavaScript the calls that throw, of Java what ``javap`` prints of a class file. A text that
is only handed through (``raise X(error)``) is none. What is generated from Dafny wraps its texts in sequences, in Python and in Java alike.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

__all__ = ["from_dafny_python", "from_java", "from_javascript", "from_python"]

_HOLE = "{}"
_DAFNY_ERRORS = re.compile(r"^(Error_|E$|E[A-Z]|Need$|Result_Failure)")


def from_python(folder: Path) -> set[str]:
    """What a package's ``raise`` statements say."""
    return {text for path in sorted(folder.rglob("*.py")) for text in _raised(ast.parse(path.read_text(encoding="utf-8")))}


def _raised(tree: ast.Module) -> Iterator[str]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                    yield from _raised_by(node.exc, node.lineno, function)


def _raised_by(made: ast.Call, line: int, function: ast.AST) -> Iterator[str]:
    """What one exception is made of; a name is what was last assigned to it in the function."""
    for argument in [*made.args, *(keyword.value for keyword in made.keywords)]:
        value = _assigned(argument.id, line, function) if isinstance(argument, ast.Name) else argument
        text = _HOLE if value is None else _text(value)
        if _says_something(text):
            yield f"{_last_name(made.func)}: {' '.join(text.split())}"
            return


def _assigned(name: str, line: int, function: ast.AST) -> ast.expr | None:
    found = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and node.lineno < line and any(ast.unparse(target) == name for target in node.targets)
    ]
    return found[-1] if found else None


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def _text(node: ast.expr) -> str:
    """The text of an expression, with holes."""
    match node:
        case ast.Constant(value=str(value)):
            return value
        case ast.JoinedStr(values=values):
            return "".join(_text(value) for value in values)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _text(left) + _text(right)
        case ast.BinOp(left=left, op=ast.Mod()):
            return re.sub(r"%[\w.]", _HOLE, _text(left))
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            return re.sub(r"\{[^{}]*\}", _HOLE, _text(value))
        case ast.Call(func=ast.Attribute(attr="Seq"), args=[argument]):
            return _text(argument)
    return _HOLE


def _says_something(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]{2,}", text)) > 1 or bool(re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", text))


def from_dafny_python(folder: Path) -> set[str]:
    """What generated Python code makes its errors of."""
    texts: set[str] = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _DAFNY_ERRORS.match(node.func.attr):
                texts.update(text for argument in node.args if _says_something(text := _text(argument)))
    return texts


_JS_THROWS = re.compile(r"\bneeds\)?\(|\bthrow new \w+\(|\breject\(new \w+\(|\bthrow \w+\(")
_JS_STRING = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|`((?:[^`\\]|\\.)*)`", re.DOTALL)


def from_javascript(folder: Path) -> set[str]:
    """What the compiled modules of a package throw."""
    texts: set[str] = set()
    for path in sorted(folder.rglob("*.js")):
        code = path.read_text(encoding="utf-8")
        for call in _JS_THROWS.finditer(code):
            texts.update(_javascript_texts(_to_the_end(code, call.end())))
    return {text for text in texts if _says_something(text)}


def _to_the_end(code: str, start: int) -> str:
    """The arguments of a call, up to the parenthesis that closes it."""
    depth, at = 1, start
    while depth and at < len(code):
        string = _JS_STRING.match(code, at)
        if string:
            at = string.end()
            continue
        depth += {"(": 1, ")": -1}.get(code[at], 0)
        at += 1
    return code[start : at - 1]


def _javascript_texts(arguments: str) -> Iterator[str]:
    """The string literals of a call's arguments; those that ``+`` joins are one."""
    text, end = "", 0
    for match in _JS_STRING.finditer(arguments):
        piece = re.sub(r"\$\{[^}]*\}", _HOLE, match[match.lastindex or 0])
        between = arguments[end : match.start()].strip()
        if text and between == "+":
            text += piece
        elif text and re.fullmatch(r"\+[^,]*\+", between):
            text += _HOLE + piece
        else:
            yield _in_one_line(text)
            text = piece
        end = match.end()
    yield _in_one_line(text)


def _in_one_line(text: str) -> str:
    return re.sub(r"\\[nt]\s*|\s+", " ", text).strip()


_JAVA_LINE = re.compile(r"^\s+\d+: (\w+)\s*(?:#\d+(?:,\s*\d+)?)?\s*(?://\s(\S+)\s?(.*))?$")
_JAVA_MADE = re.compile(r"(?:^|/)(\w*(?:Exception|Error))\.\"<init>\"")
_JAVA_CHECKS = re.compile(r"Validate\.\w+:|requireNonNull:|checkArgument:|assertNonNull:")
_JAVA_DAFNY = re.compile(r"\bError\.create\w*:|__default\.E:|Wrappers_Compile/__default\.Need:|\.message:")


def from_java(jar: Path, packages: re.Pattern[str], work: Path) -> set[str]:
    """What the methods of a jar's classes put into new exceptions, and into the checks that throw; exceptions with their class.

    Args:
        jar: the archive.
        packages: matches the names of the classes to read.
        work: a folder for them.

    Raises:
        FileNotFoundError: there is no ``javap``.
    """
    with ZipFile(jar) as archive:
        names = [name for name in archive.namelist() if name.endswith(".class") and packages.search(name)]
        archive.extractall(work, names)
    texts: set[str] = set()
    for start in range(0, len(names), 200):
        files = [str(work / name) for name in names[start : start + 200]]
        shown = subprocess.run(["javap", "-c", "-p", *files], capture_output=True, text=True, check=True).stdout
        texts.update(_thrown(shown))
    return texts


def _thrown(shown: str) -> Iterator[str]:
    """The texts in a disassembly: the constants between the creation of an exception and its constructor, and the last before a check."""
    pieces: list[str] = []
    for line in shown.splitlines():
        match = _JAVA_LINE.match(line)
        if match is None:
            continue
        operation, kind, rest = match.groups()
        if operation == "new" and re.search(r"(Exception|Error)$", rest or ""):
            pieces = []
        elif operation in ("ldc", "ldc_w") and kind == "String":
            pieces.append(rest)
        elif kind in ("Method", "InterfaceMethod"):
            made, check = _JAVA_MADE.search(rest), _JAVA_CHECKS.search(rest) or _JAVA_DAFNY.search(rest)
            if made or check:
                text = re.sub(r"%[sd]|\\u0001", _HOLE, _HOLE.join(pieces if made else pieces[-1:]).strip().replace("\\'", "'"))
                if _says_something(text):
                    yield f"{made.group(1)}: {text}" if made else text
                pieces = []
