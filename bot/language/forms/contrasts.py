"""Two things side by side: films, montages of one film, or songs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec.structs import replace

from bot.knowledge.expressions import expression
from bot.knowledge.model import Film, Montage
from bot.language.candidates import Finder
from bot.language.claims import is_put
from bot.language.fold import ARTICLES
from bot.language.forms.common import alternatives, ids
from bot.language.forms.form import Examples, Form, Forms, Library
from bot.language.forms.named_lists import NamedLists
from bot.language.forms.sides import SIDES, Sides
from bot.language.forms.two_scenes import two_scenes
from bot.language.names import NameKind
from bot.language.naming import song_key
from bot.language.question import Aspect, Claim, Intent, Question
from bot.language.reading import Reading
from bot.language.stems import telling
from bot.language.versions import Named
from bot.language.wording import of_truths

#: Two are compared unless more are named.
ONE_PAIR = 2
_TWO = expression(r"\b(?:the|both|those) (?:two|2)\b|\b(?:two|2) (?:montages|scenes|songs)\b|\b(?:in|of) each\b")


#: By what two films may be compared whatever the words.
_BY_AGE = (Aspect.FIRST, Aspect.LAST)
#: What both have is asked for.
_OF_BOTH = frozenset({Aspect.COMMON, Aspect.SAME_SONG})


class Contrasts:
    """Recognises comparisons."""

    def __init__(self, finder: Finder, lists: NamedLists) -> None:
        self._finder = finder
        self._sides = Sides(finder)
        self._lists = lists

    @property
    def forms(self) -> Forms:
        return (
            Form("several films", lambda asked: self._in_any_order(asked.reading, asked.named)),
            Form("comparison", lambda asked: self.comparison(asked.reading, asked.named)),
        )

    def _in_any_order(self, reading: Reading, named: Named) -> Iterator[Question]:
        """Several films compared by what the words say; two may be compared by age in words that no pattern knows."""
        found = self.of_several_films(reading, named)
        if found:
            yield found
        if found and len(found.films) == ONE_PAIR:
            yield from (
                replace(found, aspects=frozenset({aspect})) for aspect in _BY_AGE if aspect not in found.aspects
            )

    def of_several_films(self, reading: Reading, named: Named) -> Question | None:
        """Several films named, or one and another beside it: the words of a list ("each") mean these films then."""
        compared = of_truths.COMPARE.search(reading.said)
        named = self._lists.beside_title(reading, named, self._lists.meant(reading))
        films = self._sides.films(reading, named) if compared else named.films
        if len(films) < ONE_PAIR or (len({film.title for film in films}) < ONE_PAIR and not compared):
            return None
        return self._side_by_side(reading, films)

    def comparison(self, reading: Reading, named: Named) -> Question | None:
        """Whatever else is compared: two songs, two montages of a film, or two in which somebody is seen."""
        if not of_truths.COMPARE.search(reading.said) and not _TWO.search(reading.said):
            return None
        if len(reading.songs) > 1:
            return self._songs(reading, named)
        if len(named.films) > 1 or not (named.films or _TWO.search(reading.said) or reading.named(NameKind.CHARACTER)):
            return None
        return self._within(reading, named)

    def _side_by_side(self, reading: Reading, films: Sequence[Film]) -> Question | None:
        shared = self._sharing(films) if of_truths.comparison_asked(reading.said) & _OF_BOTH else ()
        picked = shared or [self._one_of(film, reading) for film in films]
        return self._compare(reading, [montage for montage in picked if montage], films=ids(films))

    def _sharing(self, films: Sequence[Film]) -> tuple[Montage, ...]:
        """A montage of each of two films, where these have a song in common."""
        pools = [self._finder.catalogue.montages_of(film) for film in films]
        pairs = product(*pools) if len(pools) == ONE_PAIR else ()
        return next((pair for pair in pairs if _songs_of(pair[0]) & _songs_of(pair[1])), ())

    def _within(self, reading: Reading, named: Named) -> Question | None:
        """Two montages of a film, of whoever is seen in both, or that a description fits."""
        if named.films:
            two = two_scenes(self._finder, named.films[0], reading)
            found = two or self._finder.of_films(named.films, reading, by_song=False)
        elif reading.named(NameKind.CHARACTER):
            found = self._finder.of_characters(reading)
        else:
            found = self._finder.of_scene(tuple(dict.fromkeys(reading.left)))
        montages = found.montages[:ONE_PAIR]
        return self._compare(reading, montages, films=ids(named.films)) if len(montages) == ONE_PAIR else None

    def _songs(self, reading: Reading, named: Named) -> Question | None:
        """A montage of each song: in the film named, where it is heard there."""
        songs = tuple(song.target for song in reading.songs)
        pools = (self._finder.of_songs((song,), reading).montages for song in songs)
        firsts = (sorted(pool, key=lambda each: each.film not in named.films)[:1] for pool in pools)
        return self._compare(reading, [montage for each in firsts for montage in each], songs=songs)

    def _compare(
        self,
        reading: Reading,
        montages: tuple[Montage, ...] | list[Montage],
        *,
        films: tuple[str, ...] = (),
        songs: tuple[str, ...] = (),
    ) -> Question | None:
        """The comparison; none where they are not compared by what is claimed or asked: "do both use Layla?"."""
        aspects = of_truths.comparison_asked(reading.said) | _swallowed(reading)
        chosen = tuple(montage.id for montage in montages)
        claimed = is_put(reading) and not alternatives(reading)
        chosen_for_a_song = alternatives(reading) is NameKind.FILM and (reading.songs or reading.named(NameKind.ARTIST))
        if not aspects and (claimed or chosen_for_a_song):
            return None
        return Question(
            reading.text,
            Intent.COMPARE,
            montages=chosen,
            films=films,
            songs=songs,
            aspects=aspects,
            claim=Claim(films=films, songs=songs) if claimed else None,
            list_id=next(iter(self._lists.meant(reading)), None) if Aspect.HIGHER in aspects else None,
        )

    def _one_of(self, film: Film, reading: Reading) -> Montage | None:
        """The montage of one of several films named that the words on its side fit best, else all words."""
        pool = self._finder.of_films((film,), reading).montages
        side = self._finder.among(pool, self._side_of(film, reading), reading)
        found = side if side.clear and not side.by_renown else self._finder.among(pool, reading.left, reading)
        return found.montages[0] if found.montages else None

    @staticmethod
    def _side_of(film: Film, reading: Reading) -> tuple[str, ...]:
        """The telling words between the conjunctions before and behind a film's name."""
        films = reading.mentions_of(NameKind.FILM)
        own = next((each for each in films if any(meaning.target == film.id for meaning in each.meanings)), None)
        if own is None:
            return reading.left
        named = {at for mention in films for at in range(mention.start, mention.end)}
        sides = [token.position for token in reading.tokens if token.text in SIDES and token.position not in named]
        others = [mention.start for mention in films if mention != own]
        first = max((at for at in sides if at < own.start and any(each < at for each in others)), default=-1)
        last = min((at for at in sides if at >= own.end and any(each > at for each in others)), default=math.inf)
        between = (token for token in reading.tokens if first < token.position < last and token.position not in named)
        return tuple(telling([token.text for token in between]))


def _songs_of(montage: Montage) -> frozenset[str]:
    return frozenset(map(song_key, montage.songs))


def _swallowed(reading: Reading) -> frozenset[Aspect]:
    """What a name took of the question: "which came first rocky or footloose" does not ask about the first Rocky."""
    starts = [mention.start for mention in reading.mentions_of(NameKind.FILM)]
    asked = (at for at in starts if at and reading.words[at].key == "1st")
    return frozenset({Aspect.FIRST} if any(reading.words[at - 1].folded not in ARTICLES for at in asked) else ())


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "several films": (
        "Compare Creed and Creed II.",
        "wats older moana or encanto",
    ),
    "comparison": ("Compare the Joker's museum scene and his parade scene in Batman.",),
}


def forms(library: Library) -> Forms:
    """Two things side by side."""
    return Contrasts(library.finder, library.lists).forms
