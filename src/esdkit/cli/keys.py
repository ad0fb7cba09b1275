"""The key options. Every verb that opens or writes a message has ``--aes``, ``--rsa``, ``--kms``, ``--kms-mrk``, ``--kms-rsa`` and
``--keyring``, those that open one also ``--kms-discovery``, ``--kms-mrk-discovery`` and ``--data-key``, and the one that does both
``--to-aes`` and so on.

Invariants: key bytes are never in the arguments, where other users of the machine can read them, and no argument is repeated in an error,
because it may be a key that was put there by mistake. The options make one keyring, in the order of the command line; the values of
``--kms`` are one keyring, in the place of the first, and likewise those of ``--kms-mrk`` and ``--kms-mrk-discovery``. A keyring file that
describes a CMM cannot be combined with other keys.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from esdkit.cli.command import Command, Decorator, add_options, section_option
from esdkit.columns import count
from esdkit.errors import UsageError
from esdkit.spec import CONSTANTS, DATA_KEY_LENGTHS

if TYPE_CHECKING:
    from esdkit.cmm import CryptographicMaterialsManager
    from esdkit.keyrings import Keyring

    Made = Keyring | CryptographicMaterialsManager

__all__ = [
    "OPENING_FLAGS",
    "KeyedCommand",
    "cached",
    "caching_option",
    "files_argument",
    "given_cmm",
    "given_wrapping_cmm",
    "key_options",
    "new_key_options",
    "read_data_key",
    "read_named_key",
    "wrapping_key_options",
]

_KEYS = "Keys"
_SOURCES = (
    "Keys are used in the order given. SOURCE is @FILE or env:VARIABLE: 16, 24 or 32 bytes in hex, base64 or, in a file, raw; for RSA, a"
    f" PEM. P is one of {', '.join(CONSTANTS.raw_rsa_paddings)}. Write a comma in a value as \\,, a binary"
    " name as name_hex=HEX. Your AWS configuration is used."
)

_ORDER = "esdkit.key_options"
_DISCOVERY, _MRK_DISCOVERY = "kms_discovery", "kms_mrk_discovery"
_COLUMN = 18  # of the options in the help
_CAPACITY = 1000  # entries of the cache of --caching
_NAME = "name|name_hex"
_ALGORITHMS = tuple(CONSTANTS.kms_rsa_algorithms)
_PARTS = {"aes": ("namespace", _NAME, "key"), "rsa": ("namespace", _NAME, "padding")}
_RSA_KEYS = ("public", "private")
_HELP = {
    "aes": ("SPEC", "Raw AES key: namespace=N,name=M,key=SOURCE."),
    "rsa": (
        "SPEC",
        "Raw RSA key: namespace=N,name=M,padding=P,{half}=SOURCE.",
    ),
    "kms": ("ARN", "AWS KMS key; repeat for other keys and Regions."),
    "kms_mrk": ("ARN", "Multi-Region AWS KMS key, or any replica of it."),
    "kms_rsa": ("SPEC", f"AWS KMS RSA key: arn=ARN{{public}}[,algorithm={_ALGORITHMS[0]}]."),
    "keyring": ("FILE", "Keyring file (YAML); see esdkit keyring --help."),
    "kms_discovery": (None, "Any AWS KMS key that the message names."),
    "kms_mrk_discovery": ("REGION", "Any AWS KMS key or its replica in this Region."),
    "data_key": ("SOURCE", "The plaintext data key itself."),
    "to_aes": ("SPEC", "New raw AES key; the first key generates the data key."),
    "to_rsa": ("SPEC", "New raw RSA key; public=SOURCE is enough."),
    "to_kms": ("ARN", "New AWS KMS key."),
    "to_keyring": ("FILE", "New keys from a keyring file."),
}
_WRAPPING = ("aes", "rsa", "kms", "kms_mrk", "kms_rsa", "keyring")
_OPENING = (*_WRAPPING, _DISCOVERY, _MRK_DISCOVERY, "data_key")
_NEW = ("to_aes", "to_rsa", "to_kms", "to_keyring")
_LOGGED = ("kms", "kms_mrk", "kms_rsa", "keyring", _DISCOVERY, _MRK_DISCOVERY)  # what asks others may have something to tell


OPENING_FLAGS = " or ".join(f"--{name.replace('_', '-')}" for name in _OPENING)


class KeyedCommand(Command):
    """A command that remembers in which order its options were given; click itself sorts them by name."""

    allow_extra_args = True  # they are refused below, without being repeated

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, notes={_KEYS: _SOURCES}, columns={_KEYS: _COLUMN}, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given = [*args]  # the second reading takes words out of it
        _, _, order = self.make_parser(ctx).parse_args(args=[*args])
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from esdkit.cli.official import hint_of_values  # few runs need it

            says = hint_of_values(given)
            ctx.fail("too many arguments" if says is None else f"too many arguments. {says}")
        return rest


def files_argument(*, required: bool) -> Decorator:
    """The argument of files of a verb with keys; it arrives as ``files``. A key where a file should be is not repeated."""
    metavar = "FILE..." if required else "[FILE]..."
    kind = click.Path(allow_dash=True)
    return click.argument("files", nargs=-1, required=required, metavar=metavar, type=kind, callback=_refuse_keys)


def _refuse_keys(_context: click.Context, _parameter: click.Parameter, names: Sequence[str]) -> Sequence[str]:
    for number, name in enumerate(names, 1):
        if not Path(name).exists() and any(len(key) in DATA_KEY_LENGTHS for key in _from_text(name.encode())):
            raise click.UsageError(f"argument {number} is not a file and looks like a key; write keys as @FILE or env:VARIABLE")
    return names


def key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that open to a ``KeyedCommand``; ``given_cmm`` gives what they made."""
    bounds = [
        ("account", "ID", True, "Limit discovery to this account."),
        ("partition", "NAME", False, "Limit discovery to this partition (default: aws)."),
        ("region", "REGION", True, "Limit --kms-discovery to this Region."),
    ]
    return add_options(
        command,
        *(_key_option(name, "private") for name in _OPENING),
        *(_kept(name, multiple=multiple, metavar=metavar, help=text) for name, metavar, multiple, text in bounds),
    )


def wrapping_key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that wrap; ``given_wrapping_cmm`` gives what they made."""
    return add_options(command, *(_key_option(name, "public") for name in _WRAPPING))


def new_key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that wrap beside those that open; ``given_wrapping_cmm(new=True)`` gives what they made."""
    return add_options(command, *(_key_option(name, "public") for name in _NEW))


def _key_option(name: str, half: str) -> Decorator:
    metavar, text = _HELP[name]
    form: dict[str, Any] = {"is_flag": True} if metavar is None else {"multiple": True, "metavar": metavar}
    return _kept(name, help=text.format(half=half, public=",public=SOURCE" if half == "public" else ""), **form)


def _kept(name: str, **settings: Any) -> Decorator:
    """An option whose values are kept for ``given_cmm``."""
    return section_option(_flag(name), name, expose_value=False, callback=_keep, section=_KEYS, **settings)


def given_cmm(context: click.Context) -> CryptographicMaterialsManager | None:
    """The CMM that opens, as the options describe it; None when there was none.

    Raises:
        click.UsageError: the options do not go together. click.BadParameter: an option cannot be understood.
        OSError: a key file cannot be read.
        UsageError: a key cannot be used.
    """
    given = _given(context, _OPENING)
    if context.meta["region"] and not context.meta[_DISCOVERY]:
        raise click.UsageError("--region needs --kms-discovery", context)
    if (context.meta["account"] or context.meta["partition"]) and not (context.meta[_DISCOVERY] or context.meta[_MRK_DISCOVERY]):
        raise click.UsageError("--account and --partition need --kms-discovery or --kms-mrk-discovery", context)
    return _one_cmm(context, given, _opening) if given else None


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
        raise click.UsageError(f"give a key to encrypt with: {' or '.join(map(_flag, names))}", context)
    return _one_cmm(context, given, _wrapping)


def caching_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--caching``, which arrives as ``caching``; ``cached`` follows it."""
    text = "Reuse data keys: max_age=SECONDS and any of max_messages=N, max_bytes=N, capacity=N, comma-separated."
    return section_option("--caching", metavar="LIMITS", section=_KEYS, help=text)(command)


def cached(cmm: CryptographicMaterialsManager, limits: str | None) -> CryptographicMaterialsManager:
    """The CMM with a cache of these limits in front of it; itself without limits.

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
        raise _bad("--caching", "each limit must be a number") from None
    try:
        return CachingCmm(cmm, cache=SynchronizedCache(numbers.pop("capacity", _CAPACITY)), max_age=max_age, **numbers)
    except UsageError as error:
        error.path = "--caching"
        raise


def _one_cmm(context: click.Context, given: Sequence[Made], join: Callable[[Sequence[Keyring]], Keyring]) -> CryptographicMaterialsManager:
    """The only CMM or keyring, or the keyrings joined."""
    from esdkit.cmm import DefaultCmm  # here, as everything below: a run without keys needs none of it
    from esdkit.keyrings import Keyring

    keyrings = [one for one in given if isinstance(one, Keyring)]
    if len(given) == 1:
        return DefaultCmm(keyrings[0]) if keyrings else cast("CryptographicMaterialsManager", given[0])
    if len(keyrings) < len(given):
        raise click.UsageError("a keyring file that describes a CMM cannot be combined with other keys", context)
    return DefaultCmm(join(keyrings))


def _opening(keyrings: Sequence[Keyring]) -> Keyring:
    from esdkit.keyrings import MultiKeyring

    return MultiKeyring(children=keyrings)


def _wrapping(keyrings: Sequence[Keyring]) -> Keyring:
    from esdkit.keyrings import MultiKeyring

    return MultiKeyring(generator=keyrings[0], children=keyrings[1:])


def _given(context: click.Context, names: Sequence[str]) -> list[Made]:
    """What the options make, in their order."""
    if any(context.meta[name] for name in names if name.removeprefix("to_") in _LOGGED):
        from esdkit.cli.log import show_log

        show_log(context)
    values = {name: iter(context.meta[name]) for name in names}
    made: list[Made] = []
    for name in context.meta[_ORDER]:
        value = next(values[name], None) if name in names else None
        if value is None:
            continue
        if name in ("kms", "to_kms", "kms_mrk"):
            made.append(_kms([value, *values[name]], multi_region=name == "kms_mrk"))  # all of them, in the place of the first
        elif name == _DISCOVERY:
            made.append(_discovery(context))
        elif name == _MRK_DISCOVERY:
            made.append(_mrk_discovery(context, [value, *values[name]]))
        else:
            made.append(_READERS[name.removeprefix("to_")](_flag(name), value))
    return made


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _keep(context: click.Context, parameter: click.Parameter, value: tuple[str, ...] | str | bool | None) -> None:
    context.meta[str(parameter.name)] = (value,) * value if isinstance(value, bool) else value


def _aes(option: str, text: str) -> Keyring:
    from esdkit.keyrings import RawAesKeyring

    parts = _split(option, text, _PARTS["aes"])
    key = _read_key(option, "key", parts["key"], CONSTANTS.raw_aes_wrapping_key_lengths)
    return RawAesKeyring(parts["namespace"], _name(option, parts), key)


def _rsa(option: str, text: str) -> Keyring:
    from esdkit.keyrings import RawRsaKeyring

    parts = _split(option, text, _PARTS["rsa"], _RSA_KEYS)
    public, private = (None if name not in parts else _read(option, name, parts[name]) for name in _RSA_KEYS)
    return RawRsaKeyring(parts["namespace"], _name(option, parts), parts["padding"], public_key=public, private_key=private)


def _name(option: str, parts: Mapping[str, str]) -> str | bytes:
    from esdkit.keyrings.description import read_hex

    return parts["name"] if "name" in parts else read_hex(parts["name_hex"], f"{option} name_hex=")


def _data_key(option: str, text: str) -> Keyring:
    from esdkit.keyrings import StaticDataKeyring

    return StaticDataKeyring(read_data_key(option, text))


def _kms(key_ids: list[str], *, multi_region: bool) -> Keyring:
    from esdkit.keyrings import KmsKeyring, KmsMrkKeyring

    return KmsMrkKeyring(key_ids=key_ids) if multi_region else KmsKeyring(key_ids=key_ids)


def _kms_rsa(option: str, text: str) -> Keyring:
    from esdkit.keyrings import KmsRsaKeyring

    parts = _split(option, text, ("arn",), ("algorithm", "public"))
    if parts.get("algorithm") not in (None, *_ALGORITHMS):
        raise _bad(option, f"unknown algorithm; expected {' or '.join(_ALGORITHMS)}")
    public = _read(option, "public", parts["public"]) if "public" in parts else None
    make = KmsRsaKeyring if "algorithm" not in parts else partial(KmsRsaKeyring, encryption_algorithm=parts["algorithm"])
    return make(parts["arn"], public_key=public)


def _discovery(context: click.Context) -> Keyring:
    from esdkit.keyrings import KmsDiscoveryKeyring

    accounts, partition, regions = (context.meta[name] for name in ("account", "partition", "region"))
    return KmsDiscoveryKeyring(account_ids=accounts or None, partition="aws" if partition is None else partition, regions=regions or None)


def _mrk_discovery(context: click.Context, regions: list[str]) -> Keyring:
    from esdkit.keyrings import KmsMrkDiscoveryKeyring

    accounts, partition = context.meta["account"], context.meta["partition"]
    return KmsMrkDiscoveryKeyring(regions=regions, account_ids=accounts or None, partition="aws" if partition is None else partition)


def _keyring_file(option: str, text: str) -> Made:
    from esdkit.cli.keyring_file import read_keyring_file

    return read_keyring_file(text, lambda source, lengths: read_named_key(option, source, lengths))


def read_data_key(option: str, source: str) -> bytes:
    """A plaintext data key named as ``@FILE`` or ``env:VARIABLE``. Errors as for ``read_named_key``."""
    return _read_key(option, "the value", source, DATA_KEY_LENGTHS)


def read_named_key(option: str, source: str, lengths: Collection[int] | None) -> bytes:
    """A key named as ``@FILE`` or ``env:VARIABLE``: of one of these lengths (bytes), raw or as text; None for the bytes as they are, a PEM.

    Raises:
        click.BadParameter: it is not such a key; ``option`` is the one that named it. UsageError: it is not named so, or its file is too
            long. OSError: the file cannot be read.
    """
    return _read(option, "a key", source) if lengths is None else _read_key(option, "a key", source, lengths)


_READERS: dict[str, Callable[[str, str], Made]] = {
    "aes": _aes,
    "rsa": _rsa,
    "kms_rsa": _kms_rsa,
    "data_key": _data_key,
    "keyring": _keyring_file,
}


def _split(option: str, text: str, required: Collection[str], optional: Collection[str] = ()) -> dict[str, str]:
    """Read ``name=value,name=value``; a value may hold ``=``, and a comma as ``\\,``. ``a|b`` requires one of both."""
    parts: dict[str, str] = {}
    wanted = [names.split("|") for names in required]
    forms = [*(" or ".join(f"{name}=" for name in names) for names in wanted), *(f"[{name}=]" for name in optional)]
    expected = f"expected {', '.join(forms)}, with commas between them"
    known = {*optional, *(name for names in wanted for name in names)}
    for part in re.split(r"(?<!\\),", text):
        name, equals, value = part.partition("=")
        if not equals or name not in known:
            raise _bad(option, f"unknown part; {expected}")
        if name in parts:
            raise _bad(option, f"{name}= is given twice")
        parts[name] = value.replace("\\,", ",")
    for names in wanted:
        given = [name for name in names if name in parts]
        if not given:
            raise _bad(option, f"{names[0]}= is missing; {expected}")
        if len(given) > 1:
            raise _bad(option, f"{' and '.join(f'{name}=' for name in given)} exclude each other")
    return parts


def _read_key(option: str, what: str, source: str, lengths: Collection[int]) -> bytes:
    """A key of one of these lengths (bytes), raw or as text."""
    data = _read(option, what, source)
    texts = [*_from_text(data)]
    text = next((key for key in texts if len(key) in lengths), None)
    raw = data if source.startswith("@") and len(data) in lengths else None
    if raw is not None and text is not None:
        hint = "end text with a line break; write a raw key that looks like text in hex, with a line break"
        raise _bad(option, f"{what} is ambiguous: {count(len(raw), 'raw byte')}, or text of {count(len(text), 'byte')}; {hint}")
    key = text if raw is None else raw
    if key is None:
        *most, last = map(str, sorted(lengths))
        got = count(len((texts or [data])[0]), "byte")
        expected = f"{', '.join(most)} or {last}, as hex, base64 or, in a file, raw"
        from esdkit.crypto.key_material import mistaken_key  # few programs need it

        mistaken = mistaken_key(data, lengths=lengths)
        found = "" if mistaken is None else f". It is {mistaken.what}. {mistaken.advice}"
        raise _bad(option, f"wrong length of {what}: got {got}, expected {expected}{found}")
    return key


def _from_text(data: bytes) -> Iterator[bytes]:
    """What the data is when it is text: of hex, of base64."""
    for read in (binascii.unhexlify, lambda text: binascii.a2b_base64(text, strict_mode=True)):
        try:
            yield read(data.strip())
        except binascii.Error:
            continue


def _read(option: str, what: str, source: str) -> bytes:
    from esdkit.cli.key_source import read_key_source

    try:
        return read_key_source(source, what)
    except UsageError as error:
        error.path = option
        raise


def _bad(option: str, message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint=f"'{option}'")
