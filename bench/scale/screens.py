"""What is opened in a network of members, as one of their leads, as the staff, and by readers."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse
from tqdm import tqdm
from wagtail import hooks
from wagtail.models import Page

from alliance.base.models import User
from members.models import MemberHomePage

from .copies import copy_member, marks
from .template import SLUG, lead_of, make_template, make_trunk_and_staff


def make_network(members: int) -> None:
    make_trunk_and_staff()
    before = marks()
    make_template()
    copy_member(before, members - 1, lambda found: tqdm(found, f"{members} members", leave=False))


def without_our_hooks() -> None:
    """What Wagtail registers is left, so that the price of all our guards shows."""
    for name, functions in hooks._hooks.items():
        hooks._hooks[name] = [f for f in functions if f[0].__module__.startswith("wagtail.")]


class Screens:
    """Those of a member in the middle, whose pages are neither the first nor the last."""

    def __init__(self, members: int, as_staff: bool = False) -> None:
        slug = f"{SLUG}-{members // 2}"
        self.root = MemberHomePage.objects.get(slug=slug, locale__language_code="en")
        self.page = Page.objects.descendant_of(self.root).get(slug="news-1")
        self.lead = self.signed_in("staff@example.org" if as_staff else lead_of(slug))
        self.staff, self.reader = (
            self.signed_in("staff@example.org"),
            Client(SERVER_NAME="localhost"),
        )
        self.named: dict[str, Callable[[], Any]] = {
            "desk": self.visit(self.lead, reverse("wagtailadmin_home")),
            "desk of the staff": self.visit(self.staff, reverse("wagtailadmin_home")),
            "explorer": self.visit(self.lead, reverse("wagtailadmin_explore", args=[self.root.pk])),
            "explorer of the staff": self.visit(self.staff, reverse("wagtailadmin_explore_root")),
            "editor": self.visit(
                self.lead, reverse("wagtailadmin_pages:edit", args=[self.page.pk])
            ),
            "page chooser": self.visit(self.lead, reverse("wagtailadmin_choose_page")),
            "page chooser, search": self.visit(
                self.lead, reverse("wagtailadmin_choose_page_search") + "?q=news"
            ),
            "image chooser": self.visit(self.lead, reverse("wagtailimages_chooser:choose")),
            "member home": self.visit(Client(SERVER_NAME=f"{slug}.example.org"), "/en/?anew"),
            "directory": self.visit(self.reader, self.root.get_parent().url + "?anew"),
            "sitemap index": self.visit(self.reader, "/sitemap.xml?anew"),
        }

    def signed_in(self, email: str) -> Client:
        client = Client(SERVER_NAME="localhost")
        client.force_login(User.objects.get(email=email))
        return client

    def visit(self, client: Client, path: str) -> Callable[[], Any]:
        def go() -> Any:
            response: Any = client.get(path, secure=True)
            if response.status_code != 200:
                raise RuntimeError(
                    f"{path} answers {response.status_code} {response.headers.get('Location', '')}"
                )
            return b"".join(response.streaming_content) if response.streaming else response.content

        return go
