"""What a card looks like is made once and kept, at most once a montage: the same famous ones are asked for all day.

Only what is written into a message is kept, never a View: each message, and so each private one, has one of its own.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import discord

from bot.answers.answer import Answer, Card
from bot.discord_app.desk import Render
from bot.discord_app.replies import headline, is_plain_card
from bot.discord_app.sending import Reply

__all__ = ["MOST_KEPT", "keeping"]

#: Cards whose looks are kept; the one that was not asked for for longest goes first.
MOST_KEPT = 500

Component = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Look:
    card: Card
    embed: discord.Embed
    components: list[Component]


class _Written(discord.ui.View):
    """Buttons and menus that are written already. They answer as all of ours do: by their custom ids."""

    def __init__(self, components: list[Component]) -> None:
        super().__init__(timeout=None)
        self._components = components

    def to_components(self) -> list[Component]:
        return self._components


def keeping(render: Render) -> Render:
    """Makes replies as before, an answer that is one card and nothing beside from what was made for it last."""
    looks: OrderedDict[str, _Look] = OrderedDict()

    def reply(answer: Answer, page: int = 1) -> Reply:
        if not is_plain_card(answer):
            return render(answer, page)
        (card,) = answer.cards
        look = looks.get(card.montage_id)
        if look is None or look.card is not card:
            look = looks[card.montage_id] = _look(card, render(answer, page))
        looks.move_to_end(card.montage_id)
        if len(looks) > MOST_KEPT:
            looks.popitem(last=False)
        return Reply(headline(answer), [look.embed], _Written(look.components))

    return reply


def _look(card: Card, reply: Reply) -> _Look:
    (embed,) = reply.embeds
    return _Look(card, embed, reply.view.to_components())
