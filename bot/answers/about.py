"""What the bot says of itself: what can be asked, what it knows and keeps, and whom to tell of a mistake."""

from __future__ import annotations

from bot.answers.answer import Answer, Outcome
from bot.answers.memory import LIFETIME
from bot.answers.wording import ANYTHING, HINTS
from bot.knowledge.catalogue import Catalogue
from bot.language.question import Intent, Question

__all__ = ["about"]

_PRIVACY = (
    "I store nothing you write and pass nothing on. What we last talked about I remember for "
    f"{LIFETIME / 60:.0f} minutes, in memory alone."
)
_MISTAKE = "Tell whoever runs this bot: they can mend what I know."


def about(question: Question, catalogue: Catalogue) -> Answer:
    """The answer to what can be asked here."""
    known = (
        f"{len(catalogue.montages)} montages from {len(catalogue.films)} films, "
        f"and {len(catalogue.lists)} published lists of them."
    )
    return Answer(
        question=question.text,
        outcome=Outcome.ANSWER,
        intent=Intent.HELP,
        headline=f"I know film montages and their music. {ANYTHING}",
        notes=(("What I know", known), ("Privacy", _PRIVACY), ("Mistakes", _MISTAKE)),
        hints=HINTS,
    )
