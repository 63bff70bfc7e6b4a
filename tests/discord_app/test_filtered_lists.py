"""/montage list with filters: what fits, page by page, also after a restart; and what is said when nothing does."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord
import pytest
from msgspec.structs import replace

from bot.answers.keys import LONGEST_KEY, ShortNames, filter_from, key_of
from bot.discord_app import limits
from bot.discord_app.controls.pages import PageButton, Turn, page_buttons
from bot.knowledge.kinds import Kind
from bot.knowledge.model import credits_of
from bot.knowledge.selection import Filter, select

if TYPE_CHECKING:
    from bot.answers.guide import Guide
    from bot.knowledge.catalogue import Catalogue
    from tests.discord_app.conftest import Reader, Stage


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        ({"kind": "training", "decade": 1980}, "**Rocky IV**", "**Rocky**"),
        ({"year": 1985}, "**Rocky IV**", "**Rocky III**"),
        ({"year": 1985, "decade": 1980}, "**Rocky IV**", "**Rocky III**"),
        ({"performer": "Bill Conti"}, "**Rocky**", "**Footloose**"),
        ({"performer": " kenny LOGGINS "}, "**Footloose**", "**Rocky**"),
        ({"director": "John G. Avildsen"}, "**Rocky**", "**Rocky IV**"),
        ({"series": "Rocky", "strict": True}, "**Rocky IV**", "**Footloose**"),
        ({"list": "most-insane-training-montages", "decade": 1980}, "`6` **Rocky IV**", "**Rocky**"),
        ({"kind": "opening", "decade": 1970}, "**Manhattan**", "**Rocky**"),
        ({"kind": "suiting up", "decade": 1990}, "**The Crow**", "**Rocky**"),
        ({"list": "consensus", "kind": "romance"}, "**The Naked Gun", "**Rocky**"),
    ],
    ids=str,
)
async def test_a_filter_shows_what_fits_and_nothing_else(
    stage: Stage, read: Reader, options: dict[str, Any], shown: str, hidden: str
) -> None:
    words = read.words(read.answer(await stage.asker.slash(stage.channel, "montage list", **options)))
    assert shown in words
    assert hidden not in words


async def test_a_filter_set_to_false_is_no_filter(stage: Stage, read: Reader) -> None:
    ranked = read.answer(await stage.asker.slash(stage.channel, "montage list", strict=False))
    assert read.title(ranked) == "The 6 Most Insane Training Montages In Movies"


async def test_nothing_that_fits_is_said_in_a_sentence(stage: Stage, read: Reader) -> None:
    nothing = read.answer(await stage.asker.slash(stage.channel, "montage list", kind="heist", decade=1930))
    assert read.words(nothing).strip() == "I know no heist montages from the 1930s."


async def test_a_misspelt_performer_is_suggested_while_typing(stage: Stage) -> None:
    choices = await stage.asker.autocomplete(stage.channel, "montage list", "performer", "keny loggins")
    assert "Kenny Loggins" in [choice["value"] for choice in choices]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"year": 1985, "decade": 1990}, "1985 is not in the 1990s: leave out `year` or `decade`."),
    ],
    ids=str,
)
async def test_options_that_contradict_each_other_are_said_to(
    stage: Stage, read: Reader, options: dict[str, Any], sentence: str
) -> None:
    answer = read.answer(await stage.asker.slash(stage.channel, "montage list", **options))
    assert answer.ephemeral
    assert sentence in answer.content
    stage.env.errors.clear()


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_a_filtered_list_turns_its_pages(stage: Stage, read: Reader, restarted: bool) -> None:
    options = {"strict": True, "decade": 1980}
    first = read.answer(await stage.asker.slash(stage.channel, "montage list", **options))
    title, before = read.title(first), read.words(first)
    if restarted:
        await stage.restart()
    second = read.answer(await stage.asker.click(first, label="Next"))
    assert second.id == first.id
    assert read.title(second) == title
    assert "Page 2 of" in read.words(second)
    assert read.words(read.answer(await stage.asker.click(second, label="Previous"))) == before


def test_the_longest_names_of_the_catalogue_fit_into_a_button_and_come_back(catalogue: Catalogue) -> None:
    everything = Filter(
        kinds=(Kind.PASSAGE_OF_TIME,),
        first_year=1980,
        last_year=1989,
        artist=max((p for m in catalogue.montages for s in m.songs for p in credits_of(s)), key=len),
        director=max((name for film in catalogue.films for name in film.directors), key=len),
        franchise=max((film.franchise or "" for film in catalogue.films), key=len),
        setting=max((montage.entry.setting or "" for montage in catalogue.montages), key=len),
        strict=True,
    )
    key = key_of(everything)
    assert len(key) <= LONGEST_KEY
    assert len(PageButton(Turn.NEXT, 9999, key).custom_id) <= limits.CUSTOM_ID
    assert filter_from(key, ShortNames(catalogue)) == everything


def test_every_name_of_the_catalogue_comes_back_from_its_key(catalogue: Catalogue) -> None:
    people = {person for montage in catalogue.montages for song in montage.songs for person in credits_of(song)}
    names = ShortNames(catalogue)
    for chosen in (Filter(artist=person, kinds=tuple(Kind)[:5]) for person in sorted(people, key=len)[-40:]):
        assert len(key_of(chosen)) <= LONGEST_KEY
        assert filter_from(key_of(chosen), names) == chosen


@pytest.mark.parametrize("besides", [("Rocky",), ("Goodfellas", "The Wolf of Wall Street"), ("Ocean's Eleven",) * 3])
@pytest.mark.parametrize("kinds", [(), tuple(Kind)[:2]])
def test_films_that_are_left_out_stay_left_out_behind_a_button(
    catalogue: Catalogue, besides: tuple[str, ...], kinds: tuple[Kind, ...]
) -> None:
    chosen = Filter(kinds=kinds, first_year=1960, last_year=2020, besides=besides)
    assert len(key_of(chosen)) <= LONGEST_KEY
    assert filter_from(key_of(chosen), ShortNames(catalogue)) == chosen


def test_where_everything_is_asked_for_at_once_a_key_has_room_for_all_but_what_is_left_out(
    catalogue: Catalogue,
) -> None:
    names = ShortNames(catalogue)
    setting = max((montage.entry.setting or "" for montage in catalogue.montages), key=len)
    chosen = Filter(artist="John Cafferty", director="Sylvester Stallone", franchise="Rocky", setting=setting)
    key = key_of(replace(chosen, besides=("Rocky IV",) * 3))
    assert len(key) <= LONGEST_KEY
    assert filter_from(key, names) == chosen


@pytest.mark.parametrize(("digest", "artist"), [("d6a5ec33", "B.J. Thomas"), ("9982e6cc", "M.I.A.")])
def test_a_button_from_when_initials_were_words_still_means_the_same(
    catalogue: Catalogue, digest: str, artist: str
) -> None:
    assert filter_from(f"where:a=~{digest}", ShortNames(catalogue)) == Filter(artist=artist)


def test_part_of_a_name_comes_back_as_a_filter_of_the_same_montages(catalogue: Catalogue) -> None:
    part = Filter(artist="Kamehameha Schools Children's Chorus", director="Dean DeBlois", kinds=(Kind.MAKEOVER,) * 3)
    again = filter_from(key_of(part), ShortNames(catalogue))
    assert len(key_of(part)) <= LONGEST_KEY
    assert again is not None
    assert select(catalogue, again) == select(catalogue, part)


def test_a_name_that_left_the_catalogue_is_said_to_have_left(guide: Guide) -> None:
    answer = guide.listing(key_of(Filter(artist="A Singer of Whom Nobody Has Heard " * 3)))
    assert answer.listing is None
    assert "not in the catalogue any more" in answer.headline


@pytest.mark.parametrize(
    "asked",
    [
        "k=juggling",
        "k=training.juggling",
        "k=training_juggling",
        "k=",
        "a=~deadbeef",
        "a=~zz",
        "s=",
        "f=abcd",
        "l=19855",
        "t=0",
        "n=some",
        "z=1",
    ],
)
@pytest.mark.parametrize("prefix", ["where", "consensus", "consensus:where"])
def test_what_an_old_button_asks_for_and_nobody_has_any_more_is_said_to_be_gone(
    guide: Guide, prefix: str, asked: str
) -> None:
    answer = guide.listing(f"{prefix}:{asked}")
    assert not answer.montages
    assert "not in the catalogue any more" in answer.headline


async def test_a_button_for_a_list_that_is_gone_says_so_and_logs_no_error(
    stage: Stage, read: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    view = discord.ui.View(timeout=None)
    for key in ("where:k=juggling", "consensus:where:a=~deadbeef"):
        view.add_item(discord.ui.Button[Any](label=key, custom_id=f"montage:go:v1:n2:{key}"))
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send("from the past", view=view)
    await stage.restart()
    for key in ("where:k=juggling", "consensus:where:a=~deadbeef"):
        words = read.words(read.answer(await stage.asker.click(message, label=key)))
        assert "not in the catalogue any more" in words
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("passage-of-time", Kind.PASSAGE_OF_TIME),
        ("passage of time", Kind.PASSAGE_OF_TIME),
        ("Passage of time", Kind.PASSAGE_OF_TIME),
        ("falling-in-love", Kind.FALLING_IN_LOVE),
        ("Shopping spree", Kind.SHOPPING),
        ("sing-along", Kind.SING_ALONG),
        ("hearbreak", Kind.HEARTBREAK),
        ("!!!", None),
        ("juggling", None),
        ("", None),
    ],
)
def test_a_kind_is_taken_by_value_as_it_is_shown_and_by_any_word_for_it(
    guide: Guide, typed: str, meant: Kind | None
) -> None:
    assert guide.kind_meant(typed) is meant


async def test_a_kind_nobody_knows_is_said_to_be_none(stage: Stage, read: Reader) -> None:
    answer = read.answer(await stage.asker.slash(stage.channel, "montage list", kind="juggling"))
    assert answer.ephemeral
    assert "I know no such kind of montage" in answer.content
    stage.env.errors.clear()


@pytest.mark.parametrize(("typed", "offered"), [("", "opening"), ("suit", "suiting up"), ("shoping", "shopping"),
                                                ("car ch", "chase"), ("love", "falling in love")])  # fmt: skip
async def test_kinds_and_tags_are_suggested_by_any_word_for_them(stage: Stage, typed: str, offered: str) -> None:
    choices = await stage.asker.autocomplete(stage.channel, "montage list", "kind", typed)
    assert offered in [choice["name"] for choice in choices]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("every", [False, True])
def test_every_kind_comes_back_from_its_key_long_or_short(catalogue: Catalogue, kind: Kind, *, every: bool) -> None:
    long = max((song.artist for montage in catalogue.montages for song in montage.songs), key=len)
    for chosen in (
        Filter(kinds=(kind, Kind.SPORTS), every_kind=every),
        Filter(kinds=(kind, Kind.SPORTS), every_kind=every, artist=long),
    ):
        assert filter_from(key_of(chosen), ShortNames(catalogue)) == chosen


@pytest.mark.parametrize(
    ("old", "meant"), [("fall", Kind.FALL), ("trai", Kind.TRAINING), ("pass", Kind.PASSAGE_OF_TIME)]
)
def test_a_button_with_four_letters_of_a_kind_still_means_the_same(catalogue: Catalogue, old: str, meant: Kind) -> None:
    assert filter_from(f"where:k={old}", ShortNames(catalogue)) == Filter(kinds=(meant,))


def test_a_list_whose_key_no_button_can_carry_has_no_buttons(guide: Guide) -> None:
    listing = guide.where(Filter(kinds=tuple(Kind))).listing
    assert listing is not None
    assert len(listing.key) > LONGEST_KEY
    assert page_buttons(listing, 1) == []
