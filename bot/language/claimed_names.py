"""Songs and people a claim names in any form: by surname, in part, spelt another way, or known only as a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage
from bot.language.claiming import is_asking
from bot.language.fold import ARTICLES, Word, name_key
from bot.language.naming import people_of, song_key, title_key
from bot.language.people import is_spelt_like
from bot.language.reading import Reading
from bot.language.stems import EMPTY_WORDS
from bot.language.typos import SHORTEST

#: A name of so many words is also known by its initials.
FEWEST_INITIALS = 3
#: By so many of its words a longer name or title is known: "George Baker" for his Selection.
WORDS_OF_A_NAME = 2
_BEHIND = expression(r"\s*[(\[].*")
#: Who is said to sing or have made it stands here.
_SLOTS = (
    expression(
        r"\b(?:does|did|is it|was it|has|that) ((?:\w+ ){1,3}?)(?:who |that )?(?:sings?|sang|singing|perform\w*)\b"
    ),
    expression(r"\bby ((?:\w+ ?){1,3})"),
)


def songs_said(reading: Reading, montages: Sequence[Montage]) -> Iterator[str]:
    """Songs of these montages, or thought to be theirs, by the words of their titles that no other name takes."""
    said = [word.folded for word in _free_words(reading)]
    for montage in montages:
        for song in montage.songs:
            if any(_is_title_said(title, said) for title in (song.title, *song.names)):
                yield song_key(song)
        for confusion in montage.entry.confusions:
            if confusion.wrong_song and _runs_through(name_key(_BEHIND.sub("", confusion.wrong_song)), said):
                yield title_key(confusion.wrong_song)


def people_said(reading: Reading, montages: Sequence[Montage]) -> Iterator[str]:
    """People heard in these montages, or thought to be: by the name, its first words or initials, or a surname."""
    said = [word.folded for word in _free_words(reading) if word.folded not in EMPTY_WORDS or _is_set_off(word)]
    for montage in montages:
        wrong = (each.wrong_artist for each in montage.entry.confusions if each.wrong_artist)
        for person in (*_performers(montage), *wrong):
            key = name_key(person)
            first = [word for word in key if word not in ARTICLES][:WORDS_OF_A_NAME]
            called = _runs_through(key, said) or (len(first) == WORDS_OF_A_NAME and _runs_through(first, said))
            short = any(is_spelt_like(word, surname) for surname in _surname(person) for word in said)
            if called or short or _initials(key) in said:
                yield person


def strangers(reading: Reading, montages: Sequence[Montage], *, directs: bool) -> str:
    """Whoever is said to sing, to have made or directed it, by words that are no name of those who did."""
    makers = [
        person for montage in montages for person in (montage.film.directors if directs else _performers(montage))
    ]
    known = {word for person in makers for word in name_key(person)}
    for run in (*_slots(reading), *_capitalised(reading)):
        if run and not any(is_spelt_like(word, name) for word in run for name in known):
            return " ".join(run)
    return ""


def _slots(reading: Reading) -> Iterator[list[str]]:
    """The words where somebody is named: before "sings", behind "by"; names that are known stand there as such."""
    for pattern in _SLOTS:
        for found in pattern.finditer(reading.said):
            words = found[1].split()
            if not any(word.startswith("x") for word in words):
                yield [word for word in words if word not in EMPTY_WORDS and not is_asking(word)]


def _capitalised(reading: Reading) -> Iterator[list[str]]:
    """Two capitalised words or more in a row that are part of no name known."""
    run: list[str] = []
    for at, word in enumerate((*reading.words, None)):
        if word and word.capital and at and at not in reading.named_positions and word.folded not in EMPTY_WORDS:
            run = [*run, word.folded] if word.opens else [word.folded]
            continue
        if len(run) > 1:
            yield run
        run = []


def _free_words(reading: Reading) -> list[Word]:
    return [word for at, word in enumerate(reading.words) if at not in reading.named_positions]


def _is_set_off(word: Word) -> bool:
    """Whether a small word is written as a name: "is it The Who?"."""
    return word.capital and word.start > 0 and word.opens


def _performers(montage: Montage) -> list[str]:
    return [person for song in montage.songs for person in people_of(song)]


def _surname(person: str) -> Iterator[str]:
    key = [word for word in name_key(person) if word not in ARTICLES]
    if key and (len(key) == 1 or len(key[-1]) >= SHORTEST) and len(key) < WORDS_OF_A_NAME + 2:
        yield key[-1]


def _initials(key: Sequence[str]) -> str:
    """ "elo" for the Electric Light Orchestra; nothing of fewer words."""
    letters = "".join(word[0] for word in key if word not in ARTICLES)
    return letters if len(letters) >= FEWEST_INITIALS else ""


def _is_title_said(title: str, said: Iterable[str]) -> bool:
    telling = [word for word in name_key(_BEHIND.sub("", title)) if word not in EMPTY_WORDS]
    count = sum(word in said for word in telling)
    return bool(telling) and (count == len(telling) or count > max(WORDS_OF_A_NAME - 1, len(telling) // 2))


def _runs_through(title: Sequence[str], said: Sequence[str]) -> bool:
    """Whether all words of a title are said in a row."""
    width = len(title)
    return any(tuple(said[at : at + width]) == tuple(title) for at in range(len(said) - width + 1)) if width else False
