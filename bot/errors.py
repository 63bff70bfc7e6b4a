"""Every mistake a person can make, as an exception whose message is the sentence they are shown.

MontageBotError
├── SettingError        a variable of the environment or .env that is missing or wrong
├── CatalogueError      the data files cannot be used; carries every fault found
└── UnknownChoiceError  a button, menu or option that points to something no longer in the catalogue
"""

from __future__ import annotations


class MontageBotError(Exception):
    """Its message is one or more whole sentences, fit to be shown to whoever caused it."""


class SettingError(MontageBotError):
    """A setting is missing or wrong; the message names the variable and what to do, never its value."""


class CatalogueError(MontageBotError):
    """The catalogue cannot be loaded; the message lists every fault, one a line."""


class UnknownChoiceError(MontageBotError):
    """A click or option that names something the catalogue does not hold."""
