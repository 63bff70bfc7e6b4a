"""What a text asks that was given as a film, a song or a list: the option says what it is, so no cue is needed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film
from bot.language.fold import name_key
from bot.language.mentions import Mention
from bot.language.name_book import NameBook
from bot.language.names import NameKind
from bot.language.naming import title_key
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading, Taker
from bot.language.songbook import Songbook
from bot.language.stems import EMPTY_WORDS
from bot.language.versions import Versions

#: What a text describes when it names nothing: then its montage is meant.
_DESCRIBED = frozenset({Intent.SCENE, Intent.DESCRIBE, Intent.CHARACTER, Intent.SONG_OF_MONTAGE})


class Options:
    """Reads the texts of options. A conversation has no say in them."""

    def __init__(
        self,
        catalogue: Catalogue,
        names: NameBook,
        taker: Taker,
        versions: Versions,
        songbook: Songbook,
        parse: Callable[[str], Question],
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._taker = taker
        self._versions = versions
        self._songbook = songbook
        self._parse = parse

    def film(self, text: str) -> Question:
        """Which song plays in a film, given by id, title or any text that describes it."""
        known = self._catalogue.film(text)
        films = (known,) if known else self._films(text)
        if not films:
            return _as_film(self._parse(text))
        montages = tuple(montage.id for each in films for montage in self._catalogue.montages_of(each))
        ids = tuple(each.id for each in films)
        return Question(text, Intent.SONG_OF_MONTAGE, montages, clear=len(montages) == 1, films=ids)

    def song(self, text: str) -> Question:
        """Which films use a song, given by key, title or any text that names it."""
        keys = (text,) if self._songbook.has(text) else self._songs(text)
        montages = tuple(montage.id for montage in self._songbook.with_any(keys))
        if not montages:
            return _as_song(self._parse(text))
        return Question(text, Intent.MONTAGE_OF_SONG, montages, songs=keys)

    def ranked_list(self, text: str) -> str | None:
        """The id of the published list that a text names, by title or publisher."""
        named = [meaning.target for meaning in self._taker.read(text).named(NameKind.LIST)]
        return next(iter((*self._exact(text, NameKind.LIST), *named)), None)

    def _films(self, text: str) -> tuple[Film, ...]:
        """The films that a text names and hardly says more; several when a title is that of several."""
        if exact := self._exact(text, NameKind.FILM):
            films = [film for each in exact if (film := self._catalogue.film(each))]
            whole = [film for film in films if name_key(film.title) == name_key(text)]
            return tuple(whole or films)  # "Suicide Squad" is no film called "The Suicide Squad"
        reading = self._taker.read(text)
        return self._versions.named(reading).films if _is_only(reading, NameKind.FILM) else ()

    def _songs(self, text: str) -> tuple[str, ...]:
        """The keys of the songs that a text names and hardly says more."""
        if exact := self._exact(text, NameKind.SONG):
            whole = title_key(text)
            return (whole,) if whole in exact else exact
        reading = self._taker.read(text)
        if not _is_only(reading, NameKind.SONG, NameKind.ARTIST):
            return ()
        return tuple(meaning.target for meaning in reading.named(NameKind.SONG))

    def _exact(self, text: str, kind: NameKind) -> tuple[str, ...]:
        """What the text means as it stands, when it is a name of the kind."""
        name = self._names.exact.get(" ".join(name_key(text)))
        return tuple(meaning.target for meaning in name.meanings if meaning.kind is kind) if name else ()


def _is_only(reading: Reading, *kinds: NameKind) -> bool:
    """Whether every word is part of a name of these kinds, a number, or empty."""
    named = {at for mention in reading.mentions_of(*kinds) for at in _range(mention)}
    return all(at in named or word.folded in EMPTY_WORDS or word.key.isdigit() for at, word in enumerate(reading.words))


def _range(mention: Mention) -> range:
    return range(mention.start, mention.end)


def _as_film(question: Question) -> Question:
    """A text read as a question, when it was given as a film: its montage's song is asked, or there is no such film."""
    if question.intent in _DESCRIBED and question.montages:
        return replace(question, intent=Intent.SONG_OF_MONTAGE)
    if question.lack in (Lack.NOTHING_SAID, Lack.ABSENT_FILM, Lack.NO_SUCH_VERSION):
        return question
    return Question(question.text, Intent.NOTHING, lack=Lack.ABSENT_FILM, about=question.text.strip())


def _as_song(question: Question) -> Question:
    """The same of a song."""
    if question.lack is Lack.NOTHING_SAID or (question.songs and question.montages):
        return question
    return Question(question.text, Intent.NOTHING, lack=Lack.ABSENT_SONG, about=question.text.strip())
