"""What can be wrong when Discord is asked for something at a start, as the sentence for whoever starts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import aiohttp
import discord

from bot.discord_app.limits import clip
from bot.errors import MontageBotError, SettingError

__all__ = ["told_in_a_sentence"]

_log = logging.getLogger(__name__)

PORTAL = "https://discord.com/developers/applications"
WRONG_TOKEN = (
    "DISCORD_TOKEN is not a token Discord knows: it may have been reset or copied in part. "
    f"Get a new one at {PORTAL}, Bot > Reset Token."
)
UNREACHABLE = "Discord cannot be reached from here: check the network connection, then try again."
UNREADABLE = (
    "What Discord answered cannot be read: something on the way to it may have answered instead; try again later."
)
BUSY = "Discord takes nothing from here for a while (status 429): wait some minutes, then try again."
FAILED = "Discord has a failure of its own (status {}): try again later; https://discordstatus.com says how it is."
FORBIDDEN = "Discord forbids this to the bot ({}): look at the application at {}."
FORBIDDEN_GUILD = (
    "MONTAGE_GUILD (or --guild) names a server this bot is not on: invite it there first, or check the id "
    "(right-click the server > Copy Server ID)."
)
REFUSED = "Discord does not take what the bot asks of it ({}): update Montage Bot, and if it stays so, tell its makers."
SHARDS = "SHARD_COUNT is no number of shards that Discord takes for this bot: leave it out to let Discord say."
OUTDATED = "Discord no longer speaks with this version of the bot: update Montage Bot."
INTENTS = f"Discord does not give this bot the events it needs: look at the application at {PORTAL}, Bot."
OF_CLOSE_CODES = {
    4004: WRONG_TOKEN,
    4010: SHARDS,
    4011: SHARDS,
    4012: OUTDATED,
    4013: INTENTS,
    4014: INTENTS,
}
LONGEST_REASON = 200  # characters; what refuses may be a whole web page
#: How an answer of another form than Discord's shows itself in discord.py.
MISREAD = (TypeError, KeyError, IndexError, ValueError, AttributeError, aiohttp.ClientError)


@contextmanager
def told_in_a_sentence(guild_id: int | None = None) -> Iterator[None]:
    """Raises the MontageBotError for what Discord refuses inside; `guild_id` is the server it was asked about."""
    try:
        yield
    except Exception as error:
        known = _known(error, guild_id)
        if known is None:
            raise
        _log.debug("Discord was asked in vain", exc_info=error)
        raise known from None  # the cause may quote the request


def _known(error: BaseException | None, guild_id: int | None) -> MontageBotError | None:
    match error:
        case discord.LoginFailure():
            return SettingError(WRONG_TOKEN)
        case discord.GatewayNotFound():
            return _known(error.__cause__, guild_id)
        case discord.HTTPException():
            return _refused(error, guild_id)
        case discord.PrivilegedIntentsRequired():
            return MontageBotError(INTENTS)
        case discord.ConnectionClosed():
            return MontageBotError(OF_CLOSE_CODES.get(error.code, UNREACHABLE))
        case aiohttp.ClientConnectionError() | OSError():
            return MontageBotError(UNREACHABLE)
        case _:
            return MontageBotError(UNREADABLE) if isinstance(error, MISREAD) else None


def _refused(error: discord.HTTPException, guild_id: int | None) -> MontageBotError:
    reason = clip(" ".join(f"{error.status}: {error.text}".split()), LONGEST_REASON)
    match error.status:
        case HTTPStatus.UNAUTHORIZED:
            return SettingError(WRONG_TOKEN)
        case HTTPStatus.FORBIDDEN | HTTPStatus.NOT_FOUND if guild_id is not None:
            return SettingError(FORBIDDEN_GUILD)
        case HTTPStatus.FORBIDDEN:
            return MontageBotError(FORBIDDEN.format(reason, PORTAL))
        case HTTPStatus.TOO_MANY_REQUESTS:
            return MontageBotError(BUSY)
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return MontageBotError(FAILED.format(status))
        case _:
            return MontageBotError(REFUSED.format(reason))
