"""What a montage may be: the words a fan would filter by, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """What a montage shows, or what part it has in its film: one of these is its kind, any others are its tags."""

    _value_: str
    meaning: str

    def __new__(cls, word: str, meaning: str) -> Self:
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.meaning = meaning
        return kind

    TRAINING = "training", "somebody gets fit, practises, or learns to fight or to do something"
    SPORTS = "sports", "a match, a race, a tournament or a season is played"
    MAKEOVER = "makeover", "somebody gets a new look or turns over a new leaf"
    ROMANCE = "romance", "two people are a couple, or are about to be"
    DANCE = "dance", "people dance"
    BUILDING = "building", "something is built, sewn or put together"
    PREPARATION = "preparation", "people make ready for what is to come"
    HEIST = "heist", "a robbery is planned or done"
    TRAVEL = "travel", "people are on the way, or see a place that is new to them"
    RISE = "rise", "somebody becomes successful, famous or powerful"
    FALL = "fall", "somebody loses what they had"
    PASSAGE_OF_TIME = "passage-of-time", "days, seasons or years go by"
    COMEDY = "comedy", "it is there to be laughed at above all"
    WORK = "work", "people do their jobs or their chores"
    BATTLE = "battle", "people fight, or go to war"
    FRIENDSHIP = "friendship", "people become friends, or enjoy that they are"
    OPENING = "opening", "the film begins with it, or its opening credits run over it"
    ENDING = "ending", "the film ends with it, or its end credits run over it"
    HEARTBREAK = "heartbreak", "somebody is left, lonely or in grief"
    FALLING_IN_LOVE = "falling-in-love", "two people fall in love, or one of them does"
    SUITING_UP = "suiting-up", "somebody puts on armour or a costume, or takes up arms"
    CLEANING = "cleaning", "something is cleaned or tidied"
    SHOPPING = "shopping", "somebody shops"
    COOKING = "cooking", "food is made"
    CHASE = "chase", "somebody is chased, or races against the clock"
    KILLINGS = "killings", "people are killed one after another"
    CHARACTER_INTRODUCTION = "character-introduction", "characters are introduced"
    SING_ALONG = "sing-along", "the characters sing along, or mime to the song"
    SUPERPOWERS = "superpowers", "somebody finds out what powers they have, or shows them"
    GROWING_UP = "growing-up", "a child grows up"
    HAVOC = "havoc", "things are wrecked or a place is turned upside down"
    CITY = "city", "a city is shown"
    PERFORMANCE = "performance", "somebody performs before an audience"
    DRUGS = "drugs", "drugs are taken or dealt in"
    STUDY = "study", "somebody learns from books or is taught in lessons"
    RECRUITMENT = "recruitment", "people are won for a team, one after another"
    OTHER = "other", "none of these"

    @property
    def label(self) -> str:
        """As it is said by itself: "passage of time"."""
        return self if self is Kind.SING_ALONG else self.replace("-", " ")


def kind_beginning(text: str) -> Kind | None:
    """The kind whose word is this or begins so; of two that do, the shorter word, as "fall" is one itself."""
    return next(_beginning(text), None)


def _beginning(text: str) -> Iterator[Kind]:
    yield from sorted((kind for kind in Kind if text and kind.startswith(text)), key=len)
