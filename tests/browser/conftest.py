"""A real browser on the demonstration site, which a server of its own serves.

`page.goto("/cy/")` opens a page, `sign_in("bodleian-editor")` the admin. Mark the tests
`browser`.
"""

import os

import pytest
from django.conf import settings

from tests import chromium


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = chromium.find()
    if path is None:
        (pytest.fail if chromium.is_ci() else pytest.skip)(chromium.MISSING)
    # Its event loop runs in the thread of the test, where Django would then refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        # As root, as in a container, Chromium has no sandbox to offer.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demonstration():
    """The address of the demonstration site, served as in production."""
    from audit import scratch

    with scratch.demonstration(settings.VAR_DIR / "browser", scratch.DEVELOPMENT) as site:
        yield site.address


@pytest.fixture
def page(browser, demonstration):
    """Fails a test on whose pages a script broke or the content policy was violated."""
    context = browser.new_context(base_url=demonstration)
    context.set_default_timeout(15_000)
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield page
    context.close()
    assert not complaints


@pytest.fixture
def sign_in(page):
    """`sign_in("bodleian-editor")` signs one of the demonstration's people in."""

    def sign_in_as(name):
        page.goto("/admin/login/")
        page.fill("input[name=username]", f"{name}@example.org")
        page.fill("input[name=password]", "libraries")
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    return sign_in_as
