"""Questions on the command line: in text, in JSON, in chat."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import pytest
from shell import POSIX, Shell

from bot.command_line.asking import NO_QUESTION
from bot.language.question import Intent

KEYS = [
    "question",
    "outcome",
    "intent",
    "films",
    "montages",
    "songs",
    "artists",
    "verdict",
    "rank",
    "suggestions",
    "text",
]


def test_why_names_every_word_and_the_form_that_won(shell: Shell) -> None:
    done = shell.run("ask", "--why", "what song plays in the karate kid")
    assert (done.returncode, done.stderr) == (0, "")
    assert "the karate kid [name]" in done.stdout
    assert "“film” won" in done.stdout


def test_why_says_that_nothing_was_believed(shell: Shell) -> None:
    done = shell.run("ask", "--why", "please start the dishwasher in the kitchen at night")
    assert "dishwasher" in done.stdout
    assert "Nothing was believed" in done.stdout


def test_a_question_is_answered_in_text(shell: Shell) -> None:
    done = shell.run("ask", "what", "song", "plays", "in", "the karate kid")
    assert (done.returncode, done.stderr) == (0, "")
    for fact in (
        "The Karate Kid (1984)",
        "You're the Best",
        "Joe Esposito",
        "John G. Avildsen",
        "Daniel LaRusso",
        "All-Valley Karate Tournament",
    ):
        assert fact in done.stdout


def test_json_has_the_public_keys_in_their_order(shell: Shell) -> None:
    done = shell.run("ask", "--json", "what song plays in the karate kid")
    answer = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert list(answer) == KEYS
    assert answer["question"] == "what song plays in the karate kid"
    assert (answer["outcome"], answer["intent"]) == ("answer", Intent.SONG_OF_MONTAGE)
    assert (answer["films"], answer["montages"]) == (["The Karate Kid (1984)"], ["the-karate-kid"])
    assert (answer["songs"], answer["artists"]) == (["You're the Best"], ["Joe Esposito"])
    assert (answer["verdict"], answer["suggestions"]) == (None, [])
    assert "Joe Esposito" in answer["text"]


def test_a_list_names_all_films_not_only_a_page(shell: Shell) -> None:
    [answer] = shell.objects(b"list all montages of the 80s")
    assert len(answer["films"]) > 25
    assert all(film in answer["text"] for film in answer["films"])


def test_every_line_gets_one_object_in_order_whatever_it_holds(shell: Shell) -> None:
    lines = [
        b"what song plays in fame",
        b"",
        b'{"question": "who sings eye of the tiger", "conversation": "a"}',
        b'{"question": "half an object',
        b"[1, 2]",
        b'{"a":' * 20_000,
        b"\xff\xfe not UTF-8 \x00",
        b'{"question": "\\ud83d alone"}',
        "¿qué canción suena en Rocky? 🥊".encode(),
        b"one\rline",
        b"x" * 100_000,
        b"what song plays in fame\r",
        b"no line break at the end",
    ]
    answers = shell.objects(b"\n".join(lines))
    assert [answer["question"] for answer in answers] == [
        "what song plays in fame",
        "",
        "who sings eye of the tiger",
        '{"question": "half an object',
        "[1, 2]",
        '{"a":' * 20_000,
        "\udcff\udcfe not UTF-8 \0",
        "\ud83d alone",
        "¿qué canción suena en Rocky? 🥊",
        "one\rline",
        "x" * 100_000,
        "what song plays in fame",
        "no line break at the end",
    ]
    assert all(list(answer) == KEYS for answer in answers)


def test_an_object_without_a_question_gets_an_error_and_the_next_line_its_answer(shell: Shell) -> None:
    lines = b'{"question": 7}\n{"text": "what song plays in fame"}\n{}\nwhat song plays in fame'
    *wrong, right = shell.objects(lines)
    assert wrong == [{"error": NO_QUESTION}] * 3
    assert right["films"] == ["Fame (1980)"]
    assert shell.run("ask", "-", typed=b"{}\n").stdout == f"{NO_QUESTION}\n\n"


def test_what_comes_through_a_pipe_is_asked_without_being_called(shell: Shell) -> None:
    assert "Irene Cara" in shell.run("ask", typed=b"what song plays in fame\n").stdout
    assert json.loads(shell.run("ask", "--json", typed=b"what song plays in fame").stdout)["films"] == ["Fame (1980)"]


@POSIX
def test_nothing_asked_at_a_keyboard_is_one_sentence(shell: Shell) -> None:
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask"], stdin=theirs, capture_output=True, env=shell.environment
    )
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("There is no question: `montage-bot ask")


def test_no_lines_get_no_answers(shell: Shell) -> None:
    assert shell.objects(b"") == []


def test_a_byte_order_mark_is_no_part_of_the_question(shell: Shell) -> None:
    [answer] = shell.objects(b"\xef\xbb\xbfwhat song plays in fame\n")
    assert answer["question"] == "what song plays in fame"


def test_lines_of_one_conversation_share_their_context_and_no_others_do(shell: Shell) -> None:
    first = '{"question": "what song plays in the karate kid", "conversation": "a"}'
    follow_up = "who directed it?"
    together, other, alone = (
        shell.objects(f"{first}\n{line}\n".encode())[1]
        for line in (
            json.dumps({"question": follow_up, "conversation": "a"}),
            json.dumps({"question": follow_up, "conversation": "b"}),
            follow_up,
        )
    )
    assert together["films"] == ["The Karate Kid (1984)"]
    assert "The Karate Kid (1984)" not in other["films"] + alone["films"]


def test_each_answer_is_there_before_the_next_line_is_asked_for(shell: Shell) -> None:
    with shell.start("ask", "--json", "-") as running:
        for question in ("what song plays in fame", "top 3"):
            assert running.ask(question)["question"] == question
        running.typed.close()
        assert running.program.wait(timeout=10) == 0


def test_lines_can_be_answered_in_text_too(shell: Shell) -> None:
    done = shell.run("ask", "-", typed=b"what song plays in the karate kid\ntop 3\n")
    assert done.stdout.index("Joe Esposito") < done.stdout.index("Team America")


@POSIX
def test_ctrl_c_ends_the_program_quietly(shell: Shell) -> None:
    with shell.start("ask", "--json", "-") as running:
        running.ask("top 3")
        assert running.interrupt() == 128 + signal.SIGINT
        assert running.errors.read() == b""


def said_in_chat(shell: Shell, *typed: str) -> list[str]:
    """What `chat` says to each line."""
    done = shell.run("chat", typed="\n".join(typed).encode())
    assert (done.returncode, done.stderr) == (0, "")
    return [said.strip() for said in done.stdout.split("\n> ")[1:]]


def test_chat_answers_in_short_with_the_answer_last(shell: Shell) -> None:
    said, more, sources = said_in_chat(shell, "what song plays in the karate kid", "more", "sources", "quit")[:3]
    assert said.splitlines()[-1].startswith("In The Karate Kid (1984) it is “You're the Best”")
    assert len(said.splitlines()) <= 6
    assert ("Directed by: John G. Avildsen" in more, "https://" in more) == (True, False)
    assert ("Directed by" in sources, "https://" in sources, "Confirms film" in sources) == (False, True, True)


def test_chat_lists_ten_at_a_time(shell: Shell) -> None:
    said, more, sources = said_in_chat(shell, "training montages", "more", "sources", "quit")[:3]
    assert [text.count("\n·") for text in (said, more)] == [10, 10]
    assert "1 to 10 of" in said
    assert "11 to 20 of" in more
    assert "No ranking" in sources


def test_chat_says_which_numbers_there_are(shell: Shell) -> None:
    said = said_in_chat(shell, "99", "0", "300", "quit")
    assert said[:2] == ["Pick a number from 1 to 3."] * 2
    assert "Pick a number" not in said[2]


def test_chat_remembers_and_numbers_pick(shell: Shell) -> None:
    typed = b"what song plays in rocky iv\n\n3\nwho composed it?\nquit\nwhat song plays in fame\n"
    done = shell.run("chat", typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    _, choice, picked, follow_up = done.stdout.replace("> > ", "> ").split("\n> ")[:4]
    third = re.search(r"^  3\. (.+?) – ", choice, re.MULTILINE)
    assert third is not None
    assert f"♪ {third[1]} – " in picked
    assert third[1] in follow_up
    assert "Irene Cara" not in done.stdout


def test_asking_and_checking_never_load_discord(shell: Shell) -> None:
    source = (
        "import sys\n"
        "from bot.__main__ import main\n"
        "main(['ask', 'top 3']), main(['ask', '--json', 'top 3']), main(['chat']), main(['check'])\n"
        "heavy = {'discord', 'aiohttp', 'asyncio', 'simcord', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", source], input=b"top 3", capture_output=True, env=shell.environment)
    assert (done.returncode, done.stderr.decode()) == (0, "")


@pytest.mark.parametrize(("arguments", "collects"), [(["ask", "top 3"], False), (["ask", "-"], True), (["chat"], True)])
def test_garbage_is_collected_by_what_goes_on_and_not_for_one_answer(
    shell: Shell, arguments: list[str], collects: bool
) -> None:
    source = (
        "import gc, os\n"
        "import bot.__main__ as program\n"
        f"program.main.__defaults__ = ({arguments},)\n"
        "os._exit = lambda status: print(status, gc.isenabled())\n"
        "program.program()\n"
    )
    done = subprocess.run([sys.executable, "-c", source], input=b"top 3", capture_output=True, env=shell.environment)
    assert done.stdout.decode().splitlines()[-1] == f"0 {collects}"
    assert done.stderr == b""
