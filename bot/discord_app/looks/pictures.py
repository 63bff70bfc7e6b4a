"""A ranking as a picture: ten places, each with its bar; and the same in words, for whoever cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

from bot.discord_app.limits import ELLIPSIS, clip
from bot.discord_app.sending import Picture

__all__ = ["MOST_BARS", "Bar", "ranking_picture"]

MOST_BARS = 10
WIDTH, MARGIN, HEAD, ROW, FOOT = 1000, 32, 92, 64, 56
LEFT, RIGHT = 96, WIDTH - MARGIN
BACKGROUND, TRACK, ACCENT, BRIGHT, MUTED = "#1e1f22", "#2b2d31", "#f2b33d", "#f2f3f5", "#b5bac1"
DESCRIPTION = 1024  # characters of an attachment's description that Discord takes


class Bar(Struct, frozen=True):
    """A place of the ranking; `share` is how long its bar is, from 0 to 1."""

    place: int
    name: str
    song: str
    said: str  # "5 of 7 voters"
    share: float


def ranking_picture(title: str, bars: Sequence[Bar], footer: str) -> Picture:
    """The first ten places. Takes a few hundredths of a second: not for the event loop."""
    shown = bars[:MOST_BARS]
    image = Image.new("RGB", (WIDTH, HEAD + ROW * len(shown) + FOOT), BACKGROUND)
    draw = ImageDraw.Draw(image)
    large, medium, small = (_font(size) for size in (36, 24, 20))
    draw.text((MARGIN, 28), _fitting(draw, title, large, RIGHT - MARGIN), BRIGHT, large)
    for number, bar in enumerate(shown):
        _draw_bar(draw, HEAD + ROW * number, bar, medium, small)
    draw.text((MARGIN, image.height - 40), _fitting(draw, footer, small, RIGHT - MARGIN), MUTED, small)
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return Picture("ranking.png", content.getvalue(), _in_words(title, shown, footer))


def _font(size: float) -> ImageFont.FreeTypeFont:
    """Latin, Greek and Cyrillic letters with all their accents, which Pillow's own font has not."""
    with files("fontpkg_inter").joinpath("files", "Inter[opsz,wght].ttf").open("rb") as font:
        return ImageFont.truetype(BytesIO(font.read()), size)


def _draw_bar(
    draw: ImageDraw.ImageDraw, top: int, bar: Bar, medium: ImageFont.FreeTypeFont, small: ImageFont.FreeTypeFont
) -> None:
    draw.text((MARGIN, top + 12), str(bar.place), ACCENT, medium)
    said = draw.textlength(bar.said, small)
    draw.text((RIGHT - said, top + 10), bar.said, MUTED, small)
    room = RIGHT - said - LEFT - 24
    name = _fitting(draw, bar.name, medium, room)
    draw.text((LEFT, top + 6), name, BRIGHT, medium)
    beside = LEFT + draw.textlength(name, medium) + 14
    draw.text((beside, top + 10), _fitting(draw, bar.song, small, LEFT + room - beside), MUTED, small)
    draw.rounded_rectangle((LEFT, top + 42, RIGHT, top + 50), 4, TRACK)
    length = max(8.0, (RIGHT - LEFT) * min(bar.share, 1.0))
    draw.rounded_rectangle((LEFT, top + 42, LEFT + length, top + 50), 4, ACCENT)


def _fitting(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """The text, or as much of it as there is room for."""
    if draw.textlength(text, font) <= room:
        return text
    while text and draw.textlength(text + ELLIPSIS, font) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS if text else ""


def _in_words(title: str, bars: Sequence[Bar], footer: str) -> str:
    lines = [f"{bar.place}. {bar.name} – {bar.song}, {bar.said}" for bar in bars]
    return clip("\n".join([f"{title}:", *lines, footer]), DESCRIPTION)
