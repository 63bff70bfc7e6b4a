"""What one sees at once, and what is a click away: several montages, the rest of a card, how a list is ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.answer import Answer, Option, Outcome
from bot.discord_app.controls.menus import ShowMenu
from bot.discord_app.replies import render
from bot.language.question import Intent

if TYPE_CHECKING:
    from tests.discord_app.conftest import Reader, Stage


async def test_all_montages_of_a_film_are_told_at_once_song_first(stage: Stage, read: Reader) -> None:
    told = read.answer(await stage.asker.slash(stage.channel, "montage song", film="rocky-iv-1985"))
    lines = (told.embeds[0].description or "").splitlines()
    assert lines[0] == "Rocky IV (1985) has four montages:"
    assert [line.partition(" – ")[0] for line in lines[1:]] == [
        "`1` **No Easy Way Out**",
        "`2` **Burning Heart**",
        "`3` **Training Montage**",
        "`4` **Hearts on Fire**",
    ]
    assert read.labels(told) == ["1 No Easy Way Out", "2 Burning Heart", "3 Training Montage", "4 Hearts on Fire"]


async def test_more_than_a_row_of_buttons_holds_is_a_menu(stage: Stage) -> None:
    options = tuple(Option(each.id, each.film.label, "") for each in stage.guide.catalogue.montages[:6])
    reply = render(Answer("q", Outcome.CHOICE, Intent.SCENE, "More than one fits.", options=options))
    assert [type(item) for item in reply.view.children] == [ShowMenu]


async def test_menus_have_the_song_in_their_labels(stage: Stage, read: Reader) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky-iv-hearts-on-fire"))
    assert [option["label"] for option in read.menu(card, "others")] == [
        "No Easy Way Out – Robert Tepper",
        "Burning Heart – Survivor",
        "Training Montage – Vince DiCola",
    ]


async def test_other_films_of_a_song_are_called_that(stage: Stage, read: Reader) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage film", song="Gonna Fly Now"))
    assert "rocky-ii" in [option["value"] for option in read.menu(card, "also")]
    assert read.menu(card, "readings") == []


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_the_rest_of_a_card_is_shown_to_whoever_clicks_more(stage: Stage, read: Reader, restarted: bool) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky"))
    if restarted:
        await stage.restart()
    more = read.answer(await stage.other.click(card, label="More"))
    assert more.ephemeral
    for fact in ("Rocky Balboa", "DeEtta Little", "Gotta Fly Now", "No. 10 in "):
        assert fact in read.words(more)
        assert fact not in read.words(card).replace("Rocky Balboa on the run", "")
    assert "IMDb" in read.labels(more)


async def test_a_list_tells_how_it_is_ranked(stage: Stage, read: Reader) -> None:
    ranked = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    method = read.answer(await stage.other.click(ranked, label="How is this ranked?"))
    assert method.ephemeral
    assert "the order in which it presents its six montages" in read.words(method)
    assert "the order in which" not in read.words(ranked)


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_a_list_nobody_knows_shows_those_that_are_known(stage: Stage, read: Reader, restarted: bool) -> None:
    known = read.answer(await stage.asker.slash(stage.channel, "montage list", list="zzyzx 12"))
    assert known.content == "I know no list called “zzyzx 12”. These are the ones I know:"
    if restarted:
        await stage.restart()
    second = read.answer(await stage.asker.click(known, label="Next"))
    assert "Page 2 of" in read.words(second)
    offered = read.lists(second)[0]
    picked = read.answer(await stage.asker.select(known, [offered["value"]]))
    assert picked.id == known.id
    assert read.title(picked) == offered["label"]
