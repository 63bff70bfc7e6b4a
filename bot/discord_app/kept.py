"""What a card or a choice looks like is made once and kept, at most once a montage: the famous are asked for all day.

Only what is written into a message is kept, never a View: each message, and so each private one, has one of its own.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import discord
from discord.types.embed import Embed as EmbedData
from msgspec import Struct

from bot.answers.answer import Answer
from bot.discord_app.desk import Render
from bot.discord_app.replies import headline, is_plain
from bot.discord_app.sending import Reply

__all__ = ["MOST_KEPT", "keeping"]

#: Cards whose looks are kept; the one that was not asked for for longest goes first.
MOST_KEPT = 500

Component = dict[str, Any]


class _Look(Struct, frozen=True):
    of: object  # all that it depends on
    embed: _WrittenEmbed
    components: list[Component]


class _WrittenEmbed(discord.Embed):
    """An embed that is written already, until it is copied to be changed."""

    written: EmbedData | None = None

    def to_dict(self) -> EmbedData:
        return self.written or super().to_dict()


class _Written(discord.ui.View):
    """Buttons and menus that are written already. They answer as all of ours do: by their custom ids."""

    def __init__(self, components: list[Component]) -> None:
        super().__init__(timeout=None)
        self._components = components

    def to_components(self) -> list[Component]:
        return self._components


def keeping(render: Render) -> Render:
    """Makes replies as before, a plain answer from what was made last for its montage, where that is the same."""
    looks: OrderedDict[str, _Look] = OrderedDict()

    def reply(answer: Answer, page: int = 1) -> Reply:
        if not is_plain(answer):
            return render(answer, page)
        key, of = _subject(answer)
        look = looks.get(key)
        if look is None or look.of != of:
            look = looks[key] = _look(of, render(answer, page))
        looks.move_to_end(key)
        if len(looks) > MOST_KEPT:
            looks.popitem(last=False)
        return Reply(headline(answer) if answer.cards else "", [look.embed], _Written(look.components))

    return reply


def _subject(answer: Answer) -> tuple[str, object]:
    """What a plain answer's looks are kept under, and all that they depend on."""
    if answer.cards:
        return answer.cards[0].montage_id, answer.cards[0]
    return f"choice:{answer.options[0].montage_id}", (answer.headline, answer.read_as, answer.options)


def _look(of: object, reply: Reply) -> _Look:
    (embed,) = reply.embeds
    written = embed.to_dict()
    kept = _WrittenEmbed.from_dict(written)
    kept.written = written
    return _Look(of, kept, reply.view.to_components())
