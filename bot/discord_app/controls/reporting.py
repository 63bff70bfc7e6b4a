"""Reporting a mistake: the button below a card, the form behind it, and what moderators do about it."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.community.reports import LONGEST_REPORT, Report
from bot.community.suggestions import line
from bot.discord_app.controls.form import Field, Fields, Form, opened
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.controls.moderating import below_of, channel_of, moderated, pass_on, tell_member
from bot.discord_app.controls.montages import CardButton, MontageButton
from bot.discord_app.desk import Desk
from bot.discord_app.looks.reports import report_embed
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, edit, respond, show_form, tell
from bot.errors import MontageBotError

__all__ = ["REPORTED", "ReportButton", "SettleButton"]

THANKS = "Thank you! The moderators look at it, and you hear of it when it is settled."
NOTHING_SAID = "Say in a few words what is wrong, and what is right."
FASTER = "Somebody was faster: it stands as the message shows now."
TOLD = "What you reported on {server} about {film} is settled: its moderators have seen to it. Thank you!"
FORM_ID, SAID = "montage:report-form:v1:", "said"
EXAMPLE = "The song is not that one but …; the page that says so is …"
ID = r"(?P<montage>[a-z0-9-]{1,80})"


class ReportButton(MontageButton, template=rf"montage:report:v1:{ID}"):
    """Opens the form, where there is somebody who would read it."""

    prefix = "montage:report:v1:"
    label = "Report a mistake"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        channel_of(desk, interaction)
        self.card(desk, interaction)
        field = Field(SAID, "What is wrong, and what is right", EXAMPLE, LONGEST_REPORT, long=True)
        await show_form(interaction, opened(self.label, f"{FORM_ID}{self.montage_id}", [field], {}))


async def _reported(desk: Desk, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields) -> None:
    """Kept, confirmed, then shown to the moderators."""
    server, channel = channel_of(desk, interaction)
    said, kept = line(fields.get(SAID, "")), desk.store.reports
    if not said:
        raise MontageBotError(NOTHING_SAID)
    report = await kept.report(
        server, interaction.user.id, match["montage"], said, interaction.created_at, below_of(interaction)
    )
    await respond(interaction, Reply(THANKS), private=True)
    await pass_on(interaction, channel, _reply(desk, report), lambda: kept.withdraw(server, report.number))


class SettleButton(
    AnsweringItem[discord.ui.Button[Any]], template=r"montage:report-(?P<wish>settle|reopen):v1:(?P<number>[0-9]{1,18})"
):
    """Says that a report was seen to, or that it was not after all."""

    def __init__(self, number: int, *, settle: bool) -> None:
        self.number, self.settle = number, settle
        super().__init__(
            discord.ui.Button(
                label="Settled" if settle else "Reopen",
                style=discord.ButtonStyle.success if settle else discord.ButtonStyle.secondary,
                custom_id=f"montage:report-{'settle' if settle else 'reopen'}:v1:{number}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> SettleButton:
        return cls(int(match["number"]), settle=match["wish"] == "settle")

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        server, by = moderated(interaction), interaction.user.id
        settled = await desk.store.reports.settle(server, self.number, self.settle, by, interaction.created_at)
        report = settled.report
        await edit(interaction, _reply(desk, report))
        if not settled.done:
            await tell(interaction, FASTER)
        elif self.settle:
            name = interaction.guild.name if interaction.guild else str(server)
            sentence = TOLD.format(server=plain(name), film=plain(_title(desk, report)))
            await tell_member(desk, interaction, report.member, report.below, sentence)


def _reply(desk: Desk, report: Report) -> Reply:
    view = discord.ui.View(timeout=None)
    view.add_item(SettleButton(report.number, settle=not report.is_settled))
    if desk.guide_at(report.server).has(report.montage):
        view.add_item(CardButton(report.montage, "Card"))
    return Reply("", [report_embed(report, _title(desk, report))], view)


def _title(desk: Desk, report: Report) -> str:
    """The film, or the id of a montage that has left the catalogue since."""
    guide = desk.guide_at(report.server)
    return guide.show(report.montage).cards[0].title if guide.has(report.montage) else report.montage


REPORTED = Form(re.compile(f"{FORM_ID}{ID}"), _reported)
