"""A reader to start from: messages with suite 0478, raw AES keys. It needs nothing but the package `cryptography`."""

import base64
import json
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ABILITIES = {"protocol": 1, "name": "AES reader in Python", "version": "1", "suites": ["0478"], "keys": ["raw-aes"]}
ABILITIES["policies"] = ["FORBID_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"]
ABILITIES["frame_lengths"] = {"least": 1, "most": 4294967295, "multiple": 1}
ABILITIES |= dict.fromkeys(["encrypt", "non_framed", "required_context", "streaming"], False)


class Reader:
    def __init__(self, data):
        self.data, self.at, self.stage = data, 0, "parse"

    def check(self, fits, stage="parse"):
        self.stage = stage
        if not fits:
            raise ValueError(f"wrong value before byte {self.at}")

    def take(self, length):
        self.at += length
        self.check(self.at <= len(self.data))
        return self.data[self.at - length : self.at]

    def number(self, length):
        return int.from_bytes(self.take(length), "big")

    def sized(self):
        return self.take(self.number(2))

    def decrypt(self, request):
        self.check(self.take(3) == b"\x02\x04\x78")
        message_id, end = self.take(32), self.number(2) + self.at
        pairs = [(self.sized().decode(), self.sized().decode()) for _ in range(self.number(2))] if end > self.at else []
        self.check(self.at == end and len(dict(pairs)) == len(pairs))
        data_keys = [(self.sized().decode(), self.sized(), self.sized()) for _ in range(self.number(2))]
        kind, length, commitment = self.number(1), self.number(4), self.take(32)
        self.check(data_keys and kind in (1, 2) and (kind == 2) == (length > 0))
        header, tag = self.data[: self.at], self.take(16)
        limit = request["max_encrypted_data_keys"]
        self.check(limit is None or len(data_keys) <= limit, "policy")
        self.check("aws-crypto-public-key" not in dict(pairs), "signature")
        self.check(request["context"].items() <= dict(pairs).items(), "context")
        data_key = self.unwrap(request["keyring"], data_keys, pairs)
        self.check(HKDF(SHA512(), 32, message_id, b"COMMITKEY").derive(data_key) == commitment, "commitment")
        cipher = AESGCM(HKDF(SHA512(), 32, message_id, b"\x04\x78DERIVEKEY").derive(data_key))
        self.stage = "header_tag"
        cipher.decrypt(bytes(12), tag, header)
        plaintext = b"".join(self.body(cipher, message_id, length))
        self.check(self.at == len(self.data))
        return plaintext

    def unwrap(self, keyring, data_keys, pairs):
        parts = [part.encode() for pair in sorted(pairs, key=lambda pair: pair[0].encode()) for part in pair]
        aad = b"".join([len(pairs).to_bytes(2, "big"), *(len(part).to_bytes(2, "big") + part for part in parts)] if pairs else [])
        info = keyring["name"].encode() + bytes([0, 0, 0, 128, 0, 0, 0, 12])  # bits of the tag, bytes of the IV
        for namespace, found, wrapped in data_keys:
            if namespace == keyring["namespace"] and found[:-12] == info and len(wrapped) == 48:
                try:
                    return AESGCM(base64.b64decode(keyring["key"])).decrypt(found[-12:], wrapped, aad)
                except InvalidTag:
                    continue
        return self.check(False, "unwrap")

    def body(self, cipher, message_id, frame_length):
        number, final = 0, False
        while not final:
            number, final, kind = number + 1, not frame_length, b"Single Block"
            if frame_length:
                found = self.number(4)
                final = found == 0xFFFFFFFF
                kind = b"Final Frame" if final else b"Frame"
                self.check((self.number(4) if final else found) == number)
            iv = self.take(12)
            length = self.number(4 if frame_length else 8) if final else frame_length
            self.check(length <= (frame_length or length))
            data, self.stage = self.take(length + 16), "frames"
            aad = message_id + b"AWSKMSEncryptionClient " + kind + number.to_bytes(4, "big") + length.to_bytes(8, "big")
            yield cipher.decrypt(iv, data, aad)


def answer(request):
    if request["op"] != "decrypt":
        return {"ok": True, **ABILITIES} if request["op"] == "describe" else {"ok": False, "unsupported": "it only decrypts"}
    reader = Reader(base64.b64decode(request["message"]))
    try:
        return {"ok": True, "plaintext": base64.b64encode(reader.decrypt(request)).decode()}
    except (ValueError, InvalidTag) as error:
        return {"ok": False, "error": str(error) or "wrong tag", "class": type(error).__name__, "stage": reader.stage}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request)}), flush=True)
