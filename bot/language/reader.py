"""From text to Question: what is asked, about which films, songs, people or scene. Guesses nothing it cannot show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.language.candidates import Finder
from bot.language.compiled import indexes
from bot.language.context import NO_CONTEXT, Context
from bot.language.evidence.asides import without_asides, without_stories
from bot.language.evidence.denying import denied_films, without_denied
from bot.language.evidence.inside_films import without_titles_inside
from bot.language.evidence.roles import Evidence, Role
from bot.language.evidence.witness import Hearing, Witness
from bot.language.forms.every import every_form
from bot.language.forms.form import Asked, Form, Forms, Library
from bot.language.forms.named_lists import NamedLists
from bot.language.judging import Judge
from bot.language.lexicon import DOMAIN, Lexicon, absent_films, weights
from bot.language.marks import Field, marks_of
from bot.language.marks_of_talk import marks_of_talk
from bot.language.matching import Matcher
from bot.language.name_book import NameBook
from bot.language.names import NameKind
from bot.language.options import Options
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading, Taker
from bot.language.scenes import SceneIndex
from bot.language.songbook import Songbook
from bot.language.versions import Named, Versions
from bot.language.warming import warm_words
from bot.language.weighing import BELIEVED, Weighed, belief_marks, score
from bot.language.whereabouts import Whereabouts

#: A message of more words than this leans on nothing that was said before.
MOST_LEANING = 20
#: A name of so many words is hardly there by chance.
SURE_NAME = 2


class Account(Struct, frozen=True):
    """How a text was read: its words, every reading with what speaks for it, and the question that won."""

    reading: Reading
    weighed: tuple[Weighed, ...]
    question: Question
    belief: float = -math.inf  # log-odds that the likeliest reading is right
    least: float = BELIEVED  # what they must be for it to be answered

    @property
    def rule(self) -> str:
        """The form that won; empty when no reading was believed."""
        return self.weighed[0].rule if self.belief >= self.least else ""


class Reader:
    """Reads questions about one catalogue. Built once; holds no state of any conversation."""

    def __init__(
        self,
        catalogue: Catalogue,
        lexicon: Lexicon,
        absent: Iterable[str] | None = None,
        beside: Reader | None = None,
    ) -> None:
        """`absent` are titles of films the catalogue does not have; the list of this room when left out.

        A few montages may be read `beside` a whole catalogue, whose reader knows how rare a word is.
        """
        scenes = beside.scenes if beside else None
        titles = absent_films() if absent is None else absent
        made = indexes(catalogue, lexicon, titles, keep=absent is None, beside=scenes)
        self.names = NameBook(made.names, made.book)
        self.scenes = SceneIndex([montage.id for montage in catalogue.montages], made.words, scenes)
        self.songbook = Songbook(catalogue)
        self._catalogue, self._lexicon = catalogue, lexicon
        matcher = Matcher(self.names, lexicon)
        self.judge = Judge(matcher, self.names)
        self._taker = Taker(matcher, lexicon)
        self._versions = versions = Versions(catalogue, self.names, self.scenes, lexicon, self.songbook)
        self.options = Options(catalogue, self.names, self._taker, versions, self.songbook, self.parse)
        self._finder = finder = Finder(catalogue, self.scenes, self.songbook)
        self._witness = Witness(catalogue, self.scenes)
        self._choosing, self._believing = weights("choosing"), weights("believing")
        self._lists = NamedLists(catalogue)
        whereabouts = Whereabouts(made.places)
        self.forms = every_form(Library(catalogue, finder, self.scenes, self._lists, whereabouts))
        self._leaning: Forms = tuple(form for form in self.forms if form.leans)
        self._forms: Forms = tuple(form for form in self.forms if not form.leans)
        self._narrower: Forms = tuple(replace(form, leaves_out=True) for form in self._forms)

    def warm(self) -> None:
        """Makes now what the first question of each kind and language would have to wait for."""
        warm_words(self._lexicon)
        self.scenes.warm()
        self._finder.warm()
        self._lists.warm()

    def parse(self, text: str, context: Context = NO_CONTEXT) -> Question:
        """The question a text asks, in the light of what was answered before. Never raises, whatever the text."""
        return self.account(text, context).question

    def account(self, text: str, context: Context = NO_CONTEXT) -> Account:
        """How a text is read: every reading of it, likeliest first, and the question that follows."""
        reading = without_stories(without_denied(self._taker.read(text)))
        reading = without_titles_inside(reading, self._catalogue)
        if not reading.words:
            return Account(reading, (), Question(text, Intent.NOTHING, lack=Lack.NOTHING_SAID))
        asked = Asked(reading, self._versions.named(reading), context)
        weighed = sorted(self._weighed(asked), key=lambda each: -each.score)
        belief = self._belief(weighed[0]) if weighed else -math.inf
        question = weighed[0].question if belief >= BELIEVED else _not_believed(asked, weighed)
        question = replace(question, text=text, read_as=_read_as(reading, asked.named))
        return Account(reading, tuple(weighed), question, belief)

    def _weighed(self, asked: Asked) -> Iterator[Weighed]:
        """Every reading that any form makes, with what speaks for it."""
        hearing = Hearing(self._witness, asked.reading)
        made: dict[Question, tuple[Form, Evidence]] = {}
        denied = denied_films(asked.reading)
        for form, question in self._readings(asked):
            if question not in made and not (question.films and denied.issuperset(question.films)):
                made[question] = form, hearing.evidence(question)
        field = Field.of({question: evidence for question, (_, evidence) in made.items()})
        rivals = frozenset(form.name for form, _ in made.values())
        for question, (form, evidence) in made.items():
            marks = marks_of(asked, form, question, evidence, self.names, rivals=rivals, field=field)
            marks = {
                **marks,
                **(marks_of_talk(asked, form, question, evidence, field) if asked.context.montages else {}),
            }
            yield Weighed(form.name, question, evidence, marks, score(marks, self._choosing))

    def _readings(self, asked: Asked) -> Iterator[tuple[Form, Question]]:
        """What every form makes of the message, then of its names without those that may be asides."""
        may_lean = not asked.context.is_empty and len(asked.reading.words) <= MOST_LEANING
        for form in (*(self._leaning if may_lean else ()), *self._forms):
            yield from form.readings(asked)
        for reading in without_asides(asked.reading):
            narrower = Asked(reading, self._versions.named(reading), asked.context)
            for form in self._narrower:
                yield from form.readings(narrower)

    def _belief(self, best: Weighed) -> float:
        """How surely the best reading is right, in log-odds."""
        return score(belief_marks(best.marks, best.score), self._believing)


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


def _not_believed(asked: Asked, weighed: Sequence[Weighed]) -> Question:
    """What follows when no reading is believed: what is known of a film that is surely named."""
    text, best = asked.reading.text, next(iter(weighed), None)
    if best and best.question.films and _is_named(best.evidence):
        return Question(text, Intent.NOTHING, lack=Lack.NOT_THERE, films=best.question.films)
    return Question(text, Intent.NOTHING, lack=Lack.NOT_UNDERSTOOD)


def _is_named(evidence: Evidence) -> bool:
    """Whether montages are talked of beside a name, or a name of more than a word stands there: no chance word."""
    return bool(evidence.around & DOMAIN) or len(evidence.positions(Role.NAME)) >= SURE_NAME
