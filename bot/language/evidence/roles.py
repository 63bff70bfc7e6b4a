"""What each word of a question is in one reading of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a word is in a reading."""

    NAME = "name"
    FORM = "form"  # a word by which such questions are asked
    SCENE = "scene"  # said of the montage answered with
    NUMBER = "number"
    FILLER = "filler"
    ASIDE = "aside"  # explained by nothing, but outside the clause that asks
    OTHER_NAME = "other name"  # a name that the reading has no use for
    NOTHING = "unexplained"


class Evidence(Struct, frozen=True, gc=False):
    """Every word of a question with what a reading makes of it."""

    roles: tuple[Role, ...]
    senses: frozenset[str]  # what the words that ask are about: "song", "film"
    around: frozenset[str]  # the same of the words in any clause
    asked: str  # what the question word asks for: "which song", "who", "yes or no"; nothing when there is none
    asks_unexplained: bool  # what stands right behind the question word is explained by nothing: "how many takes"
    misdescribed: int  # words that describe what is asked about and are explained by nothing: "the ear scene"
    somebody: int  # words for people and creatures, which commands and small talk hardly have
    doings: int  # words of the scene that say what somebody does: "lifts", "running"
    untold: float  # how many words of the clause that asks describe what the montage does not explain
    untold_around: float  # the same of all that is asked, whichever of its parts has the question word
    lost_beside_names: int  # words explained by nothing that stand next to a name the reading uses
    leaves_title: bool  # words stand where a title does, of which the reading explains none
    told: float  # the part of the telling words outside of names that the montage explains, each by its rarity: 0 to 1
    described: float  # how much those words tell together, in words as rare as can be
    strangers: int  # words written as names that nothing said of the montage explains
    by_whom: bool  # something is said to be by somebody of whom nothing is known
    thing_of_name: bool  # a thing of what is named is asked for that nothing explains: "drummer on Wipe Out"
    asks_lost: bool  # what is asked for is nothing known: "who edited"

    def positions(self, *roles: Role) -> tuple[int, ...]:
        """Where the words with one of these roles stand."""
        return tuple([at for at, role in enumerate(self.roles) if role in roles])

    def count(self, *roles: Role) -> int:
        """How many words have one of these roles."""
        return sum(map(self.roles.count, roles))
