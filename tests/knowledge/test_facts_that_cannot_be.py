"""What is well written and cannot be true, or says one thing in two ways, is refused; what looks like it is not."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from bot.knowledge.loading import check

FILMS, BEST, WORST = "montages/1980s.yaml", "lists/best.yaml", "lists/worst.yaml"
SONG = "          - title: Training Montage\n            artist: Vince DiCola\n            score: true\n"  # line 31
SCENE = "        description: Rocky saws wood in the snow.\n"  # line 29
FOOTLOOSE = "            artist: Deniece Williams\n"  # line 15
PLACE = "    rank: 1\n    year: 1984\n"  # line 8 of the worst


class Said(NamedTuple):
    """A text of a file replaced by another, and what is said of which line; line 0 where all is well."""

    file: str
    old: str
    new: str
    line: int
    says: str = ""


def sung(line: int, says: str = "", **keys: str) -> Said:
    """A song with these keys, in a film of 1985: its title on line 31, then a line each."""
    lines = "\n            ".join(f"{key}: {value}" for key, value in {"title": "A Song", **keys}.items())
    return Said(FILMS, SONG, f"          - {lines}\n", line, says)


def seen(line: int, says: str, *characters: str) -> Said:
    """Characters, a line each from line 31."""
    return Said(
        FILMS,
        SCENE,
        f"{SCENE}        characters:\n" + "".join(f"          - {each}\n" for each in characters),
        line,
        says,
    )


def told(line: int, says: str, sentence: str) -> Said:
    """Two songs, "First Light" on line 31 and "Last Light" on line 33, and what a confusion says of them."""
    songs = (
        "          - title: First Light\n            artist: A\n          - title: Last Light\n            artist: B\n"
    )
    confusion = f"        confusions:\n          - sentence: {sentence}\n"
    return Said(FILMS, f"{SONG}        confidence: high\n", f"{songs}        confidence: high\n{confusion}", line, says)


def placed(line: int, says: str = "", **keys: str) -> Said:
    """A place of a list with these keys: its film on line 7, then a line each."""
    lines = "\n    ".join(f"{key}: {value}" for key, value in {"film": "Shane", **keys}.items())
    return Said(WORST, f"  - film: Footloose\n{PLACE}", f"  - {lines}\n", line, says)


PERFORMERS = {
    "the composer, though others sing": sung(32, "“Ann Lee” composes and Bo, Cy sing", artist="Ann Lee",
                                             vocals="[Bo, Cy]", composers="[Ann Lee]"),
    "one of the composers, though others sing": sung(32, "composes and Bo sing", artist="Ann Lee and Di",
                                                     vocals="[Bo]", composers="[Di, Ann Lee]"),
    "a composer by name only": sung(32, "“Ann Lee” is not among those who sing (Bo): add “composers", artist="Ann Lee",
                                    vocals="[Bo]"),
    "who wrote it, and nobody sings": sung(32, "“Ann Lee and Bo” stands for performer and composer",
                                           artist="Ann Lee and Bo", composers="[Bo, Ann Lee]"),
    "singers who are performers": sung(0, artist="Bo and Cy", vocals="[Bo, Cy]", composers="[Ann Lee]"),
    "one of those who wrote it": sung(0, artist="Ann Lee", composers="[Ann Lee, Bo]"),
    "a singer who wrote it": sung(0, artist="Ann Lee", vocals="[Ann Lee]", composers="[Ann Lee]"),
    "a singer among several": sung(0, artist="Ann Lee featuring Bo", vocals="[Bo]", composers="[Ann Lee]"),
    "a band whose singer is named": sung(0, artist="The Examples", vocals="[Bo]", composers="[Ann Lee]"),
    "the composer of a score": sung(0, artist="Ann Lee", vocals="[Bo]", composers="[Ann Lee]", score="true"),
    "a band with “and” in its name": sung(0, artist="Earth, Wind & Fire", vocals='["Earth, Wind & Fire"]'),
}  # fmt: skip
REMARKS = {
    "in brackets": sung(32, "“Ann Lee (credited as A)” is a remark", artist="Ann Lee (credited as A)"),
    "of a version": sung(32, "is a remark", artist="sung by the cast"),
    "in two halves": sung(32, "is a remark", artist='"Ann Lee; Bo on the record"'),
    "of nobody": sung(32, "is a remark", artist="Ann Lee and cast"),
    "among the voices": sung(33, "is a remark", artist="Bo", vocals="[Bo (Telugu)]"),
    "among the composers": sung(33, "is a remark", artist="Bo", composers="[Ann Lee (lyrics)]"),
    "with brackets within a word": sung(0, artist="(G)I-dle"),
    "with a capital": sung(0, artist="The Company and The Various Sung"),
}
TITLES = {
    "a cue described": sung(
        31, "describes the music", title="Instrumental score cue (synths)", artist="Bo", score="true"
    ),
    "a piece described": sung(31, "(where “theme” is part of one, it has a capital)", title="Fast theme", artist="Bo"),
    "a title with a capital": sung(0, title="Love Theme from a Score", artist="Bo", score="true"),
    "a word that holds another": sung(0, title="Musical soundtracking", artist="Bo"),
}
YEARS = {
    "younger than its film": sung(33, "A song of 1986 cannot be heard in a film of 1985", artist="Bo", year="1986"),
    "of the year of its film": sung(0, artist="Bo", year="1985"),
}
ORDER = {
    "other than a text says": told(33, "“Last Light” is said to be heard before “First Light”",
                                   "The opening is Last Light, and then First Light."),
    "other than a text with performers says": told(33, "is said to be heard before",
                                                   "It is Last Light by B, followed by First Light."),
    "as a text says": told(0, "", "The opening is First Light and then Last Light."),
    "of which a text says nothing": told(0, "", "Last Light and First Light are both here."),
}  # fmt: skip
SPELLINGS = {
    "without an accent": sung(32, "“Deniéce Williams” is spelt “Deniece Williams” in", artist="Deniéce Williams"),
    "with a doubled letter": sung(32, "is spelt “Deniece Williams” in", artist="Denieece Wiliams"),
    "with a mark": sung(32, "is spelt “Herbert Ross” in", artist="Herbert-Ross"),
    "with an article": sung(32, "is spelt “Deniece Williams”", artist="The Deniece Williams"),
    "among several": sung(32, "is spelt “Deniece Williams”", artist="Bo and Deniece-Williams"),
    "on the record": sung(33, "is spelt “Deniece Williams”", artist="Bo", credited_as="Deniece-Williams"),
    "among the composers": sung(33, "is spelt “Deniece Williams”", artist="Bo", composers="[Deniece-Williams]"),
    "of two who are nearly alike": sung(0, artist="Denise Williams"),
}
CHARACTERS = {
    "by half the name": seen(32, "“Chas Tenenbaum” is called “Chas” too (line 31)", "Chas", "Chas Tenenbaum"),
    "by one name of two": seen(32, "is called “Wade / Deadpool” too", "Wade / Deadpool", "Wade"),
    "with an article": seen(32, "is called “Beast” too", "Beast", "the Beast"),
    "with an article and more": seen(32, "is called “the Duke” too", "the Duke", "Duke of Monroth"),
    "by a second name alike": seen(32, "is called “Bob / Mr. X” too", "Bob / Mr. X", "Robert / Mr. X"),
    "with a capital article": seen(31, "write “the Joker”", "The Joker"),
    "in brackets": seen(31, "write “Su Li-zhen / Mrs. Chan”", "Su Li-zhen (Mrs. Chan)"),
    "of one family": seen(0, "", "Chas Tenenbaum", "Margot Tenenbaum", "the Tenenbaums"),
    "whose name is part of a word": seen(0, "", "Andy", "Andy's mother"),
}
PLACES = {
    "without its year": placed(7, "“Shane” could be joined to another film of that title", rank="1"),
    "on television, with a year": placed(8, "“Shane” is no film, as its note says", year="1953",
                                         note="A television series."),
    "on television, with a montage": placed(8, "“Shane” is no film", montage="rocky-iv-training", note="A TV series."),
    "on television": placed(0, note="A television series of 1966."),
    "with its year": placed(0, year="1953", note="A stage in the career of its director."),
    "of a film of another year": Said(BEST, "    montage: rocky", "    year: 1990\n    montage: rocky", 11,
                                      "“rocky-iv-training” is of a film of 1985, and the place names one of 1990"),
    "of a film of that year": Said(BEST, "    montage: rocky", "    year: 1985\n    montage: rocky", 0),
}  # fmt: skip
PUBLISHERS = {
    "with a remark": Said(
        BEST, "A Paper", "A Paper (of 1990)", 3, "says more than who the publisher is; write the name"
    ),
    "with two": Said(BEST, "A Paper", "A Paper; reprinted", 3, "into “note”"),
    "by an author with a remark": Said(WORST, "A Critic", "A Critic (retired)", 3, "more than who the author is"),
    "with brackets within a word": Said(BEST, "A Paper", "P(aper)", 0),
}
TABLES = {
    "performer": PERFORMERS, "remark": REMARKS, "title": TITLES, "song": YEARS, "order": ORDER, "name": SPELLINGS,
    "character": CHARACTERS, "place": PLACES, "published": PUBLISHERS,
}  # fmt: skip
CASES = {f"{table} {case}": said for table, cases in TABLES.items() for case, said in cases.items()}


@pytest.mark.parametrize("said", CASES.values(), ids=CASES)
def test_what_cannot_be_is_refused_and_what_can_be_is_not(folder: Path, said: Said) -> None:
    path = folder / said.file
    text = path.read_text(encoding="utf-8")
    assert said.old in text, "the table must fit the small catalogue"
    path.write_text(text.replace(said.old, said.new, 1), encoding="utf-8")
    found = [(fault.file, fault.line) for fault in check(folder) if said.says in fault.sentence]
    assert found == ([(path, said.line)] if said.line else []), check(folder)


def test_who_composes_elsewhere_is_no_performer_while_others_sing(folder: Path) -> None:
    path = folder / FILMS
    text = path.read_text(encoding="utf-8").replace(FOOTLOOSE, f"{FOOTLOOSE}            composers: [Ann Lee]\n")
    song = sung(0, artist="Ann Lee", vocals="[Bo]")
    path.write_text(text.replace(SONG, song.new), encoding="utf-8")
    (fault,) = check(folder)
    assert (fault.line, fault.sentence[:33]) == (33, "“Ann Lee” composes and Bo sing: n")


def test_two_films_may_each_have_somebody_of_a_name(folder: Path) -> None:
    path = folder / FILMS
    text = path.read_text(encoding="utf-8")
    for scene, name in ((SCENE, "Sam"), ("        description: Ren teaches Willard to dance.\n", "Sam Wheat")):
        text = text.replace(scene, f"{scene}        characters: [{name}]\n")
    path.write_text(text, encoding="utf-8")
    assert check(folder) == ()
