"""Words that happen to be a film's title, where they are no title: a description, or part of another name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.language.candidates import FEWEST_TOLD
from bot.language.fold import name_key
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.things import Things
from bot.language.names import NameKind
from bot.language.question import Question
from bot.language.stems import telling


class OtherMeanings:
    """Reads a message without the film that seems to be named in it and is none of ours."""

    def __init__(self, library: Library) -> None:
        self._things = Things(library.catalogue, library.finder, library.scenes)
        self._scenes = library.scenes

    def read(self, asked: Asked) -> Iterable[Question]:
        """What is asked about names other than the film's, or about a scene that all words may describe."""
        reading, named = asked.reading, asked.named
        if not named.lack or named.sure:
            return ()
        if reading.mentions_of(NameKind.SONG, NameKind.CHARACTER, NameKind.MONTAGE):
            return self._things.named(reading)
        said = telling([word for word in name_key(named.about) if not word.isdigit()])
        described = len(set(reading.left)) >= FEWEST_TOLD
        found = self._things.described(reading, said if described else ())
        return [question for question in found if self._fits(question, said)]

    def _fits(self, question: Question, said: Sequence[str]) -> bool:
        """Whether the scene found has the words of the name."""
        return all(self._scenes.says(montage, word) for montage in question.montages[:1] for word in said)


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "other meaning": ("guy runs up the museum steps in Philadelphia",),
}


def forms(library: Library) -> Forms:
    """Names that are none."""
    return (Form("other meaning", OtherMeanings(library).read),)
