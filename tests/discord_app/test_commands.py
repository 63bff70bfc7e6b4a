"""The /montage commands, as somebody types them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.doors.commands import MontageCommands

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue
    from tests.discord_app.conftest import Reader, Stage

ROCKY = "No. 1 · Rocky (1976)"
ROCKY_TYPED = "Rocky (1976)"


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "what song plays in Rocky?"}),
        ("song", {"film": "rocky-1976"}),
        ("song", {"film": ROCKY_TYPED}),
        ("song", {"film": "rocky"}),
        ("film", {"song": "Gonna Fly Now"}),
        ("show", {"montage": "rocky"}),
    ],
    ids=str,
)
async def test_every_command_that_names_rocky_shows_its_card(
    stage: Stage, read: Reader, command: str, options: dict[str, str]
) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, f"montage {command}", **options))
    assert read.title(card) == ROCKY
    assert "Gonna Fly Now" in read.words(card)
    assert "Bill Conti" in read.words(card)
    assert read.labels(card) == ["YouTube", "Spotify", "Apple Music", "More", "Sources", "Vote", "Report a mistake"]
    assert not card.ephemeral


async def test_the_list_has_the_six_of_the_article_in_its_order(stage: Stage, read: Reader) -> None:
    words = read.words(read.answer(await stage.asker.slash(stage.channel, "montage list")))
    films = ["**Rocky**", "The Karate Kid", "Team America", "The Incredibles", "Footloose", "Rocky IV"]
    places = [words.index(film) for film in films]
    assert places == sorted(places)


async def test_random_shows_some_card(stage: Stage, read: Reader) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage random"))
    assert "Sources" in read.labels(card)


async def test_random_goes_on_to_another_and_another_after_a_restart(stage: Stage, read: Reader) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage random"))
    seen = {read.words(card)}
    for _ in range(2):
        await stage.asker.click(stage.last, label="Another")
        seen.add(read.words(stage.last))
    await stage.restart()
    await stage.asker.click(stage.last, label="Another")
    assert len(seen | {read.words(stage.last)}) >= 3
    assert "Another" in read.labels(stage.last)


async def test_another_is_such_a_one_as_was_asked_for(stage: Stage, read: Reader) -> None:
    asked = "random montage of the 1930s"
    await stage.asker.slash(stage.channel, "montage ask", question=asked)
    for _ in range(3):
        await stage.asker.click(stage.last, label="Another")
        assert "(193" in (read.title(stage.last) or "")


async def test_another_for_anybody_else_leaves_the_message_as_it_is(stage: Stage, read: Reader) -> None:
    await stage.asker.slash(stage.channel, "montage random")
    before = read.words(stage.last)
    private = read.answer(await stage.other.click(stage.last, label="Another"))
    assert private.ephemeral
    assert read.words(stage.last) == before


async def test_about_names_every_command_and_counts_what_is_known(
    stage: Stage, read: Reader, catalogue: Catalogue
) -> None:
    words = read.words(read.answer(await stage.asker.slash(stage.channel, "montage about")))
    commands = stage.bot.tree.get_command("montage")
    assert isinstance(commands, MontageCommands)
    assert set(re.findall(r"`/montage ([a-z]+)`", words)) == {command.name for command in commands.commands}
    assert f"{len(catalogue.montages)} montages from {len(catalogue.films)} films" in words
    assert f"{len(catalogue.lists)} published lists" in words
    assert [
        each for each in ("Mention me", "Apps > Find the montage", "Privacy", "whoever runs") if each not in words
    ] == []


async def test_about_offers_questions_that_can_be_clicked(stage: Stage, read: Reader) -> None:
    about = read.answer(await stage.asker.slash(stage.channel, "montage about"))
    answer = read.answer(await stage.asker.click(about, label=read.labels(about)[0]))
    assert answer.ephemeral
    assert answer.embeds


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "rocky"}),
        ("song", {"film": "rocky"}),
        ("film", {"song": "Montage"}),
        ("list", {}),
        ("show", {"montage": "rocky"}),
        ("random", {}),
        ("about", {}),
    ],
    ids=str,
)
async def test_private_shows_the_answer_to_nobody_else(
    stage: Stage, read: Reader, command: str, options: dict[str, str]
) -> None:
    result = await stage.asker.slash(stage.channel, f"montage {command}", private=True, **options)
    assert read.answer(result).ephemeral


async def test_what_is_typed_instead_of_a_suggestion_is_no_failure(stage: Stage, read: Reader) -> None:
    answer = read.answer(await stage.asker.slash(stage.channel, "montage song", film="zzyzx 12 @everyone"))
    assert answer.embeds[0].title is None
    assert "@everyone" not in read.words(answer)


async def test_the_commands_work_for_oneself_where_there_is_no_server(stage: Stage, read: Reader) -> None:
    card = read.answer(await stage.env.create_user("ines").slash("montage song", film="rocky"))
    assert read.title(card) == ROCKY


def test_the_commands_can_be_installed_on_servers_and_for_oneself(stage: Stage) -> None:
    for command in stage.bot.tree.walk_commands():
        if command.parent is None:
            payload = command.to_dict(stage.bot.tree)
            assert payload["integration_types"] == [0, 1]
            assert payload["contexts"] == ([1] if command.name == "reload" else [0, 1, 2])


def test_no_privileged_intent_is_asked_for(stage: Stage) -> None:
    privileged = discord.Intents(message_content=True, members=True, presences=True)
    assert stage.bot.intents.value & privileged.value == 0
    assert stage.bot.allowed_mentions is not None
    assert stage.bot.allowed_mentions.to_dict() == discord.AllowedMentions.none().to_dict()


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("top 10 training montages", ["Consensus of the published rankings", "no. 1 ", "published lists"]),
        ("rocky horror picture show song", ["The Rocky Horror Picture Show", "Did you mean this?"]),
        ("which is better, rocky or the karate kid", ["number 1", "number 2"]),
        ("is Eye of the Tiger in the first Rocky?", ["No:", "Gonna Fly Now", "Rocky III (1982)"]),
        ("training montages from the 1980s", ["training montages from the 1980s", "Rocky IV"]),
    ],
)
async def test_a_question_of_every_sort_says_what_it_has_to(
    stage: Stage, read: Reader, question: str, says: list[str]
) -> None:
    words = read.words(read.answer(await stage.asker.slash(stage.channel, "montage ask", question=question)))
    assert [each for each in says if each not in words] == []


async def test_the_consensus_says_how_it_is_computed_and_which_list_put_what_where(stage: Stage, read: Reader) -> None:
    choices = await stage.asker.autocomplete(stage.channel, "montage list", "list", "")
    assert choices[1]["name"] == "Consensus of the published rankings"
    ranked = read.answer(await stage.asker.slash(stage.channel, "montage list", list=choices[1]["value"]))
    words = read.words(ranked)
    assert re.search(r"From \d\d published lists", words)
    assert words.count("*no. ") == 10
    assert "…" not in words
    method = read.words(read.answer(await stage.asker.click(ranked, label="How is this ranked?")))
    assert "Reciprocal rank fusion" in method


async def test_no_title_is_said_twice(stage: Stage, read: Reader) -> None:
    for question in ("top 3", "training montages from the 1980s", "the list", "montages with Kenny Loggins"):
        ranked = read.answer(await stage.asker.slash(stage.channel, "montage ask", question=question))
        assert ranked.content == ""
        assert read.title(ranked)
