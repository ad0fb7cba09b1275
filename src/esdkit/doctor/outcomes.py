"""What the trial of a key may say, by name; apart from the trials, which import keyrings."""

from __future__ import annotations

from typing import Literal

__all__ = ["OTHER_USES", "OtherOutcome", "Outcome"]

OtherOutcome = Literal["is-data-key", "is-wrapping-key", "opens-renamed", "other-order", "other-padding"]
OTHER_USES: frozenset[OtherOutcome] = frozenset({"is-data-key", "is-wrapping-key", "opens-renamed", "other-order", "other-padding"})
"""What a trial may say of a key that opens a data key, though not as it was configured."""

Outcome = (
    Literal[
        "opens", "wrong-data-key", "no-private-key", "does-not-open", "not-reached", "filtered", "not-asked", "other-name", "other-kind"
    ]
    | OtherOutcome
)
