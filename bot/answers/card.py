"""A montage as a card: everything a fan wants, each thing once, with the sources behind it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote_plus

from bot.answers.answer import Card, Link, Option, SongLine
from bot.answers.confusions import told_confusion
from bot.answers.phrases import nickname, of_kind, spoken, titles_of
from bot.answers.sources import source
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Confidence, Montage, MontageEntry, RankedList, Song
from bot.knowledge.remembering import remembered

_SERVICES = (
    ("YouTube", "https://www.youtube.com/results?search_query={}"),
    ("Spotify", "https://open.spotify.com/search/{}"),
    ("Apple Music", "https://music.apple.com/us/search?term={}"),
)
CAUTION = "Only part of this is confirmed by a page we have read; the rest is general knowledge."
#: The words for what rests on no page, the same on a card, behind Sources, in the counts and in the README.
UNCONFIRMED = "confirmed by no page we have read"
NO_PAGE = f"{UNCONFIRMED.capitalize()}; this is general knowledge."
LOOSE = "music-driven scene"
#: Cards that are kept, and characters of the sentences above them up to which they are.
MOST_KEPT, LONGEST_KEPT = 500, 200


class Cards:
    """The cards of a catalogue. Those asked for last are kept: one asks for the famous ones again and again."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._kept = remembered(self._made, MOST_KEPT, LONGEST_KEPT)

    def of(self, montage: Montage, said: str = "", ranked: tuple[int, str] | None = None) -> Card:
        """The card of one montage, as `card` makes it."""
        return self._kept(montage.id, said, ranked)

    def _made(self, montage_id: str, said: str, ranked: tuple[int, str] | None) -> Card:
        montage = self.catalogue.montage(montage_id)
        if montage is None:
            raise LookupError(montage_id)
        return card(montage, self.catalogue, said, ranked)


def card(montage: Montage, catalogue: Catalogue, said: str = "", ranked: tuple[int, str] | None = None) -> Card:
    """The card of one montage, under the sentence `said`; with its place in the ranking talked of, if one is."""
    entry, film = montage.entry, montage.film
    others = [other for other in catalogue.montages_of(film) if other.id != montage.id]
    rank, ranked_in = ranked or _best_place(montage, catalogue)
    return Card(
        montage_id=montage.id,
        title=film.label,
        place=place_line(montage, catalogue),
        songs=tuple(song_line(song) for song in montage.songs),
        description=entry.description,
        facts=tuple(_facts(montage)),
        confusions=tuple(confusion.sentence for confusion in entry.confusions),
        caution=_caution(montage),
        listen=listening(search_words(montage.songs[0])) if montage.songs else (),
        imdb=Link("IMDb", f"https://www.imdb.com/title/{film.imdb_id}/"),
        sources=tuple(source(origin, catalogue) for origin in entry.sources),
        others=options(others, of_one_film=True),
        heading=f"No. {rank} · {film.label}" if rank else film.label,
        places=tuple(f"No. {place} in {each.title}" for each, place in _places(montage, catalogue)),
        ranked_in=ranked_in,
        summary=" · ".join(part for part in _summary(montage) if part),
        confusion=told_confusion(montage, said),
    )


def _caution(montage: Montage) -> str:
    if montage.entry.confidence is not Confidence.MEDIUM:
        return ""
    return CAUTION if montage.entry.sources else NO_PAGE


def _summary(montage: Montage) -> tuple[str, ...]:
    """What it is, whose film, where, and whether that is certain."""
    entry = montage.entry
    sure = "" if entry.confidence is not Confidence.MEDIUM else "partly confirmed" if entry.sources else "unconfirmed"
    return (_what(entry).capitalize(), spoken(montage.film.directors), entry.setting or "", sure)


def _what(entry: MontageEntry) -> str:
    """Its kind, and whether it is a scene rather than a montage; the tags would make the line two, and stand below."""
    if entry.kind is Kind.OTHER:
        return "" if entry.strict else "scene"
    return entry.kind.label if entry.strict else f"{of_kind(entry.kind)} scene"


def _facts(montage: Montage) -> list[tuple[str, str]]:
    entry, film = montage.entry, montage.film
    facts = [("Kind", ", ".join(kind.label for kind in entry.kinds) + ("" if entry.strict else f" · {LOOSE}"))]
    facts.append(("Directed by", spoken(film.directors)))
    if entry.characters:
        facts.append(("Characters", ", ".join(entry.characters)))
    if entry.setting:
        facts.append(("Setting", entry.setting))
    return facts


def _places(montage: Montage, catalogue: Catalogue) -> list[tuple[RankedList, int]]:
    """Its places: in the default list first, and in lists about one subject last."""
    places = [(ranked, item.rank) for ranked, item in catalogue.places_of(montage) if item.rank is not None]
    return sorted(places, key=lambda place: (not place[0].default, place[0].subject is not None))


def _best_place(montage: Montage, catalogue: Catalogue) -> tuple[int, str]:
    ranked, rank = next(iter(_places(montage, catalogue)), (None, 0))
    return rank, ranked.title if ranked else ""


def place_line(montage: Montage, catalogue: Catalogue) -> str:
    """Where the default list places it, else another list that does; nothing where none does."""
    places = _places(montage, catalogue)
    if not places:
        return ""
    ranked, rank = places[0]
    more = len(places) - 1
    also = f", and in {more} more list{'s' if more > 1 else ''}" if more else ""
    return (
        f"No. {rank} in {ranked.title}{also}"
        if ranked.default
        else f"Not in the default list; no. {rank} in {ranked.title}{also}"
    )


def song_line(song: Song) -> SongLine:
    """A song with what else is known of it: year, score or song, the name on the record, voices, composers."""
    parts = [str(song.year) if song.year else "", "score" if song.score else ""]
    parts.append(f"credited as {song.credited_as}" if song.credited_as else "")
    vocals = [voice for voice in song.vocals if voice not in song.artist]
    parts.append(f"vocals by {spoken(vocals)}" if vocals else "")
    composers = [each for each in song.composers if each not in song.artist]
    parts.append(f"by {spoken(composers)}" if composers else "")
    return SongLine(song.title, song.artist, " · ".join(part for part in parts if part), search_words(song))


def search_words(song: Song) -> str:
    """What finds the song in a music service."""
    return f"{song.title} {song.artist}"


def listening(search: str) -> tuple[Link, ...]:
    """Where to hear what those words find."""
    return tuple(Link(name, url.format(quote_plus(search))) for name, url in _SERVICES)


def options(montages: Sequence[Montage], *, of_one_film: bool) -> tuple[Option, ...]:
    """Montages as they are offered: by song where the film is the same, else by film and song."""
    return tuple(_by_song(each) if of_one_film else _by_film(each) for each in montages)


def _by_song(montage: Montage) -> Option:
    artists = ", ".join(dict.fromkeys(song.artist for song in montage.songs))
    return Option(montage.id, titles_of(montage), artists, nickname(montage))


def _by_film(montage: Montage) -> Option:
    return Option(montage.id, montage.film.label, titles_of(montage), nickname(montage))
