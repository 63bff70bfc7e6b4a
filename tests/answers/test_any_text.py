"""What holds for every text and every name: no error, no delay, and each name leads to what it names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Confidence, Film, Montage, MontageEntry, Song
from bot.language.fold import name_key
from bot.language.naming import song_key
from bot.terminal import render
from tests.clock import LONGEST, milliseconds

MOST_CHARACTERS = 10_000
any_text = settings(
    database=None,
    deadline=None,
    max_examples=200,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def question_words(catalogue: Catalogue) -> list[str]:
    """Words that questions are made of, and names."""
    names = [film.title for film in catalogue.films][::5]
    names += [montage.songs[0].title for montage in catalogue.montages if montage.songs][::9]
    return [
        *"which song plays in the when who sings it is was not number top 3 1984 80s and or compare first last".split(),
        *"que cancion chanson dans Lied im welches".split(),
        *"? ! , . … ' \" “ ” & # <@1> \u200b 🥊 R\u0336o\u0334 İ ß ﬁ １ ٣".split(" "),
        *names,
    ]


@pytest.fixture(scope="module")
def asked(catalogue: Catalogue) -> Guide:
    """A guide that has read its first questions: what is loaded once is not counted."""
    guide = Guide(catalogue)
    for text in (
        "which song plays in roky",
        "¿quién canta la canción?",
        "xqzw vbnm footlosse",
        "welches Lied läuft da?",
    ):
        guide.ask(text)
    return guide


def time_of_answer(guide: Guide, text: str, conversation: str | None) -> float:
    """How long one question takes, which is answered whatever it is."""

    def ask() -> None:
        answer = guide.ask(text, conversation)
        assert answer.headline
        assert answer.question == text

    return milliseconds(ask)


@pytest.mark.timed
@given(text=st.text(max_size=300))
@any_text
def test_any_characters_are_answered_in_time(asked: Guide, text: str) -> None:
    assert time_of_answer(asked, text, None) <= LONGEST


@pytest.mark.timed
@given(data=st.data())
@any_text
def test_any_words_are_answered_in_time_also_in_a_conversation(
    asked: Guide, catalogue: Catalogue, data: st.DataObject
) -> None:
    words = data.draw(st.lists(st.sampled_from(question_words(catalogue)), max_size=25))
    assert time_of_answer(asked, " ".join(words), "one and the same") <= LONGEST


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        "a " * (MOST_CHARACTERS // 2),
        "rocky " * (MOST_CHARACTERS // 6),
        "rcoky krate kdi " * (MOST_CHARACTERS // 16),
        "the of in a " * (MOST_CHARACTERS // 12),
        "? " * (MOST_CHARACTERS // 2),
        "is rocky in rocky? " * (MOST_CHARACTERS // 19),
        "\u0301" * MOST_CHARACTERS,
        "\u200b" * MOST_CHARACTERS,
        "🥊" * MOST_CHARACTERS,
        "“" * MOST_CHARACTERS,
        "<@1>" * (MOST_CHARACTERS // 4),
        "1 " * (MOST_CHARACTERS // 2),
        "\x00\ud800\uffff" * 100,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_long_and_hostile_text_is_answered_in_time(asked: Guide, text: str) -> None:
    assert time_of_answer(asked, text, "hostile") <= LONGEST


@given(text=st.text(max_size=80))
@any_text
def test_every_door_takes_any_text(asked: Guide, text: str) -> None:
    answers = [asked.song_of_film(text), asked.film_of_song(text), asked.show(text), asked.listing(text)]
    assert all(answer.headline and render(answer) for answer in answers)


def spellings(title: str) -> Iterator[str]:
    yield from (title.upper(), f"“{title}”")


def test_every_film_is_found_by_every_name_it_has(asked: Guide, catalogue: Catalogue) -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for film in catalogue.films:
        for name in (film.title, *film.names):
            owners.setdefault(name_key(name), set()).add(film.label)
    lost = [
        (film.label, text)
        for film in catalogue.films
        for name in (film.title, *film.names)
        for text in spellings(name)
        if film.label not in asked.song_of_film(text).films and len(owners[name_key(name)]) == 1
    ]
    assert lost == []


def test_every_montage_is_found_by_its_own_names(asked: Guide, catalogue: Catalogue) -> None:
    lost = [
        (montage.id, name)
        for montage in catalogue.montages
        for name in montage.entry.names
        if montage.film.label not in asked.ask(name).films
    ]
    assert lost == []


def added(title: str, song: str) -> Montage:
    """A montage of a film that the catalogue does not have."""
    film = Film(id="an-addition-2025", title=title, year=2025, directors=("Jo Example",), imdb_id="tt9999999")
    entry = MontageEntry(
        id="an-addition",
        kind=Kind.TRAINING,
        strict=True,
        description="A boxer in Philadelphia runs up the steps, chops wood in the snow and wins the karate tournament.",
        songs=(Song(title=song, artist="The Examples"),),
        confidence=Confidence.HIGH,
        cues=("guy runs up the museum steps", "a puppet trains", "dancing in a warehouse"),
    )
    return Montage(film=film, entry=entry)


@pytest.mark.parametrize(
    ("title", "song"),
    [
        ("Rocky Mountain Run", "Gonna Fly Then"),
        ("The Karate", "You're the Rest"),
        ("Flash", "Training"),
        ("Foot", "Heart"),
    ],
)
def test_an_added_film_changes_no_answer_about_another_named_exactly(
    asked: Guide, catalogue: Catalogue, title: str, song: str
) -> None:
    more = Guide(Catalogue([*catalogue.montages, added(title, song)], catalogue.lists))
    questions = [f"which song plays in {film.label}?" for film in catalogue.films[::3]]
    questions += [f"what film is “{m.songs[0].title}” from?" for m in catalogue.montages[::4] if m.songs]
    changed = [
        text
        for text in questions
        for before, after in [(asked.ask(text), more.ask(text))]
        if (before.outcome, before.films[:1], before.montages[:1])
        != (after.outcome, after.films[:1], after.montages[:1])
    ]
    assert changed == []
    assert more.ask(f"which song plays in “{title}”").films == (f"{title} (2025)",)


def test_every_song_key_opens_its_song(asked: Guide, catalogue: Catalogue) -> None:
    for montage in catalogue.montages:
        for song in montage.songs:
            answer = asked.film_of_song(song_key(song))
            assert (answer.outcome, montage.id in answer.montages) == (Outcome.ANSWER, True)
