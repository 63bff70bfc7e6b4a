"""The one sentence that answers, by what was asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bot.answers.phrases import of_kind, songs_spoken, spoken
from bot.knowledge.expressions import expression
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Film, Montage, RankedList, Song
from bot.knowledge.selection import Filter
from bot.language.question import Aspect, Intent, Question

_YEAR = expression(r"\b[12][0-9]{3}\b")
#: Two names beside each other; "and the" comes before a band.
_SEVERAL = expression(r", | and (?!(?:the|his|her)\b)", re.IGNORECASE)
ANYTHING = "Ask me about a film, a song, a performer, a character, or what you remember of a scene."
HINTS = (
    "which song plays when Rocky runs up the steps?",
    "what film is Hearts on Fire from?",
    "the puppet one where he trains for Kim Jong-il",
    "is Eye of the Tiger in the first Rocky?",
    "top 3 training montages",
)


def headline(question: Question, montages: Sequence[Montage], songs: Sequence[Song]) -> str:
    """The sentence for one or more montages that answer a question about a thing."""
    montage = montages[0]
    if said := _OF_ONE.get(question.intent):
        return said(montage)
    match question.intent:
        case Intent.MONTAGE_OF_SONG:
            return _film_sentence(montages, songs)
        case Intent.PERFORMER:
            return _performer_sentence(montage, songs or montage.songs)
        case Intent.FACTS:
            return _fact_sentence(question, montage)
        case Intent.RANDOM:
            return f"How about {_montage_of(montage, question.chosen.kinds)} {montage.film.label}?"
        case Intent.SCENE:
            return f"That is {_montage_of(montage)} {montage.film.label}."
        case _:
            return f"This is {_montage_of(montage)} {montage.film.label}."


#: Kinds that nobody names a montage after: "the fall montage".
_UNSAID = frozenset({Kind.OTHER, Kind.FALL, Kind.RISE, Kind.PASSAGE_OF_TIME, Kind.HAVOC})


def _montage_of(montage: Montage, asked: Sequence[Kind] = ()) -> str:
    """What it is called: after the kind or tag that was asked for, if one was, else after its kind."""
    entry = montage.entry
    kind = next((kind for kind in asked if kind in entry.kinds), entry.kind)
    thing = "montage" if entry.strict else "scene"
    described = "" if kind in _UNSAID else f"{of_kind(kind)} "
    return f"the {described}{thing} from"


def _song_sentence(montage: Montage) -> str:
    return f"In {montage.film.label} it is {songs_spoken(montage)}."


def _film_sentence(montages: Sequence[Montage], songs: Sequence[Song]) -> str:
    films = spoken([*dict.fromkeys(montage.film.label for montage in montages)])
    named = spoken([*dict.fromkeys(f"“{song.title}”" for song in songs)]) if songs else songs_spoken(montages[0])
    return f"{named} is in {films}."


def _performer_sentence(montage: Montage, songs: Sequence[Song]) -> str:
    parts = [f"{song.artist} {_does(song)} “{song.title}”{_voices(song)}" for song in songs]
    return f"{spoken(parts)}, in {montage.film.label}."


def _does(song: Song) -> str:
    if song.score:
        return "composed"
    return "perform" if _SEVERAL.search(song.artist) else "performs"


def _voices(song: Song) -> str:
    voices = [voice for voice in song.vocals if voice not in song.artist]
    return f" (voices: {spoken(voices)})" if voices else ""


def _fact_sentence(question: Question, montage: Montage) -> str:
    if Aspect.SONG_YEAR in question.aspects:
        return _song_year_sentence(montage)
    film = montage.film
    parts: list[str] = []
    if Aspect.DIRECTOR in question.aspects:
        parts.append(f"was directed by {spoken(film.directors)}")
    if Aspect.YEAR in question.aspects or not parts:
        parts.append(f"came out in {film.year}")
    return f"{film.title} {' and '.join(parts)}."


def _song_year_sentence(montage: Montage) -> str:
    dated = [f"“{song.title}” is from {song.year}" for song in montage.songs if song.year]
    known = spoken(dated) if dated else "I have no year for that song"
    return f"{known}; {montage.film.title} came out in {montage.film.year}."


def _other_titles_sentence(film: Film) -> str:
    others = spoken([f"“{name}”" for name in film.names])
    return f"{film.label} is also known as {others}." if others else f"I know no other title of {film.label}."


def _character_sentence(montage: Montage) -> str:
    people, film = spoken(montage.entry.characters), montage.film.label
    return f"In {film} one sees {people}." if people else f"I do not know who is seen in {film}."


def _setting_sentence(montage: Montage) -> str:
    setting, named = montage.entry.setting, f"{_montage_of(montage)} {montage.film.label}"
    return f"The setting of {named}: {setting}." if setting else f"I do not know where {named} is set."


_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
#: What is said of one montage, by what is asked of it.
_OF_ONE: Mapping[Intent, Callable[[Montage], str]] = {
    Intent.SONG_OF_MONTAGE: _song_sentence,
    Intent.SETTING: _setting_sentence,
    Intent.OTHER_TITLES: lambda montage: _other_titles_sentence(montage.film),
    Intent.CHARACTER: _character_sentence,
}


def choice_sentence(montages: Sequence[Montage], of_all: int) -> str:
    """What there is to choose from: the montages of one film, which has so many of all, or of several films."""
    count, film = len(montages), montages[0].film.label
    if not of_all:
        return "More than one fits. Which one do you mean?"
    if count == of_all:
        return f"{film} has {number_said(count)} montages:"
    return f"Of the {number_said(of_all)} montages of {film}, {number_said(count)} fit:"


def number_said(number: int) -> str:
    """A small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def rank_sentence(film: Film, rank: int | None, title: str) -> str:
    """Where a film's montage stands in a list."""
    return f"{film.label} is number {rank} in {title}." if rank else f"{film.label} has no place in {title}."


def note_of(ranked: RankedList) -> str:
    """Who published a list and when, what of that is not known, and whether all of it was seen."""
    seen = "" if ranked.complete else " Only part of the list was seen."
    order = "" if ranked.ordered else " The list gives no order."
    missing = spoken(_unknown_of(ranked))
    known = f" Its {missing} {'are' if ' and ' in missing else 'is'} not known." if missing else ""
    return f"{credit_of(ranked)}.{known}{seen}{order}"


def footer_of(ranked: RankedList) -> str:
    """The same in a few words."""
    missing = spoken(_unknown_of(ranked))
    parts = (
        credit_of(ranked),
        f"{missing} not known" if missing else "",
        "" if ranked.complete else "only part of it seen",
        "" if ranked.ordered else "in no order",
    )
    return "; ".join(part for part in parts if part)


def method_of(ranked: RankedList) -> str:
    """How a published list is ranked, as far as it is known, and what there is to say of it."""
    order = "The order is the list's own." if ranked.ordered else ""
    return " ".join(part for part in (note_of(ranked), order, ranked.note or "") if part)


def credit_of(ranked: RankedList) -> str:
    """Who published a list and when, as far as that is known."""
    return ", ".join(part for part in (ranked.author, ranked.publisher, ranked.date) if part)


def _unknown_of(ranked: RankedList) -> list[str]:
    return [
        name
        for name, known in (("year", _YEAR.search(ranked.date or "")), ("publisher", ranked.publisher))
        if not known
    ]


#: Films named of those whose descriptions mention something.
MENTIONED = 5


def mentioned_sentence(unmet: str, chosen: Filter, films: Sequence[str]) -> str:
    """That we do not know what is "with horses", and whose descriptions mention any."""
    more = f" and {len(films) - MENTIONED} more" if len(films) > MENTIONED else ""
    named = ", ".join(films[:MENTIONED]) + more if more else spoken(films)
    return f"I do not know which {_montage_of_kind(chosen)}s are {unmet}; the word stands in what I know of {named}."


def _montage_of_kind(chosen: Filter) -> str:
    return f"{of_kind(chosen.kinds[0])} montage" if len(chosen.kinds) == 1 else "montage"


def unmet_sentence(unmet: str, chosen: Filter) -> str:
    """That we know nothing that is "in space" or "the longest"."""
    kind = _montage_of_kind(chosen)
    if unmet.startswith("the "):
        return f"I do not know which {kind} is {unmet}: nothing I have read says so."
    return f"I know no {kind} {unmet}."


def others_sentence(lists: Sequence[RankedList]) -> str:
    """The other lists that may have been meant."""
    names = [ranked.title for ranked in lists]
    if len(set(names)) < len(names):
        names = [f"that of {ranked.author}" if ranked.author else ranked.title for ranked in lists]
    return f" Also published there: {spoken(names)}." if names else ""
