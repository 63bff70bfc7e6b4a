"""Which songs a claim says are heard, and who is said to sing or to have made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.findings import Finding, all_of
from bot.answers.phrases import songs_spoken, spoken
from bot.knowledge.model import Montage
from bot.language.naming import people_of, song_key
from bot.language.people import is_among
from bot.language.question import Claim
from bot.language.songbook import Songbook


class SongsClaimed:
    """Judges what a claim says of songs and of who is heard."""

    def __init__(self, songbook: Songbook) -> None:
        self._songbook = songbook

    def findings(self, claim: Claim, montages: Sequence[Montage]) -> Iterator[Finding]:
        """What is found of the songs, of the performers, and of the mistakes that are known of."""
        if claim.songs:
            yield Finding(self._songs_hold(claim, montages), self._truth(claim, montages))
        if claim.denied:
            yield Finding(False, claim.denied)
        if claim.people and not claim.directs:
            yield Finding(_people_hold(claim, montages), self._truth(claim, montages))
        if claim.stranger and not claim.directs:
            whose_is_known = claim.one_scene or bool(claim.songs)
            yield Finding(False if whose_is_known else None, self._truth(claim, montages))
        if claim.unheard:
            yield Finding(False if claim.one_scene else None, self._truth(claim, montages))

    def _songs_hold(self, claim: Claim, montages: Sequence[Montage]) -> bool | None:
        """Every song is heard in one of the montages, and every film or scene claimed has one of the songs."""
        scope, songs = _scope(claim, montages), set(claim.songs)
        if claim.every:
            return all(songs <= _keys(montage) for montage in scope)
        heard = {key for montage in scope for key in _keys(montage)}
        having = {montage.film.id for montage in scope if _keys(montage) & songs}
        if songs <= heard and set(claim.films) <= having:
            return True
        strayed = songs - heard or songs
        return False if claim.one_scene or self._songbook.with_any(strayed) else None

    def _truth(self, claim: Claim, montages: Sequence[Montage]) -> str:
        told = "; ".join(f"in {each.film.label} it is {songs_spoken(each)}" for each in _told_of(claim, montages))
        return f"{told}.{self._where_else(claim, montages)}"

    def _where_else(self, claim: Claim, montages: Sequence[Montage]) -> str:
        """Where a wrongly placed song really is, when we know."""
        heard = {song_key(song) for montage in montages for song in montage.songs}
        strayed = [key for key in claim.songs if key not in heard]
        films = {montage.film for montage in montages}
        others = [each for each in self._songbook.with_any(strayed) if each.film not in films]
        if not others:
            return ""
        title = next(song.title for song in others[0].songs if song_key(song) in strayed)
        return f" “{title}” is in {spoken([*dict.fromkeys(each.film.label for each in others)])}."


def _told_of(claim: Claim, montages: Sequence[Montage]) -> Sequence[Montage]:
    """The montages whose songs are told: of each film and each song claimed, and of no more."""
    if claim.every:
        return montages
    if claim.one_scene or not claim.songs:
        return montages[:1]
    wanted = set(claim.songs)
    films = list(dict.fromkeys(montage.film for montage in montages))
    having = [montage for montage in montages if _keys(montage) & wanted]
    lacking = [film for film in films if film.id in claim.films and film not in {montage.film for montage in having}]
    first = [next(montage for montage in montages if montage.film == film) for film in lacking]
    return [*_newly(having, wanted), *first] or montages[:1]


def _newly(having: Sequence[Montage], wanted: set[str]) -> list[Montage]:
    """The first montages of each film and each song."""
    told: set[tuple[str, str]] = set()
    found: list[Montage] = []
    for montage in having:
        new = {(montage.film.id, key) for key in _keys(montage) & wanted} - told
        found += [montage] if new else []
        told |= new
    return found


def _scope(claim: Claim, montages: Sequence[Montage]) -> Sequence[Montage]:
    """The montages that a claim is about: one scene, or all that are known."""
    return montages if claim.every or not claim.one_scene else montages[:1]


def _keys(montage: Montage) -> set[str]:
    return {song_key(song) for song in montage.songs}


def _people_hold(claim: Claim, montages: Sequence[Montage]) -> bool | None:
    """Whether everybody named made each song named, or one of the songs heard."""
    scope = _scope(claim, montages)
    if not claim.performs and all(any(is_among(each, m.film.directors) for m in scope) for each in claim.people):
        return True
    if claim.sings and any(_is_other_than_the_voice(each, scope) for each in claim.people):
        return False
    credits = [
        (song_key(song), tuple(people_of(song))) for montage in scope for song in montage.songs if not claim.songs
    ] or [
        (song_key(song), tuple(people_of(song)))
        for montage in montages
        for song in montage.songs
        if song_key(song) in claim.songs
    ]
    if not claim.songs:
        return all_of(_is_heard(each, credits, claim, scope) for each in claim.people)
    by_song = {key: [people for other, people in credits if other == key] for key in claim.songs}
    return all(
        any(is_among(person, people) for people in credited for person in claim.people)
        for credited in by_song.values()
        if credited
    )


def _is_heard(
    person: str, credits: Sequence[tuple[str, tuple[str, ...]]], claim: Claim, scope: Sequence[Montage]
) -> bool | None:
    """At a film at large somebody may be heard elsewhere in it, unless a known mistake says not."""
    if any(is_among(person, people) for _, people in credits):
        return True
    return False if claim.one_scene or is_among(person, _mistaken(scope)) else None


def _is_other_than_the_voice(person: str, scope: Sequence[Montage]) -> bool:
    """Whether somebody is known to be taken for the singer: who wrote it, or recorded it at another time."""
    voices = [name for montage in scope for song in montage.songs for name in (song.artist, *song.vocals)]
    return is_among(person, _mistaken(scope)) and not is_among(person, voices)


def _mistaken(scope: Sequence[Montage]) -> list[str]:
    """Who is thought to be heard there, by mistake."""
    return [each.wrong_artist for montage in scope for each in montage.entry.confusions if each.wrong_artist]
