"""How an entry is written, where it is put, and how a file is restored when the result has a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import yaml

from bot.knowledge.additions import saving
from bot.knowledge.additions.draft import Draft
from bot.knowledge.additions.likeness import montages_like
from bot.knowledge.additions.placing import Addition, addition_of
from bot.knowledge.additions.questions import next_question
from bot.knowledge.additions.saving import save
from bot.knowledge.additions.stock import stock_of
from bot.knowledge.additions.written import lines_of
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import check, default_directory
from bot.knowledge.model import Confusion, FilmEntry, MontageFile

pytestmark = pytest.mark.usefixtures("cache")
_SONG = ("montages", "songs")
#: What is left to be added by hand: it is rare, and most of it would only hold up whoever adds.
NOT_ASKED = {
    (*_SONG, "credited_as"),
    (*_SONG, "names"),
    ("montages", "sources", "list"),
    *(("montages", "confusions", key) for key in Confusion.__struct_fields__),
}
ANSWERS = {
    "title": "Sunset Run", "year": "1984", "directors": "Jo Example", "imdb_id": "tt0000001", "artist": "The Examples",
    "kind": "work", "strict": "no", "description": "A mail carrier races the milk van.", "id": "sunset-run",
    "confidence": "medium",
}  # fmt: skip


def typed(**others: str) -> Draft:
    """A draft with as few answers as there may be."""
    answers = {**ANSWERS, **others}
    draft = Draft()
    while question := next_question(draft):
        answer = answers[str(question.pattern[-1])] if question.needed else None
        draft = draft.answered([(question.where, answer)])
    return draft


def added(folder: Path, **others: str) -> Addition:
    return addition_of(stock_of(folder), typed(**others))


def normal(text: str) -> str:
    """The text without quotes, and without what breaks its lines."""
    return " ".join(re.sub(r"['\"\\]", "", text).split())


def films_of(text: str) -> tuple[FilmEntry, ...]:
    return msgspec.convert(yaml.load(text, yaml.CSafeLoader), MontageFile).films


@pytest.fixture(scope="module")
def written() -> Mapping[str, Sequence[str]]:
    """The text of each of our files, and how its films are written."""
    texts = [path.read_text(encoding="utf-8") for path in (default_directory() / "montages").glob("*.yaml")]
    return {text: ["\n".join(lines_of(film, 2)) for film in films_of(text)] for text in texts}


def test_entries_are_written_as_they_stand_in_the_files(written: Mapping[str, Sequence[str]]) -> None:
    stands = {text: normal(text) for text in written}
    alike = [normal(entry) in stands[text] for text, entries in written.items() for entry in entries]
    assert sum(alike) > 0.98 * len(alike)  # the keys of a few stand in an order of their own


def test_what_is_written_is_read_as_it_was(written: Mapping[str, Sequence[str]]) -> None:
    for text, entries in written.items():
        assert films_of("\n".join(("films:", *entries))) == films_of(text)


@pytest.mark.parametrize(
    "title",
    [
        "1984",
        "Yes",
        "Rocky: the fourth",
        "# 1",
        "'80s",
        '"Crocodile" Dundee',
        "- a -",
        "*batteries",
        "Crosby, Stills & Nash",
        "Ünder",
        "~",
    ],
)
def test_a_text_is_read_as_it_was_typed_whatever_it_looks_like(folder: Path, title: str) -> None:
    addition = added(folder, title=title, artist=title, directors=title)
    assert save(addition, folder) == ()
    film = next(each for each in stock_of(folder).catalogue.films if each.imdb_id == "tt0000001")
    assert (film.title, film.directors) == (title, (title,))


def test_the_first_film_of_a_decade_gets_a_file(folder: Path) -> None:
    addition = added(folder, year="1927")
    assert save(addition, folder) == ()
    text = (folder / "montages" / "1920s.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../montages.schema.json\n# Montages in films of the 1920s")
    assert text.endswith("        confidence: medium\n")
    assert "\nfilms:\n\n  - title: Sunset Run\n" in text


@pytest.mark.parametrize(("year", "title", "follows"), [
    ("1980", "Z", None), ("1984", "A Dance", None), ("1984", "The Goonies", "Footloose"),
    ("1985", "Rocky", "Footloose"), ("1985", "Rocky V", "Rocky IV"), ("1989", "A", "Rocky IV"),
])  # fmt: skip
def test_films_stand_by_year_and_by_title_without_its_article(
    folder: Path, year: str, title: str, follows: str | None
) -> None:
    assert save(added(folder, year=year, title=title), folder) == ()
    titles = [None, *(film.title for film in stock_of(folder).catalogue.films)]
    assert titles[titles.index(title) - 1] == follows


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"\n", b"\r\n"), (b"films:", b"\xef\xbb\xbffilms:"), (b"confidence: high\n", b"confidence: high"),
     (b"confidence: high\n", b"confidence: high\n\n# the end\n\n")],
    ids=["Windows", "byte order mark", "no line end", "a comment last"],
)  # fmt: skip
@pytest.mark.parametrize("year", ["1980", "1989"])
def test_every_other_line_stays_byte_for_byte(folder: Path, old: bytes, new: bytes, year: str) -> None:
    path = folder / "montages" / "1980s.yaml"
    before = path.read_bytes().replace(old, new)
    path.write_bytes(before)
    assert save(added(folder, year=year), folder) == ()
    kept = iter(path.read_bytes().splitlines())
    assert all(line in kept for line in before.splitlines())  # each behind the one before it
    assert (b"\r\n" in before) == (b"\r\n  " in path.read_bytes())


def test_a_fault_in_the_result_undoes_the_addition(folder: Path) -> None:
    before = (folder / "montages" / "1980s.yaml").read_bytes()
    good = added(folder)
    bad = replace(good, after=good.after.replace(b"kind: work", b"kind: wrok"))
    (fault,) = save(bad, folder)
    assert "did you mean “work”?" in fault.sentence
    assert (folder / "montages" / "1980s.yaml").read_bytes() == before
    assert check(folder) == ()


def test_a_fault_in_a_new_file_removes_it(folder: Path) -> None:
    good = added(folder, year="1927")
    assert save(replace(good, after=b"films: ["), folder)
    assert not good.path.exists()


def test_what_would_land_elsewhere_is_undone(folder: Path) -> None:
    good = added(folder)
    before = good.path.read_bytes()
    (fault,) = save(replace(good, after=before + b"\n"), folder)
    assert fault.sentence == "The file is not laid out as ours are: add the entry by hand."
    assert good.path.read_bytes() == before


def test_an_interrupted_check_undoes_the_addition(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(directory: Path) -> None:
        raise KeyboardInterrupt

    good = added(folder)
    monkeypatch.setattr(saving, "check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(good, folder)
    assert good.path.read_bytes() == good.before


def test_what_somebody_else_wrote_is_never_written_over(folder: Path) -> None:
    good = added(folder)
    theirs = good.before + b"# theirs\n"
    good.path.write_bytes(theirs)
    (fault,) = save(good, folder)
    assert "Somebody wrote to the file meanwhile" in fault.sentence
    assert good.path.read_bytes() == theirs


def test_a_file_keeps_its_mode_and_leaves_nothing_beside_it(folder: Path) -> None:
    good = added(folder)
    good.path.chmod(0o640)
    assert save(good, folder) == ()
    assert good.path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in good.path.parent.iterdir()] == ["1980s.yaml"]


def test_every_key_is_asked_for_or_known_not_to_be() -> None:
    asked: set[tuple[object, ...]] = set()
    draft = Draft()
    while question := next_question(draft):
        asked.add(question.pattern)
        draft = draft.answered([(question.where, None if question.place_in_list else "x")])
    assert set(keys_of(msgspec.inspect.type_info(FilmEntry))) - asked == NOT_ASKED


def keys_of(wanted: msgspec.inspect.Type, within: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to every single value of the model."""
    match wanted:
        case msgspec.inspect.Metadata():
            yield from keys_of(wanted.type, within)
        case msgspec.inspect.VarTupleType():
            yield from keys_of(wanted.item_type, within)
        case msgspec.inspect.StructType():
            for field in wanted.fields:
                yield from keys_of(field.type, (*within, field.name))
        case _:
            yield within


def test_a_scene_told_in_other_words_is_like_itself_and_unlike_all_others(catalogue: Catalogue) -> None:
    told = {montage.id: montages_like(catalogue, " ".join(montage.entry.scene)) for montage in catalogue.montages[::10]}
    found = [name for name, alike in told.items() if alike and alike[0].id == name]
    assert len(found) > 0.95 * len(told)
    assert sum(len(alike) for alike in told.values()) < 1.2 * len(told)
    assert montages_like(catalogue, "A mail carrier laces up before sunrise and races the milk van.") == []
