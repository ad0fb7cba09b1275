"""The numbers at which readers go wrong: the ends of a field's range, and where a number of fewer bits would end.

A reader that keeps a 16-bit length in 8 bits, or in a signed number, works up to 255 or 127. So what tries a field asks here, whether it
draws values, sizes or changes.
"""

from __future__ import annotations

__all__ = ["boundaries"]

_BITS = (7, 8, 15, 16, 31, 32, 63)
"""The widths of signed and unsigned numbers of one, two, four and eight bytes, as far as a field can exceed them."""


def boundaries(least: int, most: int) -> list[int]:
    """The boundaries from ``least`` to ``most``, ascending: both ends, what is next to them, and each power of two with its neighbors."""
    powers = [1 << bits for bits in _BITS]
    near = {least, least + 1, most - 1, most, *(power + step for power in powers for step in (-1, 0, 1))}
    return sorted(number for number in near if least <= number <= most)
