"""Set lists as people ask for them: long enough, in order, with what to hear and the film behind it."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.community.workout.set_list import Pace
from bot.discord_app.controls.workout import Wanted, make_set_list, set_list_reply
from bot.knowledge.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.discord_app.sending import Reply
    from tests.discord_app.conftest import Reader, Stage


ROW = re.compile(r"^` ?\d+` \[.+\]\(https://.+\) – .+ · .+ \(\d{4}\)$", re.MULTILINE)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  it picks songs, and guards nothing


async def test_a_set_list_says_how_long_it_is_and_that_lengths_are_assumed(stage: Stage, read: Reader) -> None:
    shown = read.answer(await stage.asker.slash(stage.channel, "montage workout", minutes=30))
    assert not shown.ephemeral
    assert read.title(shown) == "Steady workout to montages: about 32 minutes"
    words = read.words(shown)
    assert words.count("https://www.youtube.com/results?search_query=") == 9
    assert len(ROW.findall(words)) == 9
    assert re.findall(r"^\*\*(.+)\*\*$", words, re.MULTILINE) == ["Warm up", "Build up", "All out"]
    assert (
        "No source I have gives the lengths of these songs: each is taken for 3:30 minutes, a typical length." in words
    )


async def test_what_is_asked_for_is_what_is_in_it(stage: Stage, read: Reader) -> None:
    options = {"minutes": 20, "kind": "training", "decade": 1980, "pace": "hard", "private": True}
    shown = read.answer(await stage.asker.slash(stage.channel, "montage workout", **options))
    assert shown.ephemeral
    assert read.title(shown) == "Hard workout to training montages of the 1980s: about 21 minutes"
    years = [int(year) for year in re.findall(r"\((\d{4})\)$", read.words(shown), re.MULTILINE)]
    assert len(years) == 6
    assert all(1980 <= year < 1990 for year in years)


async def test_another_list_is_made_after_a_restart_too_and_a_montage_opened_from_it(
    stage: Stage, read: Reader
) -> None:
    shown = read.answer(
        await stage.asker.slash(stage.channel, "montage workout", minutes=25, kind="dance", decade=1980)
    )
    await stage.restart()
    other = read.answer(await stage.asker.click(shown, label="Another list"))
    assert read.title(other) == read.title(shown)
    first = read.menu(other, "rows")[0]
    card = read.answer(await stage.asker.select(other, [first["value"]], custom_id="montage:show:v1:rows"))
    assert str(first["label"]).partition(" – ")[0] in read.words(card)


async def test_too_little_of_a_kind_is_said_and_none_at_all_too(stage: Stage, read: Reader) -> None:
    few = read.answer(await stage.asker.slash(stage.channel, "montage workout", minutes=80, kind="cooking"))
    assert "there are no more like that" in read.words(few)
    none = read.answer(await stage.asker.slash(stage.channel, "montage workout", kind="cooking", decade=1930))
    assert none.content == "I know no montage like that: leave out `kind` or `decade`."
    wrong = read.answer(await stage.asker.slash(stage.channel, "montage workout", kind="knitting"))
    assert wrong.content.startswith("I know no such kind of montage")
    assert len(stage.env.errors) == 2


def test_the_year_of_a_film_stands_behind_the_longest_title(stage: Stage) -> None:
    replies = [set_list_reply(stage.bot.desk, Wanted(30, Pace.STEADY), chance(seed)) for seed in range(40)]
    rows = [line for reply in replies for line in (reply.embeds[0].description or "").splitlines() if line[0:1] == "`"]
    assert [row for row in rows if not ROW.fullmatch(row)] == []
    assert any("…" in row for row in rows)


@pytest.mark.parametrize("pace", Pace)
def test_whatever_is_asked_for_discord_takes_it(stage: Stage, accepted: Callable[[Reply], None], pace: Pace) -> None:
    for minutes in (5, 30, 80):
        for seed in range(12):
            accepted(set_list_reply(stage.bot.desk, Wanted(minutes, pace), chance(seed)))
    for kind in Kind:
        if stage.guide.tunes(Wanted(80, pace, kind).filter):
            accepted(make_set_list(stage.bot.desk, 80, pace, kind, 0, chance(1)))
