"""What else a film is called: "under what title is Run Lola Run known in Germany?"."""

from __future__ import annotations

from bot.knowledge.expressions import expression
from bot.language.candidates import Finder
from bot.language.forms.common import about
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.lexicon import asking_words
from bot.language.question import Intent, Question

_CALLED = expression(r"\b(?:call|called|title|titles|titled|name|named|names|known|aka)\b")


def other_titles(asked: Asked, finder: Finder) -> Question | None:
    """A film that is named, and talk of how it is called elsewhere."""
    reading, films = asked.reading, asked.named.films
    if not films or not _CALLED.search(reading.said) or not _speaks_of_abroad(reading.said):
        return None
    return about(reading, Intent.OTHER_TITLES, finder.of_films(films, reading), films=tuple(film.id for film in films))


def _speaks_of_abroad(said: str) -> bool:
    asked = asking_words()
    return any("abroad" in asked.get(word, ()) for word in said.split()) or "original title" in said


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "other titles": ("under which title is Run Lola Run known in German?",),
}


def forms(library: Library) -> Forms:
    """What a film is called elsewhere."""
    return (Form("other titles", lambda asked: other_titles(asked, library.finder)),)
