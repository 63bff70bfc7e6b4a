"""An Answer as lines of text: plain for pipes and JSON, in colour for a terminal. Adds no facts, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import count
from typing import TextIO

from msgspec import Struct
from msgspec.structs import replace

from bot.answers.answer import Answer, Beside, Card, Listing, Option, Outcome, Row, SongLine, Source
from bot.answers.why import Why
from bot.printable import printable

__all__ = ["Pick", "picks_of", "render", "render_why", "show"]


class Style(StrEnum):
    """What a piece of a line is; the values are how rich shows it."""

    PLAIN = "none"
    HEADLINE = "bold"
    TITLE = "bold yellow"
    SONG = "bold cyan"
    LABEL = "yellow"
    QUIET = "dim"
    CAUTION = "italic"


class Pick(Struct, frozen=True):
    """Something a number can be typed for: a montage to show, or else a question to ask."""

    text: str
    montage_id: str | None = None


class Line(Struct, frozen=True):
    """Pieces of text with their styles, shown as one line that begins `indent` columns in, and what it offers."""

    pieces: tuple[tuple[str, Style], ...]
    indent: int = 0
    pick: Pick | None = None

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The pieces as they may be printed, each with its style."""
        return tuple((printable(text), style.value) for text, style in self.pieces)

    def __str__(self) -> str:
        return " " * self.indent + "".join(text for text, _ in self.shown)


Block = list[Line]
STEP = 2  # columns
BESIDE = {Beside.READINGS: "It can also be read as:", Beside.ALSO_IN: "Also in:", Beside.MORE: "More:"}


def render(answer: Answer) -> str:
    """The whole answer as plain text, without a line break at its end."""
    return _as_text(_blocks(answer))


def _as_text(blocks: Iterable[Block]) -> str:
    return "\n\n".join("\n".join(map(str, block)) for block in blocks)


def render_why(why: Why) -> str:
    """Why a question was read as it was, as plain text."""
    lines = [" ".join(f"{text} [{role}]" for text, role in why.spans)] if why.spans else ["No form of question fits."]
    lines += [
        f"{reason.score:+6.1f}  {reason.rule} ({reason.intent}): explains {', '.join(reason.explains) or 'nothing'}; "
        f"leaves {', '.join(reason.leaves) or 'nothing'}"
        for reason in why.reasons
    ]
    won = f"“{why.rule}” won" if why.rule else "Nothing was believed"
    return printable("\n".join([*lines, f"{won}: {why.belief:+.1f}, and it takes {why.least:+.1f}."]))


def show(answer: Answer, output: TextIO, *, headline_last: bool = False) -> None:
    """Writes the answer: plain to a file or pipe; in colour, and wrapped between words, to a terminal."""
    blocks = _blocks(answer, headline_last=headline_last)
    if not output.isatty():
        output.write(f"{_as_text(blocks)}\n")
        return
    from rich.console import Console  # it costs as much as the answer itself; pipes do without
    from rich.padding import Padding
    from rich.text import Text

    console = Console(file=output, highlight=False)
    for number, block in enumerate(blocks):
        if number:
            console.print()
        for line in block:
            console.print(Padding(Text.assemble(*line.shown), (0, 0, 0, line.indent)))


def picks_of(answer: Answer) -> tuple[Pick, ...]:
    """What the numbers in the shown answer stand for, the first of them for 1."""
    return tuple(line.pick for block in _blocks(answer) for line in block if line.pick is not None)


def _blocks(answer: Answer, *, headline_last: bool = False) -> list[Block]:
    """What is shown, block by block with an empty line between, its picks numbered."""
    choice = answer.outcome is Outcome.CHOICE
    options: Block = _headed("" if choice else BESIDE[answer.beside], map(_option, answer.options))
    said = _headline(answer)
    shown: list[Block] = [
        [] if headline_last else said,
        *([options] if choice else []),
        *(block for card in answer.cards for block in _card(card)),
        *(_listing(answer.listing, titled=answer.titled) if answer.listing else []),
        *([] if choice else [options]),
        _headed("Did you mean:", map(_question, answer.suggestions)),
        _headed("You can ask:", map(_question, answer.hints)),
        [*map(_fact, answer.notes)],
        said if headline_last else [],
    ]
    return _numbered([block for block in shown if block])


def _numbered(blocks: list[Block]) -> list[Block]:
    numbers = count(1)
    return [[line if line.pick is None else _with_number(line, next(numbers)) for line in block] for block in blocks]


def _with_number(line: Line, number: int) -> Line:
    return replace(line, pieces=((f"{number}. ", Style.LABEL), *line.pieces))


def _headline(answer: Answer) -> Block:
    read_as = [_line(answer.read_as, Style.QUIET)] if answer.read_as else []
    return [*([_line(answer.headline, Style.HEADLINE)] if answer.headline else []), *read_as]


def _card(card: Card) -> Iterator[Block]:
    place = f" · {card.place}" if card.place else ""
    yield [Line(((card.title, Style.TITLE), (place, Style.QUIET))), *map(_song, card.songs)]
    yield [_line(card.description)] if card.description else []
    yield [*map(_fact, card.facts), *([_line(card.caution, Style.CAUTION)] if card.caution else [])]
    yield _headed("Often confused:", (_item(sentence) for sentence in card.confusions))
    yield _headed("Other montages of this film:", map(_option, card.others))
    yield _headed("Sources:", map(_source, card.sources))


def _song(song: SongLine) -> Line:
    detail = f" · {song.detail}" if song.detail else ""
    return Line(
        (("♪ ", Style.QUIET), (song.title, Style.SONG), (f" – {song.artist}", Style.PLAIN), (detail, Style.QUIET))
    )


def _fact(fact: tuple[str, str]) -> Line:
    name, value = fact
    return Line(((f"{name}: ", Style.LABEL), (value, Style.PLAIN)))


def _source(source: Source) -> Line:
    url = f" {source.url}" if source.url and source.url != source.name else ""
    return _item(source.name, f": {source.supports}{url}")


def _item(text: str, quietly: str = "") -> Line:
    return Line(((f"- {text}", Style.PLAIN), (quietly, Style.QUIET)), STEP)


def _option(option: Option) -> Line:
    rest = "".join(f" – {part}" for part in (option.beside, option.detail) if part)
    return Line(((option.name, Style.HEADLINE), (rest, Style.PLAIN)), STEP, Pick(option.name, option.montage_id))


def _question(text: str) -> Line:
    return Line(((text, Style.PLAIN),), STEP, Pick(text))


def _listing(listing: Listing, *, titled: bool) -> Iterator[Block]:
    title = [] if titled else [_line(listing.title, Style.TITLE)]
    yield [*title, *(_line(text, Style.QUIET) for text in (listing.note, listing.url) if text)]
    width = max((len(row.place) for row in listing.rows), default=0)
    yield [_row(row, width) for row in listing.rows]


def _row(row: Row, width: int) -> Line:
    detail = f" – {row.detail}" if row.detail else ""
    return Line(((f"{row.place:>{width}}  ", Style.LABEL), (row.label, Style.HEADLINE), (detail, Style.PLAIN)))


def _headed(heading: str, lines: Iterable[Line]) -> Block:
    """The lines under their heading; nothing when there are none."""
    block = list(lines)
    return [_line(heading, Style.QUIET), *block] if heading and block else block


def _line(text: str, style: Style = Style.PLAIN) -> Line:
    return Line(((text, style),))
