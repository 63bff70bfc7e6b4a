"""Names taken out of a text: whole, by a word, in any spelling, and nothing else."""

from __future__ import annotations

import pytest

from bot.language.hiding import SOMEONE, hidden, name_secrets, word_secrets
from bot.language.lexicon import Lexicon

LEXICON = Lexicon()


@pytest.mark.parametrize(
    ("names", "text", "shown"),
    [
        (["Rocky"], "Rocky runs up the steps.", "[hidden] runs up the steps."),
        (["Rocky"], "ROCKY! It is Rocky's day, a rocky one.", "[hidden]! It is [hidden]’s day, a rocky one."),
        (
            ["Rocky IV"],
            "In Rocky 4 he trains; Rocky does not say why.",
            "In [hidden] he trains; Rocky does not say why.",
        ),
        (["Up"], "They go up. Up is up.", "They go up. [hidden] is up."),
        (["The Karate Kid"], "a karate kid, and the karate kid", "a [hidden], and [hidden]"),
        (["Amélie"], "Amelie skims stones.", "[hidden] skims stones."),
        (["Bill & Ted"], "Bill and Ted meet Bill.", "[hidden] meet Bill."),
        (["M.I.A."], "a song of MIA's", "a song of [hidden]’s"),
        (["Eye of the Tiger", "Tiger"], "the eye of the tiger", "the [hidden]"),
        (["Footloose"], "Footloose Footloose, Footloose", "[hidden], [hidden]"),
        (["Mulan"], "", ""),
        ([], "Nobody is here.", "Nobody is here."),
        (["Le fabuleux destin"], "LE FABULEUX DESTIN!", "[hidden]!"),
    ],
)
def test_a_name_is_hidden_however_it_is_written_and_an_ordinary_word_only_as_a_name(
    names: list[str], text: str, shown: str
) -> None:
    assert hidden(text, [*name_secrets(names, LEXICON)]) == shown


@pytest.mark.parametrize(
    ("names", "text", "shown"),
    [
        (["Snow White and the Seven Dwarfs"], "a dwarf, white as snow", "a [someone], white as snow"),
        (["Rocky Balboa"], "Balboa and Rocky", "[someone] and [someone]"),
        (["Nicholas Angel"], "Angel is an angel.", "[someone] is an angel."),
        (["Rocky II"], "It is 2 o'clock.", "It is 2 o'clock."),
    ],
)  # fmt: skip
def test_a_word_of_a_name_is_hidden_unless_it_is_everybodys(names: list[str], text: str, shown: str) -> None:
    assert hidden(text, [*word_secrets(names, LEXICON, SOMEONE)]) == shown
