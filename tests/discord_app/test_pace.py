"""Whoever asks too fast is told when to come back, a few times and no more, and holds up nobody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.discord_app.asked import Way
from bot.discord_app.pace import ALLOWED, MOST_USERS, SECONDS, Pace, TooFastError, Turn

if TYPE_CHECKING:
    from tests.discord_app.conftest import Reader, Stage

QUESTION = "what song plays in Rocky?"
TOO_FAST = re.compile(r"That was a lot at once\. Ask me again <t:(\d+):R>\.")
ROCKY = "No. 1 · Rocky (1976)"


@pytest.mark.parametrize("way", ALLOWED)
def test_each_way_has_its_own_allowance_and_a_user_is_told_a_few_times(way: Way) -> None:
    pace, allowed = Pace(), ALLOWED[way]
    turns = [pace.turn(1, way, 100.0) for _ in range(allowed.answers + allowed.refusals + 3)]
    assert turns == [
        *[Turn.ANSWERED] * allowed.answers,
        *[Turn.REFUSED] * allowed.refusals,
        *[Turn.PASSED_OVER] * 3,
    ]
    assert {pace.turn(1, other, 100.0) for other in ALLOWED if other is not way} == {Turn.ANSWERED}
    assert pace.turn(2, way, 100.0) is Turn.ANSWERED
    assert pace.turn(1, way, 100.0 + SECONDS - 0.01) is Turn.PASSED_OVER
    assert pace.turn(1, way, 100.0 + SECONDS) is Turn.ANSWERED


def test_it_is_told_when_to_come_back_and_then_there_is_an_answer() -> None:
    pace = Pace()
    for _ in range(11):
        pace.turn(1, Way.COMMAND, 100.25)
    told = TOO_FAST.fullmatch(str(pace.refusal(1, Way.COMMAND)))
    assert told
    assert pace.turn(1, Way.COMMAND, float(told[1])) is Turn.ANSWERED
    assert str(TooFastError(100.25)) == "That was a lot at once. Ask me again <t:101:R>."


def test_the_pace_of_a_crowd_takes_no_more_memory_than_that_of_some() -> None:
    pace = Pace()
    assert {pace.turn(user, way, 0.0) for way in ALLOWED for user in range(3 * MOST_USERS)} == {Turn.ANSWERED}
    assert {len(spells) for spells in pace._spells.values()} == {MOST_USERS}


async def test_whoever_writes_without_a_pause_is_told_once_and_holds_nobody_up(stage: Stage, read: Reader) -> None:
    most = ALLOWED[Way.MESSAGE].answers
    asked = [await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}") for _ in range(most + 5)]
    answers = {each.reference.message_id: each.content for each in stage.channel.history() if each.reference}
    assert list(answers) == [each.id for each in asked[: most + 1]]
    assert [bool(TOO_FAST.fullmatch(content)) for content in answers.values()] == [False] * most + [True]
    await stage.other.send(stage.channel, f"{stage.mention} {QUESTION}")
    assert read.title(stage.last) == ROCKY
    await stage.env.advance_time(SECONDS)
    await stage.asker.send(stage.channel, f"{stage.mention} what song plays in The Karate Kid?")
    assert read.title(stage.last) == "No. 2 · The Karate Kid (1984)"


async def test_whoever_gives_commands_without_a_pause_is_told_alone_and_may_go_on_typing(
    stage: Stage, read: Reader
) -> None:
    allowed = ALLOWED[Way.COMMAND]
    for _ in range(allowed.answers):
        assert read.title(read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky"))) == ROCKY
    for _ in range(allowed.refusals):
        told = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky"))
        assert TOO_FAST.fullmatch(told.content)
        assert told.ephemeral
    assert (await stage.asker.slash(stage.channel, "montage show", montage="rocky")).response is None
    assert await stage.asker.autocomplete(stage.channel, "montage show", "montage", "rock")
    assert read.title(read.answer(await stage.other.slash(stage.channel, "montage show", montage="rocky"))) == ROCKY
    await stage.env.advance_time(SECONDS)
    assert read.title(read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky"))) == ROCKY


async def test_a_list_can_be_paged_as_fast_as_one_clicks_but_not_faster(stage: Stage, read: Reader) -> None:
    ranked = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    for _ in range(ALLOWED[Way.CLICK].answers):
        assert read.answer(await stage.asker.click(ranked, label="How is this ranked?")).embeds
    told = read.answer(await stage.asker.click(ranked, label="How is this ranked?"))
    assert TOO_FAST.fullmatch(told.content)
    assert told.ephemeral
    assert read.answer(await stage.other.click(ranked, label="How is this ranked?")).embeds
