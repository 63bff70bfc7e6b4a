"""What is said to anybody: "hello", "thanks", "who made you?"."""

from __future__ import annotations

from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.lexicon import asking_words
from bot.language.question import Intent, Lack, Question
from bot.language.stems import EMPTY_WORDS
from bot.language.wording import of_limits

#: What a message is about in which nothing else is said.
_SAID = {"greet": Lack.GREETED, "thank": Lack.THANKED}
_BESIDE = frozenset({"aside", "ask", *_SAID})


def _polite(asked: Asked) -> Question | None:
    """A greeting or thanks, with nothing beside it."""
    tokens = asked.reading.tokens
    senses = [asking_words().get(token.text, frozenset[str]()) for token in tokens]
    if not all(each & _BESIDE or token.text in EMPTY_WORDS for token, each in zip(tokens, senses, strict=True)):
        return None
    said = next((lack for sense, lack in _SAID.items() if any(sense in each for each in senses)), None)
    return Question(asked.reading.text, Intent.NOTHING, lack=said) if said else None


def _about_the_bot(asked: Asked) -> Question | None:
    if not of_limits.ABOUT_THE_BOT.search(asked.reading.plain):
        return None
    return Question(asked.reading.text, Intent.NOTHING, lack=Lack.ASKED_WHO)


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "greeting or thanks": ("hello there", ("rocky song", "thanks")),
    "about the bot": ("what is your name",),
}


def forms(_: Library) -> Forms:
    """What is answered in one line, whatever was talked of."""
    return (Form("greeting or thanks", _polite), Form("about the bot", _about_the_bot))
