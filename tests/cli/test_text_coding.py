"""Base64 and hexadecimal in pieces are what they are in one."""

import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.cli import text_coding
from esdkit.cli.text_coding import MessageSource, TextDecoder, base64_length, encode_base64
from esdkit.errors import Code, MalformedMessage
from tests.cli.running import MULTI

ENCODERS = {"base64": base64.b64encode, "base64url": base64.urlsafe_b64encode, "hex": base64.b16encode, "lines": base64.encodebytes}


class Short(io.BytesIO):
    """Gives a few bytes at a time."""

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self._most = most

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self._most)


def read_all(source: TextDecoder | MessageSource) -> bytes:
    return b"".join(iter(source.read, b""))


@given(data=st.binary(max_size=100), most=st.integers(1, 9), encoding=st.sampled_from(sorted(ENCODERS)), padded=st.booleans())
def test_text_in_pieces_is_decoded_as_in_one(data: bytes, most: int, encoding: str, padded: bool) -> None:
    text = ENCODERS[encoding](data)
    text = text if padded else text.replace(b"=", b"")
    name = "base64" if encoding == "lines" else encoding
    assert read_all(TextDecoder(Short(text, most), name)) == data


@given(pieces=st.lists(st.binary(max_size=7)))
def test_pieces_are_encoded_as_in_one(pieces: list[bytes]) -> None:
    text = b"".join(encode_base64(pieces))
    assert text == base64.b64encode(b"".join(pieces))
    assert base64_length(len(b"".join(pieces))) == len(text)


@pytest.mark.parametrize("text", [b"=", b"A", b"AA=A", b"AA==AA==", b"A\xff=="], ids=repr)
@pytest.mark.parametrize("most", [1, 100])
def test_text_that_is_not_of_its_encoding_is_refused(text: bytes, most: int) -> None:
    with pytest.raises(MalformedMessage) as caught:
        read_all(TextDecoder(Short(text, most), "base64"))
    assert caught.value.code == Code.ENCODING_INVALID


@pytest.mark.parametrize(("text", "encoding"), [(b"-_+/", "base64"), (b"-_+/", "base64url"), (b"++AA", "base64url")], ids=repr)
def test_text_in_two_alphabets_is_refused(text: bytes, encoding: str) -> None:
    with pytest.raises(MalformedMessage) as caught:
        read_all(TextDecoder(Short(text, 4), encoding))
    assert caught.value.code == Code.ENCODING_INVALID


@pytest.mark.req("CLI-DEC-032")
@pytest.mark.parametrize("encode", [bytes, base64.b64encode, base64.b16encode], ids=["binary", "base64", "hex"])
@pytest.mark.parametrize("piece", [256, 1 << 20], ids=["in-pieces", "in-one"])
def test_message_is_the_same_in_every_encoding(
    monkeypatch: pytest.MonkeyPatch, encode: type[bytes], piece: int, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(text_coding, "_PIECE", piece)
    source = MessageSource(io.BytesIO(encode(MULTI)), "name", is_base64=False)
    assert read_all(source) == MULTI
    assert bool(capsys.readouterr().err) == (encode is not bytes)
