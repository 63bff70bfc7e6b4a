"""Which words of a message claim something, and which only put the claim: "bet you a tenner it's", "no cap", "yes?"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from bot.language.evidence.clauses import COMMA, STOP, asking_positions, clauses
from bot.language.lexicon import DOMAIN, asking_words, is_in_dictionary
from bot.language.names import NameKind
from bot.language.reading import REACH, Reading
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.wording import of_truths

#: Behind these stands where, when, whose or by whom something is: a part of the claim.
_POINTING = frozenset("in at from by of near over during when while with for".split())
#: Words of somebody who talks of themselves and others rather than of what is claimed.
_OF_MYSELF = frozenset("i im id ill ive me my mine we us our".split())
_PERSONAL = _OF_MYSELF | frozenset("u you your youre he she they".split())
#: Senses of words of asking that may say what happens as well.
_DESCRIBING = frozenset({"kind", "person"})
#: Countries: a word of asking for a title there, else where something is set.
_ABROAD = frozenset({"abroad"})
#: What claims begin with, beside words of claiming: "that Maniac", "it's Huey Lewis", "is it Queen".
_OPENING = frozenset({"that", "it"})
#: What opens a part of a sentence that says what happens.
WHILE = frozenset("when while as during where whilst wen".split())
#: What opens a remark upon what was said: ", which is tiresome,".
_RELATIVE = frozenset({"which"})
_ALTERNATIVE = frozenset({"or", "no", "yes"})
_IS = frozenset({"is", "was"})
_IN = frozenset({"in", "from"})
_NONE = frozenset[str]()
_NOWHERE = frozenset[int]()


def claiming_positions(reading: Reading) -> frozenset[int]:
    """Where the words stand that claim: the clause that asks, behind "my brother from Leeds swears that".

    A clause that only asks "is that true?" claims what was said before.
    """
    positions = asking_positions(reading)
    if all(at not in reading.named_positions and _says_nothing(reading, at) for at in positions):
        positions = frozenset(range(len(reading.words)))
    first = max((end for end in _reports(reading) if end in positions), default=-1)
    return frozenset(at for at in positions if at > first)


def title_claimed(reading: Reading) -> frozenset[int]:
    """Where the words of an unknown title stand that is said to be in a film: "is Rolling in the Deep in Up?"."""
    words, films = reading.words, [mention.start for mention in reading.mentions_of(NameKind.FILM)]
    film = next((at for at in films if at > 1), 0)
    if film < len(("is", "it", "in")) or words[0].folded not in _IS or words[film - 1].folded not in _IN:
        return _NOWHERE
    title = range(1, film - 1)
    bearing = [words[at] for at in title if words[at].folded not in EMPTY_WORDS]
    known = not reading.named_positions.isdisjoint(title)
    return _NOWHERE if known or not all(word.capital for word in bearing) else frozenset(title)


def _says_nothing(reading: Reading, at: int) -> bool:
    return all(text in EMPTY_WORDS or is_asking(text) for text in reading.texts_at[at])


def claim_said(reading: Reading) -> str:
    """What is said from where the claim begins, with a placeholder for every name."""
    return reading.said_from(min(claiming_positions(reading), default=0))


def _reports(reading: Reading) -> Iterator[int]:
    """Where a report of what somebody says ends: at "that" behind a word of saying."""
    asked = asking_words()
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        before = {sense for each in tokens[max(0, at - 2) : at] for sense in asked.get(each.text, ())}
        if token.text == "that" and "claim" in before:
            yield token.position


def framing_positions(reading: Reading, names: frozenset[int], seen: Collection[int]) -> frozenset[int]:
    """Where words stand that only put the claim of the names there, and of the words there that a scene has as well."""
    anchors = {*names, *seen}
    if not anchors:
        return frozenset()
    found: set[int] = set()
    for part in clauses(reading, COMMA):
        inside = [at for at in part if at in anchors]
        if names and names.isdisjoint(part) and _has(reading, part, _OF_MYSELF):
            found.update(part)
        elif inside:
            found.update(_lead(reading, range(part.start, inside[0])))
            found.update(_verbs(reading, part))
            found.update(_tail(reading, range(inside[-1] + 1, part.stop)))
        elif _is_beside(reading, part):
            found.update(part)
    return frozenset(found)


def _is_beside(reading: Reading, part: range) -> bool:
    """Whether a part without a name says nothing of the claim: "20 bucks", "i will die on this hill"."""
    remarks = part.start > 0 and not _RELATIVE.isdisjoint(reading.texts_at[part.start])
    if remarks or _has(reading, part, _PERSONAL):
        return True
    if len(part) > REACH or _has(reading, part, _POINTING) or _is_between_commas(reading, part):
        return False
    return not any(at and _is_written_as_name(reading, at) for at in part)


def _is_between_commas(reading: Reading, part: range) -> bool:
    """Whether a part may be a name among others: "donnie darko, keane, mad world"."""
    inside = part.start > 0 and part.stop < len(reading.words)
    return inside and all("," in reading.between(at) for at in (part.start, part.stop))


def _lead(reading: Reading, part: range) -> Iterator[int]:
    """What stands before the claim begins: "bet you a tenner it's", "my flatmate says", "fr fr is"."""
    opens = [at for at in part if _opens(reading, at)]
    yield from range(part.start, opens[-1] if opens else part.start)
    told = _has(reading, part, _PERSONAL) or any("claim" in _senses(reading, at) for at in part)
    if told and not any(_senses(reading, at) & DOMAIN for at in part):
        yield from (at for at in part if not (at and _is_written_as_name(reading, at)))


def _tail(reading: Reading, part: range) -> Iterator[int]:
    """What stands behind the claim: "no cap", "or am i talking rubbish", "obvs"."""
    if _has(reading, part, _POINTING) or any(_senses(reading, at) & DOMAIN for at in part):
        return
    first = next((at for at in part if _has(reading, (at,), of_truths.ANSWERS | _ALTERNATIVE)), part.stop)
    yield from range(first, part.stop)
    said = next((at for at in part if "auxiliary" in _senses(reading, at)), part.stop)
    yield from (at for at in range(part.start, said) if _is_slang(reading, at))


def _is_slang(reading: Reading, at: int) -> bool:
    """Whether a word is no name by its looks and stands in no dictionary: "obvs"."""
    return not (_is_written_as_name(reading, at) or any(map(is_in_dictionary, reading.texts_at[at])))


def _is_written_as_name(reading: Reading, at: int) -> bool:
    """Whether a word is capitalised for no other reason than that it is a name."""
    return reading.words[at].quoted or (reading.words[at].capital and not STOP.search(reading.between(at)))


def _verbs(reading: Reading, part: range) -> Iterator[int]:
    """What ties a name to what is said of it, where nothing is said to happen: "Footloose sits fifth"."""
    for at in part[1:-1]:
        word = reading.words[at]
        if _has(reading, (at,), WHILE):
            return
        if at - 1 in reading.named_positions and word.folded.endswith(("s", "ed")):
            yield from () if word.capital else (at,)


def _opens(reading: Reading, at: int) -> bool:
    return bool(_senses(reading, at) & {"claim", "auxiliary"}) or _has(reading, (at,), _OPENING)


def _senses(reading: Reading, at: int) -> frozenset[str]:
    return frozenset(sense for text in reading.texts_at[at] for sense in asking_words().get(text, _NONE))


def _has(reading: Reading, part: Collection[int], wanted: frozenset[str]) -> bool:
    return any(text in wanted for at in part for text in reading.texts_at[at])


def is_asking(text: str) -> bool:
    """Whether a word is one by which questions about montages are asked, in any form: "saying", "confirmed"."""
    return bool(_asking_stems().get(stem(text), _NONE) - _ABROAD) or text in of_truths.ANSWERS


def may_describe(text: str) -> bool:
    """Whether a word of asking also says what happens: "trains", "woman"."""
    return bool(_DESCRIBING & _asking_stems().get(stem(text), _NONE))


@cache
def _asking_stems() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, senses in asking_words().items():
        found[stem(word)] = found.get(stem(word), frozenset[str]()) | senses
    return found
