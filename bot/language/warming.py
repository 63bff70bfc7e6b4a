"""Everything that is made of words when first needed, made now: the first question waits for nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import cast

from bot.knowledge.expressions import Expression
from bot.language.lexicon import Lexicon, languages
from bot.language.wording.pattern import Pattern


def warm_words(lexicon: Lexicon) -> None:
    """Reads the words of every language, and compiles all patterns of the program."""
    for code in languages():
        lexicon.plain((), code)
    program = __name__.partition(".")[0]
    modules = [module for name, module in tuple(sys.modules.items()) if name.startswith(f"{program}.")]
    for each in (each for module in modules for value in [*vars(module).values()] for each in _patterns(value)):
        each.search("")


def _patterns(value: object) -> Iterator[Expression | Pattern]:
    """The patterns that a value is, or holds in tuples."""
    if isinstance(value, Expression | Pattern):
        yield value
    elif type(value) is tuple:
        for each in cast("tuple[object, ...]", value):
            yield from _patterns(each)
