"""Questions made of the catalogue, where it is known what is right: half of them ask what nobody recorded.

A catalogue with some of its montages and cues left out is asked about those. A cue that was left out of a montage it
has is another person's way to describe it; one of a montage it has no more is a scene that nothing is known of.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bot.answers.answer import Outcome
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage, Song
from tests.questions.scoring import Expect, Item, Turn

FILE = Path(__file__).with_suffix(".tsv")
SEED = 1984
#: Cues that each montage is left without, to ask for it by them.
LEFT_OUT = 3
UNKNOWN: Expect = {"outcome": [Outcome.UNKNOWN.value]}
#: Sources of questions whose words are used in fitting, and of those whose words are kept to judge by.
MADE, JUDGED = "made", "judged"
#: How many questions are typed in small letters.
LOWER = 0.5
#: How many cues of montages are asked for that are their film's only one.
OF_ONE = 0.3
#: Cues and lines of each montage left out that are asked for.
OF_GONE = 5
#: Films that each attribute is asked of, and how many are asked for what is recorded.
FILMS_EACH, RECORDED = 3, 100
Made = tuple[str, str, str, Expect]


@dataclass(frozen=True, slots=True)
class Cut:
    """A catalogue of which something was left out, and what."""

    catalogue: Catalogue
    cues: tuple[tuple[Montage, str], ...]  # of montages it has
    gone: tuple[Montage, ...]  # montages it has no more, of films it has


def cuts(catalogue: Catalogue) -> Iterator[Cut]:
    """Two catalogues that have one montage of every film: the first of each, and the last."""
    for at in (0, -1):
        chance = random.Random(SEED + at)  # noqa: S311 - makes questions, guards nothing
        kept = [catalogue.montages_of(film)[at] for film in catalogue.films]
        out = {each.id: chance.sample(each.entry.cues, min(LEFT_OUT, len(each.entry.cues))) for each in kept}
        yield Cut(
            Catalogue([_without(each, out[each.id]) for each in kept], catalogue.lists),
            tuple((each, cue) for each in kept for cue in out[each.id]),
            tuple(each for film in catalogue.films for each in catalogue.montages_of(film) if each not in kept),
        )


def _without(montage: Montage, cues: Sequence[str]) -> Montage:
    entry = msgspec.structs.replace(montage.entry, cues=tuple(cue for cue in montage.entry.cues if cue not in cues))
    return msgspec.structs.replace(montage, entry=entry)


def made(cut: Cut) -> Iterator[tuple[str, Item]]:
    """Questions to ask of a cut catalogue, each with the source it counts as."""
    chance = random.Random(SEED)  # noqa: S311 - makes questions, guards nothing
    ways = _ways()
    for ask in (_scenes, _songs, _mistakes, _attributes):
        for source, category, text, expect in ask(cut, ways, chance):
            shown = text.lower() if chance.random() < LOWER else text
            yield source, Item(category, (Turn(shown, expect),))


def _ways() -> Mapping[str, Sequence[str]]:
    """Ways to ask, and what nobody recorded, by what they are about."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, list[str]] = {}
    for about, way in rows:
        found.setdefault(about, []).append(way)
    return found


def _scenes(cut: Cut, ways: Mapping[str, Sequence[str]], chance: random.Random) -> Iterator[Made]:
    """Cues of montages there are, and of those there are no more."""
    films = {montage.film.id for montage in cut.gone}
    for montage, cue in cut.cues:
        if montage.film.id in films or chance.random() < OF_ONE:
            text = chance.choice(ways["scene"]).format(film=montage.film.title, cue=cue)
            yield f"{MADE}: a scene", "song_of_montage", text, _answer(montage)
    for montage in cut.gone:
        for cue in chance.sample([*montage.entry.cues, *montage.entry.scene], OF_GONE):
            text = chance.choice(ways["scene"]).format(film=montage.film.title, cue=cue)
            yield f"{MADE}: another scene", "song_of_montage", text, UNKNOWN


def _songs(cut: Cut, ways: Mapping[str, Sequence[str]], chance: random.Random) -> Iterator[Made]:
    """Songs said to be in films, and songs alone: those that are known, and those that no longer are."""
    known = {song.title for montage in cut.catalogue.montages for song in montage.songs}
    lost = [(montage, song) for montage in cut.gone for song in montage.songs if song.title not in known]
    for montage, song in lost:
        alone = chance.choice(ways["song alone"]).format(song=song.title, artist=song.artist)
        others = (montage, chance.choice(cut.catalogue.montages))
        said = (chance.choice(ways["song"]).format(film=each.film.title, song=song.title) for each in others)
        for text in (*said, alone):
            yield f"{MADE}: another song", "describe", text, UNKNOWN
    for montage in chance.sample(cut.catalogue.montages, 2 * len(lost)):
        song = chance.choice(montage.songs)
        text = chance.choice(ways["song"]).format(film=montage.film.title, song=song.title)
        yield f"{MADE}: a song", "describe", text, _answer(montage)
        text = chance.choice(ways["song alone"]).format(song=song.title, artist=song.artist)
        yield f"{MADE}: a song", "describe", text, _any_of(song)


def _mistakes(cut: Cut, ways: Mapping[str, Sequence[str]], chance: random.Random) -> Iterator[Made]:
    """The song of a film, for all that somebody says it is the one it is often taken for."""
    for montage in cut.catalogue.montages:
        heard = {song.title for song in montage.songs}
        wrong = dict.fromkeys(each.wrong_song for each in montage.entry.confusions if each.wrong_song)
        for song in (each for each in wrong if each not in heard):
            text = chance.choice(ways["mistake"]).format(film=montage.film.title, song=song)
            yield f"{MADE}: a mistake", "song_of_montage", text, _answer(montage)


def _attributes(cut: Cut, ways: Mapping[str, Sequence[str]], chance: random.Random) -> Iterator[Made]:
    """What nobody recorded of films and songs, each other word only to judge by; and what is recorded."""
    for of in ("film", "song"):
        for kind in ("thing", "deed", "measure"):
            for at, what in enumerate(ways[f"{kind} of a {of}"]):
                for montage in chance.sample(cut.catalogue.montages, FILMS_EACH):
                    name = montage.film.title if of == "film" else chance.choice(montage.songs).title
                    text = chance.choice(ways[kind]).format(what=what, of=name)
                    yield f"{MADE if at % 2 else JUDGED}: an attribute", "facts", text, UNKNOWN
    for montage in chance.sample(cut.catalogue.montages, RECORDED):
        text = chance.choice(ways["recorded of a film"]).format(of=montage.film.title)
        yield f"{MADE}: recorded", "facts", text, {"outcome": ["answer"], "films": [montage.film.label]}
        song = chance.choice(montage.songs)
        yield (
            f"{MADE}: recorded",
            "facts",
            chance.choice(ways["recorded of a song"]).format(of=song.title),
            _any_of(song),
        )


def _answer(montage: Montage) -> Expect:
    return {"outcome": ["answer"], "films": [montage.film.label], "any_songs": [song.title for song in montage.songs]}


def _any_of(song: Song) -> Expect:
    return {"outcome": ["answer", "choice"], "any_songs": [song.title]}
