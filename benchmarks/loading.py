"""One start of the program, part by part, as a process of its own: prints CPU milliseconds as JSON.

`python -m benchmarks.loading ready` makes the whole catalogue ready, `parts` takes the loading of it apart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import process_time
from typing import TypeVar

Value = TypeVar("Value")


class Clock:
    """CPU milliseconds by what they were spent on."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, part: str, call: Callable[[], Value]) -> Value:
        start = process_time()
        value = call()
        self.spent[part] = self.spent.get(part, 0.0) + 1000 * (process_time() - start)
        return value


def ready(clock: Clock) -> None:
    """What a start does: the modules, the catalogue, the guide over it, and the first question."""
    clock.time("modules", _import_all)
    from bot.answers.guide import Guide
    from bot.knowledge.loading import default_directory, load

    catalogue = clock.time("catalogue", lambda: load(default_directory()))
    guide = clock.time("names and scenes", lambda: Guide(catalogue))
    clock.time("first question", lambda: guide.ask("What song plays when Rocky runs up the steps?"))
    clock.time("first question in German", lambda: guide.ask("Welches Lied läuft, wenn Rocky die Treppe hochläuft?"))
    clock.time("first autocomplete", lambda: guide.suggest_montages("rok"))
    clock.spent["whole process until ready"] = sum(
        clock.spent[part] for part in ("modules", "catalogue", "names and scenes")
    )


def _import_all() -> None:
    import bot.answers.guide
    import bot.knowledge.loading  # noqa: F401 - only how long it takes


def parts(clock: Clock) -> None:
    """The same from the YAML itself: nothing compiled is read."""
    from bot.knowledge.catalogue import Catalogue
    from bot.knowledge.documents import Document, read
    from bot.knowledge.folder import read_folder
    from bot.knowledge.loading import default_directory
    from bot.knowledge.strict import entries_of
    from bot.language.lexicon import Lexicon, absent_films
    from bot.language.name_book import NameBook
    from bot.language.naming import names_of
    from bot.language.scenes import packed_words

    folder = clock.time("files and fingerprint", lambda: read_folder(default_directory()))
    clock.time("files and fingerprint", lambda: folder.fingerprint)
    files = (*folder.montages, *folder.lists)
    clock.time("YAML", lambda: [read(Document(path), content) for path, content in files])
    entries, _ = clock.time("YAML and validation", lambda: entries_of(folder))
    assert entries is not None
    clock.spent["validation"] = clock.spent.pop("YAML and validation") - clock.spent["YAML"]
    catalogue: Catalogue = entries.catalogue("")
    lexicon = clock.time("word lists", Lexicon)
    names = clock.time("names", lambda: names_of(catalogue, lexicon, absent_films()))
    clock.time("look-ups of names", lambda: NameBook(names))
    clock.time("scenes", lambda: packed_words(catalogue))


def main() -> None:
    """Times what the first argument says."""
    clock = Clock()
    {"ready": ready, "parts": parts}[sys.argv[1]](clock)
    print(json.dumps(clock.spent))


if __name__ == "__main__":
    main()
