"""From text to Question: what is asked, about which films, songs, people or scene. Guesses nothing it cannot show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.catalogue import Catalogue
from bot.language.candidates import Finder
from bot.language.compiled import indexes
from bot.language.context import NO_CONTEXT, Context
from bot.language.evidence.asides import without_asides, without_stories
from bot.language.evidence.roles import Evidence
from bot.language.evidence.witness import Hearing, Witness
from bot.language.filters import filter_of
from bot.language.fold import name_key
from bot.language.follow_ups import MOST_WORDS, follow_ups
from bot.language.forms.contrasts import Contrasts
from bot.language.forms.either import Either
from bot.language.forms.form import Asked, Form, Forms
from bot.language.forms.lacking import Limits, title_unknown
from bot.language.forms.listings import Listings
from bot.language.forms.other_titles import other_titles
from bot.language.forms.things import Things
from bot.language.forms.truths import Truths
from bot.language.lexicon import DOMAIN, Lexicon, absent_films, weights
from bot.language.matching import Matcher
from bot.language.name_book import NameBook
from bot.language.names import NameKind
from bot.language.options import Options
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading, Taker
from bot.language.scenes import SceneIndex
from bot.language.songbook import Songbook
from bot.language.stems import telling
from bot.language.versions import Named, Versions
from bot.language.warming import warm_words
from bot.language.weighing import BELIEVED, Field, Weighed, belief_marks, marks_of, score
from bot.language.wording import of_limits

#: From so many words on, a title among them may be part of a description: "the museum steps in Philadelphia".
DESCRIBES = 3


@dataclass(frozen=True, slots=True)
class Account:
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

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str] | None = None) -> None:
        """`absent` are titles of films the catalogue does not have; the list of this room when left out."""
        made = indexes(catalogue, lexicon, absent_films() if absent is None else absent, keep=absent is None)
        self.names = NameBook(made.names)
        self.scenes = SceneIndex([montage.id for montage in catalogue.montages], made.words)
        self.songbook = Songbook(catalogue)
        self._lexicon = lexicon
        self._taker = Taker(Matcher(self.names, lexicon), lexicon)
        self._versions = versions = Versions(catalogue, self.names, self.scenes, lexicon, self.songbook)
        self.options = Options(catalogue, self.names, self._taker, versions)
        self._finder = finder = Finder(catalogue, self.scenes, self.songbook)
        self._follow_ups = follow_ups(catalogue, finder, self.scenes)
        self._things = Things(catalogue, finder, self.scenes)
        self._witness = Witness(catalogue, self.scenes)
        self._choosing, self._believing = weights("choosing"), weights("believing")
        truths = Truths(finder, self.scenes)
        #: The forms of question; where all else is equal, the earlier one is meant: it is the more particular.
        forms: Forms = (
            Form("help", _help),
            Form("random", _random),
            Form("other meaning", self._other_meaning),
            *Limits().forms,
            Form("other titles", lambda asked: other_titles(asked, finder)),
            *Contrasts(finder).forms,
            *Either(finder, truths).forms,
            *Listings(catalogue, finder, self.scenes, truths).forms,
            Form("check", lambda asked: truths.check(asked.reading, asked.named)),
            Form("stated", lambda asked: truths.stated(asked.reading, asked.named, in_a_sentence=True)),
            Form("stated in a label", lambda asked: truths.stated(asked.reading, asked.named, in_a_sentence=False)),
            *self._things.forms,
            Form("title we lack", lambda asked: title_unknown(asked.reading, asked.named)),
        )
        self._forms: Forms = tuple(sorted(forms, key=lambda form: form.fires_widely))
        self._narrower: Forms = tuple(replace(form, leaves_out=True) for form in self._forms)

    def warm(self) -> None:
        """Makes now what the first question of each kind and language would have to wait for."""
        warm_words(self._lexicon)
        self.scenes.warm()
        self._finder.warm()

    def parse(self, text: str, context: Context = NO_CONTEXT) -> Question:
        """The question a text asks, in the light of what was answered before. Never raises, whatever the text."""
        return self.account(text, context).question

    def account(self, text: str, context: Context = NO_CONTEXT) -> Account:
        """How a text is read: every reading of it, likeliest first, and the question that follows."""
        reading = without_stories(self._taker.read(text))
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
        for form, question in self._readings(asked):
            if question not in made:
                made[question] = form, hearing.evidence(question)
        field = Field.of({question: evidence for question, (_, evidence) in made.items()})
        firsts = {form.leans: question for question, (form, _) in reversed(made.items())}
        for question, (form, evidence) in made.items():
            first = question is firsts[form.leans]
            marks = marks_of(asked, form, question, evidence, self.names, first=first, field=field)
            yield Weighed(form.name, question, evidence, marks, score(marks, self._choosing))

    def _readings(self, asked: Asked) -> Iterator[tuple[Form, Question]]:
        """What every form makes of the message, then of its names without those that may be asides."""
        may_lean = not asked.context.is_empty and len(asked.reading.words) <= MOST_WORDS
        for form in (*(self._follow_ups if may_lean else ()), *self._forms):
            if question := form.read(asked):
                yield form, question
        for reading in without_asides(asked.reading):
            narrower = Asked(reading, self._versions.named(reading), asked.context)
            for form in self._narrower:
                if question := form.read(narrower):
                    yield form, question

    def _belief(self, best: Weighed) -> float:
        """How surely the best reading is right, in log-odds."""
        return score(belief_marks(best.marks, best.score), self._believing)

    def _other_meaning(self, asked: Asked) -> Question | None:
        named = asked.named
        return self._otherwise(asked.reading, named.about) if named.lack and not named.sure else None

    def _otherwise(self, reading: Reading, title: str) -> Question | None:
        """What a question means when words that happen to be a film's title are no title: names, or a scene."""
        if reading.mentions_of(NameKind.SONG, NameKind.CHARACTER, NameKind.MONTAGE):
            return self._things.named(reading)
        said = telling([word for word in name_key(title) if not word.isdigit()])
        described = len(set(reading.left)) >= DESCRIBES
        found = self._things.described(reading, said if described else ())
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


def _not_believed(asked: Asked, weighed: Sequence[Weighed]) -> Question:
    """What follows when no reading is believed: what is known of a film named, where montages are talked of at all."""
    text, best = asked.reading.text, next(iter(weighed), None)
    if best and best.question.films and best.evidence.around & DOMAIN:
        return Question(text, Intent.NOTHING, lack=Lack.NOT_THERE, films=best.question.films)
    return Question(text, Intent.NOTHING, lack=Lack.NOT_UNDERSTOOD)


def _help(asked: Asked) -> Question | None:
    reading = asked.reading
    return Question(reading.text, Intent.HELP) if not reading.mentions and of_limits.HELP.search(reading.said) else None


def _random(asked: Asked) -> Question | None:
    reading = asked.reading
    if asked.named.films or not of_limits.RANDOM.search(reading.said):
        return None
    return Question(reading.text, Intent.RANDOM, chosen=filter_of(reading))
