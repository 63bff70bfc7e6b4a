"""Films have ids of their own, whatever alphabet their titles are written in; those given once stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.ids import film_id
from bot.knowledge.model import LONGEST_ID

IDS = Path(__file__).with_name("film_ids.txt")
IMDB = "tt0238883"


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Rocky IV", "rocky-iv-2000"),
        ("M.I.A.", "mia-2000"),
        ("Amélie", "amelie-2000"),
        ("Æon Flux", "aeon-flux-2000"),
        ("Ødipus", "odipus-2000"),
        ("Брат 2", "brat-2-2000"),
        ("Такси 2", "taksi-2-2000"),
        ("Подъезд Щорса", "podezd-shchorsa-2000"),
        ("Ψυχή", "psychi-2000"),
        ("1917", "1917-2000"),
        ("七人の侍", f"{IMDB}-2000"),
        ("7人の侍", f"{IMDB}-2000"),
        ("!!!", f"{IMDB}-2000"),
        ("a " * LONGEST_ID, f"{IMDB}-2000"),
    ],
)
def test_a_film_is_called_by_its_title_and_year(title: str, made: str) -> None:
    assert film_id(title, 2000, IMDB) == made


def test_an_id_once_given_stays(catalogue: Catalogue) -> None:
    given, now = IDS.read_text(encoding="utf-8").split(), [film.id for film in catalogue.films]
    assert sorted(set(given) - set(now)) == []
    assert sorted(set(now) - set(given)) == [], f"add the new ids to {IDS.name}: they are for ever"
