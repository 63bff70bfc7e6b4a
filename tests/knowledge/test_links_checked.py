"""Addresses are looked at when that is asked for: malformed ones, and pages cited twice or in two spellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.links import problem_of_link
from bot.knowledge.loading import check, default_directory

FILMS, BEST = "montages/1980s.yaml", "lists/best.yaml"
A_LIST = "          - list: best\n            supports: [film]\n"  # line 18


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://https://example.com/a", "begins with two schemes"),
        ("http://http:/example.com/a", "begins with two schemes"),
        ("https://example.com:port/a", "has no host and port"),
        ("https://[example.com/a", "has no host and port"),
        ("https://example/a", "leads to no site (“example”)"),
        ("https:///a", "leads to no site (“”)"),
        ("https://me:secret@example.com/a", "leads to no site"),
        ("https://exa mple.com/a", "leads to no site"),
        ("https://example.com/a|b", "has “|” in it"),
        ("https://example.com/<a>", "has “<” in it"),
        ("https://example.com/100%", "has “%” in it"),
        ("https://example.com/a.", "ends in “.”"),
        ("https://example.com/a’", "ends in “’”"),
        ("https://example.com/a)", "ends in “)”"),
        ("https://example.com/Hairspray_(soundtrack)", ""),
        ("https://example.com/a%20b?page=2&x=[1]#top", ""),
        ("http://sub-domain.example.co.uk:8080/é", ""),
    ],
)
def test_an_address_that_leads_nowhere_is_known(url: str, says: str) -> None:
    problem = problem_of_link(url)
    assert problem.startswith(says)
    assert bool(problem) == bool(says)


def _cite(folder: Path, *urls: str) -> None:
    path = folder / FILMS
    sources = "".join(f"          - url: {url}\n            supports: [film]\n" for url in urls)
    path.write_text(path.read_text(encoding="utf-8").replace(A_LIST, sources), encoding="utf-8")


@pytest.mark.parametrize(
    ("urls", "says"),
    [
        (("https://x.org/a", "https://x.org/a"), [(20, "cites “https://x.org/a” twice (first on line 18)")]),
        (
            ("https://x.org/a", "https://x.org/a#end"),
            [(20, "twice (first on line 18)"), (20, "is spelt “https://x.org/a”")],
        ),
        (("http://x.org/a/", "https://www.x.org/a"), [(20, "twice"), (20, "is spelt “http://x.org/a/” in")]),
        (("https://x.org/a|b",), [(18, "The address “https://x.org/a|b” has “|” in it")]),
        (("https://x.org/a", "https://x.org/b", "https://x.org/?a"), []),
    ],
)
def test_a_montage_cites_a_page_once_and_well(folder: Path, urls: tuple[str, ...], says: list[tuple[int, str]]) -> None:
    _cite(folder, *urls)
    assert check(folder) == (), "without being asked, nothing is said of addresses"
    found = check(folder, links=True)
    assert [fault.line for fault in found] == [line for line, _ in says]
    assert all(any(part in fault.sentence for fault in found) for _, part in says), found


def test_a_page_has_one_spelling_in_all_files_and_may_be_cited_in_several(folder: Path) -> None:
    path = folder / BEST
    text = path.read_text(encoding="utf-8")
    for url, line in (("https://x.org/a", ()), ("http://x.org/a", (4,))):
        path.write_text(text.replace("publisher: A Paper\n", f"publisher: A Paper\nurl: {url}\n"), encoding="utf-8")
        _cite(folder, "https://x.org/a")
        assert tuple(fault.line for fault in check(folder, links=True) if fault.file == path) == line


def test_the_data_has_no_address_that_leads_nowhere_or_stands_twice() -> None:
    assert check(default_directory(), links=True) == ()
