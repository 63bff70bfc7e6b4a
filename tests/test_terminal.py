"""The terminal shows all of an answer, once, and nothing else."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace

from bot.answers.answer import Answer, Card, Link, Listing, Option, Outcome, Row, SongLine, Source
from bot.answers.why import Reason, Why
from bot.language.question import Intent
from bot.terminal import Pick, picks_of, render, render_why, show

CARD = Card(
    montage_id="rocky",
    title="Rocky (1976)",
    place="No. 1 in Some List",
    songs=(SongLine("Gonna Fly Now", "Bill Conti", "1976 · score", "Gonna Fly Now Bill Conti"),),
    description="He runs up the steps.",
    facts=(("Kind", "training"), ("Directed by", "John G. Avildsen")),
    confusions=("It is not Eye of the Tiger.",),
    caution="Only part of this is certain.",
    listen=(Link("YouTube", "https://youtube.example/"),),
    imdb=Link("IMDb", "https://imdb.example/"),
    sources=(
        Source("a page", "Confirms film and song", "https://page.example/"),
        Source("Some List", "Confirms song", None),
    ),
    others=(Option("rocky-gym", "Take You Back", "Valentine", "the gym"),),
    heading="No. 1 · Rocky (1976)",
    ranked_in="Some List",
    summary="Training · John G. Avildsen",
    confusion="It is not Eye of the Tiger.",
)
LISTING = Listing(
    key="some-list",
    title="Some List",
    note="By somebody.",
    rows=(Row("9=", "Rocky (1976)", "Gonna Fly Now", "rocky"), Row("·", "A film we lack", "", None)),
    url="https://list.example/",
)
ROWS = "9=  Rocky (1976) – Gonna Fly Now\n ·  A film we lack"
ONE_CARD = Answer("q", Outcome.ANSWER, Intent.SONG_OF_MONTAGE, "It is “Gonna Fly Now”.", cards=(CARD,))
A_CHOICE = Answer(
    "q",
    Outcome.CHOICE,
    Intent.SONG_OF_MONTAGE,
    "Which one?",
    options=(Option("rocky", "Rocky (1976)", "Gonna Fly Now"), Option("rocky-iv", "Rocky IV (1985)", "")),
)
UNKNOWN = Answer(
    "q",
    Outcome.UNKNOWN,
    Intent.NOTHING,
    "I don't know that one.",
    read_as="Read as: a film",
    suggestions=("Rocky (1976)",),
    hints=("top 3",),
)
NOT_KNOWN = "I don't know that one."
A_LIST = Answer("q", Outcome.ANSWER, Intent.LIST, "Here it is:", listing=LISTING)


def test_a_card_is_shown_whole() -> None:
    assert render(ONE_CARD) == (
        "It is “Gonna Fly Now”.\n"
        "\n"
        "Rocky (1976) · No. 1 in Some List\n"
        "♪ Gonna Fly Now – Bill Conti · 1976 · score\n"
        "\n"
        "He runs up the steps.\n"
        "\n"
        "Kind: training\n"
        "Directed by: John G. Avildsen\n"
        "Only part of this is certain.\n"
        "\n"
        "Often confused:\n"
        "  - It is not Eye of the Tiger.\n"
        "\n"
        "Other montages of this film:\n"
        "  1. Take You Back – Valentine – the gym\n"
        "\n"
        "Sources:\n"
        "  - a page: Confirms film and song https://page.example/\n"
        "  - Some List: Confirms song"
    )


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (A_CHOICE, "Which one?\n\n  1. Rocky (1976) – Gonna Fly Now\n  2. Rocky IV (1985)"),
        (
            UNKNOWN,
            "I don't know that one.\nRead as: a film\n\nDid you mean:\n  1. Rocky (1976)\n\nYou can ask:\n  2. top 3",
        ),
        (
            replace(UNKNOWN, read_as="", suggestions=(), hints=(), notes=(("Privacy", "None."),)),
            f"{NOT_KNOWN}\n\nPrivacy: None.",
        ),
        (
            A_LIST,
            f"Here it is:\n\nSome List\nBy somebody.\nhttps://list.example/\n\n{ROWS}",
        ),
        (
            replace(A_CHOICE, outcome=Outcome.ANSWER),
            "Which one?\n\nIt can also be read as:\n  1. Rocky (1976) – Gonna Fly Now\n  2. Rocky IV (1985)",
        ),
    ],
    ids=["choice", "unknown", "notes", "list", "other readings"],
)
def test_every_kind_of_answer_is_shown_whole(answer: Answer, text: str) -> None:
    assert render(answer) == text


def test_a_title_that_the_headline_says_is_not_said_again() -> None:
    assert render(replace(A_LIST, headline="The top 2 of Some List:", titled=True)).count("Some List") == 1


def test_the_numbers_shown_are_the_ones_that_pick() -> None:
    answer = replace(A_CHOICE, outcome=Outcome.ANSWER, cards=(CARD,), suggestions=("Rad",), hints=("top 3",))
    picks = picks_of(answer)
    assert picks == (
        Pick("Take You Back", "rocky-gym"),
        Pick("Rocky (1976)", "rocky"),
        Pick("Rocky IV (1985)", "rocky-iv"),
        Pick("Rad"),
        Pick("top 3"),
    )
    for number, pick in enumerate(picks, start=1):
        assert f"\n  {number}. {pick.text}" in render(answer)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_the_same_words_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured, plain = Terminal(), Terminal()
    show(ONE_CARD, coloured)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    show(ONE_CARD, plain)
    assert "\x1b[1;33mRocky (1976)" in coloured.getvalue()
    assert [line.rstrip() for line in plain.getvalue().splitlines()] == render(ONE_CARD).splitlines()


def test_the_headline_can_come_last() -> None:
    file = io.StringIO()
    show(ONE_CARD, file, headline_last=True)
    assert file.getvalue().splitlines()[0].startswith("Rocky (1976)")
    assert file.getvalue().splitlines()[-1] == "It is “Gonna Fly Now”."


def test_no_text_steers_the_terminal() -> None:
    terminal = Terminal()
    show(replace(UNKNOWN, headline="“\x1b]0;owned\x07[red]”"), terminal)
    assert "\x1b]" not in terminal.getvalue()
    assert "[red]" in terminal.getvalue()


def test_no_word_of_a_question_steers_the_terminal_that_shows_how_it_was_read() -> None:
    reason = Reason("film", "song", 1.0, ("\x1b[2Jrocky",), ("\x9b5msteps",))
    shown = render_why(Why((("\x1b[2Jrocky", "name"),), (reason,), "film", 1.0, 0.5))
    assert "rocky [name]" in shown
    assert not any(each in shown for each in "\x1b\x9b")


def test_a_file_gets_plain_text() -> None:
    file = io.StringIO()
    show(A_CHOICE, file)
    assert file.getvalue() == f"{render(A_CHOICE)}\n"
