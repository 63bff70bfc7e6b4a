"""Yes/no questions: what they are about and what they claim."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from bot.knowledge.expressions import expression
from bot.knowledge.model import Film
from bot.knowledge.names import folded
from bot.language.candidates import FEWEST_TOLD, LIKELIEST, NONE, Candidates, Finder
from bot.language.claims import claim_of, is_put
from bot.language.fold import name_key
from bot.language.forms.common import alternatives, has_song, ids, montage_ids, senses_of
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.named_lists import NamedLists
from bot.language.forms.two_scenes import two_scenes
from bot.language.lexicon import DOMAIN, asking_words
from bot.language.misplaced import Misplaced, films_of_characters, nicknamed
from bot.language.names import NameKind
from bot.language.question import Claim, Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.titled_songs import as_songs
from bot.language.versions import Named
from bot.language.wording import of_things, of_truths
from bot.language.wording.of_follow_ups import IS_IT_IN

#: Who performs a named song is claimed: the montage with that song is meant.
_BY = expression(r"\bby\b|\b(?:sings?|sang|performs?|performed|recorded)\b")
#: No film of a series is meant more than another.
_ANY_FILM = expression(r"\b(?:an?|any|some) x(?:film|franchise) (?:film|movie|picture|flick|one)\b")
_YEAR = expression(r" \(\d{4}\)$")
#: What words for a part of a film are about.
_PARTS = frozenset({"montage", "bit"})


class _Place(Struct, frozen=True):
    """Where something is said to be: in films of ours, or in one we do not have."""

    films: tuple[Film, ...] = ()
    absent: str = ""


class Truths:
    """Recognises yes/no questions."""

    def __init__(self, finder: Finder, scenes: SceneIndex, lists: NamedLists) -> None:
        self._finder = finder
        self._scenes = scenes
        self._lists = lists
        self._catalogue = finder.catalogue
        self._misplaced = Misplaced(finder.catalogue, scenes)

    def check(self, reading: Reading, named: Named) -> Question | None:
        """A claim about the montage a yes/no question is about; None when it is about nothing known."""
        lists = self._lists.meant(reading)
        if not is_put(reading) or not _is_about_films(reading) or self._lists.held(reading, lists):
            return None
        found = self._claimed(reading, self._lists.beside_title(reading, named, lists) if lists else named)
        of_nothing = lists and found and not (found.films or found.songs or found.characters)
        return self._lists.claimed(found, reading) if found and not of_nothing else None

    def stated(self, reading: Reading, named: Named, *, in_a_sentence: bool) -> Question | None:
        """The same of any other message that says something of a song, scene or film; which it is, is weighed."""
        is_sentence = of_truths.STATES.search(reading.said) is not None
        if is_put(reading) or not reading.mentions or is_sentence is not in_a_sentence:
            return None
        found = self._claimed(reading, named)
        return found if found and found.claim and _states(found.claim, told=in_a_sentence or _tells(reading)) else None

    def _claimed(self, reading: Reading, named: Named) -> Question | None:
        if alternatives(reading) or of_truths.is_open(reading.said, reading.text):
            return None
        reading, named = as_songs(reading, named, self._catalogue)
        place = self._place(reading, named)
        elsewhere = self._elsewhere(reading, place)
        if elsewhere.montages:
            return _asked(reading, place, elsewhere, Claim(films=ids(place.films), absent=place.absent))
        if place.absent:
            return None
        both = len(place.films) == 1 and of_truths.BOTH.search(reading.said)
        if both and (two := two_scenes(self._finder, place.films[0], reading)):
            claim = claim_of(reading, place.films, two.montages, self._scenes)
            return _asked(reading, place, two, replace(claim, one_scene=True, every=True))
        return self._of_subject(reading, place)

    def _of_subject(self, reading: Reading, place: _Place) -> Question | None:
        found = self.subject(reading, Named(place.films))
        if not found.montages:
            return None
        songs = [song.target for song in reading.songs]
        found = self._with_song(found, songs, reading)
        if songs and (scene := self._misplaced.taken_for(found.montages[0], songs, reading)):
            place, found = _Place((scene.film,)), Candidates((scene,))
        claim = claim_of(reading, place.films, found.montages[:LIKELIEST], self._scenes)
        if len(place.films) > 1 and not _asserts(claim):
            return None
        return _asked(reading, place, found, replace(claim, one_scene=_is_one_scene(reading, place, found, claim)))

    def _with_song(self, found: Candidates, songs: Collection[str], reading: Reading) -> Candidates:
        """With the montage first that has the song named, if whatever is said to be seen is seen there as well."""
        seen = {each: near for each in reading.left if (near := self._scenes.nearness(found.montages[0].id, each))}
        for montage in found.montages[1:]:
            all_seen = all(self._scenes.nearness(montage.id, each) >= near for each, near in seen.items())
            if all_seen and has_song(montage, songs):
                return replace(found, montages=(montage, *(each for each in found.montages if each != montage)))
        return found

    def subject(self, reading: Reading, named: Named) -> Candidates:
        """The film's montage its scene words fit, else the song's, else whatever scene is described.

        A song may be known for nothing but that it is thought to be heard there.
        """
        if named.films:
            return self._finder.of_films(named.films, reading, by_song=bool(_BY.search(reading.said)))
        found = self._finder.of_songs([song.target for song in reading.songs], reading)
        if found.montages:
            return found
        if reading.named(NameKind.CHARACTER):
            return self._finder.of_characters(reading)
        found = self._finder.of_scene(tuple(dict.fromkeys(reading.left)))
        if not reading.named(NameKind.ARTIST):
            return found
        told = reading.left_beside(NameKind.ARTIST) if found.montages and found.clear else ()
        seen = {each for each in told if self._scenes.nearness(found.montages[0].id, each)}
        return found if len(seen) >= FEWEST_TOLD else NONE

    def _place(self, reading: Reading, named: Named) -> _Place:
        """The films named as films: not by what a montage of theirs is called, nor by a character's name."""
        if named.lack is Lack.ABSENT_FILM and folded(_YEAR.sub("", named.about)) != of_truths.setting(reading.plain):
            return _Place(absent=named.about)
        titled = {
            meaning.target for mention in reading.mentions_of(NameKind.FILM) for meaning in mention.of(NameKind.FILM)
        }
        by_scene = {montage.film.id for montage in nicknamed(self._catalogue, reading)}
        films = [film for film in named.films if film.id in titled or film.id not in by_scene] or list(named.films)
        if of_truths.BOTH.search(reading.said):
            return _Place(tuple(dict.fromkeys((*films, *films_of_characters(self._catalogue, reading)))))
        films = [film for film in films if not self._is_character(film, films)]
        return _Place(tuple(self._of_any(reading) or films))

    def _of_any(self, reading: Reading) -> tuple[Film, ...]:
        """The film of a series in which a song is heard that is said to be in any of them: "in a Spider-Man film"."""
        songs = {song.target for song in reading.songs}
        if not songs or not _ANY_FILM.search(reading.said):
            return ()
        series = (meaning.target for meaning in reading.named(NameKind.FRANCHISE))
        montages = (montage for name in series for montage in self._catalogue.of_series(name))
        return next(((montage.film,) for montage in montages if has_song(montage, songs)), ())

    def _is_character(self, film: Film, films: Sequence[Film]) -> bool:
        """ "Rocky" in "does Rocky climb a mountain in Rocky IV?"."""
        title = set(name_key(film.title))
        others = (montage for other in films if other != film for montage in self._catalogue.montages_of(other))
        return any(title <= set(name_key(each)) for montage in others for each in montage.entry.characters)

    def _elsewhere(self, reading: Reading, place: _Place) -> Candidates:
        """Where the scene really is, when it is in another film than the one it is said to be in."""
        if place.absent:
            return self._of_absent(place.absent, reading)
        if len(place.films) != 1 or of_truths.setting(reading.plain) or reading.mentions_of(NameKind.LIST):
            return NONE
        by_name = nicknamed(self._catalogue, reading)
        if by_name and all(montage.film not in place.films for montage in by_name):
            return Candidates(tuple(by_name))
        people = reading.mentions_of(NameKind.ARTIST, NameKind.DIRECTOR)
        if reading.songs or people or of_things.SONG.search(reading.said):
            return NONE
        found = self._misplaced.mistaken_for(place.films[0].title, reading)
        if found.montages:
            return found
        found = self._misplaced.in_series(place.films[0], reading)
        return found if found.montages else self._finder.elsewhere(place.films[0], reading)

    def _of_absent(self, absent: str, reading: Reading) -> Candidates:
        """The scene that is said to be in a film we do not have, when what is said of it finds one of ours."""
        found = self._misplaced.mistaken_for(_YEAR.sub("", absent), reading)
        if found.montages:
            return found
        songs = tuple(song.target for song in reading.songs)
        if not songs and not reading.named(NameKind.ARTIST):
            found = self._finder.of_scene(tuple(dict.fromkeys(reading.left)))
            return found if found.clear else NONE
        heard = self._finder.of_songs(songs, reading).montages if songs else self._finder.of_people(reading)
        found = self._finder.among(heard, reading.left, reading)
        told = reading.left_beside(NameKind.FILM, NameKind.ABSENT, NameKind.SONG, NameKind.ARTIST)
        fits = found.montages and any(self._scenes.nearness(found.montages[0].id, each) for each in told)
        return found if fits and found.clear else NONE


def _asked(reading: Reading, place: _Place, found: Candidates, claim: Claim) -> Question:
    return Question(
        reading.text,
        Intent.CHECK,
        montages=montage_ids(found),
        clear=found.clear,
        films=ids(place.films),
        songs=claim.songs,
        people=claim.people,
        claim=claim,
        fit=found.fit,
        lead=found.lead,
        about=place.absent,
    )


def _asserts(claim: Claim) -> bool:
    """Whether anything is said of several films that is said of them each: else they are compared."""
    return bool(claim.songs or claim.people or claim.stranger or claim.unheard or claim.years or claim.denied)


def _tells(reading: Reading) -> bool:
    """Whether enough is told beside names to be a subject: "wong kar wai stuff" says nothing of any stuff."""
    return bool(reading.songs) or len(reading.left_beside(*NameKind)) >= FEWEST_TOLD


def _states(claim: Claim, *, told: bool) -> bool:
    """Whether anything is said of anything: of a name what is known or thought of it, or of a song or somebody."""
    if (claim.films or claim.characters) and (claim.denied or claim.years or claim.rank or claim.setting):
        return True
    beside = (claim.songs, claim.people, claim.films, claim.characters or (claim.described and told))
    return bool(claim.songs or claim.people) and sum(map(bool, beside)) > 1


def _is_one_scene(reading: Reading, place: _Place, found: Candidates, claim: Claim) -> bool:
    """Whether one scene is spoken of rather than the film at large, and it is clear which."""
    by_its_song = of_truths.SONG_SCENE.search(reading.said) is not None
    several = max(len(claim.songs), len(place.films)) > 1 and not by_its_song
    if several or of_truths.BOTH.search(reading.said) or not found.clear or found.by_renown:
        return False
    spoken = claim.described or _is_scene_spoken_of(reading)
    the_song = bool(of_truths.THE_SONG.search(reading.said)) and not claim.unheard
    return by_its_song or spoken or the_song or not place.films and not claim.songs


def _is_scene_spoken_of(reading: Reading) -> bool:
    """Whether a scene or a part of a film is spoken of: "the opening", "ends with", "the titles"."""
    titles = any(token.text == "titles" for token in reading.tokens)
    return titles or bool(reading.mentions_of(NameKind.MONTAGE) or senses_of(reading) & _PARTS)


def _is_about_films(reading: Reading) -> bool:
    """Whether a claim has a subject of ours, as "is it cold outside" has not: a name, or a word for films or music."""
    asked = asking_words()
    return bool(reading.mentions) or any(DOMAIN & asked.get(token.text, frozenset[str]()) for token in reading.tokens)


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "check": (
        "is rocky on the list",
        "did mulan make the list",
    ),
    "stated": ("so it's Donnas who do Take It Off in Dodgeball?",),
    "stated in a label": ("rocky gonna fly now",),
}


def _put(truths: Truths, asked: Asked) -> Question | None:
    """A claim that is put; one that says nothing of "it" is about what was shown before."""
    found = truths.check(asked.reading, asked.named)
    empty = found and found.claim and found.claim.says_nothing
    return None if empty and asked.context.montages and IS_IT_IN.search(asked.reading.plain) else found


def forms(library: Library) -> Forms:
    """Claims: put as a question, stated in a sentence, or in a label."""
    truths = Truths(library.finder, library.scenes, library.lists)
    return (
        Form("check", partial(_put, truths)),
        Form("stated", lambda asked: truths.stated(asked.reading, asked.named, in_a_sentence=True)),
        Form("stated in a label", lambda asked: truths.stated(asked.reading, asked.named, in_a_sentence=False)),
    )
