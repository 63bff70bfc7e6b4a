"""What a card looks like is made once and kept; nobody can tell, and no two messages share what discord.py changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer
from bot.answers.guide import Guide
from bot.discord_app import kept
from bot.discord_app.kept import keeping
from bot.discord_app.markup import plain
from bot.discord_app.replies import render
from bot.discord_app.sending import Reply
from tests.discord_app.conftest import Reader, Stage


def _shown(reply: Reply) -> tuple[str, list[Any], list[Any]]:
    return reply.content, [embed.to_dict() for embed in reply.embeds], reply.view.to_components()


class Counting:
    """Renders as before, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, answer: Answer, page: int = 1) -> Reply:
        self.times += 1
        return render(answer, page)


async def test_a_card_looks_the_same_however_often_it_is_shown_and_whatever_was_asked(guide: Guide) -> None:
    keep = keeping(render)
    montages = guide.catalogue.montages
    ways = (
        lambda montage: guide.show(montage.id),
        lambda montage: guide.song_of_film(montage.film.id),
        lambda montage: guide.ask(f"who directed {montage.film.title}?"),
        lambda montage: guide.random(),
        lambda montage: guide.ask(montage.film.title[:-1]),
    )
    for ask in (*ways, ways[0]):
        for montage in montages[::3]:
            answer = ask(montage)
            assert _shown(keep(answer)) == _shown(render(answer)) == _shown(keep(answer))


async def test_the_looks_of_a_card_are_made_once(guide: Guide) -> None:
    counting = Counting()
    keep = keeping(counting)
    for _ in range(3):
        keep(guide.show("rocky"))
    assert counting.times == 1


async def test_looks_are_kept_of_so_many_cards_and_no_more(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    counting = Counting()
    keep = keeping(counting)
    first, second, third = (montage.id for montage in guide.catalogue.montages[:3])
    for montage in (first, second, third, third, second, first):
        keep(guide.show(montage))
    assert counting.times == 4


async def test_no_two_messages_share_a_view(guide: Guide) -> None:
    keep = keeping(render)
    one, other = keep(guide.show("rocky")), keep(guide.show("rocky"))
    assert one.view is not other.view
    one.view.timeout = 15 * 60.0  # as discord.py does to a view that only one person sees
    assert other.view.timeout is keep(guide.show("rocky")).view.timeout is None


@pytest.mark.parametrize("private", [True, False])
async def test_a_card_that_was_shown_to_one_alone_is_whole_for_everybody(
    stage: Stage, read: Reader, private: bool
) -> None:
    shown = [
        await stage.asker.slash(stage.channel, "montage song", film="rocky-1976", private=each)
        for each in (private, not private, private)
    ]
    first, *others = map(read.answer, shown)
    for each in others:
        assert read.words(each) == read.words(first)
        assert (
            read.labels(each)
            == read.labels(first)
            == ["YouTube", "Spotify", "Apple Music", "More", "Sources", "Vote", "Report a mistake"]
        )
    sources = read.answer(await stage.asker.click(others[-1], label="Sources"))
    assert read.title(sources) == "Sources for Rocky (1976)"


@given(st.text(st.sampled_from("a -#>*_~|`[]<@:/1\n\\é")))
def test_text_is_escaped_as_it_is_beside_text_that_has_to_be(text: str) -> None:
    line = f"{text}a"
    assert plain(f"{line}\n*") == f"{plain(line)}\n\\*"
