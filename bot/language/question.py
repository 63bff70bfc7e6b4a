"""What was asked: a Question, frozen, and the words it is made of."""

from __future__ import annotations

from enum import StrEnum


class Intent(StrEnum):
    """What somebody wants to know. The values are a public interface: `ask --json` prints them."""

    SONG_OF_MONTAGE = "song_of_montage"
    MONTAGE_OF_SONG = "montage_of_song"
    PERFORMER = "performer"
    RANK = "rank"
    AT_RANK = "at_rank"
    LIST = "list"
    COUNT = "count"
    DESCRIBE = "describe"
    SCENE = "scene"
    CHARACTER = "character"
    CHECK = "check"
    COMPARE = "compare"
    FACTS = "facts"
    RANDOM = "random"
    HELP = "help"
    NOTHING = "nothing"
