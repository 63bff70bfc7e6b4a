"""What is given as a film, a song, a montage or a list is taken as one: by value, by label, or as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.answer import Answer

if TYPE_CHECKING:
    from bot.answers.guide import Guide


def test_every_label_that_is_shown_means_what_its_value_means(guide: Guide) -> None:
    montages = guide.catalogue.montages
    shown = {
        guide.song_of_film: {each for m in montages for each in guide.suggest_films(m.film.title)},
        guide.film_of_song: {each for m in montages for song in m.songs for each in guide.suggest_songs(song.title)},
        guide.show: {each for m in montages for each in guide.suggest_montages(m.film.title)},
        guide.listing: {each for ranked in guide.catalogue.lists for each in guide.suggest_lists(ranked.title)},
    }
    parted = [
        each for ask, every in shown.items() for each in every if _found(ask(each.label)) != _found(ask(each.value))
    ]
    assert parted == []


def _found(answer: Answer) -> tuple[object, ...]:
    return answer.outcome, tuple(answer.montages), answer.listing and answer.listing.key


@pytest.mark.parametrize("text", ["zzz", "Goodfellas", "the one with the dog"])
def test_a_song_that_is_none_is_refused_in_the_words_it_was_given(guide: Guide, text: str) -> None:
    assert guide.film_of_song(text).headline == f"I know no montage with “{text}”."


@pytest.mark.parametrize("text", ["who sings it?", "and the year?"])
def test_no_conversation_has_a_say_in_an_option(guide: Guide, text: str) -> None:
    guide.ask("what song plays in Rocky?", "here")
    for ask in (guide.song_of_film, guide.film_of_song, guide.show):
        assert ask(text, "here") == ask(text)
        guide.ask("what song plays in Rocky?", "here")
