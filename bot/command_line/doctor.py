"""What may keep the bot from serving, looked at one by one, each with a sentence on what to do."""

from __future__ import annotations

import asyncio
import base64
import binascii
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.command_line.findings import Finding, State
from bot.config import Settings
from bot.errors import CatalogueError, MontageBotError
from bot.knowledge.folder import default_directory

__all__ = ["examine"]

PARTS_OF_A_TOKEN = 3
SECRETS_LENGTH = 32  # of a client secret, which stands beside the token
#: Seconds by which a clock may be wrong: commands and clicks are answered within three.
MOST_LATE = 3.0
#: Connections of a shard, of a thousand a day, below which one had better not start again and again.
FEW_STARTS = 50
COPY_IT = "copy it from https://discord.com/developers/applications > your application > Bot > Reset Token."

Check = Callable[[Settings], Iterator[Finding]]


def examine(settings: Settings, *, network: bool) -> Iterator[Finding]:
    """Every finding, in the order in which one would mend them; asks Discord only when told to."""
    for check in (*OFFLINE, *(ONLINE if network else ())):
        yield from check(settings)


def _settings(settings: Settings) -> Iterator[Finding]:
    yield from (Finding(State.MIND, "settings", slip) for slip in settings.slips)
    if not settings.slips:
        yield Finding(State.WELL, "settings", "every variable that is set is understood.")


def _token(settings: Settings) -> Iterator[Finding]:
    if settings.token is None:
        yield Finding(
            State.MIND, "token", f"DISCORD_TOKEN is not set. The preview needs none; to serve Discord, {COPY_IT}"
        )
    elif fault := _fault_of(settings.token):
        yield Finding(State.WRONG, "token", f"DISCORD_TOKEN {fault}: {COPY_IT}")
    else:
        yield Finding(State.WELL, "token", "it has the shape of one; only Discord knows whether it is (--network).")


def _fault_of(token: str) -> str:
    parts = token.split(".")
    if token.isdigit():
        return "is a number, as the id of an application is"
    if len(parts) != PARTS_OF_A_TOKEN:
        beside = ", and looks like the client secret" if len(token) == SECRETS_LENGTH else ""
        return f"has no two dots in it, as every token has{beside}"
    return "" if _is_id(parts[0]) else "does not begin as a token does, with the number of its bot"


def _is_id(part: str) -> bool:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).isdigit()
    except (binascii.Error, ValueError):
        return False


def _intents(_settings: Settings) -> Iterator[Finding]:
    from bot.discord_app.visit import ASKED_FOR

    yield Finding(State.WELL, "intents", f"{', '.join(ASKED_FOR)}; none of them has to be granted at Discord.")


def _catalogue(settings: Settings) -> Iterator[Finding]:
    from bot.knowledge import compiled
    from bot.knowledge.loading import load

    directory = settings.data or default_directory()
    try:
        catalogue = load(directory)
    except CatalogueError as faults:
        first, *others = str(faults).splitlines()
        more = f" There are {len(others)} more: `montage-bot check` tells all." if others else ""
        yield Finding(State.WRONG, "catalogue", f"{first}{more}")
        return
    yield Finding(
        State.WELL, "catalogue", f"{len(catalogue.montages)} montages, {len(catalogue.lists)} lists in {directory}."
    )
    if compiled.read(catalogue.fingerprint) is None:
        sentence = (
            "nothing can be kept for the next start, which takes a second longer: XDG_CACHE_HOME names another folder."
        )
        yield Finding(State.MIND, "cache", sentence)
    else:
        yield Finding(State.WELL, "cache", "what was read is kept for the next start.")


def _database(settings: Settings) -> Iterator[Finding]:
    from bot.command_line.kept import database

    yield from database(settings)


def _shards(settings: Settings) -> Iterator[Finding]:
    if settings.shard_ids:
        opened = ", ".join(map(str, settings.shard_ids))
        sentence = f"of {settings.shard_count}, this process opens {opened}; other processes have to open the rest."
    elif settings.shard_count:
        sentence = f"this process opens all {settings.shard_count}."
    else:
        sentence = "this process opens all, as many as Discord recommends."
    yield Finding(State.WELL, "shards", sentence)


def _clock(_settings: Settings) -> Iterator[Finding]:
    newest = Path(__file__).stat().st_mtime
    if time.time() < newest:
        yield Finding(
            State.WRONG, "clock", "it is behind the files of this program: set it, or let the network set it."
        )
    else:
        yield Finding(
            State.WELL, "clock", "it is not before the files of this program; --network compares it with Discord's."
        )


def _port(settings: Settings) -> Iterator[Finding]:
    if settings.metrics_port is None:
        yield Finding(State.WELL, "metrics", "MONTAGE_METRICS_PORT is not set: neither metrics nor health are served.")
    elif fault := _taken(settings.metrics_host, settings.metrics_port):
        place = f"port {settings.metrics_port} of {settings.metrics_host} cannot be had ({fault})"
        sentence = f"{place}: it is well if the bot runs there now; else choose another MONTAGE_METRICS_PORT."
        yield Finding(State.MIND, "metrics", sentence)
    else:
        yield Finding(State.WELL, "metrics", f"port {settings.metrics_port} of {settings.metrics_host} is free.")


def _taken(host: str, port: int) -> str:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as refused:
            return refused.strerror or "refused"
    return ""


def _discord(settings: Settings) -> Iterator[Finding]:
    from bot.discord_app.visit import visit

    if settings.token is None:
        yield Finding(State.MIND, "Discord", "it cannot be asked without DISCORD_TOKEN.")
        return
    try:
        seen = asyncio.run(visit(settings.token))
    except MontageBotError as fault:
        yield Finding(State.WRONG, "Discord", str(fault))
        return
    yield Finding(State.WELL, "Discord", f"it lets {seen.name} in, and recommends {seen.shards} shard(s).")
    if seen.privileged:
        names = ", ".join(seen.privileged)
        yield Finding(
            State.MIND, "intents", f"{names} granted, though not needed: turn them off at Discord, under Bot."
        )
    if seen.starts_left < FEW_STARTS:
        sentence = f"only {seen.starts_left} connections are left for today: find out why it starts so often."
        yield Finding(State.MIND, "starts", sentence)
    if seen.late is not None:
        late = f"{abs(seen.late):.0f} s {'ahead of' if seen.late > 0 else 'behind'} Discord's"
        is_late = abs(seen.late) > MOST_LATE
        yield Finding(State.WRONG if is_late else State.WELL, "clock", f"{late}{': set it.' if is_late else '.'}")


OFFLINE: tuple[Check, ...] = (_settings, _token, _intents, _catalogue, _database, _shards, _clock, _port)
ONLINE: tuple[Check, ...] = (_discord,)
