from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto import aead
from esdkit.spec import SUITES
from tests.each import each

TAG_LENGTHS = {suite.tag_length for suite in SUITES.values()}
keys = st.sampled_from(sorted({suite.key_length for suite in SUITES.values()})).flatmap(lambda n: st.binary(min_size=n, max_size=n))
ivs = st.sampled_from([suite.iv_length for suite in SUITES.values()]).flatmap(lambda n: st.binary(min_size=n, max_size=n))
texts = st.binary(max_size=200)

# The GCM proposal's test case 4 (McGrew and Viega, appendix B): key, IV, AAD, plaintext, ciphertext, tag.
GCM_CASE_4 = [
    bytes.fromhex(text)
    for text in (
        "feffe9928665731c6d6a8f9467308308",
        "cafebabefacedbaddecaf888",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
        "5bc94fbc3221a5db94fae95ae7121a47",
    )
]


@contextmanager
def incrementally(chunk: int) -> Iterator[None]:
    """Everything is too long for one call; the incremental cipher takes ``chunk`` bytes at a time."""
    with patch.object(aead, "LIMITS", {"gcm_one_shot": 0}), patch.object(aead, "_CHUNK", chunk):
        yield


@pytest.mark.req("ALG-SUI-011", "ALG-SUI-012", "ALG-SUI-013", "ALG-SUI-014")
@pytest.mark.parametrize("chunk", [None, 1, 7, 1000], ids=["one-shot", "1-byte-steps", "7-byte-steps", "one-step"])
def test_aead_known_answer_holds_both_ways(chunk: int | None) -> None:
    key, iv, aad, plaintext, ciphertext, tag = GCM_CASE_4
    with nullcontext() if chunk is None else incrementally(chunk):
        assert aead.encrypt(key, iv, aad, plaintext) == (ciphertext, tag)
        assert aead.decrypt(key, iv, aad, ciphertext, tag) == plaintext


@pytest.mark.req("ALG-SUI-011", "ALG-SUI-014")
@given(key=keys, iv=ivs, aad=texts, plaintext=texts, chunk=st.integers(1, 64))
def test_aead_incremental_equals_one_shot(key: bytes, iv: bytes, aad: bytes, plaintext: bytes, chunk: int) -> None:
    ciphertext, tag = aead.encrypt(key, iv, aad, plaintext)
    assert len(ciphertext) == len(plaintext)
    assert {len(tag)} == TAG_LENGTHS
    assert aead.decrypt(key, iv, aad, ciphertext, tag) == plaintext
    with incrementally(chunk):
        assert aead.encrypt(key, iv, aad, plaintext) == (ciphertext, tag)
        assert aead.decrypt(key, iv, aad, ciphertext, tag) == plaintext
    opener = aead.AesGcm(key).incremental_decryptor(iv, aad)
    assert b"".join(opener.update(ciphertext[at : at + chunk]) for at in range(0, len(ciphertext), chunk)) == plaintext
    opener.verify(tag)


def flip(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@pytest.mark.req("ALG-SUI-011", kind="negative")
@pytest.mark.parametrize("way", ["one-shot", "incremental"])
@given(key=keys, iv=ivs, aad=texts.filter(len), plaintext=texts.filter(len), data=st.data())
def test_aead_one_bit_changed_is_refused(way: str, key: bytes, iv: bytes, aad: bytes, plaintext: bytes, data: st.DataObject) -> None:
    parts = [iv, aad, *aead.encrypt(key, iv, aad, plaintext)]
    which = data.draw(st.integers(0, 3))
    parts[which] = flip(parts[which], data.draw(st.integers(0, 8 * len(parts[which]) - 1)))
    with nullcontext() if way == "one-shot" else incrementally(7), pytest.raises(aead.InvalidTag):
        aead.decrypt(key, parts[0], parts[1], parts[2], parts[3])
    opener = aead.AesGcm(key).incremental_decryptor(parts[0], parts[1])
    opener.update(parts[2])
    with pytest.raises(aead.InvalidTag):
        opener.verify(parts[3])


@pytest.mark.req("ALG-SUI-014", kind="negative")
@each("length", range(16), ids=str)
def test_aead_short_tag_is_refused(length: int) -> None:
    key, iv, aad, _, ciphertext, tag = GCM_CASE_4
    with pytest.raises(aead.InvalidTag):
        aead.decrypt(key, iv, aad, ciphertext, tag[:length])


@pytest.mark.req("ALG-SUI-011")
@pytest.mark.parametrize("method", ["encrypt", "decrypt"])
def test_aead_beyond_one_shot_takes_the_incremental_cipher(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    key, iv, aad, plaintext, ciphertext, tag = GCM_CASE_4
    monkeypatch.setattr(aead, "LIMITS", {"gcm_one_shot": len(plaintext) - 1})
    monkeypatch.setattr(aead, "AESGCM", lambda key: None)  # any use of it fails
    if method == "encrypt":
        assert aead.encrypt(key, iv, aad, plaintext) == (ciphertext, tag)
    else:
        assert aead.decrypt(key, iv, aad, ciphertext, tag) == plaintext


@pytest.mark.req("ALG-SUI-011")
def test_aesgcm_kept_for_a_message_decrypts_many_frames() -> None:
    cipher = aead.AesGcm(bytes(32))
    for number in range(5):
        iv = number.to_bytes(12, "big")
        assert cipher.decrypt(iv, b"aad", *cipher.encrypt(iv, b"aad", b"text")) == b"text"
