"""What is typed while speed is measured: questions of the files and about any film, and names letter by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue

#: How a film is asked about that no question file knows.
PATTERNS = (
    "what song plays in {}",
    "who sings the song in the {} montage?",
    "which number is {} in the list",
    "is there a training montage in {}",
    "tell me about the montage in {}",
)
#: Autocomplete of a name is rarely left to type to its end.
LONGEST_TYPED = 20


def misspelt(text: str) -> str:
    """The text with two letters in its middle swapped, as fast fingers do."""
    middle = len(text) // 2
    return f"{text[: middle - 1]}{text[middle]}{text[middle - 1]}{text[middle + 1 :]}" if len(text) > 3 else text


def spread(values: Sequence[str], count: int) -> list[str]:
    """So many of the values, evenly from first to last."""
    step = max(1, len(values) // max(1, count))
    return list(values[::step])[:count]


def film_questions(catalogue: Catalogue, count: int) -> list[str]:
    """Questions about films from the whole catalogue, every third title misspelt."""
    titles = spread([film.title for film in catalogue.films], count)
    return [
        PATTERNS[at % len(PATTERNS)].format(misspelt(title) if at % 3 == 0 else title)
        for at, title in enumerate(titles)
    ]


def keystrokes(names: Sequence[str]) -> Iterator[str]:
    """What an autocomplete is asked while the names are typed, every third one misspelt."""
    for at, name in enumerate(names):
        typed = misspelt(name) if at % 3 == 0 else name
        yield from (typed[:length] for length in range(1, min(len(typed), LONGEST_TYPED) + 1))


def names_typed(catalogue: Catalogue, count: int) -> list[str]:
    """Film and song titles from the whole catalogue, as many of each."""
    films = [film.title for film in catalogue.films]
    songs = [song.title for montage in catalogue.montages for song in montage.songs]
    return [*spread(films, count), *spread(songs, count)]
