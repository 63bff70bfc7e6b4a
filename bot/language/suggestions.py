"""What is completed in which option, and the names nearest to something unknown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID, CONSENSUS_TITLE
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Montage, credits_of
from bot.language.completing import Completer, Suggestion
from bot.language.fold import key_of_name, words
from bot.language.labels import labelled, list_labels, montage_labels, song_label
from bot.language.lexicon import Lexicon, kind_words
from bot.language.naming import film_names, song_key, song_names

#: The part of a name's letters that may be wrong in one that is near.
_NEAR_ENOUGH = 0.25


class Suggester:
    """The completers of one catalogue, and nearest names."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, names: Iterable[str] = ()) -> None:
        """`names` are texts that are kept anyway: what is completed is not kept again."""
        self._catalogue = catalogue
        self._names = names
        self._lexicon = lexicon
        self._texts: dict[str, str] = {}  # what completers are made of, so that they share it

    def warm(self) -> None:
        """Makes now what the first suggestion would have to wait for."""
        self._texts.update((name, name) for name in self._names)
        for name, each in vars(Suggester).items():
            if isinstance(each, cached_property):
                getattr(self, name)
        self._texts.clear()

    @cached_property
    def films(self) -> Completer:
        """Completes films, by every name they have."""
        catalogue = self._catalogue
        films = _suggestions((film.id, [film.label]) for film in catalogue.films)
        entries = ((name, films[film.id]) for film in catalogue.films for name in film_names(film))
        renown = self._renown((montage.film.id, montage) for montage in catalogue.montages)
        return Completer(entries, (films[montage.film.id] for montage in self._leading), renown, self._texts)

    @cached_property
    def songs(self) -> Completer:
        """Completes songs, by title and performer."""
        keys = [(song_key(song), song, montage) for montage in self._catalogue.montages for song in montage.songs]
        songs = _suggestions((key, [song_label(song)]) for key, song, _ in keys)
        entries = ((name, songs[key]) for key, song, _ in keys for name in (*song_names(song), song.artist))
        first = (songs[song_key(song)] for montage in self._leading for song in montage.songs)
        return Completer(entries, first, self._renown((key, montage) for key, _, montage in keys), self._texts)

    @cached_property
    def montages(self) -> Completer:
        """Completes montages, by film, song, character and own name."""
        every = self._catalogue.montages
        montages = _suggestions((montage.id, montage_labels(montage)) for montage in every)
        entries = ((name, montages[montage.id]) for montage in every for name in _names_of(montage))
        renown = self._renown((montage.id, montage) for montage in every)
        return Completer(entries, (montages[montage.id] for montage in self._leading), renown, self._texts)

    @cached_property
    def lists(self) -> Completer:
        """Completes published lists, by title, publisher and year."""
        labels = ((ranked.id, list_labels(ranked)) for ranked in self._catalogue.lists)
        lists = _suggestions([(CONSENSUS_ID, [CONSENSUS_TITLE]), *labels])
        consensus = lists.pop(CONSENSUS_ID)
        entries = [
            (name, lists[ranked.id])
            for ranked in self._catalogue.lists
            for name in (ranked.title, ranked.publisher or ranked.credit, ranked.date or "")
        ]
        published = list(lists.values())
        first = [*published[:1], consensus, *published[1:]]
        renown = {ranked.id: 1 for ranked in self._catalogue.lists if ranked.default}
        return Completer([*entries, (CONSENSUS_TITLE, consensus)], first, renown)

    @cached_property
    def performers(self) -> Completer:
        """Completes whoever performs, sings or composes, by any part of the name."""
        return self._by_frequency(
            (person, montage)
            for montage in self._catalogue.montages
            for song in montage.songs
            for person in credits_of(song)
        )

    @cached_property
    def directors(self) -> Completer:
        """Completes directors, by any part of the name."""
        return self._by_frequency(
            (name, montage) for montage in self._catalogue.montages for name in montage.film.directors
        )

    @cached_property
    def series(self) -> Completer:
        """Completes series of films."""
        return self._by_frequency(
            (name, montage) for montage in self._catalogue.montages if (name := montage.film.franchise)
        )

    @cached_property
    def kinds(self) -> Completer:
        """Completes kinds and tags, by any of the words people use for them; those of the most montages first."""
        every = Counter(kind for montage in self._catalogue.montages for kind in montage.entry.kinds)
        kinds = {kind: Suggestion(kind.label, kind) for kind in sorted(Kind, key=lambda kind: -every[kind])}
        entries = ((word, kinds[Kind(kind)]) for kind, called in kind_words().items() for word in called)
        return Completer(entries, kinds.values(), {kind.value: times for kind, times in every.items()})

    def _by_frequency(self, pairs: Iterable[tuple[str, Montage]]) -> Completer:
        """Completes names that stand for themselves; before a letter is typed those of the most montages come first."""
        every = list(pairs)
        names = [name for name, _times in Counter(name for name, _ in every).most_common()]
        entries = ((name, Suggestion(name, name)) for name in names)
        return Completer(entries, (Suggestion(name, name) for name in names), self._renown(every))

    def _renown(self, pairs: Iterable[tuple[str, Montage]]) -> dict[str, int]:
        """How many published lists name the montage of a value, or the best known of its montages."""
        known: dict[str, int] = {}
        for value, montage in pairs:
            if times := len(self._catalogue.places_of(montage)):
                known[value] = max(times, known.get(value, 0))
        return known

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
                text = " ".join(key_of_name(name))
                texts[text[:1], len(text)][self._texts.get(text, text)] = film.label
        return texts

    def near(self, text: str, most: int) -> tuple[str, ...]:
        """Films whose name is near to some unknown words of a text, nearest first; none when none is."""
        found: dict[str, float] = {}
        for phrase in self._phrases(text):
            slack = int(len(phrase) * _NEAR_ENOUGH)
            for length in range(len(phrase) - slack, len(phrase) + slack + 1):
                texts = self._film_texts.get((phrase[0], length), {})
                # once enough are found, only nearer ones count
                enough = sorted(found.values())[most - 1] if len(found) >= most else _NEAR_ENOUGH
                if abs(length - len(phrase)) > enough * max(length, len(phrase)):
                    continue
                for name, distance, _ in extract(
                    phrase, texts.keys(), scorer=OSA.normalized_distance, score_cutoff=enough, limit=most
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


def _suggestions(labels: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Suggestion]:
    return {value: Suggestion(label, value) for value, label in labelled(labels).items()}


def _names_of(montage: Montage) -> Iterator[str]:
    yield from film_names(montage.film)
    yield from montage.entry.names
    yield from (song.title for song in montage.songs)
    yield from montage.entry.characters
