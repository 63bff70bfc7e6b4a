"""Places: where something stands in a list, what stands at a place, and what comes before, after or between."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.selection import Filter
from bot.language.candidates import Finder
from bot.language.filters import filter_of
from bot.language.forms.common import ids, montage_ids
from bot.language.forms.form import Asked, Form, Forms
from bot.language.forms.named_lists import NamedLists
from bot.language.forms.truths import Truths
from bot.language.lexicon import asking_words
from bot.language.names import NameKind
from bot.language.places import is_bare, is_listed, place_asked, range_asked, top_asked
from bot.language.question import Intent, Question
from bot.language.reading import Reading
from bot.language.restrictions import LISTS, restriction_of, stranger_of
from bot.language.scenes import SceneIndex
from bot.language.versions import Named
from bot.language.wording import of_lists, of_things, of_truths

#: Words rarer than this (as BM25 counts rarity) describe something; more than a few of them describe a scene.
TELLING = 3.0
FEW = 3

#: What the words are about by which somebody may ask where a film stands.
_OF_STANDING = frozenset({"rank", "place", "where"})


class Ranks:
    """Recognises questions about places."""

    def __init__(
        self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex, truths: Truths, lists: NamedLists
    ) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes
        self._truths = truths
        self._lists = lists

    @property
    def of_a_thing(self) -> Forms:
        """The forms that ask where something stands."""
        return (
            Form("place of a thing", lambda asked: self._of_something(asked.reading, asked.named)),
            Form("place", lambda asked: self._of_anything(asked.reading, asked.named)),
        )

    @property
    def of_a_list(self) -> Forms:
        """The forms that ask what stands somewhere."""
        return (
            Form("beside", lambda asked: self._beside(asked.reading, asked.named)),
            Form("at a place", self._at_place),
            Form("best", self._best),
            Form("standing", self._standing),
        )

    def _of_something(self, reading: Reading, named: Named) -> Question | None:
        """The place of something named or described, before its name is taken for a filter."""
        said = reading.said
        claimed = of_truths.CHECK.search(said) and not of_truths.is_open(said, reading.text)
        if of_lists.COUNT.search(said) or claimed:
            return None
        plural = of_lists.PLURAL.search(said) and not of_lists.rank_surely_asked(said)
        return None if plural else self._of_anything(reading, named)

    def _of_anything(self, reading: Reading, named: Named) -> Question | None:
        about_something = named.films or reading.songs or reading.mentions_of(NameKind.CHARACTER, NameKind.MONTAGE)
        return self._of(reading, named) if about_something or self._is_place_of_a_scene(reading) else None

    def _standing(self, asked: Asked) -> Question | None:
        """Where a film stands, by any word of places or "where" beside its name: "team america, where did it land"."""
        reading = asked.reading
        senses = {sense for token in reading.tokens for sense in asking_words().get(token.text, ())}
        if not asked.named.films or not senses & _OF_STANDING:
            return None
        return self._where(reading, asked.named)

    def _of(self, reading: Reading, named: Named) -> Question | None:
        """Where what is asked about stands in a list."""
        said = reading.said
        beside = of_lists.beside_asked(said) is not None
        if beside or not of_lists.rank_asked(said) or of_things.PERFORMER.search(said):
            return None
        return self._where(reading, named)

    def _where(self, reading: Reading, named: Named) -> Question | None:
        lists = self._lists.meant(reading, in_order=True)
        named = self._lists.beside_title(reading, named, lists)
        if not of_lists.TOGETHER.search(reading.said):
            named = replace(named, films=named.films[-1:])  # what is asked comes last
        found = self._truths.subject(reading, named)
        if not found.montages:
            return None
        return Question(
            reading.text,
            Intent.RANK,
            montages=montage_ids(found),
            clear=found.clear,
            films=ids(named.films),
            list_id=next(iter(lists), None),
            other_lists=lists[1:],
            unmet=restriction_of(reading, self._lists.words, heads=LISTS).text,
        )

    def _beside(self, reading: Reading, named: Named) -> Question | None:
        """What stands right after, before or between what is named."""
        step = of_lists.beside_asked(reading.said)
        if step is None:
            return None
        lists = self._lists.meant(reading, in_order=True)
        films = self._lists.beside_title(reading, named, lists).films
        if len(films) != (1 if step else 2):
            return None
        return self._at(reading, lists, beside=step, films=ids(films))

    def _at_place(self, asked: Asked) -> Question | None:
        place = place_asked(asked.reading.said)
        if not place or (is_bare(asked.reading.said) and 1 < len(asked.context.montages) >= abs(place)):
            return None  # "the second": of what was shown
        first, until = range_asked(asked.reading.said) or (place, None)
        return self._pointed(asked, first, until)

    def _best(self, asked: Asked) -> Question | None:
        """The first of a ranking: "best training montage"."""
        said = asked.reading.said
        asks = of_lists.best_asked(said) and not of_lists.MONTAGES.search(said) and not top_asked(said)
        found = self._pointed(asked, 1) if asks else None
        any_scene = found and found.chosen.is_empty and not of_lists.MONTAGE.search(said)
        return None if any_scene else found

    def _pointed(self, asked: Asked, place: int, until: int | None = None) -> Question | None:
        """What stands at a place, unless something else is named or described."""
        reading, chosen = asked.reading, filter_of(asked.reading)
        lists = self._lists.meant(reading, in_order=True)
        films = self._lists.beside_title(reading, asked.named, lists).films
        if films or reading.songs or (chosen.is_empty and self._is_scene_like(reading)):
            return None
        return self._at(reading, lists, place=place, until=until, chosen=Filter() if lists else chosen)

    def _at(
        self,
        reading: Reading,
        lists: tuple[str, ...],
        *,
        place: int | None = None,
        until: int | None = None,
        beside: int | None = None,
        films: tuple[str, ...] = (),
        chosen: Filter | None = None,
    ) -> Question:
        return Question(
            reading.text,
            Intent.AT_RANK,
            place=place,
            beside=beside,
            films=films,
            list_id=next(iter(lists), None),
            other_lists=lists[1:],
            chosen=chosen or Filter(),
            until=until,
            unmet=(restriction_of(reading, self._lists.words).text or stranger_of(reading, self._lists.words).text),
        )

    def _is_place_of_a_scene(self, reading: Reading) -> bool:
        """Whether a place is asked of a scene that is described: "at which number is the one with the puppets?"."""
        said = reading.said
        if not of_lists.rank_asked(said) or place_asked(said) or top_asked(said):
            return False
        if of_lists.FULL_RANKING.search(said) or len(set(reading.left)) <= FEW:
            return False
        return bool(self._finder.of_scene(reading.left).montages)

    def _is_scene_like(self, reading: Reading) -> bool:
        """Whether the words describe a scene rather than point into a list ("the last man standing")."""
        return not is_listed(reading.said) and is_scene_like(reading, self._scenes)


def is_scene_like(reading: Reading, scenes: SceneIndex) -> bool:
    """Whether a question has more than a few words that tell of something."""
    telling = [word for word in reading.left if word in scenes and scenes.rarity(word) > TELLING]
    return len(telling) > FEW
