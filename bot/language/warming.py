"""Everything of this room that is made when first needed, made now: the first question waits for nothing."""

from __future__ import annotations

import sys

from bot.language.lexicon import Lexicon, languages
from bot.language.wording.pattern import Pattern


def warm_words(lexicon: Lexicon) -> None:
    """Reads the words of every language, and compiles all patterns."""
    for code in languages():
        lexicon.plain((), code)
    room = __name__.rpartition(".")[0]
    modules = [module for name, module in sys.modules.items() if name.startswith(room)]
    for pattern in (value for module in modules for value in vars(module).values() if isinstance(value, Pattern)):
        pattern.search("")
