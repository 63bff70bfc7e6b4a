"""Questions that lean on the last answer: "who sings it?", "and the fourth one?", "no, the tournament one"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage
from bot.knowledge.selection import Filter
from bot.language.candidates import Candidates, Finder
from bot.language.context import Context
from bot.language.filters import changed, filter_of
from bot.language.forms.form import Asked, Form, Forms
from bot.language.leaning import Leaning, points_back
from bot.language.names import NameKind
from bot.language.naming import people_of
from bot.language.numbers import number, ordinal
from bot.language.places import top_asked
from bot.language.question import Claim, Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.wording import of_follow_ups, of_limits, of_lists, of_things, of_truths

#: Names that begin a new topic, unless something points back.
_NEW_TOPIC = (NameKind.MONTAGE, NameKind.CHARACTER, NameKind.FRANCHISE, NameKind.LIST)


#: A question that changes the list shown says hardly more than what it changes.
FEW = 3


_Leaning = Callable[[Reading, Sequence[Montage], Context], Question | None]


class FollowUps:
    """Reads a question in the light of the last answer."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes
        self._leaning = Leaning(catalogue, finder, scenes)

    @property
    def forms(self) -> Forms:
        """The ways to lean on the last answer."""
        leaning = {
            "the list, changed": self._refiltered,
            "more of its maker": self._more_of,
            "another place": self._place,
            "picked": self._picked,
            "another film of the series": self._another_film,
            "narrowed": self._narrowed,
            "leaning": self._leaning.question,
        }
        return (
            Form("is it in", self._is_it_in, leans=True),
            Form("the same of another", self._same_of_another, leans=True),
            *(Form(name, partial(self._read, read), leans=True) for name, read in leaning.items()),
        )

    def _shown(self, asked: Asked) -> list[Montage]:
        """The montages shown last, unless a film we do not have is asked about now."""
        if asked.named.lack:
            return []
        return [montage for each in asked.context.montages if (montage := self._catalogue.montage(each))]

    def _read(self, read: _Leaning, asked: Asked) -> Question | None:
        montages = self._shown(asked)
        if not montages or asked.named.films or self._begins_anew(asked, montages, read):
            return None
        return read(asked.reading, montages, asked.context)

    def _begins_anew(self, asked: Asked, montages: Sequence[Montage], read: _Leaning) -> bool:
        """Whether a name begins a new topic, unless something points back."""
        context = asked.context
        alone = not context.place and not context.was_choice and len(montages) == 1
        if alone and read == self._another_film:
            return False
        return bool(asked.reading.mentions_of(*_NEW_TOPIC)) and not points_back(asked.reading)

    def _is_it_in(self, asked: Asked) -> Question | None:
        """ "Is that in Rocky?": whether what was shown is in the film named."""
        reading, named, shown = asked.reading, asked.named, asked.context.montages[:1]
        if not self._shown(asked) or not named.films:
            return None
        if reading.songs or not of_follow_ups.IS_IT_IN.search(reading.said):
            return None
        films = tuple(film.id for film in named.films)
        return Question(reading.text, Intent.CHECK, montages=shown, films=films, claim=Claim(films=films))

    @staticmethod
    def _refiltered(reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """ "And from the 90s?", "only the romantic ones": the list shown, with one thing about it changed."""
        asked = filter_of(reading)
        goes_on = of_follow_ups.GOES_ON.match(reading.plain) and len(set(reading.left)) <= FEW
        if not goes_on or context.chosen.is_empty or asked.is_empty:
            return None
        return Question(reading.text, Intent.LIST, chosen=changed(context.chosen, asked))

    def _more_of(self, reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """ "What else is there by that director?": everything by whoever made what was shown."""
        found = of_follow_ups.MORE_OF.search(reading.plain)
        if not found:
            return None
        montage = montages[0]
        if "direct" in found[1]:
            return Question(reading.text, Intent.LIST, chosen=Filter(director=montage.film.directors[0]))
        artist = next(people_of(montage.songs[0]), None) if montage.songs else None
        return Question(reading.text, Intent.LIST, chosen=Filter(artist=artist)) if artist else None

    def _place(self, reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """ "And number 2?", "and the fourth one?" after a place was asked."""
        if context.place and (beside := of_follow_ups.BESIDE_IT.search(reading.plain)):
            step = -1 if (beside[1] or beside[2]) in ("above", "before", "ahead of", "previous") else 1
            return Question(reading.text, Intent.AT_RANK, place=context.place + step, list_id=context.list_id)
        found = of_follow_ups.PLACE.search(reading.plain) or (
            of_follow_ups.PICK.search(reading.plain) if context.place else None
        )
        if not found:
            return None
        text = next((group for group in found.groups() if group), "")
        place = -1 if text == "last" else number(text) or ordinal(text)
        return Question(reading.text, Intent.AT_RANK, place=place, list_id=context.list_id) if place else None

    def _picked(self, reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """ "The second", "the third one", "the older of the two" of what was shown."""
        if len(montages) < 2:
            return None
        picked = self._position(reading.plain, montages, pick=True)
        if picked is None:
            return None
        intent = of_things.thing_asked(reading.said, film=True, song=False)
        if of_follow_ups.PICK.search(reading.plain) and context.was_choice:
            intent = context.intent
        return self._about(reading, intent, Candidates((picked,)))

    @staticmethod
    def _position(plain: str, montages: Sequence[Montage], *, pick: bool) -> Montage | None:
        if of_follow_ups.OF_TWO.search(plain):
            by_year = sorted(montages, key=lambda montage: montage.film.year)
            return (
                by_year[-1]
                if of_follow_ups.NEWER.search(plain) and not of_follow_ups.OLDER.search(plain)
                else by_year[0]
            )
        found = (
            (of_follow_ups.PICK.search(plain) if pick else None)
            or of_follow_ups.NTH.search(plain)
            or of_follow_ups.THE_NTH.search(plain)
        )
        if found:
            text = next((group for group in found.groups() if group), "")
            position = len(montages) if text == "last" else ordinal(text) or number(text) or 0
            return montages[position - 1] if 0 < position <= len(montages) else None
        if of_follow_ups.LAST_ONE.search(plain):
            return montages[-1]
        return montages[1] if of_follow_ups.OTHER.search(plain) and len(montages) == 2 else None

    def _another_film(self, reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """ "And in the first film?", "the sequel": another film of the series the last answer was about."""
        found = of_follow_ups.VERSION.search(reading.plain)
        film = montages[0].film
        if not found or (len({montage.film.id for montage in montages}) > 1 and not found[2]):
            return None
        which = found[1] or found[2]
        if which in ("remake", "reboot"):
            return Question(
                reading.text, Intent.NOTHING, lack=Lack.NO_SUCH_VERSION, about=f"the {which} of {film.title}"
            )
        other = self._of_series(film, which)
        if other is None:
            return Question(
                reading.text,
                Intent.NOTHING,
                lack=Lack.NO_SUCH_VERSION,
                about=f"the {which} {film.title} film"
                if which not in ("sequel", "prequel")
                else f"the {which} to {film.title}",
            )
        return self._of_film(reading, other, context)

    def _of_series(self, film: Film, which: str) -> Film | None:
        base = re.sub(r"[:\s]+(?:\d+\w*|[IVX]+|Vol.*|Part.*)$", "", film.title)
        series = sorted(self._catalogue.series(film.franchise), key=lambda each: each.year)
        if which in ("sequel", "next"):
            return next((each for each in series if each.year > film.year), None)
        if which in ("prequel", "previous"):
            return next((each for each in reversed(series) if each.year < film.year), None)
        wanted = of_follow_ups.SERIES_NUMBERS.get(which)
        if wanted == 1:
            return next((each for each in series if base.startswith(each.title)), series[0] if series else film)
        return next(
            (each for each in series if re.search(rf"\b{wanted}\b|\b{'I' * (wanted or 0)}\b", each.title)), None
        )

    def _narrowed(self, reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """ "No, the tournament one": another montage of what was offered, or of the same film."""
        if reading.mentions_of(NameKind.SONG, NameKind.ARTIST) or not self._narrows(reading, context):
            return None
        films = {montage.film.id: montage.film for montage in montages}
        pool = [each for film in films.values() for each in self._catalogue.montages_of(film)]
        other = bool(of_follow_ups.OTHER.search(reading.plain))
        if not context.was_choice and (other or of_follow_ups.DENYING.match(reading.plain)):
            pool = [each for each in pool if each.id != montages[0].id] or pool
        found = self._finder.among(pool, reading.left, reading)
        if not found.montages or not (other or self._says(found.montages[0], reading)):
            return None
        intent = of_things.thing_asked(reading.said, film=True, song=False)
        intent = context.intent if context.was_choice and intent is Intent.DESCRIBE else intent
        return self._about(reading, intent, Candidates(found.montages, clear=found.clear))

    @staticmethod
    def _narrows(reading: Reading, context: Context) -> bool:
        """Whether a question corrects what was shown, or picks from what was offered by saying more of it."""
        plain = reading.plain
        if any(each.search(plain) for each in (of_follow_ups.CORRECTING, of_follow_ups.OTHER, of_follow_ups.SAME_FILM)):
            return True
        own = (of_limits.HELP, of_limits.RANDOM, of_limits.OFF_TOPIC, of_lists.PLURAL, of_follow_ups.ASKING_FILM)
        return context.was_choice and not any(each.search(plain) for each in own) and not top_asked(plain)

    def _says(self, montage: Montage, reading: Reading) -> bool:
        return any(self._scenes.says(montage.id, stem) for stem in reading.left)

    def _same_of_another(self, asked: Asked) -> Question | None:
        """ "And in Top Gun: Maverick?": what was asked last, of another film."""
        reading, named, context = asked.reading, asked.named, asked.context
        if not self._shown(asked) or not named.films:
            return None
        bare = (
            of_follow_ups.NEW_IN.search(reading.plain)
            and of_things.thing_asked(reading.said, film=True, song=False) is Intent.DESCRIBE
            and not of_things.DESCRIBE.search(reading.said)
        )
        if (
            not bare
            or len(named.films) != 1
            or of_truths.COMPARE.search(reading.said)
            or context.intent in (Intent.LIST, Intent.COUNT, Intent.COMPARE, Intent.AT_RANK, Intent.CHECK)
        ):
            return None
        return self._of_film(reading, named.films[0], context)

    def _of_film(self, reading: Reading, film: Film, context: Context) -> Question:
        found = self._finder.of_films((film,), reading)
        intent = of_things.thing_asked(reading.said, film=True, song=False)
        if intent is Intent.DESCRIBE and not of_things.DESCRIBE.search(reading.said):
            intent = (
                context.intent
                if context.intent not in (Intent.LIST, Intent.COMPARE, Intent.CHECK, Intent.AT_RANK)
                else intent
            )
        return self._about(reading, intent, found, (film.id,))

    @staticmethod
    def _about(reading: Reading, intent: Intent, found: Candidates, films: tuple[str, ...] = ()) -> Question:
        clear = found.clear or intent is Intent.FACTS
        return Question(
            reading.text, intent, montages=tuple(each.id for each in found.montages), clear=clear, films=films,
            aspects=of_things.facts_asked(reading.said),
        )  # fmt: skip
