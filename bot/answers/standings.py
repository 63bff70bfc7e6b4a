"""Who stands where: a published list, the consensus of them all, or the ranking of what fits a filter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from bot.answers.answer import Listing, Row
from bot.answers.compose import row_detail, row_of
from bot.answers.filters_said import montages_said
from bot.answers.keys import FILTER_PREFIX, key_of
from bot.answers.phrases import spoken, titles_of
from bot.answers.wording import footer_of, method_of, note_of
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID, CONSENSUS_TITLE, Consensus, ConsensusPlace, consensus
from bot.knowledge.kinds import Kind
from bot.knowledge.model import ListItem, Montage, RankedList, Song, credits_of
from bot.knowledge.selection import Filter, likeliest

#: Publications named on a short line.
MOST_RECEIPTS = 2


class Standing(Struct, frozen=True):
    """One place: its number, who stands there, and the montage, if it is one of ours."""

    rank: int
    row: Row
    montage: Montage | None


class Standings(Struct, frozen=True):
    """The places of one ranking, in order."""

    key: str
    title: str
    spoken: str  # as it is called in the middle of a sentence
    note: str
    places: tuple[Standing, ...]
    footer: str = ""  # the note in a few words
    method: str = ""  # how it is ranked, in full
    size: str = ""  # how many places are known, where not all are
    url: str | None = None
    unnumbered: frozenset[str] = frozenset()  # the films of a list that gives no order

    def at(self, place: int) -> tuple[Standing, ...]:
        """Who stands at a place, counted from the end below 0."""
        wanted = self.last + 1 + place if place < 0 else place
        return tuple(each for each in self.places if each.rank == wanted)

    def listing(self, rows: tuple[Row, ...]) -> Listing:
        """Some of the places as a list."""
        return Listing(self.key, self.title, self.note, rows, self.url, footer=self.footer, method=self.method)

    @property
    def last(self) -> int:
        return max((each.rank for each in self.places), default=0)

    def placed(self, montages: Sequence[Montage]) -> Standing | None:
        """Where the first of some montages stands, or its film, where a list names only that."""
        ids, films = {montage.id for montage in montages}, {montage.film.label for montage in montages}
        there = (each.montage.id in ids if each.montage else each.row.label in films for each in self.places)
        return next((each for each, found in zip(self.places, there, strict=True) if found), None)

    def names(self, montages: Sequence[Montage]) -> bool:
        """Whether any of them is there, with a place or without one."""
        return bool(self.placed(montages)) or any(each.film.label in self.unnumbered for each in montages)

    def rank_of(self, montage: Montage) -> int | None:
        return next((each.rank for each in self.places if each.montage and each.montage.id == montage.id), None)


class Rankings:
    """The rankings of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def warm(self) -> None:
        """Makes now what the first place asked about would have to wait for."""
        _ = self.consensus, self._place_of

    @cached_property
    def consensus(self) -> Consensus:
        return consensus(self._catalogue)

    @cached_property
    def _place_of(self) -> dict[str, ConsensusPlace]:
        return {place.montage_id: place for place in self.consensus.places}

    @staticmethod
    def is_about_the_default(chosen: Filter) -> bool:
        """The default list ranks training montages: asking for the top of those asks for it."""
        return chosen in (Filter(), Filter(kinds=(Kind.TRAINING,)))

    def meant(self, list_id: str | None) -> Standings | None:
        """The ranking of an id, the default one for none."""
        if list_id == CONSENSUS_ID:
            return self.of_consensus()
        ranked = self._catalogue.ranked_list(list_id or "") or self._catalogue.default_list
        return self.published(ranked) if ranked else None

    def published(self, ranked: RankedList) -> Standings:
        """The places of a published list; none when it gives no order."""
        placed = [(item.rank, item) for item in ranked.items if item.rank is not None]
        places = tuple(Standing(rank, self.row(item), self._montage(item)) for rank, item in placed)
        size = "" if ranked.complete else f"only part of it: {len(placed)}"
        return Standings(
            key=ranked.id,
            title=ranked.title,
            spoken=self._called(ranked),
            note=note_of(ranked),
            places=places,
            footer=footer_of(ranked),
            method=method_of(ranked),
            size=size,
            url=ranked.url,
            unnumbered=frozenset(item.label for item in ranked.items if item.rank is None),
        )

    def _called(self, ranked: RankedList) -> str:
        """The title of a list, and whose it is where another has the same."""
        alike = [each for each in self._catalogue.lists if each.title == ranked.title]
        return f"{ranked.title} by {ranked.author}" if ranked.author and len(alike) > 1 else ranked.title

    def row(self, item: ListItem) -> Row:
        """A place of a published list as a line."""
        montage = self._montage(item)
        detail = row_detail(montage) if montage else item.song or ""
        song = titles_of(montage) if montage else item.song or ""
        return Row(str(item.rank) if item.rank else "·", item.label, detail, item.montage, item.film, song)

    def _montage(self, item: ListItem) -> Montage | None:
        return self._catalogue.montage(item.montage or "")

    def of_consensus(self) -> Standings:
        """The places of the consensus as they are."""
        placed = list(self._placed(Filter()))
        tied = Counter(place.rank for place, _ in placed)
        places = tuple(self._standing(place.rank, each, tied=tied[place.rank] > 1) for place, each in placed)
        note = f"From {self._lists}. {self.consensus.method}"
        return Standings(
            key=CONSENSUS_ID,
            title=CONSENSUS_TITLE,
            spoken=f"the {_lowered(CONSENSUS_TITLE)}",
            note=note,
            places=places,
            footer=f"From {self._lists}",
            method=note,
        )

    @property
    def _lists(self) -> str:
        return f"{len(self.consensus.lists_used)} published lists"

    def of(self, chosen: Filter) -> Standings:
        """The one ranking of what a filter admits, numbered through, however many are shown of it.

        Training montages go by the default list as far as it goes; all others, and what follows, by the consensus.
        """
        first = {montage.id: montage for montage in self._of_default(chosen)}
        montages = {**first, **{montage.id: montage for _, montage in self._placed(chosen)}}
        places = tuple(self._standing(rank, montage) for rank, montage in enumerate(montages.values(), 1))
        key = key_of(chosen, f"{CONSENSUS_ID}:{FILTER_PREFIX}")
        ranked = self._catalogue.default_list
        of_what = f" after {ranked.title}" if first and ranked else f": {montages_said(chosen)}"
        title = f"{CONSENSUS_TITLE}{of_what}"
        said = f"the {_lowered(title)}" if first else f"the consensus ranking of {montages_said(chosen)}"
        note, footer = self._note(len(first)), f"{'After the first list, from' if first else 'From'} {self._lists}"
        return Standings(key=key, title=title, spoken=said, note=note, places=places, footer=footer, method=note)

    def likeliest(self, chosen: Filter) -> Sequence[Montage]:
        """Everything that fits a filter, the likeliest wanted first: by whoever, then of what kind, is asked."""
        return mainly_by(chosen.artist, likeliest(self._catalogue, chosen))

    def rest(self, chosen: Filter, standings: Standings) -> tuple[Row, ...]:
        """What a filter admits and no ranking places often enough, without numbers."""
        placed = {each.row.montage_id for each in standings.places}
        montages = (each for each in self.likeliest(chosen) if each.id not in placed)
        return tuple(map(row_of, montages))

    def _of_default(self, chosen: Filter) -> Iterator[Montage]:
        if self.is_about_the_default(chosen) and (ranked := self._catalogue.default_list):
            yield from (montage for item in ranked.items if (montage := self._montage(item)))

    def _note(self, after: int) -> str:
        ranked = self._catalogue.default_list
        first = f"The first {after} are those of {ranked.title}, the others follow by" if after and ranked else "By"
        return f"{first} the consensus of {self._lists}, numbered among themselves. {self.consensus.method}"

    def _placed(self, chosen: Filter) -> Iterator[tuple[ConsensusPlace, Montage]]:
        for place in self.consensus.places:
            montage = self._catalogue.montage(place.montage_id)
            if montage and chosen.admits(montage):
                yield place, montage

    def _standing(self, rank: int, montage: Montage, *, tied: bool = False) -> Standing:
        receipts = self._receipts(montage)
        row = replace(
            row_of(montage),
            place=f"{rank}=" if tied else str(rank),
            detail=f"{montage.songs[0].title} – {_receipts_said(receipts)}" if receipts else row_detail(montage),
            receipts=_receipts_said(receipts, MOST_RECEIPTS),
        )
        return Standing(rank, row, montage)

    def _receipts(self, montage: Montage) -> list[tuple[int, str]]:
        """Which publication put a montage where: each once, with its best place, the best first."""
        place = self._place_of.get(montage.id)
        ranks: dict[str, list[int]] = defaultdict(list)
        for each in place.receipts if place else ():
            if ranked := self._catalogue.ranked_list(each.list_id):
                ranks[ranked.publisher or ranked.author or ranked.title].append(each.rank)
        return [(of[0], name if len(of) == 1 else f"{name} ({len(of)} lists)") for name, of in ranks.items()]


def _receipts_said(receipts: Sequence[tuple[int, str]], most: int | None = None) -> str:
    """Where a montage stands in which publications; of more than are to be named, how many there are."""
    named: dict[int, list[str]] = defaultdict(list)
    for rank, name in receipts[:most]:
        named[rank].append(name)
    said = "; ".join(f"no. {rank} in {spoken(names)}" for rank, names in named.items())
    more = len(receipts) - (most or len(receipts))
    return f"{said}\u00a0+{more}" if more > 0 else said


def _lowered(title: str) -> str:
    return title[0].lower() + title[1:]


def mainly_by(artist: str | None, montages: Sequence[Montage]) -> Sequence[Montage]:
    """Those first whose first song is sung or played by the artist, when one is asked for, then those by them else."""
    return montages if artist is None else sorted(montages, key=lambda each: _share(artist, each.songs[0]))


def _share(artist: str, song: Song) -> int:
    """How little somebody has to do with a song: 0 whose record it is, 1 who sings it, 2 who is credited, 3 nobody."""
    parts = ((song.artist,), song.vocals, credits_of(song))
    return next((at for at, names in enumerate(parts) if any(artist in each for each in names)), len(parts))
