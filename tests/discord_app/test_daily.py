"""The daily montage as people play it: in private, over midnight, and after a restart in the middle."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.community.daily.order import next_puzzle

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Stage

pytestmark = pytest.mark.usefixtures("no_duels")


def film_of(stage: Stage, played: int = 0) -> str:
    """The film asked for on the first day, or so many days later when all between were played."""
    told: dict[str, int] = {}
    montage = ""
    for _ in range(played + 1):
        montage = next_puzzle(stage.guide.puzzle_ids(), told) or ""
        told[montage] = told.get(montage, 0) + 1
    found = stage.guide.catalogue.montage(montage)
    assert found is not None
    return found.film.title


async def opened(stage: Stage, read: Reader, member: simcord.MemberActor) -> simcord.ResponseMessage:
    panel = read.answer(await member.slash(stage.channel, "montage daily"))
    assert panel.ephemeral
    return panel


async def guessed(member: simcord.MemberActor, read: Reader, panel: Any, film: str) -> simcord.ResponseMessage:
    form = await member.click(panel, label="Guess")
    return read.answer(await member.submit_modal(form, {"film": film}))


def clues_in(read: Reader, panel: Any) -> list[str]:
    return re.findall(r"^\*\*Clue \d, ([a-z ]+):\*\*", read.words(panel), re.MULTILINE)


async def until(stage: Stage, moment: str) -> None:
    wanted = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    await stage.env.advance_time((wanted - stage.env.now()).total_seconds())


async def test_it_is_played_from_start_to_end_with_fewer_clues_for_more_points(stage: Stage, read: Reader) -> None:
    panel = await opened(stage, read, stage.asker)
    assert read.title(panel) == "Daily montage of 1 January 2026: which film?"
    assert clues_in(read, panel) == ["decade and kind"]
    assert "Found now: 5 of 5 points" in read.words(panel)
    panel = read.answer(await stage.asker.click(panel, label="Next clue"))
    assert clues_in(read, panel) == ["decade and kind", "setting"]
    panel = await guessed(stage.asker, read, panel, "Paddington 9")
    assert "“Paddington 9” is not it." in read.words(panel)
    assert clues_in(read, panel) == ["decade and kind", "setting", "characters"]
    assert "Found now: 3 of 5 points · 9 guesses left" in read.words(panel)
    film = film_of(stage)
    done = await guessed(stage.asker, read, panel, film.lower())
    assert f"It is **{film} (" in done.content
    assert "found with 3 of 5 clues and 1 wrong guess, 3 points of 5. 1 day in a row." in done.content
    assert read.labels(done)[0] == "Share"
    assert stage.channel.last_message is None  # nobody else saw anything


async def test_slips_are_forgiven_and_another_title_in_another_language_counts(stage: Stage, read: Reader) -> None:
    film = film_of(stage)
    assert len(film) > 4
    slip = film[:-2] + film[-1] + film[-2] if film[-1] != film[-2] else film[:-1]
    panel = await opened(stage, read, stage.asker)
    assert "It is **" in (await guessed(stage.asker, read, panel, slip)).content
    names = next(each.names for each in stage.guide.catalogue.films if each.title == film)
    if names:
        panel = await opened(stage, read, stage.other)
        assert "It is **" in (await guessed(stage.other, read, panel, names[-1])).content


async def test_all_clues_are_told_one_by_one_and_a_wrong_guess_after_the_last_ends_it(
    stage: Stage, read: Reader
) -> None:
    panel = await opened(stage, read, stage.asker)
    for _ in range(4):
        panel = read.answer(await stage.asker.click(panel, label="Next clue"))
    assert clues_in(read, panel) == ["decade and kind", "setting", "characters", "what happens", "song"]
    assert read.labels(panel) == ["Guess", "Give up"]
    done = await guessed(stage.asker, read, panel, "no such film")
    assert "“no such film” is not it. It is **" in done.content
    assert "not found with all clues and 1 wrong guess." in done.content


async def test_two_clicks_on_one_button_open_one_clue(stage: Stage, read: Reader) -> None:
    panel = await opened(stage, read, stage.asker)
    again = await opened(stage, read, stage.asker)
    await stage.asker.click(panel, label="Next clue")
    panel = read.answer(await stage.asker.click(again, label="Next clue"))
    assert len(clues_in(read, panel)) == 2


async def test_a_restart_in_the_middle_loses_nothing_not_even_an_open_form(stage: Stage, read: Reader) -> None:
    panel = read.answer(await stage.asker.click(await opened(stage, read, stage.asker), label="Next clue"))
    form = await stage.asker.click(panel, label="Guess")
    await stage.restart()
    done = read.answer(await stage.asker.submit_modal(form, {"film": film_of(stage)}))
    assert "found with 2 of 5 clues, 4 points of 5." in done.content
    await stage.restart()
    assert "found with 2 of 5 clues" in (await opened(stage, read, stage.asker)).content


async def test_a_try_belongs_to_the_puzzle_it_was_begun_with(stage: Stage, read: Reader) -> None:
    await until(stage, "2026-01-01 23:59")
    panel = await opened(stage, read, stage.asker)
    form = await stage.asker.click(panel, label="Guess")
    await until(stage, "2026-01-02 00:01")
    missed = read.answer(await stage.asker.submit_modal(form, {"film": "no such film"}))
    assert read.title(missed) == "Daily montage of 1 January 2026: which film?"
    assert len(clues_in(read, missed)) == 2
    new = await opened(stage, read, stage.asker)
    assert read.title(new) == "Daily montage of 2 January 2026: which film?"
    first = await guessed(stage.asker, read, missed, film_of(stage))
    assert "found with 2 of 5 clues and 1 wrong guess" in first.content
    second = await guessed(stage.asker, read, new, film_of(stage, played=1))
    assert "found with 1 of 5 clues, 5 points of 5. 2 days in a row." in second.content


async def test_a_puzzle_left_alone_is_over_an_hour_after_its_day(stage: Stage, read: Reader) -> None:
    panel = await opened(stage, read, stage.asker)
    await until(stage, "2026-01-02 01:00")
    told = read.answer(await stage.asker.click(panel, label="Next clue"))
    assert told.content == "The daily montage of 1 January 2026 is over: /montage daily has today's."


async def test_a_streak_ends_with_a_day_that_is_missed(stage: Stage, read: Reader) -> None:
    await guessed(stage.asker, read, await opened(stage, read, stage.asker), film_of(stage))
    await until(stage, "2026-01-02 12:00")
    lost = read.answer(await stage.asker.click(await opened(stage, read, stage.asker), label="Give up"))
    assert "given up after 1 of 5 clues." in lost.content
    await until(stage, "2026-01-03 12:00")
    film = film_of(stage, played=2)
    done = await guessed(stage.asker, read, await opened(stage, read, stage.asker), film)
    assert "1 day in a row." in done.content


async def test_everybody_has_the_same_puzzle_and_a_try_of_their_own(stage: Stage, read: Reader) -> None:
    panel = await opened(stage, read, stage.asker)
    await stage.asker.click(panel, label="Next clue")
    theirs = await opened(stage, read, stage.other)
    assert clues_in(read, theirs) == ["decade and kind"]
    assert read.words(theirs).splitlines()[2] in read.words(panel)
    elsewhere = read.answer(await stage.env.create_user("ines").slash("montage daily"))
    assert read.words(elsewhere) == read.words(theirs)


async def test_what_is_shared_gives_nothing_away(stage: Stage, read: Reader) -> None:
    film = film_of(stage)
    done = await guessed(stage.asker, read, await opened(stage, read, stage.asker), film)
    shared = read.answer(await stage.asker.click(done, label="Share"))
    assert not shared.ephemeral
    assert shared.content == (
        "maya shares:\nDaily montage of 1 January 2026: found with 1 of 5 clues, 5 points of 5.\n🟩⬜⬜⬜⬜"
    )
    assert film not in read.words(shared)
    assert not read.labels(shared)


async def test_an_empty_guess_costs_nothing(stage: Stage, read: Reader) -> None:
    panel = await opened(stage, read, stage.asker)
    told = await guessed(stage.asker, read, panel, "   ")
    assert told.content.startswith("Type the title of a film")
    assert clues_in(read, await opened(stage, read, stage.asker)) == ["decade and kind"]


async def test_what_somebody_types_is_shown_as_it_is(stage: Stage, read: Reader) -> None:
    panel = await opened(stage, read, stage.asker)
    told = await guessed(stage.asker, read, panel, "**@everyone** " + "x" * 80)
    assert "“\\*\\*@\u200beveryone\\*\\* xxx" in told.content
    assert "x" * 60 not in told.content


async def test_a_day_whose_montage_is_gone_is_said_to_be(stage: Stage, read: Reader) -> None:
    await stage.bot.desk.store.daily.puzzle(date(2026, 1, 1), ["gone-montage"])
    told = read.answer(await stage.asker.slash(stage.channel, "montage daily"))
    assert told.content.startswith("The montage of that day is not in the catalogue any more")
    assert len(stage.env.errors) == 1


@pytest.mark.usefixtures("no_database")
async def test_without_a_database_it_is_said_and_nothing_else_breaks(stage: Stage, read: Reader) -> None:
    told = read.answer(await stage.asker.slash(stage.channel, "montage daily"))
    assert told.ephemeral
    assert told.content.startswith("That cannot be looked up: ")
    assert "Rocky" in read.words(read.answer(await stage.asker.slash(stage.channel, "montage list")))
    assert len(stage.env.errors) == 1
    await stage.bot.desk.store.close()
