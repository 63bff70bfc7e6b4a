"""All that the catalogue can become is a request that Discord's own description of its interface allows.

What commands, buttons and forms send besides, `stage` looks at in the same way at the end of every test of this folder.
"""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.everything import body_of, callback, choices, messages, swollen
from benchmarks.openapi import faults_of_request
from bot.answers.guide import Guide
from bot.discord_app.client import MontageBot
from bot.knowledge.catalogue import Catalogue
from tests.discord_app.accepted import check_request

CALLBACK, MESSAGE = "/interactions/1/of-it/callback", "/channels/1/messages"
LONGEST = 12  # montages in which everything is long
TYPED = ("", "r", "the ", "rokcy", "eye of the tiger", "80s", "x" * 100)


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_every_message_of_the_whole_catalogue_is_valid(guide: Guide, every: int) -> None:
    tried = 0
    for reply in messages(guide, every):
        check_request("POST", CALLBACK, callback(reply))
        tried += 1
    assert tried > 3 * len(guide.catalogue.montages) // every


def test_an_answer_to_a_message_is_valid(guide: Guide) -> None:
    reference = {
        "message_id": 10**18,
        "channel_id": 10**18,
        "fail_if_not_exists": False,
    }  # numbers, as discord.py has it
    more = {"nonce": 10**18, "enforce_nonce": True, "message_reference": reference}
    for reply in messages(guide, every=40):
        check_request("POST", MESSAGE, body_of(reply) | more)


def test_every_message_is_valid_however_long_what_it_tells(catalogue: Catalogue) -> None:
    for reply in messages(Guide(swollen(catalogue, LONGEST)), every=3):
        check_request("POST", CALLBACK, callback(reply))


def test_what_is_offered_while_somebody_types_is_valid(guide: Guide) -> None:
    for body in choices(guide, [*TYPED, *(film.title for film in guide.catalogue.films[::9])]):
        check_request("POST", CALLBACK, body)


async def test_the_commands_are_registered_as_discord_takes_them(simcord_bot: MontageBot) -> None:
    commands = [each.to_dict(simcord_bot.tree) for each in simcord_bot.tree.get_commands()]
    check_request("PUT", "/applications/1/commands", commands)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"content": "x" * 4001}, "content"),
        ({"embeds": [{"title": "x" * 257}]}, "embeds/0/title"),
        ({"embeds": [{"fields": [{"name": "a"}]}]}, "'value' is a required property"),
        ({"components": [{"type": 1, "components": [{"type": 2, "style": 9}]}]}, "components/0/components/0/style"),
        ({"components": [{"type": 1, "components": [{"type": 77}]}]}, "components/0/components/0"),
        ({"components": [{"type": 1, "components": [{"type": 3, "custom_id": "a", "options": []}]}]}, "non-empty"),
        ({"message_reference": {"message_id": "x"}}, "message_reference"),
    ],
)
def test_what_discord_would_not_take_is_noticed(body: dict[str, Any], says: str) -> None:
    assert says in "\n".join(faults_of_request("POST", MESSAGE, body))
    assert faults_of_request("POST", CALLBACK, {"type": 4, "data": body}) or "reference" in says


def test_a_request_that_nobody_thought_of_is_noticed() -> None:
    assert faults_of_request("POST", "/guilds/1/bans/2", {}) != []
