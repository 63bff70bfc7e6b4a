"""Which of several readings of a question is right: what each explains, and what it leaves over, as log-odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.language.context import Context
from bot.language.evidence.roles import Evidence, Role
from bot.language.forms.another import director_asked
from bot.language.forms.form import Asked, Form
from bot.language.forms.leaning import another_asked, goes_on, only_remarks, points_back
from bot.language.lexicon import DOMAIN
from bot.language.mentions import Mention
from bot.language.name_book import NameBook
from bot.language.names import Commonness, NameKind
from bot.language.question import Intent, Question

#: Below these log-odds even the best reading is not believed, and the question is not understood.
BELIEVED = -0.5
#: The score by which a reading was chosen, as a mark of whether to believe it, is counted in so many log-odds.
SCORE_UNIT = 4.0
#: More of a kind than this says nothing more.
MOST_COUNTED = 4
#: A description that fits better than this fits as well as can be (in what SceneIndex scores).
MOST_FIT = 20.0
#: Below this part of what is described, nothing of it is told.
LEAST_TOLD = 0.1
#: A message of so few words is a label, not a sentence.
LABEL_WORDS = 3
#: A message of more words than this is as long as can be.
MOST_WORDS = 20
#: A question that leans on another is seldom longer.
FEW_WORDS = 8
#: Names of marks that are kept ready: more than there are.
MOST_NAMES = 4096
#: The senses by which each kind of question is asked.
OWN_SENSES: Mapping[Intent, frozenset[str]] = {
    Intent.SONG_OF_MONTAGE: frozenset({"song", "piece", "play"}),
    Intent.MONTAGE_OF_SONG: frozenset({"film", "serial", "montage", "bit", "song", "piece"}),
    Intent.PERFORMER: frozenset({"perform"}),
    Intent.RANK: frozenset({"rank", "place"}),
    Intent.AT_RANK: frozenset({"rank", "place", "list", "montage", "film", "kind"}),
    Intent.LIST: frozenset({"list", "rank", "place", "montage", "film", "kind", "song"}),
    Intent.COUNT: frozenset({"how", "list", "rank", "montage", "film"}),
    Intent.DESCRIBE: frozenset({"describe", "montage", "bit"}),
    Intent.SCENE: frozenset({"film", "serial", "montage", "bit"}),
    Intent.CHARACTER: frozenset({"person"}),
    Intent.CHECK: frozenset({"claim"}),
    Intent.COMPARE: frozenset({"compare"}),
    Intent.FACTS: frozenset({"direct", "time"}),
    Intent.OTHER_TITLES: frozenset({"abroad"}),
}
#: What words beside the point are about.
_AROUND = frozenset({"aside", "ask"})
_LISTS = frozenset({Intent.LIST, Intent.AT_RANK, Intent.COUNT, Intent.RANDOM, Intent.HELP})
#: Words of somebody who talks of themselves or to somebody, as people seldom do in a question about a film.
_PERSONAL = frozenset("i im id my mine me we our us you your yours".split())

_RESTS = "rests on a"
#: Marks that say already what the reading rests on or how it was made.
_NEVER_CROSSED = (
    "form ",
    "asks ",
    *(f"{each.value} " for each in Intent),
    _RESTS,
    "told beside",
    "unexplained beside",
    "any unexplained",
    "somebody beside",
    "untold beside",
    "untold around",
    "mostly untold",
    "all untold",
    "a title left",
    "unexplained next",
    "doings beside",
)

#: What speaks for some ways of leaning on the last answer and against others.
_OWN_TO_FORMS = ("a label", "names something", "points back", "another asked", "unexplained", "no word of ours")

Marks = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with what speaks for it and against it."""

    rule: str
    question: Question
    evidence: Evidence
    marks: Marks
    score: float


@dataclass(frozen=True, slots=True)
class Field:
    """The most that any reading of a message makes of it."""

    explained: int  # words there is a use for
    fit: float  # how well a description fits
    told: float  # the part of what is described that is told of one montage

    @classmethod
    def of(cls, readings: Mapping[Question, Evidence]) -> Field:
        return cls(
            explained=max((explained(question, evidence) for question, evidence in readings.items()), default=0),
            fit=max((min(question.fit, MOST_FIT) for question in readings), default=0.0),
            told=max((evidence.told for evidence in readings.values()), default=0.0),
        )


def marks_of(
    asked: Asked,
    form: Form,
    question: Question,
    evidence: Evidence,
    names: NameBook,
    *,
    rivals: frozenset[str],
    field: Field,
) -> Marks:
    """What is seen of a reading, as numbers by name: the features of a logistic regression."""
    made = f"form {form.name}{', limited' if question.unmet else ''}"
    found: dict[str, float] = {"a reading": 1.0, made: 1.0}
    found |= {f"form {form.name} against {rival}": 1.0 for rival in rivals if rival != form.name}
    found["leaves names out"] = float(form.leaves_out)
    found[f"leaves names out, {form.name}"] = float(form.leaves_out)
    if not asked.context.is_empty:
        found |= _marks_of_talk(asked, form, question, evidence, field)
    if question.intent is Intent.NOTHING:
        return found | _marks_of_refusal(question, evidence, field)
    if question.unmet:
        return found | _marks_of_limit(question, evidence, field)
    found |= _marks_of_words(evidence, _rests_on(form, question, evidence))
    found |= _marks_of_sense(asked, question, evidence)
    found |= _marks_of_names(asked, evidence, names)
    found |= _marks_of_form(asked, form, question, evidence)
    if claim := question.claim:
        found |= {"claims nothing": float(claim.says_nothing), "claims the unknown": float(bool(claim.unexplained))}
    found |= {
        "fit": min(question.fit, MOST_FIT) / MOST_FIT,
        "lead": question.lead,
        "fits less than another": (field.fit - min(question.fit, MOST_FIT)) / MOST_FIT,
        "told less than another": field.told - evidence.told,
        "explains less than another": min(field.explained - explained(question, evidence), MOST_COUNTED),
        "clear": float(question.clear),
        "rules something out": float(bool(question.excluded)),
        "found elsewhere": float(question.claim is not None and bool(question.claim.absent)),
        "question mark": float("?" in asked.reading.text),
        "label": float(len(asked.reading.words) <= LABEL_WORDS),
    }
    return {mark: value for mark, value in found.items() if value}


def _marks_of_talk(asked: Asked, form: Form, question: Question, evidence: Evidence, field: Field) -> dict[str, float]:
    """Whether a reading leans on the last answer, and what speaks for leaning."""
    how, reading, context = "leans" if form.leans else "begins anew", asked.reading, asked.context
    after = f"after {_talked_of(context)}"
    said = {
        "names something": float(bool(reading.mentions)),
        "in few words": float(len(reading.words) <= FEW_WORDS),
        "a label": float(len(reading.words) <= LABEL_WORDS),
        "words": min(len(reading.words), MOST_WORDS) / FEW_WORDS,
        "points back": float(points_back(reading)),
        "goes on": float(goes_on(reading)),
        "another asked": float(another_asked(reading)),
        f"asks {evidence.asked or 'nothing'}": 1.0,
        f"rests on a {_rests_on(form, question, evidence)}": 1.0,
        "unexplained": min(len(evidence.positions(Role.NOTHING, Role.OTHER_NAME)), MOST_COUNTED),
        "no word of ours": float(not evidence.around & DOMAIN),
        "explains less than another": min(field.explained - explained(question, evidence), MOST_COUNTED),
        "a title left over": float(evidence.leaves_title),
        "a film left out": float(_leaves_a_film(asked, evidence)),
        "names what we lack": float(asked.named.lack is not None),
        "a remark": float(only_remarks(reading)),
        after: 1.0,
    }
    own = {f"{form.name}, {mark}": said[mark] for mark in _OWN_TO_FORMS} if form.leans else {}
    return {
        how: 1.0,
        **{f"{how}, {mark}": value for mark, value in said.items()},
        **own,
        f"{form.name} {after}": 1.0,
        f"{form.name}, in its words": float(bool(form.cue and form.cue.search(reading.plain))),
        "its director, asked before": float(bool(question.chosen.director) and director_asked(context)),
        "another asked, and none given": float(another_asked(reading) and _gives_the_same(question, context)),
    }


def _gives_the_same(question: Question, context: Context) -> bool:
    """Whether a reading gives what was given before, or a list that holds it."""
    again = bool(context.montages) and context.montages[0] in question.montages
    return not question.given and (again or question.intent in _LISTS)


def _talked_of(context: Context) -> str:
    """What was last answered with, as marks name it."""
    if context.lacking:
        return "nothing found"
    if context.was_choice:
        return "a choice"
    return "a list" if context.was_list else "a place" if context.place else "an answer"


def _leaves_a_film(asked: Asked, evidence: Evidence) -> bool:
    """Whether a film is named of which the reading makes nothing."""
    named = asked.reading.mentions_of(NameKind.FILM, NameKind.MONTAGE) if asked.named.films else ()
    return any(evidence.roles[each.start] is not Role.NAME for each in named)


def score(marks: Marks, weights: Marks) -> float:
    """What the marks weigh together."""
    return sum(weights.get(mark, 0.0) * value for mark, value in marks.items())


def belief_marks(marks: Marks, chosen_by: float) -> Marks:
    """The marks by which the best reading is believed or not: each also by what the reading rests on."""
    rests = next((mark for mark in marks if mark.startswith(_RESTS)), _RESTS)
    crossed = {name: value for mark, value in marks.items() if (name := _crossed(mark, rests))}
    return {**marks, **crossed, "score": chosen_by / SCORE_UNIT}


@lru_cache(maxsize=MOST_NAMES)
def _crossed(mark: str, rests: str) -> str:
    """What a mark is called beside what its reading rests on; nothing when it says that already."""
    return "" if mark.startswith(_NEVER_CROSSED) else f"{mark}, {rests}"


def own_senses(question: Question) -> frozenset[str]:
    """What the words of a question are about when this is what it asks; a claim is about what it claims."""
    own, claim = OWN_SENSES.get(question.intent, frozenset[str]()), question.claim
    if question.excluded:
        return own | {"compare"}  # "besides", "other"
    if question.given and not question.chosen.kinds:
        return own - {"kind"}
    if claim is None or question.intent is not Intent.CHECK:
        return own
    about = {
        "rank": claim.ranked or claim.rank,
        "place": claim.ranked or claim.rank,
        "direct": claim.directs,
        "perform": claim.performs and claim.people,
        "time": claim.years,
    }
    return own | {sense for sense, claimed in about.items() if claimed}


def explained(question: Question, evidence: Evidence) -> int:
    """How many words a reading has a use for."""
    own = own_senses(question) & evidence.senses
    return len(evidence.positions(Role.NAME, Role.SCENE, Role.NUMBER)) + len(own)


def _marks_of_refusal(question: Question, evidence: Evidence, field: Field) -> dict[str, float]:
    """What speaks for saying that something is none of ours: what is left over says nothing there."""
    return {
        f"{_RESTS} refusal": 1.0,
        "words of a title we lack": min(len(evidence.positions(Role.NAME)), MOST_COUNTED),
        f"{question.lack} though a scene fits": field.fit / MOST_FIT,
        f"{question.lack} though a scene is told": field.told,
        **{f"{question.lack} beside {sense}": 1.0 for sense in evidence.senses},
        "explains less than another": min(field.explained - explained(question, evidence), MOST_COUNTED),
    }


def _marks_of_limit(question: Question, evidence: Evidence, field: Field) -> dict[str, float]:
    """The same where something is asked for that no list of ours goes by: nothing can be answered wrongly then."""
    unexplained = len(evidence.positions(Role.NOTHING, Role.OTHER_NAME))
    return {
        f"{_RESTS} limit": 1.0,
        "words of a limit": min(len(evidence.positions(Role.NAME)), MOST_COUNTED),
        "unexplained beside a limit": min(unexplained, MOST_COUNTED),
        "explains less than another": min(field.explained - explained(question, evidence), MOST_COUNTED),
        "limit, no word of ours": float(not evidence.around & DOMAIN),
    }


def _rests_on(form: Form, question: Question, evidence: Evidence) -> str:
    """What a reading rests on: names, a list, a scene described, or the answer before."""
    if question.intent in _LISTS and not question.montages:
        return "list"
    if Role.NAME in evidence.roles:
        return "name"
    return "answer" if form.leans else "scene"


def _marks_of_words(evidence: Evidence, group: str) -> dict[str, float]:
    unexplained, other, name, scene = (
        len(evidence.positions(role)) for role in (Role.NOTHING, Role.OTHER_NAME, Role.NAME, Role.SCENE)
    )
    return {
        f"{_RESTS} {group}": 1.0,
        f"unexplained beside a {group}": min(unexplained, MOST_COUNTED),
        f"any unexplained beside a {group}": float(unexplained > 0),
        "unexplained share": unexplained / max(1, unexplained + other + name + scene),
        "unexplained, no word of ours": 0.0 if evidence.around & DOMAIN else min(unexplained, MOST_COUNTED),
        "misdescribed": min(evidence.misdescribed, MOST_COUNTED),
        "any misdescribed": float(evidence.misdescribed > 0),
        "opens unexplained": float(evidence.roles[0] in (Role.NOTHING, Role.OTHER_NAME)),
        f"unexplained next to a name beside a {group}": min(evidence.lost_beside_names, MOST_COUNTED),
        "other name": float(other > 0),
        "other names": min(other, MOST_COUNTED),
        "words of names": min(name, MOST_COUNTED),
        "scene": min(scene, MOST_COUNTED),
        f"somebody beside a {group}": min(evidence.somebody, 2),
        f"doings beside a {group}": min(evidence.doings, MOST_COUNTED),
        f"untold beside a {group}": min(evidence.untold, MOST_COUNTED),
        f"mostly untold beside a {group}": min(evidence.untold, MOST_COUNTED) * (1 - evidence.told),
        "scene alone": 0.0 if name else min(scene, MOST_COUNTED),
        f"untold around a {group}": min(evidence.untold_around, MOST_COUNTED),
        f"mostly untold around a {group}": min(evidence.untold_around, MOST_COUNTED) * (1 - evidence.told),
        f"all untold around a {group}": min(evidence.untold_around, MOST_COUNTED) * float(evidence.told < LEAST_TOLD),
        f"a title left over beside a {group}": float(evidence.leaves_title),
        f"told beside a {group}": evidence.told,
        "no scene": float(scene == 0),
    }


def _marks_of_sense(asked: Asked, question: Question, evidence: Evidence) -> dict[str, float]:
    own = own_senses(question) & evidence.senses
    domain = evidence.around & DOMAIN
    personal = sum(word.folded in _PERSONAL for word in asked.reading.words)
    return {
        f"asks {question.intent.value}": 1.0,
        f"{question.intent.value} for {evidence.asked or 'nothing'}": 1.0,
        "own senses": len(own),
        f"{question.intent.value} without a word of its own": float(not own),
        "unexplained, no word of its own": 0.0 if own else min(len(evidence.positions(Role.NOTHING)), MOST_COUNTED),
        "asks for something unexplained": float(evidence.asks_unexplained),
        "senses of ours": len(domain),
        **{f"{question.intent.value} beside {sense}": 1.0 for sense in evidence.senses},
        "rank": float("rank" in evidence.senses),
        "other senses": len(evidence.senses - own - _AROUND),
        "no word of ours": float(not domain),
        "personal": min(personal, MOST_COUNTED),
        "personal, no word of ours": 0.0 if domain else min(personal, MOST_COUNTED),
    }


def _marks_of_form(asked: Asked, form: Form, question: Question, evidence: Evidence) -> dict[str, float]:
    """How much a form of question leaves over, as each bears more or less of it."""
    own = own_senses(question) & evidence.senses
    return {
        f"form {form.name}: unexplained": min(len(evidence.positions(Role.NOTHING, Role.OTHER_NAME)), MOST_COUNTED),
        f"form {form.name}: no word of ours": float(not evidence.around & DOMAIN),
        f"form {form.name}: without a word of its own": float(not own),
        f"form {form.name}: told": evidence.told,
        f"form {form.name}: words": min(len(asked.reading.words), MOST_WORDS) / FEW_WORDS,
    }


def _marks_of_names(asked: Asked, evidence: Evidence, names: NameBook) -> dict[str, float]:
    used = [mention for mention in asked.reading.mentions if _is_used(mention, evidence)]
    common = {name.commonness.value for mention in used if (name := names.exact.get(mention.text))}
    rarest = next((each.value for each in Commonness if each.value in common), "no")
    return {
        "names": min(len(used), MOST_COUNTED),
        f"{rarest} name": 1.0,
        f"{rarest} name, no word of ours": float(not evidence.around & DOMAIN),
        "typos": sum(mention.typos for mention in used),
    }


def _is_used(mention: Mention, evidence: Evidence) -> bool:
    return evidence.roles[mention.start] is Role.NAME
