"""The one sentence that answers, by what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.card import kind_name, songs_spoken, spoken
from bot.knowledge.model import Film, Montage, Song
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
    match question.intent:
        case Intent.SONG_OF_MONTAGE:
            return _song_sentence(montage)
        case Intent.MONTAGE_OF_SONG:
            return _film_sentence(montages, songs)
        case Intent.PERFORMER:
            return _performer_sentence(montage, songs or montage.songs)
        case Intent.FACTS:
            return _fact_sentence(question, montage)
        case Intent.OTHER_TITLES:
            return _other_titles_sentence(montage.film)
        case Intent.CHARACTER:
            return _character_sentence(montage)
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


def choice_sentence(montages: Sequence[Montage]) -> str:
    """The question we ask back."""
    if len({montage.film.id for montage in montages}) == 1:
        return f"{montages[0].film.label} has {len(montages)} that fit. Which one do you mean?"
    return "More than one fits. Which one do you mean?"


def rank_sentence(film: Film, rank: int | None, title: str) -> str:
    """Where a film's montage stands in a list."""
    return f"{film.label} is number {rank} in {title}." if rank else f"{film.label} has no place in {title}."
