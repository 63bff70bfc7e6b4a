"""Reviewing suggestions: what moderators decide, once, however many of them click; and how they take it back."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

import discord
from msgspec.structs import replace

from bot.community.store.suggestions import Decided
from bot.community.suggestions import LONGEST_FIELD, Decision, Facts, State, Suggestion, with_film
from bot.discord_app.controls.facts_form import checked, facts_form, facts_in, typed_of
from bot.discord_app.controls.form import Field, Fields, Form, opened
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.controls.moderating import moderated, tell_member
from bot.discord_app.controls.montages import MontageButton
from bot.discord_app.desk import Desk
from bot.discord_app.local_guides import proposal_of
from bot.discord_app.looks.suggestions import review_embed
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, edit, respond, show_form, tell
from bot.knowledge.proposals import film_known, number_of

__all__ = ["EDITED", "FILM", "ReviewButton", "TakeOutButton", "review_reply"]

FASTER = "Somebody was faster: it stands as the message shows now."
TAKEN_OUT = "{film} is taken out of this server's montages. Where it was reviewed it can be approved again."
TOLD = {
    State.APPROVED: "Your suggestion for {server} was approved: {film} is part of its montages now. Thank you!",
    State.REJECTED: "Your suggestion for {server}, {film}, was not taken by its moderators.",
    State.OPEN: "Your suggestion for {server}, {film}, is looked at once more by its moderators.",
}
NUMBER = r"(?P<number>[0-9]{1,18})"
EDIT_ID, FILM_ID = "montage:suggestion-edit:v1:", "montage:suggestion-film:v1:"
ABOUT_FILM = (
    Field("directors", "Directed by", "Sylvester Stallone", LONGEST_FIELD),
    Field("imdb", "Its address on IMDb, or its number there", "tt0089927", LONGEST_FIELD),
)


class Action(StrEnum):
    """What a button does; part of its custom id, so the names stay."""

    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"
    REOPEN = "reopen"


LABELS = {Action.APPROVE: "Approve", Action.EDIT: "Edit", Action.REJECT: "Reject", Action.REOPEN: "Reopen"}
STYLES = {Action.APPROVE: discord.ButtonStyle.success, Action.REJECT: discord.ButtonStyle.danger}
OFFERED = {
    State.OPEN: (Action.APPROVE, Action.EDIT, Action.REJECT),
    State.APPROVED: (Action.REOPEN,),
    State.REJECTED: (Action.REOPEN,),
}


class ReviewButton(
    AnsweringItem[discord.ui.Button[Any]], template=rf"montage:review:v1:(?P<action>{'|'.join(Action)}):{NUMBER}"
):
    """One thing that can be done about a suggestion."""

    def __init__(self, action: Action, number: int) -> None:
        self.action, self.number = action, number
        label = "Take out" if action is Action.REOPEN else LABELS[action]
        super().__init__(
            discord.ui.Button(
                label=label,
                style=STYLES.get(action, discord.ButtonStyle.secondary),
                custom_id=f"montage:review:v1:{action}:{number}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> ReviewButton:
        return cls(Action(match["action"]), int(match["number"]))

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        server = moderated(interaction)
        if self.action in (Action.REJECT, Action.REOPEN):
            await _decide(desk, interaction, self.number, Decision(self.action))
            return
        suggestion = await desk.store.suggestions.one(server, self.number)
        if suggestion.state is not State.OPEN:
            await _show(interaction, Decided(suggestion, done=False))
        elif self.action is Action.EDIT:
            typed = typed_of(suggestion.facts)
            await show_form(
                interaction, facts_form("Edit the suggestion", f"{EDIT_ID}{self.number}", desk.guide, typed)
            )
        elif _lacks_film(desk, suggestion.facts):
            typed = {"directors": ", ".join(suggestion.facts.directors), "imdb": suggestion.facts.imdb_id}
            await show_form(interaction, opened("Approve a new film", f"{FILM_ID}{self.number}", ABOUT_FILM, typed))
        else:
            checked(suggestion.facts, desk.guide)
            await _decide(desk, interaction, self.number, Decision.APPROVE)


class TakeOutButton(MontageButton, template=r"montage:take-out:v1:(?P<montage>server--[0-9]{1,18})"):
    """Takes a montage of a server's own out again, wherever its card is."""

    prefix = "montage:take-out:v1:"
    label = "Take out"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        server, number = moderated(interaction), number_of(self.montage_id) or 0
        decided = await _made(desk, interaction, number, Decision.REOPEN)
        film = decided.suggestion.facts.film
        await respond(interaction, Reply(TAKEN_OUT.format(film=plain(film)) if decided.done else FASTER), private=True)
        if decided.done:
            await _tell_member(desk, interaction, decided.suggestion, server)


def review_reply(suggestion: Suggestion) -> Reply:
    """The suggestion with what can be done about it as it stands."""
    view = discord.ui.View(timeout=None)
    for action in OFFERED[suggestion.state]:
        button = ReviewButton(action, suggestion.number)
        if suggestion.state is State.REJECTED:
            button.item.label = LABELS[action]
        view.add_item(button)
    return Reply("", [review_embed(suggestion)], view)


async def _edited(desk: Desk, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields) -> None:
    server, number = moderated(interaction), int(match["number"])
    before = (await desk.store.suggestions.one(server, number)).facts
    after = facts_in(fields, desk.guide)
    if (after.film, after.year) == (before.film, before.year):
        after = replace(after, directors=before.directors, imdb_id=after.imdb_id or before.imdb_id)
    await _show(interaction, await desk.store.suggestions.edit(server, number, after))


async def _film_told(desk: Desk, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields) -> None:
    """Approves, with what is known of the film now."""
    server, number = moderated(interaction), int(match["number"])
    directors, imdb_id = with_film(fields.get("directors", ""), fields.get("imdb", ""))
    before = await desk.store.suggestions.one(server, number)
    facts = checked(replace(before.facts, directors=directors, imdb_id=imdb_id), desk.guide)
    edited = await desk.store.suggestions.edit(server, number, facts)
    if edited.done:
        await _decide(desk, interaction, number, Decision.APPROVE)
    else:
        await _show(interaction, edited)


async def _decide(desk: Desk, interaction: discord.Interaction[Any], number: int, decision: Decision) -> None:
    """Decides, shows it in the place of the review, and tells whoever suggested it."""
    decided = await _made(desk, interaction, number, decision)
    await _show(interaction, decided)
    if decided.done:
        await _tell_member(desk, interaction, decided.suggestion, decided.suggestion.server)


async def _made(desk: Desk, interaction: discord.Interaction[Any], number: int, decision: Decision) -> Decided:
    server, by = moderated(interaction), interaction.user.id
    return await desk.store.suggestions.decide(server, number, decision, by, interaction.created_at)


async def _show(interaction: discord.Interaction[Any], decided: Decided) -> None:
    await edit(interaction, review_reply(decided.suggestion))
    if not decided.done:
        await tell(interaction, FASTER)


async def _tell_member(desk: Desk, interaction: discord.Interaction[Any], suggestion: Suggestion, server: int) -> None:
    name = interaction.guild.name if interaction.guild else str(server)
    film = plain(f"{suggestion.facts.film} ({suggestion.facts.year})")
    sentence = TOLD[suggestion.state].format(server=plain(name), film=film)
    await tell_member(desk, interaction, suggestion.member, suggestion.below, sentence)


def _lacks_film(desk: Desk, facts: Facts) -> bool:
    """Whether the rules of the catalogue ask for more of the film than is known."""
    known = film_known(proposal_of(facts), desk.guide.catalogue)
    return known is None and not (facts.directors and facts.imdb_id)


EDITED = Form(re.compile(f"{EDIT_ID}{NUMBER}"), _edited)
FILM = Form(re.compile(f"{FILM_ID}{NUMBER}"), _film_told)
