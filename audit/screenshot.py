"""`make screenshot`: the home page as a visitor first sees it, for the README."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

from audit.scratch import ROOT, VAR, demonstration
from tests import chromium

TARGET = ROOT / "docs" / "screenshot.webp"
SIZE: ViewportSize = {"width": 1280, "height": 840}


def main() -> None:
    with demonstration(VAR / "screenshot") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(f"{site.address}/en/", wait_until="networkidle")
        Image.open(BytesIO(page.screenshot())).save(TARGET, "WEBP", quality=82, method=6)
        browser.close()
    print(f"Drew {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
