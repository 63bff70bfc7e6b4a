"""What a yes/no question asserts, part by part: which song, person, year, place, film or scene it says is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bot.knowledge.expressions import expression
from bot.knowledge.model import Film, Montage
from bot.knowledge.names import folded
from bot.language.claimed_names import people_said, songs_said, strangers
from bot.language.claiming import WHILE, claim_said, is_asking
from bot.language.lexicon import asking_words, towns
from bot.language.mentions import Mention
from bot.language.names import NameKind
from bot.language.naming import people_of
from bot.language.numbers import years
from bot.language.once import once
from bot.language.places import place_asked
from bot.language.question import Claim
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex, stems_of
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.unexplained import Unexplained
from bot.language.wording import of_truths
from bot.language.wording.of_things import DIRECTOR, PERFORMER, SONG

_RANKED = expression(
    r"\b(?:on|in|mak(?:es?|ing)|made) (?:\w+ ){0,4}(?:list|ranking|countdown|top \d+|article)\b"
    r"|\b(?:in|of|among(?:st)?) (?:the|your|those|these) (?:six|6)\b"
)
#: What a sentence about a mistake says is not so.
_DENIAL = expression(r"\b(?:not|no|never) ([^,;.:]+)")
_NEGATIONS = frozenset("isnt wasnt arent werent doesnt didnt hasnt".split())
_DENIABLE = frozenset("is was are were does did has".split())
_TAGS = frozenset("i you we it that this he she they there".split())
#: A word rarer than this (as BM25 counts rarity) tells one scene from another.
TELLS_A_SCENE = 3.5
_MAKES = r"s[aiu]ng(?:s|ing)?|perform\w*|vocals?|record\w*|compos\w*|wr[io]t\w+"
_SINGS = expression(rf"\b(?:{_MAKES}|by)\b")
_IS_VOICE = expression(r"\b(?:s[aiu]ng(?:s|ing|ers?)?|vocals?|vocalist|voice)\b")
_PERFORMS = expression(rf"\b(?:{_MAKES}|song|track|music|play\w*)\b")


@once
def is_put(reading: Reading) -> bool:
    """Whether a claim is put in any clause by the way it is asked."""
    return any(map(of_truths.CHECK.search, reading.clauses))


def claim_of(reading: Reading, films: Sequence[Film], montages: Sequence[Montage], scenes: SceneIndex) -> Claim:
    """The claim of a yes/no question about some films, given the montages it may be about, likeliest first."""
    said, claimed = reading.said, claim_said(reading)
    odd = Unexplained(reading, montages, scenes)
    setting = _town(reading) or of_truths.setting(reading.plain)
    directs = _directs(reading)
    songs = _each_once(meaning.target for meaning in reading.songs)
    if not songs or of_truths.BOTH.search(said):
        songs = _each_once((*songs, *songs_said(reading, montages)))
    people = _people(reading, {film.id for film in films})
    people = people or (() if directs else _each_once(people_said(reading, montages)))
    stranger = strangers(reading, montages, directs=directs) if _makes(said, directs=directs) and not people else ""
    unheard = () if people or songs or stranger else tuple(_unheard(reading, odd))
    told = {*stranger.split(), *setting.split()}
    rest = [at for at in odd.positions if at not in unheard and reading.words[at].folded not in told]
    return Claim(
        songs=songs,
        people=people,
        years=_years(reading),
        rank=place_asked(said),
        films=tuple(film.id for film in films),
        characters=tuple(_characters(reading, odd, {film.id for film in films})),
        setting=setting,
        denied=_denied(reading, montages[:1], scenes),
        stranger=stranger,
        unheard=odd.text(unheard),
        unexplained=odd.text(rest) or (claimed if _is_beyond_us(claimed) else ""),
        directs=directs,
        performs=bool(_PERFORMS.search(said)),
        sings=bool(_IS_VOICE.search(said)),
        negated=_is_negated(reading),
        ranked=bool(_RANKED.search(said)),
        described=odd.describes or bool(reading.mentions_of(NameKind.MONTAGE)),
        one_scene=not films,
    )


def _is_negated(reading: Reading) -> bool:
    """Whether something named is said not to be so; "isn't it?" and "isn't that Layla?" say nothing of the kind."""
    words, named = reading.words, reading.named_positions
    happening = next((at for at, word in enumerate(words) if word.folded in WHILE), len(words))
    said = [*pairwise(word for at, word in enumerate(words[:happening]) if min(named, default=at) <= at not in named)]
    denied = any(word.folded in _NEGATIONS and behind.folded not in _TAGS for word, behind in said)
    return denied or any(word.folded in _DENIABLE and behind.folded == "not" for word, behind in said)


def _town(reading: Reading) -> str:
    """The town that a scene is said to be in; one that is part of a title is none."""
    titles = reading.mentions_of(NameKind.FILM, NameKind.SONG)
    titled = frozenset(at for mention in titles for at in range(mention.start, mention.end))
    said = f" {' '.join(token.text for token in reading.tokens if token.position not in titled)} "
    return next((town for town in towns() if f" in {town} " in said), "") if " in " in said else ""


def _directs(reading: Reading) -> bool:
    """Whether somebody is said to have directed the film: in words, or as one who is known for nothing else."""
    if DIRECTOR.search(reading.said):
        return not PERFORMER.search(reading.said)
    only = reading.named(NameKind.DIRECTOR) and not reading.named(NameKind.ARTIST)
    return bool(only) and not (reading.songs or _PERFORMS.search(reading.said))


def _is_beyond_us(claimed: str) -> bool:
    """Whether it is claimed what a song or person is like, or that a character sings: of that nothing is known."""
    return bool(of_truths.quality(claimed))


def _makes(said: str, *, directs: bool) -> bool:
    """Whether somebody is said to have directed the film, or to sing or have made the music."""
    return directs or _SINGS.search(said) is not None


def _each_once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _people(reading: Reading, films: set[str]) -> tuple[str, ...]:
    """Performers and directors named; a name that is one of these films is a person only behind "by"."""
    kinds = (NameKind.ARTIST, NameKind.DIRECTOR)
    named = [each for each in reading.mentions_of(*kinds) if not _is_a_film(each, films) or _is_by(reading, each)]
    return _each_once(meaning.target for kind in kinds for each in named for meaning in each.of(kind))


def _is_a_film(mention: Mention, films: set[str]) -> bool:
    return any(meaning.target in films for meaning in mention.of(NameKind.FILM))


def _is_by(reading: Reading, mention: Mention) -> bool:
    return mention.start > 0 and "by" in reading.texts_at[mention.start - 1]


def _years(reading: Reading) -> tuple[int, ...]:
    """The years claimed; one right behind a title in the midst of a claim says which film: "is it in Casino (1995)"."""
    films = reading.mentions_of(NameKind.FILM)
    behind = frozenset(mention.end for mention in films if mention.start > 1)
    within = " ".join(reading.words[mention.end - 1].folded for mention in films if mention.start <= 1)
    return years(f"{within} {reading.said_without(behind)}")


def _characters(reading: Reading, odd: Unexplained, films: set[str]) -> Iterator[str]:
    """Characters that are named as nothing else: not as one of these films, nor as part of an unknown name."""
    others = (NameKind.SONG, NameKind.MONTAGE, NameKind.ARTIST)
    for mention in reading.mentions_of(NameKind.CHARACTER):
        is_film = _is_a_film(mention, films)
        is_part = odd.is_at(mention.start - 1) or odd.is_at(mention.end)
        if not (is_film or is_part or any(mention.of(kind) for kind in others)):
            yield from (meaning.target for meaning in mention.of(NameKind.CHARACTER))


def _unheard(reading: Reading, odd: Unexplained) -> Iterator[int]:
    """A song nobody here has heard of: what is quoted, else the odd words where music is talked of."""
    quoted = [at for at in odd.positions if reading.words[at].quoted]
    if quoted:
        yield from quoted
    elif SONG.search(reading.said) or of_truths.PLAYS.search(reading.said):
        yield from (at for at in odd.positions if not odd.within_scene(at))


def _denied(reading: Reading, montages: Sequence[Montage], scenes: SceneIndex) -> str:
    """What is known of a mistake the question makes: "over the wax-on training", where the song is not."""
    for montage in montages:
        told = (*montage.entry.scene, montage.entry.description, *_own_names(montage))
        seen = set(stems_of(told)) if montage.entry.confusions else set[str]()
        for confusion in montage.entry.confusions:
            if _denies(confusion.sentence, reading, seen, scenes):
                return confusion.sentence
    return ""


def _own_names(montage: Montage) -> Iterator[str]:
    """What is truly in a montage by name: to say so is no mistake, whatever else a sentence about one says."""
    yield from (montage.film.title, *montage.film.directors)
    for song in montage.songs:
        yield from (song.title, *people_of(song))


def _denies(sentence: str, reading: Reading, seen: set[str], scenes: SceneIndex) -> bool:
    denials = _DENIAL.findall(sentence)
    quality = of_truths.quality(claim_said(reading))
    if quality and any(of_truths.quality(folded(clause)) == quality for clause in denials):
        return True
    if quality == of_truths.MADE_FOR_IT and of_truths.MADE_FOR_ANOTHER.search(sentence):
        return True
    return any(_is_contradicted(clause, reading, seen, scenes) for clause in denials)


def _is_contradicted(clause: str, reading: Reading, seen: set[str], scenes: SceneIndex) -> bool:
    """Whether the question says what a denial denies: a telling word or name in it; the kind if it says no more."""
    telling = [word for word in folded(clause).split() if word not in EMPTY_WORDS]
    said = [word for word in telling if stem(word) in reading.left and stem(word) not in seen]
    if all(is_asking(word) for word in telling):
        return any("kind" in asking_words().get(word, frozenset[str]()) for word in said)
    names = {folded(word) for word in clause.split() if word[0].isupper()}
    return any(word in names or scenes.rarity(stem(word)) > TELLS_A_SCENE for word in said)
