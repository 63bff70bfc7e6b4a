"""Forms: what is submitted finds its way by the custom id, so that it is taken after a restart too."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, cast

import discord
from msgspec import Struct

from bot.discord_app import limits
from bot.discord_app.asked import Way
from bot.discord_app.desk import Desk, desk_of
from bot.discord_app.failures import reply_error
from bot.discord_app.limits import clip

__all__ = ["Field", "Fields", "Form", "menu", "opened", "submitted_to"]

Fields = Mapping[str, str]
Submitted = Callable[[Desk, discord.Interaction[Any], re.Match[str], Fields], Awaitable[None]]


class Field(Struct, frozen=True):
    """A line, or several, that somebody types."""

    name: str  # part of what is submitted, so it stays
    label: str
    example: str
    longest: int
    long: bool = False
    optional: bool = False


class Form(Struct, frozen=True):
    """What a form's custom id looks like, and what is done with what was typed; that may raise anything."""

    pattern: re.Pattern[str]
    submitted: Submitted


def opened(
    title: str, custom_id: str, fields: Sequence[Field], typed: Fields, *menus: discord.ui.Label[Any]
) -> discord.ui.Modal:
    """A form with what is known already typed in."""
    form = discord.ui.Modal(title=title, custom_id=custom_id, timeout=None)
    for field in fields:
        form.add_item(discord.ui.Label(text=field.label, component=_line(field, typed.get(field.name, ""))))
    for each in menus:
        form.add_item(each)
    return form


def menu(name: str, label: str, options: Mapping[str, str], chosen: str = "") -> discord.ui.Label[Any]:
    """A menu in a form, of which one has to be picked; `options` are labels by value."""
    shown = [
        discord.SelectOption(label=clip(text, limits.MENU_TEXT), value=value, default=value == chosen)
        for value, text in options.items()
    ]
    select: discord.ui.Select[Any] = discord.ui.Select(custom_id=name, options=shown[: limits.MENU_OPTIONS])
    return discord.ui.Label(text=label, component=select)


async def submitted_to(forms: Sequence[Form], interaction: discord.Interaction[Any]) -> bool:
    """Whether one of the forms was submitted; whatever goes wrong then is told."""
    data = cast("dict[str, Any]", interaction.data or {})
    for form in forms:
        match = form.pattern.fullmatch(str(data.get("custom_id", "")))
        if match is not None:
            desk = desk_of(interaction)
            desk.underway.begin(Way.CLICK)
            try:
                await form.submitted(desk, interaction, match, dict(_typed(data.get("components", []))))
            except Exception as error:  # noqa: BLE001  whatever it is, the user must not be left with "something went wrong"
                await reply_error(interaction, error)
            return True
    return False


def _line(field: Field, typed: str) -> discord.ui.TextInput[Any]:
    return discord.ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
        placeholder=clip(field.example, limits.PLACEHOLDER),
        default=typed[: field.longest] or None,
        max_length=field.longest,
        required=not field.optional,
    )


def _typed(components: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What was typed or picked, by the name of each field, however deep Discord has put it."""
    for each in components:
        if "custom_id" in each:
            yield str(each["custom_id"]), str(each.get("value") or next(iter(each.get("values") or ()), ""))
        within = each.get("components") or ([each["component"]] if isinstance(each.get("component"), dict) else [])
        yield from _typed(within)
