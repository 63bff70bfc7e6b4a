"""The guides of servers with montages of their own."""

from __future__ import annotations

import msgspec

from bot.answers.guide import Guide
from bot.community.store.suggestions import Approved
from bot.community.suggestions import Facts
from bot.discord_app.local_guides import MOST_KEPT, LocalGuides
from bot.knowledge.proposals import own_id


def test_guides_of_servers_are_kept_for_those_asked_last(guide: Guide) -> None:
    guides, facts = LocalGuides(), Facts("Zyzzy Runner", 1999, "Run On", "A", "She runs.", "training", "https://a.b")
    approved = Approved({1: msgspec.json.encode(facts).decode()})
    assert guides.at(1, guide, Approved({})) is guides.at(None, guide, approved) is guide
    made = guides.at(1, guide, approved)
    assert made.has(own_id(1))
    assert guides.at(1, guide, approved) is made
    assert guides.at(1, guide, Approved(approved.written)) is not made
    last = [guides.at(server, guide, approved) for server in range(2, MOST_KEPT + 2)]
    assert guides.at(2, guide, approved) is last[0]
    assert guides.at(1, guide, approved) is not made


def test_what_is_no_kind_any_more_is_left_out(guide: Guide) -> None:
    gone = Facts("Zyzzy Runner", 1999, "Run On", "A", "She runs.", "no-kind", "https://a.b")
    approved = Approved({1: msgspec.json.encode(gone).decode()})
    assert not LocalGuides().at(1, guide, approved).has(own_id(1))
