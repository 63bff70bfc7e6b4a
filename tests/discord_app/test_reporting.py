"""Mistakes that members report below a card, and what moderators do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.reports import LONGEST_REPORT, MOST_WAITING_OF_ONE

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Review, Stage

WRONG = "The steps are not those of the museum."


async def form_below(stage: Stage, read: Reader, *, private: bool = False) -> simcord.InteractionResult:
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky", private=private))
    return await stage.asker.click(card, label="Report a mistake")


async def reported(stage: Stage, read: Reader, said: str = WRONG, *, private: bool = False) -> str:
    form = await form_below(stage, read, private=private)
    told = read.answer(await stage.asker.submit_modal(form, {"said": said}))
    assert told.ephemeral
    return told.content


def sent(stage: Stage, words: str) -> list[str]:
    """The addresses of what was sent with these words in it."""
    return [each.path for each in stage.env.http_requests if words in str(each.json)]


async def test_a_mistake_goes_to_the_channel_that_moderators_chose(stage: Stage, read: Reader, review: Review) -> None:
    assert (await reported(stage, read)).startswith("Thank you!")
    words = read.words(review.last)
    assert "A mistake? Rocky (1976)" in words
    assert WRONG in words
    assert f"<@{stage.asker.id}>" in words
    assert read.labels(review.last) == ["Settled", "Card"]
    card = read.answer(await review.other.click(review.last, label="Card"))
    assert card.ephemeral
    assert "Gonna Fly Now" in read.words(card)


async def test_a_report_is_taken_and_settled_after_a_restart_too(stage: Stage, read: Reader, review: Review) -> None:
    form = await form_below(stage, read)
    await stage.restart()
    read.answer(await stage.asker.submit_modal(form, {"said": WRONG}))
    await stage.restart()
    settled = read.answer(await review.moderator.click(review.last, label="Settled"))
    assert f"Settled · <@{review.moderator.id}>" in read.words(settled)
    assert read.labels(settled) == ["Reopen", "Card"]
    assert len(sent(stage, "What you reported on Movie Night about Rocky (1976)")) == 1
    reopened = read.answer(await review.other.click(settled, label="Reopen"))
    assert "Waits for a look" in read.words(reopened)


async def test_of_two_moderators_one_settles_it(stage: Stage, read: Reader, review: Review) -> None:
    await reported(stage, read)
    reports = stage.bot.desk.store.reports
    await reports.settle(stage.guild.id, 1, True, review.other.id, stage.env.now())  # by another process
    shown = read.answer(await review.moderator.click(review.last, label="Settled"))
    assert f"<@{review.other.id}>" in read.words(shown)
    assert len(sent(stage, "Somebody was faster")) == 1
    assert sent(stage, "What you reported") == []


async def test_members_settle_nothing(stage: Stage, read: Reader, review: Review) -> None:
    await reported(stage, read)
    told = read.answer(await stage.other.click(review.last, label="Settled"))
    assert "Only moderators" in told.content
    assert "Waits for a look" in read.words(review.last)


async def test_who_takes_no_direct_message_is_told_where_they_wrote(stage: Stage, read: Reader, review: Review) -> None:
    await reported(stage, read)
    stage.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    card = stage.last
    await review.moderator.click(review.last, label="Settled")
    assert stage.last.content.startswith(f"<@{stage.asker.id}> What you reported on Movie Night")
    assert stage.last.reference is not None
    assert stage.last.reference.message_id == card.id
    (request,) = [each for each in stage.env.http_requests if "What you reported" in str(each.json)]
    assert isinstance(request.json, dict)
    assert request.json["allowed_mentions"] == {"parse": [], "users": [stage.asker.id], "replied_user": False}
    assert sent(stage, "takes no direct messages") == []


async def test_what_was_written_privately_is_not_replied_to_before_all(
    stage: Stage, read: Reader, review: Review
) -> None:
    await reported(stage, read, private=True)
    stage.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await review.moderator.click(review.last, label="Settled")
    assert stage.channel.last_message is None
    assert len(sent(stage, "takes no direct messages")) == 1


async def test_nothing_in_a_report_is_markup_or_pings(stage: Stage, read: Reader, review: Review) -> None:
    await reported(stage, read, "@everyone **no** <@1>\n" + "x" * (LONGEST_REPORT - 30))
    assert "@\u200beveryone" in read.words(review.last)
    assert "**no**" not in read.words(review.last)


async def test_nobody_floods_the_moderators(stage: Stage, read: Reader, review: Review) -> None:
    for _ in range(MOST_WAITING_OF_ONE):
        assert (await reported(stage, read)).startswith("Thank you!")
        await stage.env.advance_time(30)
    assert (await reported(stage, read)).startswith("You have 5 reports that wait")


async def test_where_no_channel_was_chosen_nothing_is_asked(stage: Stage, read: Reader) -> None:
    told = read.answer(await form_below(stage, read))
    assert "/montage settings" in told.content


async def test_what_can_be_shown_to_nobody_is_not_kept(stage: Stage, read: Reader, review: Review) -> None:
    stage.env.inject_error("POST", f"/channels/{review.channel.id}/messages", status=403, code=50013, times=None)
    await reported(stage, read)
    assert len(sent(stage, "could not pass that on")) == 1
    assert "reports" not in await stage.bot.desk.store.people.records_of(stage.asker.id)
