"""Two scenes of one film, described one after the other: "the lobby and the woman in red"."""

from __future__ import annotations

from bot.knowledge.model import Film
from bot.language.candidates import Candidates, Finder
from bot.language.names import NameKind
from bot.language.reading import Reading
from bot.language.stems import telling

#: What stands between two things of a kind.
_BETWEEN = frozenset({"and", "vs", "versus", "or", "with", "n"})


def two_scenes(finder: Finder, film: Film, reading: Reading) -> Candidates | None:
    """The scene on either side of a conjunction, where each is clear and they are not the same."""
    pool = finder.catalogue.montages_of(film)
    for before, behind in _cuts(reading):
        sides = [finder.among(pool, side, reading, names=False) for side in (before, behind)]
        firsts = dict.fromkeys(each.montages[0] for each in sides if each.clear and not each.by_renown)
        if len(firsts) == len(sides):
            return Candidates(tuple(firsts))
    return None


def _cuts(reading: Reading) -> list[tuple[list[str], list[str]]]:
    """The telling words before and behind each conjunction outside of names."""
    names = reading.mentions_of(NameKind.FILM, NameKind.SONG, NameKind.ARTIST)
    taken = {at for mention in names for at in range(mention.start, mention.end)}
    texts = [token.text for token in reading.tokens if token.position not in taken]
    cuts = [(telling(texts[:at]), telling(texts[at + 1 :])) for at, text in enumerate(texts) if text in _BETWEEN]
    return [(before, behind) for before, behind in cuts if before and behind]
