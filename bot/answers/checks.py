"""Yes or no: whether what a question claims is so, and what is true."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer
from bot.answers.card import songs_spoken, spoken
from bot.answers.compose import answered
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.fold import name_key
from bot.language.naming import people_of, song_key
from bot.language.question import Claim, Question
from bot.language.songbook import Songbook


class Checks:
    """Judges claims about montages against what the catalogue knows."""

    def __init__(self, catalogue: Catalogue, songbook: Songbook) -> None:
        self._catalogue = catalogue
        self._songbook = songbook

    def answer(self, question: Question, montages: Sequence[Montage]) -> Answer:
        """The verdict with what is true; the card is of the montage it is true of."""
        claim = question.claim or Claim()
        verdict = self._verdict(claim, montages)
        shown = self._shown(claim, montages, verdict)
        word = "Yes" if verdict else "No"
        ranked = self._catalogue.default_list if claim.ranked or claim.rank else None
        rank = self._catalogue.rank_of(shown[0], ranked) if ranked else None
        return answered(
            question,
            self._catalogue,
            shown,
            f"{word}: {self._truth(claim, shown[0], verdict)}",
            verdict=verdict,
            rank=rank,
        )

    def _verdict(self, claim: Claim, montages: Sequence[Montage]) -> bool:
        checks = (self._film, self._songs, self._people, self._years, self._rank, self._unheard)
        return all(check(claim, montages) is not False for check in checks)

    @staticmethod
    def _film(claim: Claim, montages: Sequence[Montage]) -> bool | None:
        """Whether the scene found is in the film it is said to be in."""
        return None if not claim.films else montages[0].film.id in claim.films

    def _songs(self, claim: Claim, montages: Sequence[Montage]) -> bool | None:
        if not claim.songs:
            return None
        scope = montages[:1] if claim.one_scene else montages
        heard = {song_key(song) for montage in scope for song in montage.songs}
        return set(claim.songs) <= heard and not claim.denied

    def _people(self, claim: Claim, montages: Sequence[Montage]) -> bool | None:
        if not claim.people:
            return None
        scope = montages[:1] if claim.one_scene else montages
        if claim.directs:
            return any(_is_among(person, montage.film.directors) for person in claim.people for montage in scope)
        if not claim.performs and any(
            _is_among(person, montage.film.directors) for person in claim.people for montage in scope
        ):
            return True
        songs = [
            song for montage in scope for song in montage.songs if not claim.songs or song_key(song) in claim.songs
        ]
        return any(_is_among(person, tuple(people_of(song))) for person in claim.people for song in songs)

    def _years(self, claim: Claim, montages: Sequence[Montage]) -> bool | None:
        if not claim.years:
            return None
        return any(
            montage.film.year in claim.years or any(song.year in claim.years for song in montage.songs)
            for montage in montages[:1]
        )

    def _rank(self, claim: Claim, montages: Sequence[Montage]) -> bool | None:
        ranked = self._catalogue.default_list
        if ranked is None or not (claim.rank or claim.ranked) or claim.songs or claim.people:
            return None
        places = [rank for montage in montages for rank in (self._catalogue.rank_of(montage, ranked),) if rank]
        last = max((item.rank or 0 for item in ranked.items), default=0)
        wanted = last if claim.rank == -1 else claim.rank
        return wanted in places if wanted else bool(places)

    @staticmethod
    def _unheard(claim: Claim, montages: Sequence[Montage]) -> bool | None:
        return False if claim.unheard else None

    def _shown(self, claim: Claim, montages: Sequence[Montage], verdict: bool) -> Sequence[Montage]:
        if verdict and claim.songs:
            return [m for m in montages if set(claim.songs) & {song_key(song) for song in m.songs}][:1]
        return montages[:1]

    def _truth(self, claim: Claim, montage: Montage, verdict: bool) -> str:
        film = montage.film
        if claim.directs and claim.people or claim.directs and claim.unheard:
            return f"{film.label} was directed by {spoken(film.directors)}."
        if claim.films and film.id not in claim.films:
            return f"that is in {film.label}, with {songs_spoken(montage)}."
        if claim.years and not claim.songs:
            return f"{film.title} came out in {film.year}."
        if (claim.rank or claim.ranked) and not claim.songs and not claim.people and self._catalogue.default_list:
            rank = self._catalogue.rank_of(montage, self._catalogue.default_list)
            return (
                f"{film.label} is number {rank} in {self._catalogue.default_list.title}."
                if rank
                else f"{film.label} is not in {self._catalogue.default_list.title}."
            )
        return f"in {film.label} it is {songs_spoken(montage)}.{'' if verdict else self._where_else(claim, montage)}"

    def _where_else(self, claim: Claim, montage: Montage) -> str:
        """Where a wrongly placed song really is, when we know."""
        others = [each for each in self._songbook.with_any(claim.songs) if each.film != montage.film]
        if not others:
            return ""
        title = next(song.title for song in others[0].songs if song_key(song) in claim.songs)
        return f" “{title}” is in {spoken([*dict.fromkeys(each.film.label for each in others)])}."


def _is_among(person: str, others: Sequence[str]) -> bool:
    """Whether a person is one of some people, also as part of a credit or by a longer form of the name."""
    wanted = set(name_key(person))
    return any(wanted <= set(name_key(other)) or set(name_key(other)) <= wanted for other in others)
