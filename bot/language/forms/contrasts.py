"""Two things side by side: films, montages of one film, or songs."""

from __future__ import annotations

import math
import re

from bot.knowledge.model import Film, Montage
from bot.language.candidates import Finder
from bot.language.forms.besides import Besides
from bot.language.forms.common import ids
from bot.language.forms.form import Form, Forms
from bot.language.forms.truths import is_yes_or_no
from bot.language.forms.two_scenes import two_scenes
from bot.language.names import NameKind
from bot.language.question import Claim, Intent, Question
from bot.language.reading import Reading
from bot.language.stems import telling
from bot.language.versions import Named
from bot.language.wording import of_lists, of_truths

#: What stands between the sides of a comparison.
_SIDES = frozenset({"and", "or", "vs", "versus", "v", "with", "to", "than", "next", "against", "n", "as"})
_WITHIN_A_FILM = re.compile(r"\b(?:compare\w*|contrast\w*|versus|vs|differ\w*|diff|side by side)\b")


class Contrasts:
    """Recognises comparisons."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    @property
    def forms(self) -> Forms:
        return (
            Form("several films", lambda asked: self.of_several_films(asked.reading, asked.named)),
            Form("comparison", lambda asked: self.comparison(asked.reading, asked.named)),
            *Besides(self._finder).forms,
        )

    def of_several_films(self, reading: Reading, named: Named) -> Question | None:
        """Several films named: the words of a list ("each", "makeover montages") mean these films then."""
        if len({film.title for film in named.films}) < 2:
            return None
        if _is_claim_of_each(reading, named):
            return None
        if of_truths.COMPARE.search(reading.said) or of_truths.SAME.search(reading.said):
            return self._side_by_side(reading, named)
        listed = of_lists.rank_asked(reading.said) or of_lists.PLURAL.search(reading.said)
        claimed = of_truths.CHECK.search(reading.said) or is_yes_or_no(reading, named)
        if reading.songs or listed or claimed:
            return None
        return self._side_by_side(reading, named)

    def comparison(self, reading: Reading, named: Named) -> Question | None:
        """Whatever else is compared: films of one title, two montages of a film, two songs."""
        if _is_claim_of_each(reading, named) or not of_truths.COMPARE.search(reading.said):
            return None
        if len(named.films) > 1:
            return self._side_by_side(reading, named)
        if named.films:
            return self._within_a_film(reading, named)
        return self._songs(reading) if len(reading.songs) > 1 else None

    def _side_by_side(self, reading: Reading, named: Named) -> Question:
        picked = [self._one_of(film, reading) for film in named.films]
        return self._compare(reading, [montage for montage in picked if montage], films=ids(named.films))

    def _within_a_film(self, reading: Reading, named: Named) -> Question | None:
        if not _WITHIN_A_FILM.search(reading.said):
            return None
        two = two_scenes(self._finder, named.films[0], reading)
        found = two or self._finder.of_films(named.films, reading, by_song=False)
        montages = found.montages
        return self._compare(reading, montages[:2], films=ids(named.films)) if len(montages) > 1 else None

    def _songs(self, reading: Reading) -> Question:
        firsts = [self._finder.of_songs((song.target,), reading).montages[:1] for song in reading.songs]
        songs = tuple(song.target for song in reading.songs)
        return self._compare(reading, [montage for each in firsts for montage in each], songs=songs)

    @staticmethod
    def _compare(
        reading: Reading,
        montages: tuple[Montage, ...] | list[Montage],
        *,
        films: tuple[str, ...] = (),
        songs: tuple[str, ...] = (),
    ) -> Question:
        aspects = of_truths.comparison_asked(reading.said)
        chosen = tuple(montage.id for montage in montages)
        claimed = of_truths.CHECK.search(reading.said) and not of_truths.EITHER.search(reading.said)
        claim = Claim(films=films, songs=songs) if claimed else None
        return Question(
            reading.text, Intent.COMPARE, montages=chosen, films=films, songs=songs, aspects=aspects, claim=claim
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
        sides = [token.position for token in reading.tokens if token.text in _SIDES and token.position not in named]
        others = [mention.start for mention in films if mention != own]
        first = max((at for at in sides if at < own.start and any(each < at for each in others)), default=-1)
        last = min((at for at in sides if at >= own.end and any(each > at for each in others)), default=math.inf)
        between = (token for token in reading.tokens if first < token.position < last and token.position not in named)
        return tuple(telling([token.text for token in between]))


def _is_claim_of_each(reading: Reading, named: Named) -> bool:
    """Whether the same is said of each of them, by name, to be judged: "do both use Danger Zone?"."""
    people = reading.mentions_of(NameKind.ARTIST, NameKind.DIRECTOR)
    said_of_films = len(named.films) > 1 and bool(reading.songs or people)
    said_of_songs = len(reading.songs) > 1 and bool(people)
    return (said_of_films or said_of_songs) and is_yes_or_no(reading, named)
