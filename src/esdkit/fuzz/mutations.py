"""Mutations of a valid message that know the right answer.

    subject = Subject(draft)
    for plan in plans(subject):
        mutation = Mutation.of(plan, subject)

Each changes one thing: a number to a boundary, bytes, a list, the end; repaired up to a level, so that it reaches the check that it is
about. What a correct reader does follows from the rules (``expected``), not from running one.
"""

from __future__ import annotations

from esdkit.forge import disassemble
from esdkit.frozen import frozen
from esdkit.fuzz.body_changes import body_plans, footer_plans, whole_plans
from esdkit.fuzz.expected import Expected
from esdkit.fuzz.header_changes import header_plans
from esdkit.fuzz.mended import mended_plans
from esdkit.fuzz.plan import Plan
from esdkit.fuzz.subject import Subject

__all__ = ["Mutation", "plans"]


_LONGEST = 4096  # bytes of a message that is shown whole


@frozen
class Mutation:
    """A changed message and the right answer.

    ``repr`` is what a report of a failure needs, in several lines: what was done, what is expected, a command that shows it again, with the
    bytes in hex, and the message in the text form.

    Attributes:
        data: the bytes.
        operation: what was done.
        path: the field.
        offset: where the field begins in the valid message.
        repair: what was adjusted to the change.
        expected: what a correct reader does.
        data_key: the plaintext data key of the valid message, which protects nothing.
        plaintext: what a reader that accepts it gives.
    """

    data: bytes
    operation: str
    path: str
    offset: int
    repair: str
    expected: Expected
    data_key: bytes
    plaintext: bytes

    @classmethod
    def of(cls, plan: Plan, subject: Subject) -> Mutation:
        """Make the bytes."""
        draft = subject.draft
        return cls(
            plan.make(), plan.operation, plan.path, plan.offset, plan.repair.value, plan.expected, draft.data_key.reveal(), draft.plaintext
        )

    @property
    def command(self) -> str:
        """A line for a shell that shows what esdkit says of it."""
        return f"echo {self.data.hex()} | xxd -r -p | KEY={self.data_key.hex()} esdkit verify - --data-key env:KEY"

    def __repr__(self) -> str:
        lines = [
            f"{self.operation} {self.path} at {self.offset:#x}, repaired: {self.repair}, {len(self.data)} bytes",
            f"expected: {self.expected}. {self.expected.rule}",
        ]
        if self.expected.decision is not None:
            lines.append(f"readers may differ: {self.expected.decision}")
        if len(self.data) <= _LONGEST:
            lines += [self.command, *disassemble(self.data).splitlines()]
        return "\n".join(lines)


def plans(subject: Subject) -> list[Plan]:
    """All mutations of a message, those of its whole first; their bytes are not made yet."""
    return [*whole_plans(subject), *mended_plans(subject), *header_plans(subject), *body_plans(subject), *footer_plans(subject)]
