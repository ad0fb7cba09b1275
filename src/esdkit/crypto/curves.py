"""The elliptic curves of spec/constants.yaml: as the cryptography package has them, and what is computed without it.

The package is imported when the first of its curves is asked for. Not here: anything that takes a secret; the arithmetic of this module
takes a different time for different numbers.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from esdkit.spec import CONSTANTS

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurve

__all__ = ["elliptic_curve", "uncompressed_point"]


@cache
def elliptic_curve(name: str) -> EllipticCurve:
    """The curve of a row, by its usual name."""
    from cryptography.hazmat.primitives.asymmetric import ec

    curve: EllipticCurve = getattr(ec, CONSTANTS.curves[name].sec_name.upper())()
    return curve


def uncompressed_point(point: bytes, curve: str) -> bytes | None:
    """A compressed point with both coordinates; None when the bytes are not a compressed point on the curve."""
    # Reqs: SIG-KEY-001, SIG-KEY-002, SIG-KEY-003
    row = CONSTANTS.curves[curve]
    x = int.from_bytes(point[1:], "big")
    if len(point) != row.point_length or point[0] not in (2, 3) or x >= row.p:
        return None
    square = (pow(x, 3, row.p) - 3 * x + row.b) % row.p
    y = pow(square, (row.p + 1) // 4, row.p)  # a root, if there is one, as p is 3 modulo 4
    if y * y % row.p != square:
        return None
    if y % 2 != point[0] % 2:
        y = row.p - y
    return b"\x04" + point[1:] + y.to_bytes(row.coordinate_length, "big")
