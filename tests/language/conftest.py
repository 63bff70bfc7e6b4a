"""The real catalogue's reader, and readings of single questions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.language.lexicon import Lexicon
from bot.language.matching import Matcher
from bot.language.names import NameKind
from bot.language.question import Question
from bot.language.reader import Reader
from bot.language.reading import Reading, Taker

Read = Callable[[str], Reading]
Parse = Callable[[str], Question]
Found = Callable[[str], set[tuple[str, str]]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue, lexicon: Lexicon) -> Reader:
    return Reader(catalogue, lexicon)


@pytest.fixture(scope="session")
def read(reader: Reader, lexicon: Lexicon) -> Read:
    """Takes a question apart."""
    return Taker(Matcher(reader.names, lexicon), lexicon).read


@pytest.fixture(scope="session")
def parse(reader: Reader) -> Parse:
    """Reads a question that stands by itself."""
    return reader.parse


@pytest.fixture(scope="session")
def found(read: Read) -> Found:
    """The names a question is taken to have, as ("film", "rocky-1976") and the like."""

    def names(text: str) -> set[tuple[str, str]]:
        return {(kind.value, meaning.target) for kind in NameKind for meaning in read(text).named(kind)}

    return names
