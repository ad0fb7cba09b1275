"""The footer, which is there if and only if the suite signs; and the message as a whole."""

from esdkit.grammar.body import BODY
from esdkit.grammar.field import Blob, Choose, Group, Lookup
from esdkit.grammar.header import HEADER, SUITE_ID
from esdkit.spec import SUITES

__all__ = ["BODY_AND_FOOTER", "FOOTER", "MESSAGE", "SIGNED_FOOTER"]

SIGNED_FOOTER = Group(Blob("footer.signature"))

FOOTER = Choose(Lookup(SUITES, SUITE_ID, "signed"), {True: SIGNED_FOOTER, False: None})

BODY_AND_FOOTER = Group(BODY, FOOTER)

MESSAGE = Group(HEADER, BODY, FOOTER)
