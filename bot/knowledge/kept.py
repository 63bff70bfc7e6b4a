"""Files kept for the next start in the user's cache folder: whole or not at all, found by what they were made from."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

KEPT = 4  # files of one suffix left in the folder: a few checkouts and versions side by side
_DIGEST = 32


def read(name: str) -> bytes | None:
    """The content kept under a name; None when there is none or it is not what was written."""
    try:
        content = _folder().joinpath(name).read_bytes()
    except (OSError, RuntimeError):
        return None
    digest, body = content[:_DIGEST], content[_DIGEST:]
    return body if hashlib.sha256(body).digest() == digest else None


def write(name: str, body: bytes) -> None:
    """Keeps the content for the next start; a folder that cannot be written to is no fault."""
    try:
        path = _folder() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, hashlib.sha256(body).digest() + body)
        _tidy(path)
    except (OSError, RuntimeError):
        return


def _folder() -> Path:
    """Raises RuntimeError when the user has no home."""
    configured = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(configured) if Path(configured).is_absolute() else Path.home() / ".cache"
    return base / "montage-bot"


def _put(path: Path, content: bytes) -> None:
    """Writes beside the goal and renames: a reader sees the old file, the new one, or none, and never half of one."""
    part = path.with_name(f"{os.urandom(8).hex()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _tidy(path: Path) -> None:
    alike = sorted(path.parent.glob(f"*{path.suffix}"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in alike[KEPT:]:
        old.unlink(missing_ok=True)
