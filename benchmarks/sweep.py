"""The plainest questions, asked of everything in the catalogue: whatever it holds has to be found by its own name.

`python -m benchmarks.sweep` prints how many of each kind are answered right, and stated though wrong; `--show 5` the
first of those that are not. What is right follows from the data alone, so nothing is tuned on these questions.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Film, Kind, Montage, RankedList, Song
from bot.knowledge.names import folded
from tests.questions.scoring import Expect, Item, Score, Turn, score

ANSWERED = ["answer"]
#: An answer, or the question which of several is meant.
FOUND = ["answer", "choice"]
#: Not said to be so: refused, asked back, or found false.
ANY = ["answer", "choice", "unknown"]


def _item(question: str, expect: Expect, *following: tuple[str, Expect]) -> Item:
    return Item("sweep", (Turn(question, expect), *(Turn(*each) for each in following)))


def _films(catalogue: Catalogue) -> Iterator[tuple[Film, list[str], Expect]]:
    """Every film whose title is its own, with its songs, and the answer that has it."""
    titled = by_key((folded(film.title), film) for film in catalogue.films)
    for film in catalogue.films:
        if len(titled[folded(film.title)]) == 1:
            songs = [song.title for each in catalogue.montages_of(film) for song in each.songs]
            yield film, songs, {"outcome": FOUND, "films": [film.label]}


def _songs(catalogue: Catalogue) -> Iterator[tuple[Montage, Song]]:
    for montage in catalogue.montages:
        for song in montage.songs:
            yield montage, song


def titles_alone(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, found in _films(catalogue):
        yield _item(film.title, found)


def titles_in_small_letters(catalogue: Catalogue) -> Iterator[Item]:
    for film, songs, found in _films(catalogue):
        yield _item(f"song in {film.title.lower()}", {**found, "any_songs": songs})


def titles_with_years(catalogue: Catalogue) -> Iterator[Item]:
    for film, songs, found in _films(catalogue):
        yield _item(f"what's the song in {film.title} from {film.year}", {**found, "any_songs": songs})


def titles_with_a_letter_lost(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, found in _films(catalogue):
        if len(film.title) > LONG and film.title.isascii():
            middle = len(film.title) // 2
            if film.title[middle].isalpha() and film.title[middle - 1].isalpha():
                yield _item(f"which song plays in {film.title[:middle]}{film.title[middle + 1 :]}", found)


#: Titles of fewer letters may become another's when one is lost.
LONG = 8


def songs_of_films_in_other_languages(catalogue: Catalogue) -> Iterator[Item]:
    ways = (
        "Welches Lied läuft in {}?",
        "¿Qué canción suena en {}?",
        "Quelle chanson entend-on dans {} ?",
        "Che canzone c'è in {}?",
        "Que música toca em {}?",
        "Hvilken sang spiller i {}?",
    )
    for at, (film, songs, found) in enumerate(_films(catalogue)):
        yield _item(ways[at % len(ways)].format(film.title), {**found, "any_songs": songs})


def films_of_songs(catalogue: Catalogue) -> Iterator[Item]:
    for montage, song in _songs(catalogue):
        same = _films_with(catalogue, song)
        yield _item(f"what film is {song.title} from?", {"outcome": FOUND, "films": same[:5]})
        yield _item(f"{song.title} by {song.artist}", {"outcome": FOUND, "any_songs": [song.title]})
        if song.title != montage.film.title:
            yield _item(f"in which montage do you hear {song.title}", {"outcome": FOUND, "any_songs": [song.title]})


def _films_with(catalogue: Catalogue, song: Song) -> list[str]:
    labels = (each.film.label for each, other in _songs(catalogue) if folded(other.title) == folded(song.title))
    return list(dict.fromkeys(labels))


def who_is_heard(catalogue: Catalogue) -> Iterator[Item]:
    for _, song in _songs(catalogue):
        of = [each.artist for _, each in _songs(catalogue) if folded(each.title) == folded(song.title)]
        if len(set(of)) == 1:
            yield _item(f"who performs {song.title}?", {"outcome": FOUND, "text": [song.artist]})


def who_directed(catalogue: Catalogue) -> Iterator[Item]:
    for film, _, _ in _films(catalogue):
        yield _item(f"who directed {film.title}", {"outcome": ANSWERED, "text": [film.directors[0]]})
        yield _item(f"what year did {film.title} come out?", {"outcome": ANSWERED, "text": [str(film.year)]})


def true_claims(catalogue: Catalogue) -> Iterator[Item]:
    yes = {"outcome": FOUND, "verdict": True}
    for montage, song in _songs(catalogue):
        yield _item(f"is {song.title} in {montage.film.title}?", yes)
        yield _item(f"is {song.title} from {montage.film.label}?", yes)
        yield _item(f"does {montage.film.title} have {song.title} in it", yes)
        yield _item(f"is {song.title} in {montage.film.title} by {song.artist}?", yes)
    for film, _, _ in _films(catalogue):
        yield _item(f"did {film.directors[0]} direct {film.title}?", yes)
        yield _item(f"is {film.title} from {film.year}?", yes)


def false_claims(catalogue: Catalogue) -> Iterator[Item]:
    """A song of a film half the catalogue away, another's director, another year: never a yes."""
    montages = catalogue.montages
    for at, (montage, song) in enumerate(_songs(catalogue)):
        other = montages[(at + len(montages) // 2) % len(montages)]
        if other.film.label not in _films_with(catalogue, song):
            yield _item(f"is {song.title} in {other.film.label}?", {"outcome": ANY, "verdict": False})
        if not {folded(song.artist)} & {folded(each.artist) for _, each in _songs(catalogue) if each in other.songs}:
            yield _item(f"is {song.title} by {other.songs[0].artist}?", {"outcome": ANY, "verdict": False})
        if not set(other.film.directors) & set(montage.film.directors):
            text = f"did {other.film.directors[0]} direct {montage.film.label}?"
            yield _item(text, {"outcome": ANY, "verdict": False})
    for film, _, _ in _films(catalogue):
        yield _item(f"did {film.title} come out in {film.year + 3}?", {"outcome": ANY, "verdict": False})


def places(catalogue: Catalogue) -> Iterator[Item]:
    """Every place of every list that is numbered, by the title of the list."""
    titled = by_key((folded(ranked.title), ranked) for ranked in catalogue.lists)
    for ranked in (each for each in catalogue.lists if each.ordered and len(titled[folded(each.title)]) == 1):
        for item in ranked.items:
            montage = catalogue.montage(item.montage or "")
            if montage and item.rank and sum(each.rank == item.rank for each in ranked.items) == 1:
                expect: Expect = {"outcome": FOUND, "films": [montage.film.label], "rank": item.rank}
                yield _item(f"what is number {item.rank} in {ranked.title}", expect)
                if sum(each.film == item.film for each in ranked.items) == 1:
                    yield _item(f"where is {montage.film.label} in {ranked.title}?", expect)


def places_by_publisher(catalogue: Catalogue) -> Iterator[Item]:
    """The same, by who published or wrote the only list they have."""
    ways = (
        "where does {film} rank on the {who} list?",
        "what place did {who} give {film}?",
        "{who} ranked montages: where did {film} come",
        "in {who}'s ranking, what number is {film}?",
        "where did {film} end up in the ranking by {who}",
    )
    of = by_key((folded(who), ranked) for ranked in catalogue.lists for who in _publishers(ranked))
    for ranked in (each for each in catalogue.lists if each.ordered):
        for who in (each for each in _publishers(ranked) if len(of[folded(each)]) == 1):
            for at, item in enumerate(ranked.items):
                montage = catalogue.montage(item.montage or "")
                if montage and item.rank and sum(each.film == item.film for each in ranked.items) == 1:
                    expect: Expect = {"outcome": ANSWERED, "films": [montage.film.label], "rank": item.rank}
                    yield _item(ways[at % len(ways)].format(film=montage.film.title, who=who), expect)
            first = next((catalogue.montage(each.montage or "") for each in ranked.items if each.rank == 1), None)
            if first:
                expect = {"outcome": ANSWERED, "films": [first.film.label], "rank": 1}
                yield _item(f"what did {who} put first?", expect)
                yield _item(f"number one on the {who} list", expect)


def _publishers(ranked: RankedList) -> list[str]:
    return [who for who in (ranked.publisher, ranked.author) if who]


def told_of(catalogue: Catalogue) -> Iterator[Item]:
    """What happens in the montage of a film that has one."""
    ways = (
        "describe the montage in {}",
        "what happens in the {} montage?",
        "tell me about the montage in {}",
        "what do we see in the montage of {}?",
    )
    for at, (film, _, _) in enumerate(_films(catalogue)):
        if len(catalogue.montages_of(film)) == 1:
            yield _item(ways[at % len(ways)].format(film.title), {"outcome": ANSWERED, "films": [film.label]})


def which_came_first(catalogue: Catalogue) -> Iterator[Item]:
    found = list(_films(catalogue))
    for at, (film, _, _) in enumerate(found):
        other = found[(at + len(found) // 3) % len(found)][0]
        if film.year != other.year:
            first = min(film, other, key=lambda each: each.year)
            yield _item(
                f"which is older, {film.title} or {other.title}?", {"outcome": ANSWERED, "films": [first.label]}
            )


def people(catalogue: Catalogue) -> Iterator[Item]:
    """What somebody performed or directed."""
    for name, montages in _by_people(catalogue, "songs"):
        yield _item(f"montages with songs by {name}", {"outcome": FOUND, "films": montages[:5]})
        yield _item(f"what songs by {name} do you know?", {"outcome": FOUND, "films": montages[:5]})
    for name, montages in _by_people(catalogue, "directors"):
        yield _item(f"montages directed by {name}", {"outcome": FOUND, "films": montages[:5]})
        yield _item(f"which films of {name} do you know?", {"outcome": FOUND, "films": montages[:5]})


def _by_people(catalogue: Catalogue, what: str) -> Iterator[tuple[str, list[str]]]:
    of: dict[str, list[str]] = {}
    for montage in catalogue.montages:
        names = montage.film.directors if what == "directors" else [song.artist for song in montage.songs]
        for name in names:
            of.setdefault(name, []).append(montage.film.label)
    yield from ((name, list(dict.fromkeys(labels))) for name, labels in of.items())


def characters(catalogue: Catalogue) -> Iterator[Item]:
    """Whom one sees, beside the film's name."""
    for montage in catalogue.montages:
        for name in montage.entry.characters[:2]:
            text = f"which song plays with {name} in {montage.film.title}"
            yield _item(text, {"outcome": FOUND, "films": [montage.film.label]})


def in_their_own_words(catalogue: Catalogue) -> Iterator[Item]:
    """A scene in the words of its cue."""
    for montage in catalogue.montages:
        for cue in montage.entry.cues[:2]:
            yield _item(f"which film has the montage where {cue}?", {"outcome": FOUND, "films": [montage.film.label]})


def asked_further(catalogue: Catalogue) -> Iterator[Item]:
    """A film, then what is asked of it without its name, then another film."""
    found = list(_films(catalogue))
    for at, (film, songs, answer) in enumerate(found):
        other, its_songs, its = found[(at + len(found) // 4) % len(found)]
        yield _item(
            f"which song plays in {film.title}?",
            {**answer, "any_songs": songs},
            ("who directed it?", {"outcome": FOUND, "text": [film.directors[0]]}),
            ("what year is it from?", {"outcome": FOUND, "text": [str(film.year)]}),
            (f"and in {other.title}?", {**its, "any_songs": its_songs}),
        )


def filters(catalogue: Catalogue) -> Iterator[Item]:
    """Every kind in every decade that has it, and every year: only films that have both."""
    montages = catalogue.montages
    for kind in sorted({each.entry.kind for each in montages} - {Kind.OTHER}):
        for decade in sorted({_decade(each) for each in montages if each.entry.kind is kind}):
            others = _labels(each for each in montages if _decade(each) != decade)
            text = f"{kind.value.replace('-', ' ')} montages from the {decade}s"
            yield _item(text, {"outcome": FOUND, "not_films": others})
    for year in sorted({each.film.year for each in montages}):
        others = _labels(each for each in montages if each.film.year != year)
        yield _item(f"montages from {year}", {"outcome": FOUND, "not_films": others})


def _decade(montage: Montage) -> int:
    return montage.film.year // 10 * 10


def _labels(montages: Iterator[Montage]) -> list[str]:
    return list(dict.fromkeys(each.film.label for each in montages))


SWEEPS: Mapping[str, Callable[[Catalogue], Iterator[Item]]] = {
    sweep.__name__.replace("_", " "): sweep
    for sweep in (
        titles_alone,
        titles_in_small_letters,
        titles_with_years,
        titles_with_a_letter_lost,
        songs_of_films_in_other_languages,
        films_of_songs,
        who_is_heard,
        who_directed,
        true_claims,
        false_claims,
        places,
        places_by_publisher,
        told_of,
        which_came_first,
        people,
        characters,
        in_their_own_words,
        asked_further,
        filters,
    )
}


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of one kind of question."""

    name: str
    scores: Sequence[Score]

    @property
    def right(self) -> int:
        return sum(each.passed for each in self.scores)

    @property
    def stated_wrong(self) -> int:
        return sum(each.confidently_wrong for each in self.scores)


def swept(guide: Guide, name: str, every: int = 1) -> Swept:
    """One kind of question, asked of all or of every so-manieth thing it can be asked of."""
    items = list(SWEEPS[name](guide.catalogue))[::every]
    return Swept(name, [score(item, guide.ask, f"{name} {number}") for number, item in enumerate(items)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="so many of what goes wrong")
    parser.add_argument("--only", default="", help="a part of the names of the kinds to ask")
    arguments = parser.parse_args()
    guide = Guide(load(default_directory()))
    for name in (each for each in SWEEPS if arguments.only in each):
        result = swept(guide, name)
        print(f"{name:36} right {result.right:5} of {len(result.scores):5}, stated though wrong {result.stated_wrong}")
        for each in [each for each in result.scores if not each.passed][: arguments.show]:
            print("   ", " | ".join(each.faults)[:230])


if __name__ == "__main__":
    main()
