"""What was asked: a Question, frozen, and the words it is made of."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

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
    SETTING = "setting"
    OTHER_TITLES = "other_titles"
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
    LOWER = "lower"  # whether one ranks lower
    NEXT = "next"  # whether one is right before or after the other
    SAME_DIRECTOR = "same_director"
    SAME_YEAR = "same_year"
    SAME_SONG = "same_song"
    COMMON = "common"  # whatever they have in common


class Lack(StrEnum):
    """Why a question cannot be answered, where the reason is known."""

    NOTHING_SAID = "nothing_said"
    NOT_UNDERSTOOD = "not_understood"
    OFF_TOPIC = "off_topic"
    NOT_OURS_TO_KNOW = "not_ours_to_know"  # a known film, but box office, streaming, actors' ages
    ABSENT_FILM = "absent_film"  # a real film the catalogue has nothing of
    ABSENT_SONG = "absent_song"  # a song the catalogue has nothing of
    NOT_THERE = "not_there"  # something about a film we do have that we do not know of it
    NO_SUCH_VERSION = "no_such_version"  # a sequel or remake of a film we do have
    GREETED = "greeted"
    THANKED = "thanked"
    ASKED_WHO = "asked_who"  # who we are, or who made us
    NO_SUCH_PLACE = "no_such_place"  # beyond the end of the list that is talked of


class Claim(Struct, frozen=True, gc=False):
    """What a yes/no question asserts, part by part; whatever is left out is not asserted."""

    songs: tuple[str, ...] = ()  # song keys
    people: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    rank: int | None = None
    films: tuple[str, ...] = ()  # film ids the scene or song is said to be in
    absent: str = ""  # a film we do not have that the scene is said to be in
    characters: tuple[str, ...] = ()  # who is said to be seen
    setting: str = ""  # words for where it is said to be set
    denied: str = ""  # what is known of a mistake that the question makes
    stranger: str = ""  # words for somebody unknown who is said to perform, to have made or directed it
    unheard: str = ""  # words for an unknown song that is said to be the one
    unexplained: str = ""  # other words of the claim that nothing known explains
    directs: bool = False  # the person is said to have directed the film
    performs: bool = False  # the person is said to be heard, or music is talked of
    sings: bool = False  # the person is said to be the voice
    ranked: bool = False  # that it is on the list at all
    described: bool = False  # something that happens is said, and known
    one_scene: bool = False  # a particular scene is meant, not just the film
    negated: bool = False  # that it is not so
    every: bool = False  # said of each of the question's montages, not of the likeliest

    @property
    def says_nothing(self) -> bool:
        """Whether nothing at all is asserted beside the film."""
        parts = (self.songs, self.people, self.years, self.rank, self.characters, self.setting, self.denied)
        unknown = (self.stranger, self.unheard, self.unexplained, self.absent)
        return not any((*parts, *unknown, self.ranked, self.described))


class Question(Struct, frozen=True, gc=False):
    """One question as it was understood. Ids are those of the catalogue; the likeliest montage comes first."""

    text: str
    intent: Intent
    montages: tuple[str, ...] = ()
    clear: bool = True  # the first montage is clearly ahead of the others
    films: tuple[str, ...] = ()  # films named, by id, in the order named
    excluded: tuple[str, ...] = ()  # films and songs ruled out, by id and key: "besides Footloose"
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
    chosen: Filter = Filter()
    aspects: frozenset[Aspect] = frozenset()
    claim: Claim | None = None
    lack: Lack | None = None
    about: str = ""  # what the lack is about: the absent film's title; of others and of a list cut down, which they are
    kin: tuple[str, ...] = ()  # where there is no such version: the films, by id, that there are
    given: tuple[str, ...] = ()  # montages given before: another is asked for
    of_those: bool = False  # a list shown before is cut down to the montages
    fit: float = 0.0  # how well a description fits the first montage
    lead: float = 0.0  # how far it is ahead of the next
    read_as: tuple[str, ...] = ()  # names as they were taken, where that was not obvious
