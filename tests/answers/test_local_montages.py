"""What a server knows beyond the catalogue: found where it is meant, marked, and in the way of nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from bot.answers.answer import Outcome
from bot.answers.guide import Guide, Voted, VotedPlace
from bot.answers.local import OWN_LIST, LocalGuide
from bot.knowledge.kinds import Kind
from bot.knowledge.proposals import Proposal, montage_of, own_id
from bot.knowledge.selection import Filter

RUNNER = Proposal(
    film="Zyzzy Runner",
    year=1999,
    song="Run On",
    artist="The Examples",
    description="A baker runs up the hill with loaves under each arm while the town cheers.",
    kind="training",
    url="https://example.com/page",
    directors=("Jo Example",),
    imdb_id="tt9999999",
)
DRIVE = replace(RUNNER, film="Rocky IV", year=1985, song="Night Song", artist="Al Example")
HEAT = replace(RUNNER, film="Heat", year=1995, song="Moby Song", artist="Moby", imdb_id="tt9999998")


@dataclass(frozen=True)
class Ids:
    runner: str = own_id(1)
    drive: str = own_id(2)
    heat: str = own_id(3)


@pytest.fixture
def local(guide: Guide) -> LocalGuide:
    proposals = enumerate((RUNNER, DRIVE, HEAT), 1)
    return LocalGuide(guide, [montage_of(each, guide.catalogue, number) for number, each in proposals])


@pytest.mark.parametrize(
    ("question", "montage"),
    [
        ("which song plays in Zyzzy Runner?", Ids.runner),
        ("zyzy runner song", Ids.runner),
        ("which film has the song Run On?", Ids.runner),
        ("who sings Moby Song?", Ids.heat),
        ("which song plays in Heat?", Ids.heat),
        ("who directed Zyzzy Runner?", Ids.runner),
    ],
)
def test_a_montage_of_the_server_is_found_and_marked(local: LocalGuide, question: str, montage: str) -> None:
    answer = local.ask(question)
    assert [card.montage_id for card in answer.cards] == [montage]
    assert "server" in answer.cards[0].ranked_in
    assert "server" in answer.cards[0].caution


@pytest.mark.parametrize(
    "question",
    [
        "which song plays in Rocky?",
        "hello",
        "which song plays in Heat 2?",
        "best training montages",
        "who won the game last night?",
        "what is the song in Footloose?",
        "Rocky IV or Rocky III, which is older?",
        "runs up the steps",
    ],
)
def test_what_is_asked_of_others_is_answered_as_anywhere(local: LocalGuide, guide: Guide, question: str) -> None:
    answer, everywhere = local.ask(question), guide.ask(question)
    assert (answer.headline, answer.cards, answer.options) == (
        everywhere.headline,
        everywhere.cards,
        everywhere.options,
    )


def test_a_montage_of_a_film_all_know_is_offered_beside(local: LocalGuide) -> None:
    answer = local.ask("which song plays in Rocky IV?")
    assert "Hearts on Fire" in answer.headline
    assert Ids.drive in [option.montage_id for option in answer.options]


def test_what_follows_leans_on_what_was_answered_last(local: LocalGuide) -> None:
    local.ask("which song plays in Rocky?", "here")
    local.ask("which song plays in Zyzzy Runner?", "here")
    assert "Jo Example" in local.ask("who directed it?", "here").headline
    local.ask("which song plays in Rocky?", "here")
    assert "Avildsen" in local.ask("who directed it?", "here").headline
    local.turn_to(Ids.runner, "here")
    assert "Jo Example" in local.ask("who directed it?", "here").headline


def test_it_stands_in_lists_behind_the_others(local: LocalGuide, guide: Guide) -> None:
    chosen = Filter(kinds=(Kind.TRAINING,))
    listing, everywhere = local.where(chosen).listing, guide.where(chosen).listing
    assert listing
    assert everywhere
    assert [row.montage_id for row in listing.rows[len(everywhere.rows) :]] == [Ids.runner, Ids.drive, Ids.heat]
    assert local.listing(listing.key).listing == listing
    few = local.where(Filter(kinds=(Kind.TRAINING,), first_year=1999, last_year=1999))
    assert [option.montage_id for option in few.options] == [Ids.runner]
    assert local.where(Filter(director="Jo Example")).montages == (Ids.runner, Ids.heat)
    own = local.listing(OWN_LIST).listing
    assert own
    assert [row.montage_id for row in own.rows] == [Ids.runner, Ids.drive, Ids.heat]
    assert local.listing(own.key).listing == own
    nineties = local.list_named("this server's montages", Filter(first_year=1999, last_year=1999)).listing
    assert nineties
    assert local.listing(nineties.key).listing == nineties
    assert [row.montage_id for row in nineties.rows] == [Ids.runner]


def test_it_is_suggested_while_somebody_types(local: LocalGuide, guide: Guide) -> None:
    assert local.suggest_films("zyz")[0].label == "Zyzzy Runner (1999) · this server's"
    assert local.suggest_songs("moby so")[0].label == "Moby Song – Moby · this server's"
    assert local.suggest_montages("zyz")[0].value == Ids.runner
    assert OWN_LIST in [each.value for each in local.suggest_lists("this")]
    assert [each for each in local.suggest_films("rocky iv") if "server" in each.label] == []
    assert not any("server" in each.label for each in guide.suggest_films("zyz"))
    assert local.song_of_film(local.suggest_films("zyz")[0].value).cards[0].montage_id == Ids.runner
    assert local.film_of_song(local.suggest_songs("moby so")[0].value).cards[0].montage_id == Ids.heat
    assert local.show(Ids.heat).cards[0].montage_id == Ids.heat


def test_no_other_guide_knows_of_it(local: LocalGuide, guide: Guide) -> None:
    assert local.has(Ids.runner)
    assert not guide.has(Ids.runner)
    assert guide.show(Ids.runner).outcome is Outcome.UNKNOWN
    assert guide.ask("which song plays in Zyzzy Runner?").outcome is Outcome.UNKNOWN


def test_it_can_have_a_place_by_votes_there_and_nowhere_else(local: LocalGuide, guide: Guide) -> None:
    places = [VotedPlace(1, Ids.runner, "3 of 3 voters"), VotedPlace(2, "rocky", "2 of 3 voters")]
    ranking = Voted("votes:server", "This server's ranking", places, "", "", "Nothing.")
    here, elsewhere = (each.voted(ranking, ranking.key).listing for each in (local, guide))
    assert here
    assert [row.montage_id for row in here.rows] == [Ids.runner, "rocky"]
    assert elsewhere
    assert [row.montage_id for row in elsewhere.rows] == ["rocky"]
