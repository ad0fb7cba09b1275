"""The header: body and authentication, for both message versions.

The version decides the fields. A suite of the other version is read all the same (that it does not belong there is a value rule); an
unknown suite or content type ends the structure, because sizes after it depend on it.
"""

from esdkit.grammar.context import ENCRYPTION_CONTEXT
from esdkit.grammar.edk import ENCRYPTED_DATA_KEYS
from esdkit.grammar.field import Choose, Dispatch, Group, Lookup, Raw, Ref, UInt, u8, u16, u32
from esdkit.spec import CONSTANTS, SUITES

__all__ = ["HEADER", "HEADER_AUTH", "HEADER_BODY", "IV_LENGTH", "SUITE_ID", "TAG_LENGTH"]

SUITE_ID = Ref("header.algorithm_suite_id")
IV_LENGTH = Lookup(SUITES, SUITE_ID, "iv_length")
TAG_LENGTH = Lookup(SUITES, SUITE_ID, "tag_length")


def _suite_id() -> UInt:
    # Reqs: FMT-HDR-020, ALG-SUI-003
    return u16("header.algorithm_suite_id", closed=SUITES)


def _content_type() -> UInt:
    return u8("header.content_type", closed=(CONSTANTS.content_non_framed, CONSTANTS.content_framed))


# Reqs: FMT-HDR-002, FMT-HDR-003
HEADER_BODY = Dispatch(
    {
        1: Group(
            u8("header.version"),
            u8("header.type"),
            _suite_id(),
            Raw("header.message_id", CONSTANTS.message_id_lengths[1]),
            ENCRYPTION_CONTEXT,
            ENCRYPTED_DATA_KEYS,
            _content_type(),
            u32("header.reserved"),
            u8("header.iv_length"),
            u32("header.frame_length"),
        ),
        2: Group(
            u8("header.version"),
            _suite_id(),
            Raw("header.message_id", CONSTANTS.message_id_lengths[2]),
            ENCRYPTION_CONTEXT,
            ENCRYPTED_DATA_KEYS,
            _content_type(),
            u32("header.frame_length"),
            Raw("header.suite_data", Lookup(SUITES, SUITE_ID, "suite_data_length")),
        ),
    }
)

HEADER_AUTH = Choose(
    Ref("header.version"),
    {
        1: Group(Raw("header_auth.iv", IV_LENGTH), Raw("header_auth.tag", TAG_LENGTH)),
        2: Group(Raw("header_auth.tag", TAG_LENGTH)),
    },
)

HEADER = Group(HEADER_BODY, HEADER_AUTH)
