"""A montage as a card: everything a fan wants, each thing once, with the sources behind it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote_plus, urlsplit

from bot.answers.answer import Card, Link, Option, SongLine, Source
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Confidence, Kind, Montage, Song
from bot.knowledge.model import Source as Origin

_KIND_NAMES = {Kind.PASSAGE_OF_TIME: "passage of time"}
_SERVICES = (
    ("YouTube", "https://www.youtube.com/results?search_query={}"),
    ("Spotify", "https://open.spotify.com/search/{}"),
    ("Apple Music", "https://music.apple.com/us/search?term={}"),
)
CAUTION = "Only part of this is confirmed by a page we have read; the rest is general knowledge."
LOOSE = "music-driven scene"


def card(montage: Montage, catalogue: Catalogue) -> Card:
    """The card of one montage."""
    entry, film = montage.entry, montage.film
    others = tuple(option(other) for other in catalogue.montages_of(film) if other.id != montage.id)
    return Card(
        montage_id=montage.id,
        title=film.label,
        place=place_line(montage, catalogue),
        songs=tuple(song_line(song) for song in montage.songs),
        description=entry.description,
        facts=tuple(_facts(montage)),
        confusions=tuple(confusion.sentence for confusion in entry.confusions),
        caution=CAUTION if entry.confidence is Confidence.MEDIUM else "",
        listen=tuple(
            Link(name, url.format(quote_plus(search_words(montage.songs[0]))))
            for name, url in _SERVICES
            if montage.songs
        ),
        imdb=Link("IMDb", f"https://www.imdb.com/title/{film.imdb_id}/"),
        sources=tuple(_source(origin, catalogue) for origin in entry.sources),
        others=others,
    )


def _facts(montage: Montage) -> list[tuple[str, str]]:
    entry, film = montage.entry, montage.film
    facts = [("Kind", kind_name(entry.kind) + ("" if entry.strict else f" · {LOOSE}"))]
    facts.append(("Directed by", spoken(film.directors)))
    if entry.characters:
        facts.append(("Characters", ", ".join(entry.characters)))
    if entry.setting:
        facts.append(("Setting", entry.setting))
    return facts


def kind_name(kind: Kind) -> str:
    """A kind as it is said: "passage of time"."""
    return _KIND_NAMES.get(kind, kind.value)


def place_line(montage: Montage, catalogue: Catalogue) -> str:
    """Where the default list places it, else another list that does, else that none does."""
    places = [(ranked, item.rank) for ranked, item in catalogue.places_of(montage) if item.rank is not None]
    if not places:
        return "In no ranked list"
    ranked, rank = places[0]
    more = len(places) - 1
    also = f", and in {more} more list{'s' if more > 1 else ''}" if more else ""
    return (
        f"No. {rank} in {ranked.title}{also}"
        if ranked.default
        else f"Not in the default list; no. {rank} in {ranked.title}{also}"
    )


def song_line(song: Song) -> SongLine:
    """A song with what else is known of it: year, score or song, voices, composers."""
    parts = [str(song.year) if song.year else "", "score" if song.score else ""]
    vocals = [voice for voice in song.vocals if voice not in song.artist]
    parts.append(f"vocals by {spoken(vocals)}" if vocals else "")
    composers = [each for each in song.composers if each not in song.artist]
    parts.append(f"by {spoken(composers)}" if composers else "")
    return SongLine(song.title, song.artist, " · ".join(part for part in parts if part), search_words(song))


def search_words(song: Song) -> str:
    """What finds the song in a music service."""
    return f"{song.title} {song.artist}"


def spoken(names: Sequence[str]) -> str:
    """Names as they are said: "Tony Bancroft and Barry Cook"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def songs_spoken(montage: Montage) -> str:
    """The songs of a montage with who is heard, in one phrase."""
    return spoken([f"“{song.title}” by {song.artist}" for song in montage.songs])


def option(montage: Montage) -> Option:
    """A montage as a menu offers it."""
    songs = ", ".join(song.title for song in montage.songs)
    return Option(montage.id, montage.film.label, f"{songs} – {nickname(montage)}")


def nickname(montage: Montage) -> str:
    """A few words that tell a montage from the others of its film: the first thing seen in it."""
    return montage.entry.scene[0] if montage.entry.scene else montage.entry.description.split(". ")[0]


def _source(origin: Origin, catalogue: Catalogue) -> Source:
    supports = ", ".join(origin.supports)
    if origin.url:
        return Source(urlsplit(origin.url).netloc.removeprefix("www."), supports, origin.url)
    ranked = catalogue.ranked_list(origin.list or "")
    return Source(ranked.title if ranked else origin.list or "", supports, ranked.url if ranked else None)
