"""What each command does. Each imports only what it needs, so that `ask` answers at once and never loads Discord."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import Settings
from bot.errors import MontageBotError
from bot.printable import printable

if TYPE_CHECKING:
    from bot.answers.guide import Guide
    from bot.knowledge.catalogue import Catalogue

__all__ = ["ask", "chat", "check", "doctor", "export", "new", "preview", "run", "start", "stats", "sync"]

FAULTY = 1
STANDARD_INPUT = ["-"]
NOTHING_ASKED = "There is no question: `montage-bot ask which song plays in rocky`, or a line each through a pipe."


def start(options: Namespace, settings: Settings) -> int:
    """Without a command: on Discord when there is a token, on the simulated one when there is none."""
    return preview(options, settings) if settings.token is None else run(options, settings)


def run(_options: Namespace, settings: Settings) -> int:
    from bot.discord_app.signals import leave, obeying

    with obeying(stop=leave, reload=lambda: None):  # from the first moment: Discord and the data take their time
        from bot.discord_app import launch

        launch.run(settings, _catalogue(settings))
    return 0


def preview(options: Namespace, settings: Settings) -> int:
    from bot.discord_app import preview as page

    if options.port is not None:
        settings = replace(settings, preview_port=options.port)
    page.preview(settings, _catalogue(settings), open_browser=options.browser)
    return 0


def sync(options: Namespace, settings: Settings) -> int:
    from bot.discord_app import launch

    launch.sync(settings, _catalogue(settings), settings.guild if options.guild is None else options.guild)
    return 0


def doctor(options: Namespace, settings: Settings) -> int:
    from bot.command_line.doctor import examine
    from bot.command_line.findings import State

    wrong = 0
    for finding in examine(settings, network=options.network):
        sys.stdout.write(f"{printable(str(finding))}\n")
        sys.stdout.flush()  # the network may take its time
        wrong += finding.state is State.WRONG
    return FAULTY if wrong else 0


def ask(options: Namespace, settings: Settings) -> int:
    from bot.command_line import asking

    guide = _guide(settings)
    if options.question == STANDARD_INPUT or (not options.question and not sys.stdin.isatty()):
        _stay()
        asking.answer_lines(guide, sys.stdin, sys.stdout, as_json=options.json)
    elif not options.question:
        raise MontageBotError(NOTHING_ASKED)
    else:
        question = " ".join(options.question)
        asking.answer_one(guide, question, sys.stdout, as_json=options.json)
        if options.why:
            asking.explain(guide, question, sys.stdout)
    return 0


def chat(_options: Namespace, settings: Settings) -> int:
    from bot.command_line.chat import Chat

    guide = _guide(settings)
    _stay()
    Chat(guide).talk()
    return 0


def check(options: Namespace, settings: Settings) -> int:
    from bot.knowledge.loading import check as faults_of

    directory = _chosen(options, settings)
    faults = faults_of(directory, links=options.links)
    for fault in faults:
        sys.stdout.write(f"{printable(str(fault))}\n")
    sys.stdout.write(f"{_verdict(directory, len(faults))}\n")
    return FAULTY if faults else 0


def new(options: Namespace, settings: Settings) -> int:
    from bot.command_line.new import Dialogue

    Dialogue(_chosen(options, settings)).hold()
    return 0


def export(options: Namespace, settings: Settings) -> int:
    if options.suggestions:
        from bot.command_line.suggested import suggested

        text, faults = suggested(_directory(settings), settings.database)
        sys.stderr.writelines(f"{printable(fault)}\n" for fault in faults)
    else:
        from bot.knowledge.export import export as text_of

        text = text_of(_catalogue(settings), options.format)
    if sys.stdout.isatty():
        text = printable(text)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())  # in bytes: CSV ends lines itself
    sys.stdout.buffer.flush()
    return 0


def stats(_options: Namespace, settings: Settings) -> int:
    from bot.command_line.counts import show
    from bot.knowledge.statistics import statistics

    show(statistics(_catalogue(settings)))
    return 0


def _verdict(directory: Path, faults: int) -> str:
    if faults:
        return f"{faults} {'fault' if faults == 1 else 'faults'} to mend in {directory}."
    from bot.knowledge.loading import load

    catalogue = load(directory)
    montages, films, lists = len(catalogue.montages), len(catalogue.films), len(catalogue.lists)
    return f"No faults in {directory}: {montages} montages of {films} films, {lists} lists."


def _guide(settings: Settings) -> Guide:
    from bot.answers.guide import Guide

    return Guide(_catalogue(settings))


def _stay() -> None:
    """To be called by what goes on for as long as somebody likes."""
    from bot.answers.guide import collect_from_now_on

    collect_from_now_on()


def _catalogue(settings: Settings) -> Catalogue:
    from bot.knowledge.loading import load

    return load(_directory(settings))


def _chosen(options: Namespace, settings: Settings) -> Path:
    """The data folder that was named, else that of the settings."""
    return _directory(settings) if options.directory is None else Path(options.directory or Path.cwd())


def _directory(settings: Settings) -> Path:
    from bot.knowledge.folder import default_directory

    return settings.data or default_directory()
