"""A choice between two songs or people: "is it Mad World or Head over Heels at the end of Donnie Darko?"."""

from __future__ import annotations

from bot.language.candidates import Candidates, Finder
from bot.language.forms.common import about, alternatives, ids
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.truths import Truths
from bot.language.names import NameKind
from bot.language.naming import song_key
from bot.language.question import Intent, Question


class Either:
    """Recognises choices. One between two films is a question about what is said to be in them, and read as such."""

    def __init__(self, finder: Finder, truths: Truths) -> None:
        self._finder = finder
        self._truths = truths

    @property
    def forms(self) -> Forms:
        return (Form("either", self._either),)

    def _either(self, asked: Asked) -> Question | None:
        kind = alternatives(asked.reading)
        if kind is NameKind.SONG:
            found = self._having(asked)
            intent = Intent.SONG_OF_MONTAGE
        elif kind is NameKind.ARTIST:
            found = self._truths.subject(asked.reading, asked.named)
            intent = Intent.PERFORMER
        else:
            return None
        return about(asked.reading, intent, found, films=ids(asked.named.films)) if found.montages else None

    def _having(self, asked: Asked) -> Candidates:
        """The scene that is described, whichever song it has; else what has one of the songs."""
        reading, films = asked.reading, asked.named.films
        if not films:
            return self._finder.of_scene(tuple(dict.fromkeys(reading.left)))
        found = self._finder.of_films(films, reading, by_song=False)
        songs = {song.target for song in reading.songs}
        having = tuple(each for each in found.montages if songs & {song_key(song) for song in each.songs})
        return found if found.clear or not having else Candidates(having, clear=len(having) == 1)


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "either": ("is it Mad World or Head over Heels at the end of Donnie Darko?",),
}


def forms(library: Library) -> Forms:
    """A choice between two."""
    return Either(library.finder, Truths(library.finder, library.scenes, library.lists)).forms
