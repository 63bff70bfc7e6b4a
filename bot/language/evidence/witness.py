"""Gives every word of a question its role in a reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.names import folded
from bot.knowledge.remembering import remembered
from bot.language import titles
from bot.language.candidates import LIKELIEST
from bot.language.evidence.belonging import counting_words, name_words, targets_in, targets_of, title_words
from bot.language.evidence.clauses import AskedFor, asked_for, asking_positions, core_positions
from bot.language.evidence.leftovers import Leftovers, lost_beside_names
from bot.language.evidence.roles import Evidence, Role
from bot.language.kinds_said import positions_of
from bot.language.kinds_told import told_positions
from bot.language.lexicon import asking_words, people_words
from bot.language.names import NameKind
from bot.language.numbers import is_number
from bot.language.places import places_something
from bot.language.question import Question
from bot.language.reading import REACH, Reading
from bot.language.scenes import SceneIndex
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.whereabouts import set_positions

#: What stands for nothing known.
_LOST = frozenset({Role.NOTHING, Role.OTHER_NAME, Role.ASIDE})
_UNEXPLAINED = frozenset({Role.NOTHING})
#: What words of a whole title are not: they tell no scene of another film.
_UNTOLD = frozenset({Role.NOTHING, Role.SCENE})
#: What may describe a scene.
_TELLING = frozenset({Role.SCENE, Role.ASIDE, Role.NOTHING, Role.OTHER_NAME})
#: What a word right before it describes.
_DESCRIBED = frozenset({"montage", "song"})
#: Words behind which stands what happens in a scene.
_HAPPENING = frozenset("when wen where while whilst during as".split())
#: How a word ends that says what somebody does.
_ENDINGS = ("s", "ing")
_NO_SENSE = frozenset[str]()
#: What the words are about that name a kind, beside what they are about elsewhere: "opening montages".
_KIND = frozenset({"kind"})
#: What a word may be that nothing asks by.
_UNASKED = (Role.NUMBER, Role.NOTHING)


class Witness:
    """Knows what is said of every montage of one catalogue."""

    def __init__(self, catalogue: Catalogue, scenes: SceneIndex) -> None:
        self.catalogue = catalogue
        self.scenes = scenes
        self.name_words = remembered(self._name_words)
        self.counting_words = remembered(self._counting_words)
        self.targets = remembered(self._targets)

    def title_words(self, list_id: str | None) -> frozenset[str]:
        """The words by which a published list is called: its title, who published and who wrote it."""
        ranked = self.catalogue.ranked_list(list_id or "")
        return title_words(ranked) if ranked else _NO_SENSE

    def _name_words(self, montage_id: str) -> frozenset[str]:
        montage = self.catalogue.montage(montage_id)
        return name_words(montage) if montage else _NO_SENSE

    def _counting_words(self, montage_id: str) -> frozenset[str]:
        montage = self.catalogue.montage(montage_id)
        return counting_words(montage) if montage else _NO_SENSE

    def _targets(self, montage_id: str) -> frozenset[str]:
        montage = self.catalogue.montage(montage_id)
        return frozenset(targets_of(montage)) if montage else _NO_SENSE


class Hearing:
    """One question before the witness; what several readings share is worked out once."""

    def __init__(self, witness: Witness, reading: Reading) -> None:
        self._witness = witness
        self._reading = reading
        self._roles: dict[tuple[tuple[str, ...], frozenset[str]], list[Role]] = {}
        self._heard: dict[tuple[tuple[Role, ...], tuple[str, ...]], Evidence] = {}

    @cached_property
    def _asking(self) -> frozenset[int]:
        return asking_positions(self._reading)

    @cached_property
    def _core(self) -> frozenset[int]:
        return core_positions(self._reading)

    @cached_property
    def _titles(self) -> list[range]:
        """Where words stand as a title does that names nothing known."""
        at = {id(word): position for position, word in enumerate(self._reading.words)}
        return [range(at[id(run[0])], at[id(run[-1])] + 1) for run in titles.likely(self._reading)]

    def _asked_for(self, roles: Sequence[Role]) -> AskedFor:
        """What the clause that asks asks for; a question word inside a name, or before what a kind is, asks nothing."""
        asking = sorted(self._asking - told_positions(self._reading))
        return asked_for(self._reading, [at for at in asking if roles[at] is not Role.NAME])

    @cached_property
    def _somebody(self) -> int:
        people = people_words()
        return sum(any(text in people for text in texts) for texts in self._reading.texts_at)

    def _doings(self, roles: Sequence[Role]) -> int:
        """How many words of the scene have the ending of a third person or of what goes on."""
        scene = (text for at, role in enumerate(roles) if role is Role.SCENE for text in self._reading.texts_at[at])
        return sum(text.endswith(_ENDINGS) and not text.endswith("ss") for text in scene)

    def evidence(self, question: Question) -> Evidence:
        """What each word is when the text is read as this question."""
        ids = question.montages[:LIKELIEST]
        roles = self._with_names(question, ids)
        asking = self._asking
        roles = [Role.ASIDE if role is Role.NOTHING and at not in asking else role for at, role in enumerate(roles)]
        heard = tuple(roles), ids[:1]
        if heard not in self._heard:
            self._heard[heard] = self._of_roles(*heard)
        return self._heard[heard]

    def _of_roles(self, roles: tuple[Role, ...], ids: tuple[str, ...]) -> Evidence:
        """What follows from the roles of the words when this montage, if any, is the likeliest."""
        asking, asked = self._asking, self._asked_for(roles)
        forms = [at for at, role in enumerate(roles) if role is Role.FORM]
        left = Leftovers(self._reading, roles, self._lost(roles, ids))
        told, described = self._told(roles, ids[0]) if ids else (0.0, 0.0)
        return Evidence(
            roles,
            senses=self._senses(at for at in forms if at in asking),
            around=self._senses(forms),
            asked=asked.what,
            asks_unexplained=self._asks_unexplained(asked, roles),
            misdescribed=self._misdescribed(roles),
            somebody=self._somebody,
            doings=self._doings(roles),
            untold=self._untold(roles, ids[0], self._core) if ids else 0.0,
            untold_around=self._untold(roles, ids[0], asking) if ids else 0.0,
            lost_beside_names=lost_beside_names(roles),
            leaves_title=any(all(roles[at] in _LOST for at in title) for title in self._titles),
            told=told,
            described=described,
            strangers=left.strangers,
            by_whom=left.by_whom,
            thing_of_name=left.thing_of_name,
            asks_lost=asked.what not in ("", "yes or no") and left.asked_behind(asked.position),
        )

    def _with_names(self, question: Question, ids: tuple[str, ...]) -> list[Role]:
        """The roles of words by themselves, then of those in names."""
        title = self._witness.title_words(question.list_id)
        if (ids, title) not in self._roles:
            self._roles[ids, title] = self._of_words(ids, title)
        roles = list(self._roles[ids, title])
        used = targets_in(question).union(*map(self._witness.targets, ids))
        counting = _NO_SENSE.union(*map(self._witness.counting_words, ids))
        for mention in self._reading.mentions:
            inside = self._reading.words[mention.start : mention.end]
            named = any(meaning.target in used for meaning in mention.meanings) or title.issuperset(
                word.folded for word in inside
            )
            counted = mention.start > 0 and not counting.isdisjoint(self._reading.texts_at[mention.start - 1])
            unmistakable = mention.of(NameKind.FILM) and mention.end - mention.start > 1 and not mention.typos
            lost = _UNTOLD if unmistakable else _UNEXPLAINED
            for at in range(mention.start - counted, mention.end):
                if named:
                    roles[at] = Role.NAME
                elif roles[at] in lost:
                    roles[at] = Role.OTHER_NAME
        for at in self._said_of(f"{question.about} {question.unmet} {question.chosen.setting or ''}"):
            roles[at] = Role.NAME
        set_somewhere = set_positions(self._reading) if question.chosen.setting else ()
        for at in (*positions_of(self._reading, question.chosen.kinds), *set_somewhere):
            roles[at] = Role.FORM
        return roles

    def _of_words(self, ids: tuple[str, ...], title: frozenset[str]) -> list[Role]:
        """What words are for some montages and a list: those of its title name it, and tell nothing of a scene."""
        names = _NO_SENSE.union(*map(self._witness.name_words, ids))
        roles: list[Role] = []
        for at, (told, role) in enumerate(zip(self._told_at, self._alone, strict=True)):
            seen = not names.isdisjoint(told) or (role in _UNASKED and self._is_seen(at, ids))
            alone = Role.FORM if title and role is Role.NOTHING and any(map(places_something, told)) else role
            roles.append(Role.NAME if not title.isdisjoint(told) else Role.SCENE if seen else alone)
        return roles

    def _is_seen(self, at: int, ids: Sequence[str]) -> bool:
        """Whether a word is near to what is said of one of the montages."""
        near = self._witness.scenes.nearness
        return any(near(each, stem) for stem in self._stems_at[at] for each in ids)

    @cached_property
    def _stems_at(self) -> Sequence[Sequence[str]]:
        """For every word, the stems of the telling English words it stands for."""
        return [[stem(text) for text in told] for told in self._told_at]

    @cached_property
    def _told_at(self) -> Sequence[Sequence[str]]:
        """For every word, the telling English words it stands for."""
        return [[text for text in texts if text not in EMPTY_WORDS] for texts in self._reading.texts_at]

    @cached_property
    def _alone(self) -> Sequence[Role]:
        """What every word is where no montage explains it."""
        return [_role(texts, told) for texts, told in zip(self._reading.texts_at, self._told_at, strict=True)]

    @cached_property
    def _senses_at(self) -> Sequence[frozenset[str]]:
        """For every word, what it may be about as one of those by which questions are asked."""
        asked, kinds = asking_words(), positions_of(self._reading)
        senses = [_NO_SENSE.union(*(asked.get(text, ()) for text in texts)) for texts in self._reading.texts_at]
        told, of_kind = told_positions(self._reading), enumerate(senses)
        return [_KIND if at in told else each | _KIND if at in kinds else each for at, each in of_kind]

    def _said_of(self, title: str) -> Iterator[int]:
        """Where the words stand of a title that we do not have, or of what no list goes by."""
        said = set(folded(title).split()) - EMPTY_WORDS if title.strip() else _NO_SENSE
        yield from (at for at, word in enumerate(self._reading.words) if word.folded in said)

    def _senses(self, positions: Iterable[int]) -> frozenset[str]:
        return _NO_SENSE.union(*[self._senses_at[at] for at in positions])

    def _asks_unexplained(self, asked: AskedFor, roles: Sequence[Role]) -> bool:
        """Whether the first telling word behind the question word is explained by nothing: "who was the editor"."""
        behind = (at for at in range(asked.position + 1, len(roles)) if roles[at] is not Role.FILLER)
        first = next((at for at in behind if not self._is_auxiliary(at)), None)
        return asked.what not in ("", "yes or no") and first is not None and roles[first] is Role.NOTHING

    def _is_auxiliary(self, at: int) -> bool:
        return any("auxiliary" in asking_words().get(text, _NO_SENSE) for text in self._reading.texts_at[at])

    def _misdescribed(self, roles: Sequence[Role]) -> int:
        """How many unexplained words stand right before a scene or song, or near behind "when", "where", "while"."""
        lost = (at for at in self._asking if roles[at] in (Role.NOTHING, Role.OTHER_NAME))
        return sum(self._describes(at) for at in lost)

    def _describes(self, at: int) -> bool:
        words = self._reading.words
        after = asking_words().get(words[at + 1].folded, _NO_SENSE) if at + 1 < len(words) else _NO_SENSE
        before = {word.folded for word in words[max(0, at - REACH) : at]}
        return bool(after & _DESCRIBED or before & _HAPPENING)

    def _lost(self, roles: Sequence[Role], ids: Sequence[str]) -> frozenset[int]:
        """Where the words stand that nothing explains, or only what is near to them in meaning."""
        known = _NO_SENSE.union(*map(self._witness.name_words, ids))
        return frozenset(
            at
            for at, role in enumerate(roles)
            if role in (Role.NOTHING, Role.OTHER_NAME) or (role is Role.SCENE and not self._is_said(at, ids, known))
        )

    def _is_said(self, at: int, ids: Sequence[str], known: frozenset[str]) -> bool:
        """Whether one of the montages says the very word, or has it in a name."""
        says = self._witness.scenes.says
        return not known.isdisjoint(self._told_at[at]) or any(says(each, s) for s in self._stems_at[at] for each in ids)

    def _told(self, roles: Sequence[Role], montage_id: str) -> tuple[float, float]:
        """The part of what is described that the montage explains, and how much that is."""
        telling = [at for at, role in enumerate(roles) if role in _TELLING]
        rarities = [rarity for at in telling for rarity in self._rarities_at[at]]
        nearnesses = [near for at in telling for near in self._nearnesses(montage_id, at)]
        explained = sum([rarity * near for rarity, near in zip(rarities, nearnesses, strict=True)])
        described = sum(rarities)
        return (explained / described if rarities else 0.0), described / self._witness.scenes.most_rare

    @cached_property
    def _rarities_at(self) -> Sequence[Sequence[float]]:
        """For every word, how much each telling word it stands for tells."""
        return [[self._witness.scenes.rarity(each) for each in stems] for stems in self._stems_at]

    def _untold(self, roles: Sequence[Role], montage_id: str, positions: frozenset[int]) -> float:
        """How much of what is described there the likeliest montage leaves unexplained, in words."""
        at_stake = [at for at in positions if roles[at] in _TELLING]
        return sum([1 - near for at in at_stake for near in self._nearnesses(montage_id, at)])

    def _nearnesses(self, montage_id: str, at: int) -> list[float]:
        """How near what is said of the montage, or a name in it, comes to each telling word there: 0 to 1."""
        names, near = self._witness.name_words(montage_id), self._witness.scenes.nearness
        told = zip(self._told_at[at], self._stems_at[at], strict=True)
        return [1.0 if text in names else near(montage_id, stem) for text, stem in told]


def _role(texts: Sequence[str], told: Sequence[str]) -> Role:
    """What a word is by itself, by the English words it stands for."""
    asked = asking_words()
    if not told:
        return Role.FORM if any(text in asked for text in texts) else Role.FILLER
    if all(text in asked for text in told):
        return Role.FORM
    return Role.NUMBER if any(is_number(text) for text in told) else Role.NOTHING
