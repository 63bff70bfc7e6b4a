"""Whatever stands in a custom id like ours: a control is made of it, and what is wrong with it is told later."""

from __future__ import annotations

import re
from typing import Any, cast

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.forged import BUTTONS, CHANNELS, FORMS, MENUS
from bot.discord_app import client, limits
from bot.discord_app.controls.item import AnsweringItem

LARGEST = 2**63 - 1  # what a database keeps
FORGED = settings(
    database=None, deadline=None, derandomize=True, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize("kind", client.ITEMS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@FORGED
async def test_a_control_is_made_of_any_custom_id_of_its_kind(
    kind: type[AnsweringItem[Any]], data: st.DataObject
) -> None:
    custom_id = data.draw(st.from_regex(kind.pattern(), fullmatch=True))[: limits.CUSTOM_ID]
    match = kind.pattern().fullmatch(custom_id)
    if match is not None:
        shown: discord.ui.Button[Any] = discord.ui.Button(label="One", custom_id=custom_id)
        nobody = cast("discord.Interaction[Any]", None)  # who clicks has no say in what is made
        assert isinstance(await kind.from_custom_id(nobody, shown, match), kind)


@pytest.mark.parametrize(
    "pattern", [*(item.pattern() for item in client.ITEMS), *(form.pattern for form in client.FORMS)]
)
@given(data=st.data())
@FORGED
def test_no_number_in_a_custom_id_is_larger_than_a_database_keeps(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    match = pattern.fullmatch(data.draw(st.from_regex(pattern, fullmatch=True)))
    assert match is not None
    for name in {"duel", "quiz", "number"} & match.groupdict().keys():
        assert 0 <= int(match[name]) <= LARGEST


def test_what_is_forged_for_docs_has_every_kind_of_custom_id_among_it() -> None:
    patterns = [*(item.pattern() for item in client.ITEMS), *(form.pattern for form in client.FORMS)]
    every = (*BUTTONS, *MENUS, *CHANNELS, *FORMS)
    assert [pattern for pattern in patterns if not any(map(pattern.fullmatch, every))] == []
    assert [each for each in every if not any(pattern.fullmatch(each) for pattern in patterns)] == []
