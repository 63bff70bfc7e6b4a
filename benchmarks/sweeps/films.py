"""Films by their titles, however typed, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.sweeps.subjects import ANSWERED, REFUSED, asked, films_of, found, named, with_others
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from tests.questions.scoring import Item

#: Titles of fewer letters may become another's when one is lost.
LONG = 8


def titles_alone(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, expect in films_of(catalogue):
        yield asked(film.title, expect)


def titles_in_small_letters(catalogue: Catalogue) -> Iterator[Item]:
    for film, songs, expect in films_of(catalogue):
        yield asked(f"song in {film.title.lower()}", {**expect, "any_songs": songs})


def titles_shouted(catalogue: Catalogue) -> Iterator[Item]:
    for film, songs, expect in films_of(catalogue):
        yield asked(f"WHAT SONG PLAYS IN {film.title.upper()}???", {**expect, "any_songs": songs})
        yield asked(f"yooo whats tht song in {film.title.lower()} 😭😭", {**expect, "any_songs": songs})


def titles_with_years(catalogue: Catalogue) -> Iterator[Item]:
    for film, songs, expect in films_of(catalogue):
        yield asked(f"what's the song in {film.title} from {film.year}", {**expect, "any_songs": songs})


def titles_with_a_letter_lost(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, expect in films_of(catalogue):
        middle = len(film.title) // 2
        around = film.title[middle - 1 : middle + 1]
        if len(film.title) > LONG and film.title.isascii() and around.isalpha():
            yield asked(f"which song plays in {film.title[:middle]}{film.title[middle + 1 :]}", expect)


def other_titles(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, expect in films_of(catalogue):
        for name in film.names:
            yield asked(f"song in {name}", expect)


def in_other_languages(catalogue: Catalogue) -> Iterator[Item]:
    ways = (
        "Welches Lied läuft in {}?",
        "¿Qué canción suena en {}?",
        "Quelle chanson entend-on dans {} ?",
        "Che canzone c'è in {}?",
        "Que música toca em {}?",
        "Hvilken sang spiller i {}?",
        "Wer singt das Lied in {}?",
        "¿Quién dirigió {}?",
        "De quelle année date {} ?",
        "Chi ha diretto {}?",
        "Quem canta a música de {}?",
    )
    for at, (film, _, expect) in enumerate(films_of(catalogue)):
        for way in (ways[at % len(ways)], ways[(at + len(ways) // 2) % len(ways)]):
            yield asked(way.format(film.title), expect)


def who_directed(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, _ in films_of(catalogue):
        yield asked(f"who directed {film.title}", {"outcome": ANSWERED, "text": [film.directors[0]]})
        yield asked(f"what year did {film.title} come out?", {"outcome": ANSWERED, "text": [str(film.year)]})


def which_came_first(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, _, other in with_others(catalogue, 3):
        if film.year != other.year:
            first = min(film, other, key=lambda each: each.year)
            text = f"which is older, {film.title} or {other.title}?"
            yield asked(text, {"outcome": ANSWERED, "films": [first.label]})


def told_of(catalogue: Catalogue) -> Iterator[Item]:
    """What happens in the montage of a film that has one."""
    ways = (
        "describe the montage in {}",
        "what happens in the {} montage?",
        "tell me about the montage in {}",
        "what do we see in the montage of {}?",
    )
    for at, (film, _, _) in enumerate(films_of(catalogue)):
        if len(catalogue.montages_of(film)) == 1:
            yield asked(ways[at % len(ways)].format(film.title), {"outcome": ANSWERED, "films": [film.label]})


def kinds_of_films(catalogue: Catalogue) -> Iterator[Item]:
    """What a film's only montage shows, beside its title."""
    for montage in catalogue.montages:
        if len(catalogue.montages_of(montage.film)) == 1 and montage.entry.kind is not Kind.OTHER:
            kind = montage.entry.kind.value.replace("-", " ")
            yield asked(f"{montage.film.title.lower()} {kind} montage", found(montage.film))
            yield asked(f"what song is in the {kind} montage in {montage.film.title}", found(montage.film))


def settings(catalogue: Catalogue) -> Iterator[Item]:
    for montage in catalogue.montages:
        if montage.entry.setting:
            yield asked(f"where is the {montage.film.title} montage set?", found(montage.film))


def beside_another(catalogue: Catalogue) -> Iterator[Item]:
    """Another film said in passing, before or after."""
    ways = (
        "ok so my friend and I were arguing about {other} all night, and I need to know: which song plays in {film}?",
        "We watched {other} yesterday. Which song plays in {film}?",
        "Not {other}, the other one, {film}. What is the song in it?",
        "My sister loves {other} but I'm more of a {film} person. What's the montage song in {film}?",
        "Hi! Thanks for the help with {other} earlier. Now, what's playing in {film}?",
        "which song plays in {film}? asking because we just saw {other} and it was terrible",
    )
    for at, (film, songs, expect, other) in enumerate(with_others(catalogue, 3)):
        text = ways[at % len(ways)].format(film=film.title, other=other.title)
        yield asked(text, {**expect, "any_songs": songs})


def what_nobody_recorded(catalogue: Catalogue) -> Iterator[Item]:
    ways = (
        "how much money did {} make",
        "is {} on Netflix",
        "who plays the lead in {}",
        "how long is {}",
        "what's the budget of {}",
        "who wrote the screenplay of {}",
        "which awards did {} win",
    )
    for at, (film, _, _) in enumerate(films_of(catalogue)):
        yield asked(ways[at % len(ways)].format(film.title), REFUSED)


SWEEPS = named(
    (
        titles_alone,
        titles_in_small_letters,
        titles_shouted,
        titles_with_years,
        titles_with_a_letter_lost,
        other_titles,
        in_other_languages,
        who_directed,
        which_came_first,
        told_of,
        kinds_of_films,
        settings,
        beside_another,
        what_nobody_recorded,
    )
)
