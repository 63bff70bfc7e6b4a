"""Once a guide is warm, nobody waits for what is only made when first needed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cached_property

import pytest

from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import Expression
from bot.language import lexicon
from bot.language.wording.pattern import Pattern

LASTING = ("bot.knowledge", "bot.language", "bot.answers")


@pytest.fixture(scope="module")
def warm(catalogue: Catalogue) -> Iterator[Guide]:
    guide = Guide(Catalogue(catalogue.montages, catalogue.lists, catalogue.fingerprint))
    gc.disable()  # as at a start
    guide.warm()
    yield guide
    gc.enable()
    gc.unfreeze()


def parts(value: object, seen: set[int]) -> Iterator[object]:
    """Everything of ours that a guide holds."""
    if id(value) in seen or not type(value).__module__.startswith(LASTING) or not hasattr(value, "__dict__"):
        return
    seen.add(id(value))
    yield value
    for each in vars(value).values():
        yield from parts(each, seen)


def test_garbage_is_collected_from_then_on_and_not_among_what_lasts(warm: Guide) -> None:
    assert warm
    assert gc.isenabled()
    assert gc.get_freeze_count() > 50_000


def test_nothing_that_lasts_is_left_to_be_made(warm: Guide) -> None:
    unmade = {
        f"{type(part).__name__}.{name}"
        for part in parts(warm, set())
        for name, each in vars(type(part)).items()
        if isinstance(each, cached_property) and name not in vars(part)
    }
    assert not unmade


def test_the_words_of_every_language_are_read(warm: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_text", None)
    for text in (
        "Welches Lied läuft, wenn Rocky die Treppe hochläuft?",
        "¿Qué canción suena cuando Rocky sube las escaleras?",
        "Quelle chanson passe quand Rocky monte les marches ?",
        "Quale canzone c'è quando Rocky sale le scale?",
        "Que música toca quando Rocky sobe as escadas?",
    ):
        assert warm.ask(text).films[0] == "Rocky (1976)"


def test_every_pattern_that_has_a_name_is_compiled(warm: Guide) -> None:
    assert warm
    frozen = gc.get_objects()
    gc.unfreeze()
    objects = [*frozen, *gc.get_objects()]
    patterns = [each for each in objects if isinstance(each, Pattern)]
    expressions = [each for each in objects if isinstance(each, Expression)]
    assert patterns
    assert expressions
    assert all("_compiled" in vars(each) for each in patterns)
    assert [vars(each) for each in expressions if "compiled" not in vars(each)] == []
