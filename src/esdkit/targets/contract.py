"""Names of AWS's contract for test servers, which a client (``http``) and a server (``esdkit.serve``) share."""

from __future__ import annotations

from collections.abc import Mapping

from esdkit.spec import CONSTANTS, SUITES

__all__ = ["MEDIA_TYPE", "PADDINGS", "PATH", "PROTOCOL", "SUITE_NAMES", "UNSUPPORTED", "WRAPPING_ALGORITHMS"]

PATH = "/service/ESDKTestServer/operation/"
PROTOCOL: Mapping[str, str] = {"smithy-protocol": "rpc-v2-cbor"}
MEDIA_TYPE = "application/cbor"
UNSUPPORTED = "unsupported"
"""A member of our own, true in a GenericServerError that says what the tested program cannot do: the contract has no word for it."""

SUITE_NAMES: Mapping[str, str] = {
    f"{id_:04X}": f"ALG_{suite.name}{'_NO_KDF' if suite.kdf == 'identity' else ''}" for id_, suite in SUITES.items()
}
"""Algorithm suites, by id."""
PADDINGS: Mapping[str, str] = {
    name: name.upper().replace("-", "_") + ("" if hash_name is None else "_MGF1") for name, hash_name in CONSTANTS.raw_rsa_paddings.items()
}
"""RSA paddings, by our names."""
WRAPPING_ALGORITHMS: Mapping[int, str] = {
    length: f"ALG_AES{8 * length}_GCM_IV12_TAG16" for length in CONSTANTS.raw_aes_wrapping_key_lengths
}
"""Algorithms of raw AES keys, by the key's length in bytes."""
