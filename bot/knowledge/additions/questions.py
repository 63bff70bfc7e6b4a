"""What is asked about a montage that is to be added, in which order, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

import msgspec.inspect as types

from bot.knowledge.additions.draft import FILM, MONTAGE, Answer, Draft
from bot.knowledge.documents import Where
from bot.knowledge.model import FilmEntry

Said: TypeAlias = "str | Mapping[str, str]"

_FILM = types.type_info(FilmEntry)
#: What is asked, in the order of asking; of a list of records, the first key says whether there is another.
_OF_A_FILM: Mapping[str, Said] = {
    "title": "The film, by its title.",
    "year": "The year it came out.",
    "directors": "Who directed it?",
    "imdb_id": "Its IMDb id: the “tt…” in the address of its page there.",
    "franchise": "The series it belongs to, if it does.",
    "names": "Other titles and spellings that people use for the film.",
}
_OF_A_MONTAGE: Mapping[str, Said] = {
    "songs": {
        "title": "A song one hears, by its title; in the order in which they are heard.",
        "artist": "Whom does one hear: who performs it?",
        "year": "The year of the recording.",
        "score": "Is it a piece of the film's score, yes or no?",
        "composers": "Who composed it, if not the performer?",
        "vocals": "Who sings, if the performer's name does not say?",
    },
    "kind": "What it shows above all.",
    "tags": "Whatever else it is, from the same words, most telling first.",
    "strict": "Is it a montage in the strict sense, yes or no? No: a famous scene with music.",
    "description": "What happens, in one to three sentences of your own, on one line; no ending given away.",
    "id": "Its id: small letters, digits and hyphens; it never changes again.",
    "names": "What people call the scene.",
    "characters": "The characters one sees.",
    "setting": "Where it is set.",
    "scene": "What happens, note by note.",
    "cues": "How people who forgot the title would describe it, the more ways the better; never shown.",
    "sources": {
        "url": "A page you have read that says so, by its address.",
        "supports": "What that page tells: film, song, artist, scene.",
    },
    "confidence": "How certain is it? high: a page names film and song for that scene; medium: only part is on one.",
}


@dataclass(frozen=True)
class Question:
    """One thing to ask: for which place of the film's entry, in which words, and whether it may be left out."""

    where: Where
    says: str
    needed: bool

    @property
    def pattern(self) -> Where:
        """The place without the numbers in it: ("montages", "songs", "title")."""
        return tuple(part for part in self.where if isinstance(part, str))

    @property
    def place_in_list(self) -> int | None:
        """Which item of a list is asked for, counted from 0: a single value, or the key a record begins with."""
        if isinstance(self.where[-1], int):
            return self.where[-1]
        return int(self.where[-2]) if self.pattern in _BEGINNINGS else None

    @property
    def of_words(self) -> bool:
        """Whether several answers may be typed on one line."""
        return self.pattern[-1] in _OF_WORDS

    def answers(self, typed: str) -> list[Answer]:
        """The answers in a line that was typed: one, or for a list of words as many as it has."""
        if not self.of_words:
            return [(self.where, typed)]
        words = [word.strip() for word in typed.split(",") if word.strip()]
        return [((*self.where[:-1], place), word) for place, word in enumerate(words, self.place_in_list or 0)]


#: Lists of single words, which have no commas.
_OF_WORDS = frozenset(("tags", "supports"))
#: The questions with which a record of a list begins, and whose answer may be that there is no other.
_BEGINNINGS: frozenset[Where] = frozenset(
    (*MONTAGE[:1], key, next(iter(said))) for key, said in _OF_A_MONTAGE.items() if isinstance(said, Mapping)
)


def next_question(draft: Draft) -> Question | None:
    """What to ask after the answers of the draft; None when all is asked."""
    return next((each for each in _questions(draft) if each.where not in draft.answers), None)


def type_at(where: Where) -> types.Type:
    """The type that the model has for a place of a film's entry."""
    wanted = _FILM
    for part in where:
        wanted = _item(wanted) if isinstance(part, int) else _field(wanted, part).type
    return wanted


def _questions(draft: Draft) -> Iterator[Question]:
    if FILM not in draft.answers:
        yield from _of_record(draft, (), _OF_A_FILM)
    yield from _of_record(draft, MONTAGE, _OF_A_MONTAGE)


def _of_record(draft: Draft, where: Where, asked: Mapping[str, Said]) -> Iterator[Question]:
    for key, said in asked.items():
        place = (*where, key)
        if isinstance(said, Mapping):
            yield from _of_records(draft, place, said)
        elif isinstance(_bare(type_at(place)), types.VarTupleType):
            yield from _of_items(draft, place, said)
        else:
            yield Question(place, said, needed=_is_needed(place))


def _of_records(draft: Draft, where: Where, asked: Mapping[str, str]) -> Iterator[Question]:
    first, *others = asked
    for place in count():
        begins = (*where, place, first)
        yield Question(begins, asked[first], needed=place == 0 and _is_needed(where))
        if draft.answers.get(begins) is None:
            return
        yield from _of_record(draft, begins[:-1], {key: asked[key] for key in others})


def _of_items(draft: Draft, where: Where, said: str) -> Iterator[Question]:
    """The list has another item as long as the last was not left out."""
    for place in count():
        yield Question((*where, place), said, needed=place == 0 and _is_needed(where))
        if draft.answers.get((*where, place)) is None:
            return


def _is_needed(where: Where) -> bool:
    return _field(type_at(where[:-1]), str(where[-1])).required


def _field(record: types.Type, name: str) -> types.Field:
    record = _bare(record)
    if not isinstance(record, types.StructType):
        raise TypeError(f"the model has no key “{name}” in {record}")
    return next(each for each in record.fields if each.name == name)


def _item(wanted: types.Type) -> types.Type:
    wanted = _bare(wanted)
    if not isinstance(wanted, types.VarTupleType):
        raise TypeError(f"the model has no list where {wanted} is")
    return wanted.item_type


def _bare(wanted: types.Type) -> types.Type:
    return wanted.type if isinstance(wanted, types.Metadata) else wanted
