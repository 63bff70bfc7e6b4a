"""What Discord sends, in as few keys as discord.py does with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = [
    "APPLICATION",
    "BOT_ID",
    "CHANNEL_ID",
    "CLICK",
    "COMMAND",
    "GUILD",
    "GUILD_ID",
    "ME",
    "OWNER_ID",
    "SUBMIT",
    "TYPING",
    "clicked",
    "interaction",
    "message",
    "of_montage",
    "picked",
    "ready",
    "submitted",
    "token_of",
]

BOT_ID, GUILD_ID, CHANNEL_ID, OWNER_ID = "1", "2", "3", "8"
#: Kinds of interactions.
COMMAND, CLICK, TYPING, SUBMIT = 2, 3, 4, 5
MENU = 3  # a kind of component
PERMISSIONS = "309237664768"  # of the README's invitation
WHEN = "2026-01-01T00:00:00+00:00"

ME = {"id": BOT_ID, "username": "Montage Bot", "discriminator": "0", "avatar": None, "bot": True}
OWNER = {"id": OWNER_ID, "username": "maya", "discriminator": "0", "avatar": None}
APPLICATION = {"id": BOT_ID, "name": "Montage Bot", "icon": None, "description": "", "bot_public": True, "flags": 0}
APPLICATION |= {"bot_require_code_grant": False, "summary": "", "owner": OWNER, "verify_key": ""}
EVERYONE = {"id": GUILD_ID, "name": "@everyone", "color": 0, "hoist": False, "position": 0, "permissions": "0"}
EVERYONE |= {"managed": False, "mentionable": False}
CHANNEL = {"id": CHANNEL_ID, "type": 0, "name": "montages", "position": 0, "permission_overwrites": []}
CHANNELS = [CHANNEL, CHANNEL | {"id": "4", "name": "songs"}, CHANNEL | {"id": "5", "name": "films"}]
TOKEN = "of-interaction-"
GUILD = {"id": GUILD_ID, "name": "Movie Night", "owner_id": "9", "channels": CHANNELS, "roles": [EVERYONE]}
GUILD |= {"member_count": 2, "members": [], "emojis": [], "features": [], "threads": [], "verification_level": 0}
GUILD |= {"default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0}
GUILD |= {"premium_tier": 0, "preferred_locale": "en-US", "afk_timeout": 300, "system_channel_flags": 0}


def ready(place: str, shard: list[int], guild: str) -> dict[str, Any]:
    """The welcome of a shard that has one server."""
    session = {"v": 10, "user": ME, "shard": shard, "session_id": "s", "resume_gateway_url": f"ws://{place}/gateway"}
    return session | {"guilds": [{"id": guild, "unavailable": True}], "application": {"id": BOT_ID, "flags": 0}}


def of_montage(name: str, options: Mapping[str, str], **more: object) -> dict[str, Any]:
    """A command of /montage with what was given as its options."""
    given = [{"name": option, "type": 3, "value": value, **more} for option, value in options.items()]
    return {"id": "5", "name": "montage", "type": 1, "options": [{"name": name, "type": 1, "options": given}]}


def clicked(custom_id: str, below: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A click, and the message of the bot below which the button is."""
    button = {"type": 2, "style": 2, "label": "Sources", "custom_id": custom_id}
    shown = message(below, "an answer", BOT_ID) | {"components": [{"type": 1, "components": [button]}]}
    return {"component_type": 2, "custom_id": custom_id}, shown


def picked(custom_id: str, value: str, below: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is picked in a menu, and the message of the bot below which the menu is."""
    menu = {"type": MENU, "custom_id": custom_id, "options": [{"label": "This one", "value": value}]}
    shown = message(below, "an answer", BOT_ID) | {"components": [{"type": 1, "components": [menu]}]}
    return {"component_type": MENU, "custom_id": custom_id, "values": [value]}, shown


def submitted(custom_id: str, typed: Mapping[str, str]) -> dict[str, Any]:
    """A form with what was typed into its fields."""
    fields = [
        {"type": 18, "id": n, "component": {"type": 4, "id": n, "custom_id": name, "value": value}}
        for n, (name, value) in enumerate(typed.items())
    ]
    return {"custom_id": custom_id, "components": fields}


def interaction(
    interaction_id: str,
    kind: int,
    data: dict[str, Any],
    author: str,
    channel: str = CHANNEL_ID,
) -> dict[str, Any]:
    member = {"user": _user(author), "roles": [], "joined_at": WHEN, "deaf": False, "mute": False}
    member |= {"flags": 0, "permissions": "0"}
    return {
        "id": interaction_id,
        "application_id": BOT_ID,
        "type": kind,
        "data": data,
        "token": TOKEN + interaction_id,
        "version": 1,
        "guild_id": GUILD_ID,
        "channel_id": channel,
        "channel": CHANNEL | {"id": channel},
        "member": member,
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 0,
        "app_permissions": PERMISSIONS,
        "attachment_size_limit": 0,
    }


def token_of(token: str) -> str:
    """The id of the interaction that a token belongs to."""
    return token.removeprefix(TOKEN)


def _user(user_id: str) -> dict[str, Any]:
    return {"id": user_id, "username": f"user{user_id}", "discriminator": "0", "avatar": None}


def message(
    message_id: str, text: str, author: str, channel: str = CHANNEL_ID, *, direct: bool = False
) -> dict[str, Any]:
    written: dict[str, Any] = {"id": message_id, "channel_id": channel, "content": text, "timestamp": WHEN}
    written |= {} if direct else {"guild_id": GUILD_ID}
    written |= {"author": ME if author == BOT_ID else _user(author), "edited_timestamp": None, "tts": False}
    written |= {"mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "embeds": []}
    return written | {"pinned": False, "type": 0, "flags": 0, "components": []}
