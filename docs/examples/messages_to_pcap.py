"""Write messages into a capture file, so that Wireshark opens them: python3 messages_to_pcap.py OUT.pcap MESSAGE...

Each file is one packet of the link type USER0, which the dissector of `esdkit spec export wireshark` takes. Wireshark reads packets of at
most 256 KiB; what a longer message has after that is left out.
"""

import struct
import sys
from collections.abc import Iterable
from pathlib import Path

LINKTYPE_USER0 = 147
MOST = 256 << 10


def pcap(messages: Iterable[bytes]) -> bytes:
    head = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, MOST, LINKTYPE_USER0)
    return head + b"".join(struct.pack("<IIII", 0, 0, min(len(data), MOST), len(data)) + data[:MOST] for data in messages)


if __name__ == "__main__":
    out, *names = sys.argv[1:]
    Path(out).write_bytes(pcap(Path(name).read_bytes() for name in names))
