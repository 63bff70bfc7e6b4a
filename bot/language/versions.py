"""Which film of a series is meant, and when the one that is meant is none of ours: sequels, remakes, longer titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film
from bot.knowledge.names import folded
from bot.language.fold import ARTICLES, Word
from bot.language.lexicon import Lexicon
from bot.language.mentions import AFTER_FILM, TITLE_SLOT, Mention
from bot.language.name_book import NameBook
from bot.language.names import Commonness, NameKind
from bot.language.naming import song_key
from bot.language.question import Lack
from bot.language.reading import REACH, Reading
from bot.language.scenes import SceneIndex
from bot.language.sequels import is_said_to_be_film, number_asked, year_asked
from bot.language.songbook import Songbook
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.wording.of_limits import NO_SUCH_VERSION, NOT_THE_OTHER
from bot.language.wording.of_truths import COMPARE

#: How far off a year may be and still mean the film: people misremember by one.
YEAR_SLACK = 1
#: Words often said beside a title that are no part of one.
_BESIDE = frozenset(
    (
        "training montage opening ending credits intro workout fight dance song scene soundtrack theme movie "
        "film tournament final finale version original remake first second third part again back real famous "
        "big best good great classic cool sad happy funny little old new time year years guy girl boy man "
        "woman kid kids disney pixar marvel anime cartoon animated starring directed lol pls please thanks "
        "bro dude asap yo haha omg tho btw actually exactly really today thing bit end start beginning middle "
        "last main whole entire full uses used use come comes came appear appears features feature plays play "
        "played released made set based compare difference rank ranked ranking list number track tune music "
        "score director"
    ).split()
)


class Named(Struct, frozen=True):
    """The films a question names, or why the one it names cannot be answered for."""

    films: tuple[Film, ...] = ()
    lack: Lack | None = None
    about: str = ""
    kin: tuple[Film, ...] = ()  # where there is no such version: those that there are
    sure: bool = True  # a title stands where one is expected; else the words may mean something else


class Versions:
    """Settles which films are named."""

    def __init__(
        self, catalogue: Catalogue, names: NameBook, scenes: SceneIndex, lexicon: Lexicon, songbook: Songbook
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._scenes = scenes
        self._lexicon = lexicon
        self._songbook = songbook

    def named(self, reading: Reading) -> Named:
        """The films named, in order; one we do not have settles it, unless another is named too."""
        films: list[Film] = []
        lacks: list[Named] = []
        for mention in reading.mentions_of(NameKind.FILM, NameKind.ABSENT, NameKind.MONTAGE, NameKind.SONG):
            if mention.of(NameKind.SONG) and reading.is_song_here(mention):
                continue
            named = self._named_by(reading, mention)
            films.extend(film for film in named.films if film not in films)
            if named.lack:
                lacks.append(named)
        if lacks and (not films or (len(lacks) >= len(films) and COMPARE.search(reading.said))):
            return lacks[0]
        return Named(tuple(films))

    def _named_by(self, reading: Reading, mention: Mention) -> Named:
        if mention.of(NameKind.FILM) or mention.of(NameKind.ABSENT):
            return self._settled(reading, mention)
        return self._of_montages(mention) if mention.of(NameKind.MONTAGE) else self._of_a_song(reading, mention)

    def _settled(self, reading: Reading, mention: Mention) -> Named:
        label = self._as_typed(reading, mention)
        films = [film for meaning in mention.of(NameKind.FILM) if (film := self._catalogue.film(meaning.target))]
        if not films:
            sure = self._stands_as_title(reading, mention)
            return Named(lack=Lack.ABSENT_FILM, about=mention.of(NameKind.ABSENT)[0].label, sure=sure)
        number = number_asked(reading, mention, in_series=self._is_series(mention))
        if number and number > 1:
            film = self._numbered(mention.text, number)
            if film or not reading.mentions_of(NameKind.LIST):  # "have Rocky Balboa third": its place there
                return Named((film,)) if film else self._no_such(f"{label} {number}", films)
        if number == 1:
            return Named((self._first_of(films[0]),) if mention.of(NameKind.FRANCHISE) else (films[0],))
        if year := year_asked(reading, mention):
            dated = self._of_year(mention, films, year)
            return Named(tuple(dated)) if dated else self._no_such(f"{label} ({year})", films)
        films = self._titled_so(reading, mention, films)
        if reading.language == "en" and (extension := self._extension(reading, mention, films)):
            return Named(lack=Lack.ABSENT_FILM, about=extension)
        return self._other_version(reading, films, label)

    @staticmethod
    def _titled_so(reading: Reading, mention: Mention, films: list[Film]) -> list[Film]:
        """The films whose whole title was typed, an article or none before it: "Suicide Squad" is not "The ..."."""
        before = reading.words[mention.start - 1].folded if mention.start else ""
        for typed in (f"{before} {mention.text}" if before in ARTICLES else "", mention.text):
            if titled := [film for film in films if folded(film.title) == typed]:
                return titled
        return films

    def _of_year(self, mention: Mention, films: list[Film], year: int) -> list[Film]:
        """The films of that year, or nearly; a series' own name may stand for any film of it."""
        near = [film for film in films if abs(film.year - year) <= YEAR_SLACK]
        if near or not mention.of(NameKind.FRANCHISE):
            return near
        return [film for film in self._catalogue.series(films[0].franchise) if film.year == year]

    def _of_a_song(self, reading: Reading, mention: Mention) -> Named:
        """A song's title is a film's that we do not have when it is called a film, or is of another year."""
        label = self._as_typed(reading, mention)
        year = year_asked(reading, mention)
        if year and all(abs(year - each) > YEAR_SLACK for each in self._years_of(mention)):
            return Named(lack=Lack.ABSENT_FILM, about=f"{label} ({year})")
        if not year and is_said_to_be_film(reading, mention):
            return Named(lack=Lack.ABSENT_FILM, about=label)
        return Named()

    def _years_of(self, mention: Mention) -> Iterator[int]:
        """When the songs of that title came out, and the films that they are in."""
        for meaning in mention.of(NameKind.SONG):
            for montage in self._songbook.with_any((meaning.target,)):
                yield montage.film.year
                yield from (song.year for song in montage.songs if song.year and song_key(song) == meaning.target)

    def _of_montages(self, mention: Mention) -> Named:
        montages = [self._catalogue.montage(meaning.target) for meaning in mention.of(NameKind.MONTAGE)]
        return Named(tuple(dict.fromkeys(montage.film for montage in montages if montage)))

    def _stands_as_title(self, reading: Reading, mention: Mention) -> bool:
        """Whether a title is expected there, or set off by capitals or quotes."""
        words = reading.words
        before = words[mention.start - 1].folded if mention.start else ""
        if before in ARTICLES and mention.start > 1:
            before = words[mention.start - 2].folded
        inside = [word for word in words[mention.start : mention.end] if word.folded not in EMPTY_WORDS]
        set_off = words[mention.start].quoted or (mention.start > 0 and all(word.capital for word in inside))
        opens = mention.start == 0 and mention.end < len(words) and words[mention.end].folded in AFTER_FILM
        if mention.end - mention.start == 1 and stem(words[mention.start].folded) in self._scenes:
            return bool(words[mention.start].quoted)  # "the museum steps in Philadelphia"
        return before in TITLE_SLOT or opens or (set_off and bool(inside)) or len(words) <= REACH

    @staticmethod
    def _as_typed(reading: Reading, mention: Mention) -> str:
        return " ".join(word.raw for word in reading.words[mention.start : mention.end])

    def _is_series(self, mention: Mention) -> bool:
        return bool(mention.of(NameKind.FRANCHISE)) or any(
            (film := self._catalogue.film(meaning.target)) and film.franchise for meaning in mention.of(NameKind.FILM)
        )

    def _numbered(self, text: str, number: int) -> Film | None:
        name = self._names.exact.get(f"{text} {number}")
        return (
            next((self._catalogue.film(each.target) for each in name.meanings if each.kind is NameKind.FILM), None)
            if name
            else None
        )

    def _first_of(self, film: Film) -> Film:
        """The earliest film of the series we have, if it has the series' own name or none is numbered before it."""
        return min((each for each in self._series(film)), key=lambda each: each.year)

    def _series(self, film: Film) -> Iterator[Film]:
        yield film
        if film.franchise:
            yield from (each for each in self._catalogue.series(film.franchise) if each.title.startswith(film.title))

    def _extension(self, reading: Reading, mention: Mention, films: list[Film]) -> str:
        """The longer title when the words beside show that the name is only a part of one: "Ghost Rider"."""
        name = self._names.exact.get(mention.text)
        if name is None or mention.typos:
            return ""
        montages = [montage for film in films for montage in self._catalogue.montages_of(film)]
        word, _ = reading.words_behind(mention)
        if word is None or mention.end in reading.named_positions or not self._may_go_on(word):
            return ""
        if any(self._scenes.says(montage.id, stem(word.folded)) for montage in montages):
            return ""
        if word.capital and self._capital_means_name(reading) or self._odd_beside(word.folded, name.commonness):
            return f"{self._as_typed(reading, mention)} {word.raw}"
        return ""

    @staticmethod
    def _may_go_on(word: Word) -> bool:
        """Whether a word right behind a title may be more of one."""
        said = word.folded
        return word.opens and said not in EMPTY_WORDS | _BESIDE and not word.key.isdigit()

    @staticmethod
    def _capital_means_name(reading: Reading) -> bool:
        return sum(word.capital for word in reading.words) * 2 < len(reading.words) + 2

    def _odd_beside(self, word: str, commonness: Commonness) -> bool:
        """Beside a title of ordinary words, an uncommon word is taken for part of a longer one."""
        return commonness is Commonness.COMMON and not self._lexicon.is_common(word) and word not in EMPTY_WORDS

    def _other_version(self, reading: Reading, films: list[Film], label: str) -> Named:
        found = NO_SUCH_VERSION.search(reading.said)
        if not found or NOT_THE_OTHER.search(reading.said) or len(reading.mentions_of(NameKind.FILM)) > 1:
            return Named(tuple(films))
        if found[0] == "sequel":
            series = sorted(self._series(films[0]), key=lambda film: film.year)
            later = [film for film in series if film.year > films[0].year]
            is_sequel = bool(re.search(r"\d|II", films[0].title)) or series[0] != films[0]
            if later or is_sequel:
                return Named((later[0],)) if later and not is_sequel else Named(tuple(films))
        return self._no_such(f"the {found[0]} of {label}", films)

    def _no_such(self, about: str, films: list[Film]) -> Named:
        kin = {each for film in films for each in self._series(film)}
        return Named(lack=Lack.NO_SUCH_VERSION, about=about, kin=tuple(sorted(kin, key=lambda film: film.year)))
