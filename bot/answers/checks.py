"""Yes or no: whether what a question claims is so, and what is true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.answer import Answer, Beside
from bot.answers.card import Cards
from bot.answers.compose import answered, unknown
from bot.answers.findings import Finding
from bot.answers.phrases import songs_spoken, spoken
from bot.answers.places_claimed import PlacesClaimed
from bot.answers.songs_claimed import SongsClaimed
from bot.answers.standings import Rankings, Standings
from bot.knowledge.model import Montage
from bot.language.naming import song_key
from bot.language.question import Claim, Question
from bot.language.songbook import Songbook


class Checks:
    """Judges claims about montages against what the catalogue knows.

    Yes only when every part of a claim was found true, no when one part is known to be false; else neither, with what
    is known.
    """

    def __init__(self, cards: Cards, songbook: Songbook, rankings: Rankings) -> None:
        self._cards = cards
        self._rankings = rankings
        self._places = PlacesClaimed(cards.catalogue)
        self._songs = SongsClaimed(songbook)

    def warm(self) -> None:
        """Makes now what the first claim would have to wait for."""
        self._places.warm()

    def answer(self, question: Question, montages: Sequence[Montage]) -> Answer:
        """The verdict with what is true; the card is of the montage it is true of."""
        claim = question.claim or Claim()
        standings = self._rankings.meant(question.list_id)
        if (claim.ranked or claim.rank) and standings and (placed := standings.placed(montages)) and placed.montage:
            montages = [placed.montage, *(each for each in montages if each != placed.montage)]
        found = list(self._findings(claim, montages, standings))
        wrong = next((each for each in found if each.holds is False), None)
        if wrong is None and (not found or any(each.holds is None for each in found)):
            named = claim.films or claim.songs or claim.people or claim.characters
            known = f"I can't confirm that: {self._known(claim, montages, standings)}"
            return unknown(question, known if named else "I don't know that one.")
        verdict = (wrong is None) is not claim.negated
        shown = self._shown(claim, montages, verdict=verdict)
        decisive = wrong or found[0]
        return answered(
            question,
            self._cards,
            shown,
            f"{'Yes' if verdict else 'No'}: {decisive.truth}",
            beside=Beside.ALSO_IN if claim.songs else Beside.MORE,
            verdict=verdict,
            rank=_rank(claim, shown, standings),
        )

    def _findings(self, claim: Claim, montages: Sequence[Montage], standings: Standings | None) -> Iterator[Finding]:
        """What is found of each part of a claim; the first that is wrong is what a "no" is for."""
        yield from self._places.film(claim, montages)
        yield from self._songs.findings(claim, montages)
        yield from self._places.findings(claim, montages, standings)
        if claim.unexplained:
            yield Finding(None, "")

    @staticmethod
    def _shown(claim: Claim, montages: Sequence[Montage], *, verdict: bool) -> Sequence[Montage]:
        if verdict and claim.songs and not claim.every:
            having = [each for each in montages if set(claim.songs) & {song_key(song) for song in each.songs}]
            return _one_of_each_film(having) or montages[:1]
        return montages if claim.every else montages[:1]

    @staticmethod
    def _known(claim: Claim, montages: Sequence[Montage], standings: Standings | None) -> str:
        """What is known of the film, or of the song, that was asked about."""
        if claim.ranked and standings and standings.key and standings.size:
            return f"of {standings.spoken} I know {standings.size} places."
        if claim.directs:
            film = montages[0].film
            return f"I know that {film.label} was directed by {spoken(film.directors)}."
        about = montages[:1] if claim.one_scene else [each for each in montages if each.film == montages[0].film]
        return f"in {montages[0].film.label} I know {spoken([songs_spoken(each) for each in about if each.songs])}."


def _rank(claim: Claim, shown: Sequence[Montage], standings: Standings | None) -> int | None:
    """Where what is shown stands, when a place was spoken of."""
    place = standings.placed(shown) if standings and (claim.ranked or claim.rank) else None
    return place.rank if place else None


def _one_of_each_film(montages: Sequence[Montage]) -> list[Montage]:
    """The first montage of each film."""
    return list({montage.film.id: montage for montage in reversed(montages)}.values())[::-1]
