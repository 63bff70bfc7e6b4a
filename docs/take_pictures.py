"""Takes the pictures of docs/images from the preview, as a visitor would see it: python docs/take_pictures.py [NAME …]

All are taken when none is named; docs/scenes.py says what is on them. Needs the extra pictures
(pip install -e '.[pictures]') and a Chromium: one installed by `playwright install chromium`, or the one that the
variable CHROMIUM points to.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, FloatRect, Locator, async_playwright
from scenes import SCENES, SETTLE, Play, Room

from bot.config import Settings
from bot.discord_app.preview import open_preview
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load

IMAGES = Path(__file__).parent / "images"
DESK, PHONE = 1280, 390  # the page's width in pixels
HEIGHT = 1400
WIDE = 720  # beside this much of a message there is nothing to see
SCALE = 2  # pixels of the picture for one of the page
COLOURS, LARGEST = (64, 32, 16), 80_000  # as many colours as a file of so many bytes has room for


async def take_pictures(names: Sequence[str]) -> None:
    catalogue = load(default_directory())
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for name in names or SCENES:
            for width in (DESK, PHONE) if SCENES[name].phone else (DESK,):
                shown = await _taken(browser, catalogue, SCENES[name].play, width)
                file = IMAGES / f"{name}{'' if width == DESK else f'-{width}'}.png"
                _write(shown, file)
                sys.stdout.write(f"{file.name}: {file.stat().st_size // 1024} kB\n")
        await browser.close()


async def _taken(browser: Browser, catalogue: Catalogue, play: Play, width: int) -> bytes:
    """Each scene has a preview of its own, so that none sees what was played before."""
    async with AsyncExitStack() as stack:
        preview = await open_preview(stack, Settings(), catalogue)
        page = await browser.new_page(viewport={"width": width, "height": HEIGHT}, device_scale_factor=SCALE)
        await page.goto(preview.url)
        await page.wait_for_timeout(SETTLE)
        shown = await play(Room(page, preview))
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(SETTLE)
        picture = await _seen(shown)
        await page.close()
        return picture


async def _seen(shown: Locator) -> bytes:
    """All that the locator finds, in one picture."""
    boxes = [box for each in await shown.all() if (box := await each.bounding_box())]
    left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
    right, bottom = max(box["x"] + box["width"] for box in boxes), max(box["y"] + box["height"] for box in boxes)
    clip: FloatRect = {"x": left, "y": top, "width": min(right - left, WIDE), "height": bottom - top}
    return await shown.page.screenshot(clip=clip)


def _write(shown: bytes, file: Path) -> None:
    picture = Image.open(io.BytesIO(shown)).convert("RGB")
    for colours in COLOURS:
        picture.quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)
        if file.stat().st_size <= LARGEST:
            return


if __name__ == "__main__":
    asyncio.run(take_pictures(sys.argv[1:]))
