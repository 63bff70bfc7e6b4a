"""What is completed in which option, and the names nearest to something unknown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID, CONSENSUS_TITLE
from bot.knowledge.model import Montage, credits_of
from bot.language.completing import Completer, Suggestion
from bot.language.fold import name_key, words
from bot.language.lexicon import Lexicon
from bot.language.naming import film_names, song_key, song_names

#: The part of a name's letters that may be wrong in one that is near.
_NEAR_ENOUGH = 0.25


class Suggester:
    """The completers of one catalogue, and nearest names."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon

    def warm(self) -> None:
        """Makes now what the first suggestion would have to wait for."""
        for name, each in vars(Suggester).items():
            if isinstance(each, cached_property):
                getattr(self, name)

    @cached_property
    def films(self) -> Completer:
        """Completes films, by every name they have."""
        films = {film.id: Suggestion(film.label, film.id) for film in self._catalogue.films}
        entries = ((name, films[film.id]) for film in self._catalogue.films for name in (film.label, *film_names(film)))
        return Completer(entries, (films[montage.film.id] for montage in self._leading))

    @cached_property
    def songs(self) -> Completer:
        """Completes songs, by title and performer."""
        songs = {
            song_key(song): Suggestion(f"{song.title} – {song.artist}", song_key(song))
            for montage in self._catalogue.montages
            for song in montage.songs
        }
        return Completer(
            _song_entries(self._catalogue, songs),
            (songs[song_key(song)] for montage in self._leading for song in montage.songs),
        )

    @cached_property
    def montages(self) -> Completer:
        """Completes montages, by film, song, character and own name."""
        montages = {montage.id: Suggestion(_montage_label(montage), montage.id) for montage in self._catalogue.montages}
        return Completer(
            _montage_entries(self._catalogue, montages), (montages[montage.id] for montage in self._leading)
        )

    @cached_property
    def lists(self) -> Completer:
        """Completes published lists, by title and publisher."""
        lists = {ranked.id: Suggestion(ranked.title, ranked.id) for ranked in self._catalogue.lists}
        consensus = Suggestion(CONSENSUS_TITLE, CONSENSUS_ID)
        entries = [(f"{ranked.title} {ranked.publisher or ''}", lists[ranked.id]) for ranked in self._catalogue.lists]
        published = list(lists.values())
        return Completer([*entries, (CONSENSUS_TITLE, consensus)], [*published[:1], consensus, *published[1:]])

    @cached_property
    def performers(self) -> Completer:
        """Completes whoever performs, sings or composes, by any part of the name."""
        songs = (song for montage in self._catalogue.montages for song in montage.songs)
        return _by_frequency(person for song in songs for person in credits_of(song))

    @cached_property
    def directors(self) -> Completer:
        """Completes directors, by any part of the name."""
        return _by_frequency(name for montage in self._catalogue.montages for name in montage.film.directors)

    @cached_property
    def series(self) -> Completer:
        """Completes series of films."""
        return _by_frequency(name for montage in self._catalogue.montages if (name := montage.film.franchise))

    @cached_property
    def _leading(self) -> list[Montage]:
        """What to offer before anything is typed: the default list, then what lists name most."""
        ranked = self._catalogue.default_list
        placed = [
            montage
            for item in (ranked.items if ranked else ())
            if (montage := self._catalogue.montage(item.montage or ""))
        ]
        return [
            *placed,
            *sorted(self._catalogue.montages, key=lambda montage: -len(self._catalogue.places_of(montage))),
        ]

    @cached_property
    def _film_texts(self) -> dict[tuple[str, int], dict[str, str]]:
        """Names of films as folded text, by first letter and length, with the film's label."""
        texts: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for film in self._catalogue.films:
            for name in film_names(film):
                text = " ".join(name_key(name))
                texts[text[:1], len(text)][text] = film.label
        return texts

    def near(self, text: str, most: int) -> tuple[str, ...]:
        """Films whose name is near to some unknown words of a text, nearest first; none when none is."""
        found: dict[str, float] = {}
        for phrase in self._phrases(text):
            slack = int(len(phrase) * _NEAR_ENOUGH)
            for length in range(len(phrase) - slack, len(phrase) + slack + 1):
                texts = self._film_texts.get((phrase[0], length), {})
                for name, distance, _ in extract(
                    phrase, texts.keys(), scorer=OSA.normalized_distance, score_cutoff=_NEAR_ENOUGH, limit=most
                ):
                    found[texts[name]] = min(distance, found.get(texts[name], 1.0))
        return tuple(sorted(found, key=lambda label: found[label]))[:most]

    def _phrases(self, text: str) -> Iterator[str]:
        """Runs of one to three words with one in them that is no ordinary word."""
        folded = [word.key for word in words(text[:300])][:24]
        for width in (3, 2, 1):
            for start in range(len(folded) - width + 1):
                phrase = folded[start : start + width]
                if any(len(word) > 3 and not self._lexicon.is_common(word) for word in phrase):
                    yield " ".join(phrase)


def _by_frequency(names: Iterable[str]) -> Completer:
    """Completes names that stand for themselves; those of the most montages come first."""
    ordered = [name for name, _times in Counter(names).most_common()]
    return Completer(((name, Suggestion(name, name)) for name in ordered), (Suggestion(name, name) for name in ordered))


def _montage_label(montage: Montage) -> str:
    return f"{montage.film.label} – {montage.songs[0].title}" if montage.songs else montage.film.label


def _song_entries(catalogue: Catalogue, songs: dict[str, Suggestion]) -> Iterator[tuple[str, Suggestion]]:
    for montage in catalogue.montages:
        for song in montage.songs:
            yield from ((name, songs[song_key(song)]) for name in song_names(song))
            yield song.artist, songs[song_key(song)]


def _montage_entries(catalogue: Catalogue, montages: dict[str, Suggestion]) -> Iterator[tuple[str, Suggestion]]:
    for montage in catalogue.montages:
        names = [
            *film_names(montage.film),
            *montage.entry.names,
            *(song.title for song in montage.songs),
            *montage.entry.characters,
        ]
        yield from ((name, montages[montage.id]) for name in names)
