"""Takes the pictures of docs/images from the preview, as a visitor would see it: python docs/take_pictures.py [WIDTH …]

The widths are those of the page in pixels, 1280 and 390 (a phone) when none is given. Needs the extra pictures
(pip install -e '.[pictures]') and a Chromium: one installed by `playwright install chromium`, or the one that the
variable CHROMIUM points to.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, async_playwright

from bot.config import Settings
from bot.discord_app.preview import open_preview
from bot.knowledge.loading import default_directory, load

IMAGES = Path(__file__).parent / "images"
DESK, PHONE = 1280, 390
HEIGHT = 1400
WIDE = 720  # beside this much of a message there is nothing to see
TALL = 420  # how much above the lower edge shows what is typed and what is suggested
SETTLE = 1500  # milliseconds a page is given after every action


@dataclass(frozen=True, slots=True)
class Picture:
    """What is typed for a picture, and the button that is clicked before it is taken."""

    command: str
    text: str = ""
    click: str = ""
    after: str = ""  # clicked when it is taken, so that it can be taken again


PICTURES = {
    "card": Picture("/montage ask", "which song plays when Rocky runs up the steps?"),
    "more": Picture("/montage ask", "which song plays when Rocky runs up the steps?", click="More"),
    "sources": Picture("/montage ask", "which song plays when Rocky runs up the steps?", click="Sources"),
    "choice": Picture("/montage song", "Rocky IV"),
    "unknown": Picture("/montage ask", "rocky horror picture show song"),
    "list": Picture("/montage list"),
    "daily": Picture("/montage daily", click="Next clue"),
    "workout": Picture("/montage workout"),
    "about": Picture("/montage about"),
    "quiz": Picture("/montage quiz", after="Stop"),
}


async def take_pictures(widths: list[int]) -> None:
    async with AsyncExitStack() as stack, async_playwright() as playwright:
        preview = await open_preview(stack, Settings(), load(default_directory()))
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for width in widths:
            for name, picture in PICTURES.items():
                await _take(browser, preview.url, name, picture, width)
        await _take_suggestions(browser, preview.url)
        await browser.close()


async def _take(browser: Browser, url: str, name: str, picture: Picture, width: int) -> None:
    page = await _opened(browser, url, width)
    await _compose(page, picture.command, picture.text)
    if picture.text and picture.command != "/montage ask":
        await page.keyboard.press("Enter")  # takes the first suggestion; the next one sends
    await page.keyboard.press("Enter")
    newest = await _newest(page)
    if picture.click:
        await newest.get_by_role("button", name=picture.click, exact=True).click()
        await page.mouse.move(0, 0)
        newest = await _newest(page)
    if box := await newest.bounding_box():
        box["width"] = min(box["width"], WIDE)
        await page.screenshot(path=IMAGES / f"{name}{'' if width == DESK else f'-{width}'}.png", clip=box)
        if picture.after:
            await newest.get_by_role("button", name=picture.after, exact=True).click()
        sys.stdout.write(f"{name} at {width}: {box['height']:.0f} pixels tall\n")
    await page.close()


async def _newest(page: Page) -> Locator:
    """The newest message, in view."""
    await page.wait_for_timeout(SETTLE)
    await page.locator("#channel-timeline").evaluate("timeline => timeline.scrollTo(0, timeline.scrollHeight)")
    await page.wait_for_timeout(SETTLE)
    return page.locator("article.channel-message").last


async def _take_suggestions(browser: Browser, url: str) -> None:
    page = await _opened(browser, url, DESK)
    await _compose(page, "/montage song", "rokcy")
    channel = await page.locator("#channel-timeline").bounding_box()
    if channel:
        below = {"x": channel["x"], "y": HEIGHT - TALL, "width": channel["width"], "height": TALL}
        await page.screenshot(path=IMAGES / "autocomplete.png", clip=below)
    await page.close()


async def _opened(browser: Browser, url: str, width: int) -> Page:
    page = await browser.new_page(viewport={"width": width, "height": HEIGHT}, device_scale_factor=2)
    await page.goto(url)
    await page.wait_for_timeout(SETTLE)
    return page


async def _compose(page: Page, command: str, text: str) -> None:
    await page.get_by_role("textbox").last.press_sequentially(command)
    await page.wait_for_timeout(SETTLE)
    await page.keyboard.press("Enter")
    await page.wait_for_timeout(SETTLE)
    if text:
        await page.keyboard.type(text)
    else:
        await page.keyboard.press("Escape")  # the suggestions for an option nobody needs
    await page.wait_for_timeout(SETTLE)


if __name__ == "__main__":
    asyncio.run(take_pictures([int(width) for width in sys.argv[1:]] or [DESK, PHONE]))
