"""The question of a round: what may be asked of a subject, in which words, and what it is answered by."""

from __future__ import annotations

import random
from collections.abc import Iterator

from msgspec import Struct

from bot.community.quiz.pool import Pool
from bot.community.quiz.subjects import Ask, Named, Subject

__all__ = ["LONGEST_LABEL", "OPTIONS", "Question", "can_be_asked", "question_of"]

#: Characters of a button's label that a phone shows.
LONGEST_LABEL = 34
#: Buttons of a round.
OPTIONS = 4


class Question(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A round as it was made, kept whole: what the catalogue becomes in the meantime does not change it."""

    ask: Ask
    montage: str
    prompt: str
    answer: str
    names: tuple[str, ...]
    hint: str
    scene: str = ""
    options: tuple[str, ...] = ()  # none where it is to be typed

    @property
    def right(self) -> int:
        """The place of the right one among the options."""
        return self.options.index(self.answer)


def can_be_asked(pool: Pool, subject: Subject, ask: Ask) -> bool:
    """Whether there is exactly one right answer, and the question does not give it away."""
    if any(pool.tells(text, subject.named(ask)) for text in _told(subject, ask)):
        return False
    match ask:
        case Ask.FILM:
            return {each.film_id for each in pool.with_song(subject.song)} == {subject.film_id}
        case Ask.SONG:
            return subject.is_only_song
        case Ask.PERFORMER:
            here = [each for each in pool.with_song(subject.song) if each.film_id == subject.film_id]
            return {each.performer.label for each in here} == {subject.performer.label}


def question_of(pool: Pool, subject: Subject, ask: Ask, chance: random.Random, *, hard: bool) -> Question | None:
    """The question, to be typed when `hard`; None where it cannot be asked, or no four buttons can be made."""
    if not can_be_asked(pool, subject, ask):
        return None
    named = subject.named(ask)
    options = () if hard else _options(pool, subject, ask, chance)
    if not hard and len(options) < OPTIONS:
        return None
    return Question(
        ask=ask,
        montage=subject.montage,
        prompt=_prompt(subject, ask),
        answer=named.label,
        names=named.names,
        hint=_hint(pool, subject, ask),
        scene=subject.description if ask is Ask.SONG else "",
        options=options,
    )


def _options(pool: Pool, subject: Subject, ask: Ask, chance: random.Random) -> tuple[str, ...]:
    """The right label among wrong ones; fewer than four where there are not enough of them."""
    right = subject.named(ask)
    if len(right.label) > LONGEST_LABEL:
        return ()
    chosen = [right]
    for wrong in _wrong(pool, subject, ask, chance):
        if len(wrong.label) <= LONGEST_LABEL and not any(pool.alike(ask, wrong, each) for each in chosen):
            chosen.append(wrong)
        if len(chosen) == OPTIONS:
            break
    labels = [each.label for each in chosen]
    chance.shuffle(labels)
    return tuple(labels)


def _wrong(pool: Pool, subject: Subject, ask: Ask, chance: random.Random) -> Iterator[Named]:
    """What is not right but could be: of the same decade or kind, and of another film and series."""
    told = _told(subject, ask)
    rights = [Named(name, (name,)) for name in _also_right(pool, subject, ask)]
    for other in chance.sample(pool.subjects, len(pool.subjects)):
        named = other.named(ask)
        if (
            _is_plausible(subject, other, ask)
            and not any(pool.tells(text, named) for text in told)
            and not any(pool.alike(ask, named, right) for right in rights)
        ):
            yield named


def _is_plausible(subject: Subject, other: Subject, ask: Ask) -> bool:
    related = other.film_id == subject.film_id or (subject.series and other.series == subject.series)
    alike = other.decade == subject.decade or not {*other.kinds}.isdisjoint(subject.kinds)
    return alike and not related and (ask is Ask.FILM or other.is_score == subject.is_score)


def _also_right(pool: Pool, subject: Subject, ask: Ask) -> set[str]:
    """Whatever else would be no wrong answer, so that it is never offered as one."""
    match ask:
        case Ask.FILM:
            return set()
        case Ask.SONG:
            return {each.song.label for each in pool.of_film(subject.film_id)}
        case Ask.PERFORMER:
            return {name for each in pool.with_song(subject.song) for name in (*each.performer.names, *each.credited)}


def _told(subject: Subject, ask: Ask) -> tuple[str, ...]:
    """What whoever is asked gets to read."""
    match ask:
        case Ask.FILM:
            return (subject.song.label, subject.performer.label)
        case Ask.SONG:
            return (subject.film_label, subject.description)
        case Ask.PERFORMER:
            return (subject.song.label, subject.film_label)


def _prompt(subject: Subject, ask: Ask) -> str:
    music = f"“{subject.song.label}”"
    match ask:
        case Ask.FILM:
            return f"Which film has a montage to {music} by {subject.performer.label}?"
        case Ask.SONG:
            return f"Which {'piece of music' if subject.is_score else 'song'} plays here in {subject.film_label}?"
        case Ask.PERFORMER:
            whose = f"Whose music is {music}" if subject.is_score else f"Who performs {music}"
            return f"{whose} in {subject.film_label}?"


def _hint(pool: Pool, subject: Subject, ask: Ask) -> str:
    """Something that helps and does not name it."""
    named = subject.named(ask)
    match ask:
        case Ask.FILM:
            hint = f"A film of the {subject.decade}s by {subject.directors}."
        case Ask.SONG:
            hint = f"It is by {subject.performer.label}."
        case Ask.PERFORMER:
            hint = ""
    return hint if hint and not pool.tells(hint, named) else _letters(named.label)


def _letters(label: str) -> str:
    words = label.split()
    initial = next((letter for letter in label if letter.isalnum()), label[:1]).upper()
    return f"It begins with {initial} and has {len(words)} {'word' if len(words) == 1 else 'words'}."
