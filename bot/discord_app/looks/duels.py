"""A duel as it is seen: two cards that tell nothing of ranks while it goes on, and then how it ended."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from msgspec import Struct
from msgspec.structs import replace

from bot.answers.answer import Card, Outcome
from bot.community.duels import Duel, Settled, Side, Verdict, standing, verdict
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS, card_embed
from bot.discord_app.markup import plain, small

__all__ = ["Names", "duel_embeds", "duel_words", "result_embed"]

CRITICS = "the consensus of the published rankings"


class Names(Struct, frozen=True):
    """What the two are called: by their films, and where that is the same, by their songs too."""

    first: str
    second: str

    @classmethod
    def of(cls, first: Card, second: Card) -> Names:
        if first.title != second.title:
            return cls(first.title, second.title)
        return cls(_with_song(first), _with_song(second))

    def of_side(self, side: Side) -> str:
        return self.first if side is Side.FIRST else self.second


def duel_words(duel: Duel) -> str:
    """What stands above the cards."""
    rules = "One vote each, which you may change until then; whoever started it may close it."
    return f"**Montage-off: which is better?** It closes <t:{duel.closes_at.timestamp():.0f}:R>.\n{small(rules)}"


def duel_embeds(first: Card, second: Card) -> list[discord.Embed]:
    """The cards, without what the critics say: that comes with the result."""
    return [
        card_embed(replace(each, heading=each.title, ranked_in=""), limits.EMBED_TOTAL // 2) for each in (first, second)
    ]


def result_embed(settled: Settled, names: Names, critics: Mapping[str, int]) -> discord.Embed:
    """How a duel ended, what the critics say of that, and what it did to the ratings of the server."""
    parts = (_critics(settled.duel, names, critics), _ratings(settled, names))
    return discord.Embed(
        title=clip(plain(_ended(settled.duel, names)), limits.EMBED_TITLE),
        description=clip("\n\n".join(part for part in parts if part), limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )


def _ended(duel: Duel, names: Names) -> str:
    score, winner = duel.score, duel.score.winner
    if not score.voters:
        return f"{names.first} against {names.second}: nobody voted"
    if winner is None:
        return f"A draw, {score.first} to {score.second}: {names.first} and {names.second}"
    loser = names.of_side(Side.SECOND if winner is Side.FIRST else Side.FIRST)
    votes = f"{max(score.first, score.second)} to {min(score.first, score.second)}"
    return f"{names.of_side(winner)} beats {loser}, {votes}"


def _critics(duel: Duel, names: Names, critics: Mapping[str, int]) -> str:
    """The result beside the order of the critics."""
    said = " and ".join(
        f"{plain(name)} {f'no. {critics[montage]}' if montage in critics else 'without a place'}"
        for montage, name in ((duel.first, names.first), (duel.second, names.second))
    )
    match verdict(duel, critics):
        case Verdict.AGREES:
            return f"**The critics agree:** {CRITICS} has {said}."
        case Verdict.DISAGREES:
            return f"**The critics see it the other way round:** {CRITICS} has {said}."
        case Verdict.UNDECIDED:
            return f"**The critics:** {CRITICS} has {said}."
        case Verdict.UNRANKED if duel.first in critics or duel.second in critics:
            return f"**The critics cannot tell:** {CRITICS} has {said}."
        case Verdict.UNRANKED:
            return f"**The critics cannot tell:** {CRITICS} has neither."


def _ratings(settled: Settled, names: Names) -> str:
    """Both ratings as they are now; nothing where the duel changed none."""
    duel, ratings = settled.duel, settled.ratings
    if not duel.score.voters:
        return ""
    both = ((duel.first, names.first), (duel.second, names.second))
    lines = (
        f"{plain(name)}: {ratings[montage].points}, no. {standing(montage, ratings)} of {len(ratings)}"
        for montage, name in both
        if montage in ratings
    )
    return "**Rated by duels on this server**\n" + "\n".join(lines)


def _with_song(card: Card) -> str:
    return f"{card.title} – {card.songs[0].title}" if card.songs else card.title
