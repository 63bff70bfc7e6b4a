"""Which montages a question is about, likeliest first, and whether the first is clearly ahead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Film, Montage
from bot.language.fold import name_key
from bot.language.names import NameKind
from bot.language.naming import people_of, song_key
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex, Sighting
from bot.language.songbook import Songbook, in_order
from bot.language.stems import stem
from bot.language.wording.of_things import PERFORMER

#: The lead of the best over the next film that answers at once; below it we ask.
CLEAR_LEAD = 1.12
#: A lead beyond this says nothing more.
MOST_LEAD = 4.0
#: The part of what is said, by rarity, that must be told of a montage for it to be picked.
LEAST_EXPLAINED = 0.3
#: The montages that may explain a word: the likeliest ones.
LIKELIEST = 4
#: Montages offered beside the best reach this part of its score.
NEAR = 1.6
#: Within one film a smaller lead is enough: the film itself is certain.
CLEAR_LEAD_WITHIN = 1.15
#: How far another film of the series must be ahead of the one named by the series' name.
SERIES_LEAD = 1.7
LEAST_EXPLAINED_ELSEWHERE = 0.62
#: How far the scene of another film must be ahead to say that it is not in the film named.
OTHER_FILM_LEAD = 2.5
#: Fewer telling words than this tell no scene from another.
FEWEST_TOLD = 3
_KIND_WORDS = {
    "train": Kind.TRAINING,
    "workout": Kind.TRAINING,
    "exercis": Kind.TRAINING,
    "makeov": Kind.MAKEOVER,
    "heist": Kind.HEIST,
    "robberi": Kind.HEIST,
}
OPENING = frozenset({"open", "start", "begin", "beginn", "intro", "credit", "titl", "first"})
CLOSING = frozenset({"end", "final", "clos", "last", "finale"})
_PLACES = ((OPENING, Kind.OPENING), (CLOSING, Kind.ENDING))


class Candidates(Struct, frozen=True):
    """Montages in order of likelihood, and whether the first is clearly ahead."""

    montages: tuple[Montage, ...] = ()
    clear: bool = True
    by_renown: bool = False  # clear, but for no other reason than that lists name it
    fit: float = 0.0  # how well a description fits the first: what its words score there
    lead: float = 0.0  # how far the first is ahead of the next series of films; at most MOST_LEAD


NONE = Candidates()


class Finder:
    """Finds the montages a reading is about."""

    def __init__(self, catalogue: Catalogue, scenes: SceneIndex, songbook: Songbook) -> None:
        self.catalogue = catalogue
        self._scenes = scenes
        self._songbook = songbook

    def warm(self) -> None:
        """Makes now what the first question about somebody, or the first comparison, would have to wait for."""
        _ = self._by_person, self._by_character, self._by_word

    def of_films(self, films: Sequence[Film], reading: Reading, *, by_song: bool = True) -> Candidates:
        """The montages of named films; songs, people and what else is said choose among them."""
        pool = [montage for film in films for montage in self.catalogue.montages_of(film)]
        if by_song:
            pool = self._narrowed(pool, reading)
        return self.among(pool, reading.left, reading)

    def among(
        self, pool: Sequence[Montage], stems: Sequence[str], reading: Reading, *, names: bool = True
    ) -> Candidates:
        """The montages of the pool, ordered by how well the words fit them; and the names of the reading, if wanted."""
        if len(pool) < 2:
            return Candidates(tuple(pool))
        scores = self._scores(pool, stems, reading if names else None)
        return self._best_first(pool, scores) if any(scores.values()) else self._by_renown(pool)

    def fitting(self, pool: Sequence[Montage], stems: Sequence[str], reading: Reading) -> Candidates:
        """Those montages of the pool that the words, or the names of the reading, fit at all; best first."""
        scores = self._fits(pool, stems, reading)
        for sighting in self._scenes.search(stems, among=scores):
            scores[sighting.montage_id] += sighting.score if sighting.explained >= LEAST_EXPLAINED else 0.0
        fitting = [montage for montage in pool if scores[montage.id]]
        return self._best_first(fitting, scores) if fitting else NONE

    def _scores(self, pool: Sequence[Montage], stems: Sequence[str], reading: Reading | None) -> dict[str, float]:
        scores = self._fits(pool, stems, reading) if reading else dict.fromkeys((each.id for each in pool), 0.0)
        for sighting in self._scenes.search(stems, among=scores, most=len(pool)):
            scores[sighting.montage_id] += sighting.score
        return scores

    @staticmethod
    def _best_first(pool: Sequence[Montage], scores: Mapping[str, float]) -> Candidates:
        ordered = sorted(pool, key=lambda montage: -scores[montage.id])
        best, next_best = (*(scores[montage.id] for montage in ordered[:2]), 0.0)[:2]
        return Candidates(tuple(ordered), clear=best > 0 and best >= CLEAR_LEAD_WITHIN * next_best)

    def _by_renown(self, pool: Sequence[Montage]) -> Candidates:
        """When nothing is said of the scene: clear only where lists name one of the montages and none of the others."""
        named = {montage.id: len(self.catalogue.places_of(montage)) for montage in pool}
        ordered = sorted(pool, key=lambda montage: -named[montage.id])
        leads = named[ordered[0].id] > 0 and named[ordered[1].id] == 0
        return Candidates(tuple(ordered), clear=leads, by_renown=leads)

    @staticmethod
    def _fits(pool: Sequence[Montage], stems: Sequence[str], reading: Reading) -> dict[str, float]:
        """What words for a kind, or for the opening or ending, and names add beside the scenes themselves."""
        said = set(stems)
        kinds = [kind for word, kind in _KIND_WORDS.items() if word in said]
        places = [(words, kind) for words, kind in _PLACES if said & words]
        named = {meaning.target for meaning in reading.named(NameKind.MONTAGE)}
        people = {meaning.target for meaning in reading.named(NameKind.ARTIST)}
        people = set[str]() if people and PERFORMER.search(reading.said) else people
        return {
            montage.id: 3.0 * sum(kind in montage.entry.kinds for kind in kinds)
            + 3.0 * sum(_is_placed(montage, words, kind) for words, kind in places)
            + (8.0 if montage.id in named else 0.0)
            + (4.0 if people & {person for song in montage.songs for person in people_of(song)} else 0.0)
            for montage in pool
        }

    def _narrowed(self, pool: list[Montage], reading: Reading) -> list[Montage]:
        """Only the montages with the songs named, when any has them."""
        songs = {meaning.target for meaning in reading.songs}
        wanted = [montage for montage in pool if songs & {song_key(song) for song in montage.songs}]
        return wanted or pool

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Montage, ...]]:
        """Montages by who is heard in or made their songs, and by who directed their film."""
        heard = (
            (person, montage)
            for montage in self.catalogue.montages
            for song in montage.songs
            for person in people_of(song)
        )
        directed = ((each, montage) for montage in self.catalogue.montages for each in montage.film.directors)
        return by_key((*heard, *directed))

    @cached_property
    def _by_character(self) -> Mapping[str, tuple[Montage, ...]]:
        parts = (
            (part, montage)
            for montage in self.catalogue.montages
            for each in montage.entry.characters
            for part in {each, *each.split(" / ")}
        )
        return by_key(parts)

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[Film, ...]]:
        """Films whose titles are of one word."""
        keys = ((name_key(film.title), film) for film in self.catalogue.films)
        return by_key((key[0], film) for key, film in keys if len(key) == 1)

    def titled(self, word: str) -> tuple[Film, ...]:
        """The films of this one word."""
        return self._by_word.get(word, ())

    def of_songs(self, keys: Iterable[str], reading: Reading, films: Sequence[Film] = ()) -> Candidates:
        """Every montage with one of the songs: those of the films named first, and what else is said."""
        pool = self._songbook.with_any(keys)
        pool = self._by_people(pool, reading)
        ordered = self.among(pool, reading.left, reading)
        return Candidates(tuple(sorted(ordered.montages, key=lambda montage: montage.film not in films)))

    def _by_people(self, pool: list[Montage], reading: Reading) -> list[Montage]:
        people = {meaning.target for meaning in reading.named(NameKind.ARTIST)}
        narrowed = [
            montage for montage in pool if people & {person for song in montage.songs for person in people_of(song)}
        ]
        return narrowed or pool

    def of_people(self, reading: Reading) -> tuple[Montage, ...]:
        """Montages with music by, or films directed by, the people named."""
        people = {meaning.target for kind in (NameKind.ARTIST, NameKind.DIRECTOR) for meaning in reading.named(kind)}
        return tuple(in_order(montage for person in people for montage in self._by_person.get(person, ())))

    def of_characters(self, reading: Reading) -> Candidates:
        """Montages with most of the characters named, of the film named beside them, ordered by what else is said."""
        names = {meaning.target for meaning in reading.named(NameKind.CHARACTER)}
        count = Counter(montage.id for name in names for montage in self._by_character.get(name, ()))
        most = max(count.values(), default=0)
        having = (self.catalogue.montage(each) for each, times in count.items() if times == most)
        pool = in_order(montage for montage in having if montage)
        beside = (each for each in reading.mentions_of(NameKind.FILM) if not each.of(NameKind.CHARACTER))
        films = {meaning.target for each in beside for meaning in each.of(NameKind.FILM)}
        return self.among([each for each in pool if each.film.id in films] or pool, reading.left, reading)

    def of_scene(self, stems: Sequence[str]) -> Candidates:
        """Montages that fit a description best; how well is told by their fit and lead."""
        found = self._scenes.search(stems)
        if not found:
            return NONE
        montages = tuple(montage for each in found if (montage := self.catalogue.montage(each.montage_id)))
        rivals = [(each, montage.film) for each, montage in zip(found, montages, strict=True)]
        lead = self._lead(found[0], [each for each, film in rivals if film != montages[0].film])
        beyond = self._lead(found[0], [each for each, film in rivals if not _is_same_series(film, montages[0].film)])
        near = [montage for each, montage in zip(found, montages, strict=True) if each.score * NEAR >= found[0].score]
        return Candidates(tuple(near), clear=lead >= CLEAR_LEAD, fit=found[0].score, lead=beyond)

    @staticmethod
    def _lead(best: Sighting, rivals: Sequence[Sighting]) -> float:
        return min(MOST_LEAD, best.score / rivals[0].score) if rivals else MOST_LEAD

    def elsewhere_in_series(self, film: Film, reading: Reading) -> Candidates:
        """Montages of other films of the series that fit far better than any of the film its bare name stands for."""
        if film.franchise != film.title:
            return NONE
        pool = [montage.id for montage in self.catalogue.of_series(film.title)]
        return self._elsewhere(film, reading, pool, SERIES_LEAD)

    def elsewhere(self, film: Film, reading: Reading) -> Candidates:
        """Montages of another film that fit a description hugely better than those of the film it is said to be in."""
        if len(set(reading.left)) <= FEWEST_TOLD:
            return NONE
        return self._elsewhere(film, reading, None, OTHER_FILM_LEAD)

    def _elsewhere(self, film: Film, reading: Reading, pool: list[str] | None, lead: float) -> Candidates:
        found = self._scenes.search(reading.left, among=pool)
        ours = [montage.id for montage in self.catalogue.montages_of(film)]
        own = max((each.score for each in self._scenes.search(reading.left, among=ours)), default=0.0)
        best = next((each for each in found if self._film_of(each) != film), None)
        if best is None or best.score < lead * own or best.explained < LEAST_EXPLAINED_ELSEWHERE:
            return NONE
        near = (each for each in found if each.score * NEAR >= best.score)
        ahead = [montage for each in near if (montage := self.catalogue.montage(each.montage_id))]
        return Candidates(tuple(ahead), clear=len({montage.film.id for montage in ahead}) == 1)

    def _film_of(self, sighting: Sighting) -> Film | None:
        montage = self.catalogue.montage(sighting.montage_id)
        return montage.film if montage else None


def _is_same_series(film: Film, other: Film) -> bool:
    return film == other or (film.franchise is not None and film.franchise == other.franchise)


def _is_placed(montage: Montage, words: frozenset[str], kind: Kind) -> bool:
    """Whether a montage opens or closes its film, by its kinds or by what is said of it."""
    return kind in montage.entry.kinds or not words.isdisjoint(_where(montage))


def _where(montage: Montage) -> set[str]:
    """The stems of the words of a montage that may say where in its film it is."""
    texts = (*montage.entry.names, *montage.entry.scene, montage.entry.setting or "")
    return {stem(word) for word in re.findall(r"[a-z]+", " ".join(texts).lower())}
