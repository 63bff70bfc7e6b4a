"""Whatever words a follow-up is put in, the question that is meant is among its readings."""

from __future__ import annotations

import pytest

from bot.language.context import Context
from bot.language.question import Aspect, Intent, Lack
from bot.language.reader import Reader

SONG = Intent.SONG_OF_MONTAGE
ROCKY_II = Context(montages=("rocky-ii",), intent=SONG)
GROOT = Context(montages=("guardians-of-the-galaxy-vol-2",), intent=SONG)
MAVERICK = Context(montages=("top-gun-maverick-football",), intent=SONG)
FINCHER = Context(montages=("fight-club",), intent=Intent.FACTS, aspects=frozenset({Aspect.DIRECTOR}))
DEPARTED = Context(montages=("the-departed-opening",), intent=SONG)
PRADA = Context(montages=("devil-wears-prada-makeover",), intent=SONG)
SPIDER_MAN = Context(montages=("spider-man-2",), intent=SONG)
MAGNOLIA = Context(
    montages=("magnolia-opening", "magnolia-wise-up"),
    intent=SONG,
    was_choice=True,
    rows=("magnolia-opening", "magnolia-wise-up"),
)
KUBRICK = Context(montages=("full-metal-jacket",), intent=SONG, rows=("dr-strangelove", "full-metal-jacket"), place=2)
FOURTH = Context(montages=("the-incredibles",), intent=Intent.AT_RANK, place=4, list_id="most-insane-training-montages")


@pytest.mark.parametrize(
    ("text", "context", "montage", "intent"),
    [
        ("and the prizon bit", DEPARTED, "the-departed-prison", SONG),
        ("no, the one in prison", DEPARTED, "the-departed-prison", SONG),
        ("oops, not the makeover, the opening I mean", PRADA, "devil-wears-prada-opening", SONG),
        ("the sing along", MAGNOLIA, "magnolia-wise-up", SONG),
        ("late at night, everybody joins in", MAGNOLIA, "magnolia-wise-up", SONG),
        ("wise up", MAGNOLIA, "magnolia-wise-up", SONG),
        ("artist", MAGNOLIA, "magnolia-opening", Intent.PERFORMER),
        ("And the earlier one, with the bombs at the end?", KUBRICK, "dr-strangelove", SONG),
        ("the first though", ROCKY_II, "rocky", SONG),
        ("no, the first film, in the prison", GROOT, "guardians-of-the-galaxy-prison", SONG),
        ("and the volleyball in the old film", MAVERICK, "top-gun-volleyball", SONG),
        ("the 86 one, on the beach", MAVERICK, "top-gun-volleyball", SONG),
        ("by?", ROCKY_II, "rocky-ii", Intent.PERFORMER),
        ("name of the group", ROCKY_II, "rocky-ii", Intent.PERFORMER),
        ("which western had that song before", SPIDER_MAN, "butch-cassidy-bicycle", Intent.MONTAGE_OF_SONG),
        ("by Queen, yeah?", SPIDER_MAN, "spider-man-2", Intent.CHECK),
    ],
)
def test_another_scene_film_or_property(
    reader: Reader, text: str, context: Context, montage: str, intent: Intent
) -> None:
    readings = [each.question for each in reader.account(text, context).weighed]
    assert (montage, intent) in [(each.montages[0], each.intent) for each in readings if each.montages]


@pytest.mark.parametrize(
    ("text", "place"),
    [("and two?", 2), ("k n number 5", 5), ("the last one?", -1), ("one more down", 5), ("above?", 3)],
)
def test_another_place(reader: Reader, text: str, place: int) -> None:
    readings = [each.question for each in reader.account(text, FOURTH).weighed]
    assert (Intent.AT_RANK, place) in [(each.intent, each.place) for each in readings]


def test_everything_of_whoever_was_talked_of(reader: Reader) -> None:
    readings = [each.question for each in reader.account("Which of his films do you hold?", FINCHER).weighed]
    assert "David Fincher" in [each.chosen.director for each in readings if not each.given]


@pytest.mark.parametrize("text", ["cool song", "great movie", "thx", "lol nice"])
def test_a_remark_asks_nothing_of_what_was_shown(reader: Reader, text: str) -> None:
    assert not [each.rule for each in reader.account(text, ROCKY_II).weighed if "leaning" in each.rule]


def test_an_unknown_title_stands_beside_what_was_talked_of_before(reader: Reader) -> None:
    context = Context(montages=("rocky-ii",), intent=SONG, lacking="Casablanca")
    readings = [each.question for each in reader.account("who sings it", context).weighed]
    assert {(each.lack, each.about) for each in readings} >= {(Lack.ABSENT_FILM, "Casablanca"), (None, "")}
