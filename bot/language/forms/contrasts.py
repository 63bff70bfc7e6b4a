"""Two things side by side: films, montages of one film, or songs."""

from __future__ import annotations

import re

from bot.knowledge.model import Film, Montage
from bot.language.candidates import Finder
from bot.language.forms.common import ids
from bot.language.forms.form import Form, Forms
from bot.language.names import NameKind
from bot.language.question import Intent, Question
from bot.language.reading import Reading
from bot.language.versions import Named
from bot.language.wording import of_lists, of_truths

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
        )

    def of_several_films(self, reading: Reading, named: Named) -> Question | None:
        """Several films named: the words of a list ("each", "makeover montages") mean these films then."""
        if len({film.title for film in named.films}) < 2:
            return None
        if of_truths.COMPARE.search(reading.said) or of_truths.SAME.search(reading.said):
            return self._side_by_side(reading, named)
        other = (of_truths.CHECK, of_lists.PLURAL)
        if reading.songs or of_lists.rank_asked(reading.said) or any(each.search(reading.said) for each in other):
            return None
        return self._side_by_side(reading, named)

    def comparison(self, reading: Reading, named: Named) -> Question | None:
        """Whatever else is compared: films of one title, two montages of a film, two songs."""
        if not of_truths.COMPARE.search(reading.said):
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
        montages = self._finder.of_films(named.films, reading, by_song=False).montages
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
        return Question(reading.text, Intent.COMPARE, montages=chosen, films=films, songs=songs, aspects=aspects)

    def _one_of(self, film: Film, reading: Reading) -> Montage | None:
        """The montage of one of several films named that the words nearest to its name fit best."""
        mentions = (
            mention
            for mention in reading.mentions_of(NameKind.FILM)
            if any(meaning.target == film.id for meaning in mention.of(NameKind.FILM))
        )
        mention = next(mentions, None)
        words = reading.around(mention) if mention else reading.left
        pool = self._finder.of_films((film,), reading).montages
        found = self._finder.among(pool, (*words, *reading.left), reading)
        return found.montages[0] if found.montages else None
