"""Every mistake a person can make, as an exception whose message is the sentence they are shown.

MontageBotError
├── SettingError        a variable of the environment or .env that is missing or wrong
├── CatalogueError      the data files cannot be used; carries every fault found
├── StoreError          the database did not do what a click or command needs of it
└── UnknownChoiceError  a button, menu or option that points to something no longer in the catalogue
"""

from __future__ import annotations


class MontageBotError(Exception):
    """Its message is one or more whole sentences, fit to be shown to whoever caused it."""


class SettingError(MontageBotError):
    """A setting is missing or wrong; the message names the variable and what to do, never its value."""


class CatalogueError(MontageBotError):
    """The catalogue cannot be loaded; the message lists every fault, one a line."""


class StoreError(MontageBotError):
    """The database is away, slow, locked or full; the message says that nothing was saved, or looked up."""


class UnknownChoiceError(MontageBotError):
    """A click or option that names something the catalogue does not hold."""
