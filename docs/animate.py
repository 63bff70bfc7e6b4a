"""Makes the two pictures that are not stills of the preview: python docs/animate.py

`asking.gif` shows a question typed and answered, `avatar.png` is made from the drawing `avatar.svg`. Needs what
take_pictures.py needs.
"""

from __future__ import annotations

import asyncio
import io
import os
from contextlib import AsyncExitStack
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot.config import Settings
from bot.discord_app.preview import open_preview
from bot.knowledge.loading import default_directory, load

IMAGES = Path(__file__).parent / "images"
QUESTION = "@Montage Bot the puppet one where he trains for Kim Jong-il"
WIDTH, HEIGHT = 620, 860
HEADER = 112  # the preview's own bar is no part of what Discord shows
LETTERS = 3  # typed from one frame to the next
TYPING, THINKING, READING = 90, 500, 5000  # milliseconds a frame is shown
SETTLE = 1500
AVATAR, COLOURS = 512, 128


async def animate() -> None:
    async with AsyncExitStack() as stack, async_playwright() as playwright:
        preview = await open_preview(stack, Settings(), load(default_directory()))
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        await _draw_avatar(browser)
        page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        await page.goto(preview.url)
        await page.wait_for_timeout(SETTLE)
        _write(await _asked_and_answered(page))
        await browser.close()


async def _draw_avatar(browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": AVATAR, "height": AVATAR})
    await page.goto((IMAGES / "avatar.svg").as_uri())
    picture = Image.open(io.BytesIO(await page.screenshot()))
    picture.convert("RGB").quantize(COLOURS).save(IMAGES / "avatar.png", optimize=True)


async def _asked_and_answered(page: Page) -> list[tuple[Image.Image, int]]:
    """What is seen, each with how long."""
    box = page.get_by_role("textbox").last
    seen = [(await _seen(page), THINKING)]
    for start in range(0, len(QUESTION), LETTERS):
        await box.press_sequentially(QUESTION[start : start + LETTERS])
        seen.append((await _seen(page), TYPING))
    seen[-1] = (seen[-1][0], THINKING)
    await box.press("Enter")
    await page.wait_for_timeout(SETTLE)
    await page.locator("#channel-timeline").evaluate("timeline => timeline.scrollTo(0, timeline.scrollHeight)")
    await page.wait_for_timeout(SETTLE)
    return [*seen, (await _seen(page), READING)]


async def _seen(page: Page) -> Image.Image:
    shot = await page.screenshot(clip={"x": 0, "y": HEADER, "width": WIDTH, "height": HEIGHT - HEADER}, caret="initial")
    return Image.open(io.BytesIO(shot)).convert("RGB")


def _write(seen: list[tuple[Image.Image, int]]) -> None:
    palette = seen[-1][0].quantize(COLOURS, dither=Image.Dither.NONE)
    first, *others = [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture, _ in seen]
    milliseconds = [each for _, each in seen]
    first.save(IMAGES / "asking.gif", save_all=True, append_images=others, duration=milliseconds, loop=0, optimize=True)


if __name__ == "__main__":
    asyncio.run(animate())
