"""What a reading leaves over where it matters is seen: unknown things of a name, strangers, scenes hardly told."""

from __future__ import annotations

import pytest

from bot.language.evidence.roles import Evidence
from bot.language.reader import Reader


def best(reader: Reader, text: str, form: str) -> Evidence:
    """What the best reading of this form makes of a message."""
    return next(each.evidence for each in reader.account(text).weighed if each.rule == form)


@pytest.mark.parametrize(
    ("text", "form", "unknown"),
    [
        ("drummer on Wipe Out", "song", True),
        ("bpm of Maniac", "song", True),
        ("casting director for Hairspray", "film", True),
        ("director of Hairspray", "film", False),
        ("who sings Maniac", "song", False),
    ],
)
def test_an_unknown_thing_of_a_name(reader: Reader, text: str, form: str, unknown: bool) -> None:
    assert best(reader, text, form).thing_of_name is unknown


@pytest.mark.parametrize(
    ("text", "form", "lost"),
    [
        ("who choreographed Footloose", "film", True),
        ("which lens was used for Footloose", "film", True),
        ("who directed Footloose", "film", False),
        ("what year is Footloose from", "film", False),
    ],
)
def test_what_is_asked_for_is_nothing_known(reader: Reader, text: str, form: str, lost: bool) -> None:
    assert best(reader, text, form).asks_lost is lost


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("which song plays in Predator over Moonage Daydream", 2),
        ("which song plays in Predator when Dutch builds traps", 0),
        ("which song plays in predator over moonage daydream", 0),
    ],
)
def test_strangers_are_written_as_names(reader: Reader, text: str, strangers: int) -> None:
    assert best(reader, text, "film").strangers == strangers


def test_something_is_by_somebody_unknown(reader: Reader) -> None:
    assert best(reader, "what happens in Predator while something by Aerosmith plays", "film").by_whom
    assert not best(reader, "what happens in Predator by the river", "film").by_whom


def test_how_much_is_described_and_how_much_of_it_is_told(reader: Reader) -> None:
    told = best(reader, "song in Predator when he covers himself in mud and builds traps", "film")
    untold = best(reader, "song in Predator when the helicopter lands at the motel with a trombone", "film")
    bare = best(reader, "song in Predator", "film")
    assert told.told > 0.8 > 0.5 > untold.told
    assert untold.described > 2 > 0.5 > bare.described
