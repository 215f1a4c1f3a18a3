"""The number that tells a process that what it holds is out of date."""

import pytest
from django.db import connection, transaction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from alliance.base.models import Generation

pytestmark = pytest.mark.django_db


def test_changing_the_tree_raises_it():
    before = Generation.current()
    page = Page.objects.get(depth=2)
    page.slug = "moved"
    page.save()
    assert Generation.current() != before


def test_even_a_change_past_every_signal_raises_it():
    before = Generation.current()
    Page.objects.filter(depth=2).update(live=False)
    assert Generation.current() != before


@pytest.mark.parametrize(
    "change",
    [
        lambda: Site.objects.update(hostname="other.example.org"),
        lambda: Locale.objects.create(language_code="cy"),
        lambda: PageViewRestriction.objects.create(page=Page.objects.get(depth=2)),
    ],
    ids=["site", "language", "restriction"],
)
def test_sites_languages_and_restrictions_raise_it(change):
    before = Generation.current()
    change()
    assert Generation.current() != before


def test_saving_a_draft_leaves_it_alone():
    page = Page.objects.get(depth=2).specific
    before = Generation.current()
    page.save_revision()
    assert Generation.current() == before


def test_a_number_that_was_rolled_back_never_comes_again():
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT before_change")
        Page.objects.filter(depth=2).update(title="Changed")
        lost = Generation.current()
        cursor.execute("ROLLBACK TO SAVEPOINT before_change")
    with transaction.atomic():
        Page.objects.filter(depth=2).update(title="Changed")
    assert Generation.current() != lost
