"""Every message that a catalogue can become, and a catalogue in which everything is as long as it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import discord
from discord.http import handle_message_parameters
from msgspec import Struct, structs

from bot.answers.answer import Answer
from bot.answers.guide import Guide, Suggestion
from bot.community.daily.tries import CLUES, Try
from bot.community.duels import Duel
from bot.community.quiz.questions import Question, question_of
from bot.community.quiz.running import Quiz
from bot.community.quiz.subjects import Ask
from bot.community.store.address import Address
from bot.community.store.store import Store
from bot.community.suggestions import LONGEST_FIELD, LONGEST_TEXT, Facts, State
from bot.community.suggestions import Suggestion as Suggested
from bot.community.workout.set_list import Pace
from bot.discord_app.controls.duels import _going_on
from bot.discord_app.controls.review import review_reply
from bot.discord_app.controls.workout import make_set_list
from bot.discord_app.desk import Desk
from bot.discord_app.doors.options import choices_of
from bot.discord_app.looks.cards import more_embed, sources_embed
from bot.discord_app.looks.daily import announcement_embed, clues_embed
from bot.discord_app.looks.listings import last_page, method_embed
from bot.discord_app.quiz.looks import intro_embed, round_embed
from bot.discord_app.quiz.subjects import pool_of
from bot.discord_app.replies import render
from bot.discord_app.sending import Reply
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter
from bot.language.naming import song_key

__all__ = ["body_of", "callback", "choices", "messages", "swollen"]

NOON, DAY = datetime(2026, 1, 1, 12, tzinfo=UTC), date(2026, 1, 1)
TOLD = 4  # kinds of an interaction's answer: a message, and choices
OFFERED = 8
#: What makes a text long and hard to show: no space to break at, marks of Markdown, mentions, the other direction.
LONG = "W*_~`|>#[](x)@everyone<@1>\u202e🥊" * 40
LONGEST_TEXTS = 700  # characters
#: What is no text but leads somewhere, or has its own words.
KEPT = {"id", "imdb_id", "url", "montage", "kind", "tags", "confidence", "supports", "list", "date"}
Value = TypeVar("Value")


def messages(guide: Guide, every: int = 1) -> Iterator[Reply]:
    """All that is shown of every montage, film, song and list of a catalogue, or of one in so many."""
    catalogue = guide.catalogue
    for montage in catalogue.montages[::every]:
        card = guide.show(montage.id)
        yield from (render(card), _only(more_embed(card.cards[0])), _only(sources_embed(card.cards[0])))
        yield from (render(guide.film_of_song(song_key(song))) for song in montage.songs)
    for film in catalogue.films[::every]:
        yield from (render(guide.song_of_film(film.id)), render(guide.ask(f"who directed {film.title}?")))
    for key in ("", "-", *(each.id for each in catalogue.lists[::every])):
        yield from _pages(guide.listing(key))
    for chosen in (*(Filter(kinds=(kind,)) for kind in Kind), *(Filter(first_year=year) for year in (1930, 1985))):
        yield from _pages(guide.where(chosen))
    yield from (
        render(each) for each in (guide.about(), guide.random(), guide.ask("nothing of the sort"), guide.ask(""))
    )
    yield from _games(guide, every)


def _pages(answer: Answer) -> Iterator[Reply]:
    if answer.listing is None:
        yield render(answer)
        return
    yield _only(method_embed(answer.listing))
    yield from (render(answer, page) for page in range(1, last_page(answer.listing) + 1))


def _games(guide: Guide, every: int) -> Iterator[Reply]:
    """Duels, set lists, the daily montage, quizzes and suggestions."""
    desk = Desk(guide, render, Store.at(Address(Path("never-opened.sqlite3"))))
    ids = [montage.id for montage in guide.catalogue.montages[::every]]
    yield from (_going_on(desk, Duel(1, 2, *pair, 3, NOON)) for pair in pairwise(ids))
    chance = Random(1)  # noqa: S311  picks songs
    yield from (make_set_list(desk, minutes, pace, None, 0, chance) for minutes in (5, 80, 99) for pace in Pace)
    for montage in guide.puzzle_ids()[::every]:
        clues = guide.puzzle(montage).clues
        yield from (_only(clues_embed(clues, Try(DAY, NOON, CLUES))), _only(announcement_embed(DAY, clues[0])))
    for question in _questions(guide, every):
        quiz = Quiz(1, 2, 3, 4, False, (question,), NOON)
        yield from (_only(intro_embed(quiz)), _only(round_embed(quiz, NOON)))
    field, text = LONG[:LONGEST_FIELD], LONG[:LONGEST_TEXT]
    facts = Facts(field, 1976, field, field, text, Kind.TRAINING, "https://example.org/" + "x" * 180, (field,) * 9)
    yield from (review_reply(Suggested(10**17, 2, 3, facts, state, 4, NOON)) for state in State)


def _questions(guide: Guide, every: int) -> Iterator[Question]:
    pool, chance = pool_of(guide), Random(1)  # noqa: S311  makes questions
    for subject in pool.subjects[::every]:
        made = (question_of(pool, subject, ask, chance, hard=False) for ask in Ask)
        yield from (each for each in made if each is not None)


def _only(embed: discord.Embed) -> Reply:
    return Reply("", [embed])


def choices(guide: Guide, typed: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What is offered in each option while somebody types."""
    ways: Sequence[Callable[[str], tuple[Suggestion, ...]]] = (
        *(guide.suggest_films, guide.suggest_songs, guide.suggest_montages, guide.suggest_lists),
        *(guide.suggest_performers, guide.suggest_directors, guide.suggest_series, guide.suggest_kinds),
    )
    for text in typed:
        for way in ways:
            yield {"type": OFFERED, "data": {"choices": [each.to_dict() for each in choices_of(way(text))]}}


def body_of(reply: Reply) -> dict[str, Any]:
    """The message as discord.py sends it for a client that may mention nobody."""
    nobody = discord.AllowedMentions.none()
    with handle_message_parameters(
        reply.content, embeds=reply.embeds, view=reply.view, previous_allowed_mentions=nobody
    ) as parameters:
        assert parameters.payload is not None
        return parameters.payload


def callback(reply: Reply) -> dict[str, Any]:
    """The same as the answer to a command."""
    return {"type": TOLD, "data": body_of(reply)}


def swollen(catalogue: Catalogue, most: int) -> Catalogue:
    """So many montages of a catalogue, and all lists, with every text as long as it can be."""
    return Catalogue(
        [_swollen(each) for each in catalogue.montages[:most]], [_swollen(each) for each in catalogue.lists]
    )


def _swollen(value: Value) -> Value:
    if not isinstance(value, Struct):
        return value
    longer = {name: _longer(getattr(value, name)) for name in value.__struct_fields__ if name not in KEPT}
    return structs.replace(value, **longer)


def _longer(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_longer(each) for each in value)
    return f"{value} {LONG}"[:LONGEST_TEXTS] if isinstance(value, str) else _swollen(value)
