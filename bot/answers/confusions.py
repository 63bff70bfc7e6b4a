"""Which of the mistakes people make about a montage is worth a line where there is little room."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.model import Confusion, Montage
from bot.knowledge.names import folded

#: A title that shares more than this part of its words with the right one is that title, misremembered.
_SPELT_ALIKE = 0.5


def told_confusion(montage: Montage, said: str) -> str:
    """The first mistake that takes one thing for another and the sentence above does not speak of; else nothing."""
    worth = (each for each in montage.entry.confusions if _mixes_up(each, montage) and not _is_said(each, said))
    return next((each.sentence for each in worth), "")


def _mixes_up(confusion: Confusion, montage: Montage) -> bool:
    """Whether another film, person or song is meant; how a title is written is trivia."""
    if confusion.wrong_film or confusion.wrong_artist:
        return True
    titles = [song.title for song in montage.songs]
    return bool(confusion.wrong_song) and not any(_is_alike(confusion.wrong_song or "", title) for title in titles)


def _is_alike(title: str, other: str) -> bool:
    words, others = set(folded(title).split()), set(folded(other).split())
    return len(words & others) > _SPELT_ALIKE * min(len(words), len(others))


def _is_said(confusion: Confusion, said: str) -> bool:
    return any(_holds(said, wrong) for wrong in _wrong(confusion))


def _wrong(confusion: Confusion) -> Iterator[str]:
    yield from filter(None, (confusion.wrong_film, confusion.wrong_song, confusion.wrong_artist))
    yield confusion.sentence


def _holds(text: str, words: str) -> bool:
    return f" {folded(words)} " in f" {folded(text)} "
