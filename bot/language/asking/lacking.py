"""Questions that cannot be answered, for a reason that is known before anything is looked up."""

from __future__ import annotations

from bot.language.asking.common import ids
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.versions import Named
from bot.language.wording import of_limits


def lacking(reading: Reading, named: Named) -> Question | None:
    """What no catalogue of montages knows (box office, streaming), and films that are none of ours."""
    if of_limits.OFF_LIMITS.search(reading.said):
        known = [*(film.label for film in named.films), *(f"“{song.label}”" for song in reading.songs)]
        lack = Lack.NOT_OURS_TO_KNOW if known else Lack.OFF_TOPIC
        return Question(reading.text, Intent.NOTHING, lack=lack, films=ids(named.films), about="".join(known[:1]))
    if named.lack:
        return Question(reading.text, Intent.NOTHING, lack=named.lack, about=named.about)
    return None


def off_topic(reading: Reading, named: Named) -> Question | None:
    """Questions about something else, chit-chat, and orders to misbehave."""
    if of_limits.OFF_TOPIC.search(reading.said) and not reading.mentions:
        return Question(reading.text, Intent.NOTHING, lack=Lack.OFF_TOPIC)
    return None
