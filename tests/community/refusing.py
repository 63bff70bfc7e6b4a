"""A PostgreSQL server that lets nobody in, and says why by one of PostgreSQL's codes; or that says nothing."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

__all__ = ["refusing"]

#: How a client asks for an encrypted connection, and the answer that there is none.
WISH_FOR_TLS, NO_TLS = (80877103).to_bytes(4), b"N"
NOTHING = ""
LONGEST_SILENCE = 0.5  # seconds, of who connects


@contextmanager
def refusing(code: str) -> Iterator[int]:
    """The port of a server that refuses with that code."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        serving = threading.Thread(target=_serve, args=(door, code), daemon=True)
        serving.start()
        yield door.getsockname()[1]
        door.shutdown(socket.SHUT_RDWR)
        serving.join()


def _serve(door: socket.socket, code: str) -> None:
    guests: list[socket.socket] = []
    while True:
        try:
            guest, _ = door.accept()
        except OSError:
            break
        guests.append(guest)
        guest.settimeout(LONGEST_SILENCE)
        if code != NOTHING:
            with suppress(OSError):  # whoever wants encryption says no more
                _refuse(guest, code)
    for guest in guests:
        guest.close()


def _refuse(guest: socket.socket, code: str) -> None:
    if WISH_FOR_TLS in guest.recv(65_536):
        guest.sendall(NO_TLS)
        guest.recv(65_536)
    fields = b"".join(field.encode() + b"\0" for field in ("SFATAL", "VFATAL", f"C{code}", "Mno")) + b"\0"
    guest.sendall(b"E" + (len(fields) + 4).to_bytes(4) + fields)
