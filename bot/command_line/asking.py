"""`montage-bot ask`: one question, or a stream of them, answered as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO, cast

from msgspec import Struct

from bot.terminal import render, render_why, show

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.guide import Guide

__all__ = ["Message", "answer_lines", "answer_one", "as_json_line", "explain", "message_of"]

BYTE_ORDER_MARK = "\ufeff"
NO_QUESTION = 'This line is a JSON object without a text as its "question".'


class Message(Struct, frozen=True):
    """A question, and the conversation it belongs to, if any."""

    question: str
    conversation: str | None = None


def answer_one(guide: Guide, question: str, output: TextIO, *, as_json: bool) -> None:
    answer = guide.ask(question)
    if as_json:
        output.write(as_json_line(question, answer))
    else:
        show(answer, output)


def explain(guide: Guide, question: str, output: TextIO) -> None:
    """Says why the question was read as it was, below its answer."""
    output.write(f"\n{render_why(guide.why(question))}\n")


def answer_lines(guide: Guide, lines: TextIO, output: TextIO, *, as_json: bool) -> None:
    """Answers each line as soon as it is read; text answers are followed by an empty line."""
    for line in _lines(lines):
        message = message_of(line)
        if message is None:
            output.write(f"{json.dumps({'error': NO_QUESTION})}\n" if as_json else f"{NO_QUESTION}\n\n")
        else:
            answer = guide.ask(message.question, message.conversation)
            output.write(as_json_line(message.question, answer) if as_json else f"{render(answer)}\n\n")
        output.flush()


def message_of(line: str) -> Message | None:
    """The message a line holds: that of a JSON object, None when it has no question; any other line is the question."""
    if line.lstrip().startswith("{"):
        try:
            value: object = json.loads(line)
        except (ValueError, RecursionError):  # somebody's own way to write: the line itself is the question
            return Message(line)
        fields = cast("dict[str, object]", value)
        question = fields.get("question")
        return Message(question, _conversation(fields.get("conversation"))) if isinstance(question, str) else None
    return Message(line)


def as_json_line(question: str, answer: Answer) -> str:
    """The answer as one line of JSON in ASCII, which nothing on its way can break. The keys are a public interface."""
    value = {
        "question": question,
        "outcome": answer.outcome,
        "intent": answer.intent,
        "films": [*answer.films],
        "montages": [*answer.montages],
        "songs": [*answer.songs],
        "artists": [*answer.artists],
        "verdict": answer.verdict,
        "rank": answer.rank,
        "suggestions": answer.suggestions,
        "text": render(answer),
    }
    return f"{json.dumps(value)}\n"


def _conversation(value: object) -> str | None:
    """The conversation's name; numbers are names too, and nothing at all is no conversation."""
    return None if value is None else value if isinstance(value, str) else json.dumps(value)


def _lines(stream: TextIO) -> Iterator[str]:
    """The lines without their ends; an empty line is one as well, and so is a last one that does not end."""
    for number, line in enumerate(stream):
        text = line.removesuffix("\n").removesuffix("\r")
        yield text.removeprefix(BYTE_ORDER_MARK) if number == 0 else text
