"""Places: where something stands in a list, what stands at a place, and what comes before, after or between."""

from __future__ import annotations

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage
from bot.knowledge.selection import Filter
from bot.language.candidates import LEAST_EXPLAINED, Candidates, Finder
from bot.language.filters import filter_of
from bot.language.forms.common import ids, montage_ids, senses_of
from bot.language.forms.form import Asked, Examples, Form, Forms
from bot.language.forms.named_lists import NamedLists
from bot.language.forms.truths import Truths
from bot.language.lexicon import describes
from bot.language.misplaced import films_of_characters
from bot.language.names import NameKind
from bot.language.numbers import is_number
from bot.language.places import (
    is_listed,
    place_asked,
    place_said,
    places_something,
    range_asked,
    top_asked,
)
from bot.language.question import Aspect, Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.restrictions import LISTS, restriction_of, stranger_of
from bot.language.scenes import SceneIndex
from bot.language.stems import telling
from bot.language.versions import Named
from bot.language.wording import of_lists, of_truths

#: What the words are about by which somebody asks where something stands; of a film, "where" alone may ask that.
_OF_ANYTHING = frozenset({"rank"})
_OF_STANDING = frozenset({"rank", "place"})
_OF_A_FILM = _OF_STANDING | {"where"}


class Ranks:
    """Recognises questions about places."""

    def __init__(
        self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex, truths: Truths, lists: NamedLists
    ) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes
        self._truths = truths
        self._lists = lists

    @property
    def of_a_thing(self) -> Forms:
        """The forms that ask where something stands."""
        return (
            Form("place of a thing", self._of_something),
            Form("standing", self._standing),
            Form("beside a list", self._beside_a_list),
            Form("place of a scene", lambda asked: self._of_scene(asked.reading, asked.named)),
        )

    @property
    def of_a_list(self) -> Forms:
        """The forms that ask what stands somewhere."""
        return (
            Form("beside", lambda asked: self._beside(asked) if is_listed(asked.reading.said) else None),
            Form("beside something", self._beside),
            Form("at a place", lambda asked: self._at_place(asked, place_asked(asked.reading.said))),
            Form("at what may be a place", self._at_any_place),
            Form("a number beside a list", self._numbered),
            Form("best", self._best),
        )

    def _of_something(self, asked: Asked) -> Question | None:
        """The same where a place is asked in so many words."""
        asks = of_lists.rank_asked(asked.reading.said) and of_lists.beside_asked(asked.reading.said) is None
        by_character = () if asked.reading.songs else films_of_characters(self._catalogue, asked.reading)
        films = tuple(dict.fromkeys((*asked.named.films, *by_character))) if asked.named.films else ()
        return self._of_thing(asked.reading, replace(asked.named, films=films)) if asks else None

    def _standing(self, asked: Asked) -> Question | None:
        """The same by any word of places: "team america, where did it land"."""
        reading, named = asked.reading, asked.named
        spoken = senses_of(reading) & (_OF_A_FILM if named.films else _OF_ANYTHING) or is_listed(reading.said)
        return None if not spoken or of_lists.beside_asked(reading.said) else self._of_thing(reading, named)

    def _beside_a_list(self, asked: Asked) -> Question | None:
        """The same of anything named beside a list, however it is put: "so where did Collider stick Creed?"."""
        reading = asked.reading
        if not reading.mentions_of(NameKind.LIST) or of_lists.beside_asked(reading.said) is not None:
            return None
        return self._of_thing(reading, asked.named)

    def _of_thing(self, reading: Reading, named: Named) -> Question | None:
        """Where something named stands."""
        lists = self._lists.meant(reading)
        if held := self._lists.held(reading, lists):
            return replace(self._at(reading, (held.list_id,), place=held.place), about=held.label, unmet="")
        if named.lack is Lack.ABSENT_FILM:
            return self._of_listed(reading, named.about, lists)
        placed = self._lists.places_in(reading, lists)
        named = (self._lists.beside_subject if placed else self._lists.beside_title)(reading, named, lists)
        if not (named.films or reading.songs or reading.mentions_of(NameKind.CHARACTER, NameKind.MONTAGE)):
            return None
        if len(named.films) > 1 and Aspect.HIGHER in of_truths.comparison_asked(reading.said):
            return None  # which of them ranks higher is a comparison
        songs = tuple(dict.fromkeys(song.target for song in reading.songs))
        several = songs if len(songs) > 1 and not named.films else ()
        return self._where(reading, lists, self._truths.subject(reading, named), named.films, several)

    def _of_listed(self, reading: Reading, film: str, lists: tuple[str, ...]) -> Question | None:
        """Where a film stands that some list names and that we have no montage of: what stands at its place."""
        placed = self._lists.place_of(film, lists)
        if placed is None:
            return None
        ranked, place = placed
        return replace(self._at(reading, (ranked,), place=place), about=film, unmet="")

    def _of_scene(self, reading: Reading, named: Named) -> Question | None:
        """Where a scene stands that is described: "at which number is the one with the puppets?"."""
        standing = senses_of(reading) & _OF_STANDING or is_listed(reading.said)
        if named.films or reading.songs or not standing:
            return None
        lists = self._lists.meant(reading)
        if listed := self._described_in(lists, reading):
            return self._where(reading, lists, Candidates((listed,)))
        return None if lists else self._where(reading, lists, self._finder.of_scene(_told(reading)))

    def _where(
        self,
        reading: Reading,
        lists: tuple[str, ...],
        found: Candidates,
        films: tuple[Film, ...] = (),
        songs: tuple[str, ...] = (),
    ) -> Question | None:
        if not found.montages:
            return None
        lists = self._lists.placing_first(lists, montage_ids(found))
        return Question(
            reading.text,
            Intent.RANK,
            montages=montage_ids(found),
            clear=found.clear,
            films=ids(films),
            songs=songs,
            list_id=next(iter(lists), None),
            other_lists=lists[1:],
            unmet=restriction_of(reading, self._lists.words(reading), heads=LISTS).text,
        )

    def _listed(self, lists: tuple[str, ...]) -> list[Montage]:
        """The montages of the list that is meant."""
        ranked = self._catalogue.ranked_list(next(iter(lists), "")) or self._catalogue.default_list
        ids = (item.montage for item in ranked.items) if ranked else ()
        return [montage for each in ids if (montage := self._catalogue.montage(each or ""))]

    def _described_in(self, lists: tuple[str, ...], reading: Reading) -> Montage | None:
        """The montage of a list that is described: whoever asks where one stands seldom means another."""
        found = self._scenes.search(
            _told(reading, self._lists.words(reading)), among=[montage.id for montage in self._listed(lists)], most=1
        )
        fits = found and found[0].explained >= LEAST_EXPLAINED
        return self._catalogue.montage(found[0].montage_id) if fits else None

    def _beside(self, asked: Asked) -> Question | None:
        """What stands right after, before or between what is named."""
        reading, named = asked.reading, asked.named
        step = of_lists.beside_asked(reading.said)
        if step is None:
            return None
        lists = self._lists.meant(reading)
        films = self._lists.beside_title(reading, named, lists).films or self._films_meant(reading, lists)
        if len(films) != (1 if step else 2):
            return None
        return self._at(reading, lists, beside=step, films=ids(films))

    def _films_meant(self, reading: Reading, lists: tuple[str, ...]) -> tuple[Film, ...]:
        """The films of a list that are named by a song of theirs."""
        songs = {song.target for song in reading.songs}
        with_song = {montage.id for montage in self._finder.of_songs(songs, reading).montages} if songs else set[str]()
        return tuple(dict.fromkeys(montage.film for montage in self._listed(lists) if montage.id in with_song))

    def _at_any_place(self, asked: Asked) -> Question | None:
        """The same where the words may be about something else: "who came third?"."""
        said = asked.reading.said
        spoken = senses_of(asked.reading) & _OF_STANDING or is_listed(said)
        return self._at_place(asked, place_said(said)) if spoken else None

    def _at_place(self, asked: Asked, place: int | None) -> Question | None:
        if place is None:
            return None
        first, until = range_asked(asked.reading.said) or (place, None)
        return self._pointed(asked, first, until)

    def _numbered(self, asked: Asked) -> Question | None:
        """What stands at the one number that is said beside a list: "3 on Collider?"."""
        lists = self._lists.meant(asked.reading) if asked.reading.mentions_of(NameKind.LIST) else ()
        numbers = self._lists.places_in(asked.reading, lists)
        return self._pointed(asked, next(iter(numbers))) if len(numbers) == 1 else None

    def _best(self, asked: Asked) -> Question | None:
        """The first of a ranking: "best training montage"; of several montages a list is meant."""
        said = asked.reading.said
        asks = of_lists.best_asked(said) and not of_lists.MONTAGES.search(said) and not top_asked(said)
        found = self._pointed(asked, 1) if asks else None
        any_scene = found and found.chosen.is_empty and not (of_lists.MONTAGE.search(said) or is_listed(said))
        return None if any_scene else found

    def _pointed(self, asked: Asked, place: int, until: int | None = None) -> Question | None:
        """What stands at a place, unless something else is named."""
        reading = asked.reading
        lists = self._lists.meant(reading)
        if self._lists.beside_subject(reading, asked.named, lists).films:
            return None
        chosen = Filter() if lists else filter_of(reading)
        return self._at(reading, lists, place=place, until=until, chosen=chosen)

    def _at(
        self,
        reading: Reading,
        lists: tuple[str, ...],
        *,
        place: int | None = None,
        until: int | None = None,
        beside: int | None = None,
        films: tuple[str, ...] = (),
        chosen: Filter | None = None,
    ) -> Question:
        return Question(
            reading.text,
            Intent.AT_RANK,
            place=place,
            beside=beside,
            films=films,
            list_id=next(iter(lists), None),
            other_lists=lists[1:],
            chosen=chosen or Filter(),
            until=until,
            unmet=(
                restriction_of(reading, self._lists.words(reading)).text
                or stranger_of(reading, self._lists.words(reading)).text
            ),
        )


def _told(reading: Reading, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Stems of the words that tell of a scene, and not of places, of the asking, or of a list by words known of it."""
    tokens = (token for token in reading.tokens if token.position not in reading.named_positions)
    words = [token.text for token in tokens if describes(token.text) and not places_something(token.text)]
    words = [word for word in words if word not in known and not is_number(word)]
    return tuple(dict.fromkeys(telling(words)))


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "place of a thing": ("which place has rocky iv",),
    "standing": ("where's footloose in ur six",),
    "beside": ("what comes right after Team America in the list?",),
    "beside something": ("what is between The Karate Kid and The Incredibles",),
    "at a place": ("who is third",),
    "a number beside a list": ("3 on maxim?",),
    "best": ("finest sports montage of the 80s",),
}
