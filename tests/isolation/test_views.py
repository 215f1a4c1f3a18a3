"""Alliance staff see how the last audit ended; nobody else does."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from alliance.isolation.models import KEPT, AuditResult
from alliance.isolation.report import Verdict
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db
LEAK = "LEAK GET /admin/pages/7/ as editor: shows draft"


@pytest.fixture
def report(client):
    client.force_login(UserFactory(superuser=True))
    return lambda: client.get(reverse("isolation_report")).content.decode()


def test_nothing_is_claimed_before_the_first_run(report):
    text = report()
    assert "It has not been run here yet." in text
    assert "Passed" not in text


def test_the_last_result_is_shown(report, django_assert_num_queries):
    AuditResult.keep(Verdict(lines=[".  GET /admin/pages/ (3)"]), True)
    AuditResult.keep(Verdict(faults=[LEAK]), False)
    text = report()
    assert "<h2>Not passed</h2>" in text.replace('<span lang="en">', "").replace("</span>", "")
    assert LEAK in text
    AuditResult.keep(Verdict(lines=[".  GET /admin/pages/ (3)"]), True)
    text = report()
    assert "Passed: no member reaches" in text
    assert "GET /admin/pages/ (3)" in text
    assert LEAK not in text


def test_only_the_newest_are_kept(db):
    for number in range(KEPT + 2):
        last = AuditResult.keep(Verdict(lines=[str(number)]), True)
    assert AuditResult.objects.count() == KEPT
    assert AuditResult.objects.latest() == last


def test_who_is_not_of_the_staff_does_not_see_it(client):
    person = UserFactory()
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(person)
    assert client.get(reverse("isolation_report")).status_code == 302
    assert "Isolation of the members" not in client.get("/admin/").content.decode()
