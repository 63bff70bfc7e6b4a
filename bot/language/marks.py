"""What is seen of a reading, as numbers by name: what it explains, what it leaves over, and what others make of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from bot.language.evidence.roles import Evidence, Role
from bot.language.evidence.senses import explained, own_senses
from bot.language.forms.form import Asked, Form
from bot.language.lexicon import DOMAIN
from bot.language.mentions import Mention
from bot.language.name_book import NameBook
from bot.language.names import Commonness
from bot.language.question import Intent, Question
from bot.language.wording.of_lists import EVERY_FILM

#: More of a kind than this says nothing more.
MOST_COUNTED = 4
#: A description that fits better than this fits as well as can be (in what SceneIndex scores).
MOST_FIT = 20.0
#: Below this part of what is described, nothing of it is told.
LEAST_TOLD = 0.1
#: Above this part, most of it is told.
MOSTLY_TOLD = 0.8
#: A message of so few words is a label, not a sentence.
LABEL_WORDS = 3
#: A message of more words than this is as long as can be.
MOST_WORDS = 20
#: A question that leans on another is seldom longer.
FEW_WORDS = 8
#: What words beside the point are about.
_AROUND = frozenset({"aside", "ask", "greet", "thank"})
#: What is asked of lists, or of none of ours.
LISTS = frozenset({Intent.LIST, Intent.AT_RANK, Intent.COUNT, Intent.RANDOM, Intent.HELP})
#: Words of somebody who talks of themselves or to somebody, as people seldom do in a question about a film.
_PERSONAL = frozenset("i im id my mine me we our us you your yours".split())

#: Kinds of question that are asked in more words than anybody can list.
_ASKED_BY_MANY_WORDS = frozenset({Intent.FACTS, Intent.COMPARE, Intent.CHECK})
RESTS = "rests on a"
#: Before a word, with what it would ask for.
ASKED_BY = "asked by "

Marks = Mapping[str, float]


class Field(Struct, frozen=True):
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
    if question.intent is Intent.NOTHING:
        return found | _marks_of_refusal(question, evidence, field)
    if question.unmet:
        return found | _marks_of_limit(question, evidence, field)
    found |= _marks_of_words(evidence, rests_on(form, question, evidence))
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
        **_marks_of_series(asked, question),
        "found elsewhere": float(question.claim is not None and bool(question.claim.absent)),
        "question mark": float("?" in asked.reading.text),
        "label": float(len(asked.reading.words) <= LABEL_WORDS),
        **_marks_of_words_said(asked, question, evidence),
    }
    return {mark: value for mark, value in found.items() if value}


def _marks_of_words_said(asked: Asked, question: Question, evidence: Evidence) -> dict[str, float]:
    """Every word outside of names with what it would ask for: "predates", "vintage", "surely"; which do is learnt."""
    if question.intent not in _ASKED_BY_MANY_WORDS:
        return {}
    what = ", ".join((question.intent.value, *sorted(question.aspects)))
    said = (token.text for token in asked.reading.tokens if evidence.roles[token.position] is not Role.NAME)
    return {f"{ASKED_BY}{word}: {what}": 1.0 for word in said}


def _marks_of_series(asked: Asked, question: Question) -> dict[str, float]:
    """Whether every film of a series is meant, and given: "all the Rocky films"."""
    if not EVERY_FILM.search(asked.reading.said):
        return {}
    return {f"every film meant, {'and given' if question.chosen.franchise else 'and not given'}": 1.0}


def _marks_of_refusal(question: Question, evidence: Evidence, field: Field) -> dict[str, float]:
    """What speaks for saying that something is none of ours: what is left over says nothing there."""
    return {
        f"{RESTS} refusal": 1.0,
        "words of a title we lack": min(evidence.count(Role.NAME), MOST_COUNTED),
        f"{question.lack} though a scene fits": field.fit / MOST_FIT,
        f"{question.lack} though a scene is told": field.told,
        **{f"{question.lack} beside {sense}": 1.0 for sense in evidence.senses},
        "explains less than another": min(field.explained - explained(question, evidence), MOST_COUNTED),
    }


def _marks_of_limit(question: Question, evidence: Evidence, field: Field) -> dict[str, float]:
    """The same where something is asked for that no list of ours goes by: nothing can be answered wrongly then."""
    unexplained = evidence.count(Role.NOTHING, Role.OTHER_NAME)
    return {
        f"{RESTS} limit": 1.0,
        "words of a limit": min(evidence.count(Role.NAME), MOST_COUNTED),
        "unexplained beside a limit": min(unexplained, MOST_COUNTED),
        "explains less than another": min(field.explained - explained(question, evidence), MOST_COUNTED),
        "limit, no word of ours": float(not evidence.around & DOMAIN),
    }


def rests_on(form: Form, question: Question, evidence: Evidence) -> str:
    """What a reading rests on: names, a list, a scene described, or the answer before."""
    if question.intent in LISTS and not question.montages:
        return "list"
    if Role.NAME in evidence.roles:
        return "name"
    return "answer" if form.leans else "scene"


def _marks_of_words(evidence: Evidence, group: str) -> dict[str, float]:
    unexplained, other, name, scene = (
        evidence.count(role) for role in (Role.NOTHING, Role.OTHER_NAME, Role.NAME, Role.SCENE)
    )
    return {
        f"{RESTS} {group}": 1.0,
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
        **_marks_of_description(evidence, group),
        "no scene": float(scene == 0),
    }


def _marks_of_description(evidence: Evidence, group: str) -> dict[str, float]:
    """How far what is described is told, by how much that is, and what is left over where it matters."""
    described, told = min(evidence.described, MOST_COUNTED), evidence.told
    return {
        f"described in vain beside a {group}": described * (1 - told),
        f"short of told beside a {group}": max(0.0, MOSTLY_TOLD - told) * min(described, 1.0),
        f"strangers beside a {group}": min(evidence.strangers, MOST_COUNTED),
        f"by somebody unknown beside a {group}": float(evidence.by_whom),
        f"unknown thing beside a {group}": float(evidence.thing_of_name),
        f"unknown asked for beside a {group}": float(evidence.asks_lost),
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
        "unexplained, no word of its own": 0.0 if own else min(evidence.count(Role.NOTHING), MOST_COUNTED),
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
        f"form {form.name}: unexplained": min(evidence.count(Role.NOTHING, Role.OTHER_NAME), MOST_COUNTED),
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
