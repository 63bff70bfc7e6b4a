"""From text to Question: what is asked, about which films, songs, people or scene. Guesses nothing it cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage
from bot.knowledge.selection import Filter
from bot.language import intents, titles
from bot.language.candidates import NONE, Candidates, Cue, Finder
from bot.language.claims import claim_of
from bot.language.compiled import indexes
from bot.language.context import NO_CONTEXT, Context
from bot.language.filters import filter_of, narrowed
from bot.language.follow_ups import FollowUps
from bot.language.lexicon import Lexicon, absent_films
from bot.language.matching import Matcher
from bot.language.names import NameBook, NameKind
from bot.language.naming import song_key
from bot.language.question import Claim, Intent, Lack, Question
from bot.language.reading import Reading, Taker
from bot.language.scenes import SceneIndex
from bot.language.stems import stem
from bot.language.versions import Named, Versions

#: A year or director is asked of a film, seldom of a scene: fewer telling words than this describe none.
FEWEST_FOR_FACTS = 4
PEOPLE = (NameKind.ARTIST, NameKind.DIRECTOR)


class Reader:
    """Reads questions about one catalogue. Built once; holds no state of any conversation."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str] | None = None) -> None:
        self._catalogue = catalogue
        made = indexes(catalogue, lexicon, absent_films() if absent is None else absent, keep=absent is None)
        self.names = NameBook(made.names)
        self.matcher = Matcher(self.names, lexicon)
        self.scenes = SceneIndex([montage.id for montage in catalogue.montages], made.words)
        self._taker = Taker(self.matcher, lexicon)
        self._versions = Versions(catalogue, self.names, self.scenes, lexicon)
        self._finder = Finder(catalogue, self.scenes)
        self._follow_ups = FollowUps(catalogue, self._finder, self.scenes)

    def parse(self, text: str, context: Context = NO_CONTEXT) -> Question:
        """The question a text asks, in the light of what was answered before. Never raises, whatever the text."""
        reading = self._taker.read(text)
        if not reading.words:
            return Question(text, Intent.NOTHING, lack=Lack.NOTHING_SAID)
        named = self._versions.named(reading)
        question = self._follow_ups.understood(reading, named, context) or self._fresh(reading, named)
        return replace(question, text=text, read_as=question.read_as or _read_as(reading, named))

    def _fresh(self, reading: Reading, named: Named) -> Question:
        """A question that stands by itself."""
        said = reading.said
        if not reading.mentions and intents.HELP.search(said):
            return Question(reading.text, Intent.HELP)
        if intents.RANDOM.search(said) and not named.films:
            return Question(reading.text, Intent.RANDOM, chosen=filter_of(reading))
        for ask in (self._lack, self._several, self._placed, self._listing, self._off_topic, self._comparison, self._check, self._ranking, self._thing, self._described):
            if question := ask(reading, named):
                return question
        return Question(reading.text, Intent.NOTHING, lack=Lack.NOT_UNDERSTOOD)

    def _lack(self, reading: Reading, named: Named) -> Question | None:
        said = reading.said
        if intents.OFF_LIMITS.search(said):
            about = [*(film.label for film in named.films), *(f"“{song.label}”" for song in reading.songs)]
            lack = Lack.NOT_OURS_TO_KNOW if about else Lack.OFF_TOPIC
            return Question(reading.text, Intent.NOTHING, lack=lack, films=_ids(named.films), about=about[0] if about else "")
        if named.lack:
            return Question(reading.text, Intent.NOTHING, lack=named.lack, about=named.about)
        return None

    @staticmethod
    def _off_topic(reading: Reading, named: Named) -> Question | None:
        if intents.OFF_TOPIC.search(reading.said) and not (named.films or reading.songs or reading.mentions):
            return Question(reading.text, Intent.NOTHING, lack=Lack.OFF_TOPIC)
        return None

    # what is asked, one kind after the other

    def _several(self, reading: Reading, named: Named) -> Question | None:
        """Several films side by side: the words of a list ("each", "makeover montages") mean these films then."""
        if len(named.films) < 2:
            return None
        if question := self._comparison(reading, named):
            return question
        several = len({film.title for film in named.films}) > 1 and not reading.songs and not intents.CHECK.search(reading.said)
        return self._side_by_side(reading, named) if several and not intents.rank_asked(reading.said) and not intents.PLURAL.search(reading.said) else None

    def _side_by_side(self, reading: Reading, named: Named) -> Question:
        picked = [self._one_of(film, reading) for film in named.films]
        montages = tuple(montage.id for montage in picked if montage)
        aspects = intents.comparison_asked(reading.said)
        return Question(reading.text, Intent.COMPARE, montages=montages, films=_ids(named.films), aspects=aspects)

    def _placed(self, reading: Reading, named: Named) -> Question | None:
        """The place of something named, before its name is taken for a filter."""
        described = intents.rank_asked(reading.said) and self._is_scene_like_rank(reading)
        if not (named.films or reading.songs or described) or self._beside(reading, named) or intents.COUNT.search(reading.said) or (intents.CHECK.search(reading.said) and not self._is_open(reading)):
            return None
        plural = intents.PLURAL.search(reading.said) and not intents.rank_surely_asked(reading.said)
        return None if plural else self._ranking(reading, named)

    def _listing(self, reading: Reading, named: Named) -> Question | None:
        said, chosen = reading.said, filter_of(reading)
        ranked_list = reading.named(NameKind.LIST)
        list_id = ranked_list[0].target if ranked_list else None
        place, top = self._beside(reading, named) or intents.place_asked(said), intents.top_asked(said)
        counting = bool(intents.COUNT.search(said))
        if counting and not named.films or counting and intents.PLURAL.search(said):
            return Question(reading.text, Intent.COUNT, chosen=self._with_series(chosen, reading, named), list_id=list_id, top=top)
        if place and (self._beside(reading, named) or (not named.films and not reading.songs and not self._is_scene_like(reading, chosen.is_empty))):
            return Question(reading.text, Intent.AT_RANK, place=place, list_id=list_id, chosen=chosen)
        plural = bool(intents.PLURAL.search(said))
        if top and not named.films:
            return Question(reading.text, Intent.LIST, top=top, chosen=chosen, list_id=list_id)
        if plural and self._is_scene_like(reading, not re.search(r"\bmontages\b", said)):
            plural = False
        if plural and (wider := self._with_series(chosen, reading, named)) and not wider.is_empty and not reading.songs:
            if not named.films or wider.franchise or intents.LIST.search(said):
                return Question(reading.text, Intent.LIST, chosen=wider, films=_ids(named.films), list_id=list_id)
        if not chosen.is_empty and not named.films and not reading.songs and self._says_nothing_else(reading, chosen):
            return Question(reading.text, Intent.LIST, chosen=self._with_series(chosen, reading, named), list_id=list_id)
        if intents.FULL_RANKING.search(said) and not named.films:
            return Question(reading.text, Intent.LIST, chosen=chosen if plural else filter_of(None), list_id=list_id)
        return None

    def _says_nothing_else(self, reading: Reading, chosen: Filter) -> bool:
        """Whether a question is hardly more than its filter: "what have you got from the 1950s"."""
        dated = chosen.first_year is not None or chosen.last_year is not None
        beside = [word for word in reading.left_beside(*PEOPLE, NameKind.LIST) if not word[0].isdigit() and self.scenes.rarity(word) > 2]
        return dated and not beside and not intents.facts_asked(reading.said)

    def _is_scene_like_rank(self, reading: Reading) -> bool:
        """Whether a place is asked of a scene that is described: "at which number is the one with the puppets?"."""
        if intents.place_asked(reading.said) or intents.top_asked(reading.said) or intents.FULL_RANKING.search(reading.said):
            return False
        return bool(self._finder.of_scene(reading.left).montages) and len(set(reading.left)) > 3

    def _beside(self, reading: Reading, named: Named) -> int | None:
        """The place right after or before a montage named: "which one comes after The Karate Kid?"."""
        step, ranked = intents.beside_asked(reading.said), self._catalogue.default_list
        if step is None or ranked is None or len(named.films) != 1:
            return None
        ranks = [rank for montage in self._catalogue.montages_of(named.films[0]) if (rank := self._catalogue.rank_of(montage, ranked))]
        return ranks[0] + step if ranks and ranks[0] + step > 0 else None

    def _is_scene_like(self, reading: Reading, unfiltered: bool) -> bool:
        """Whether the words describe a scene rather than point into a list ("the last man standing")."""
        if intents.RANK_CONTEXT.search(reading.said):
            return False
        return unfiltered and len([word for word in reading.left if word in self.scenes and self.scenes.rarity(word) > 3]) > 3

    def _with_series(self, chosen: Filter, reading: Reading, named: Named) -> Filter:
        series = reading.named(NameKind.FRANCHISE)
        if len(named.films) == 1 and not series and intents.SERIES.search(reading.said):
            return narrowed(chosen, franchise=named.films[0].title)
        if series and (len(named.films) < 2 or all(film.franchise == series[0].target for film in named.films)):
            return narrowed(chosen, franchise=series[0].target)
        return chosen

    def _comparison(self, reading: Reading, named: Named) -> Question | None:
        said = reading.said
        if not intents.COMPARE.search(said):
            return None
        aspects = intents.comparison_asked(said)
        if len(named.films) > 1:
            return self._side_by_side(reading, named)
        if len(named.films) == 1 and re.search(r"\b(?:compare\w*|contrast\w*|versus|vs|differ\w*|diff|side by side)\b", said):
            found = self._finder.of_films(named.films, reading, by_song=False)
            if len(found.montages) > 1:
                return Question(reading.text, Intent.COMPARE, montages=tuple(m.id for m in found.montages[:2]), films=_ids(named.films), aspects=aspects)
        songs = reading.songs
        if len(songs) > 1 and not named.films:
            firsts = [self._finder.of_songs((song.target,), reading).montages[:1] for song in songs]
            return Question(reading.text, Intent.COMPARE, montages=tuple(m.id for each in firsts for m in each), songs=tuple(s.target for s in songs), aspects=aspects)
        return None

    def _one_of(self, film: Film, reading: Reading) -> Montage | None:
        """The montage of one of several films named that the words nearest to its name fit best."""
        mention = next((each for each in reading.mentions_of(NameKind.FILM) if any(m.target == film.id for m in each.of(NameKind.FILM))), None)
        words = reading.around(mention) if mention else reading.left
        pool = self._finder.of_films((film,), reading).montages
        found = self._finder.among(pool, (*words, *reading.left), reading)
        return found.montages[0] if found.montages else None

    def _check(self, reading: Reading, named: Named) -> Question | None:
        said = reading.said
        if not self._is_yes_or_no(reading, named):
            return None
        found = self._subject(reading, named)
        if not found.montages:
            return None
        if not reading.songs and not intents.SONG.search(said) and len(named.films) == 1 and (elsewhere := self._finder.elsewhere_in_series(named.films[0], reading)).montages:
            return Question(reading.text, Intent.CHECK, montages=_montage_ids(elsewhere), films=_ids(named.films), claim=Claim(films=_ids(named.films)))
        claim = replace(claim_of(reading, named.films, found.montages[:1], self.scenes), one_scene=found.clear)
        return Question(reading.text, Intent.CHECK, montages=_montage_ids(found), clear=found.clear, films=_ids(named.films), songs=claim.songs, people=claim.people, claim=claim)

    def _is_yes_or_no(self, reading: Reading, named: Named) -> bool:
        """Asked in any clause, or a plain statement about a film with a question mark behind it."""
        if self._is_open(reading):
            return False
        if any(intents.CHECK.search(clause) for clause in reading.clauses):
            return True
        claims = bool(named.films and (reading.songs or reading.mentions_of(NameKind.ARTIST, NameKind.DIRECTOR)))
        return claims and reading.text.rstrip().endswith("?") and not intents.ASKS.search(reading.said)

    @staticmethod
    def _is_open(reading: Reading) -> bool:
        """An open question with yes/no trimmings ("I was told it is X; who sings it?") still wants its own answer."""
        return intents.is_open(reading.said, reading.text)

    def _subject(self, reading: Reading, named: Named) -> Candidates:
        """What a yes/no question is about: the film's montage its scene words fit, else the song's, else the scene's."""
        if named.films:
            return self._finder.of_films(named.films, reading, by_song=False)
        songs = reading.songs
        if songs:
            return self._finder.of_songs([song.target for song in songs], reading)
        if reading.named(NameKind.CHARACTER):
            return self._finder.of_characters(reading)
        if reading.named(NameKind.ARTIST):
            return NONE
        return self._finder.of_scene(tuple(dict.fromkeys(reading.left)), self._cue(reading))

    def _ranking(self, reading: Reading, named: Named) -> Question | None:
        if not intents.rank_asked(reading.said) or intents.PERFORMER.search(reading.said):
            return None
        found = self._subject(reading, named)
        if not found.montages:
            return None
        ranked_list = reading.named(NameKind.LIST)
        return Question(
            reading.text, Intent.RANK, montages=_montage_ids(found), clear=found.clear, films=_ids(named.films),
            list_id=ranked_list[0].target if ranked_list else None,
        )  # fmt: skip

    def _thing(self, reading: Reading, named: Named) -> Question | None:
        """A question about a named film, song, montage, character or person."""
        songs = reading.songs
        if named.films:
            return self._of_films(reading, named)
        if songs:
            return self._of_songs(reading)
        if montages := reading.named(NameKind.MONTAGE):
            pool = [montage for each in montages if (montage := self._catalogue.montage(each.target))]
            return self._about(reading, intents.thing_asked(reading.said, film=True, song=False), self._finder.among(pool, reading.left, reading))
        if reading.named(NameKind.CHARACTER):
            found = self._finder.of_characters(reading)
            intent = intents.thing_asked(reading.said, film=True, song=False)
            intent = Intent.CHARACTER if intent in (Intent.DESCRIBE, Intent.SCENE) else intent
            return self._about(reading, intent, found)
        if series := reading.named(NameKind.FRANCHISE):
            return self._of_series(reading, [each.target for each in series])
        return self._of_people(reading)

    def _of_songs(self, reading: Reading) -> Question:
        found = self._finder.of_songs([song.target for song in reading.songs], reading)
        intent = intents.thing_asked(reading.said, film=False, song=True)
        return self._about(reading, intent, found, songs=tuple(song.target for song in reading.songs))

    def _of_films(self, reading: Reading, named: Named) -> Question:
        found = self._finder.of_films(named.films, reading)
        intent = intents.thing_asked(reading.said, film=True, song=bool(reading.songs))
        mention = next(iter(reading.mentions_of(NameKind.FILM)), None)
        bare = mention is not None and bool(mention.of(NameKind.FRANCHISE)) and len(named.films) == 1 and intent is not Intent.FACTS
        wanted = {song.target for song in reading.songs}
        if wanted and not any(wanted & {song_key(song) for song in montage.songs} for montage in found.montages):
            return self._of_songs(reading)
        if bare and not wanted and not self._versions_said(reading):
            elsewhere = self._finder.elsewhere_in_series(named.films[0], reading)
            if elsewhere.montages:
                return self._about(reading, intent, elsewhere)
        if len(named.films) > 1 and len({film.title for film in named.films}) > 1:
            found = Candidates(found.montages, clear=found.clear, all_meant=False)
        songs = tuple(meaning.target for meaning in reading.songs)
        return self._about(reading, intent, found, films=_ids(named.films), songs=songs)

    @staticmethod
    def _versions_said(reading: Reading) -> bool:
        return bool(re.search(r"\b(?:first|1st|original|one|1|\d{4})\b", reading.plain))

    def _of_series(self, reading: Reading, series: Sequence[str]) -> Question:
        pool = [montage for montage in self._catalogue.montages if montage.film.franchise in series]
        found = self._finder.among(pool, reading.left, reading)
        intent = intents.thing_asked(reading.said, film=True, song=False)
        if not found.clear:
            return Question(reading.text, Intent.LIST, chosen=narrowed(filter_of(None), franchise=series[0]))
        return self._about(reading, intent, found)

    def _of_people(self, reading: Reading) -> Question | None:
        people = tuple(dict.fromkeys(m.target for kind in (NameKind.ARTIST, NameKind.DIRECTOR) for m in reading.named(kind)))
        if not people:
            return None
        pool = self._finder.of_people(reading)
        beside = reading.left_beside(*PEOPLE, NameKind.LIST)
        found = self._finder.among(pool, beside, reading)
        plural = bool(intents.PLURAL.search(reading.said))
        if len(pool) > 1 and found.clear and found.montages and not plural and len(set(beside)) >= FEWEST_FOR_FACTS:
            return self._about(reading, intents.thing_asked(reading.said, film=False, song=False), found, people=people)
        chosen = filter_of(reading)
        return Question(reading.text, Intent.LIST, montages=_montage_ids(found), people=people, chosen=chosen)

    def _described(self, reading: Reading, named: Named) -> Question | None:
        """A scene described without any name."""
        intent = intents.thing_asked(reading.said, film=False, song=False)
        stems = tuple(dict.fromkeys(reading.left))
        found = self._finder.of_scene(stems, self._cue(reading))
        if not found.montages or (intent is Intent.FACTS and len(stems) < FEWEST_FOR_FACTS):
            return None
        if unknown := self._unknown_title(reading, found.montages[0]):
            return Question(reading.text, Intent.NOTHING, lack=Lack.ABSENT_FILM, about=unknown)
        if intent is Intent.MONTAGE_OF_SONG:
            intent = Intent.SCENE
        return self._about(reading, intent, found)

    @staticmethod
    def _cue(reading: Reading) -> Cue:
        if intents.FILM_WORDS.search(reading.said):
            return Cue.FILM
        return Cue.QUESTION if intents.ASKS_OTHERWISE.search(reading.said) else Cue.PHRASE

    def _unknown_title(self, reading: Reading, montage: Montage) -> str:
        """A title in the question that is none of ours, when the scene found does not know its words either."""
        for phrase in titles.asked(reading):
            if not all(self.scenes.says(montage.id, stem(word.folded)) for word in phrase):
                return " ".join(word.raw for word in phrase)
        return ""

    @staticmethod
    def _about(reading: Reading, intent: Intent, found: Candidates, *, films: tuple[str, ...] = (), songs: tuple[str, ...] = (), people: tuple[str, ...] = ()) -> Question:
        clear = found.clear or intent is Intent.FACTS
        return Question(
            reading.text, intent, montages=_montage_ids(found), clear=clear, films=films, songs=songs, people=people,
            aspects=intents.facts_asked(reading.said),
        )  # fmt: skip


def _ids(films: Iterable[Film]) -> tuple[str, ...]:
    return tuple(film.id for film in films)


def _montage_ids(found: Candidates) -> tuple[str, ...]:
    return tuple(montage.id for montage in found.montages)


def _read_as(reading: Reading, named: Named) -> tuple[str, ...]:
    """Names that were taken otherwise than typed: misspelt, shortened or by another name."""
    labels = {film.label for film in named.films}
    taken: list[str] = []
    for mention in reading.mentions:
        meaning = next((each for each in mention.meanings if each.kind in (NameKind.FILM, NameKind.SONG, NameKind.ARTIST)), None)
        if mention.typos and meaning and (meaning.kind is not NameKind.FILM or meaning.label in labels):
            taken.append(f"the {meaning.kind.value} {meaning.label}")
    return tuple(dict.fromkeys(taken))
