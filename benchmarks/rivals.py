"""What others would do: one fuzzy comparison of the whole question with every film and song title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from bot.answers.answer import Answer
from bot.answers.card import Cards
from bot.answers.compose import answered, unknown
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.question import Intent, Question

#: From a question to the title that wins, or None when none reaches the cutoff.
Rule = Callable[[str], str | None]


class Rival:
    """Answers with the card of every montage whose film or song has the winning title: all such a bot could say."""

    def __init__(self, catalogue: Catalogue, rule_of: Callable[[Sequence[str]], Rule]) -> None:
        self._catalogue = catalogue
        self._cards = Cards(catalogue)
        self._montages = _by_title(catalogue)
        self._rule = rule_of(list(self._montages))

    def ask(self, text: str, _conversation: str | None = None) -> Answer:
        """The answer to a question; these rules know no conversations."""
        title = self._rule(text)
        if title is None:
            return unknown(Question(text, Intent.NOTHING), "Nothing found.")
        montages = self._montages[title]
        question = Question(text, Intent.DESCRIBE)
        return answered(question, self._cards, montages, title, shown=len(montages), rank=self._rank(montages[0]))

    def _rank(self, montage: Montage) -> int | None:
        ranked = self._catalogue.default_list
        return self._catalogue.rank_of(montage, ranked) if ranked else None


def _by_title(catalogue: Catalogue) -> dict[str, list[Montage]]:
    """The montages of each film and song title, folded as RapidFuzz does it: once, not for every question."""
    found: dict[str, list[Montage]] = defaultdict(list)
    for montage in catalogue.montages:
        for title in dict.fromkeys((montage.film.title, *(song.title for song in montage.songs))):
            found[default_process(title)].append(montage)
    return found


def _extract_one(scorer: Callable[..., float], cutoff: float) -> Callable[[Sequence[str]], Rule]:
    def rule_of(titles: Sequence[str]) -> Rule:
        def rule(text: str) -> str | None:
            found = process.extractOne(default_process(text), titles, scorer=scorer, score_cutoff=cutoff)
            return found[0] if found else None

        return rule

    return rule_of


def trigrams(text: str) -> frozenset[str]:
    """The three-letter pieces of the words of a text, as PostgreSQL's pg_trgm takes them."""
    padded = (f"  {word} " for word in re.findall(r"[^\W_]+", text.lower()))
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """pg_trgm's similarity(): the trigrams both have, as a part of those either has."""
    common = len(one & other)
    return common / ((len(one) + len(other) - common) or 1)


def _trigram_rule(titles: Sequence[str], least: float = 0.3) -> Rule:
    known = [(trigrams(title), title) for title in titles]

    def rule(text: str) -> str | None:
        asked = trigrams(text)
        score, title = max((similarity(asked, each), title) for each, title in known)
        return title if score >= least else None

    return rule


_RULES: dict[str, Callable[[Sequence[str]], Rule]] = {
    "WRatio 60": _extract_one(fuzz.WRatio, 60),
    "token_set 75": _extract_one(fuzz.token_set_ratio, 75),
    "QRatio 80": _extract_one(fuzz.QRatio, 80),
    "trigram 0.3": _trigram_rule,
}


def rivals(catalogue: Catalogue) -> Iterable[tuple[str, Rival]]:
    """Each rule by its name and cutoff, over the titles of the catalogue."""
    return ((name, Rival(catalogue, rule_of)) for name, rule_of in _RULES.items())
