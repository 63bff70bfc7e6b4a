"""All that can be asked about, with the look-ups that keep a question from having two right answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.community.quiz.subjects import Ask, Ear, Named, Subject, Verdict

__all__ = ["Pool"]


class Pool:
    """The subjects of a catalogue, and what is the same among them."""

    def __init__(self, subjects: Iterable[Subject], ear: Ear) -> None:
        self.subjects = tuple(subjects)
        self.ear = ear
        self._songs: dict[str, list[Subject]] = defaultdict(list)
        self._of_film: dict[str, list[Subject]] = defaultdict(list)
        for subject in self.subjects:
            self._of_film[subject.film_id].append(subject)
            for name in {ear.fold(each) for each in subject.song.names}:
                self._songs[name].append(subject)

    def with_song(self, song: Named) -> Sequence[Subject]:
        """Every subject whose song has one of the names, whoever performs it."""
        return [each for name in {self.ear.fold(each) for each in song.names} for each in self._songs.get(name, ())]

    def of_film(self, film_id: str) -> Sequence[Subject]:
        return self._of_film.get(film_id, [])

    def tells(self, text: str, named: Named) -> bool:
        """Whether a text has one of the names in it as whole words."""
        said = f" {self.ear.fold(text)} "
        return any(f" {name} " in said for each in named.names if (name := self.ear.fold(each)))

    def alike(self, ask: Ask, one: Named, other: Named) -> bool:
        """Whether two could be taken for one another: one names the other, whole or in part, or nearly does."""
        if self.tells(one.label, other) or self.tells(other.label, one):
            return True
        judge = self.ear.judge
        heard = (judge(ask, one.label, other.names), judge(ask, other.label, one.names))
        return any(verdict is not Verdict.WRONG for verdict in heard)
