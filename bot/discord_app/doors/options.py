"""The options of the commands that suggest while one types; whatever is submitted is matched again by the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import discord
from discord import app_commands

from bot.answers.guide import Guide, Suggestion
from bot.discord_app import limits
from bot.discord_app.desk import desk_of
from bot.discord_app.limits import clip
from bot.discord_app.rankings import TITLES, Ranking
from bot.discord_app.sending import suggest
from bot.knowledge.names import folded

__all__ = [
    "DirectorOption",
    "FilmOption",
    "KindOption",
    "KindsOption",
    "ListOption",
    "MontageOption",
    "PerformerOption",
    "Question",
    "SeriesOption",
    "SongOption",
    "choices_of",
]

MAIN_LISTS = 2  # the default one and the consensus
LONGEST_QUESTION = 500  # characters; far above any question, far below what Discord would take


class SuggestingTransformer(app_commands.Transformer):
    """A text option with suggestions. The text arrives as it was submitted: an id, a shown name, or anything."""

    def __init__(self, suggest: Callable[[Guide, str], tuple[Suggestion, ...]]) -> None:
        self._suggest = suggest

    @property
    def max_value(self) -> int:
        return LONGEST_QUESTION

    async def transform(self, _interaction: discord.Interaction[Any], value: str, /) -> str:
        return value

    async def autocomplete(
        self, interaction: discord.Interaction[Any], value: float | str, /
    ) -> list[app_commands.Choice[str | float]]:
        suggestions = self._suggest(desk_of(interaction).guide_at(interaction.guild_id), str(value))
        choices = choices_of(suggestions)
        await suggest(interaction, choices)
        return choices


def choices_of(suggestions: Iterable[Suggestion]) -> list[app_commands.Choice[str | float]]:
    """What Discord takes of them."""
    return [_choice(suggestion) for suggestion in suggestions if _can_be_shown(suggestion)][: limits.CHOICES]


def _can_be_shown(suggestion: Suggestion) -> bool:
    """One choice Discord refuses would cost the user the whole list."""
    return bool(suggestion.label.strip()) and 0 < len(suggestion.value) <= limits.CHOICE_TEXT


def _choice(suggestion: Suggestion) -> app_commands.Choice[str | float]:
    return app_commands.Choice(name=clip(suggestion.label, limits.CHOICE_TEXT), value=suggestion.value)


def _suggest_lists(guide: Guide, typed: str) -> tuple[Suggestion, ...]:
    """The lists, and the rankings by votes where their titles have what is typed; they come after the main ones."""
    published = guide.suggest_lists(typed)
    first = MAIN_LISTS if not typed.strip() else 0
    rankings = (Suggestion(TITLES[each], each) for each in Ranking if folded(typed) in folded(TITLES[each]))
    return (*published[:first], *rankings, *published[first:])


def _suggest_several_kinds(guide: Guide, typed: str) -> tuple[Suggestion, ...]:
    """What the last of several may be, behind those that are there already."""
    *before, last = typed.split(",")
    there = [*dict.fromkeys(kind.value for each in before if each.strip() and (kind := guide.kind_meant(each)))]
    return tuple(
        Suggestion(", ".join([*there, each.label]), ", ".join([*there, each.value]))
        for each in guide.suggest_kinds(last.strip())
        if each.value not in there
    )


FilmOption = app_commands.Transform[str, SuggestingTransformer(lambda guide, typed: guide.suggest_films(typed))]
SongOption = app_commands.Transform[str, SuggestingTransformer(lambda guide, typed: guide.suggest_songs(typed))]
MontageOption = app_commands.Transform[str, SuggestingTransformer(lambda guide, typed: guide.suggest_montages(typed))]
ListOption = app_commands.Transform[str, SuggestingTransformer(_suggest_lists)]
KindOption = app_commands.Transform[str, SuggestingTransformer(lambda guide, typed: guide.suggest_kinds(typed))]
KindsOption = app_commands.Transform[str, SuggestingTransformer(_suggest_several_kinds)]
PerformerOption = app_commands.Transform[
    str, SuggestingTransformer(lambda guide, typed: guide.suggest_performers(typed))
]
DirectorOption = app_commands.Transform[str, SuggestingTransformer(lambda guide, typed: guide.suggest_directors(typed))]
SeriesOption = app_commands.Transform[str, SuggestingTransformer(lambda guide, typed: guide.suggest_series(typed))]
Question = app_commands.Range[str, 1, LONGEST_QUESTION]
