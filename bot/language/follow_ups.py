"""Questions that lean on the last answer: "who sings it?", "and the fourth one?", "another one by him"."""

from __future__ import annotations

from bot.knowledge.catalogue import Catalogue
from bot.language.candidates import Finder
from bot.language.forms.another import Another
from bot.language.forms.form import Forms
from bot.language.forms.narrowing import Narrowing
from bot.language.forms.picking import Picking
from bot.language.forms.turning import Turning
from bot.language.forms.walking import Walking
from bot.language.leaning import Leaning
from bot.language.scenes import SceneIndex

#: A message of more words than this leans on nothing.
MOST_WORDS = 20


def follow_ups(catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> Forms:
    """The forms that read a message in the light of the last answer."""
    return (
        *Turning(catalogue, finder).forms,
        *Narrowing(catalogue).forms,
        *Another(catalogue, finder).forms,
        *Walking(catalogue).forms,
        *Picking(catalogue, finder, scenes).forms,
        *Leaning(catalogue, scenes).forms,
    )
