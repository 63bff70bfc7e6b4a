"""The rankings by votes: what a server's votes, or those of all servers, make of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import discord

from bot.answers.answer import Answer
from bot.answers.guide import Voted, VotedPlace
from bot.community.votes import (
    FEWEST_SERVERS,
    FEWEST_VOTERS,
    FEWEST_VOTERS_OF_ALL,
    Place,
    Poll,
    places_of,
)
from bot.discord_app.desk import Desk, conversation_of
from bot.errors import MontageBotError
from bot.knowledge.names import folded

__all__ = ["TITLES", "Ranking", "answer_listing", "ranking_called", "ranking_of", "votes_of"]

NO_SERVER = "There is no server here whose ranking I could show: ask on one."
SOURCE = (
    "The order is that of the lower end of the 95 % score interval of the share of voters who voted for a montage "
    "(E. B. Wilson, Journal of the American Statistical Association 22, 1927): two of two voters do not beat ninety "
    "of a hundred."
)
HERE_METHOD = (
    "Everybody on this server has one vote a montage, taken back by a second click. A montage has a place from "
    f"{FEWEST_VOTERS} voters on. {SOURCE} Votes of other servers do not count."
)
ALL_METHOD = (
    "Everybody has one vote a montage on each server. For a montage, all voters count of the servers where it has a "
    f"vote; it has a place from {FEWEST_VOTERS_OF_ALL} votes on, of {FEWEST_SERVERS} servers or more. {SOURCE} "
    "Only sums are shown: nobody sees who voted, or on which server. They are counted once a minute at most."
)


class Ranking(StrEnum):
    """Whose votes count; the names are part of the keys of lists, so they stay."""

    HERE = "votes:server"
    ALL = "votes:all"


TITLES = {Ranking.HERE: "This server's ranking", Ranking.ALL: "All servers' ranking"}


def ranking_called(name: str) -> Ranking | None:
    """The ranking that somebody picked or typed the title of."""
    return next((each for each in Ranking if folded(name) in (folded(each.value), folded(TITLES[each]))), None)


def ranking_of(key: str) -> Ranking | None:
    """The ranking that the key of a list belongs to."""
    return next((each for each in Ranking if f"{key}:".startswith(f"{each}:")), None)


async def answer_listing(
    desk: Desk, interaction: discord.Interaction[Any], key: str, *, quietly: bool = False
) -> Answer:
    """The list of a key, by votes or of the catalogue. Raises StoreError when votes cannot be read.

    A quiet look leaves what the conversation is about.
    """
    conversation = None if quietly else conversation_of(interaction)
    ranking, guide = ranking_of(key), desk.guide_at(interaction.guild_id)
    if ranking is None:
        return guide.listing(key, conversation)
    return guide.voted(await votes_of(desk, interaction, ranking), key, conversation)


async def votes_of(desk: Desk, interaction: discord.Interaction[Any], ranking: Ranking) -> Voted:
    """How people voted where it is asked. Raises StoreError, and MontageBotError for a server's ranking on none."""
    if ranking is Ranking.ALL:
        poll = await desk.store.votes.of_all()
        return _told(ranking, poll, places_of(poll.tallies, FEWEST_VOTERS_OF_ALL, FEWEST_SERVERS), ALL_METHOD)
    if interaction.guild_id is None:
        raise MontageBotError(NO_SERVER)
    poll = await desk.store.votes.of_server(interaction.guild_id)
    return _told(ranking, poll, places_of(poll.tallies, FEWEST_VOTERS), HERE_METHOD)


def _told(ranking: Ranking, poll: Poll, places: Sequence[Place], method: str) -> Voted:
    people = f"{poll.people} {'person has' if poll.people == 1 else 'people have'} voted"
    least = (
        f"from {FEWEST_VOTERS} voters on"
        if ranking is Ranking.HERE
        else f"from {FEWEST_VOTERS_OF_ALL} votes of {FEWEST_SERVERS} servers on"
    )
    return Voted(
        key=ranking.value,
        title=TITLES[ranking],
        places=[_place(each) for each in places],
        footer=f"{people}; a montage has a place {least}",
        method=f"{people[0].upper()}{people[1:]}. {method}",
        nothing=f"No montage has a place in {_lowered(TITLES[ranking])} yet: it has one {least}, and {people}. "
        "Press Vote below a card.",
    )


def _place(place: Place) -> VotedPlace:
    tally = place.tally
    return VotedPlace(
        place.number, tally.montage, f"{tally.votes} of {tally.voters} voters", tally.votes / tally.voters
    )


def _lowered(title: str) -> str:
    return title[0].lower() + title[1:]
