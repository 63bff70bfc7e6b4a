"""What is ruled out: "besides Footloose, which film uses Never?", "which other song is in it, not Danger Zone?"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from bot.knowledge.model import Film, Montage
from bot.language.candidates import Finder
from bot.language.claimed_names import songs_said
from bot.language.evidence.denying import is_ruled_out
from bot.language.filters import filter_of
from bot.language.fold import ARTICLES
from bot.language.forms.common import ids, people_named
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.mentions import Mention
from bot.language.misplaced import films_of_characters
from bot.language.names import NameKind
from bot.language.naming import people_of, song_key
from bot.language.question import Intent, Question
from bot.language.reading import Reading
from bot.language.whereabouts import Whereabouts
from bot.language.wording.of_truths import OTHER

#: Films and series that a list is without, at most: its key has room for few.
MOST_LEFT_OUT = 3
_JOINS = frozenset({"and", "or", "nor"}) | ARTICLES


class Besides:
    """Recognises questions that rule something out."""

    def __init__(self, finder: Finder, whereabouts: Whereabouts) -> None:
        self._finder = finder
        self._catalogue = finder.catalogue
        self._whereabouts = whereabouts

    @property
    def forms(self) -> Forms:
        return (
            Form("besides a film", self._other_films),
            Form("besides a song", self._other_songs),
            Form("besides films of a list", self._other_montages),
        )

    def _other_montages(self, asked: Asked) -> Question | None:
        """What a filter admits but for films that are ruled out: "training montages other than Rocky"."""
        reading = asked.reading
        named = reading.mentions_of(NameKind.FILM, NameKind.FRANCHISE)
        ruled = [each for each in named if is_ruled_out(reading, each) and not _is_corrected(reading, each)]
        if not ruled or reading.songs:
            return None
        ruled += [mention for mention in named if mention not in ruled and _goes_on(reading, ruled[-1], mention)]
        left = reading.without({at for mention in ruled for at in range(mention.start, mention.end)})
        chosen = filter_of(left)
        chosen = replace(chosen, setting=next(self._whereabouts.named(left), None))
        if chosen.is_empty or left.mentions_of(NameKind.FILM, NameKind.FRANCHISE):
            return None
        names = dict.fromkeys(self._series_or_title(mention) for mention in ruled)
        out = [meaning.target for mention in ruled for meaning in mention.of(NameKind.FILM)]
        chosen = replace(chosen, besides=tuple(names)[:MOST_LEFT_OUT])
        return Question(reading.text, Intent.LIST, chosen=chosen, excluded=tuple(dict.fromkeys(out)))

    def _series_or_title(self, mention: Mention) -> str:
        series = mention.of(NameKind.FRANCHISE)
        film = None if series else self._catalogue.film(mention.of(NameKind.FILM)[0].target)
        return film.title if film else series[0].target

    def _other_films(self, asked: Asked) -> Question | None:
        """The films of a song but for those that are ruled out."""
        reading = asked.reading
        films = list(dict.fromkeys((*asked.named.films, *films_of_characters(self._catalogue, reading))))
        if not films:
            return None
        ruled = [mention for mention in reading.mentions if is_ruled_out(reading, mention)]
        titles = [mention for mention in reading.mentions_of(NameKind.SONG) if mention not in ruled]
        titles = [each for each in titles if not each.of(NameKind.FILM) or reading.is_song_here(each)] or titles
        if OTHER.search(reading.said) and not ruled:
            ruled = [mention for mention in reading.mentions if mention not in titles]
        out = [film for film in films if any(self._means(mention, film) for mention in ruled)]
        own = [montage for film in out for montage in self._catalogue.montages_of(film)]
        songs = [meaning.target for mention in titles for meaning in mention.of(NameKind.SONG)]
        songs = songs or list(songs_said(reading, own))
        characters = tuple(meaning.target for meaning in reading.named(NameKind.CHARACTER))
        if not out or not songs:
            return None
        return replace(self._with_songs(reading, tuple(dict.fromkeys(songs)), out), characters=characters)

    def _other_songs(self, asked: Asked) -> Question | None:
        """The songs of a film but for those that are ruled out, by whoever is named."""
        reading, films = asked.reading, asked.named.films
        out = {
            meaning.target
            for mention in reading.mentions_of(NameKind.SONG)
            if is_ruled_out(reading, mention) and (not mention.of(NameKind.FILM) or reading.is_song_here(mention))
            for meaning in mention.of(NameKind.SONG)
        }
        if not out or not films:
            return None
        pool = [montage for film in films for montage in self._catalogue.montages_of(film)]
        left = _having_others(pool, out, people_named(reading))
        return Question(
            reading.text,
            Intent.SONG_OF_MONTAGE,
            montages=tuple(montage.id for montage in left),
            clear=len(left) == 1,
            films=ids(films),
            excluded=tuple(sorted(out)),
            people=people_named(reading),
        )

    def _with_songs(self, reading: Reading, songs: tuple[str, ...], out: Sequence[Film]) -> Question:
        found = self._finder.of_songs(songs, reading).montages
        left = tuple(montage.id for montage in found if montage.film not in out)
        return Question(reading.text, Intent.MONTAGE_OF_SONG, montages=left, songs=songs, excluded=ids(out))

    def _means(self, mention: Mention, film: Film) -> bool:
        named = {meaning.target for meaning in mention.of(NameKind.FILM)}
        seen = {
            meaning.target for meaning in mention.meanings if meaning.kind in (NameKind.CHARACTER, NameKind.MONTAGE)
        }
        own = self._catalogue.montages_of(film)
        return (
            film.id in named
            or bool(mention.of(NameKind.FRANCHISE) and film.franchise)
            or any(seen & {montage.id, *montage.entry.characters} for montage in own)
        )


def _is_corrected(reading: Reading, mention: Mention) -> bool:
    """Whether a name is what is meant after all: "Whiplash... no, Warrior"."""
    return mention.start > 0 and reading.words[mention.start - 1].folded == "no"


def _goes_on(reading: Reading, ruled: Mention, mention: Mention) -> bool:
    """Whether one more name is ruled out with the last one: "except Rocky and the Karate Kid"."""
    between = {word.folded for word in reading.words[ruled.end : mention.start]}
    return ruled.end <= mention.start and between <= _JOINS


def _having_others(pool: Sequence[Montage], out: set[str], people: Collection[str]) -> list[Montage]:
    """The montages with another song than those ruled out, by the people named when there are any."""

    def fits(montage: Montage) -> bool:
        others = [song for song in montage.songs if song_key(song) not in out]
        heard = {person for song in others for person in people_of(song)}
        return bool(others) and (not people or bool(heard & set(people)))

    left = [montage for montage in pool if fits(montage)]
    return [montage for montage in left if not out & {song_key(song) for song in montage.songs}] or left


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "besides films of a list": ("training montages other than Rocky",),
    "besides a film": ("hot stuff by donna summer - other than the martian",),
    "besides a song": ("other than Wise Up, what Aimee Mann song is in Magnolia",),
}


def forms(library: Library) -> Forms:
    """What there is besides what is ruled out."""
    return Besides(library.finder, library.whereabouts).forms
