"""What a reading leaves over where it matters: the thing asked for, whoever is named, and by whom."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bot.language.evidence.roles import Role
from bot.language.fold import ARTICLES
from bot.language.lexicon import asking_words
from bot.language.reading import Reading

#: Between a thing and what it is a thing of: "the drummer on Wipe Out", "bpm of Maniac".
_OF = frozenset("of on for behind to".split())
_NO_SENSE = frozenset[str]()


#: A name, and beside it what nothing explains.
_LOST_BESIDE = ((Role.NAME, Role.NOTHING), (Role.NOTHING, Role.NAME))


def lost_beside_names(roles: Sequence[Role]) -> int:
    """How many words next to a name, small words aside, are explained by nothing."""
    pairs = itertools.pairwise([role for role in roles if role is not Role.FILLER])
    return sum([pair in _LOST_BESIDE for pair in pairs])


class Leftovers:
    """The words of a message that a reading explains by no name, no word that asks and nothing said of its montage."""

    def __init__(self, reading: Reading, roles: Sequence[Role], lost: frozenset[int]) -> None:
        self._reading = reading
        self._roles = roles
        self._lost = lost

    @property
    def strangers(self) -> int:
        """How many of them are written as names are: with a capital inside a sentence, or in quotes."""
        words = self._reading.words
        if sum(word.capital for word in words) * 2 > len(words) + 1 or self._reading.language == "de":
            return sum(words[at].quoted for at in self._lost)
        return sum(words[at].quoted or self._is_name_like(at) for at in self._lost)

    def _is_name_like(self, at: int) -> bool:
        words = self._reading.words
        beside = [each for each in (at - 1, at + 1) if each in self._lost]
        opens = not at or not words[at].opens
        return words[at].capital and (not opens or any(words[each].capital for each in beside))

    @property
    def by_whom(self) -> bool:
        """Whether something is said to be by somebody of whom nothing is known."""
        texts = self._reading.texts_at
        return any(at and "by" in texts[at - 1] for at in self._lost)

    @property
    def thing_of_name(self) -> bool:
        """Whether one of them is a thing of what is named: "drummer on Wipe Out", "casting director for Hairspray"."""
        return any(self._leads_to_name(at + 1) for at in self._lost)

    def _leads_to_name(self, at: int) -> bool:
        """Whether words that ask, then "of", then a name follow."""
        words, roles = self._reading.words, self._roles
        while at < len(words) and (roles[at] is Role.FORM or at in self._lost) and words[at].folded not in _OF:
            at += 1
        if at == len(words) or words[at].folded not in _OF:
            return False
        at += 1
        while at < len(words) and words[at].folded in ARTICLES and roles[at] is not Role.NAME:
            at += 1
        return at < len(words) and roles[at] is Role.NAME

    def asked_behind(self, position: int) -> bool:
        """Whether what is asked for, right behind the question word, is one of them: "who edited", "which desert"."""
        behind = range(position + 1, len(self._roles))
        first = next((at for at in behind if not self._is_light(at)), None)
        return first in self._lost

    def _is_light(self, at: int) -> bool:
        texts = self._reading.texts_at[at]
        return self._roles[at] is not Role.NAME and any(
            text in ARTICLES or "auxiliary" in asking_words().get(text, _NO_SENSE) for text in texts
        )
