"""Yes/no questions: what they are about and what they claim."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.candidates import NONE, Candidates, Finder
from bot.language.claims import claim_of
from bot.language.forms.common import ids, montage_ids
from bot.language.names import NameKind
from bot.language.question import Claim, Intent, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.versions import Named
from bot.language.wording import of_things, of_truths

#: Who performs a named song is claimed: the montage with that song is meant.
_BY = re.compile(r"\bby\b|\b(?:sings?|sang|performs?|performed|recorded)\b")


class Truths:
    """Recognises yes/no questions."""

    def __init__(self, finder: Finder, scenes: SceneIndex) -> None:
        self._finder = finder
        self._scenes = scenes

    def check(self, reading: Reading, named: Named) -> Question | None:
        """A claim about the montage a question is about; None when it is no yes/no question, or about nothing known."""
        found = self.subject(reading, named) if is_yes_or_no(reading, named) else NONE
        if not found.montages:
            return None
        claim = claim_of(reading, named.films, found.montages[:1], self._scenes)
        elsewhere = self._elsewhere(reading, named)
        if elsewhere.montages:
            claim, found = Claim(films=ids(named.films)), elsewhere
        return Question(
            reading.text,
            Intent.CHECK,
            montages=montage_ids(found),
            clear=found.clear,
            films=ids(named.films),
            songs=claim.songs,
            people=claim.people,
            fit=found.fit,
            lead=found.lead,
            claim=replace(claim, one_scene=found.clear and not found.by_renown),
        )

    def subject(self, reading: Reading, named: Named) -> Candidates:
        """The film's montage its scene words fit, else the song's, else whatever scene is described."""
        if named.films:
            return self._finder.of_films(named.films, reading, by_song=bool(_BY.search(reading.said)))
        if reading.songs:
            return self._finder.of_songs([song.target for song in reading.songs], reading)
        if reading.named(NameKind.CHARACTER):
            return self._finder.of_characters(reading)
        if reading.named(NameKind.ARTIST):
            return NONE
        return self._finder.of_scene(tuple(dict.fromkeys(reading.left)))

    def _elsewhere(self, reading: Reading, named: Named) -> Candidates:
        """Where the scene really is, when it is in another film of the series than the one it is said to be in."""
        people = reading.mentions_of(NameKind.ARTIST, NameKind.DIRECTOR)
        if reading.songs or people or of_things.SONG.search(reading.said) or len(named.films) != 1:
            return NONE
        found = self._finder.elsewhere_in_series(named.films[0], reading)
        return found if found.montages else self._finder.elsewhere(named.films[0], reading)


def is_yes_or_no(reading: Reading, named: Named) -> bool:
    """Asked in any clause, or a plain statement about a film with a question mark behind it."""
    if of_truths.is_open(reading.said, reading.text):
        return False
    if any(of_truths.CHECK.search(clause) for clause in reading.clauses):
        return True
    claims = bool(named.films and (reading.songs or reading.mentions_of(NameKind.ARTIST, NameKind.DIRECTOR)))
    return claims and reading.text.rstrip().endswith("?") and not of_truths.ASKS.search(reading.said)
