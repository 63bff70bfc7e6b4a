"""The folder the data lies in: where it is, which files it holds, and the fingerprint of what they say."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from bot.knowledge.faults import Fault

MONTAGES = "montages"
LISTS = "lists"
SUFFIX = ".yaml"
_LIKE_OURS = (SUFFIX, ".yml")


class Folder(Struct, frozen=True):
    """Everything read from a data folder at one moment, still as bytes."""

    montages: tuple[tuple[Path, bytes], ...]
    lists: tuple[tuple[Path, bytes], ...]
    faults: tuple[Fault, ...]

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all file names and contents: any change to any file gives another."""
        digest = hashlib.sha256()
        for part, files in ((MONTAGES, self.montages), (LISTS, self.lists)):
            for path, content in files:
                digest.update(f"{part}/{path.name}\0{len(content)}\0".encode(errors="surrogateescape"))
                digest.update(content)
        return digest.hexdigest()


def default_directory() -> Path:
    """The data that comes with the program: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def read_folder(directory: Path) -> Folder:
    """All data files of the folder, sorted by name; what is missing or cannot be read becomes a fault."""
    if not directory.is_dir():
        return Folder(
            (), (), (Fault(directory, 0, "There is no such folder; name the one that holds montages/ and lists/."),)
        )
    faults: list[Fault] = []
    return Folder(_files(directory / MONTAGES, faults), _files(directory / LISTS, faults), tuple(faults))


def _files(folder: Path, faults: list[Fault]) -> tuple[tuple[Path, bytes], ...]:
    if not folder.is_dir():
        faults.append(Fault(folder, 0, "There is no such folder; create it and put its YAML files there."))
        return ()
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))  # editors and macOS leave those
    faults.extend(Fault(path, 0, why) for path in paths if (why := _to_mend(path)))
    ours = [path for path in paths if path.suffix == SUFFIX and not path.is_dir()]
    if not ours:
        faults.append(Fault(folder, 0, "The folder holds no .yaml file; put at least one there."))
    return tuple((path, content) for path in ours if (content := _content(path, faults)) is not None)


def _to_mend(path: Path) -> str:
    """What to do about what would be overlooked or has a name that is no text; empty where there is nothing to do."""
    if path.is_dir():
        return "Folders are not looked into; put the files of this one beside it, and delete it."
    if path.suffix != SUFFIX and path.suffix.casefold() in _LIKE_OURS:
        return "Data files end in .yaml; rename it, or it is left out."
    if path.suffix == SUFFIX and not _named(path):
        return "The file's name is not UTF-8 text; rename it."
    return ""


def _named(path: Path) -> bool:
    """Whether the name is text; Python keeps the bytes of other names, but nothing that writes them down does."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _content(path: Path, faults: list[Fault]) -> bytes | None:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise OSError(None, "it is no file")
        return path.read_bytes()
    except OSError as error:
        faults.append(Fault(path, 0, f"The file cannot be read ({error.strerror}); check its permissions."))
        return None
