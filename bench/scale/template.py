"""One member with all that a section of usual size holds, from which the others are copied."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale, Page

from alliance.base.models import AllianceImage, User
from alliance.isolation.world import make_trunk, member, person, publish
from home.models import ContentPage, EventIndexPage, NewsIndexPage, NewsPage
from members.enums import Role
from members.hostnames import give_hostname
from members.models import MemberHomePage, Organisation

SLUG = "member-of-the-bench"
LANGUAGES = ["en", "cy", "gd"]
PICTURES = 20
SUMMARY = "What it is about."


def lead_of(slug: str) -> str:
    return f"{slug}@example.org"


def make_trunk_and_staff() -> None:
    make_trunk()
    User.objects.create_superuser("staff@example.org", "not a secret")


def make_template() -> Organisation:
    """Eleven pages in each of three languages, pictures, a lead, a host name, a waiting draft."""
    organisation = member(SLUG, LANGUAGES)
    person(SLUG, [organisation], Role.LEAD)
    give_hostname(organisation, f"{SLUG}.example.org")
    root = MemberHomePage.objects.get(organisation=organisation, locale__language_code="en")
    for page in (root, *fill(root, organisation)):
        publish(page)
        for locale in Locale.objects.exclude(pk=page.locale_id):
            found = page.get_translation_or_none(locale)
            publish(found or page.copy_for_translation(locale))
    waiting = NewsPage.objects.get(slug="news-3", locale=root.locale)
    waiting.save_revision(clean=False)
    return organisation


def fill(root: MemberHomePage, organisation: Organisation) -> list[Page]:
    pictures = [picture(organisation, number) for number in range(PICTURES)]
    news, events = NewsIndexPage(title="News"), EventIndexPage(title="Events")
    made: list[Any] = [below(root, page) for page in (news, events)]
    for number in range(4):
        facts = {"summary": SUMMARY, "image": pictures[number], "image_alt": "A reading room"}
        made.append(below(news, NewsPage(title=f"News {number}", body=text(number), **facts)))
        made.append(below(root, ContentPage(title=f"About us {number}", body=text(number))))
    return made


def below(parent: Page, page: Page) -> Page:
    parent.refresh_from_db()
    made: Page = parent.add_child(instance=page)
    return made


def text(number: int) -> list[tuple[str, str]]:
    words = "<p>" + " ".join(f"Words of part {number}." for _ in range(60)) + "</p>"
    return [("text", words)] * 8


def picture(organisation: Organisation, number: int) -> AllianceImage:
    drawn = BytesIO()
    Image.new("RGB", (800, 600), (40, 60 + number, 90)).save(drawn, "png")
    made = AllianceImage(
        title=f"Picture {number}",
        file=ContentFile(drawn.getvalue(), name=f"picture-{number}.png"),
        collection=organisation.collection,
        language="en",
    )
    made.save()
    return made
