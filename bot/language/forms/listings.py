"""Lists and how many: what is listed, by which filter, and what of it no filter can express."""

from __future__ import annotations

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter, select
from bot.language.candidates import Finder
from bot.language.evidence.denying import is_ruled_out
from bot.language.filters import filter_of, narrowed
from bot.language.forms.common import ids
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.named_lists import NamedLists
from bot.language.forms.ranks import Ranks
from bot.language.forms.truths import Truths
from bot.language.kinds_said import said_of_any_kind
from bot.language.misplaced import known
from bot.language.names import NameKind
from bot.language.naming import people_of
from bot.language.places import top_asked
from bot.language.question import Aspect, Intent, Question
from bot.language.reading import Reading
from bot.language.restrictions import Restriction, restriction_of, superlative_of, telling_of, without_link
from bot.language.scenes import SceneIndex
from bot.language.versions import Named
from bot.language.wording import of_lists

#: "The best 80s montages" are so many.
SOME = 10


class Listings:
    """Recognises questions about lists and places."""

    def __init__(
        self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex, truths: Truths, lists: NamedLists
    ) -> None:
        self._catalogue = catalogue
        self._scenes = scenes
        self._lists = lists
        self._ranks = Ranks(catalogue, finder, scenes, truths, lists)

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
            Form("fitting", self._fitting),
            Form("whole list", self._whole),
        )

    def _superlative(self, asked: Asked) -> Question | None:
        """ "The longest montage": no list goes by that."""
        wanted = superlative_of(asked.reading.said, self._lists.words(asked.reading))
        if not wanted:
            return None
        chosen = filter_of(asked.reading)
        return Question(
            asked.reading.text, Intent.LIST, chosen=chosen, films=ids(asked.named.films), unmet=f"the {wanted}"
        )

    def _count(self, asked: Asked) -> Question | None:
        reading, named = asked.reading, asked.named
        if not of_lists.count_asked(said_of_any_kind(reading)):
            return None
        chosen, default = self._with_series(filter_of(reading), reading, named), self._catalogue.default_list
        ranked = next(iter(self._lists.meant(reading)), None)
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
        lists = self._lists.meant(reading)
        if not top or self._lists.beside_title(reading, asked.named, lists).films:
            return None
        chosen = Filter() if lists else filter_of(reading)
        question = Question(reading.text, Intent.LIST, top=top, chosen=chosen)
        return self._limited(self._of_named(question, lists), reading)

    def _filtered(self, asked: Asked) -> Question | None:
        """Several montages are asked for, whatever limits them."""
        reading, named = asked.reading, asked.named
        if not of_lists.PLURAL.search(reading.said) or any(is_ruled_out(reading, each) for each in reading.mentions):
            return None  # a list without what is named is read by a form of its own
        wider = self._with_series(filter_of(reading), reading, named)
        limited = not wider.is_empty or self._restriction(reading).text
        return self._list_of(reading, named, wider) if limited else None

    def _fitting(self, asked: Asked) -> Question | None:
        """A filter is all that is said: "what have you got from the 1950s"."""
        chosen = filter_of(asked.reading)
        return None if chosen.is_empty or asked.named.films else self._list_of(asked.reading, asked.named, chosen)

    def _list_of(self, reading: Reading, named: Named, chosen: Filter) -> Question | None:
        """What fits; the filter knows nothing of songs, and who names a list and a film asks for its place."""
        lists = self._lists.meant(reading)
        placed = lists and self._lists.beside_title(reading, named, lists).films
        if reading.songs or placed or self._lists.places_in(reading, lists):
            return None
        question = self._of_named(Question(reading.text, Intent.LIST, chosen=chosen), lists)
        question = self._limited(question, reading)
        return replace(question, films=ids(named.films)) if question.unmet else question

    def _whole(self, asked: Asked) -> Question | None:
        """A list is talked of: the one named, or the default one; or another, which we do not have."""
        reading, lists = asked.reading, self._lists.meant(asked.reading)
        named = self._lists.beside_title(reading, asked.named, lists)
        if named.films or self._lists.places_in(reading, lists) or not of_lists.WHOLE.search(reading.said):
            return None
        chosen = filter_of(reading) if of_lists.PLURAL.search(reading.said) else Filter()
        question = self._of_named(Question(reading.text, Intent.LIST, chosen=chosen), lists)
        return self._limited(question, reading)

    def _of_named(self, question: Question, lists: tuple[str, ...]) -> Question:
        """The question, of the list that is named and of others that may be meant as well; of its top, if ordered."""
        ordered = tuple(each for each in lists if (ranked := self._catalogue.ranked_list(each)) and ranked.ordered)
        lists = ordered or lists if question.top else lists
        return replace(question, list_id=next(iter(lists), None), other_lists=lists[1:])

    def _restriction(self, reading: Reading) -> Restriction:
        return restriction_of(reading, self._lists.words(reading))

    def _limited(self, question: Question, reading: Reading) -> Question:
        """The question with what no filter expresses, and the montages whose descriptions speak of it."""
        limits = self._restriction(reading)
        if not limits.text:
            return question
        if person := self._person(limits.text, question.chosen):
            return replace(question, chosen=person)
        told = telling_of(reading, limits)
        speaking = known(self._catalogue, self._scenes.saying(*told)) if len(told) == 1 else ()
        fitting = (montage.id for montage in speaking if question.chosen.is_empty or question.chosen.admits(montage))
        return replace(question, unmet=limits.text, montages=tuple(fitting))

    def _person(self, text: str, chosen: Filter) -> Filter | None:
        """The filter with somebody named by common words, whom nothing announced: "with Survivor by"."""
        name = folded(without_link(text))
        montages = select(self._catalogue, Filter(artist=name)) if name and chosen.artist is None else ()
        people = (person for montage in montages for song in montage.songs for person in people_of(song))
        known = next((person for person in people if folded(person) == name), None)
        return replace(chosen, artist=known) if known else None

    @staticmethod
    def _with_series(chosen: Filter, reading: Reading, named: Named) -> Filter:
        """The filter with the series of films that is named, if one is."""
        series = reading.named(NameKind.FRANCHISE)
        if len(named.films) == 1 and not series and of_lists.SERIES.search(reading.said):
            return narrowed(chosen, franchise=named.films[0].title)
        if series and (len(named.films) < 2 or all(film.franchise == series[0].target for film in named.films)):
            return narrowed(chosen, franchise=series[0].target)
        return chosen


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "beyond what we know": ("the longest montage",),
    "how many": ("number of heist montages?",),
    "oldest": ("oldest training montage",),
    "top": ("top 3",),
    "filtered": (
        "80s montages",
        "queen montages",
    ),
    "fitting": ("What have you got from 1998?",),
    "whole list": ("post the ranked list",),
}


def forms(library: Library) -> Forms:
    """Lists, how many, and places."""
    truths = Truths(library.finder, library.scenes, library.lists)
    return Listings(library.catalogue, library.finder, library.scenes, truths, library.lists).forms
