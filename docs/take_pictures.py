"""Takes the pictures of docs/images from the preview, as a visitor would see it: python docs/take_pictures.py

Needs the extra pictures (pip install -e '.[pictures]') and a Chromium: one installed by `playwright install chromium`,
or the one that the variable CHROMIUM points to.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack
from pathlib import Path

from playwright.async_api import Browser, FloatRect, Page, async_playwright

from bot.config import Settings
from bot.discord_app.preview import open_preview
from bot.knowledge.loading import default_directory, load

IMAGES = Path(__file__).parent / "images"
WIDTH, HEIGHT = 900, 1400
SIDEBAR = 256  # the preview's own list of messages is not part of what Discord shows
TALL = 420  # how much above the lower edge shows what is typed and what is suggested
COMPOSER: FloatRect = {"x": SIDEBAR, "y": HEIGHT - TALL, "width": WIDTH - SIDEBAR, "height": TALL}
SETTLE = 1500  # milliseconds a page is given after every action
ASKED = {
    "card": ("/montage ask", "which song plays when Rocky runs up the steps?"),
    "choice": ("/montage song", "Rocky IV"),
    "unknown": ("/montage ask", "rocky horror picture show song"),
    "list": ("/montage list", ""),
    "about": ("/montage about", ""),
}


async def take_pictures() -> None:
    async with AsyncExitStack() as stack, async_playwright() as playwright:
        preview = await open_preview(stack, Settings(), load(default_directory()))
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for name, (command, text) in ASKED.items():
            page = await _opened(browser, preview.url)
            await _compose(page, command, text)
            if command == "/montage song":
                await page.keyboard.press("Enter")  # takes the first suggestion; the next one sends
            await page.keyboard.press("Enter")
            await page.wait_for_timeout(SETTLE)
            await page.locator("#channel-timeline").evaluate("timeline => timeline.scrollTo(0, timeline.scrollHeight)")
            await page.wait_for_timeout(SETTLE)
            newest = await page.locator("article.channel-message").last.bounding_box()
            await page.screenshot(path=IMAGES / f"{name}.png", clip=newest)
            await page.close()
        page = await _opened(browser, preview.url)
        await _compose(page, "/montage song", "rokcy")
        await page.screenshot(path=IMAGES / "autocomplete.png", clip=COMPOSER)
        await browser.close()


async def _opened(browser: Browser, url: str) -> Page:
    page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2)
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
    asyncio.run(take_pictures())
