"""What is offered while somebody types an option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.discord_app import limits

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue
    from tests.discord_app.conftest import Stage

OPTIONS = [("song", "film"), ("film", "song"), ("show", "montage"), ("list", "list")]
OPTIONS += [("list", "kind"), ("list", "performer"), ("list", "director"), ("list", "series")]
AWKWARD = ["", " ", "r", "the", "é", "x" * 500, "*_`|~>", "@everyone", "🥊", "0"]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
@pytest.mark.parametrize("typed", AWKWARD)
async def test_discord_would_take_every_list_of_choices(stage: Stage, command: str, option: str, typed: str) -> None:
    choices = await stage.asker.autocomplete(stage.channel, f"montage {command}", option, typed)
    assert len(choices) <= limits.CHOICES
    assert all(1 <= len(choice["name"].strip()) <= limits.CHOICE_TEXT for choice in choices)
    assert all(1 <= len(choice["value"]) <= limits.CHOICE_TEXT for choice in choices)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
async def test_something_is_offered_before_a_letter_is_typed(stage: Stage, command: str, option: str) -> None:
    assert await stage.asker.autocomplete(stage.channel, f"montage {command}", option, "")


@pytest.mark.parametrize("typed", ["karate", "kartae kid", "KARATE KDI"])
async def test_a_slip_of_the_finger_still_finds_the_film(stage: Stage, typed: str) -> None:
    choices = await stage.asker.autocomplete(stage.channel, "montage song", "film", typed)
    assert "The Karate Kid (1984)" in [choice["name"] for choice in choices]


async def test_every_film_of_the_catalogue_can_be_suggested(stage: Stage, catalogue: Catalogue) -> None:
    for film in catalogue.films:
        names = [suggestion.label for suggestion in stage.guide.suggest_films(film.label)]
        assert film.label in names
