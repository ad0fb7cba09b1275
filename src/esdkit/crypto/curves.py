"""The elliptic curves of spec/constants.yaml as the cryptography package has them, which is imported when the first is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from esdkit.spec import CONSTANTS

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurve

__all__ = ["elliptic_curve"]


@cache
def elliptic_curve(name: str) -> EllipticCurve:
    """The curve of a row, by its usual name."""
    from cryptography.hazmat.primitives.asymmetric import ec

    curve: EllipticCurve = getattr(ec, CONSTANTS.curves[name].sec_name.upper())()
    return curve
