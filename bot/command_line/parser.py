"""What may be said on the command line: the commands, their options and their help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from bot import __version__
from bot.command_line import commands
from bot.config import Settings, guild_of, port_of
from bot.errors import MontageBotError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["UsageError", "parse"]

DESCRIPTION = (
    "Answers any question about film montages, on Discord and here. Without a command: serves Discord when "
    "DISCORD_TOKEN is set, and otherwise opens the preview, a simulated Discord on this computer."
)
A_DATA_FOLDER = "a folder with montages/ and lists/"


class UsageError(MontageBotError):
    """The program was called in a way it does not understand."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}. `{self.prog} --help` says what there is.")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """As argparse does it, but for what cannot be written: that is not passed over in silence."""
        (file or sys.stderr).write(message)


Command = Callable[[argparse.Namespace, Settings], int]
AddParser = Callable[..., Parser]


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options, with `.command` to call with them and the settings. Raises UsageError; --help and --version exit."""
    return _parser().parse_args(arguments)


def _parser() -> Parser:
    parser = Parser(prog="montage-bot", description=DESCRIPTION, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"montage-bot {__version__}")
    parser.set_defaults(command=commands.start, port=None, browser=True)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_discord(subparsers.add_parser)
    _add_asking(subparsers.add_parser)
    _add_data(subparsers.add_parser)
    return parser


def _add_discord(add_parser: AddParser) -> None:
    _add(add_parser, "run", commands.run, "serve Discord; needs DISCORD_TOKEN")
    preview = _add(
        add_parser, "preview", commands.preview, "the bot on a simulated Discord, as a page on this computer"
    )
    preview.add_argument(
        "--port", type=_as_setting(port_of), help="of the page on 127.0.0.1; any free one when left out"
    )
    preview.add_argument("--no-browser", dest="browser", action="store_false", help="only print the page's address")
    sync = _add(add_parser, "sync", commands.sync, "tell Discord which commands there are; needs DISCORD_TOKEN")
    sync.add_argument(
        "--guild", type=_as_setting(guild_of), metavar="ID", help="only for this server; for every server when left out"
    )


def _add_asking(add_parser: AddParser) -> None:
    ask = _add(add_parser, "ask", commands.ask, "answer a question")
    ask.add_argument(
        "question", nargs="*", metavar="QUESTION", help="the question; - or nothing reads one a line from a pipe"
    )
    ask.add_argument("--json", action="store_true", help="answer with one JSON object a line")
    ask.add_argument("--why", action="store_true", help="say how each word was read, and which readings competed")
    _add(add_parser, "chat", commands.chat, "talk with the bot here; it remembers what was said")


def _add_data(add_parser: AddParser) -> None:
    new = _add(add_parser, "new", commands.new, "ask for a new montage and write it into the data files")
    new.add_argument("directory", nargs="?", metavar="DIR", help=A_DATA_FOLDER)
    check = _add(add_parser, "check", commands.check, "look for faults in the data files; exits 1 when there are any")
    check.add_argument("directory", nargs="?", metavar="DIR", help=A_DATA_FOLDER)
    check.add_argument("--links", action="store_true", help="also for addresses that are malformed or stand twice")
    export = _add(add_parser, "export", commands.export, "print the whole catalogue")
    export.add_argument("--format", choices=("json", "csv"), default="json", help="json when left out")
    _add(add_parser, "stats", commands.stats, "count what is in the catalogue")


def _add(add_parser: AddParser, name: str, command: Command, sentence: str) -> Parser:
    description = f"{sentence[0].upper()}{sentence[1:]}."
    parser = add_parser(name, help=sentence, description=description, allow_abbrev=False)
    parser.set_defaults(command=command)
    return parser


def _as_setting(parse: Callable[[str], int]) -> Callable[[str], int]:
    """Reads an option as the setting of that name is read; argparse would leave out what is wrong with it."""

    def read(text: str) -> int:
        try:
            return parse(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error).rstrip(".")) from None

    return read
