"""What a question limits a list to that no filter can express: "in space", "by somebody unheard of", "the longest"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from bot.knowledge.expressions import expression
from bot.language.kinds_said import positions_of
from bot.language.lexicon import asking_words, is_in_dictionary
from bot.language.names import NameKind
from bot.language.numbers import is_number
from bot.language.once import once
from bot.language.places import is_explained
from bot.language.reading import REACH, Reading
from bot.language.stems import EMPTY_WORDS, telling
from bot.language.wording.of_lists import OPINION

#: Where something is ranked: words before it say which list is meant.
LISTS = frozenset("list lists ranking rankings countdown leaderboard chart charts consensus".split())
#: What is listed, and the places of it: a restriction stands behind one of these.
_HEADS = LISTS | frozenset(
    (
        "montage montages scene scenes sequence sequences ones films movies songs tracks number place "
        "position spot rank article first second third fourth fifth sixth 1st 2nd 3rd 4th 5th 6th"
    ).split()
)
_LINKS = frozenset("in with of about by from on featuring starring using among under during around without at".split())
#: No filter knows what montages are without.
_DENYING = frozenset("without no not".split())
#: What follows one of these is whom it is for, or when.
_REASONS = frozenset("for to as into onto".split())
#: A clause begins: what follows restricts nothing, or describes a scene.
_CLAUSE = frozenset(
    (
        "which whom who whose that where when while what how is are was were do does did have has had can could would "
        "will should shall may might i you we they he she it please and or but if because so than"
    ).split()
)
#: Words for where we keep things and for the world of films at large: "in your catalogue", "in movie history".
_ANYWHERE = frozenset(
    (
        "catalogue catalog database collection archive library bot history cinema cinematic hollywood screen general "
        "total stock offer record earth world question db time"
    ).split()
)
_DOES = frozenset("does did do has".split())
#: What somebody does who makes a ranking.
_RANKS = frozenset("put puts rank ranks place places placed ranked name names list lists give gives have".split())
#: Whoever made the lists we have.
_WRITERS = frozenset("writer author wakeman editor editors journalist magazine site website blog".split())
_NOT_A_SUPERLATIVE = frozenset("forest honest interest earnest priest".split())
_OF_TIME = frozenset("oldest newest earliest latest recent".split())
_MOST = expression(r"\b(?:most|least) (?!of\b|montages\b)(\w+)\b")
_MONTAGE = expression(r"\b(?:montages?|ones?|sequences?|xmontage|scenes?)\b")


_OF_PEOPLE = frozenset({"person"})
_ANYBODY = frozenset("people somebody someone everybody everyone characters".split())


class Restriction(Struct, frozen=True):
    """Words that limit a list by something no filter knows, and where they stand."""

    text: str = ""
    positions: frozenset[int] = frozenset()


NO_RESTRICTION = Restriction()


@once
def restriction_of(
    reading: Reading, known: frozenset[str] = frozenset(), *, heads: frozenset[str] = _HEADS
) -> Restriction:
    """The first restriction that no filter knows; `known` are words by which the published lists are known.

    A list that is named is limited by nothing that is said of it: "Empire's list of inspiring montages".
    """
    heads = heads - LISTS if reading.mentions_of(NameKind.LIST) else heads
    for at, token in enumerate(reading.tokens):
        if token.position in reading.named_positions:
            continue
        found = _counted(reading, at, known)
        if token.text in heads:
            found = [*found, *_before(reading, at, known), *_behind(reading, at, known)]
        if found:
            return Restriction(" ".join(_typed(reading, found)), frozenset(found))
    return NO_RESTRICTION


def stranger_of(reading: Reading, known: frozenset[str] = frozenset()) -> Restriction:
    """Who is said to rank, when it is nobody whose list we have: "which does Rolling Stone put third"."""
    for at, token in enumerate(reading.tokens):
        if token.text in _DOES or (token.text == "to" and at and reading.tokens[at - 1].text == "according"):
            who = [*takewhile(lambda each: _names_somebody(reading, each), range(at + 1, len(reading.tokens)))]
            verb = reading.tokens[who[-1] + 1].text if who and who[-1] + 1 < len(reading.tokens) else ""
            ranks = token.text == "to" or verb in _RANKS
            told = any(reading.tokens[each].text not in EMPTY_WORDS for each in who)
            if told and ranks and not any(_has_a_list(reading, each, known) for each in who):
                positions = [reading.tokens[each].position for each in who]
                return Restriction(" ".join(["by", *_typed(reading, positions)]), frozenset(positions))
    return NO_RESTRICTION


def _names_somebody(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return reading.words[token.position].opens and token.text not in _CLAUSE | _RANKS | _REASONS | _LINKS


def _has_a_list(reading: Reading, at: int, known: frozenset[str]) -> bool:
    """Whether a word is of somebody who ranks here, or of what is ranked."""
    token = reading.tokens[at]
    names = [each for each in reading.mentions if token.position in range(each.start, each.end)]
    if names:
        return not all(each.of(NameKind.ARTIST) or each.of(NameKind.ABSENT) for each in names)
    return len(token.text) > 3 and (is_explained(token.text) or token.text in known or token.text in _WRITERS)


def telling_of(reading: Reading, limits: Restriction) -> list[str]:
    """The stems of the words of a restriction that tell something."""
    told = [text for at in sorted(limits.positions) for text in reading.texts_at[at] if text not in _LINKS]
    return telling(told)


def without_link(text: str) -> str:
    """A restriction without the words that link it: "Queen" of "set to Queen"."""
    words = text.split()
    while words and words[0].casefold() in _LINKS | _REASONS | {"set"}:
        words = words[1:]
    return " ".join(words)


def superlative_of(said: str, known: frozenset[str] = frozenset()) -> str:
    """The superlative by which one montage is asked for, when no list goes by it: "longest", "most expensive"."""
    if not _MONTAGE.search(said):
        return ""
    if found := _MOST.search(said):
        return "" if found[1] in OPINION | _OF_TIME | known else found[0]
    said_of = (word for word in said.split() if _is_superlative(word))
    return next((word for word in said_of if word not in OPINION | _OF_TIME | known), "")


def _is_superlative(word: str) -> bool:
    if not word.endswith("est") or word in _NOT_A_SUPERLATIVE or asking_words().get(word):
        return False
    root = word[:-3]
    return any(map(is_in_dictionary, (root, f"{root}e", root[:-1], f"{root[:-1]}y"))) and len(root) > 2


def _behind(reading: Reading, head: int, known: frozenset[str]) -> Iterator[int]:
    """Positions of the phrases behind a head ("in space", "with horses") that say something nobody knows."""
    phrase: list[int] = []
    kinds = positions_of(reading)
    for at in range(head + 1, len(reading.tokens)):
        token = reading.tokens[at]
        told = at == head + 1 and token.text.endswith("ed") and not _is_known(reading, at, known)
        linked = told or (token.text in _LINKS and token.position not in kinds) or _is_set_to(reading, at)
        if linked or _ends(reading, at):
            yield from _unknown(reading, phrase, known)
            phrase = []
        if _ends(reading, at) or not (linked or phrase or _is_known(reading, at, known)):
            return
        phrase = [*phrase, at] if phrase or linked else []
    yield from _unknown(reading, phrase, known)


def _ends(reading: Reading, at: int) -> bool:
    """Whether a word begins something else: after punctuation, in a new clause, or whom it is for."""
    token = reading.tokens[at]
    reason = token.text in _REASONS and not _is_set_to(reading, at)
    return reason or not reading.words[token.position].opens or token.text in _CLAUSE


def _is_set_to(reading: Reading, at: int) -> bool:
    """ "Montages set to Queen": what is heard, not whom they are for."""
    return reading.tokens[at].text == "to" and reading.tokens[at - 1].text == "set"


def _before(reading: Reading, head: int, known: frozenset[str]) -> Iterator[int]:
    """Positions of the words that say which list is meant, when it is none of ours: "the shopping list"."""
    if reading.tokens[head].text not in LISTS:
        return
    first = head
    while first and _qualifies(reading, first):
        first -= 1
    mine = next((at for at in range(max(0, head - REACH), head) if reading.tokens[at].text == "my"), None)
    if mine is not None:
        yield from (reading.tokens[at].position for at in range(mine, head))
    else:
        yield from (reading.tokens[at].position for at in range(first, head) if not _is_known(reading, at, known))


def _counted(reading: Reading, top: int, known: frozenset[str]) -> list[int]:
    """Positions of what the best are asked of, when it is nothing of ours: "the top 5 pizza places"."""
    tokens, first = reading.tokens, top + 2
    if tokens[top].text not in OPINION or not all(is_number(each.text) for each in tokens[top + 1 : first]):
        return []
    phrase = [
        *takewhile(lambda at: not _ends(reading, at) and tokens[at].text not in _LINKS, range(first, len(tokens)))
    ]
    return [] if all(_is_known(reading, at, known) for at in phrase) else [tokens[at].position for at in phrase]


def _qualifies(reading: Reading, at: int) -> bool:
    """Whether the word before this one belongs to it as "shopping" to "list"."""
    before = reading.tokens[at - 1].text
    joined = reading.words[reading.tokens[at].position].opens
    return joined and before not in _LINKS | _CLAUSE | _REASONS and not (is_explained(before) and len(before) < 4)


def _unknown(reading: Reading, phrase: Sequence[int], known: frozenset[str]) -> list[int]:
    """The positions of a phrase, when it has words that nothing explains, or denies something."""
    denies = any(
        reading.tokens[at].text in _DENYING and reading.tokens[at].position not in reading.named_positions
        for at in phrase
    )
    somebody = reading.mentions_of(NameKind.CHARACTER)
    of_somebody = any(reading.tokens[at].position in range(each.start, each.end) for at in phrase for each in somebody)
    explained = of_somebody or (all(_is_known(reading, at, known) for at in phrase[1:]) and not denies)
    return [] if explained else [reading.tokens[at].position for at in phrase]


def _is_known(reading: Reading, at: int, known: frozenset[str]) -> bool:
    token = reading.tokens[at]
    if token.position in positions_of(reading) or _is_of_a_kind(reading, at):
        return True
    if token.position in reading.named_positions:
        return not any(token.position in range(each.start, each.end) for each in reading.mentions_of(NameKind.ABSENT))
    if reading.language != "en" and token.text == reading.words[token.position].folded:
        return True  # not translated: it tells nothing here
    senses = asking_words().get(token.text, frozenset[str]())
    people = bool(senses) and senses <= _OF_PEOPLE
    said = {token.text, token.text.removesuffix("s") or token.text}  # "the article's list"
    return not people and any(is_explained(word) or word in _ANYWHERE or word in known for word in said)


def _is_of_a_kind(reading: Reading, at: int) -> bool:
    """Whether "people" are no limit but part of what names a kind: "of people falling in love"."""
    behind = reading.tokens[at + 1].position if at + 1 < len(reading.tokens) else None
    return reading.tokens[at].text in _ANYBODY and behind in positions_of(reading)


def _typed(reading: Reading, positions: Sequence[int]) -> list[str]:
    return [reading.words[at].raw for at in dict.fromkeys(positions)]
