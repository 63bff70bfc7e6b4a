"""Files kept for the next start in the user's cache folder: whole or not at all, found by what they were made from.

The folder may lie where others can write. So only a folder and files of our own count, never what a link leads to, and
nothing is removed but what was named here.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

from bot.knowledge.expressions import expression

KEPT = 4  # files of one suffix left in the folder: a few checkouts and versions side by side
LARGEST = 1 << 27  # bytes of them together: a hundred times what ours take
_DIGEST = 32
_MINE_ALONE = 0o700
_OURS = expression(r"(?:[0-9a-f]{16}-)?[0-9a-f]{64}\.[a-z]+")
_PART = expression(r"[0-9a-f]{16}\.part")
#: A link is not followed, and a pipe not waited for; Windows knows neither.
_PLAINLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read(name: str) -> memoryview | None:
    """The content kept under a name; None when there is none or it is not what was written."""
    try:
        content = _content(_folder() / name)
    except (OSError, RuntimeError):
        return None
    digest, body = content[:_DIGEST], memoryview(content)[_DIGEST:]
    return body if hashlib.sha256(body).digest() == digest else None


def write(name: str, body: bytes) -> None:
    """Keeps the content for the next start; a folder that cannot be written to is no fault."""
    if len(body) > LARGEST - _DIGEST:
        return
    try:
        folder = _folder()
        folder.mkdir(mode=_MINE_ALONE, parents=True, exist_ok=True)
        _shut(folder)
        _put(folder / name, hashlib.sha256(body).digest() + body)
        _tidy(folder, Path(name).suffix)
    except (OSError, RuntimeError):
        return


def _folder() -> Path:
    """Raises RuntimeError when the user has no home."""
    configured = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(configured) if Path(configured).is_absolute() else Path.home() / ".cache"
    return base / "montage-bot"


def _shut(folder: Path) -> None:
    """Lets nobody else into the folder. Raises OSError when it is a link, or somebody else's."""
    status = folder.lstat()
    if not (stat.S_ISDIR(status.st_mode) and _is_mine(status)):
        raise NotADirectoryError(f"{folder} is no folder of ours")
    if stat.S_IMODE(status.st_mode) != _MINE_ALONE:
        folder.chmod(_MINE_ALONE)


def _content(path: Path) -> bytes:
    """What is in a file of ours. Raises OSError for anything else: a link, a pipe, what is too large or not ours."""
    status = path.lstat()
    if path.parent.is_symlink() or not _is_file_of_mine(status) or status.st_size > LARGEST:
        raise FileNotFoundError(f"{path} is no file of ours")
    with open(os.open(path, os.O_RDONLY | _PLAINLY), "rb") as file:  # noqa: PTH123  Path.open would follow a link
        return file.read(status.st_size)


def _put(path: Path, content: bytes) -> None:
    """Writes beside the goal and renames: a reader sees the old file, the new one, or none, and never half of one."""
    part = path.with_name(f"{os.urandom(8).hex()}.part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAINLY, 0o600), "wb") as file:  # noqa: PTH123
            file.write(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _tidy(folder: Path, suffix: str) -> None:
    """Removes what was written long ago, and what a process that was stopped left half-written."""
    files = {each: each.lstat() for each in folder.iterdir()}
    mine = {each: status for each, status in files.items() if _is_file_of_mine(status)}
    alike = [each for each in mine if each.suffix == suffix and _OURS.fullmatch(each.name)]
    newest = sorted(alike, key=lambda each: mine[each].st_mtime_ns, reverse=True)
    sizes = accumulate(mine[each].st_size for each in newest)
    fitting = sum(size <= LARGEST for size in sizes)
    for each in (*newest[min(KEPT, fitting) :], *(part for part in mine if _PART.fullmatch(part.name))):
        with suppress(OSError):  # another process tidies too
            each.unlink()


def _is_file_of_mine(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and _is_mine(status)


def _is_mine(status: os.stat_result) -> bool:
    """Whether it is the user's own; where users have no numbers, folders of theirs are closed to others anyway."""
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()
