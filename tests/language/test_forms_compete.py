"""Forms of question compete: each wins the messages that are its own, against all others."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

from bot.answers.guide import Guide
from bot.language import forms
from bot.language.forms.form import Examples
from bot.language.reader import Reader

#: Forms that win so seldom that no plain example of theirs is known: they only offer a reading.
SELDOM = {
    "all of its director",
    "all of its performer",
    "another of the film",
    "another of the same",
    "another of the series",
    "at what may be a place",
    "beside a list",
    "is it in",
    "leaning on the likeliest",
    "leaning, not ours to know",
    "place of a scene",
}


def examples() -> Iterator[tuple[str, str, str]]:
    """Each example with its form: what was said before, if anything, and the message."""
    for found in iter_modules(forms.__path__, f"{forms.__name__}."):
        of_module: Examples = getattr(import_module(found.name), "EXAMPLES", {})
        for name, texts in of_module.items():
            for text in texts:
                before, message = ("", text) if isinstance(text, str) else text
                yield name, before, message


@pytest.mark.parametrize(("name", "before", "message"), list(examples()))
def test_a_form_wins_its_own_examples_against_all_others(guide: Guide, name: str, before: str, message: str) -> None:
    conversation = f"{before} / {message}"
    if before:
        guide.ask(before, conversation)
    assert guide.account(message, conversation).rule == name


def test_every_form_has_an_example_or_is_known_to_win_seldom(reader: Reader) -> None:
    assert {name for name, _, _ in examples()} | SELDOM == {form.name for form in reader.forms}
    assert not {name for name, _, _ in examples()} & SELDOM
