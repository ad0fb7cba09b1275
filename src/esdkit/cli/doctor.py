"""``esdkit doctor``: what the bytes are, why they do not decrypt, and what to do.

``--apply`` writes a message anew that can be read but was written or packed wrongly: it is decrypted and encrypted again, as ``rekey``
does, because a second header under one data key gives away what authenticates the message.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click

from esdkit.cli.diagnosis import diagnosis_to_text, trouble_to_text
from esdkit.cli.errors import note
from esdkit.cli.keys import KEYS_HELP, KeyedCommand, given_cmm, given_wrapping_cmm, key_options
from esdkit.cli.options import context_pairs, demanding, reading_options
from esdkit.cli.rekey import new_context
from esdkit.cli.streams import STDIO, kept_file, naming, open_output
from esdkit.cli.terminal import color_option, echo
from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager, RequiredEncryptionContextCmm
from esdkit.doctor.defects import reading_cmm
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.json import diagnosis_to_json
from esdkit.doctor.sdk_errors import found_here, kms_codes, matching
from esdkit.doctor.trials import flatten_keyrings
from esdkit.engine import Client
from esdkit.engine.session import NET_4_0_0
from esdkit.message.model import Header
from esdkit.spec import CONSTANTS, error_codes, exit_codes

__all__ = ["doctor_command"]

_SCHEMA = 1
_HELP = f"""Say what a file is and why it does not decrypt: what it is when it is no message, which key opens which data key, policy,
    encryption context, who can read it, and what to do. Without a key, as far as that shows.

    \b
    esdkit doctor message.bin
    esdkit doctor message.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit doctor message.bin --error "unencryptedDataKey has not been set"
    esdkit doctor --error "$(tail -5 app.log)"

    --error takes what an SDK or AWS KMS said and explains it. --apply OUT reads a message that was packed or written wrongly, and writes it
    anew under the same keys with the same context: a new data key, not a patch. An RSA key needs public=@PEM for that, too.

    Exit code 0: nothing is wrong that can be checked. 1: it is no message, or there is a finding. 3: no key opens it.
{KEYS_HELP}"""


@click.command("doctor", cls=KeyedCommand, help=_HELP)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(allow_dash=True))
@key_options
@reading_options
@click.option("--error", "error_text", metavar="TEXT", help="What an SDK or AWS KMS said.")
@click.option("--apply", "output", metavar="OUT", help="Write the message anew, when it was written wrongly and a key opens it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@color_option
@click.pass_context
def doctor_command(
    context: click.Context,
    /,
    file: str | None,
    encryption_context: tuple[str, ...],
    commitment_policy: str,
    max_encrypted_data_keys: int | None,
    compat: tuple[str, ...],
    error_text: str | None,
    output: str | None,
    as_json: bool,
) -> int:
    # Reqs: CLI-DOC-018, CLI-DOC-019, CLI-DOC-020
    if file is None:
        if error_text is None or output is not None or as_json:
            raise click.UsageError("a file is needed; --error alone explains an error", context)
        return _explain_alone(error_text)
    pairs, stored = context_pairs(encryption_context)
    if output == STDIO:
        raise click.UsageError("the report goes to stdout, so that --apply needs a file", context)
    cmm = given_cmm(context)
    if cmm is None and (stored or output is not None):
        what = "--encryption-context without a value is checked" if stored else "--apply works"
        raise click.UsageError(f"{what} with a key only, see --help", context)
    writing = None if output is None else given_wrapping_cmm(context)
    with kept_file(file) as (opened, length):
        with naming(file):
            diagnosis = diagnose(
                opened,
                cmm=None if cmm is None else demanding(cmm, stored),
                policy=commitment_policy,
                encryption_context=pairs,
                max_encrypted_data_keys=max_encrypted_data_keys,
                compat=compat,
            )
        if diagnosis.length < length:
            note(f"{file} has {length} bytes; the first {diagnosis.length} were looked at")
        _show(diagnosis, file, error_text, as_json=as_json)
        if cmm is not None and writing is not None and output is not None:
            apply = _Applying(cmm, writing, CommitmentPolicy(commitment_policy), max_encrypted_data_keys, compat, pairs)
            return apply.to(diagnosis, output)
    return _exit_code(diagnosis)


def _explain_alone(error_text: str) -> int:
    troubles, kms = matching(error_text), kms_codes(error_text)
    _print(trouble_to_text(troubles, kms))
    return exit_codes()["ok" if troubles or kms else "answer_is_no"]


def _show(diagnosis: Diagnosis, name: str, error_text: str | None, *, as_json: bool) -> None:
    troubles, kms = ((), {}) if error_text is None else (matching(error_text), kms_codes(error_text))
    if as_json:
        said = [
            {"id": row.id, "sdks": list(row.sdks), "cause": row.cause, "fix": row.fix, "here": found_here(row, diagnosis)}
            for row in troubles
        ]
        document = {"schema": _SCHEMA, "file": name, "errors": said, "kms": kms, **diagnosis_to_json(diagnosis)}
        echo(json.dumps(document, indent=1))
        return
    _print(diagnosis_to_text(diagnosis, name))
    if error_text is not None:
        echo("")
        _print(trouble_to_text(troubles, kms, diagnosis))


def _print(lines: Iterator[str]) -> None:
    echo("\n".join(line.rstrip() for line in lines))


def _exit_code(diagnosis: Diagnosis) -> int:
    """The highest of what is wrong with the bytes and with what is inside of them."""
    error = diagnosis.error
    code = exit_codes()["ok" if diagnosis.recognition is None else "answer_is_no"]
    if error is not None:
        code = max(code, error_codes()[error.code].exit_code)
    return code if diagnosis.inside is None else max(code, _exit_code(diagnosis.inside))


class _Applying:
    """Writes a message anew.

    Args:
        cmm: what it is read with.
        writing: what it is written with, the same keys.
        policy, max_encrypted_data_keys, compat, pairs: the reader's.
    """

    def __init__(
        self,
        cmm: CryptographicMaterialsManager,
        writing: CryptographicMaterialsManager,
        policy: CommitmentPolicy,
        max_encrypted_data_keys: int | None,
        compat: tuple[str, ...],
        pairs: Mapping[str, str],
    ) -> None:
        self._cmm = cmm
        self._writing = writing
        self._client = Client(commitment_policy=policy, max_encrypted_data_keys=max_encrypted_data_keys, compat={*compat, NET_4_0_0})
        self._pairs = pairs

    def to(self, diagnosis: Diagnosis, output: str) -> int:
        """Write to a file, whole or not at all; gives the exit code.

        Raises:
            EsdkError: the message cannot be read, or its suite is not one that is written. OSError: the file cannot be written.
        """
        # Reqs: CLI-DOC-020, CLI-DOC-021
        message = diagnosis.innermost
        header = message.verification.header
        wrong = diagnosis.recognition is not None or any(defect.readable for defect in message.defects)
        if message.recognition is not None or header is None or not wrong:
            note("there is nothing that --apply can put right, and nothing was written")
            return _exit_code(diagnosis)
        if message.error is not None and not any(defect.readable for defect in message.defects):
            raise message.error  # before a key that cannot write hides it
        with self._written(message, header) as pieces, open_output(output, held=True) as sink:
            for piece in pieces:
                sink.write(piece)
        note(f"{output} is the message written anew, with a new data key under the same keys")
        return exit_codes()["ok"]

    @contextmanager
    def _written(self, message: Diagnosis, header: Header) -> Iterator[Iterator[bytes]]:
        new, unstored = new_context(header, self._pairs, {}, ())
        writing = RequiredEncryptionContextCmm(unstored, self._writing) if unstored else self._writing
        client = self._client
        frame_length = header.frame_length or CONSTANTS.default_frame_length
        with (
            client.stream("decrypt", source=message.data, cmm=self._reading(message, header), encryption_context=self._pairs) as plaintext,
            client.stream(
                "encrypt", source=plaintext, cmm=writing, encryption_context=new, algorithm=self._suite(header), frame_length=frame_length
            ) as stream,
        ):
            yield iter(stream)

    def _reading(self, message: Diagnosis, header: Header) -> CryptographicMaterialsManager:
        """The CMM that was given, unless a namespace was cut."""
        cut = any(defect.row.id != NET_4_0_0 for defect in message.defects)
        return reading_cmm(flatten_keyrings(self._cmm), header.encrypted_data_keys) if cut else self._cmm

    def _suite(self, header: Header) -> str | None:
        """The suite that the message has; the policy's, and a remark, when the policy does not write that one."""
        writes = self._client.commitment_policy.rule.encrypt
        if (writes == "committing") == header.suite.commitment:
            return header.suite.hex_id
        note(
            f"suite {header.suite.hex_id} is not written under {self._client.commitment_policy}; the new message has the policy's own suite"
        )
        return None
