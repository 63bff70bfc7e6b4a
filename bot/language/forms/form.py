"""What a form of question is: it reads what was asked in its own way, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.language.candidates import Finder
from bot.language.context import NO_CONTEXT, Context
from bot.language.forms.named_lists import NamedLists
from bot.language.question import Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.versions import Named
from bot.language.whereabouts import Whereabouts


class Asked(Struct, frozen=True):
    """Everything a form may look at: the words, the films they name, and what was talked of before."""

    reading: Reading
    named: Named
    context: Context = NO_CONTEXT


#: What stands behind the name of a form where it asks the same thing less plainly.
OTHERWISE = ", otherwise"


class Form(Struct, frozen=True):
    """One way of asking, by the name that `ask --why` shows."""

    name: str
    read: Callable[[Asked], Question | Iterable[Question] | None]  # one, or several that are weighed like any others
    leans: bool = False  # on the last answer
    cue: re.Pattern[str] | None = None  # words that speak for this way of asking; it may do without them
    leaves_out: bool = False  # names that may be asides

    def readings(self, asked: Asked) -> Iterator[tuple[Form, Question]]:
        """What a message asks if it asks in this way: the plainest first, the others under a name of their own."""
        made = self.read(asked)
        questions = (made,) if isinstance(made, Question) else made or ()
        for number, question in enumerate(questions):
            yield replace(self, name=f"{self.name}{OTHERWISE}") if number else self, question


Forms = tuple[Form, ...]
#: By the name of a form, messages it should win: a text, or what was said before and then the text.
Examples = Mapping[str, tuple[str | tuple[str, str], ...]]


class Library(Struct, frozen=True):
    """What forms look things up in."""

    catalogue: Catalogue
    finder: Finder
    scenes: SceneIndex
    lists: NamedLists
    whereabouts: Whereabouts
