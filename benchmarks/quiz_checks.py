"""What is wrong with a question of the quiz, found out from the catalogue itself and not by the rules that made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answers.guide import Guide
from bot.community.quiz.questions import LONGEST_LABEL, OPTIONS, Question
from bot.community.quiz.subjects import Ask
from bot.discord_app.quiz.subjects import KINDS
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Song, credits_of
from bot.knowledge.names import folded

__all__ = ["faults_of"]

QUOTED = re.compile("“(.+)”")
ARTICLES = re.compile(r"^(the|a|an) ")


def faults_of(question: Question, guide: Guide) -> Iterator[str]:
    """Everything wrong with a question, a sentence each; of one to be typed too."""
    if question.answer not in question.names:
        yield "the answer is none of its names"
    told = f"{question.prompt}\n{question.scene}"
    if any(_stands_in(name, told) for name in question.names):
        yield "it gives its answer away"
    if any(_stands_in(name, question.hint) for name in question.names):
        yield "its hint is the answer"
    if question.options:
        yield from _faults_of_options(question, guide)


def _faults_of_options(question: Question, guide: Guide) -> Iterator[str]:
    options = question.options
    right = [option for option in options if _is_right(question, option, guide.catalogue)]
    if right != [question.answer]:
        yield f"right are {right}, not {question.answer}"
    if len(options) != OPTIONS:
        yield f"{len(options)} options"
    yield from (f"{each} is over {LONGEST_LABEL} characters" for each in options if len(each) > LONGEST_LABEL)
    if len({_bare(each) for each in options}) < len(options):
        yield "two options are one"
    yield from _spellings(question, options, guide)


def _spellings(question: Question, options: Sequence[str], guide: Guide) -> Iterator[str]:
    """Two options one of which, typed, would pass for the other."""
    for one in options:
        for other in options:
            names = question.names if other == question.answer else (other,)
            if one != other and guide.closeness(one, names, KINDS[question.ask]) == "right":
                yield f"{one} passes for {other}"


def _is_right(question: Question, option: str, catalogue: Catalogue) -> bool:
    montage = catalogue.montage(question.montage)
    assert montage is not None
    if question.ask is Ask.SONG:
        here = [song for each in catalogue.montages_of(montage.film) for song in each.songs]
        return any(_is_called(song, option) for song in here)
    quoted = QUOTED.search(question.prompt)
    assert quoted is not None
    alike = [(each, song) for each in catalogue.montages for song in each.songs if _is_called(song, quoted[1])]
    if question.ask is Ask.FILM:
        return any(folded(option) in map(folded, (each.film.title, *each.film.names)) for each, _ in alike)
    return any(_stands_in(option, credit) or _stands_in(credit, option) for _, song in alike for credit in _heard(song))


def _heard(song: Song) -> Sequence[str]:
    return [*credits_of(song), *([song.credited_as] if song.credited_as else [])]


def _is_called(song: Song, title: str) -> bool:
    return folded(title) in map(folded, (song.title, *song.names))


def _stands_in(name: str, text: str) -> bool:
    return bool(folded(name)) and f" {folded(name)} " in f" {folded(text)} "


def _bare(label: str) -> str:
    return ARTICLES.sub("", folded(label)).replace(" ", "")
