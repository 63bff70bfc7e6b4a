"""How `montage-bot new` puts its questions, and what is typed in reply."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.command_line.lines import next_line
from bot.errors import MontageBotError
from bot.knowledge.additions.offers import Offer
from bot.knowledge.additions.questions import Question
from bot.knowledge.kinds import Kind
from bot.printable import printable

__all__ = ["BACK", "STOP", "Back", "Stop", "agreed", "chosen", "in_full", "is_further", "reply", "say"]

BACK, STOP, YES = "/back", "/stop", "yes"
ENDED = "Standard input ended before the entry was complete; nothing was written."
NOT_TEXT = "That is not UTF-8 text; type it again."
WRITE = f"Write it? “{YES}”, “{BACK}” or “{STOP}”."
ALIKE = "This is here already, or something like it:"


class Back(Exception):  # noqa: N818  a wish, no error
    """The question before is to be asked again."""


class Stop(Exception):  # noqa: N818  a wish, no error
    """Nothing more is to be asked, and nothing written."""


def say(*lines: str) -> None:
    sys.stdout.write("".join(f"{printable(line)}\n" for line in lines))


def reply() -> str:
    """The next line, with single spaces. Raises Back, Stop, or MontageBotError when there is no other line."""
    line = next_line()
    if line is None:
        raise MontageBotError(ENDED)
    text = " ".join(printable(line).split())
    if text in (BACK, STOP):
        raise Back if text == BACK else Stop
    if not _is_text(text):
        say(NOT_TEXT)
        return reply()
    return text


def agreed() -> None:
    """Comes back once the entry may be written; raises Back or Stop otherwise."""
    say(WRITE)
    while reply().casefold() != YES:
        say(WRITE)


def chosen(offered: Sequence[Offer], text: str) -> Offer | None:
    """What is picked of the offers; None when it is none of them. Raises Stop when there is nothing left to add."""
    if not offered:
        return None
    say(ALIKE, *(f"  {number}  {offer.label}" for number, offer in enumerate(offered, start=1)))
    say(f"Type its number if you mean it; Enter keeps “{text}”.")
    by_number = {str(number): offer for number, offer in enumerate(offered, start=1)}
    while (number := reply()) and number not in by_number:
        say(f"Type a number from 1 to {len(offered)}, or nothing.")
    offer = by_number.get(number)
    if offer and not offer.answers:
        raise Stop
    return offer


def is_further(question: Question, last: Question | None) -> bool:
    """Whether it asks for another item of the list, or for the same again: then a prompt is enough."""
    return last is not None and (last.pattern, last.where[:-1]) == (question.pattern, question.where[:-1])


def in_full(question: Question, default: str | None) -> list[str]:
    """The question in words; that for the kind with what each means."""
    kinds = Kind if question.pattern[-1] == "kind" else ()
    return [
        "",
        f"{question.says} {_on_enter(question, default)}".rstrip(),
        *(f"  {each}: {each.meaning}" for each in kinds),
    ]


def _on_enter(question: Question, default: str | None) -> str:
    """What an empty line means."""
    if default is not None:
        return f"(Enter: {default}.)"
    if question.of_words:
        return "(One a line, or several with commas between; an empty line ends.)"
    if isinstance(question.where[-1], int):
        return "(One a line; an empty line ends.)"
    if question.needed:
        return ""
    return "(Enter: left out.)" if question.place_in_list is None else "(Enter: no other.)"


def _is_text(text: str) -> bool:
    """Whether it can be written to a file; of bytes that were no UTF-8 Python makes halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
