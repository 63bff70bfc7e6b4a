"""Where and when a claim says something is: the film, its director, year, place in the list, characters, setting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bot.answers.findings import Finding
from bot.answers.phrases import songs_spoken, spoken
from bot.answers.settings_claimed import setting_found
from bot.answers.standings import Standing, Standings
from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.model import Montage
from bot.language.fold import name_key
from bot.language.people import is_among
from bot.language.question import Claim

#: Stands for the last place.
LAST = -1


class PlacesClaimed:
    """Judges what a claim says of films."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def warm(self) -> None:
        """Makes now what the first claim of a character would have to wait for."""
        _ = self._cast

    def film(self, claim: Claim, montages: Sequence[Montage]) -> Iterator[Finding]:
        """Whether the scene found is in the film it is said to be in."""
        film = montages[0].film
        if claim.absent or (claim.films and film.id not in claim.films):
            songs = f", with {songs_spoken(montages[0])}" if montages[0].songs else ""
            yield Finding(False, f"that is in {film.label}{songs}.")
        elif claim.described and claim.films and not _says_more(claim):
            yield Finding(True, f"in {film.label} it is {songs_spoken(montages[0])}.")

    def findings(self, claim: Claim, montages: Sequence[Montage], standings: Standings | None) -> Iterator[Finding]:
        """What is found of all else that is said of the film."""
        if claim.directs and (claim.people or claim.stranger):
            yield from self._directors(claim, montages)
        if claim.years:
            yield self._year(claim, montages[0])
        yield from self._rank(claim, montages, standings)
        yield from (self._character(each, claim, montages) for each in claim.characters)
        if claim.setting:
            yield setting_found(claim.setting, montages[0])

    @staticmethod
    def _directors(claim: Claim, montages: Sequence[Montage]) -> Iterator[Finding]:
        """Each film named must be by one of the people named."""
        for film in dict.fromkeys(montage.film for montage in montages):
            holds = any(is_among(person, film.directors) for person in claim.people)
            yield Finding(holds, f"{film.label} was directed by {spoken(film.directors)}.")

    @staticmethod
    def _year(claim: Claim, montage: Montage) -> Finding:
        dated = {montage.film.year, *(song.year for song in montage.songs if song.year)}
        return Finding(set(claim.years) <= dated, f"{montage.film.title} came out in {montage.film.year}.")

    def _rank(self, claim: Claim, montages: Sequence[Montage], standings: Standings | None) -> Iterator[Finding]:
        if standings is None or not (claim.rank or claim.ranked) or claim.songs or claim.people:
            return
        place, label = standings.placed(montages), montages[0].film.label
        if claim.rank:
            yield _at_rank(claim.rank, label, place, standings)
        elif standings.names(montages):
            truth = f"is number {place.rank}" if place else "is"
            yield Finding(True, f"{label} {truth} in {standings.spoken}.")
        else:
            yield Finding(None if standings.size else False, f"{label} is not in {standings.spoken}.")

    def _character(self, character: str, claim: Claim, montages: Sequence[Montage]) -> Finding:
        """Somebody of another film; within a series nobody knows who comes back."""
        films = {montage.film for montage in montages}
        known = [each.film for each in self._sharing_a_word(character) if _is_seen(character, each)]
        series = {film.franchise for film in films if film.franchise}
        if any(film in films for film in known):
            return Finding(True, f"in {montages[0].film.label} it is {songs_spoken(montages[0])}.")
        if not known or any(film.franchise in series for film in known):
            return Finding(None, "")
        where = spoken([*dict.fromkeys(film.label for film in known)])
        return Finding(False, f"{character} is in {where}, not in {montages[0].film.label}.")

    def _sharing_a_word(self, character: str) -> Iterator[Montage]:
        """The montages of somebody with a word of that name in theirs."""
        numbers = {number for word in name_key(character) for number in self._cast.get(word, ())}
        yield from (self._catalogue.montages[number] for number in sorted(numbers))

    @cached_property
    def _cast(self) -> Mapping[str, Sequence[int]]:
        """For each word of characters' names the montages, by number."""
        montages = enumerate(self._catalogue.montages)
        names = ((each, number) for number, montage in montages for each in montage.entry.characters)
        return by_key((word, number) for each, number in names for word in name_key(each))


def _at_rank(wanted: int, label: str, place: Standing | None, standings: Standings) -> Finding:
    """Whether something stands at a place: surely not where it has another, or where something else stands."""
    wanted = standings.last if wanted == LAST else wanted
    if place:
        return Finding(place.rank == wanted, f"{label} is number {place.rank} in {standings.spoken}.")
    there = spoken([each.row.label for each in standings.at(wanted)])
    if there and standings.size:
        return Finding(False, f"number {wanted} in {standings.spoken} is {there}.")
    return Finding(None if standings.size or not standings.places else False, f"{label} is not in {standings.spoken}.")


def _says_more(claim: Claim) -> bool:
    """Whether a claim is of more than that something happens in a film."""
    heard = claim.songs or claim.people or claim.stranger or claim.unheard
    return bool(heard or claim.ranked or claim.rank)


def _is_seen(character: str, montage: Montage) -> bool:
    """Whether somebody is seen in a montage, by the whole name or most of it."""
    wanted = set(name_key(character))
    others = (set(name_key(part)) for each in montage.entry.characters for part in (each, *each.split(" / ")))
    return any(
        wanted == other or (len(wanted & other) > 1 and (wanted <= other or other <= wanted)) for other in others
    )
