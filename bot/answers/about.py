"""What the bot says of itself: what can be asked, what it knows and keeps, and whom to tell of a mistake."""

from __future__ import annotations

from bot.answers.answer import Answer, Outcome
from bot.answers.memory import LIFETIME
from bot.answers.wording import ANYTHING, HINTS
from bot.knowledge.catalogue import Catalogue
from bot.language.question import Intent, Question

__all__ = ["about"]

_PRIVACY = (
    "Of what you write I store only what you suggest or report, for the server's moderators, and the words of what I "
    f"could not answer, without who asked; I forget what we talked about after {LIFETIME / 60:.0f} minutes. A vote is "
    "kept with your user id and the server's, until you take it back; "
    "one in a duel until it closes; points in a quiz, for the scores; of a daily montage how many clues it took, "
    "for your streak, and no guess. /montage privacy tells all of it, and deletes it."
)
_MISTAKE = "Report a mistake, below its card, tells the moderators of the server. Or tell whoever runs this bot."
#: Examples of what can be asked.
_EXAMPLES = 3


def about(question: Question, catalogue: Catalogue) -> Answer:
    """The answer to what can be asked here."""
    montages, films, lists = len(catalogue.montages), len(catalogue.films), len(catalogue.lists)
    return Answer(
        question=question.text,
        outcome=Outcome.ANSWER,
        intent=Intent.HELP,
        headline=f"I know film montages and their music. {ANYTHING}",
        notes=(
            ("What I know", f"{montages} montages from {films} films, and {lists} published lists."),
            ("Privacy", _PRIVACY),
            ("Mistakes", _MISTAKE),
        ),
        hints=HINTS[:_EXAMPLES],
    )
