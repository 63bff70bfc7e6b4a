"""What happens on a click: for whoever asked, for anyone else, and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
from msgspec.structs import replace
from simcord.backend import serializers

from bot.answers.answer import Answer, Outcome
from bot.discord_app import limits
from bot.discord_app.client import ITEMS
from bot.discord_app.controls.another import AnotherButton
from bot.discord_app.controls.menus import ListMenu, Menu, ShowMenu
from bot.discord_app.controls.method import MethodButton
from bot.discord_app.controls.montages import CardButton, MoreButton, SourcesButton
from bot.discord_app.controls.pages import PageButton, Turn, page_buttons
from bot.discord_app.controls.pictures import PictureButton, TextButton
from bot.discord_app.controls.questions import MeantButton, TryButton
from bot.discord_app.controls.reporting import ReportButton, SettleButton
from bot.discord_app.controls.settings import ChannelsMenu, DefaultListMenu, Setting, SettingButton
from bot.discord_app.controls.unanswered import CountAnewButton
from bot.discord_app.controls.votes import VoteButton
from bot.discord_app.failures import OUTDATED_CONTROL
from bot.discord_app.looks.listings import last_page
from bot.language.question import Intent

if TYPE_CHECKING:
    from bot.answers.guide import Guide
    from bot.knowledge.catalogue import Catalogue
    from tests.discord_app.conftest import Reader, Stage

EXAMPLES: list[Any] = [
    CardButton("rocky", "1 Gonna Fly Now"),
    MoreButton("rocky"),
    SourcesButton("rocky"),
    VoteButton("rocky"),
    ReportButton("rocky"),
    SettleButton(2**53, settle=True),
    SettleButton(2**53, settle=False),
    CountAnewButton(),
    MethodButton("x" * 80),
    PictureButton(),
    TextButton(),
    *map(SettingButton, Setting),
    DefaultListMenu([]),
    ChannelsMenu(),
    ListMenu([]),
    AnotherButton("where:k=training&f=1980"),
    PageButton(Turn.NEXT, 12, "x" * 80),
    PageButton(Turn.LAST, 9999, "montage:show:v1:choice"),
    MeantButton("montage:try:v1:Rocky (1976)"),
    TryButton("who sings it?\nand when?"),
    *(ShowMenu(menu, []) for menu in Menu),
]


@pytest.mark.parametrize("item", EXAMPLES, ids=lambda item: item.custom_id[:30])
async def test_a_custom_id_leads_back_to_the_very_same_control_and_to_no_other(item: Any) -> None:
    served = [(kind, match) for kind in ITEMS if (match := kind.pattern().fullmatch(item.custom_id)) is not None]
    ((kind, match),) = served
    again = await kind.from_custom_id(None, item.item, match)  # type: ignore[arg-type]  # none of ours looks at it
    assert again.custom_id == item.custom_id
    assert len(item.custom_id) <= limits.CUSTOM_ID


def test_every_list_can_be_paged(guide: Guide) -> None:
    for ranked in guide.catalogue.lists:
        listing = guide.listing(ranked.id).listing
        assert listing is not None
        assert all(len(button.custom_id) <= limits.CUSTOM_ID for button in page_buttons(listing, 1))


def test_every_montage_has_an_id_its_buttons_can_carry(catalogue: Catalogue) -> None:
    for kind in (CardButton, MoreButton, SourcesButton, VoteButton, ReportButton):
        assert all(kind.pattern().fullmatch(kind(each.id).custom_id) for each in catalogue.montages)


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_sources_are_shown_to_whoever_clicks_and_to_nobody_else(
    stage: Stage, read: Reader, restarted: bool
) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky"))
    if restarted:
        await stage.restart()
    sources = read.answer(await stage.other.click(card, label="Sources"))
    assert sources.ephemeral
    assert "http" in read.words(sources)


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_whoever_asked_turns_the_pages_in_place(stage: Stage, read: Reader, restarted: bool) -> None:
    longest = max(stage.guide.catalogue.lists, key=lambda each: len(each.items))
    first = read.answer(await stage.asker.slash(stage.channel, "montage list", list=longest.id))
    if restarted:
        await stage.restart()
    listing = stage.guide.listing(longest.id).listing
    assert listing is not None
    last = last_page(listing)
    for label, page in [("Next", 2), ("Previous", 1), ("Last", last), ("First", 1)]:
        turned = read.answer(await stage.asker.click(first, label=label))
        assert turned.id == first.id
        assert f"Page {page} of {last}" in read.words(turned)


async def test_anyone_else_turns_a_private_copy(stage: Stage, read: Reader) -> None:
    longest = max(stage.guide.catalogue.lists, key=lambda each: len(each.items))
    shared = read.answer(await stage.asker.slash(stage.channel, "montage list", list=longest.id))
    copy = read.answer(await stage.other.click(shared, label="Next"))
    assert copy.ephemeral
    assert "Page 2 of" in read.words(copy)
    assert "Page 1 of" in read.words(shared)
    assert read.answer(await stage.other.click(copy, label="Previous")).id == copy.id


async def test_the_answer_to_a_mention_belongs_to_whoever_mentioned(stage: Stage, read: Reader) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} which film is Hearts on Fire from?")
    shared = stage.last
    offered = read.menu(shared, "others")[0]["value"]
    assert read.answer(await stage.other.select(shared, [offered])).ephemeral
    assert read.answer(await stage.asker.select(shared, [offered])).id == shared.id


async def test_whoever_asked_is_known_even_if_their_question_does_not_come_with_the_click(
    stage: Stage, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} which film is Hearts on Fire from?")
    shared = stage.last
    offered = read.menu(shared, "others")[0]["value"]
    whole = serializers.message_payload

    def without_question(*given: Any, **named: Any) -> dict[str, Any]:
        return {name: value for name, value in whole(*given, **named).items() if name != "referenced_message"}

    monkeypatch.setattr(serializers, "message_payload", without_question)
    assert read.answer(await stage.other.select(shared, [offered])).ephemeral
    stage.env.inject_error("GET", "/channels/*/messages/*", status=403, code=50001, message="Missing Access")
    assert read.answer(await stage.asker.select(shared, [offered])).ephemeral
    assert read.answer(await stage.asker.select(shared, [offered])).id == shared.id


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_a_choice_becomes_the_card_that_was_picked(stage: Stage, read: Reader, restarted: bool) -> None:
    question = read.answer(await stage.asker.slash(stage.channel, "montage song", film="rocky-iv-1985"))
    if restarted:
        await stage.restart()
    assert read.answer(await stage.other.click(question, label="4 Hearts on Fire")).ephemeral
    card = read.answer(await stage.asker.click(question, label="4 Hearts on Fire"))
    assert card.id == question.id
    assert "Hearts on Fire" in read.words(card)
    assert "More" in read.labels(card)


async def test_a_choice_menu_of_older_days_still_picks(stage: Stage, read: Reader) -> None:
    menu = ShowMenu(Menu.CHOICE, [discord.SelectOption(label="Rocky (1976)", value="rocky")])
    assert "Gonna Fly Now" in read.words(
        read.answer(await stage.asker.select(await _message_with(stage, menu), ["rocky"]))
    )


async def test_of_two_compared_montages_either_can_be_opened(stage: Stage, read: Reader) -> None:
    both = read.answer(
        await stage.asker.slash(stage.channel, "montage ask", question="which is better, rocky or the karate kid")
    )
    assert [embed.title for embed in both.embeds] == ["No. 1 · Rocky (1976)", "No. 2 · The Karate Kid (1984)"]
    card = read.answer(await stage.asker.select(both, ["the-karate-kid"]))
    assert card.ephemeral
    assert read.title(card) == "No. 2 · The Karate Kid (1984)"


async def test_a_montage_opened_from_a_list_leaves_the_list(stage: Stage, read: Reader) -> None:
    ranked = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    before = read.words(ranked)
    card = read.answer(await stage.asker.select(ranked, ["the-incredibles"]))
    assert card.ephemeral
    assert read.title(card) == "No. 4 · The Incredibles (2004)"
    assert read.words(ranked) == before


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_the_other_montages_of_a_film_are_one_pick_away(stage: Stage, read: Reader, restarted: bool) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky-iv-hearts-on-fire"))
    offered = [option["value"] for option in read.menu(card, "others")]
    assert "rocky-iv-hearts-on-fire" not in offered
    if restarted:
        await stage.restart()
    picked = read.answer(await stage.asker.select(card, [offered[0]]))
    assert picked.id == card.id
    assert "rocky-iv-hearts-on-fire" in [option["value"] for option in read.menu(picked, "others")]


async def test_no_montage_is_offered_in_two_menus_of_one_card(stage: Stage, read: Reader) -> None:
    for question in ("what song plays in Rocky IV?", "what song plays in Footloose?", "Gonna Fly Now"):
        card = read.answer(await stage.asker.slash(stage.channel, "montage ask", question=question))
        offered = [option["value"] for name in Menu for option in read.menu(card, name)]
        assert len(set(offered)) == len(offered)


async def test_a_montage_that_left_the_catalogue_is_said_to_have_left(stage: Stage, read: Reader) -> None:
    message = await _message_with(stage, SourcesButton("no-such-montage"))
    answer = read.answer(await stage.asker.click(message, label="Sources"))
    assert answer.ephemeral
    assert answer.content == "That montage is not in the catalogue any more."


async def test_a_menu_of_a_montage_that_left_the_catalogue_says_so(stage: Stage, read: Reader) -> None:
    menu = ShowMenu(Menu.CHOICE, [discord.SelectOption(label="Gone (1976)", value="gone")])
    answer = read.answer(await stage.asker.select(await _message_with(stage, menu), ["gone"]))
    assert answer.ephemeral
    assert answer.content == "That montage is not in the catalogue any more."


async def test_a_choice_of_nothing_says_so(stage: Stage, read: Reader, caplog: pytest.LogCaptureFixture) -> None:
    menu = discord.ui.Select[Any](
        custom_id=f"montage:show:v1:{Menu.CHOICE}", min_values=0, options=[discord.SelectOption(label="Rocky")]
    )
    answer = read.answer(await stage.asker.select(await _message_with(stage, menu), []))
    assert answer.content == "That montage is not in the catalogue any more."
    assert caplog.text == ""


async def test_a_control_of_an_older_version_is_answered_politely(stage: Stage, read: Reader) -> None:
    message = await _message_with(stage, discord.ui.Button[Any](label="Old", custom_id="montage:page:v0:1"))
    await stage.restart()
    answer = read.answer(await stage.asker.click(message, label="Old"))
    assert answer.ephemeral
    assert answer.content == OUTDATED_CONTROL


async def test_a_page_beyond_the_end_is_the_last_one(stage: Stage, read: Reader) -> None:
    message = await _message_with(stage, PageButton(Turn.NEXT, 99, stage.guide.catalogue.lists[0].id))
    assert stage.guide.catalogue.lists[0].title in read.words(
        read.answer(await stage.asker.click(message, label="Next"))
    )


class PuzzledGuide:
    """Knows nothing but the nearest name, and that name."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def ask(self, text: str, conversation: str | None = None) -> Answer:
        if text == "Rocky (1976)":
            return self._guide.ask(text, conversation)
        return Answer(text, Outcome.UNKNOWN, Intent.NOTHING, "I have none of that.", suggestions=("Rocky (1976)",))


async def test_a_nearest_name_is_one_click_away(stage: Stage, read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.bot, "desk", replace(stage.bot.desk, guide=PuzzledGuide(stage.guide)))
    unknown = read.answer(await stage.asker.slash(stage.channel, "montage ask", question="Rokkie"))
    assert read.words(unknown).strip() == "I have none of that.\nDid you mean this?"
    assert read.answer(await stage.other.click(unknown, label="Rocky (1976)")).ephemeral
    known = read.answer(await stage.asker.click(unknown, label="Rocky (1976)"))
    assert known.id == unknown.id
    assert read.title(known) == "No. 1 · Rocky (1976)"


async def _message_with(stage: Stage, item: Any) -> Any:
    """A message of the bot with just that control under it."""
    view = discord.ui.View(timeout=None)
    view.add_item(item)
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.send("from the past", view=view)
