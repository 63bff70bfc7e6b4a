"""`montage-bot new` among what is here: near duplicates are offered, and files that change meanwhile are minded."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell import POSIX
from typist import ANSWERS, EIGHTIES, ENTRY, FROM_ITS_KIND, files_of, hold, lines_of, small_folder

from bot.errors import CatalogueError
from bot.knowledge.loading import check, load
from bot.knowledge.model import Song

ALL = lines_of(ANSWERS)
FILM = ("title", "year", "directors", "imdb_id", "franchise", "names")
#: What is not asked of a song that is taken as it stands.
OF_A_SONG: dict[str, tuple[str, ...]] = dict.fromkeys(("artist", "song_year", "score", "composers", "vocals"), ())
THE_SAME_SCENE = "Willard, a clumsy cowboy, learns to dance from Ren on bleachers."
SECOND = f"""\
      - id: rocky-iv
{FROM_ITS_KIND}"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small_folder(tmp_path / "data")


def path_of(folder: Path) -> Path:
    return folder / "montages" / "1980s.yaml"


def eighties(folder: Path) -> str:
    return path_of(folder).read_text(encoding="utf-8")


def answered(**others: tuple[str, ...]) -> list[str]:
    """The whole dialogue, with other answers to some questions."""
    return lines_of({**ANSWERS, **others})


def of_the_second(**others: tuple[str, ...]) -> list[str]:
    """The same for a montage of a film that is here, from its first song on."""
    return lines_of({name: lines for name, lines in {**ANSWERS, **others}.items() if name not in FILM})


@pytest.mark.parametrize("typed", ["Rocky IV", "rocky 4", "Rokcy IV"])
def test_a_montage_of_a_film_that_is_here_goes_below_it(folder: Path, typed: str) -> None:
    hold(folder, [typed, "1", *of_the_second()])
    assert eighties(folder) == EIGHTIES + SECOND
    assert check(folder) == ()


def test_a_montage_goes_below_its_film_and_above_the_next(folder: Path) -> None:
    hold(folder, ["Footloose", "1", *of_the_second(id=("footloose-mail",))])
    second = SECOND.replace("id: rocky-iv", "id: footloose-mail")
    assert eighties(folder) == EIGHTIES.replace("\n  # He trains", f"{second}\n  # He trains")


def test_the_film_is_told_with_what_it_has(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(folder, ["rocky 4", "/stop"])
    assert "1  Rocky IV (1985), which has rocky-iv-training" in capsys.readouterr().out


def test_a_film_of_the_same_title_and_another_year_is_another(folder: Path) -> None:
    hold(folder, answered(title=("Footloose", ""), year=("1984", "1989"), id=("footloose-1989",)))
    assert [film.label for film in load(folder).films] == ["Footloose (1984)", "Rocky IV (1985)", "Footloose (1989)"]


def test_a_song_that_is_here_is_taken_as_it_stands(folder: Path) -> None:
    hold(folder, answered(song=("Lets Here It for the Boy", "1"), **OF_A_SONG))
    montage = load(folder).montage("the-night-mail")
    assert montage
    assert montage.songs == load(folder).titled("Footloose")[0].songs
    assert montage.songs[0].composers == ("Tom Snow", "Dean Pitchford")


def test_a_score_that_is_here_stays_one(folder: Path) -> None:
    hold(folder, answered(song=("Training Montage", "1"), **OF_A_SONG))
    montage = load(folder).montage("the-night-mail")
    assert montage
    assert montage.songs == (Song(title="Training Montage", artist="Vince DiCola", score=True),)


@pytest.mark.parametrize(
    ("name", "typed", "taken"),
    [
        ("directors", ("Silvester Stallone", "1", ""), "directors: [Sylvester Stallone]"),
        ("artist", ("Denise Williams", "1"), "artist: Deniece Williams"),
        ("artist", ("Dénièce Williams", "1"), "artist: Deniece Williams"),
        ("composers", ("Tom Snowe", "1", ""), "composers: [Tom Snow]"),
    ],
)
def test_a_person_is_offered_as_they_are_spelt_here(
    folder: Path, name: str, typed: tuple[str, ...], taken: str
) -> None:
    hold(folder, answered(**{name: typed}))
    assert taken in eighties(folder)


def test_a_name_that_is_only_alike_is_kept_by_an_empty_line(folder: Path) -> None:
    hold(folder, answered(artist=("Denise Williams", "")))
    assert "artist: Denise Williams" in eighties(folder)


def test_going_back_from_what_is_offered_asks_the_same_again(folder: Path) -> None:
    hold(folder, answered(artist=("Denise Williams", "7", "/back", "The Examples")))
    assert ENTRY in eighties(folder)


@pytest.mark.parametrize(
    "typed",
    [["Let's Hear It for the Boy", "1"], of_the_second(description=(THE_SAME_SCENE, "1"))],
    ids=["by its song", "by what happens"],
)
def test_a_scene_that_is_here_already_is_shown_and_nothing_written(
    folder: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    before = files_of(folder)
    hold(folder, ["Footloose", "1", *typed])
    said = capsys.readouterr().out
    assert "1  footloose-willard, here already: Footloose (1984) with Let's Hear It for the Boy. Ren teaches" in said
    assert said.endswith("Nothing was written.\n")
    assert files_of(folder) == before


def test_another_film_that_came_meanwhile_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = ENTRY.replace("The Night Mail", "Postcards").replace("the-night-mail", "postcards")
    other = other.replace("tt0000001", "tt0000002").replace("Nachtpost", "Postkarten")
    hold(
        folder, [*ALL[:-1], lambda: path_of(folder).write_text(f"{EIGHTIES}\n{other}", encoding="utf-8"), "yes", "yes"]
    )
    assert "The data files have changed" in capsys.readouterr().out
    expected = EIGHTIES.replace("  # He trains twice.", f"{ENTRY}\n  # He trains twice.")
    assert eighties(folder) == f"{expected}\n{other}"


def test_an_id_that_was_taken_meanwhile_is_asked_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = EIGHTIES.replace("id: rocky-iv-training", "id: the-night-mail")
    best = (folder / "lists" / "best.yaml").read_text(encoding="utf-8").replace("rocky-iv-training", "the-night-mail")

    def somebody_writes() -> None:
        path_of(folder).write_text(taken, encoding="utf-8")
        (folder / "lists" / "best.yaml").write_text(best, encoding="utf-8")

    hold(folder, [*ALL[:-1], somebody_writes, "yes", "the-night-mail-work", "yes"])
    assert "The montage id “the-night-mail” is already used in" in capsys.readouterr().out
    assert load(folder).montage("the-night-mail-work")


def test_a_film_that_came_meanwhile_gets_the_montage(folder: Path) -> None:
    theirs = ENTRY.replace("id: the-night-mail", "id: night-mail-sorting").replace(
        "https://example.com/night-mail", "https://example.com/b"
    )
    hold(
        folder, [*ALL[:-1], lambda: path_of(folder).write_text(f"{EIGHTIES}\n{theirs}", encoding="utf-8"), "yes", "yes"]
    )
    montages = ENTRY.partition("    montages:\n")[2]
    assert eighties(folder) == f"{EIGHTIES}\n{theirs}{montages}"


def test_a_file_that_broke_meanwhile_is_left_until_it_is_mended(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(text: str) -> None:
        path_of(folder).write_text(text, encoding="utf-8")

    def look() -> None:
        assert eighties(folder) == "films: ["

    hold(folder, [*ALL[:-1], lambda: write("films: ["), "yes", look, lambda: write(EIGHTIES), "yes"])
    assert "The YAML is broken here" in capsys.readouterr().out
    assert ENTRY in eighties(folder)


def test_a_file_that_is_written_otherwise_than_ours_is_left_and_the_entry_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "films: [{title: Rocky IV, year: 1985, directors: [Sylvester Stallone], imdb_id: tt0089927, montages: [{"
        "id: rocky-iv-training, kind: training, strict: true, description: He runs., songs: [], confidence: medium}]}]"
    )
    path_of(folder).write_text(text, encoding="utf-8")
    before = files_of(folder)
    with pytest.raises(CatalogueError, match="add the entry by hand"):
        hold(folder, ALL)
    assert "- title: The Night Mail\n" in capsys.readouterr().out
    assert files_of(folder) == before


@POSIX
def test_an_entry_that_cannot_be_written_now_is_not_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import resource  # Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def disk_is_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))

    def there_is_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert eighties(folder) == EIGHTIES

    hold(folder, [*ALL[:-1], disk_is_full, "yes", there_is_room, "yes"])
    assert f"{path_of(folder)}: The file cannot be written (File too large)" in capsys.readouterr().out
    assert ENTRY in eighties(folder)
