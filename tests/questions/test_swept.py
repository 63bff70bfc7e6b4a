"""The plainest questions, asked of everything in the catalogue."""

from __future__ import annotations

import pytest

from benchmarks.sweep import SWEEPS, swept
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue

#: The least part that is answered right, where it is not all: letters lost make other words, cues fit two films,
#: titles of lists are like filters.
LEAST = {
    "titles with a letter lost": 0.9,
    "other titles": 0.99,
    "in other languages": 0.99,
    "told of": 0.99,
    "kinds of films": 0.9,
    "settings": 0.99,
    "beside another": 0.9,
    "what nobody recorded": 0.94,
    "songs alone": 0.99,
    "films of songs": 0.99,
    "songs beside films": 0.99,
    "people": 0.99,
    "years of songs": 0.99,
    "characters": 0.99,
    "asked further": 0.99,
    "in their own words": 0.97,
    "true claims": 0.997,
    "places": 0.95,
    "places by publisher": 0.93,
    "which ranks higher": 0.7,
}


@pytest.fixture(scope="module")
def guide(catalogue: Catalogue) -> Guide:
    return Guide(catalogue)


@pytest.mark.slow
@pytest.mark.no_cover  # thousands of questions: seen line by line they take minutes
@pytest.mark.parametrize("name", SWEEPS)
def test_whatever_the_catalogue_holds_is_found_by_its_own_name(guide: Guide, name: str) -> None:
    result = swept(guide, name)
    faults = "\n".join(fault for score in result.scores for fault in score.faults)
    assert result.right >= LEAST.get(name, 1.0) * len(result.scores) > 0, faults
