"""From text to Question: what is asked, about which films, songs, people or scene. Guesses nothing it cannot show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.language.asking.contrasts import Contrasts
from bot.language.asking.lacking import lacking, off_topic
from bot.language.asking.listings import Listings
from bot.language.asking.things import Things
from bot.language.asking.truths import Truths
from bot.language.candidates import Finder
from bot.language.compiled import indexes
from bot.language.context import NO_CONTEXT, Context
from bot.language.filters import filter_of
from bot.language.fold import name_key
from bot.language.follow_ups import FollowUps
from bot.language.lexicon import Lexicon, absent_films
from bot.language.matching import Matcher
from bot.language.names import NameBook, NameKind
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading, Taker
from bot.language.scenes import SceneIndex
from bot.language.songbook import Songbook
from bot.language.stems import telling
from bot.language.versions import Named, Versions
from bot.language.wording import of_limits

#: From so many words on, a title among them may be part of a description: "the museum steps in Philadelphia".
DESCRIBES = 3


class Reader:
    """Reads questions about one catalogue. Built once; holds no state of any conversation."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str] | None = None) -> None:
        """`absent` are titles of films the catalogue does not have; the list of this room when left out."""
        made = indexes(catalogue, lexicon, absent_films() if absent is None else absent, keep=absent is None)
        self.names = NameBook(made.names)
        self.scenes = SceneIndex([montage.id for montage in catalogue.montages], made.words)
        self._taker = Taker(Matcher(self.names, lexicon), lexicon)
        self._versions = Versions(catalogue, self.names, self.scenes, lexicon)
        self.songbook = Songbook(catalogue)
        finder = Finder(catalogue, self.scenes, self.songbook)
        self._follow_ups = FollowUps(catalogue, finder, self.scenes)
        self._things = things = Things(catalogue, finder, self.scenes)
        contrasts, truths = Contrasts(finder), Truths(finder, self.scenes)
        listings = Listings(catalogue, finder, self.scenes, truths)
        #: The kinds of question, in the order in which they are tried: the more particular before the more general.
        self._kinds = (
            lacking,
            contrasts.of_several_films,
            listings.place_of_something,
            listings.listing,
            off_topic,
            contrasts.comparison,
            truths.check,
            listings.place,
            things.named,
            things.described,
        )

    def parse(self, text: str, context: Context = NO_CONTEXT) -> Question:
        """The question a text asks, in the light of what was answered before. Never raises, whatever the text."""
        reading = self._taker.read(text)
        if not reading.words:
            return Question(text, Intent.NOTHING, lack=Lack.NOTHING_SAID)
        named = self._versions.named(reading)
        question = self._follow_ups.understood(reading, named, context) or self._fresh(reading, named)
        return replace(question, text=text, read_as=_read_as(reading, named))

    def _fresh(self, reading: Reading, named: Named) -> Question:
        """A question that stands by itself."""
        if not reading.mentions and of_limits.HELP.search(reading.said):
            return Question(reading.text, Intent.HELP)
        if not named.films and of_limits.RANDOM.search(reading.said):
            return Question(reading.text, Intent.RANDOM, chosen=filter_of(reading))
        if named.lack and not named.sure and (question := self._otherwise(reading, named.about)):
            return question
        for ask in self._kinds:
            if question := ask(reading, named):
                return question
        return Question(reading.text, Intent.NOTHING, lack=Lack.NOT_UNDERSTOOD)

    def _otherwise(self, reading: Reading, title: str) -> Question | None:
        """What a question means when words that happen to be a film's title are no title: names, or a scene."""
        nothing = Named()
        if reading.mentions_of(NameKind.SONG, NameKind.CHARACTER, NameKind.MONTAGE):
            return self._things.named(reading, nothing)
        said = telling([word for word in name_key(title) if not word.isdigit()])
        described = len(set(reading.left)) >= DESCRIBES
        found = self._things.described(reading, nothing, said if described else ())
        fits = found and all(self.scenes.says(found.montages[0], word) for word in said if found.montages)
        return found if fits else None


def _read_as(reading: Reading, named: Named) -> tuple[str, ...]:
    """Names that were taken otherwise than typed: misspelt, shortened or by another name."""
    labels = {film.label for film in named.films}
    taken: list[str] = []
    for mention in reading.mentions:
        named_as = (each for each in mention.meanings if each.kind in (NameKind.FILM, NameKind.SONG, NameKind.ARTIST))
        meaning = next(named_as, None)
        if mention.typos and meaning and (meaning.kind is not NameKind.FILM or meaning.label in labels):
            taken.append(f"the {meaning.kind.value} {meaning.label}")
    return tuple(dict.fromkeys(taken))
