"""What was asked: a Question, frozen, and the words it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.knowledge.selection import Filter


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


class Aspect(StrEnum):
    """What exactly a question about facts or a comparison is after."""

    YEAR = "year"
    DIRECTOR = "director"
    SONG_YEAR = "song_year"
    FIRST = "first"  # which came first, which is older
    LAST = "last"  # which is newer
    HIGHER = "higher"  # which ranks higher
    SAME_DIRECTOR = "same_director"
    SAME_SONG = "same_song"


class Lack(StrEnum):
    """Why a question cannot be answered, where the reason is known."""

    NOTHING_SAID = "nothing_said"
    NOT_UNDERSTOOD = "not_understood"
    OFF_TOPIC = "off_topic"
    NOT_OURS_TO_KNOW = "not_ours_to_know"  # a known film, but box office, streaming, actors' ages
    ABSENT_FILM = "absent_film"  # a real film the catalogue has nothing of
    NO_SUCH_VERSION = "no_such_version"  # a sequel or remake of a film we do have


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes/no question asserts; whatever is left out is not asserted."""

    songs: tuple[str, ...] = ()  # song keys, or the folded words of a song nobody has heard of here
    people: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    rank: int | None = None
    films: tuple[str, ...] = ()  # film ids the scene or song is said to be in
    denied: bool = False  # what is said of the scene is a mistake we know of
    unheard: str = ""  # words said to be the song or person that match nothing we know
    directs: bool = False  # the person is said to have directed the film
    performs: bool = False  # the person is said to be heard, or music is talked of
    ranked: bool = False  # that it is on the list at all
    one_scene: bool = False  # a particular scene is meant, not just the film


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it was understood. Ids are those of the catalogue; the likeliest montage comes first."""

    text: str
    intent: Intent
    montages: tuple[str, ...] = ()
    clear: bool = True  # the first montage is clearly ahead of the others
    films: tuple[str, ...] = ()  # films named, by id, in the order named
    songs: tuple[str, ...] = ()  # songs named, by key
    people: tuple[str, ...] = ()  # performers, composers, directors named
    characters: tuple[str, ...] = ()
    list_id: str | None = None
    other_lists: tuple[str, ...] = ()  # that may be meant as well: others of the same publisher
    place: int | None = None  # "number 3"; -1 is the last
    until: int | None = None  # "places 2 to 4": the last of them
    top: int | None = None  # "top 3"; -2: the last two
    beside: int | None = None  # so many places after (or, below 0, before) the film named; 0: between the two named
    unmet: str = ""  # what it is limited to beyond what we know: "in space", "the longest"
    chosen: Filter = field(default_factory=Filter)
    aspects: frozenset[Aspect] = frozenset()
    claim: Claim | None = None
    lack: Lack | None = None
    about: str = ""  # what the lack is about: the absent film's title
    read_as: tuple[str, ...] = ()  # names as they were taken, where that was not obvious
