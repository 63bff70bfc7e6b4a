"""The rooms of the house: who may know whom, and what nobody does."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py"))
LONGEST_FILE = 300  # lines

# Each room, and the rooms whose modules it may import besides its own.
MAY_KNOW = {
    "__init__": set[str](),
    "errors": set[str](),
    "printable": set[str](),
    "sharding": set[str](),
    "config": {"errors", "sharding"},
    "knowledge": {"errors", "printable"},
    "language": {"knowledge", "errors"},
    "answers": {"language", "knowledge", "errors"},
    "community": {"errors"},
    "terminal": {"answers", "printable"},
    "discord_app": {"__init__", "answers", "knowledge", "community", "config", "errors", "printable", "sharding"},
    "command_line": {
        "__init__",
        "terminal",
        "answers",
        "knowledge",
        "community",
        "discord_app",
        "config",
        "errors",
        "printable",
    },
    "__main__": {"command_line", "config", "errors", "printable"},
}
# The same inside the Discord room: each part, and the parts whose modules it may import besides its own.
GROUND = {
    "asked",
    "discretion",
    "frames",
    "limits",
    "opening",
    "turns",
    "local_guides",
    "logs",
    "markup",
    "pace",
    "patience",
    "sending",
    "failures",
    "recurring",
    "refreshing",
    "shards",
    "signals",
    "start_faults",
    "underway",
}
MAY_KNOW_ON_DISCORD = {
    **dict.fromkeys(GROUND, GROUND),
    "looks": GROUND,
    "desk": GROUND,
    "rankings": GROUND | {"desk"},
    "controls": GROUND | {"looks", "desk", "rankings"},
    "doors": GROUND | {"desk", "rankings", "reloading"},
    "replies": GROUND | {"looks", "controls"},
    "quiz": GROUND | {"looks", "desk", "controls", "doors"},
    "kept": GROUND | {"desk", "replies"},
    "announcing": GROUND | {"desk", "controls"},
    "closing": GROUND | {"desk", "controls"},
    "leaving": GROUND,
    "posters": GROUND | {"desk"},
    "measures": GROUND | {"desk"},
    "reloading": GROUND | {"desk", "measures"},
    "prometheus": GROUND | {"desk", "measures"},
    "client": GROUND
    | {
        "desk",
        "controls",
        "doors",
        "quiz",
        "replies",
        "kept",
        "posters",
        "announcing",
        "closing",
        "leaving",
        "measures",
        "prometheus",
        "reloading",
    },
    "monitor": GROUND | {"client", "prometheus"},
    "serving": GROUND | {"client", "monitor"},
    "visit": GROUND | {"client"},
    "launch": GROUND | {"client", "serving"},
    "preview": GROUND | {"client", "showroom"},
    "showroom": set[str](),
}
# Imports every module, and prints each file of ours that is opened and each variable that is read while it does.
WATCHED_IMPORT = """
import importlib, os, sys

root, *modules = sys.argv[1:]
package = os.path.join(root, "bot")

def opened(event, arguments):
    if event == "open" and str(arguments[0]).startswith(root) and not str(arguments[0]).endswith((".py", ".pyc")):
        if "site-packages" not in str(arguments[0]):
            print("opens", arguments[0])

class Environment(type(os.environ)):
    def __getitem__(self, name):
        frame = sys._getframe(1)
        while "_collections_abc" in frame.f_code.co_filename or frame.f_globals.get("__name__") == "os":
            frame = frame.f_back
        if frame.f_code.co_filename.startswith(package):
            print("reads", name, "in", frame.f_code.co_filename)
        return super().__getitem__(name)

os.environ.__class__ = Environment
sys.addaudithook(opened)
for module in modules:
    importlib.import_module(module)
"""


def room_of(module: str) -> str:
    """bot.knowledge.model -> knowledge; bot -> __init__."""
    return module.split(".")[1] if "." in module else "__init__"


def part_of(module: str) -> str:
    """bot.discord_app.looks.cards -> looks; empty for what is not inside the Discord room."""
    return module.removeprefix("bot.discord_app.").split(".")[0] if module.startswith("bot.discord_app.") else ""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Every module imported anywhere in the file, late imports and those for types included."""
    return frozenset(_imports_of(path))


def _imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            assert node.level == 0, f"{path}:{node.lineno} imports by a relative name"
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if is_module(name) else node.module for name in inside)


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def files_known_to(path: Path) -> set[str]:
    """The files of ours that a file imports, for types or late too."""
    return {name for name in imports_of(path) if name == "bot" or name.startswith("bot.")}


def circles(known: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """Every group of files each of which can be reached from each other one, by any way however long."""
    reached = {name: _reached(name, known) for name in known}
    mutual = {name: frozenset(each for each in reached[name] if name in reached.get(each, ())) for name in known}
    return {group for group in mutual.values() if group}


def _reached(start: str, known: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = known.get(waiting.pop(), set[str]()) - found
        found |= new
        waiting += new
    return found


def test_a_circle_is_found_however_long_it_is() -> None:
    known = {"a": {"b"}, "b": {"c", "x"}, "c": {"a"}, "d": {"a", "x"}, "x": set[str](), "y": {"y"}}
    assert circles(known) == {frozenset("abc"), frozenset("y")}


def test_no_files_know_each_other_in_a_circle() -> None:
    found = circles({name_of(path): files_known_to(path) for path in MODULES})
    assert [sorted(circle) for circle in found] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_knows_only_the_rooms_below_it(path: Path) -> None:
    room = room_of(name_of(path))
    known = {room_of(name) for name in files_known_to(path)}
    assert known <= MAY_KNOW[room] | {room}


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(name_of(path))], ids=name_of)
def test_the_parts_of_the_discord_room_are_wired_by_the_client_alone(path: Path) -> None:
    part = part_of(name_of(path))
    known = {part_of(name) for name in files_known_to(path)} - {""}
    assert known <= MAY_KNOW_ON_DISCORD[part] | {part}


@pytest.mark.parametrize(
    ("library", "room"),
    [
        ("discord", "discord_app"),
        ("aiohttp", "discord_app"),
        ("simcord", "discord_app"),
        ("prometheus_client", "discord_app"),
        ("PIL", "discord_app"),
        ("rapidfuzz", "language"),
        *((library, "community") for library in ("sqlalchemy", "alembic", "asyncpg", "sqlite3")),
    ],
)
def test_a_library_is_the_business_of_one_room(library: str, room: str) -> None:
    users = {room_of(name_of(path)) for path in MODULES if library in {name.split(".")[0] for name in imports_of(path)}}
    assert users == {room}


def test_what_strangers_write_is_remembered_in_one_bounded_way() -> None:
    found = {name_of(path) for path in MODULES if "lru_cache" in path.read_text(encoding="utf-8")}
    assert found == {"bot.knowledge.remembering"}
    unbounded = {
        f"{name_of(path)}.{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.args.args
        if "cache" in {each.id for each in node.decorator_list if isinstance(each, ast.Name)}
    }
    assert unbounded == {f"bot.language.lexicon.{name}" for name in ("_word_list", "_table")}, (
        "`cache` is for what is read from our own files; for anything else there is `remembered`"
    )


def test_importing_reads_no_file_and_no_variable() -> None:
    modules = [name_of(path) for path in MODULES if path.name != "__main__.py"]
    watched = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED_IMPORT, str(ROOT), *modules],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert watched.stdout == ""


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    paths = [path for folder in ("bot", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_setting_is_explained_and_every_explained_setting_exists() -> None:
    tree = ast.parse((ROOT / "bot" / "config.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    read = {
        ast.literal_eval(call.args[0]) for call in calls if isinstance(call.func, ast.Name) and call.func.id == "read"
    }
    explained = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert "DISCORD_TOKEN" in read
    assert sorted(explained) == sorted(read)
