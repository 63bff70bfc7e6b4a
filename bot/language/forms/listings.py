"""Lists, places in them, and how many: what is listed, by which filter, and which place is asked after."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.selection import Filter
from bot.language.candidates import Finder
from bot.language.filters import filter_of, narrowed
from bot.language.forms.common import PEOPLE, ids, list_named, montage_ids
from bot.language.forms.form import Asked, Form, Forms
from bot.language.forms.truths import Truths
from bot.language.names import NameKind
from bot.language.question import Intent, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.versions import Named
from bot.language.wording import of_lists, of_things, of_truths

#: Words rarer than this (as BM25 counts rarity) describe something; more than a few of them describe a scene.
TELLING = 3.0
FEW = 3
#: Words commoner than this beside a filter say nothing more.
SAYS_LITTLE = 2.0
_MONTAGES = re.compile(r"\bmontages\b")


class Listings:
    """Recognises questions about lists and places."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex, truths: Truths) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes
        self._truths = truths

    def place_of_something(self, reading: Reading, named: Named) -> Question | None:
        """The place of something named or described, before its name is taken for a filter."""
        said = reading.said
        about_something = named.films or reading.songs or reading.mentions_of(NameKind.CHARACTER)
        if not (about_something or self._is_place_of_a_scene(reading)) or self._beside(reading, named):
            return None
        claimed = of_truths.CHECK.search(said) and not of_truths.is_open(said, reading.text)
        if of_lists.COUNT.search(said) or claimed:
            return None
        plural = of_lists.PLURAL.search(said) and not of_lists.rank_surely_asked(said)
        return None if plural else self.place(reading, named)

    def place(self, reading: Reading, named: Named) -> Question | None:
        """Where what is asked about stands in a list."""
        if not of_lists.rank_asked(reading.said) or of_things.PERFORMER.search(reading.said):
            return None
        found = self._truths.subject(reading, named)
        if not found.montages:
            return None
        chosen = montage_ids(found)
        films, ranked = ids(named.films), list_named(reading)
        return Question(reading.text, Intent.RANK, montages=chosen, clear=found.clear, films=films, list_id=ranked)

    @property
    def forms(self) -> Forms:
        """A place, how many, who is at a place, the top of a list, what fits a filter, or a whole list."""
        listed = {
            "how many": self._count,
            "at a place": self._at_place,
            "top": self._top,
            "filtered": self._filtered,
            "whole list": self._whole,
            "list by name": self._by_name,
        }
        return (
            Form("place of a thing", lambda asked: self.place_of_something(asked.reading, asked.named)),
            Form("place", lambda asked: self.place(asked.reading, asked.named)),
            *(Form(name, partial(self._listing, read)) for name, read in listed.items()),
        )

    @staticmethod
    def _listing(read: Callable[[Reading, Named, Filter], Question | None], asked: Asked) -> Question | None:
        return read(asked.reading, asked.named, filter_of(asked.reading))

    def _count(self, reading: Reading, named: Named, chosen: Filter) -> Question | None:
        if not of_lists.COUNT.search(reading.said) or (named.films and not of_lists.PLURAL.search(reading.said)):
            return None
        wider, top = self._with_series(chosen, reading, named), of_lists.top_asked(reading.said)
        return Question(reading.text, Intent.COUNT, chosen=wider, list_id=list_named(reading), top=top)

    def _at_place(self, reading: Reading, named: Named, chosen: Filter) -> Question | None:
        beside = self._beside(reading, named)
        place = beside or of_lists.place_asked(reading.said)
        pointed = not named.films and not reading.songs and not (chosen.is_empty and self._is_scene_like(reading))
        if not place or not (beside or pointed):
            return None
        beyond = ids(named.films) if beside else ()
        ranked = list_named(reading)
        return Question(reading.text, Intent.AT_RANK, place=place, films=beyond, list_id=ranked, chosen=chosen)

    @staticmethod
    def _top(reading: Reading, named: Named, chosen: Filter) -> Question | None:
        top = of_lists.top_asked(reading.said)
        if not top or named.films:
            return None
        return Question(reading.text, Intent.LIST, top=top, chosen=chosen, list_id=list_named(reading))

    def _filtered(self, reading: Reading, named: Named, chosen: Filter) -> Question | None:
        wider = self._with_series(chosen, reading, named)
        if wider.is_empty or reading.songs:
            return None
        listed = not named.films or bool(wider.franchise) or bool(of_lists.LIST.search(reading.said))
        if not (self._is_plural(reading) and listed) and (named.films or not self._says_nothing_else(reading, chosen)):
            return None
        films, ranked = ids(named.films), list_named(reading)
        return Question(reading.text, Intent.LIST, chosen=wider, films=films, list_id=ranked)

    def _whole(self, reading: Reading, named: Named, chosen: Filter) -> Question | None:
        if not of_lists.FULL_RANKING.search(reading.said) or named.films:
            return None
        chosen = chosen if self._is_plural(reading) else Filter()
        return Question(reading.text, Intent.LIST, chosen=chosen, list_id=list_named(reading))

    @staticmethod
    def _by_name(reading: Reading, named: Named, chosen: Filter) -> Question | None:
        """A published list that is named, when nothing else is."""
        ranked = list_named(reading)
        if ranked is None or len(reading.mentions) > 1 or len(set(reading.left)) > FEW:
            return None
        return Question(reading.text, Intent.LIST, chosen=chosen, list_id=ranked)

    def _is_plural(self, reading: Reading) -> bool:
        """Whether several things are asked for, and not one scene in which several things are."""
        described = not _MONTAGES.search(reading.said) and self._is_scene_like(reading)
        return bool(of_lists.PLURAL.search(reading.said)) and not described

    def _says_nothing_else(self, reading: Reading, chosen: Filter) -> bool:
        """Whether a question is hardly more than its years: "what have you got from the 1950s"."""
        if chosen.first_year is None and chosen.last_year is None:
            return False
        words = [word for word in reading.left_beside(*PEOPLE, NameKind.LIST) if not word[0].isdigit()]
        beside = [word for word in words if self._scenes.rarity(word) > SAYS_LITTLE]
        return not beside and not of_things.facts_asked(reading.said)

    def _is_place_of_a_scene(self, reading: Reading) -> bool:
        """Whether a place is asked of a scene that is described: "at which number is the one with the puppets?"."""
        said = reading.said
        if not of_lists.rank_asked(said) or of_lists.place_asked(said) or of_lists.top_asked(said):
            return False
        if of_lists.FULL_RANKING.search(said) or len(set(reading.left)) <= FEW:
            return False
        return bool(self._finder.of_scene(reading.left).montages)

    def _beside(self, reading: Reading, named: Named) -> int | None:
        """The place right after or before a montage named: "which one comes after The Karate Kid?"."""
        step, ranked = of_lists.beside_asked(reading.said), self._catalogue.default_list
        if step is None or ranked is None or len(named.films) != 1:
            return None
        montages = self._catalogue.montages_of(named.films[0])
        rank = next((rank for montage in montages if (rank := self._catalogue.rank_of(montage, ranked))), None)
        return rank + step if rank and rank + step > 0 else None

    def _is_scene_like(self, reading: Reading) -> bool:
        """Whether the words describe a scene rather than point into a list ("the last man standing")."""
        if of_lists.RANK_CONTEXT.search(reading.said):
            return False
        telling = [word for word in reading.left if word in self._scenes and self._scenes.rarity(word) > TELLING]
        return len(telling) > FEW

    @staticmethod
    def _with_series(chosen: Filter, reading: Reading, named: Named) -> Filter:
        """The filter with the series of films that is named, if one is."""
        series = reading.named(NameKind.FRANCHISE)
        if len(named.films) == 1 and not series and of_lists.SERIES.search(reading.said):
            return narrowed(chosen, franchise=named.films[0].title)
        if series and (len(named.films) < 2 or all(film.franchise == series[0].target for film in named.films)):
            return narrowed(chosen, franchise=series[0].target)
        return chosen
