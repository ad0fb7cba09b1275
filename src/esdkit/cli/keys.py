"""The key options: ``--aes``, ``--rsa``, ``--kms``, ``--keyring`` of every verb that opens or writes a message, ``--kms-discovery`` and
``--data-key`` of those that open one, and ``--to-aes`` and so on of the one that does both.

Invariants: key bytes never stand in the arguments, where other users of the machine can read them, and no argument is repeated in an
error, because it may be a key that was put there by mistake. The options make one keyring, in the order of the command line; the KMS keys
are one keyring, in the place of the first. A keyring file that describes a CMM stands alone.
"""

from __future__ import annotations

import binascii
import os
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, cast

import click

from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.spec import CONSTANTS, SUITES

__all__ = [
    "KEYS_HELP",
    "OPENING_FLAGS",
    "WRAPPING_KEYS_HELP",
    "KeyedCommand",
    "cached",
    "caching_option",
    "given_cmm",
    "given_wrapping_cmm",
    "key_options",
    "new_key_options",
    "read_data_key",
    "read_named_key",
    "wrapping_key_options",
]

_SHARED_HELP = r"""
    --aes namespace=N,name=M,key=@FILE        raw AES keyring; the file holds 16,
                                              24 or 32 bytes, raw, hex or base64
    --rsa namespace=N,name=M,padding=P,{half}=@PEM
                                              raw RSA keyring; paddings: pkcs1,
                                              oaep-sha1, -sha256, -sha384, -sha512
    --kms ARN                                 AWS KMS key; again for more keys,
                                              also of other regions
    --keyring FILE.yaml                       any tree of keyrings and CMMs; see
                                              esdkit keyring --help
"""

_SOURCES_HELP = r"""
    Instead of @FILE, env:VARIABLE takes the key from the environment (hex, base64 or PEM). A comma inside a value is written \,. AWS
    profiles, regions and endpoints are those of the environment and the shared configuration files.
"""

KEYS_HELP = f"""
    Keys, in the order in which they are tried:

    \b{_SHARED_HELP.format(half="private").rstrip()}
    --kms-discovery                           any AWS KMS key that the message
                                              names; bound it by --account,
                                              --partition and --region
    --data-key @FILE                          the plaintext data key itself
{_SOURCES_HELP}"""

WRAPPING_KEYS_HELP = f"""
    Keys; the first makes the data key, each of them can open the message:

    \b{_SHARED_HELP.format(half="public").rstrip()}
{_SOURCES_HELP}"""

_ORDER = "esdkit.key_options"
_DISCOVERY = "kms_discovery"
_CAPACITY = 1000  # entries of the cache of --caching
_Made = Keyring | CryptographicMaterialsManager
_PARTS = {"aes": ("namespace", "name", "key"), "rsa": ("namespace", "name", "padding")}
_RSA_KEYS = ("public", "private")
_SHOWN = {
    "aes": ("SPEC", "A raw AES keyring, see above."),
    "rsa": ("SPEC", "A raw RSA keyring, see above."),
    "kms": ("ARN", "An AWS KMS key, see above."),
    "keyring": ("FILE", "A keyring file, see above."),
    "data_key": ("@FILE|env:VARIABLE", "The plaintext data key itself, see above."),
    "to_aes": ("SPEC", "A raw AES keyring to write with, as --aes."),
    "to_rsa": ("SPEC", "A raw RSA keyring to write with, as --rsa; public=@PEM is enough."),
    "to_kms": ("ARN", "An AWS KMS key to write with, as --kms."),
    "to_keyring": ("FILE", "A keyring file to write with, as --keyring."),
}
_WRAPPING = ("aes", "rsa", "kms", "keyring")
_OPENING = (*_WRAPPING, _DISCOVERY, "data_key")
_NEW = tuple(f"to_{name}" for name in _WRAPPING)
_LOGGED = ("kms", "keyring", _DISCOVERY)  # what asks others may have something to tell


OPENING_FLAGS = " or ".join(f"--{name.replace('_', '-')}" for name in _OPENING)


class KeyedCommand(click.Command):
    """A command that remembers in which order its options stood; click itself sorts them by name."""

    allow_extra_args = True  # they are refused below, without being repeated

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail("there are more arguments than this takes")
        return rest


def key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that open to a ``KeyedCommand``; ``given_cmm`` gives what they made."""
    bounds = [
        click.option("--account", multiple=True, metavar="ID", expose_value=False, callback=_keep, help="Only keys of this account."),
        click.option(
            "--partition", metavar="NAME", expose_value=False, callback=_keep, help="Only keys of this partition; aws by default."
        ),
        click.option("--region", multiple=True, metavar="REGION", expose_value=False, callback=_keep, help="Only keys of this region."),
    ]
    for bound in reversed(bounds):
        command = bound(command)
    return _with_options(command, _OPENING)


def wrapping_key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that wrap; ``given_wrapping_cmm`` gives what they made."""
    return _with_options(command, _WRAPPING)


def new_key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that wrap beside those that open; ``given_wrapping_cmm(new=True)`` gives what they made."""
    return _with_options(command, _NEW)


def _with_options(command: Callable[..., Any], names: Sequence[str]) -> Callable[..., Any]:
    for name in reversed(names):
        if name == _DISCOVERY:
            text = "AWS KMS keys as the message names them, see above."
            command = click.option(_flag(name), name, is_flag=True, help=text, expose_value=False, callback=_keep)(command)
            continue
        metavar, text = _SHOWN[name]
        command = click.option(_flag(name), name, multiple=True, metavar=metavar, help=text, expose_value=False, callback=_keep)(command)
    return command


def given_cmm(context: click.Context) -> CryptographicMaterialsManager | None:
    """The CMM that opens, as the options describe it; None when there was none.

    Raises:
        click.UsageError: the options do not go together. click.BadParameter: an option cannot be understood.
        OSError: a key file cannot be read.
        UsageError: a key cannot be used.
    """
    given = _given(context, _OPENING)
    if not context.meta[_DISCOVERY] and (context.meta["account"] or context.meta["partition"] or context.meta["region"]):
        raise click.UsageError("--account, --partition and --region bound --kms-discovery, which is not there", context)
    return _one_cmm(context, given, lambda keyrings: MultiKeyring(children=keyrings)) if given else None


def given_wrapping_cmm(context: click.Context, *, new: bool = False) -> CryptographicMaterialsManager:
    """The CMM that wraps: the first key makes the data key, all of them wrap it.

    Args:
        context: of the command.
        new: whether the options are those of ``new_key_options``.

    Raises:
        click.UsageError: there was none. Others as for ``given_cmm``.
    """
    names = _NEW if new else _WRAPPING
    given = _given(context, names)
    if not given:
        raise click.UsageError(f"a key to write with is needed: {' or '.join(map(_flag, names))}", context)
    return _one_cmm(context, given, lambda keyrings: MultiKeyring(generator=keyrings[0], children=keyrings[1:]))


def caching_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--caching``, which arrives as ``caching``; ``cached`` follows it."""
    text = "Use a data key for several files: max_age=SECONDS, and any of max_messages=N, max_bytes=N, capacity=N, behind commas."
    return click.option("--caching", metavar="LIMITS", help=text)(command)


def cached(cmm: CryptographicMaterialsManager, limits: str | None) -> CryptographicMaterialsManager:
    """The CMM behind a cache with these limits; itself without limits.

    Raises:
        click.BadParameter: they cannot be understood. UsageError: one is out of its range.
    """
    if limits is None:
        return cmm
    from esdkit.caches import SynchronizedCache
    from esdkit.cmm import CachingCmm

    texts = _split("--caching", limits, ("max_age",), ("max_messages", "max_bytes", "capacity"))
    try:
        max_age = float(texts.pop("max_age"))
        numbers: dict[str, Any] = {name: int(text) for name, text in texts.items()}
    except ValueError:
        raise _bad("--caching", "the limits are numbers") from None
    return CachingCmm(cmm, cache=SynchronizedCache(numbers.pop("capacity", _CAPACITY)), max_age=max_age, **numbers)


def _one_cmm(context: click.Context, given: Sequence[_Made], join: Callable[[Sequence[Keyring]], Keyring]) -> CryptographicMaterialsManager:
    """The only CMM or keyring, or the keyrings joined."""
    keyrings = [one for one in given if isinstance(one, Keyring)]
    if len(given) == 1:
        return DefaultCmm(keyrings[0]) if keyrings else cast(CryptographicMaterialsManager, given[0])
    if len(keyrings) < len(given):
        raise click.UsageError("a keyring file that describes a CMM stands alone, without other keys", context)
    return DefaultCmm(join(keyrings))


def _given(context: click.Context, names: Sequence[str]) -> list[_Made]:
    """What the options make, in their order."""
    if any(context.meta[name] for name in names if name.removeprefix("to_") in _LOGGED):
        from esdkit.cli.log import show_log

        show_log(context)
    values = {name: iter(context.meta[name]) for name in names}
    made: list[_Made] = []
    for name in context.meta[_ORDER]:
        value = next(values[name], None) if name in names else None
        if value is None:
            continue
        if name in ("kms", "to_kms"):
            made.append(_kms([value, *values[name]]))  # all of them, in the place of the first
        elif name == _DISCOVERY:
            made.append(_discovery(context))
        else:
            made.append(_READERS[name.removeprefix("to_")](_flag(name), value))
    return made


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _keep(context: click.Context, parameter: click.Parameter, value: tuple[str, ...] | str | bool | None) -> None:
    context.meta[str(parameter.name)] = (value,) * value if isinstance(value, bool) else value


def _aes(option: str, text: str) -> Keyring:
    parts = _split(option, text, _PARTS["aes"])
    key = _read_key(option, "key", parts["key"], CONSTANTS.raw_aes_wrapping_key_lengths)
    return RawAesKeyring(parts["namespace"], parts["name"], key)


def _rsa(option: str, text: str) -> Keyring:
    parts = _split(option, text, _PARTS["rsa"], _RSA_KEYS)
    public, private = (None if name not in parts else _read(option, name, parts[name]) for name in _RSA_KEYS)
    return RawRsaKeyring(parts["namespace"], parts["name"], parts["padding"], public_key=public, private_key=private)


def _data_key(option: str, text: str) -> Keyring:
    return StaticDataKeyring(read_data_key(option, text))


def _kms(key_ids: list[str]) -> Keyring:
    from esdkit.keyrings import KmsKeyring  # few programs need it

    return KmsKeyring(key_ids=key_ids)


def _discovery(context: click.Context) -> Keyring:
    from esdkit.keyrings import KmsDiscoveryKeyring

    accounts, partition, regions = (context.meta[name] for name in ("account", "partition", "region"))
    return KmsDiscoveryKeyring(account_ids=accounts or None, partition="aws" if partition is None else partition, regions=regions or None)


def _keyring_file(option: str, text: str) -> _Made:
    from esdkit.cli.keyring_file import read_keyring_file

    return read_keyring_file(text, lambda source, lengths: read_named_key(option, source, lengths))


def read_data_key(option: str, source: str) -> bytes:
    """A plaintext data key named as ``@FILE`` or ``env:VARIABLE``. Errors as for ``read_named_key``."""
    return _read_key(option, "the value", source, {suite.data_key_length for suite in SUITES.values()})


def read_named_key(option: str, source: str, lengths: Collection[int] | None) -> bytes:
    """A key named as ``@FILE`` or ``env:VARIABLE``: of one of these lengths (bytes), raw or as text; None for bytes as they stand, a PEM.

    Raises:
        click.BadParameter: it is no such key; ``option`` is who named it. OSError: the file cannot be read.
    """
    return _read(option, "a key", source) if lengths is None else _read_key(option, "a key", source, lengths)


_READERS: dict[str, Callable[[str, str], _Made]] = {"aes": _aes, "rsa": _rsa, "data_key": _data_key, "keyring": _keyring_file}


def _split(option: str, text: str, required: Collection[str], optional: Collection[str] = ()) -> dict[str, str]:
    """Read ``name=value,name=value``; a value may hold ``=``, and a comma as ``\\,``."""
    parts: dict[str, str] = {}
    expected = f"expected are {', '.join([f'{name}=' for name in required] + [f'[{name}=]' for name in optional])}"
    for part in re.split(r"(?<!\\),", text):
        name, equals, value = part.partition("=")
        if not equals or name not in {*required, *optional}:
            raise _bad(option, f"there is a part that is not known; {expected}")
        if name in parts:
            raise _bad(option, f"{name}= stands twice")
        parts[name] = value.replace("\\,", ",")
    missing = [name for name in required if name not in parts]
    if missing:
        raise _bad(option, f"{missing[0]}= is missing; {expected}")
    return parts


def _read_key(option: str, what: str, source: str, lengths: Collection[int]) -> bytes:
    """A key of one of these lengths (bytes), raw or as text."""
    data = _read(option, what, source)
    text = _from_text(data, lengths)
    raw = data if source.startswith("@") and len(data) in lengths else None
    if raw is not None and text is not None:
        hint = "end text with a line break; write a raw key that looks like text in hex, with a line break"
        raise _bad(option, f"the key may be {len(raw)} raw bytes, or text of {len(text)} bytes; {hint}")
    key = text if raw is None else raw
    if key is None:
        known = ", ".join(map(str, sorted(lengths)))
        raise _bad(option, f"{what} is no key of a usable length: expected are {known} bytes, raw (in a file), in hex or in base64")
    return key


def _from_text(data: bytes, lengths: Collection[int]) -> bytes | None:
    for read in (binascii.unhexlify, lambda text: binascii.a2b_base64(text, strict_mode=True)):
        try:
            key = read(data.strip())
        except binascii.Error:
            continue
        if len(key) in lengths:
            return key
    return None


def _read(option: str, what: str, source: str) -> bytes:
    if source.startswith("@"):
        return Path(source[1:]).expanduser().read_bytes()
    if source.startswith("env:"):
        value = os.environ.get(source[4:])
        if value is None:
            raise _bad(option, f"the environment variable that {what} names is not set")
        return os.fsencode(value)
    reason = "other users of the machine can read the command line, so a key itself never stands there"
    raise _bad(option, f"{what} must be @FILE or env:VARIABLE; {reason}")


def _bad(option: str, message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint=f"'{option}'")
