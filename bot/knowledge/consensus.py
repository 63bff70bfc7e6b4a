"""One ranking out of all published ones, with receipts: which list put which montage where.

The method is reciprocal rank fusion: a montage scores 1 / (60 + its rank) in each list that places it, nothing in the
others, and the sums are ranked (G. V. Cormack, C. L. A. Clarke and S. Büttcher, "Reciprocal Rank Fusion outperforms
Condorcet and individual Rank Learning Methods", SIGIR 2009; the 60 is theirs). It needs neither whole lists nor their
lengths, which suits lists of which only a part was seen. Methods that compare pairs were tried and left: with some
thirty short lists a single won comparison decides places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import ListItem, Montage, RankedList, Record

DAMPING = 60
FEWEST_LISTS = 2

#: What the consensus goes by among the published lists.
CONSENSUS_ID = "consensus"
CONSENSUS_TITLE = "Consensus of the published rankings"

METHOD = (
    "Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): each ordered list that places a montage gives it "
    f"1 / ({DAMPING} + rank), and the sums are ranked. Lists about one subject only do not count, and a montage needs "
    f"{FEWEST_LISTS} lists. Where a list names only a film of several montages, it counts for the one that lists "
    "name most, or not at all when none leads."
)


class Receipt(Record, frozen=True, kw_only=True):
    """Where one list put a montage; `by_film` when it named only the film and the montage is our reading."""

    list_id: str
    rank: int
    by_film: bool = False


class ConsensusPlace(Record, frozen=True, kw_only=True):
    """A place in the consensus; equal scores share a rank. Receipts come best rank first."""

    rank: int
    montage_id: str
    score: float
    receipts: tuple[Receipt, ...]


class Consensus(Record, frozen=True, kw_only=True):
    """The ranking, the ids of all lists that had a say, and the method in words fit to be shown."""

    places: tuple[ConsensusPlace, ...]
    lists_used: tuple[str, ...]
    method: str = METHOD


def consensus(catalogue: Catalogue) -> Consensus:
    """The ranking over all ordered lists without a subject; exact sums, so the same lists give the same ranking."""
    receipts: dict[str, list[Receipt]] = defaultdict(list)
    for ranked in catalogue.lists:
        if ranked.ordered and not ranked.subject:
            for montage_id, receipt in _receipts(catalogue, ranked).items():
                receipts[montage_id].append(receipt)
    used = sorted({receipt.list_id for each in receipts.values() for receipt in each})
    enough = {montage_id: each for montage_id, each in receipts.items() if len(each) >= FEWEST_LISTS}
    return Consensus(places=tuple(_places(enough)), lists_used=tuple(used))


def _places(receipts: Mapping[str, list[Receipt]]) -> Iterator[ConsensusPlace]:
    scores = {montage_id: sum(map(_points, each), Fraction()) for montage_id, each in receipts.items()}
    for montage_id in sorted(scores, key=lambda each: (-scores[each], each)):
        yield ConsensusPlace(
            rank=1 + sum(score > scores[montage_id] for score in scores.values()),
            montage_id=montage_id,
            score=float(scores[montage_id]),
            receipts=tuple(sorted(receipts[montage_id], key=lambda each: (each.rank, each.list_id))),
        )


def _points(receipt: Receipt) -> Fraction:
    return Fraction(1, DAMPING + receipt.rank)


def _receipts(catalogue: Catalogue, ranked: RankedList) -> dict[str, Receipt]:
    """One receipt a montage; its best place when the list has it twice."""
    found: dict[str, Receipt] = {}
    for item in ranked.items:
        montage_id = item.montage or _meant(catalogue, item)
        if item.rank is None or montage_id is None:
            continue
        if montage_id not in found or item.rank < found[montage_id].rank:
            found[montage_id] = Receipt(list_id=ranked.id, rank=item.rank, by_film=not item.montage)
    return found


def _meant(catalogue: Catalogue, item: ListItem) -> str | None:
    """What a list means that names only a film: the montage lists name most; None if none leads or a song is named."""
    if item.song:
        return None
    montages = sorted(_of_film(catalogue, item), key=lambda each: -len(catalogue.places_of(each)))
    if len(montages) > 1 and len(catalogue.places_of(montages[0])) == len(catalogue.places_of(montages[1])):
        return None
    return montages[0].id if montages else None


def _of_film(catalogue: Catalogue, item: ListItem) -> tuple[Montage, ...]:
    return catalogue.titled(item.film, item.year) if item.year else ()
