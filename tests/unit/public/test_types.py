"""What a type checker says about programs that use esdkit: mistakes are found, and right calls are not blamed. One run of mypy for all."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import esdkit

PROGRAM = """
import esdkit
import esdkit.fuzz
import esdkit.keyrings
from esdkit.cmm import RequiredEncryptionContextCmm
from esdkit.keyrings import ClientSupplier, KmsDiscoveryKeyring, KmsKeyring, KmsMrkDiscoveryKeyring, MultiKeyring, RawAesKeyring

ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
keyring = RawAesKeyring("namespace", "name", bytes(32))

# names
esdkit.nope  # E: attr-defined
esdkit.keyrings.NopeKeyring  # E: attr-defined
esdkit.fuzz.nope  # E: attr-defined
esdkit.keyrings.KmsKeyring
esdkit.fuzz.strategies.messages

# lists
KmsKeyring(ARN)  # E: arg-type
KmsKeyring([ARN], grant_tokens="token")  # E: arg-type
KmsDiscoveryKeyring(account_ids="111122223333")  # E: arg-type
KmsDiscoveryKeyring(regions="eu-west-1")  # E: arg-type
KmsMrkDiscoveryKeyring(regions="eu-west-1")  # E: arg-type
ClientSupplier(regions="eu-west-1")  # E: arg-type
RequiredEncryptionContextCmm("purpose", keyring)  # E: arg-type
esdkit.Client(compat="net-4.0.0")  # E: arg-type
MultiKeyring(children="a")  # E: arg-type
KmsKeyring([ARN], grant_tokens=("token",))
KmsDiscoveryKeyring(account_ids={"111122223333"}, regions=["eu-west-1"])
RequiredEncryptionContextCmm(frozenset(["purpose"]), keyring)
esdkit.Client(compat=["net-4.0.0"])
MultiKeyring(keyring, children=[keyring])

# options
client = esdkit.Client()
client.encrypt(source=b"", keyring=keyring, encryption_contxt={})  # E: call-arg
client.encrypt(source=b"", keyring=keyring, frame_length="4096")  # E: arg-type
client.decrypt(source=b"", keyring=keyring, algorithm=0x0578)  # E: call-arg
client.decrypt_range(source=b"", start=0, end=1, keyring=keyring, max_body_length=1)  # E: call-arg
client.stream("decrypt", source=b"", keyring=keyring, frame_length=1)  # E: call-overload
esdkit.encrypt(source=b"", keyrng=keyring)  # E: call-arg
message, header = esdkit.encrypt(source=b"", keyring=keyring, encryption_context={"a": "b"}, algorithm="0478", frame_length=4096)
plaintext, header = client.decrypt(source=message, keyring=keyring, encryption_context={"a": "b"}, max_body_length=10)
client.decrypt_range(source=message, start=0, end=1, data_key=bytes(32))
client.verify(source=message, keyring=keyring, plaintext=b"")
options: esdkit.EncryptOptions = {"keyring": keyring, "frame_length": 1}
with client.stream("encrypt", source=b"", **options) as stream:
    stream.read()
"""


def test_type_checker_finds_mistakes_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text(
        f"[mypy]\nmypy_path = {Path(esdkit.__file__).parents[1]}\nfollow_imports = silent\n", encoding="utf-8"
    )
    cache = Path(__file__).parents[3] / ".mypy_cache" / "program"  # without one, mypy reads all of esdkit first
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--hide-error-context",
        "--no-color-output",
        "--cache-dir",
        str(cache),
        "program.py",
    ]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    found = re.findall(r"^program\.py:(\d+): error: .*\[([a-z-]+)\]$", result.stdout, re.MULTILINE)
    marked = [(str(number), line.partition("# E: ")[2]) for number, line in enumerate(PROGRAM.split("\n"), 1) if "# E: " in line]
    assert found == marked, result.stdout + result.stderr
