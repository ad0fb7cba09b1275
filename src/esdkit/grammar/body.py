"""The body: regular frames and a final one, or a single block; and the authenticated data that goes with each (computed, never stored)."""

from esdkit.grammar.field import Choose, Dispatch, Given, Group, Raw, Ref, Until, u32, u64
from esdkit.grammar.header import IV_LENGTH, TAG_LENGTH
from esdkit.spec import CONSTANTS

__all__ = [
    "BODY",
    "BODY_AAD",
    "FINAL_FRAME",
    "FINAL_FRAME_HEAD",
    "FRAME",
    "FRAMES",
    "FRAME_HEAD",
    "NON_FRAMED",
    "NON_FRAMED_HEAD",
]

# A head is what comes before the ciphertext.
FRAME_HEAD = Group(u32("body.frame.sequence_number"), Raw("body.frame.iv", IV_LENGTH))

FRAME = Group(
    *FRAME_HEAD.nodes,
    Raw("body.frame.ciphertext", Ref("header.frame_length")),
    Raw("body.frame.tag", TAG_LENGTH),
)

# Reqs: FMT-FRM-007, FMT-FRM-008
FINAL_FRAME_HEAD = Group(
    u32("body.final_frame.marker"),
    u32("body.final_frame.sequence_number"),
    Raw("body.final_frame.iv", IV_LENGTH),
    u32("body.final_frame.content_length"),
)

# Reqs: FMT-FRM-013, FMT-FRM-014
FINAL_FRAME = Group(
    *FINAL_FRAME_HEAD.nodes,
    Raw("body.final_frame.ciphertext", Ref("body.final_frame.content_length")),
    Raw("body.final_frame.tag", TAG_LENGTH),
)

# Reqs: FMT-FRM-007, FMT-FRM-008
FRAMES = Until(Dispatch({CONSTANTS.final_frame_marker: FINAL_FRAME}, default=FRAME), last=FINAL_FRAME)

# Reqs: FMT-NFR-006
NON_FRAMED_HEAD = Group(Raw("body.iv", IV_LENGTH), u64("body.content_length"))

# Reqs: FMT-NFR-006
NON_FRAMED = Group(
    *NON_FRAMED_HEAD.nodes,
    Raw("body.ciphertext", Ref("body.content_length")),
    Raw("body.tag", TAG_LENGTH),
)

# Reqs: CLI-DEC-026
BODY = Choose(Ref("header.content_type"), {CONSTANTS.content_non_framed: NON_FRAMED, CONSTANTS.content_framed: FRAMES})

BODY_AAD = Group(
    Raw("body_aad.message_id", Given("body_aad.message_id")),
    Raw("body_aad.content_string", Given("body_aad.content_string")),
    u32("body_aad.sequence_number"),
    u64("body_aad.content_length"),
)
