"""The Wireshark export in tshark: native messages as packets of a file, over UDP and over TCP, read as the grammar reads them. Skipped
where tshark is not installed."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from esdkit.exports import export
from esdkit.spec import FIELDS
from tests.unit.exports.native import Message, Read, Source, distinct, messages, sources

WRITER = Path(__file__).parents[3] / "docs" / "examples" / "messages_to_pcap.py"
PORT = 4444

pytestmark = pytest.mark.skipif(shutil.which("tshark") is None, reason="tshark is not installed: make wireshark does")


class Packet(NamedTuple):
    """What the dissector shows of a packet, and what it complains about."""

    fields: list[Read]
    problems: list[str]


def dissect(folder: Path, capture: Path, *options: str) -> list[Packet]:
    """The packets of a capture file."""
    script = folder / "esdk.lua"
    script.write_text(export("wireshark"), encoding="utf-8")
    command = ["tshark", "-n", "-X", f"lua_script:{script}", "-r", str(capture), "-T", "pdml", *options]
    run = subprocess.run(command, capture_output=True, timeout=170, check=True)
    assert "Lua" not in run.stderr.decode()
    return [_packet(packet) for packet in ElementTree.fromstring(run.stdout).iter("packet")]


def _packet(packet: ElementTree.Element) -> Packet:
    elements = [(element.attrib["name"], element) for element in packet.iter("field") if element.attrib.get("name")]
    fields = [_read(name.removeprefix("esdk."), element) for name, element in elements if name.removeprefix("esdk.") in FIELDS]
    return Packet(fields, [element.attrib["show"] for name, element in elements if name == "_ws.expert.message"])


def _read(id_: str, element: ElementTree.Element) -> Read:
    raw = bytes.fromhex(element.attrib.get("value", ""))
    return id_, raw if FIELDS[id_].type == "bytes" else int.from_bytes(raw, "big")


def capture_of(folder: Path, chosen: Sequence[Message]) -> Path:
    """A file with a packet for each message, written by the script that the docs name."""
    names = [folder / f"{number}.bin" for number in range(len(chosen))]
    for name, message in zip(names, chosen, strict=True):
        name.write_bytes(message.data)
    subprocess.run([sys.executable, WRITER, folder / "out.pcap", *names], check=True, timeout=60)
    return folder / "out.pcap"


def assert_agree(chosen: Sequence[Message], packets: Sequence[Packet]) -> None:
    for message, packet in zip(chosen, packets, strict=True):
        assert packet.fields == message.fields, message.name
        if message.problem is not None:
            assert packet.problems[0].split(":")[0] == message.problem.id, message.name
        else:
            left = len(message.data) - message.end
            assert packet.problems == ([f"{left} bytes follow the message"] if left else []), message.name


@pytest.mark.slow
@pytest.mark.req("EXP-WSH-001")
@pytest.mark.req("EXP-WSH-001", kind="negative")
def test_messages_of_a_file_are_read_as_the_grammar_does(tmp_path: Path) -> None:
    chosen = [message for message in distinct() if message.data]
    assert len(chosen) > 100
    assert_agree(chosen, dissect(tmp_path, capture_of(tmp_path, chosen)))


@pytest.mark.fuzz
@sources
def test_every_message_is_read_as_the_grammar_does(tmp_path: Path, source: Source) -> None:
    chosen = [message for message in source() if message.data]
    assert_agree(chosen, dissect(tmp_path, capture_of(tmp_path, chosen)))


@pytest.mark.req("EXP-WSH-001")
def test_payload_of_a_port_is_read(tmp_path: Path) -> None:
    message = next(message for message in messages() if message.name == "mpl-0578-multi-ascii-f256-p300")
    half = len(message.data) // 2
    packets = [_udp(message.data), _tcp(0, message.data[:half]), _tcp(half, message.data[half:])]
    capture = tmp_path / "port.pcap"
    capture.write_bytes(b"".join(_pcap_of_ip(packets)))
    udp, first, second = dissect(tmp_path, capture, "-d", f"udp.port=={PORT},esdk", "-d", f"tcp.port=={PORT},esdk")
    assert (udp.fields, second.fields) == (message.fields, message.fields) and first.fields != message.fields


def _pcap_of_ip(packets: Sequence[bytes]) -> Iterator[bytes]:
    yield struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101)
    for number, packet in enumerate(packets):
        yield struct.pack("<IIII", number, 0, len(packet), len(packet)) + packet


def _ip(protocol: int, data: bytes) -> bytes:
    return struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(data), 0, 0, 64, protocol, 0, bytes([127, 0, 0, 1]), bytes([127, 0, 0, 2])) + data


def _udp(data: bytes) -> bytes:
    return _ip(17, struct.pack(">HHHH", 5000, PORT, 8 + len(data), 0) + data)


def _tcp(sequence: int, data: bytes) -> bytes:
    return _ip(6, struct.pack(">HHIIBBHHH", 5000, PORT, 1 + sequence, 1, 0x50, 0x18, 65535, 0, 0) + data)
