"""Looks whether a clue of the daily montage gives a name away: `python -m benchmarks.daily_clues`.

Every clue of every montage that can be asked is read word by word. A name shows where it stands in a clue as a whole,
in any language, or where words of the clue, typed as a guess, would be taken for the film. An ordinary word in small
letters is no name: "up the steps" gives *Up* not away. What is looked for is told apart from what hides it:
`bot/language/hiding.py` knows nothing of this, nor this of that.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from bot.answers.guide import Guide
from bot.answers.judging import Closeness, NameKind, names_of_film, names_of_song
from bot.answers.puzzles import Clue
from bot.knowledge.catalogue import Catalogue, characters_of
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Montage
from bot.knowledge.names import folded
from bot.language.fold import Word, words
from bot.language.lexicon import Lexicon

#: The clues in which only the film's names are hidden.
TELLS_PEOPLE, TELLS_SONGS = "Characters", "Song"


def names_shown(clue: Clue, montage: Montage, catalogue: Catalogue, lexicon: Lexicon) -> Iterator[str]:
    """The names to be hidden that stand in a clue as a whole."""
    said = words(clue.text)
    for name in dict.fromkeys(_names(clue, montage, catalogue)):
        sought = folded(name).split()
        for run in _runs(said, [len(sought)]):
            if [_without_own(word) for word in run] == sought and not _is_ordinary(run, lexicon):
                yield name


def guesses_shown(clue: Clue, montage: Montage, guide: Guide, lexicon: Lexicon) -> Iterator[str]:
    """The words of a clue that, typed as a guess, would be right."""
    names = names_of_film(montage.film)
    sizes = range(1, max(len(name.split()) for name in names) + 1)
    for run in _runs(words(clue.text), sizes):
        typed = " ".join(word.raw for word in run)
        if not _is_ordinary(run, lexicon) and guide.closeness(typed, names, NameKind.FILM) is Closeness.RIGHT:
            yield typed


def _names(clue: Clue, montage: Montage, catalogue: Catalogue) -> Iterator[str]:
    related = catalogue.series(montage.film.franchise)
    yield from (name for film in (montage.film, *related) for name in (film.title, *film.names))
    if montage.film.franchise:
        yield montage.film.franchise
    if clue.name != TELLS_SONGS:
        yield from (name for song in montage.songs for name in names_of_song(song))
        yield from (song.artist for song in montage.songs)
        yield from montage.film.directors
    if clue.name not in (TELLS_SONGS, TELLS_PEOPLE):
        yield from characters_of(montage)


def _runs(said: Sequence[Word], sizes: Iterable[int]) -> Iterator[Sequence[Word]]:
    for size in sizes:
        yield from (said[at : at + size] for at in range(len(said) - size + 1) if size)


def _without_own(word: Word) -> str:
    return folded(word.raw.removesuffix("'s").removesuffix("’s"))


def _is_ordinary(run: Sequence[Word], lexicon: Lexicon) -> bool:
    return len(run) == 1 and not run[0].capital and lexicon.is_ordinary(run[0].folded)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=5, help="so many of the clues in which a name shows")
    show = parser.parse_args().show
    guide, lexicon = Guide(load(default_directory())), Lexicon()
    puzzles = [guide.puzzle(each) for each in guide.puzzle_ids()]
    found: list[tuple[str, str, str]] = []
    for puzzle in puzzles:
        montage = guide.catalogue.montage(puzzle.montage_id)
        assert montage is not None
        for clue in puzzle.clues:
            names = names_shown(clue, montage, guide.catalogue, lexicon)
            told = [*names, *guesses_shown(clue, montage, guide, lexicon)]
            found += [(puzzle.film, each, clue.text) for each in told[:1]]
    clues = sum(len(puzzle.clues) for puzzle in puzzles)
    print(f"{clues} clues of {len(puzzles)} montages; a hidden name still shows in {len(found)}")
    for film, name, text in found[:show]:
        print(f"    {film}: {name!r} in {text!r}")


if __name__ == "__main__":
    main()
