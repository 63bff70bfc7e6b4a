"""Short questions about what was just shown: "who sings it?", "what year?", "is it Jeff Buckley?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage
from bot.language.candidates import Candidates
from bot.language.claims import claim_of, is_put
from bot.language.evidence.belonging import mistaken_targets, targets_of
from bot.language.forms.common import about, as_before, asks_a_thing, senses_of
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.named_lists import NamedLists
from bot.language.lexicon import asking_words
from bot.language.misplaced import known
from bot.language.places import is_listed, place_asked
from bot.language.question import Claim, Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.wording import of_follow_ups, of_limits, of_lists, of_things

#: Among its first words, these make a question that "yes" does not answer.
_OPEN = frozenset("what which who whose whom when where how tell".split())
OPENING = 3
#: A name in no more words than this may be asked back: "by the Eagles, yeah?".
MOST_CLAIMED = 7
_ASKED_FOR = frozenset(
    "song piece film serial montage perform direct time person describe who which when where".split()
)
_QUESTIONS = frozenset("who which when where how auxiliary".split())

#: They stand for what was said before.
_ONES = expression(r"\bones\b")
_CUES = {"leaning, a claim": of_follow_ups.PUT_BACK, "leaning, a claim of its names": of_follow_ups.PUT_BACK}

_Reads = Callable[[Asked, Sequence[Montage]], Question | None]


class Leaning:
    """Reads a question that leans on the montages last shown."""

    def __init__(self, catalogue: Catalogue, scenes: SceneIndex, lists: NamedLists) -> None:
        self._catalogue = catalogue
        self._scenes = scenes
        self._lists = lists

    @property
    def forms(self) -> Forms:
        reads: dict[str, _Reads] = {
            "leaning, not ours to know": self._not_ours,
            "leaning, a claim": partial(self._claim, of_its_names=False),
            "leaning, a claim of its names": partial(self._claim, of_its_names=True),
            "leaning, its place": self._place,
            "leaning": self._thing,
            "leaning, its maker": self._maker,
            "leaning on the likeliest": self._likeliest,
        }
        return (
            Form("leaning on nothing", self._lacking, leans=True),
            *(Form(name, partial(self._read, read), leans=True, cue=_CUES.get(name)) for name, read in reads.items()),
        )

    @staticmethod
    def _lacking(asked: Asked) -> Question | None:
        """A question about what was asked before and is none of ours."""
        title, reading = asked.context.lacking, asked.reading
        asks = points_back(reading) or goes_on(reading) or senses_of(reading) - {"aside"}
        if not title or asked.named.films or not asks:
            return None
        return Question(asked.reading.text, Intent.NOTHING, lack=Lack.ABSENT_FILM, about=title)

    def _read(self, read: _Reads, asked: Asked) -> Question | None:
        shown = known(self._catalogue, asked.context.montages)
        several = asked.context.was_list or asked.context.was_choice
        return read(asked, shown if several else shown[:1]) if shown else None

    @staticmethod
    def _not_ours(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        if not of_limits.OFF_LIMITS.search(asked.reading.said):
            return None
        film = subject[0].film
        return Question(
            asked.reading.text, Intent.NOTHING, lack=Lack.NOT_OURS_TO_KNOW, films=(film.id,), about=film.label
        )

    def _claim(self, asked: Asked, subject: Sequence[Montage], *, of_its_names: bool) -> Question | None:
        """A claim about what was shown; of names that are heard or thought to be heard there, it is meant likelier."""
        reading = asked.reading
        if any(token.text in _OPEN for token in reading.tokens[:OPENING]):
            return None
        claim = claim_of(reading, (), subject, self._scenes)
        sure = replace(claim, rank=None, unexplained="", unheard="", described=False)
        in_few_words = len(reading.words) <= MOST_CLAIMED and not sure.says_nothing
        nothing_of_it = asked.named.films and claim.says_nothing  # then it is asked whether it is in that film
        if nothing_of_it or not (in_few_words or is_put(reading)):
            return None
        if _is_of_names(claim, subject) is not of_its_names:
            return None
        if claim.described and sure.says_nothing:
            claim = replace(claim, films=(subject[0].film.id,))  # "is that the one on the beach?"
        chosen = tuple(montage.id for montage in subject)
        question = Question(
            reading.text, Intent.CHECK, montages=chosen, songs=claim.songs, people=claim.people, claim=claim
        )
        return self._lists.claimed(question, reading)

    def _place(self, asked: Asked, subject: Sequence[Montage]) -> Question | None:
        """Where it stands in a list that is named, or the one talked of, unless a place is said or a list asked for."""
        reading, said = asked.reading, asked.reading.said
        pointed = points_back(reading) or not of_lists.PLURAL.search(said)
        lists = self._lists.meant(reading)
        on_a_list = lists and (points_back(reading) or goes_on(reading) or asked.context.intent is Intent.RANK)
        asks = of_lists.rank_asked(said) or on_a_list
        if not asks or place_asked(said) or not pointed:
            return None
        chosen = tuple(montage.id for montage in subject)
        lists = self._lists.placing_first(lists, chosen) or tuple(filter(None, (asked.context.list_id,)))
        return Question(
            reading.text, Intent.RANK, montages=chosen, list_id=next(iter(lists), None), other_lists=lists[1:]
        )

    @staticmethod
    def _thing(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        reading = asked.reading
        asks = points_back(reading) or asks_a_thing(reading) or _asks(reading, _ASKED_FOR)
        if only_remarks(reading) or not asks or of_follow_ups.OTHER_VERSION.search(reading.plain):
            return None
        intent = of_things.thing_asked(reading.said, film=True, song=False)
        one_film = len({montage.film.id for montage in subject}) == 1
        question = about(reading, intent, Candidates(tuple(subject), clear=len(subject) == 1))
        return replace(question, clear=question.clear and one_film)

    @staticmethod
    def _maker(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        """ "Sung by", "by?", "name of the group": who performs, said in a word that asks in no other way."""
        texts = [token.text for token in asked.reading.tokens]
        performs = any("perform" in asking_words().get(text, ()) for text in texts) or texts[-1:] == ["by"]
        if not performs or asks_a_thing(asked.reading) or another_asked(asked.reading):
            return None
        return about(asked.reading, Intent.PERFORMER, Candidates(tuple(subject), clear=len(subject) == 1))

    @staticmethod
    def _likeliest(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        """The first of what was offered, where nobody chose."""
        asks = asked.context.was_choice and asks_a_thing(asked.reading)
        return as_before(asked, Candidates(tuple(subject[:1]))) if asks else None


def _is_of_names(claim: Claim, subject: Sequence[Montage]) -> bool:
    """Whether it is claimed of a song or somebody of these montages, or thought to be of them by mistake."""
    named = {each for montage in subject for each in (*targets_of(montage), *mistaken_targets(montage))}
    return not named.isdisjoint((*claim.songs, *claim.people))


def _asks(reading: Reading, senses: frozenset[str]) -> bool:
    """Whether a word asks in one of some senses."""
    return any(senses & asking_words().get(token.text, frozenset[str]()) for token in reading.tokens)


def points_back(reading: Reading) -> bool:
    """Whether a word like "it" or "that song" points to what was shown."""
    return bool(of_follow_ups.POINTING.search(reading.plain))


def goes_on(reading: Reading) -> bool:
    """Whether a message opens as one that goes on from what was said."""
    return bool(of_follow_ups.GOES_ON.match(reading.plain))


def is_whole(reading: Reading) -> bool:
    """Whether a message says itself of what it asks, several montages or a list, and points to nothing said before."""
    of_list = is_listed(reading.said) or of_lists.PLURAL.search(_ONES.sub("", reading.said))
    return bool(of_list) and not (points_back(reading) or goes_on(reading) or another_asked(reading))


def only_remarks(reading: Reading) -> bool:
    """Whether an answer is praised, and nothing is asked: "cool song", "love that movie"."""
    praises = "?" not in reading.text and of_follow_ups.PRAISE.search(reading.plain) is not None
    return praises and not (_asks(reading, _QUESTIONS) or goes_on(reading))


def another_asked(reading: Reading) -> bool:
    """Whether something else is asked for than what was given."""
    return bool(of_follow_ups.ANOTHER.search(reading.plain))


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "leaning on nothing": (("who directed Gone Girl?", "who sings it?"),),
    "leaning, a claim": (("team america", "did britney sing that"),),
    "leaning, a claim of its names": (("sad song in shrek 1 wen hes alone in the swamp", "is it jeff buckley"),),
    "leaning, its place": (("team america", "what number is it"),),
    "leaning": (
        ("top 3", "who sings it"),
        ("matilda pancakes song", "who by"),
    ),
    "leaning, its maker": (("hot rod song", "whos that by"),),
}


def forms(library: Library) -> Forms:
    """Short questions about what was shown."""
    return Leaning(library.catalogue, library.scenes, library.lists).forms
