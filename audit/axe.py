"""axe on every page; on one page of each type and language also in dark and on a small screen."""

import asyncio
from collections.abc import AsyncIterator, Iterable

from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from audit.scratch import ROOT
from tests import chromium

SOURCE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """() => axe.run(document, {
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})"""
TOGETHER = 2
SMALL: ViewportSize = {"width": 390, "height": 844}
LARGE: ViewportSize = {"width": 1280, "height": 900}


def violations(urls: Iterable[str], samples: set[str]) -> list[str]:
    return asyncio.run(_violations(list(urls), samples))


async def _violations(urls: list[str], samples: set[str]) -> list[str]:
    queue = list(reversed(urls))
    found: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox"]
        )
        workers = (_work(browser, queue, samples, found) for _ in range(TOGETHER))
        await asyncio.gather(*workers)
        await browser.close()
    return sorted(found)


async def _work(browser: Browser, queue: list[str], samples: set[str], found: list[str]) -> None:
    # Nothing moves, so that no colour is judged halfway through a transition.
    context = await browser.new_context(viewport=LARGE, reduced_motion="reduce")
    page = await context.new_page()
    source = SOURCE.read_text("utf-8")
    while queue:
        url = queue.pop()
        await page.goto(url)
        await page.evaluate(source)
        async for look in _looks(page, thorough=url in samples):
            results = await page.evaluate(RUN)
            for violation in results["violations"]:
                node = violation["nodes"][0]
                found.append(
                    f"{url} ({look}): {violation['id']}, {violation['help']}, "
                    f"{len(violation['nodes'])} times, first {node['html'][:160]}"
                )
    await context.close()


async def _looks(page: Page, *, thorough: bool) -> AsyncIterator[str]:
    yield "light"
    if thorough:
        await page.emulate_media(color_scheme="dark")
        yield "dark"
        await page.set_viewport_size(SMALL)
        yield "dark, small"
        await page.emulate_media(color_scheme="light")
        await page.set_viewport_size(LARGE)
