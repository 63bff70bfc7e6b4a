"""A set list to work out to: the songs in their order, each with where to hear it and the film it comes from."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.answers.answer import Outcome
from bot.answers.workouts import Tune
from bot.community.workout.set_list import TYPICAL_LENGTH, SetList
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

__all__ = ["LONGEST_ROW", "set_list_embed"]

MINUTE = 60
#: Characters of a row without its link, and of all rows together: what is longer loses links.
LONGEST_ROW, MOST = 130, 3600
PARTS = ("Warm up", "Build up", "All out")


def set_list_embed(made: SetList, tunes: Sequence[Tune], about: str) -> discord.Embed:
    """The list; `tunes` are those of its tracks, `about` says what of."""
    rows = _rows(tunes)
    parts = [part for part in _parts(rows) if part[1]]
    lines = [_sentence(made), *("\n".join((f"\n**{name}**", *part)) for name, part in parts)]
    embed = discord.Embed(
        title=clip(f"{about}: {_minutes(made.seconds)}", limits.EMBED_TITLE),
        description=clip("\n".join(lines), limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )
    embed.set_footer(text=_lengths(made))
    return embed


def _sentence(made: SetList) -> str:
    songs = f"{len(made.tracks)} song{'' if len(made.tracks) == 1 else 's'}"
    order = "in the order of how much effort their montages show"
    return f"{songs}, {order}." if made.is_enough else f"{songs}, {order}: there are no more like that."


def _lengths(made: SetList) -> str:
    """Where the length comes from."""
    typical = f"{TYPICAL_LENGTH // MINUTE}:{TYPICAL_LENGTH % MINUTE:02} minutes, a typical length"
    if made.assumed == len(made.tracks):
        return f"No source I have gives the lengths of these songs: each is taken for {typical}."
    return f"Of {made.assumed} songs no source gives the length: each of them is taken for {typical}." * bool(
        made.assumed
    )


def _parts(rows: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    """The first quarter to warm up, the last one to go all out; a list of a few songs has no parts."""
    quarter = len(rows) // 4
    if not quarter:
        return [(PARTS[1], rows)]
    cuts = (rows[:quarter], rows[quarter : len(rows) - quarter], rows[len(rows) - quarter :])
    return [*zip(PARTS, cuts, strict=True)]


def _rows(tunes: Sequence[Tune]) -> list[str]:
    """A row a song, linked as far as there is room: the longest links go first."""
    bare = [_row(number, tune, linked=False) for number, tune in enumerate(tunes, 1)]
    linked = [_row(number, tune, linked=True) for number, tune in enumerate(tunes, 1)]
    room = MOST - sum(map(len, bare))
    rows = list(bare)
    for at in sorted(range(len(tunes)), key=lambda at: len(linked[at])):
        more = len(linked[at]) - len(bare[at])
        if more <= room:
            rows[at], room = linked[at], room - more
    return rows


def _row(number: int, tune: Tune, *, linked: bool) -> str:
    title = plain(clip(tune.title, LONGEST_ROW // 3))
    song = f"[{title}]({tune.listen})" if linked else f"**{title}**"
    rest = clip(f" – {plain(tune.artist)}", LONGEST_ROW // 3)
    film, _, year = tune.film.rpartition(" ")  # which stays, however long the title is
    return f"`{number:2}` {song}{rest} · {plain(clip(film, LONGEST_ROW // 3 - len(year) - 1))} {year}"


def _minutes(seconds: int) -> str:
    minutes = round(seconds / MINUTE)
    return f"about {minutes} minute{'' if minutes == 1 else 's'}"
