"""Questions about the bot itself, and those that leave to chance what is shown."""

from __future__ import annotations

from bot.language.filters import filter_of
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.question import Intent, Question
from bot.language.wording import of_limits


def _help(asked: Asked) -> Question | None:
    reading = asked.reading
    return Question(reading.text, Intent.HELP) if not reading.mentions and of_limits.HELP.search(reading.said) else None


def _random(asked: Asked) -> Question | None:
    reading = asked.reading
    if asked.named.films or not of_limits.RANDOM.search(reading.said):
        return None
    return Question(reading.text, Intent.RANDOM, chosen=filter_of(reading))


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "help": ("what can you do",),
    "random": ("surprise me",),
}


def forms(_: Library) -> Forms:
    """What can be asked, and any montage."""
    return (Form("help", _help), Form("random", _random))
