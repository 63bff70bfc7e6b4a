"""What Discord takes of a message: its own description, the limits this leaves out, and that nobody is pinged."""

from __future__ import annotations

from typing import Any

import discord

from benchmarks.openapi import faults_of_request
from bot.discord_app import limits

__all__ = ["check_message", "check_request"]


def check_request(method: str, path: str, body: Any) -> None:
    """Fails when Discord would refuse the request, or when it could mention anyone."""
    if body is None:
        return
    assert faults_of_request(method, path, body) == []
    if isinstance(body, dict):
        check_message(body.get("data") or body)


def check_message(message: dict[str, Any]) -> None:
    """Fails when Discord would refuse the message, or when it could mention anyone."""
    if "title" in message:
        check_form(message)
        return
    embeds = message.get("embeds") or []
    rows = message.get("components") or []
    assert len(message.get("content") or "") <= limits.CONTENT
    assert sum(len(discord.Embed.from_dict(embed)) for embed in embeds) <= limits.EMBED_TOTAL
    assert len(rows) <= limits.COMPONENT_ROWS
    for embed in embeds:
        check_embed(embed)
    components = [component for row in rows for component in row["components"]]
    ids = [component["custom_id"] for component in components if "custom_id" in component]
    assert len(set(ids)) == len(ids)
    assert all(len(row["components"]) <= limits.BUTTONS_A_ROW for row in rows)
    for component in components:
        check_component(component)
    if "content" in message:
        assert message["allowed_mentions"]["parse"] == []


def check_form(form: dict[str, Any]) -> None:
    assert 0 < len(form["title"]) <= limits.FORM_TITLE
    assert len(form["custom_id"]) <= limits.CUSTOM_ID
    assert 0 < len(form["components"]) <= limits.COMPONENT_ROWS
    for each in form["components"]:
        assert 0 < len(each["label"]) <= limits.FIELD_LABEL
        check_component(each["component"])


def check_embed(embed: dict[str, Any]) -> None:
    assert len(embed.get("title", "")) <= limits.EMBED_TITLE
    assert len(embed.get("description", "")) <= limits.EMBED_DESCRIPTION
    assert len(embed.get("footer", {}).get("text", "")) <= limits.SHORT_FOOTER
    assert len(embed.get("fields", [])) <= limits.EMBED_FIELDS
    for field in embed.get("fields", []):
        assert 0 < len(field["name"]) <= limits.FIELD_NAME
        assert 0 < len(field["value"]) <= limits.FIELD_VALUE


def check_component(component: dict[str, Any]) -> None:
    assert len(component.get("custom_id", "")) <= limits.CUSTOM_ID
    assert len(component.get("label") or "") <= limits.BUTTON_LABEL
    assert len(component.get("url") or "") <= limits.BUTTON_URL
    options = component.get("options", [])
    assert len(options) <= limits.MENU_OPTIONS
    assert len({option["value"] for option in options}) == len(options)
    for option in options:
        assert 0 < len(option["label"]) <= limits.MENU_TEXT
        assert 0 < len(option["value"]) <= limits.MENU_TEXT
        assert len(option.get("description") or "") <= limits.MENU_TEXT
