"""A coverage-guided fuzzer of a parser, to start from: python fuzz_parser.py CORPUS... -dict=FILE. It needs the package `atheris`."""

import sys

BEGINNINGS = {0x0178: b"\x01\x80\x01\x78", 0x0478: b"\x02\x04\x78", 0x0578: b"\x02\x05\x78"}


class ParseError(Exception):
    """The one error that the parser may raise."""


def read_suite(data: bytes) -> int:  # your parser
    suite = int.from_bytes(data[1:3] if data[:1] == b"\x02" else data[2:4], "big")
    if suite not in BEGINNINGS or not data.startswith(BEGINNINGS[suite]):
        raise ParseError(f"unknown suite {suite:04x}")
    return suite


def check(data: bytes) -> None:
    try:
        suite = read_suite(data)
    except ParseError:
        return
    assert data.startswith(BEGINNINGS[suite])  # what your parser promises


if __name__ == "__main__":
    import atheris

    atheris.instrument_all()  # or your parser's modules alone, imported in `with atheris.instrument_imports():`
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
