"""Montages as puzzles: a clue for each rung, and no name in any of them, over the whole catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.daily_clues import guesses_shown, names_shown
from bot.answers.guide import Guide
from bot.answers.puzzles import Clue, Puzzle
from bot.language.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.knowledge.catalogue import Catalogue

LEXICON = Lexicon()


@pytest.fixture(scope="module")
def puzzles(catalogue: Catalogue) -> Sequence[Puzzle]:
    guide = Guide(catalogue)
    return [guide.puzzle(each) for each in guide.puzzle_ids()]


def test_every_rung_of_every_puzzle_tells_something(puzzles: Sequence[Puzzle]) -> None:
    assert len(puzzles) > 300
    for puzzle in puzzles:
        assert [clue.name for clue in puzzle.clues] == [
            "Decade and kind",
            "Setting",
            "Characters",
            "What happens",
            "Song",
        ]
        assert all(clue.text.strip() for clue in puzzle.clues)


def test_the_clues_of_rocky(guide: Guide) -> None:
    puzzle = guide.puzzle("rocky-iv-hearts-on-fire")
    told = {clue.name: clue.text for clue in puzzle.clues}
    assert told["Decade and kind"] == "Training, in a film of the 1980s"
    assert "Rocky" not in " ".join(told.values())
    assert "Hearts on Fire" in told["Song"]


def test_no_name_that_is_asked_for_shows_in_any_clue(guide: Guide, puzzles: Sequence[Puzzle]) -> None:
    """Other-language titles, the titles of songs, and whatever a guess would be right by."""
    shown: list[str] = []
    for puzzle in puzzles:
        montage = guide.catalogue.montage(puzzle.montage_id)
        assert montage is not None
        for clue in puzzle.clues:
            names = names_shown(clue, montage, guide.catalogue, LEXICON)
            told = (*names, *guesses_shown(clue, montage, guide, LEXICON))
            shown += [f"{puzzle.montage_id}: {name} in {clue.text}" for name in told]
    assert shown == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("What happens", "Rocky runs."),
        ("What happens", "It is Gonna Fly Now that plays."),
        ("What happens", "the music of Bill Conti"),
        ("Setting", "the steps of Rocky's town"),
        ("Characters", "Rockey Balboa"),
    ],
)
def test_a_clue_that_gives_a_name_away_is_noticed(guide: Guide, name: str, text: str) -> None:
    montage, clue = guide.catalogue.montage("rocky"), Clue(name, text)
    assert montage is not None
    assert [
        *names_shown(clue, montage, guide.catalogue, LEXICON),
        *guesses_shown(clue, montage, guide, LEXICON),
    ]


def test_there_is_no_puzzle_of_a_montage_that_is_gone(guide: Guide) -> None:
    with pytest.raises(LookupError):
        guide.puzzle("gone")
