"""The benchmarks run, on a sample, and their pages say what they should."""

from __future__ import annotations

import importlib
import re
from math import ceil
from pathlib import Path

import pytest

from benchmarks import accuracy, before, faults, flood, gateway, performance, quiz, speed, stops, suggestions, votes
from benchmarks.bars import bars_of
from benchmarks.first_figures import first_figure_table, first_figures
from benchmarks.inbox import Attempt
from benchmarks.items import ROOT, Result, question_files
from benchmarks.made import JUDGED, MADE, cuts, made
from benchmarks.page import Part, parts_of, write_part
from benchmarks.rivals import rivals, similarity, trigrams
from benchmarks.synthetic import sized
from benchmarks.tables import Bar, bar_table, quantile, table
from bot.answers.answer import Answer, Outcome
from bot.answers.guide import Guide
from bot.community.store.store import Store
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film
from bot.language.question import Intent
from tests.questions.bars import BARS
from tests.questions.scoring import Item, Turn, items_of

LONGEST_WAIT = 1000.0  # milliseconds; a busy machine makes everybody wait

QUESTIONS = """\
- q: "What song plays in the Mulan training montage?"
  category: song_of_montage
  expect: {outcome: [answer], films: ["Mulan (1998)"], songs: ["I'll Make a Man Out of You"]}
- q: "the puppets training for kim jong-il"
  category: scene
  expect: {outcome: [answer], films: ["Team America: World Police (2004)"]}
- q: "What is the capital of Peru?"
  category: out_of_scope
  expect: {outcome: [unknown]}
- q: "Rocky (1976)"
  category: describe
  expect: {outcome: [unknown]}
- category: follow_up
  turns:
    - q: "song in the Mulan training montage"
      expect: {outcome: [answer], films: ["Mulan (1998)"]}
    - q: "who directed it?"
      expect: {outcome: [answer], text: ["Barry Cook"]}
"""


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "sample.yaml"
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


def test_the_accuracy_page_has_each_category_each_rival_and_each_failure(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "performance.md"
    accuracy.main(["--questions", str(questions), "--output", str(page), "--sentences", "10"])
    text = page.read_text(encoding="utf-8")
    assert capsys.readouterr().out.partition("\n\n")[2] in text
    assert "<!-- Made by `python -m benchmarks.accuracy`" in text
    assert "| How well questions are understood | other files that hold: items passed | 0 files | ≥ 1 files |" in text
    assert "| sample: items passed | 80.00 % | ≥ 97 % | **no** |" in text
    assert "| sample: wrong but confident | 20.00 % | ≤ 1 % | **no** |" in text
    assert re.search(r"^\| clinc_inscope: answered or asked back \| [\d.]+ % \| ≤ 1 % \|", text, re.MULTILINE)
    assert re.search(r"^\| snips_AddToPlaylist \| 10 \| \d+ \| [\d.]+ % \|$", text, re.MULTILINE)
    assert "| own-c | 2026-11-22 | 214 | 87.4 % | not counted |" in text
    assert re.search(r"^\| out_of_scope \| 1 \| 1 \| 100\.0 % \| 0 \| 1 \|", text, re.MULTILINE)
    assert all(f"| {name} |" in text for name in ("WRatio 60", "token_set 75", "QRatio 80", "trigram 0.3"))
    assert re.search(r"^\| notes and cues \| 100\.0 % \| 100\.0 % \|", text, re.MULTILINE)
    assert re.findall(r"^- (sample \d+) ", text, re.MULTILINE) == ["sample 4"]


@pytest.mark.slow
def test_the_speed_page_has_each_size_beside_the_real_catalogue(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "performance.md"
    options = ["--sizes", "6", "--asked", "4", "--runs", "1", "--questions", str(questions), "--output", str(page)]
    speed.main(options)
    text = page.read_text(encoding="utf-8")
    assert capsys.readouterr().out.partition("\n\n")[2] in text
    sizes = re.findall(r"^\| (\d+) \| \d+ \| [\d.]+ \|", text, re.MULTILINE)
    assert sizes[1:] == ["6"]
    assert all(f"| {part} |" in text for part in ("YAML", "validation", "names", "scenes"))
    assert "| 6 films: memory above the interpreter |" in text
    assert '| `python -c "import discord"` |' in text


def test_a_part_is_put_in_its_place_and_the_summary_has_the_bars_of_all_parts(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"

    def measured(part: Part, *bars: Bar) -> None:
        write_part(page, part, "python -m it", f"So it was.\n\n{bar_table(bars)}\n\n### More\n\n{table('ab', ['12'])}")

    measured(Part.FLOOD, Bar("others' wait", 30.0, None, "ms"))
    measured(Part.ACCURACY, Bar("passed", 99.0, 98.0, "%", at_least=True), Bar("wrong", 2, 1, "%"))
    measured(Part.FLOOD, Bar("others' wait", 20.0, None, "ms"))
    text = page.read_text("utf-8")
    assert re.findall(r"^## (.+)", text, re.MULTILINE) == ["Summary", Part.ACCURACY, Part.FLOOD]
    assert text.count("### More") == 2
    summary = text.partition("## Summary")[2].partition("\n## ")[0]
    assert "1 of 2 bars hold." in summary
    assert re.findall(r"^\| (?!Part|---)(.+) \|$", summary, re.MULTILINE) == [
        f"{Part.ACCURACY} | passed | 99.00 % | ≥ 98 % | yes",
        f"{Part.ACCURACY} | wrong | 2 % | ≤ 1 % | **no**",
        f"{Part.FLOOD} | others' wait | 20.00 ms | – | –",
    ]


def test_every_part_of_the_page_has_its_command_and_each_command_a_sample() -> None:
    assert len(performance.PARTS) == len(Part)
    assert [*performance.SAMPLE] == [*performance.PARTS]
    for name in performance.PARTS:
        assert callable(importlib.import_module(f"benchmarks.{name}").main)


@pytest.mark.slow
@pytest.mark.timed
def test_ours_and_the_least_bot_are_asked_in_every_way(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    gateway.main(["--rounds", "1", "--starts", "1", "--films", "5", "--output", str(page)])
    part = parts_of(page)[Part.BESIDE_THE_LEAST]
    wanted = ("≤ 1.35 times", "≥ 0.65 times", "≤ 1.5 times", "≥ 0.6 times", "≤ 1.6 times", "≤ 45 MB", "≤ 0.65 times")
    assert re.findall(r"\| ([≤≥] [\d.]+ \w+) \|", part) == [*wanted]
    assert all(f"| {way.name}: median wait, ms |" in part for way in (*gateway.COMMANDS, *gateway.OTHERS))


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the earlier bot is taken out of git's history")
def test_the_bot_before_votes_still_starts_and_is_asked_beside_ours(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    before.main(["--rounds", "1", "--films", "3", "--output", str(page)])
    part = parts_of(page)[Part.BEFORE_VOTES]
    assert re.findall(r"^\| (.+): median wait \| [\d.]+ times \| ≤ 1.05 times \|", part, re.MULTILINE) == [
        way.name for way in gateway.COMMANDS
    ]


async def test_a_vote_is_measured_where_others_have_voted(tmp_path: Path) -> None:
    url, asked = f"sqlite:///{tmp_path}/votes.sqlite3", 20
    of = {"SQLite": [await votes.costs(url, 3, 10, asked)]}
    [costs] = of["SQLite"]
    assert {len(spent) for spent in costs.verbs.values()} == {asked}
    assert min(spent for every in costs.verbs.values() for spent in every) > 0
    assert all(bar.holds for bar in votes.bars(of))
    async with Store.configured(url) as store:
        assert (await store.votes.of_all()).people == 10 + asked, "those there were, and those who came at once"


def test_a_made_up_catalogue_has_the_real_films_first_and_as_many_as_were_asked_for(catalogue: Catalogue) -> None:
    larger, again = sized(catalogue, 1000), sized(catalogue, 1000)
    assert len(larger.films) == 1000
    assert set(catalogue.films) < set(larger.films)
    assert [_mark(film) for film in larger.films] == [_mark(film) for film in again.films]
    assert len({montage.id for montage in larger.montages}) == len(larger.montages)
    six = sized(catalogue, 6)
    ranked = catalogue.default_list
    assert ranked is not None
    assert {montage.film for montage in six.montages} == {
        montage.film for item in ranked.items if (montage := catalogue.montage(item.montage or ""))
    }


def _mark(film: Film) -> tuple[str, str]:
    return film.id, film.title


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("word", "word", 1.0), ("word", "two words", 4 / 11), ("", "Rocky", 0.0), ("Rocky!", "rocky", 1.0)],
)
def test_trigrams_are_compared_as_postgresql_does(one: str, other: str, expected: float) -> None:
    assert similarity(trigrams(one), trigrams(other)) == pytest.approx(expected)


def test_a_rival_answers_an_exact_title_with_its_montage_and_refuses_what_is_far(catalogue: Catalogue) -> None:
    by_name = dict(rivals(catalogue))
    for rival in by_name.values():
        assert rival.ask("Footloose").films[0] == "Footloose (1984)"
    assert by_name["QRatio 80"].ask("how do I boil an egg").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("figure", "at_least", "holds"), [(5, False, True), (5.1, False, False), (5, True, True), (4.9, True, False)]
)
def test_a_bar_holds_at_its_very_value(figure: float, *, at_least: bool, holds: bool) -> None:
    assert Bar("what", figure, 5, "ms", at_least=at_least).holds is holds


@pytest.mark.parametrize("name", BARS)
def test_a_file_is_measured_by_the_bars_that_the_tests_hold_it_to(name: str) -> None:
    item = Item("facts", (Turn("?", {"outcome": ["unknown"]}),))
    answer = Answer(question="?", outcome=Outcome.UNKNOWN, intent=Intent.NOTHING, headline="I don't know.")
    right, wrong = Result("1", item, (answer,), ((),), (1.0,)), Result("2", item, (answer,), (("no",),), (1.0,))
    items = 301
    least = ceil(BARS[name].whole * items)

    def holds(count: int) -> bool:
        [bar] = [
            bar for bar in bars_of(name, [right] * count + [wrong] * (items - count)) if "items passed" in bar.what
        ]
        return bar.holds

    assert (holds(least), holds(least - 1)) == (True, False)


def test_first_figures_are_of_sets_we_know_and_possible(tmp_path: Path) -> None:
    known = {path.stem: len(items_of(path)) for path in question_files()}
    for figure in first_figures():
        assert figure.passed + (figure.wrong or 0) <= figure.items
        assert known.get(figure.set, figure.items) == figure.items
    path = tmp_path / "figures.yaml"
    path.write_text("- {set: new, date: 2026-11-25, items: 200, passed: 190, wrong: 3}", encoding="utf-8")
    assert "| new | 2026-11-25 | 200 | 95.0 % | 1.5 % |" in first_figure_table(first_figures(path))


def test_the_99th_percentile_is_a_value_that_was_measured() -> None:
    assert quantile(range(1, 201), 0.99) == 199
    assert quantile([7.0], 0.99) == 7.0


def test_questions_are_made_of_what_was_left_out_of_a_catalogue(catalogue: Catalogue) -> None:
    cut, other = cuts(catalogue)
    assert len(cut.catalogue.montages) == len(catalogue.films)
    assert {each.id for each in cut.gone}.isdisjoint(each.id for each in cut.catalogue.montages)
    for montage, cue in cut.cues:
        left = cut.catalogue.montage(montage.id)
        assert left
        assert cue in montage.entry.cues
        assert cue not in left.entry.cues
    first, again = list(made(cut)), list(made(cut))
    assert first == again != list(made(other))
    assert {source.partition(":")[0] for source, _ in first} == {MADE, JUDGED}
    assert {str(turn.expect["outcome"][0]) for _, item in first for turn in item.turns} == {"answer", "unknown"}


def test_the_stops_are_counted_that_lose_an_answer() -> None:
    report = stops.report([stops.Stop(5, 2, 0, 0.5, 0), stops.Stop(4, 0, 0, 1.25, 3), stops.Stop(3, 3, 1, 0.1, 0)])
    assert report.startswith("2 of 3 stops lost an answer: 5 of 12 answers.\n")
    assert "0 (2 times), 1 (1 times). Longest end: 1.25 s. Complaints: 3." in report


def test_answers_on_a_broken_way_are_counted_by_what_became_of_them() -> None:
    attempts = [
        Attempt("lost", "An answer", "", arrived=False, at=0.0),
        Attempt("lost", "Sorry, that went wrong", "", arrived=True, at=1.0),
        *[Attempt("twice", "An answer", "", arrived=True, at=each) for each in (0.0, 1.0, 2.0)],
        Attempt("once", "An answer", "", arrived=True, at=0.0),
    ]
    asked = {"lost": "click", "twice": "direct", "once": "direct"}
    row = faults.row_of(asked, attempts, [b"Traceback (most recent call last):", b"all is well"])
    assert row == faults.Row(asked=3, once=1, lost={"click": 1}, twice=1, apologies=1, most=3, complaints=1)
    assert "| 502 | 3 | 1 → 1 | 1 click → 1 click | 1 → 1 | 1 → 1 | 3 → 3 | 1 → 1 |" in faults.report(
        {"502": [row, row]}
    )


@pytest.mark.timed
def test_nobody_waits_for_what_one_user_floods() -> None:
    _, during, flooded = flood.measured(3.0)
    waits = [each for way, of in during.items() if way != flood.THERE for each in of]
    assert flooded > 100
    assert max(waits) < LONGEST_WAIT


def test_montages_of_servers_are_measured(tmp_path: Path) -> None:
    report = suggestions.measure(tmp_path, servers=3, each=4)
    assert report.found
    assert "| 3 servers with 4 montages each: memory |" in suggestions.section([report])


async def test_the_quiz_is_fair_on_a_sample(guide: Guide, tmp_path: Path) -> None:
    report = await quiz.measure(f"sqlite:///{tmp_path}/quiz.sqlite3", guide, seeds=1, quizzes=1)
    assert (report.faulty, report.doubled, report.unfair) == ([], 0, 0)
    assert report.questions > 1000
    assert (report.rounds, report.presses) == (20, 160)
