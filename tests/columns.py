"""What a test of a text for people asks about its lines."""

from esdkit.columns import WIDTH, width

__all__ = ["too_wide"]


def too_wide(line: str, columns: int = WIDTH) -> bool:
    """Whether a line is longer than it may be: only a name that has more than half a line is a reason."""
    return width(line) > columns and max(map(width, line.split())) <= columns // 2
