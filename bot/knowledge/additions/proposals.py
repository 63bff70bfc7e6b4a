"""Answers that can be proposed because of those already given."""

from __future__ import annotations

from itertools import chain, count

from bot.knowledge.additions.draft import MONTAGE, Draft
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.documents import Where
from bot.knowledge.ids import slug
from bot.knowledge.model import LONGEST_ID, Confidence

_WHOLLY = {"film", "song", "scene"}


def proposed(catalogue: Catalogue, draft: Draft, where: Where) -> str | None:
    """What is taken when nothing is typed for that place; None where there is nothing to propose."""
    match where[-1]:
        case "id":
            return _id(catalogue, draft)
        case "confidence":
            return _confidence(draft)
        case _:
            return None


def _id(catalogue: Catalogue, draft: Draft) -> str | None:
    """The title; where that is an id already, with the kind, else with the song; failing all, with a number."""
    film = catalogue.film(draft.film_id) if draft.film_id else None
    title = slug(film.title if film else draft.text("title"))
    tails = (slug(draft.text(*MONTAGE, *tail)) for tail in (("kind",), ("songs", 0, "title")))
    ids = chain((title,), (f"{title}-{tail}" for tail in tails if tail), (f"{title}-{number}" for number in count(2)))
    free = next(each for each in ids if catalogue.montage(each) is None)
    return free if title and len(free) <= LONGEST_ID else None


def _confidence(draft: Draft) -> str:
    sources = [where for where in draft.answers if where[-1] == "url"]
    told = (set(draft.texts(*source[:-1], "supports", "*")) for source in sources)
    return Confidence.HIGH if any(each >= _WHOLLY for each in told) else Confidence.MEDIUM
