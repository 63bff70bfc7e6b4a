"""What speaks for a reading that leans on the last answer, and for one that begins anew."""

from __future__ import annotations

from bot.language.context import Context
from bot.language.evidence.roles import Evidence, Role
from bot.language.evidence.senses import explained
from bot.language.forms.another import director_asked
from bot.language.forms.form import Asked, Form
from bot.language.forms.leaning import another_asked, goes_on, is_whole, only_remarks, points_back
from bot.language.lexicon import DOMAIN
from bot.language.marks import FEW_WORDS, LABEL_WORDS, LISTS, MOST_COUNTED, MOST_WORDS, Field, rests_on
from bot.language.names import NameKind
from bot.language.question import Lack, Question

#: What speaks for some ways of leaning on the last answer and against others.
_OWN_TO_FORMS = ("a label", "names something", "points back", "another asked", "unexplained", "no word of ours")


def marks_of_talk(asked: Asked, form: Form, question: Question, evidence: Evidence, field: Field) -> dict[str, float]:
    """Whether a reading leans on the last answer, and what speaks for leaning."""
    how, reading, context = "leans" if form.leans else "begins anew", asked.reading, asked.context
    after = f"after {_talked_of(context)}"
    said = {
        "names something": float(any(not each.of(NameKind.LIST) for each in reading.mentions)),
        "in few words": float(len(reading.words) <= FEW_WORDS),
        "a label": float(len(reading.words) <= LABEL_WORDS),
        "words": min(len(reading.words), MOST_WORDS) / FEW_WORDS,
        "points back": float(points_back(reading)),
        "goes on": float(goes_on(reading)),
        "another asked": float(another_asked(reading)),
        "a whole question": float(is_whole(reading)),
        "goes on to a name": float(bool(reading.mentions) and goes_on(reading)),
        "asks for something unexplained": float(evidence.asks_unexplained),
        f"asks {evidence.asked or 'nothing'}": 1.0,
        f"rests on a {rests_on(form, question, evidence)}": 1.0,
        "unexplained": min(evidence.count(Role.NOTHING, Role.OTHER_NAME), MOST_COUNTED),
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
        f"{form.name}, not in its words": float(bool(form.cue and not form.cue.search(reading.plain))),
        "its director, asked before": float(bool(question.chosen.director) and director_asked(context)),
        "its song, asked before": float(bool({*question.songs} & {*context.songs})),
        "another asked, of a title we lack": float(another_asked(reading) and question.lack is Lack.ABSENT_FILM),
        "another asked, and none given": float(another_asked(reading) and _gives_the_same(question, context)),
    }


def _gives_the_same(question: Question, context: Context) -> bool:
    """Whether a reading gives what was given before, or a list that holds it."""
    again = bool(context.montages) and context.montages[0] in question.montages
    return not question.given and (again or question.intent in LISTS)


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
