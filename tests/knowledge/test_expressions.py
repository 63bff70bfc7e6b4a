"""An expression is compiled when somebody looks for it, and is then what `re.compile` makes."""

from __future__ import annotations

import re

import pytest

from bot.knowledge.expressions import Expression, expression


def test_an_expression_is_compiled_when_it_is_looked_for_and_not_before() -> None:
    late = expression("(")
    with pytest.raises(re.error):
        late.search("")


def test_an_expression_finds_what_a_compiled_one_finds() -> None:
    late, early = expression(r"a(?P<b>b?)", re.IGNORECASE), re.compile(r"a(?P<b>b?)", re.IGNORECASE)
    text = "AB a cab"
    assert late.findall(text) == early.findall(text)
    assert late.sub(r"\g<b>", text) == early.sub(r"\g<b>", text)
    assert late.split(text) == early.split(text)
    assert [each.span("b") for each in late.finditer(text)] == [each.span("b") for each in early.finditer(text)]
    assert late.fullmatch("ab")
    assert not late.match("x")
    assert late.pattern == early.pattern
    assert isinstance(late, Expression)
    assert late.compiled == early
    with pytest.raises(AttributeError):
        late.nothing_of_the_kind  # noqa: B018  asked for on purpose
