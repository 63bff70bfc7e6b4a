"""Questions about one thing: a film, song, montage, character, series or person named, or a scene described."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage
from bot.knowledge.selection import Filter
from bot.language import titles
from bot.language.candidates import FEWEST_TOLD, NONE, Candidates, Finder
from bot.language.filters import filter_of, narrowed
from bot.language.forms.common import PEOPLE, about, asks_a_thing, has_song, ids, montage_ids, people_named
from bot.language.forms.form import Examples, Form, Forms, Library
from bot.language.kinds_told import kind_told
from bot.language.lexicon import describes
from bot.language.names import NameKind
from bot.language.question import Aspect, Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.versions import Named
from bot.language.wording import of_lists, of_things

_NO_FILM = Named()
_NOTHING = frozenset[Aspect]()
_YEAR, _DIRECTOR = frozenset({Aspect.YEAR}), frozenset({Aspect.DIRECTOR})
#: What may be asked of whatever is named or described.
_OF_A_FILM = (
    (Intent.SONG_OF_MONTAGE, _NOTHING),
    (Intent.PERFORMER, _NOTHING),
    (Intent.DESCRIBE, _NOTHING),
    (Intent.FACTS, _YEAR),
    (Intent.FACTS, _DIRECTOR),
)
_OF_A_SONG = (
    (Intent.MONTAGE_OF_SONG, _NOTHING),
    (Intent.PERFORMER, _NOTHING),
    (Intent.FACTS, frozenset({Aspect.YEAR, Aspect.SONG_YEAR})),
)
_OF_A_SCENE = ((Intent.SONG_OF_MONTAGE, _NOTHING), (Intent.SCENE, _NOTHING), (Intent.PERFORMER, _NOTHING))
_WHICH_OF_SERIES = expression(r"\b(?:first|1st|original|one|1|\d{4})\b")


class Things:
    """Recognises what is asked of one thing."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes

    @property
    def forms(self) -> Forms:
        return (
            Form("film", lambda asked: self._of_films(asked.reading, asked.named) if asked.named.films else None),
            Form("film despite a song", lambda asked: self._despite_song(asked.reading, asked.named)),
            Form("song", lambda asked: self._of_songs(asked.reading, asked.named)),
            Form("montage", lambda asked: self._of_montages(asked.reading)),
            Form("character", lambda asked: self._of_characters(asked.reading)),
            Form("series", lambda asked: None if asked.named.films else self._of_series(asked.reading)),
            Form("people", lambda asked: self._of_people(asked.reading)),
            Form("scene", lambda asked: self.described(asked.reading)),
        )

    def named(self, reading: Reading) -> Iterator[Question]:
        """What may be asked about names other than a film's; what is surest to be meant comes first."""
        for ask in (self._of_songs, self._of_montages, self._of_characters, self._of_series, self._of_people):
            yield from ask(reading)

    def described(self, reading: Reading, besides: Sequence[str] = ()) -> Iterator[Question]:
        """A scene described without any name; `besides` are stems of a name that may be part of the description."""
        stems = tuple(dict.fromkeys((*reading.left, *besides)))
        if not any(describes(token.text) for token in reading.tokens):
            return  # "who sings it?" describes nothing
        if kind_told(reading) and not asks_a_thing(reading):
            return  # "scenes where food is prepared" are all of that kind
        found = self._finder.of_scene(stems)
        if not found.montages:
            return
        if unknown := self._unknown_title(reading, found.montages[0]):
            yield Question(reading.text, Intent.NOTHING, lack=Lack.ABSENT_FILM, about=unknown)
            return
        for intent in of_things.things_asked(reading.said, film=False, song=False):
            if intent is not Intent.FACTS or len(stems) >= FEWEST_TOLD:
                yield about(reading, intent, found)
        yield from _unsaid(reading, found, _OF_A_SCENE)

    def _of_films(self, reading: Reading, named: Named) -> Iterator[Question]:
        wanted = {song.target for song in reading.songs}
        found = self._finder.of_films(named.films, reading)
        if _are_of_others(wanted, found):
            yield from self._of_songs(reading)  # a song of another film: say where it is
            return
        is_bare = not wanted and self._is_bare_series(reading, named)
        elsewhere = self._finder.elsewhere_in_series(named.films[0], reading) if is_bare else NONE
        for intent in of_things.things_asked(reading.said, film=True, song=bool(wanted)):
            if elsewhere.montages and intent not in (Intent.FACTS, Intent.SETTING):
                yield about(reading, intent, elsewhere)
            else:
                yield about(reading, intent, found, films=ids(named.films), songs=tuple(wanted))
        yield from _unsaid(reading, found, _OF_A_FILM, films=ids(named.films), songs=tuple(wanted))

    def _despite_song(self, reading: Reading, named: Named) -> Question | None:
        """The song of a film, for all that somebody says it is another: "he swears it's Clocks, what is it really?"."""
        if not named.films:
            return None
        found = self._finder.of_films(named.films, reading)
        if not _are_of_others({song.target for song in reading.songs}, found):
            return None
        return about(reading, Intent.SONG_OF_MONTAGE, found, films=ids(named.films))

    @staticmethod
    def _is_bare_series(reading: Reading, named: Named) -> bool:
        """Whether a series' own name is all that says which film is meant: "rocky" for any of the Rocky films."""
        mention = next(iter(reading.mentions_of(NameKind.FILM)), None)
        is_series = mention is not None and bool(mention.of(NameKind.FRANCHISE))
        return is_series and len(named.films) == 1 and not _WHICH_OF_SERIES.search(reading.plain)

    def _of_songs(self, reading: Reading, named: Named = _NO_FILM) -> Iterator[Question]:
        keys = tuple(song.target for song in reading.songs)
        if keys:
            found = self._finder.of_songs(keys, reading, named.films)
            for intent in of_things.things_asked(reading.said, film=False, song=True):
                yield about(reading, intent, found, songs=keys)
            yield from _unsaid(reading, found, _OF_A_SONG, songs=keys)

    def _of_montages(self, reading: Reading) -> Iterator[Question]:
        named = reading.named(NameKind.MONTAGE)
        pool = [montage for each in named if (montage := self._catalogue.montage(each.target))]
        if pool:
            yield from _asked(reading, self._finder.among(pool, reading.left, reading))

    def _of_characters(self, reading: Reading) -> Iterator[Question]:
        if any(not mention.of(NameKind.FILM) for mention in reading.mentions_of(NameKind.CHARACTER)):
            for question in _asked(reading, self._finder.of_characters(reading)):
                bare = question.intent is Intent.DESCRIBE
                yield replace(question, intent=Intent.CHARACTER) if bare else question

    def _of_series(self, reading: Reading) -> Iterator[Question]:
        """A series named by no film's title ("Marvel"): the scene that fits, else the list of its montages."""
        series = [meaning.target for meaning in reading.named(NameKind.FRANCHISE)]
        if not series:
            return
        pool = [montage for name in dict.fromkeys(series) for montage in self._catalogue.of_series(name)]
        found = self._finder.among(pool, reading.left, reading)
        if found.clear:
            yield from _asked(reading, found)
        else:
            yield Question(reading.text, Intent.LIST, chosen=narrowed(Filter(), franchise=series[0]))

    def _of_people(self, reading: Reading) -> Iterator[Question]:
        """Performers, composers, directors: the one scene that more is said of, else all of theirs."""
        people = people_named(reading)
        if not people:
            return
        beside = reading.left_beside(*PEOPLE, NameKind.LIST)
        found = self._finder.among(self._finder.of_people(reading), beside, reading)
        if self._is_one_scene(reading, found, beside):
            for intent in of_things.things_asked(reading.said, film=False, song=False):
                yield about(reading, intent, found, people=people)
            return
        chosen = filter_of(reading)
        yield Question(reading.text, Intent.LIST, montages=montage_ids(found), people=people, chosen=chosen)

    def _is_one_scene(self, reading: Reading, found: Candidates, beside: tuple[str, ...]) -> bool:
        if not found.clear or len(found.montages) < 2 or of_lists.PLURAL.search(reading.said):
            return False
        first, others = found.montages[0].id, found.montages[1:]
        said = [word for word in beside if self._scenes.says(first, word)]
        return any(not any(self._scenes.says(each.id, word) for each in others) for word in said)

    def _unknown_title(self, reading: Reading, montage: Montage) -> str:
        """A title in the question that is none of ours, when the scene found does not know its words either."""
        for phrase in titles.asked(reading):
            if not all(self._scenes.says(montage.id, stem(word.folded)) for word in phrase):
                return " ".join(word.raw for word in phrase)
        return ""


def _are_of_others(songs: Collection[str], found: Candidates) -> bool:
    """Whether songs are named, and none of them is heard in any of these montages."""
    return bool(songs) and not any(has_song(montage, songs) for montage in found.montages)


def _unsaid(
    reading: Reading,
    found: Candidates,
    things: Sequence[tuple[Intent, frozenset[Aspect]]],
    *,
    films: tuple[str, ...] = (),
    songs: tuple[str, ...] = (),
) -> Iterator[Question]:
    """What may be asked in words that no pattern knows: which words ask what is learnt, and weighed."""
    named = reading.named_positions
    if all(token.position in named or token.text in EMPTY_WORDS for token in reading.tokens):
        return  # "and in footloose?" asks nothing anew
    for intent, aspects in things:
        yield about(reading, intent, found, films=films, songs=songs, aspects=aspects)


def _asked(reading: Reading, found: Candidates) -> Iterator[Question]:
    """Everything that may be asked of some montages as of a film."""
    for intent in of_things.things_asked(reading.said, film=True, song=False):
        yield about(reading, intent, found)


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "film": (
        "up montage",
        "juno song",
    ),
    "film despite a song": ("my cousin swears it is Eye of the Tiger on the steps in Rocky, so what is it really?",),
    "song": ("danger zone = ?",),
    "montage": ("gasoline fight",),
    "character": ("baymax montage",),
    "series": ("whats going on in the mall bit of bill and ted",),
    "people": ("got any stanley kubrik in there",),
    "scene": ("two guys race along the beach",),
}


def forms(library: Library) -> Forms:
    """What is asked of one thing."""
    return Things(library.catalogue, library.finder, library.scenes).forms
