"""Lists and how many: what is listed, by which filter, and what of it no filter can express."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter, select
from bot.language.candidates import Finder
from bot.language.filters import filter_of, narrowed
from bot.language.forms.common import PEOPLE, ids
from bot.language.forms.form import Asked, Form, Forms
from bot.language.forms.named_lists import NamedLists
from bot.language.forms.ranks import FEW, Ranks, is_scene_like
from bot.language.forms.truths import Truths
from bot.language.names import NameKind
from bot.language.naming import people_of
from bot.language.places import is_listed, list_asked, top_asked
from bot.language.question import Aspect, Intent, Question
from bot.language.reading import Reading
from bot.language.restrictions import Restriction, restriction_of, superlative_of, telling_of, without_link
from bot.language.scenes import SceneIndex
from bot.language.versions import Named
from bot.language.wording import of_lists, of_things

#: Words commoner than this (as BM25 counts rarity) beside a filter say nothing more.
SAYS_LITTLE = 2.0
#: "The best 80s montages" are so many.
SOME = 10


class Listings:
    """Recognises questions about lists and places."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex, truths: Truths) -> None:
        self._catalogue = catalogue
        self._scenes = scenes
        self._lists = NamedLists(catalogue)
        self._ranks = Ranks(catalogue, finder, scenes, truths, self._lists)

    @property
    def forms(self) -> Forms:
        """A place, how many, what is at a place, the top of a list, what fits a filter, or a whole list."""
        return (
            *self._ranks.of_a_thing,
            Form("beyond what we know", self._superlative),
            Form("how many", self._count),
            *self._ranks.of_a_list,
            Form("oldest", self._in_time),
            Form("top", self._top),
            Form("filtered", self._filtered),
            Form("whole list", self._whole),
            Form("list by name", self._by_name),
        )

    def _superlative(self, asked: Asked) -> Question | None:
        """ "The longest montage": no list goes by that."""
        wanted, chosen = superlative_of(asked.reading.said, self._lists.words), filter_of(asked.reading)
        if not wanted:
            return None
        return Question(
            asked.reading.text, Intent.LIST, chosen=chosen, films=ids(asked.named.films), unmet=f"the {wanted}"
        )

    def _count(self, asked: Asked) -> Question | None:
        reading, named = asked.reading, asked.named
        if not of_lists.COUNT.search(reading.said) or (named.films and not of_lists.PLURAL.search(reading.said)):
            return None
        chosen, default = self._with_series(filter_of(reading), reading, named), self._catalogue.default_list
        ranked = self._named(reading)
        if not ranked and default and chosen.is_empty and of_lists.IN_THE_LIST.search(reading.said):
            ranked = default.id
        top = top_asked(reading.said)
        question = Question(reading.text, Intent.COUNT, chosen=chosen, list_id=ranked, top=top)
        return self._limited(question, reading)

    def _in_time(self, asked: Asked) -> Question | None:
        """ "The oldest makeover montage"."""
        order = of_lists.order_of_time_asked(asked.reading.said)
        if order is None or asked.named.films:
            return None
        aspects = frozenset({Aspect.FIRST if order > 0 else Aspect.LAST})
        question = Question(asked.reading.text, Intent.LIST, chosen=filter_of(asked.reading), aspects=aspects)
        return self._limited(question, asked.reading)

    def _top(self, asked: Asked) -> Question | None:
        reading, said = asked.reading, asked.reading.said
        top = top_asked(said) or (SOME if of_lists.best_asked(said) and of_lists.MONTAGES.search(said) else None)
        if not top or asked.named.films:
            return None
        ranked = self._named(reading)
        chosen = Filter() if ranked else filter_of(reading)
        question = Question(reading.text, Intent.LIST, top=top, chosen=chosen, list_id=ranked)
        return self._limited(question, reading)

    def _filtered(self, asked: Asked) -> Question | None:
        reading, named = asked.reading, asked.named
        chosen, limits = filter_of(reading), self._restriction(reading)
        wider = self._with_series(chosen, reading, named)
        if (wider.is_empty and not limits.text) or reading.songs:
            return None
        listed = not named.films or bool(wider.franchise) or bool(of_lists.LIST.search(reading.said))
        if not (self._is_plural(reading) and listed) and (named.films or not self._says_nothing_else(reading, chosen)):
            return None
        question = Question(
            reading.text, Intent.LIST, chosen=wider, films=ids(named.films), list_id=self._named(reading)
        )
        return self._limited(question, reading)

    def _whole(self, asked: Asked) -> Question | None:
        reading = asked.reading
        asks = of_lists.FULL_RANKING.search(reading.said) and list_asked(reading.said)
        if not asks or asked.named.films:
            return None
        chosen = filter_of(reading) if self._is_plural(reading) else Filter()
        question = Question(reading.text, Intent.LIST, chosen=chosen, list_id=self._named(reading))
        return self._limited(question, reading)

    def _by_name(self, asked: Asked) -> Question | None:
        """A published list that is named, when nothing else is."""
        reading = asked.reading
        lists = self._lists.meant(reading)
        others = [each for each in reading.mentions if not each.of(NameKind.LIST)]
        if not lists or others or len(set(reading.left)) > FEW:
            return None
        return Question(reading.text, Intent.LIST, list_id=lists[0], other_lists=lists[1:])

    def _named(self, reading: Reading) -> str | None:
        return next(iter(self._lists.meant(reading)), None)

    def _restriction(self, reading: Reading) -> Restriction:
        return restriction_of(reading, self._lists.words)

    def _limited(self, question: Question, reading: Reading) -> Question:
        """The question with what no filter expresses, and the montages whose descriptions speak of it."""
        limits = self._restriction(reading)
        if not limits.text:
            return question
        if known := self._person(limits.text, question.chosen):
            return replace(question, chosen=known)
        told = telling_of(reading, limits)
        fitting = [
            montage.id
            for montage in select(self._catalogue, question.chosen)
            if all(self._scenes.says(montage.id, stem) for stem in told)
        ]
        return replace(question, unmet=limits.text, montages=tuple(fitting) if len(told) == 1 else ())

    def _person(self, text: str, chosen: Filter) -> Filter | None:
        """The filter with somebody named by common words, whom nothing announced: "with Survivor by"."""
        name = folded(without_link(text))
        montages = select(self._catalogue, Filter(artist=name)) if name and chosen.artist is None else ()
        people = (person for montage in montages for song in montage.songs for person in people_of(song))
        known = next((person for person in people if folded(person) == name), None)
        return msgspec.structs.replace(chosen, artist=known) if known else None

    def _is_plural(self, reading: Reading) -> bool:
        """Whether several things are asked for, and not one scene in which several things are."""
        scene = not of_lists.MONTAGES.search(reading.said) and not is_listed(reading.said)
        described = scene and is_scene_like(reading, self._scenes)
        return bool(of_lists.PLURAL.search(reading.said)) and not described

    def _says_nothing_else(self, reading: Reading, chosen: Filter) -> bool:
        """Whether a question is hardly more than its years: "what have you got from the 1950s"."""
        if chosen.first_year is None and chosen.last_year is None:
            return False
        words = [word for word in reading.left_beside(*PEOPLE, NameKind.LIST) if not word[0].isdigit()]
        beside = [word for word in words if self._scenes.rarity(word) > SAYS_LITTLE]
        return not beside and not of_things.facts_asked(reading.said)

    @staticmethod
    def _with_series(chosen: Filter, reading: Reading, named: Named) -> Filter:
        """The filter with the series of films that is named, if one is."""
        series = reading.named(NameKind.FRANCHISE)
        if len(named.films) == 1 and not series and of_lists.SERIES.search(reading.said):
            return narrowed(chosen, franchise=named.films[0].title)
        if series and (len(named.films) < 2 or all(film.franchise == series[0].target for film in named.films)):
            return narrowed(chosen, franchise=series[0].target)
        return chosen
