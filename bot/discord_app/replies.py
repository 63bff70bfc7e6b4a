"""From an Answer to a message: its text, its embeds, and the buttons and menus under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import discord

from bot.answers.answer import Answer, Beside, Card, Listing, Option, Outcome
from bot.discord_app import limits
from bot.discord_app.controls.another import AnotherButton
from bot.discord_app.controls.links import link_buttons
from bot.discord_app.controls.menus import ListMenu, Menu, ShowMenu
from bot.discord_app.controls.method import method_buttons
from bot.discord_app.controls.montages import CardButton, MoreButton, SourcesButton
from bot.discord_app.controls.pages import page_buttons
from bot.discord_app.controls.pictures import picture_buttons
from bot.discord_app.controls.questions import MeantButton, QuestionButton, TryButton
from bot.discord_app.controls.reporting import ReportButton
from bot.discord_app.controls.review import TakeOutButton
from bot.discord_app.controls.suggesting import SuggestButton
from bot.discord_app.controls.votes import VoteButton
from bot.discord_app.limits import clip
from bot.discord_app.looks.about import about_embed
from bot.discord_app.looks.cards import COLOURS, card_embed
from bot.discord_app.looks.listings import last_page, listing_embed, rows_of
from bot.discord_app.markup import plain, small
from bot.discord_app.sending import Reply
from bot.knowledge.proposals import is_own

__all__ = ["headline", "is_plain", "render"]

Row = Sequence[discord.ui.Item[Any]]

OFFERED = {Beside.READINGS: Menu.READINGS, Beside.ALSO_IN: Menu.ALSO_IN, Beside.MORE: Menu.MORE}
LINES, LINE = 10, 200  # of a choice: more of them are in the menu alone


def render(answer: Answer, page: int = 1) -> Reply:
    """The message for the answer, on that page of its list; a page that is not there becomes the nearest one."""
    if answer.listing is not None:
        page = min(max(page, 1), last_page(answer.listing))
    if answer.notes:
        return Reply("", [about_embed(answer)], _view(_rows(answer, page)))
    embeds = _embeds(answer, page)
    if embeds:
        return Reply(headline(answer), embeds, _view(_rows(answer, page)))
    return Reply("", [_sentence_embed(answer)], _view(_rows(answer, page)))


def _embeds(answer: Answer, page: int) -> list[discord.Embed]:
    cards = answer.cards[: limits.EMBEDS - 1]
    budget = limits.EMBED_TOTAL // max(1, len(cards) + (answer.listing is not None))
    embeds = [card_embed(card, budget) for card in cards]
    if answer.listing is not None:
        title = answer.headline.rstrip(":. ") if answer.titled else answer.listing.title
        embeds.append(listing_embed(answer.listing, title, page, budget))
    return embeds


def is_plain(answer: Answer) -> bool:
    """Whether an answer is one card and the sentence above it, or a choice, with nothing to turn to beside."""
    if answer.listing or answer.suggestions or answer.hints or answer.again or answer.notes:
        return False
    if answer.outcome is Outcome.CHOICE:
        return bool(answer.options) and not answer.cards
    return len(answer.cards) == 1 and not answer.options


def headline(answer: Answer) -> str:
    """The sentence that answers, unless it is the title of the list below it, and how the question was read."""
    reading = small(plain(answer.read_as)) if answer.read_as else ""
    lines = ["" if answer.titled else plain(answer.headline), reading]
    return clip("\n".join(line for line in lines if line), limits.CONTENT)


def _sentence_embed(answer: Answer) -> discord.Embed:
    """An answer that is only words: a choice, an unknown."""
    lines = [clip(plain(answer.headline), limits.CONTENT), *_choices(answer), *_meant(answer), *_unclickable(answer)]
    embed = discord.Embed(description=clip("\n".join(lines), limits.EMBED_DESCRIPTION), colour=COLOURS[answer.outcome])
    if answer.read_as:
        embed.set_footer(text=clip(answer.read_as, limits.SHORT_FOOTER))
    return embed


def _rows(answer: Answer, page: int) -> list[Row]:
    rows: list[Row] = []
    if len(answer.cards) == 1:
        rows += _card_rows(answer.cards[0], answer.again)
    elif answer.cards:
        rows += ShowMenu.of(Menu.CARDS, map(_option_of, answer.cards))
    if answer.listing is not None:
        rows += _list_rows(answer.listing, page)
        rows += ShowMenu.of(Menu.ROWS, _row_options(answer, page))
        rows += ListMenu.of(rows_of(answer.listing, page))
    if answer.outcome is Outcome.CHOICE:
        rows += _choice_rows(answer)
    else:
        rows += ShowMenu.of(OFFERED[answer.beside], answer.options)
    rows += [_question_buttons(MeantButton, answer.suggestions), _question_buttons(TryButton, answer.hints)]
    return [*rows, [SuggestButton()]] if answer.lacking else rows


def _list_rows(listing: Listing, page: int) -> list[Row]:
    buttons = [*page_buttons(listing, page), *method_buttons(listing), *picture_buttons(listing)]
    return [buttons[: limits.BUTTONS_A_ROW], buttons[limits.BUTTONS_A_ROW :]]


def _card_rows(card: Card, again: str) -> list[Row]:
    links = link_buttons(card.listen)[: limits.BUTTONS_A_ROW - 2]
    return [
        [*links, MoreButton(card.montage_id), SourcesButton(card.montage_id)],
        [
            VoteButton(card.montage_id),
            *([AnotherButton(again)] if again else []),
            *_take_out(card),
            ReportButton(card.montage_id),
        ],
        *ShowMenu.of(Menu.OTHERS, card.others),
    ]


def _take_out(card: Card) -> Row:
    return [TakeOutButton(card.montage_id)] if is_own(card.montage_id) else []


def _choice_rows(answer: Answer) -> list[Row]:
    """A button for each of a few; a menu where they are more."""
    options = list({option.montage_id: option for option in answer.options}.values())
    if len(options) > limits.BUTTONS_A_ROW:
        return [*ShowMenu.of(Menu.CHOICE, options)]
    return [[CardButton(each.montage_id, f"{number} {each.name}") for number, each in enumerate(options, 1)]]


def _choices(answer: Answer) -> list[str]:
    """What there is to choose from, line by line."""
    if answer.outcome is not Outcome.CHOICE:
        return []
    return [f"`{number}` {_choice(option)}" for number, option in enumerate(answer.options[:LINES], 1)]


def _choice(option: Option) -> str:
    rest = "".join(f" – {plain(part)}" for part in (option.beside, option.detail) if part)
    return clip(f"**{plain(option.name)}**{rest}", LINE)


def _option_of(card: Card) -> Option:
    return Option(card.montage_id, card.title, card.songs[0].title if card.songs else "")


def _row_options(answer: Answer, page: int) -> Iterable[Option]:
    rows = rows_of(answer.listing, page) if answer.listing is not None else ()
    return (Option(row.montage_id, row.label, row.song) for row in rows if row.montage_id is not None)


def _question_buttons(kind: type[QuestionButton], texts: Iterable[str]) -> Row:
    fitting = [text for text in dict.fromkeys(texts) if kind.takes(text)]
    return [kind(text) for text in fitting[: limits.BUTTONS_A_ROW]]


def _meant(answer: Answer) -> list[str]:
    """What the buttons with the nearest names are for."""
    match len(answer.suggestions):
        case 0:
            return []
        case 1:
            return ["Did you mean this?"]
        case _:
            return ["Did you mean one of these?"]


def _unclickable(answer: Answer) -> list[str]:
    """The suggestions and hints that no button says already."""
    shown = {*answer.suggestions[: limits.BUTTONS_A_ROW], *answer.hints[: limits.BUTTONS_A_ROW]}
    return [f"- {plain(text)}" for text in (*answer.suggestions, *answer.hints) if text not in shown]


def _view(rows: list[Row]) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for number, row in enumerate([row for row in rows if row][: limits.COMPONENT_ROWS]):
        for item in row:
            item.row = number
            view.add_item(item)
    return view
