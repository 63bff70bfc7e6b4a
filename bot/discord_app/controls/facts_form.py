"""The form with what is said of a montage: for whoever suggests one, and for the moderator who mends it."""

from __future__ import annotations

import discord

from bot.answers.guide import Guide
from bot.community.suggestions import LONGEST_FIELD, LONGEST_TEXT, Facts, facts_typed
from bot.discord_app.controls.form import Field, Fields, menu, opened
from bot.discord_app.limits import MENU_OPTIONS
from bot.discord_app.local_guides import proposal_of
from bot.errors import MontageBotError
from bot.knowledge.kinds import Kind
from bot.knowledge.proposals import faults_of

__all__ = ["FIELDS", "checked", "facts_form", "facts_in", "typed_of"]

FIELDS = (
    Field("film", "Film and year", "Rocky IV (1985)", LONGEST_FIELD),
    Field("song", "Song and performer", "Hearts on Fire – John Cafferty", LONGEST_FIELD),
    Field(
        "description", "What happens", "He climbs a mountain in the snow and shouts from the top.", LONGEST_TEXT, True
    ),
    Field("url", "A page that says so", "https://en.wikipedia.org/wiki/Rocky_IV", LONGEST_FIELD),
)
KIND, KIND_LABEL = "kind", "What it shows above all"


def facts_form(title: str, custom_id: str, guide: Guide, typed: Fields) -> discord.ui.Modal:
    """The form, with what is known already typed in."""
    chosen = typed.get(KIND, "")
    common = [each.value for each in guide.suggest_kinds("")]
    kinds = [*([chosen] if chosen else []), *(each for each in common if each != Kind.OTHER), Kind.OTHER.value]
    shown = [*dict.fromkeys(kinds)]
    if len(shown) > MENU_OPTIONS:
        shown = [*shown[: MENU_OPTIONS - 1], Kind.OTHER.value]
    options = {kind: Kind(kind).label.capitalize() for kind in shown}
    return opened(title, custom_id, FIELDS, typed, menu(KIND, KIND_LABEL, options, chosen))


def facts_in(fields: Fields, guide: Guide) -> Facts:
    """The facts of what was typed. Raises MontageBotError with all that is wrong with it."""
    names = (*(field.name for field in FIELDS), KIND)
    facts = facts_typed(**{name: fields.get(name, "") for name in names})
    return checked(facts, guide, whole=False)


def checked(facts: Facts, guide: Guide, *, whole: bool = True) -> Facts:
    """The facts, where the rules of the catalogue have nothing against them; else raises MontageBotError."""
    if faults := faults_of(proposal_of(facts), guide.catalogue, whole=whole):
        raise MontageBotError("\n".join(faults))
    return facts


def typed_of(facts: Facts) -> Fields:
    """What one would have typed to say this."""
    return {
        "film": f"{facts.film} ({facts.year})",
        "song": f"{facts.song} – {facts.artist}",
        "description": facts.description,
        "url": facts.url,
        KIND: facts.kind,
    }
