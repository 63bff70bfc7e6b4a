"""The one sentence that answers, by what was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.answers.card import kind_name, songs_spoken, spoken
from bot.knowledge.model import Film, ListItem, Montage, RankedList, Song
from bot.knowledge.selection import Filter
from bot.language.question import Aspect, Intent, Question

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
        case Intent.SCENE:
            return f"That is {_montage_of(montage)} {montage.film.label}."
        case _:
            return f"{_montage_of(montage).capitalize()} {montage.film.label}."


def _montage_of(montage: Montage) -> str:
    kind = kind_name(montage.entry.kind)
    thing = "montage" if montage.entry.strict else "scene"
    described = "" if kind in ("other", "fall", "rise", "passage of time") else f"{kind} "
    return f"the {described}{thing} from"


def _song_sentence(montage: Montage) -> str:
    return f"In {montage.film.label} it is {songs_spoken(montage)}."


def _film_sentence(montages: Sequence[Montage], songs: Sequence[Song]) -> str:
    films = spoken([*dict.fromkeys(montage.film.label for montage in montages)])
    named = spoken([*dict.fromkeys(f"“{song.title}”" for song in songs)]) if songs else songs_spoken(montages[0])
    return f"{named} is in {films}."


def _performer_sentence(montage: Montage, songs: Sequence[Song]) -> str:
    parts = [
        f"“{song.title}” is {'music' if song.score else 'performed'} by {song.artist}{_voices(song)}" for song in songs
    ]
    return f"{spoken(parts)}, in {montage.film.label}."


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
    people = spoken(montage.entry.characters)
    return f"{people} in {montage.film.label}." if people else f"{montage.film.label}."


def _setting_sentence(montage: Montage) -> str:
    setting, named = montage.entry.setting, f"{_montage_of(montage)} {montage.film.label}"
    return f"The setting of {named}: {setting}." if setting else f"I do not know where {named} is set."


#: What is said of one montage, by what is asked of it.
_OF_ONE: Mapping[Intent, Callable[[Montage], str]] = {
    Intent.SONG_OF_MONTAGE: _song_sentence,
    Intent.SETTING: _setting_sentence,
    Intent.OTHER_TITLES: lambda montage: _other_titles_sentence(montage.film),
    Intent.CHARACTER: _character_sentence,
}


def choice_sentence(montages: Sequence[Montage]) -> str:
    """The question we ask back."""
    if len({montage.film.id for montage in montages}) == 1:
        return f"{montages[0].film.label} has {len(montages)} that fit. Which one do you mean?"
    return "More than one fits. Which one do you mean?"


def rank_sentence(film: Film, rank: int | None, title: str) -> str:
    """Where a film's montage stands in a list."""
    return f"{film.label} is number {rank} in {title}." if rank else f"{film.label} has no place in {title}."


def note_of(ranked: RankedList) -> str:
    """Who published a list and when, and whether all of it was seen."""
    parts = [part for part in (ranked.author, ranked.publisher, ranked.date) if part]
    seen = "" if ranked.complete else " Only part of the list was seen."
    order = "" if ranked.ordered else " The list gives no order."
    return ", ".join(parts) + "." + seen + order


def label_of(item: ListItem) -> str:
    """What a list names at a place."""
    return f"{item.film} ({item.year})" if item.year else item.film


def described(chosen: Filter) -> str:
    """A filter in words: "of training from the 1980s with Kenny Loggins"."""
    parts = [f"of {spoken([kind_name(kind) for kind in chosen.kinds])}" if chosen.kinds else "", _years(chosen)]
    parts.append(f"in the {chosen.franchise} films" if chosen.franchise else "")
    parts.append(f"set in {chosen.setting}" if chosen.setting else "")
    parts.append(f"with {chosen.artist}" if chosen.artist else "")
    parts.append(f"in films by {chosen.director}" if chosen.director else "")
    parts.append("in the strict sense" if chosen.strict else "")
    return " ".join(part for part in parts if part) or "in the catalogue"


def _years(chosen: Filter) -> str:
    first, last = chosen.first_year, chosen.last_year
    if first and last:
        if first == last:
            return f"from {first}"
        return f"from the {first}s" if first % 10 == 0 and last == first + 9 else f"from {first} to {last}"
    return f"since {first}" if first else f"up to {last}" if last else ""


#: Films named of those whose descriptions mention something.
MENTIONED = 5


def mentioned_sentence(unmet: str, chosen: Filter, films: Sequence[str]) -> str:
    """That we do not know what is "with horses", and whose descriptions mention any."""
    more = f" and {len(films) - MENTIONED} more" if len(films) > MENTIONED else ""
    named = ", ".join(films[:MENTIONED]) + more if more else spoken(films)
    return f"I do not know which {_montage_of_kind(chosen)}s are {unmet}; the word stands in what I know of {named}."


def _montage_of_kind(chosen: Filter) -> str:
    return f"{kind_name(chosen.kinds[0])} montage" if len(chosen.kinds) == 1 else "montage"


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
