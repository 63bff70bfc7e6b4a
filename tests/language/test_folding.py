"""Text made comparable: what is folded away, what is kept, and that folding twice changes nothing more."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.names import clean, fold_word, folded
from bot.knowledge.selection import Filter, select
from bot.language.fold import name_key, without_counters, words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ROCKY", "rocky"),
        ("Amélie", "amelie"),
        ("Straße", "strasse"),
        ("Æon Flux", "aeon flux"),
        ("Bjørn œuvre Łódź", "bjorn oeuvre lodz"),
        ("Karate-Kid", "karate kid"),
        ("Hot Rod!!!", "hot rod"),
        ("Bill & Ted", "bill and ted"),
        ("You're the Best", "youre the best"),
        ("You’re the Best", "youre the best"),
        ("Singin' in the Rain", "singin in the rain"),
        ("E.T. the Extra-Terrestrial", "et the extra terrestrial"),
        ("G.I. Jane", "gi jane"),
        ("S.W.A.T.", "swat"),
        ("#1 song", "number 1 song"),
        ("a hash # alone", "a hash alone"),
        ("Ｒｏｃｋｙ", "rocky"),
        ("ro\u200bcky", "rocky"),
        ("\u202erocky\u202c", "rocky"),
        ("R\u0336o\u0334c\u0337k\u0338y\u0301\u0302\u0303", "rocky"),
        ("Ame\u0301lie", "amelie"),
        ("<@123456> rocky <:fire:99>", "rocky"),
        ("rocky https://example.com/rocky-iv?x=1", "rocky"),
        ("", ""),
        ("   \n\t ", ""),
        ("\u200b\u200d\ufeff", ""),
        ("🥊🎵", ""),
        ("?!…", ""),
        ("Ⅳ", "iv"),
    ],
)
def test_what_does_not_matter_is_folded_away(text: str, plain: str) -> None:
    assert folded(text) == " ".join(word.folded for word in words(text)) == plain


@given(st.text(max_size=120))
@settings(database=None, deadline=None, max_examples=300)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
@settings(database=None, deadline=None, max_examples=300)
def test_a_names_key_is_its_own_key(text: str) -> None:
    key = name_key(text)
    assert all(key)
    assert name_key(" ".join(key)) == key


@given(st.text(max_size=60))
@settings(database=None, deadline=None, max_examples=300)
def test_case_never_matters(text: str) -> None:
    assert folded(text.casefold().upper()) == folded(text.upper())


@given(st.text(max_size=120))
@settings(database=None, deadline=None, max_examples=200)
def test_every_word_lies_where_it_says(text: str) -> None:
    cleaned = clean(text)
    assert [cleaned[word.start : word.end] for word in words(text)] == [word.raw for word in words(text)]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Rocky IV", "rocky 4"),
        ("Rocky 4", "rocky 4"),
        ("rocky four", "rocky 4"),
        ("Rocky Four", "rocky 4"),
        ("Ocean's Eleven", "oceans 11"),
        ("Ocean's 11", "oceans 11"),
        ("Part II", "2"),
        ("Kill Bill: Vol. 1", "kill bill 1"),
        ("Kill Bill Volume One", "kill bill 1"),
        ("Kill Bill 1", "kill bill 1"),
        ("Back to the Future Part III", "back to the future 3"),
        ("The Parting", "the parting"),
        ("Part of Your World", "part of your world"),
        ("Malcolm X", "malcolm x"),  # no numeral: X names nothing else
        ("Rocky V", "rocky v"),
        ("#RockyIV", "rocky 4"),
        ("Creed III's", "creed 3"),
        ("rocky ivs", "rocky 4"),
        ("13 Going on Thirty", "13 going on 30"),
        ("Welcome to the 60's", "welcome to the 60s"),
        ("vis à vis", "vis a vis"),
        ("McAvity", "mcavity"),
        ("M*A*S*H", "m a s h"),
        ("First Blood", "1st blood"),
        ("The Sixth Sense", "the 6th sense"),
    ],
)
def test_names_are_compared_with_numerals_as_digits(title: str, key: str) -> None:
    assert " ".join(name_key(title)) == key


def test_a_counter_is_dropped_only_before_its_number() -> None:
    assert [word.folded for word in without_counters(words("part of rocky part 2"))] == ["part", "of", "rocky", "2"]


def test_punctuation_quotes_and_capitals_around_a_word_are_known() -> None:
    rocky, up, heat = words('Rocky, "Up" heat')
    assert (rocky.capital, rocky.quoted, rocky.opens) == (True, False, True)
    assert (up.capital, up.quoted, up.opens) == (True, True, False)
    assert (heat.capital, heat.quoted, heat.opens) == (False, False, False)


@pytest.mark.parametrize("text", ['"Up"', "“Up”", "‘Up’", "'Up'", "„Up“", "«Up»"])
def test_every_kind_of_quotes_is_seen(text: str) -> None:
    (word,) = words(f"the song in {text} please")[3:4]
    assert word.quoted


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert not any(word.quoted for word in words("what's Rocky's song, isn't it Bill's"))


def test_one_word_is_folded_alone() -> None:
    assert (fold_word("&"), fold_word("Él"), fold_word("don’t")) == ("and", "el", "dont")


@pytest.mark.parametrize("name", ["M.I.A.", "B.J. Thomas", "Rocky III : L'Œil du tigre", "AC/DC", "Æon Flux"])
def test_a_filter_compares_names_as_questions_do(catalogue: Catalogue, name: str) -> None:
    assert folded(name) == " ".join(word.folded for word in words(name))
    credited = select(catalogue, Filter(artist=name))
    assert credited == select(catalogue, Filter(artist=folded(name).upper()))


def test_every_digit_there_is_counts_as_one_of_ours() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isdigit()]
    assert len(digits) > 700
    for digit in digits:
        assert {word.key for word in words(f"rocky {digit}")} <= {"rocky", *"0123456789"}
