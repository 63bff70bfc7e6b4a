"""Nothing that is printed steers the terminal it is printed on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.printable import printable


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Æon Flux – “You’re the Best” 🥊", "Æon Flux – “You’re the Best” 🥊"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[Hclean", "clean"),
        ("\x9b5mblinking", "blinking"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPa command\x1b\\text", "text"),
        ("\x1bcreset", "reset"),
        ("\x1b(0lines", "lines"),
        ("unended \x1b]0;title", "unended 0;title"),
        ("at the end \x1b", "at the end "),
        ("rings\a, \rback", "rings ,  back"),
        ("turned \u202eround", "turned  round"),
        ("a name in other bytes \udcff", "a name in other bytes \udcff"),
    ],
)
def test_commands_to_a_terminal_are_dropped_and_the_text_stays(text: str, printed: str) -> None:
    assert printable(text) == printed


@given(st.text(st.characters(codec=None) | st.sampled_from("\x1b\x9b[]\a\\;0mJ")))
def test_whatever_the_text_nothing_of_it_steers(text: str) -> None:
    shown = printable(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown if character not in "\n\t")
    assert printable(shown) == shown
