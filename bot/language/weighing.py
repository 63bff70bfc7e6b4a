"""Which of several readings of a question is right: what each explains, and what it leaves over, as log-odds."""

from __future__ import annotations

from msgspec import Struct

from bot.knowledge.remembering import remembered
from bot.language.evidence.roles import Evidence
from bot.language.marks import ASKED_BY, RESTS, Marks
from bot.language.question import Intent, Question

#: Below these log-odds even the best reading is not believed, and the question is not understood.
BELIEVED = -0.5
#: The score by which a reading was chosen, as a mark of whether to believe it, is counted in so many log-odds.
SCORE_UNIT = 4.0
#: Marks that say already what the reading rests on or how it was made.
_NEVER_CROSSED = (
    ASKED_BY,
    "form ",
    "asks ",
    *(f"{each.value} " for each in Intent),
    RESTS,
    "told beside",
    "described in vain",
    "short of told",
    "strangers beside",
    "by somebody unknown",
    "unknown ",
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


class Weighed(Struct, frozen=True):
    """A reading with what speaks for it and against it."""

    rule: str
    question: Question
    evidence: Evidence
    marks: Marks
    score: float


def score(marks: Marks, weights: Marks) -> float:
    """What the marks weigh together."""
    return sum([weights[mark] * value for mark, value in marks.items() if mark in weights])


def belief_marks(marks: Marks, chosen_by: float) -> Marks:
    """The marks by which the best reading is believed or not: each also by what the reading rests on."""
    rests = next((mark for mark in marks if mark.startswith(RESTS)), RESTS)
    crossed = {name: value for mark, value in marks.items() if (name := _crossed(mark, rests))}
    return {**marks, **crossed, "score": chosen_by / SCORE_UNIT}


@remembered
def _crossed(mark: str, rests: str) -> str:
    """What a mark is called beside what its reading rests on; nothing when it says that already."""
    return "" if mark.startswith(_NEVER_CROSSED) else f"{mark}, {rests}"
