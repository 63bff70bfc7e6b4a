"""What a yes/no question asserts: which song, person, year, place or film it says is so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.model import Film, Montage
from bot.language.fold import fold, name_key, words
from bot.language.names import NameKind
from bot.language.naming import people_of
from bot.language.numbers import years
from bot.language.places import place_asked
from bot.language.question import Claim
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex, stems_of
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.wording.of_things import DIRECTOR, PERFORMER, SONG

_RANKED = re.compile(
    r"\b(?:on|in|make|makes|made|making) (?:the |that |your |this )?(?:\w+ ){0,3}(?:list|ranking|"
    r"countdown|top \d+|article)\b"
)
#: A performer or maker is claimed, whoever it is.
_BY = re.compile(r"\bby (?!x(?:song|film|artist|person))((?:\w+ ?){1,3})")
_DOES_SING = re.compile(
    r"\b(?:does|did|is it|was it|has) ((?:\w+ ){1,3}?)(?:who |that )?(?:sings?|sang|singing|perform\w*)\b"
)
_TITLE = re.compile(
    r"\b(?:song|track|music|tune)\b.*\b(?:is|was|called) (\w+(?: \w+){0,3}?)(?: right| true| correct| is "
    r"it not| yes| innit)*$"
)
#: What a sentence about a mistake says is not so.
_DENIAL = re.compile(r"\bnot (?:a |an |the |over |in |during )([^,;.]+)")
#: A word rarer than this (as BM25 counts rarity) tells one scene from another.
TELLS_A_SCENE = 3.5
_SINGS = re.compile(r"\b(?:sing|sings|sang|sung|singing|perform\w*|vocals?|record\w*)\b")
_PERFORMS = re.compile(
    r"\b(?:sing|sings|sang|sung|singing|perform\w*|song|track|music|vocals?|record\w*|compos\w*|play\w*)\b"
)
#: Words of assertion and doubt, which name nothing themselves.
_ASSERTING = frozenset(
    (
        "true false right wrong correct really actually confirm settle bet believe told heard thought sure "
        "certain claim claims insist insists swear swears reckon think thinks says said friend brother sister "
        "colleague mate dad mum teacher quizmaster quiz argument debate someone anyone people internet wrote "
        "written writes write sung sings sing singing sang singer perform performed performs artist band "
        "composer composed composes director directed directs direct direction release released come came "
        "year accompany accompanied accompanies set use original version cover recording record recorded "
        "number rank list place article countdown ranking top film movie training montage scene opening "
        "ending beginning sequence credits hear playing isn it's song music track tune theme score soundtrack "
        "part cue instrumental lad yep yeah nope nah maybe tell ask wonder wondering convinced maintain "
        "always same different first second third one two three film's contain contains feature features "
        "include includes belong belongs pretty fairly settled question fact know knows remember correctly "
        "mistaken famous main yes no or innit that's he's she's sound sounds behind during while when kind "
        "guess bloody honestly god"
    ).split()
)


def claim_of(reading: Reading, films: Sequence[Film], montages: Sequence[Montage], scenes: SceneIndex) -> Claim:
    """The claim of a yes/no question about some films, given the montages it is most likely about."""
    songs = tuple(meaning.target for meaning in reading.songs)
    people = tuple(
        dict.fromkeys(
            meaning.target for kind in (NameKind.ARTIST, NameKind.DIRECTOR) for meaning in reading.named(kind)
        )
    )
    named = years(reading.said)
    odd = _odd_words(reading, montages, scenes)
    performs = bool(_SINGS.search(reading.said)) and not people
    directs = bool(DIRECTOR.search(reading.said)) and not PERFORMER.search(reading.said)
    unheard = (
        (_director_claimed(reading, montages) if directs and not people else "")
        or _performer_claimed(reading.said, odd, montages)
        or (_stranger(reading, montages) if performs else "")
        or (_title_claimed(reading.said, odd) if not songs else "")
        or ("" if songs or people or named else _unheard(reading, odd))
    )
    return Claim(
        songs=songs,
        people=people,
        years=named,
        rank=place_asked(reading.said),
        films=tuple(film.id for film in films),
        denied=_is_denied(reading, montages, scenes),
        unheard=unheard,
        directs=directs,
        performs=bool(_PERFORMS.search(reading.said)),
        ranked=bool(_RANKED.search(reading.said)),
    )


def _names_of(montage: Montage) -> Iterator[str]:
    """The words of the names on a montage's card: none of them is unheard of."""
    film = montage.film
    for text in (
        film.title,
        *film.directors,
        *film.names,
        *(each for song in montage.songs for each in (song.title, *song.names, *people_of(song))),
    ):
        yield from (word.folded for word in words(text))


def _odd_words(reading: Reading, montages: Sequence[Montage], scenes: SceneIndex) -> tuple[str, ...]:
    """The words that neither name nor describe anything of the montages."""
    taken = reading.named_positions
    known = {word for montage in montages for word in _names_of(montage)}
    return tuple(
        token.text
        for token in reading.tokens
        if token.position not in taken
        and token.text not in EMPTY_WORDS
        and not token.text.isdigit()
        and token.text not in _ASSERTING
        and token.text not in known
        and not any(scenes.says(montage.id, stem(token.text)) for montage in montages)
    )


def _director_claimed(reading: Reading, montages: Sequence[Montage]) -> str:
    """Whoever is said to have directed the film, when nobody of that name did: "did Bill Murray direct Stripes?"."""
    taken = reading.named_positions
    directors = {word for montage in montages for each in montage.film.directors for word in name_key(each)}
    odd = [
        token
        for token in reading.tokens
        if token.position not in taken and token.text not in EMPTY_WORDS | _ASSERTING and not token.text.isdigit()
    ]
    is_name = len(odd) > 1 or any(reading.words[token.position].capital for token in odd)
    said = [token.text for token in odd]
    return " ".join(said) if is_name and directors.isdisjoint(said) else ""


def _performer_claimed(said: str, odd: Sequence[str], montages: Sequence[Montage]) -> str:
    """Whoever is said to sing or to have made it, when nobody of that name did: "does Pavarotti sing in it?"."""
    if found := _DOES_SING.search(said):
        known = {
            word
            for montage in montages
            for song in montage.songs
            for each in people_of(song)
            for word in name_key(each)
        }
        singers = [word for word in found[1].split() if word not in EMPTY_WORDS and not word.startswith("x")]
        if singers and known.isdisjoint(singers):
            return " ".join(singers)
    found = _BY.search(said)
    claimed = found[1] if found else ""
    return claimed if any(word in odd for word in claimed.split()) else ""


def _stranger(reading: Reading, montages: Sequence[Montage]) -> str:
    """Somebody's name, capitalised and of two words or more, that is neither performer nor part of the montage."""
    named = reading.named_positions
    known = {
        word
        for montage in montages
        for word in (
            *_names_of(montage),
            *fold(" ".join((*montage.entry.characters, montage.entry.setting or ""))).split(),
        )
    }
    run: list[str] = []
    for position, word in enumerate(reading.words):
        if (
            word.capital
            and word.opens
            and position
            and position not in named
            and word.folded not in known
            and word.folded not in EMPTY_WORDS
        ):
            run.append(word.raw)
        elif len(run) > 1:
            break
        else:
            run = []
    return " ".join(run) if len(run) > 1 else ""


def _is_denied(reading: Reading, montages: Sequence[Montage], scenes: SceneIndex) -> bool:
    """Whether the question describes what a known mistake does: "over the wax-on training", where the song is not."""
    seen = {word for montage in montages for word in stems_of((*montage.entry.scene, montage.entry.description))}
    denied = {
        stem(word)
        for montage in montages
        for confusion in montage.entry.confusions
        for clause in _DENIAL.findall(confusion.sentence)
        for word in fold(clause).split()
    }
    return any(scenes.rarity(word) > TELLS_A_SCENE for word in denied.intersection(reading.left) - seen)


def _title_claimed(said: str, odd: Sequence[str]) -> str:
    """What the song is said to be, when no song of that name is known: "the song there is Nobody's Tune, right?"."""
    found = _TITLE.search(said)
    return (
        found[1]
        if found
        and all(word in odd or word in EMPTY_WORDS for word in found[1].split())
        and any(word in odd for word in found[1].split())
        else ""
    )


def _unheard(reading: Reading, odd: Sequence[str]) -> str:
    """A song or singer nobody here has heard of: what is quoted, else the odd words where music is talked of."""
    named = [word for mention in reading.mentions for word in reading.words[mention.start : mention.end]]
    quoted = [word for word in reading.words if word.quoted]
    if quoted and not any(word in quoted for word in named):
        return " ".join(word.raw for word in quoted)
    if not (SONG.search(reading.said) or PERFORMER.search(reading.said) or DIRECTOR.search(reading.said)):
        return ""
    return " ".join(odd)
