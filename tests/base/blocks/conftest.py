"""A small tree of one member's pages in English and Welsh, to link to and to hold a body."""

import pytest
from wagtail.models import Locale, Page, Site

from alliance.base import tree
from members.models import MemberHomePage


@pytest.fixture
def home_page(welsh) -> MemberHomePage:
    home = MemberHomePage(title="Home", slug="blocks", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"root_page": home, "hostname": "localhost"}
    )
    home.copy_for_translation(welsh).save_revision().publish()
    tree._held = None
    return home


@pytest.fixture
def make_page(home_page):
    def make(title: str, **fields) -> MemberHomePage:
        page = MemberHomePage(title=title, slug=title.lower().replace(" ", "-"), **fields)
        return home_page.add_child(instance=page)

    return make


@pytest.fixture
def render(rf):
    """Renders raw data of a body as a page in the site would."""

    def render(*blocks: tuple[str, object]) -> str:
        body = MemberHomePage._meta.get_field("body").stream_block
        raw = [
            {"type": name, "value": value, "id": str(n)} for n, (name, value) in enumerate(blocks)
        ]
        return body.render(body.to_python(raw), {"request": rf.get("/en/")})

    return render
