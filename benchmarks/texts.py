"""Texts of all kinds, asked and typed into options: `python -m benchmarks.texts`.

None may raise, make a message that Discord would not take, or ping anybody. The texts are the same every time.
"""

from __future__ import annotations

import argparse
import random
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmarks.everything import body_of
from benchmarks.trials import Trial, show
from bot.answers.guide import Guide, Suggestion
from bot.discord_app import limits
from bot.discord_app.doors.options import choices_of
from bot.discord_app.kept import keeping
from bot.discord_app.replies import render
from bot.knowledge.loading import default_directory, load
from tests.discord_app.accepted import check_message

COMMAND = "benchmarks.texts"
TEXTS, QUICK = 100_000, 500
HUGE = 4_000  # characters: the longest message there can be
#: One text in so many is as long as a message can be.
ONE_HUGE_IN = 500
WORDS = (
    "which song plays in the when who sings it is was not number top 3 1984 80s and or compare first last montage "
    "training que cancion chanson dans Lied im welches film rank list of how many what happens really another more"
).split()
#: Controls, other directions, joiners, marks, emoji, what Discord or Markdown reads, and what is no text at all.
JUNK = (
    *"? ! , . … ' \" “ ” & # * _ ~ ` | > \\ [x](https://example.org) ||spoiler|| ```code``` -# ###".split(),
    *"R̶o̶c̶k̶y̶ İ ß ﬁ ➃ ٣".split(),
    *("@everyone", "@here", "<@1>", "<@&1>", "<#1>", "</montage ask:1>", "<t:0:R>", "<:a:1>", "https://discord.gg/x"),
    *("\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u200b", "\u200d", "\ufeff", "\u00ad", "\ufe0f", "\u0301" * 9),
    *("\x00", "\x07", "\x1b[2J", "\r", "\n", "\t", "\x7f", "\x85", "\u2028", "\ud800", "\uffff", "\U000e0041"),
    *("🥊", "👨‍👩‍👧‍👦", "🏳️‍🌈", "漢字", "ロッキー", "Рокки", "روكي", "ร็อคกี้", "𝕽𝖔𝖈𝖐𝖞", "ﷺ", "Z̸̡̢͙"),
    *("%s", "{0}", "${x}", "'; DROP TABLE votes; --", "../../etc/passwd", "null", "NaN", "-1", "1e400", "9" * 30),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=TEXTS)
    parser.add_argument("--show", type=int, default=5, help="so many of what went wrong")
    options = parser.parse_args()
    show(trials(options.texts, options.show))


def trials(texts: int = TEXTS, shown: int = 5) -> Iterator[Trial]:
    """Every text is asked, every second one in a conversation, and typed into one of the options."""
    guide = Guide(load(default_directory()))
    guide.warm()
    reply, typing = keeping(render), _options(guide)
    wrong = {"ask": 0, "type": 0}
    for number, text in enumerate(texts_of(guide, texts)):
        conversation = f"one:{number % 50}" if number % 2 else None
        suggest = typing[number % len(typing)]
        acts: Mapping[str, Callable[[str], None]] = {
            "ask": lambda text, of=conversation: check_message(body_of(reply(guide.ask(text, of)))),
            "type": lambda text, suggest=suggest: check_choices(suggest(text)),
        }
        for way, act in acts.items():
            wrong[way] += not _went_well(act, text, sum(wrong.values()) < shown)
    yield Trial("Generated texts asked", texts, wrong["ask"], COMMAND)
    yield Trial("The same typed into an option", texts, wrong["type"], COMMAND)


def _went_well(act: Callable[[str], None], text: str, is_shown: bool) -> bool:
    try:
        act(text)
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        if is_shown:
            print(f"{text[:200]!a}\n{traceback.format_exc()}", file=sys.stderr)
        return False
    return True


def _options(guide: Guide) -> Sequence[Callable[[str], tuple[Suggestion, ...]]]:
    of_names = (guide.suggest_films, guide.suggest_songs, guide.suggest_montages, guide.suggest_lists)
    return (*of_names, guide.suggest_performers, guide.suggest_directors, guide.suggest_series, guide.suggest_kinds)


def check_choices(suggestions: Sequence[Suggestion]) -> None:
    """Fails when Discord would refuse the choices, which costs the user all of them."""
    choices = choices_of(suggestions)
    assert len(choices) <= limits.CHOICES
    for each in choices:
        assert each.name.strip()
        assert len(each.name) <= limits.CHOICE_TEXT
        assert 0 < len(str(each.value)) <= limits.CHOICE_TEXT


def texts_of(guide: Guide, number: int) -> Iterator[str]:
    """Texts made of real names, words of questions, junk and any characters, by turns and mixed."""
    chance = random.Random(12)  # noqa: S311  the same texts every time
    names = [name for film in guide.catalogue.films for name in (film.title, *film.names, *film.directors)]
    names += [text for each in guide.catalogue.montages for song in each.songs for text in (song.title, song.artist)]
    cues = [cue for each in guide.catalogue.montages for cue in each.entry.cues]
    makers: Sequence[Callable[[], str]] = (
        lambda: _characters(chance, chance.randint(0, 60)),
        lambda: " ".join(chance.choices(JUNK, k=chance.randint(1, 8))),
        lambda: " ".join(chance.choices(WORDS, k=chance.randint(1, 12))),
        lambda: _mixed(chance, names),
        lambda: _mistyped(chance, f"{chance.choice(WORDS)} {chance.choice(names)} {chance.choice(WORDS)}"),
        lambda: _mistyped(chance, chance.choice(cues)),
    )
    for at in range(number):
        text = makers[at % len(makers)]()
        yield (f"{text} " * HUGE)[:HUGE] if at % ONE_HUGE_IN == 0 else text


def _characters(chance: random.Random, length: int) -> str:
    """Any characters at all, those of one alphabet or of all."""
    highest = chance.choice((0x80, 0x250, 0x3000, 0xFFFF, 0x10FFFF))
    return "".join(chr(chance.randrange(highest)) for _ in range(length))


def _mixed(chance: random.Random, names: Sequence[str]) -> str:
    parts = [*chance.choices(names, k=chance.randint(1, 3)), *chance.choices(WORDS, k=4), *chance.choices(JUNK, k=2)]
    chance.shuffle(parts)
    return chance.choice((" ", " ", "")).join(parts)


def _mistyped(chance: random.Random, text: str) -> str:
    letters = [*text]
    for _ in range(chance.randint(1, 3)):
        letters[chance.randrange(len(letters))] = chance.choice("abcdeilmnorstu  '-" + chr(chance.randrange(0x250)))
    return "".join(letters)


if __name__ == "__main__":
    main()
