"""The language a question is asked in, its phone spellings, and other languages turned into plain English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.language.fold import words
from bot.language.lexicon import LANGUAGES, Lexicon, absent_films, languages

if TYPE_CHECKING:
    from tests.language.conftest import Read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("which song plays in rocky", "en"),
        ("wat song plays wen rocky runs up teh steps", "en"),
        ("rocky", "en"),
        ("", "en"),
        ("asdf qwer zxcv", "en"),
        ("¿Qué canción suena en Rocky?", "es"),
        ("que cancion suena cuando rocky sube las escaleras", "es"),
        ("Quelle chanson entend-on dans Rocky ?", "fr"),
        ("qui chante la chanson de Flashdance", "fr"),
        ("Welches Lied läuft in Rocky?", "de"),
        ("wer singt das lied aus footloose", "de"),
        ("Qual é a música que toca em Rocky?", "pt"),
        ("quem canta a musica de flashdance", "pt"),
        ("Quale canzone si sente in Rocky?", "it"),
        ("chi canta la canzone di Flashdance", "it"),
        ("Hvilken sang spiller i Rocky?", "da"),
        ("hvem synger sangen fra footloose", "da"),
        ("who sings La Vie en Rose", "en"),
        ("what is the song in El Dorado road trip", "en"),
    ],
)
def test_the_language_is_that_of_most_words(read: Read, text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("wat song", "what song"),
        ("whats the song", "what is the song"),
        ("teh song plz", "the song please"),
        ("robin sings", "robin sings"),
        ("the train again", "the train again"),
    ],
)
def test_phone_spellings_are_written_out(lexicon: Lexicon, text: str, plain: str) -> None:
    assert " ".join(token.text for token in lexicon.plain(words(text), "en")) == plain


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "¿Quién canta la canción?", "sings"),
        ("fr", "qui chante la chanson", "sings"),
        ("de", "wer singt das Lied", "sings"),
        ("pt", "quem canta a música", "sings"),
        ("it", "chi canta la canzone", "sings"),
        ("da", "hvem synger sangen", "sings"),
    ],
)
def test_a_question_in_another_language_is_read_in_english(
    lexicon: Lexicon, language: str, text: str, said: str
) -> None:
    plain = [token.text for token in lexicon.plain(words(text), language)]
    assert {"who", said, "song"} <= set(plain)


def test_words_keep_their_place_when_they_are_turned_into_english(lexicon: Lexicon) -> None:
    question = words("¿Quién canta la canción de Rocky?")
    tokens = list(lexicon.plain(question, "es"))
    assert [token.position for token in tokens] == sorted(token.position for token in tokens)
    assert [question[token.position].raw for token in tokens if token.text == "rocky"] == ["Rocky"]


def test_common_words_are_ordinary_and_names_are_neither(lexicon: Lexicon) -> None:
    assert lexicon.is_common("up")
    assert lexicon.is_ordinary("up")
    assert lexicon.is_ordinary("platoon")
    assert not lexicon.is_common("platoon")
    assert not lexicon.is_ordinary("footloose")


@pytest.mark.parametrize("language", languages())
def test_every_line_of_a_word_table_is_a_phrase_and_its_english(language: str) -> None:
    lines = (LANGUAGES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 1000
    assert [row for row in rows if len(row) != 2 or not row[0] or not row[1]] == []
    assert [phrase for phrase, _ in rows if phrase != phrase.casefold()] == []
    assert len({phrase for phrase, _ in rows}) == len(rows)


@pytest.mark.parametrize("language", languages())
def test_every_phrase_of_a_word_table_is_written_as_questions_are_folded(language: str) -> None:
    lines = (LANGUAGES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    phrases = [line.partition("\t")[0] for line in lines if not line.startswith("#")]
    accented = {
        phrase for phrase in phrases if " " not in phrase and not phrase.isascii()
    }  # they go before folded ones
    assert [each for each in phrases if each not in accented and each != " ".join(w.folded for w in words(each))] == []


def test_no_film_of_ours_is_called_absent(catalogue: Catalogue) -> None:
    absent = absent_films()
    assert len(absent) > 1000
    assert {film.label for film in catalogue.films} & set(absent) == set()


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("de", "Volleyballszene", "volleyball scene"),
        ("it", "è", "is"),
        ("it", "e", "and"),
        ("pt", "é", "is"),
        ("da", "før", "before"),
        ("fr", "est-ce que c'est", "is it"),
        ("fr", "qu'est-ce que c'est", "what is"),
    ],
)
def test_compounds_and_accents_are_turned_into_english(language: str, text: str, english: str) -> None:
    assert " ".join(token.text for token in Lexicon().plain(words(text), language)) == english
