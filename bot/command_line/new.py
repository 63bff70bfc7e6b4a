"""`montage-bot new`: a montage is asked for answer by answer, and written where it belongs."""

from __future__ import annotations

from pathlib import Path

from bot.command_line.lines import remember_lines
from bot.command_line.prompts import BACK, STOP, Back, Stop, agreed, chosen, in_full, is_further, reply, say
from bot.errors import CatalogueError
from bot.knowledge.additions.draft import Draft
from bot.knowledge.additions.offers import film_here, offers
from bot.knowledge.additions.placing import Addition, addition_of
from bot.knowledge.additions.proposals import proposed
from bot.knowledge.additions.questions import Question, next_question
from bot.knowledge.additions.saving import save
from bot.knowledge.additions.stock import stock_of
from bot.knowledge.additions.trial import entry_of, first_broken, problems
from bot.knowledge.additions.written import lines_of
from bot.knowledge.faults import Fault

__all__ = ["Dialogue"]

WELCOME = (
    f"A new montage, question by question. “{BACK}” goes to the question before, “{STOP}” leaves.\n"
    "Nothing is written before you have seen the whole entry and said yes."
)
NOTHING_WRITTEN = "Nothing was written."
CHANGED = "The data files have changed since they were read. This is the entry as it would be written now:"
MEND_FIRST = f"Mend that; then say yes, “{BACK}” or “{STOP}”."
NOT_WRITABLE = "The file cannot be written ({}); make room or check its permissions, then say yes once more."
ASK_FOR_IT = "Now ask for it as somebody would who forgot the title: `montage-bot ask …`. If it is not found, add cues."
LIST_IDS = "To send it in, add the ids to the lists of ids, as CONTRIBUTING.md says."


class Dialogue:
    """Asks until there is nothing left to ask; what was answered is a draft until it is written."""

    def __init__(self, directory: Path) -> None:
        self._stock = stock_of(directory)
        self._draft = Draft()
        self._asked: Question | None = None

    def hold(self) -> None:
        """Raises MontageBotError when the input ends before the entry is complete."""
        remember_lines()
        say(WELCOME)
        try:
            while not self._step():
                pass
        except Stop:
            say(NOTHING_WRITTEN)

    def _step(self) -> bool:
        """The next question, or when all is asked the last one; whether the entry is written."""
        question = next_question(self._draft)
        try:
            if question is None:
                return self._finish()
            self._ask(question)
        except Back:
            self._draft, self._asked = self._draft.before, None
        return False

    def _ask(self, question: Question) -> None:
        default = proposed(self._stock.catalogue, self._draft, question.where)
        if not is_further(question, self._asked):
            say(*in_full(question, default))
        self._asked = question
        text = reply() or default or ""
        if text or question.needed:
            self._answer(question, text)
        else:
            self._draft = self._draft.answered([(question.where, None)])

    def _answer(self, question: Question, text: str) -> None:
        """Goes on with the answer, or with what is chosen instead; when that breaks a rule, the same is asked again."""
        try:
            taken = chosen(offers(self._stock.catalogue, self._draft, question, text), text)
        except Back:
            self._asked = None
            return
        draft = self._draft.answered(taken.answers if taken else question.answers(text))
        if broken := problems(self._stock, draft):
            say(*broken)
        else:
            self._draft = draft

    def _finish(self) -> bool:
        """Shows the entry and writes it; False when something has to be asked again."""
        try:
            addition = addition_of(self._stock, self._draft)
        except CatalogueError:
            say("", *lines_of(entry_of(self._draft), 0))  # not lost, whatever the file is like
            raise
        say("", *addition.lines, "", f"It goes into {addition.path}, from line {addition.first_line} on.")
        agreed()
        return self._is_as_it_was() and _is_saved(addition, self._stock.directory)

    def _is_as_it_was(self) -> bool:
        """Whether the files are as they were read; if not, the draft is looked at among what is there now."""
        try:
            stock = stock_of(self._stock.directory)
        except CatalogueError as error:
            say(str(error), MEND_FIRST)
            return False
        if stock.fingerprint == self._stock.fingerprint:
            return True
        say(CHANGED)
        self._stock, self._draft = stock, film_here(stock.catalogue, self._draft)
        while broken := first_broken(stock, self._draft):
            step, sentences = broken
            say(*sentences)
            self._draft = self._draft.without(step)
        return False


def _is_saved(addition: Addition, directory: Path) -> bool:
    try:
        faults = save(addition, directory)
    except OSError as error:
        faults = (Fault(addition.path, 0, NOT_WRITABLE.format(error.strerror)),)
    if faults:
        say(*map(str, faults), NOTHING_WRITTEN)
        return False
    say(f"Written to {addition.path}, and the check finds no fault.", ASK_FOR_IT, LIST_IDS)
    return True
