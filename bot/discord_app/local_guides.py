"""The guides of servers with montages of their own: made when somebody asks there, kept for those asked last."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterator

from msgspec.structs import asdict

from bot.answers.guide import Guide
from bot.answers.local import LocalGuide
from bot.community.store.suggestions import Approved
from bot.community.suggestions import Facts
from bot.knowledge.model import Montage
from bot.knowledge.proposals import Proposal, montage_of

__all__ = ["MOST_KEPT", "LocalGuides", "proposal_of"]

_log = logging.getLogger(__name__)

#: Servers whose guides are kept; making one takes a few milliseconds.
MOST_KEPT = 50


class LocalGuides:
    """Remakes a guide when what its server has approved is another than it was."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Approved, Guide, Guide]] = OrderedDict()

    def at(self, server: int | None, shared: Guide, approved: Approved) -> Guide:
        """The guide of a server; that of all where it has nothing of its own."""
        if server is None or not approved.written:
            return shared
        known = self._kept.get(server)
        if known is None or known[0] is not approved or known[1] is not shared:  # the data may have been loaded anew
            known = self._kept[server] = (approved, shared, LocalGuide(shared, _montages(shared, approved)))
        self._kept.move_to_end(server)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return known[2]


def proposal_of(facts: Facts) -> Proposal:
    """What was suggested, as the rules of the catalogue look at it."""
    return Proposal(**asdict(facts))


def _montages(shared: Guide, approved: Approved) -> Iterator[Montage]:
    for number, facts in approved.facts().items():
        try:
            yield montage_of(proposal_of(facts), shared.catalogue, number)
        except ValueError as unfit:  # a kind that there is not any more
            _log.warning("Suggestion %d cannot be shown: %s", number, unfit)
