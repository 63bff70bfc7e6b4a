"""The cases by which readings are weighed: every question with all its readings, each of them right or wrong."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.made import cuts, made
from benchmarks.phrased import Phrased, ways
from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.language.forms.form import OTHERWISE
from bot.language.marks import Marks
from bot.language.question import Intent
from bot.language.weighing import Weighed
from bot.terminal import render
from tests.questions.scoring import Expect, Item, Turn, items_of, passes

#: Parts the questions are cut into to judge each by the others.
FOLDS = 5
#: Of sentences that are no questions for us, one in so many is asked after another topic too.
ASKED_AGAIN = 10
#: How each category of question is asked most plainly; what is answered besides is no lesson in asking.
_PLAIN: Mapping[str, frozenset[Intent]] = {
    "song_of_montage": frozenset({Intent.SONG_OF_MONTAGE}),
    "montage_of_song": frozenset({Intent.MONTAGE_OF_SONG}),
    "performer": frozenset({Intent.PERFORMER}),
    "describe": frozenset({Intent.DESCRIBE}),
    "scene": frozenset({Intent.SCENE, Intent.SONG_OF_MONTAGE}),
    "facts": frozenset({Intent.FACTS, Intent.SETTING, Intent.OTHER_TITLES}),
    "compare": frozenset({Intent.COMPARE}),
    "check": frozenset({Intent.CHECK}),
}
_ASKS_SOMETHING_ELSE = frozenset({"song_of_montage", "performer", "facts", "rank", "list", "check", "compare"})
#: What a conversation was about before: a question that stands by itself leans on none of it.
BEFORE = (
    "which song plays in vision quest",
    "which song plays in ghostbusters",
    "makeover montages",
    "number 4 on the list",
    "top 3 training montages",
    "who directed highlander",
    "show me the ranked list",
    "which song plays in footloose",
    "queen montages",
    "top 3",
    "is Rocky IV on the list",
)
#: In no more words a message may lean on what was said before, if it names nothing: "what year", "third place".
MOST_LEANING = 4
#: So many things each way to ask is asked of.
TIMES = 3
NO_QUESTION: Expect = {"outcome": ["unknown"]}


#: What people say before or after what they ask, by somebody who saw neither the program nor any question.
BESIDE = Path(__file__).with_name("beside.tsv")


@dataclass(frozen=True, slots=True)
class Beside:
    """What somebody says before or after what is asked."""

    where: str
    words: str

    def around(self, question: str) -> str:
        """The question with it."""
        return f"{self.words} {question}" if self.where == "before" else f"{question} {self.words}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the readings a question has: its marks, and whether it would be right or stated though wrong."""

    marks: Marks
    right: bool
    stated: bool
    telling: (
        bool  # False where the answer holds what was asked without having been asked for it: nothing is learnt of that
    )


@dataclass(frozen=True, slots=True)
class Case:
    """A question with all its readings; `refusable` when "unknown" is right."""

    source: str
    fold: int
    text: str
    refusable: bool
    choices: tuple[Choice, ...]
    ours: bool
    again: bool = False  # asked before by itself


def cases_of(source: str, items: Sequence[Item], guide: Guide, *, ours: bool = True) -> Iterator[Case]:
    """The cases of some items; a conversation goes on from the right answer to each turn, as far as there is one."""
    for number, item in enumerate(items):
        key = f"{source} {number}"
        for turn in item.turns:
            yield _case(source, turn, item.category, guide, key, ours=ours)


def cases_in_talk(source: str, items: Sequence[Item], guide: Guide, *, ours: bool = True) -> Iterator[Case]:
    """The questions that stand by themselves, each asked when something else was talked of before."""
    for number, item in enumerate(items):
        if len(item.turns) == 1 and _stands_alone(item.turns[0].question, guide):
            key = f"{source} {number}"
            guide.ask(BEFORE[number % len(BEFORE)], key)
            case = _case("after another topic", item.turns[0], item.category, guide, key, ours=ours)
            yield replace(case, again=True)


def cases_beside(source: str, items: Sequence[Item], guide: Guide) -> Iterator[Case]:
    """The questions that stand by themselves, each with what people say before or after they ask."""
    said = [Beside(*line.split("\t")) for line in BESIDE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for number, item in enumerate(items):
        if len(item.turns) == 1:
            key = f"{source} {number}"
            beside = said[zlib.crc32(key.encode()) % len(said)]
            turn = replace(item.turns[0], question=beside.around(item.turns[0].question))
            case = _case("beside other words", turn, item.category, guide, f"{key} beside", ours=True)
            yield replace(case, fold=zlib.crc32(key.encode()) % FOLDS, again=True)


def _stands_alone(text: str, guide: Guide) -> bool:
    reading = guide.account(text).reading
    return bool(reading.mentions) or len(reading.words) > MOST_LEANING


def _case(source: str, turn: Turn, category: str, guide: Guide, key: str, *, ours: bool) -> Case:
    weighed = guide.account(turn.question, key).weighed
    answers = [guide.answer(each.question) for each in weighed]
    right = [not passes(answer, turn.expect, render(answer)) for answer in answers]
    following = next((each.question for each, fits in zip(weighed, right, strict=True) if fits), None)
    if following:
        guide.answer(following, key)
    rights = [each for each, fits in zip(weighed, right, strict=True) if fits]
    choices = tuple(
        Choice(each.marks, fits, answer.outcome is Outcome.ANSWER, not fits or _teaches(each, rights, category))
        for each, answer, fits in zip(weighed, answers, right, strict=True)
    )
    fold = zlib.crc32(key.encode()) % FOLDS
    return Case(source, fold, turn.question, Outcome.UNKNOWN.value in turn.expect["outcome"], choices, ours)


def _teaches(weighed: Weighed, rights: Sequence[Weighed], category: str) -> bool:
    """Whether a right reading is right for what it asks, and not since its card holds what a plainer one asks for."""
    intents = _PLAIN.get(category, frozenset())
    if weighed.rule.removesuffix(OTHERWISE) in {each.rule for each in rights} - {weighed.rule}:
        return False
    if any(each.question.intent in intents for each in rights):
        return weighed.question.intent in intents
    asks = category in _ASKS_SOMETHING_ELSE or any(map(_asks_plainly, rights))
    return not (asks and _describes(weighed))


def _asks_plainly(weighed: Weighed) -> bool:
    """Whether more is asked than what happens, in words that a form knows."""
    return bool(weighed.question.montages) and not _describes(weighed) and not weighed.rule.endswith(OTHERWISE)


def _describes(weighed: Weighed) -> bool:
    """Whether a scene is described: what else was asked for stands on the card as well."""
    return weighed.question.intent in (Intent.DESCRIBE, Intent.SCENE)


def made_cases(catalogue: Catalogue) -> Iterator[Case]:
    """The cases of questions made of the catalogue, each asked of the part of it that it was made for."""
    for number, cut in enumerate(cuts(catalogue)):
        guide = Guide(cut.catalogue)
        for at, (source, item) in enumerate(made(cut)):
            yield _case(source, item.turns[0], item.category, guide, f"made {number} {at}", ours=True)


def phrased_cases(guide: Guide) -> Iterator[Case]:
    """The cases of other people's ways to ask; those of one way stay together in one part."""
    phrased = Phrased(guide.catalogue)
    for way in ways():
        for case in cases_of(way.source, list(phrased.items(way, TIMES)), guide, ours=way.about != "other"):
            yield replace(case, fold=zlib.crc32(way.words.encode()) % FOLDS)


def refusals(folder: Path) -> Iterator[tuple[str, list[Item]]]:
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield path.stem, [Item("out_of_scope", (Turn(line, NO_QUESTION),)) for line in lines]


def all_cases(files: Sequence[Path], others: Path, guide: Guide) -> list[Case]:
    """The cases of question files, of other people's sentences in a folder, and of what is made of the catalogue."""
    ours = {path.stem: items_of(path) for path in files}
    cases = [case for source, items in ours.items() for case in cases_of(source, items, guide)]
    cases += [case for source, items in ours.items() for case in cases_in_talk(source, items, guide)]
    cases += [case for source, items in ours.items() for case in cases_beside(source, items, guide)]
    for source, items in refusals(others):
        if "AddToPlaylist" not in source:
            cases += cases_of(source, items, guide, ours=False)
            cases += cases_in_talk(source, items[::ASKED_AGAIN], guide, ours=False)
    return [*cases, *made_cases(guide.catalogue), *phrased_cases(guide)]
