"""Montages that members suggest, and what moderators make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.community.suggestions import Decision, State
from bot.errors import MontageBotError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import simcord

    from tests.discord_app.conftest import Reader, Review, Stage

TYPED = {
    "film": "Zyzzy Runner (1999)",
    "song": "Run On – The Examples",
    "description": "A baker runs up the hill with loaves under each arm while the town cheers.",
    "url": "https://example.com/the-page",
    "kind": ["training"],
}
KNOWN_FILM = TYPED | {"film": "Rocky IV (1985)"}
FILM = {"directors": "Jo Example and Al Example", "imdb": "https://www.imdb.com/title/tt99999999/"}
QUESTION = "which song plays in Zyzzy Runner?"


async def suggested(
    stage: Stage, read: Reader, typed: Mapping[str, Any] = TYPED, *, restarted: bool = False, private: bool = False
) -> simcord.ResponseMessage:
    asked_of = await stage.asker.slash(stage.channel, "montage ask", question=QUESTION, private=private)
    unknown = read.answer(asked_of)
    form = await stage.asker.click(unknown, label="Suggest it")
    if restarted:
        await stage.restart()
    told = read.answer(await stage.asker.submit_modal(form, dict(typed)))
    assert told.ephemeral
    return told


async def approved(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read)
    form = await review.moderator.click(review.last, label="Approve")
    await review.moderator.submit_modal(form, FILM)


async def asked(stage: Stage, read: Reader) -> str:
    return read.words(read.answer(await stage.asker.slash(stage.channel, "montage ask", question=QUESTION)))


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_what_the_bot_does_not_know_can_be_suggested(
    stage: Stage, read: Reader, review: Review, restarted: bool
) -> None:
    told = await suggested(stage, read, restarted=restarted)
    assert told.content.startswith("Thank you!")
    words = read.words(review.last)
    for each in ("Zyzzy Runner (1999)", "Run On", "The Examples", "A baker runs up", "https://example.com/the-page"):
        assert each in words
    assert read.labels(review.last) == ["Approve", "Edit", "Reject"]
    assert "Run On" not in await asked(stage, read)


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_an_approved_montage_is_at_once_part_of_its_server_and_marked(
    stage: Stage, read: Reader, review: Review, restarted: bool
) -> None:
    await suggested(stage, read)
    form = await review.moderator.click(review.last, label="Approve")
    if restarted:
        await stage.restart()
    shown = read.answer(await review.moderator.submit_modal(form, FILM))
    assert "Approved" in read.words(shown)
    assert read.labels(shown) == ["Take out"]
    words = await asked(stage, read)
    assert "Run On" in words
    assert "This server's own" in words
    choices = await stage.asker.autocomplete(stage.channel, "montage song", "film", "zyz")
    assert choices[0]["name"] == "Zyzzy Runner (1999) · this server's"
    card = read.answer(await stage.asker.slash(stage.channel, "montage song", film=choices[0]["value"]))
    assert "Run On" in read.words(card)
    more = read.answer(await stage.other.click(card, label="More"))
    assert "Jo Example" in read.words(more)
    listed = read.answer(await stage.asker.slash(stage.channel, "montage list", list="This server's montages"))
    assert "Zyzzy Runner" in read.words(listed)
    few = read.answer(await stage.asker.slash(stage.channel, "montage list", kind="training", year=1999))
    assert "Zyzzy Runner (1999) – Run On" in [each["label"] for each in read.menu(few, "more")]
    filtered = read.answer(await stage.asker.slash(stage.channel, "montage list", year=1999))
    assert "the last is this server's" in read.words(filtered)


async def test_what_a_server_approved_is_known_on_no_other(stage: Stage, read: Reader, review: Review) -> None:
    await approved(stage, read, review)
    elsewhere = stage.env.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("talk")
    member = elsewhere.add_member(stage.env.create_user("jo"))
    for answer in (
        await member.slash(channel, "montage ask", question=QUESTION),
        await member.slash(channel, "montage show", montage="server--1"),
        await stage.env.create_user("lu").slash("montage ask", question=QUESTION),
    ):
        assert "Run On" not in read.words(read.answer(answer))
    for option, command in (("film", "song"), ("montage", "show"), ("song", "film")):
        offered = await member.autocomplete(channel, f"montage {command}", option, "zyz")
        assert not [each for each in offered if "server" in each["name"]]


async def test_a_film_that_is_known_is_approved_at_one_click(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read, KNOWN_FILM)
    shown = read.answer(await review.moderator.click(review.last, label="Approve"))
    assert "Approved" in read.words(shown)
    answer = read.answer(await stage.asker.slash(stage.channel, "montage ask", question="which song plays in Rocky IV"))
    assert "Hearts on Fire" in read.words(answer)
    assert "Rocky IV (1985) – Run On" in [each["label"] for each in read.menu(answer, "readings")]


async def test_two_moderators_at_once_decide_once(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read, KNOWN_FILM)
    kept = stage.bot.desk.store.suggestions
    await kept.decide(stage.guild.id, 1, Decision.REJECT, review.other.id, stage.env.now())  # by another process
    shown = read.answer(await review.moderator.click(review.last, label="Approve"))
    assert "Rejected" in read.words(shown)
    assert f"<@{review.other.id}>" in read.words(shown)
    assert (await kept.one(stage.guild.id, 1)).state is State.REJECTED
    told = [request.json for request in stage.env.http_requests if "Somebody was faster" in str(request.json)]
    assert len(told) == 1
    assert not [each for each in stage.env.http_requests if "Your suggestion for" in str(each.json)]


async def test_a_decision_can_be_taken_back(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read, KNOWN_FILM)
    rejected = read.answer(await review.moderator.click(review.last, label="Reject"))
    reopened = read.answer(await review.other.click(rejected, label="Reopen"))
    taken = read.answer(await review.other.click(reopened, label="Approve"))
    assert stage.bot.desk.store.suggestions.approved(stage.guild.id).written
    out = read.answer(await review.moderator.click(taken, label="Take out"))
    assert read.labels(out) == ["Approve", "Edit", "Reject"]
    assert not stage.bot.desk.store.suggestions.approved(stage.guild.id).written


async def test_a_montage_is_taken_out_from_its_card_by_moderators_alone(
    stage: Stage, read: Reader, review: Review
) -> None:
    await approved(stage, read, review)
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="server--1"))
    refused = read.answer(await stage.other.click(card, label="Take out"))
    assert "Only moderators" in refused.content
    told = read.answer(await review.moderator.click(card, label="Take out"))
    assert "is taken out" in told.content
    assert "Run On" not in await asked(stage, read)
    gone = read.answer(await stage.asker.click(card, label="More"))
    assert "not in the catalogue any more" in gone.content


async def test_a_moderator_mends_what_was_typed(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read, KNOWN_FILM)
    form = await review.moderator.click(review.last, label="Edit")
    await stage.restart()
    shown = read.answer(await review.moderator.submit_modal(form, KNOWN_FILM | {"song": "Run Off by The Others"}))
    assert "Run Off" in read.words(shown)
    assert "The Others" in read.words(shown)
    assert read.labels(shown) == ["Approve", "Edit", "Reject"]


@pytest.mark.parametrize("private", [False, True])
async def test_whoever_suggested_it_is_told_and_a_refused_message_undoes_nothing(
    stage: Stage, read: Reader, review: Review, private: bool
) -> None:
    await suggested(stage, read, KNOWN_FILM, private=private)
    shown = read.answer(await review.moderator.click(review.last, label="Reject"))
    (told,) = [each for each in stage.env.http_requests if "Your suggestion for" in str(each.json)]
    assert "Movie Night" in str(told.json)
    stage.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    stage.env.inject_error("POST", f"/channels/{told.path.split('/')[2]}/messages", status=403, code=50007, times=None)
    shown = read.answer(await review.moderator.click(shown, label="Reopen"))
    await review.moderator.click(shown, label="Approve")
    assert stage.bot.desk.store.suggestions.approved(stage.guild.id).written
    assert bool([each for each in stage.env.http_requests if "takes no direct messages" in str(each.json)]) is private
    replies = [each.content for each in stage.channel.history() if each.content.startswith(f"<@{stage.asker.id}>")]
    assert len(replies) == (0 if private else 2)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"film": "Zyzzy Runner"}, "Write the film with the year"),
        ({"song": "Run On"}, "Write the song and who performs it"),
        ({"url": "example.com"}, "it must be a whole address"),
        ({"film": "Rocky IV (1985)", "song": "Hearts on Fire – John Cafferty"}, "is known already"),
    ],
)
async def test_what_will_not_do_is_said_and_what_was_typed_is_not_lost(
    stage: Stage, read: Reader, review: Review, wrong: Mapping[str, str], sentence: str
) -> None:
    told = await suggested(stage, read, {**TYPED, **wrong})
    assert sentence in told.content
    assert TYPED["description"] in read.words(told)
    assert read.labels(told) == ["Suggest it"]
    assert review.channel.last_message is None


async def test_nothing_that_is_typed_is_markup_or_pings(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read, TYPED | {"description": "@everyone **runs** <@1> [here](https://a.b) ||up||"})
    assert "@\u200beveryone" in read.words(review.last)
    assert "**runs**" not in read.words(review.last)
    assert "<@1>" not in read.words(review.last).replace("\\<@1>", "")


async def test_where_no_channel_was_chosen_nothing_is_asked(stage: Stage, read: Reader) -> None:
    unknown = read.answer(await stage.asker.slash(stage.channel, "montage ask", question=QUESTION))
    told = read.answer(await stage.asker.click(unknown, label="Suggest it"))
    assert "/montage settings" in told.content


async def test_members_decide_nothing(stage: Stage, read: Reader, review: Review) -> None:
    await suggested(stage, read, KNOWN_FILM)
    told = read.answer(await stage.other.click(review.last, label="Approve"))
    assert "Only moderators" in told.content
    assert (await stage.bot.desk.store.suggestions.one(stage.guild.id, 1)).state is State.OPEN


async def test_what_can_be_shown_to_nobody_is_not_kept(stage: Stage, read: Reader, review: Review) -> None:
    stage.env.inject_error("POST", f"/channels/{review.channel.id}/messages", status=403, code=50013, times=None)
    await suggested(stage, read)
    assert [each for each in stage.env.http_requests if "could not pass that on" in str(each.json)]
    with pytest.raises(MontageBotError):
        await stage.bot.desk.store.suggestions.one(stage.guild.id, 1)
