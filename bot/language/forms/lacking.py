"""Questions that cannot be answered, for a reason that is known before anything is looked up."""

from __future__ import annotations

from bot.language import titles
from bot.language.forms.common import ids
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.versions import Named
from bot.language.whereabouts import Whereabouts
from bot.language.wording import of_limits


def not_ours(asked: Asked) -> Question | None:
    """What no catalogue of montages knows: box office, streaming. Of what was shown, a form that leans says so."""
    reading, named = asked.reading, asked.named
    if not of_limits.OFF_LIMITS.search(reading.said):
        return None
    known = [*(film.label for film in named.films), *(f"“{song.label}”" for song in reading.songs)]
    if not known and asked.context.montages:
        return None
    lack = Lack.NOT_OURS_TO_KNOW if known else Lack.OFF_TOPIC
    return Question(reading.text, Intent.NOTHING, lack=lack, films=ids(named.films), about="".join(known[:1]))


def lacking(reading: Reading, named: Named) -> Question | None:
    """Films that are none of ours."""
    if named.lack:
        return Question(reading.text, Intent.NOTHING, lack=named.lack, about=named.about, kin=ids(named.kin))
    return None


def title_unknown(reading: Reading, named: Named, whereabouts: Whereabouts) -> Question | None:
    """Words that stand where a title does and are none that we know, nor a place: "song in Furiosa"."""
    likely = titles.likely(reading)
    phrase = next((each for each in likely if not whereabouts.has(each)), None)
    if phrase is None or named.films or named.lack:
        return None
    about = " ".join(word.raw for word in phrase)
    return Question(reading.text, Intent.NOTHING, lack=Lack.ABSENT_FILM, about=about)


def off_topic(reading: Reading) -> Question | None:
    """Questions about something else, chit-chat, and orders to misbehave."""
    if of_limits.OFF_TOPIC.search(reading.said) and not reading.mentions:
        return Question(reading.text, Intent.NOTHING, lack=Lack.OFF_TOPIC)
    return None


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "not ours to know": ("did flashdance win an oscar",),
    "film we lack": ("Who directed Gone Girl?",),
    "off topic": ("what's 500 divided by 12",),
    "title we lack": ("song in russia house",),
}


def forms(library: Library) -> Forms:
    """What is refused."""
    return (
        Form("not ours to know", not_ours),
        Form("film we lack", lambda asked: lacking(asked.reading, asked.named)),
        Form("off topic", lambda asked: off_topic(asked.reading)),
        Form("title we lack", lambda asked: title_unknown(asked.reading, asked.named, library.whereabouts)),
    )
