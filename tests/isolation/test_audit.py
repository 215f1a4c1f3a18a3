"""The audit finds nothing; without one of our guards it names the hole that the guard closes."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail import hooks
from wagtail.admin.views.reports.locked_pages import LockedPagesReportFilterSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail_localize.views.report import TranslationsReportView

from alliance import urls
from alliance.base.media_admin import OwnImagesAPI
from alliance.base.models import User
from alliance.isolation import ledger
from alliance.isolation.audit import Audit
from alliance.isolation.marks import OFFERED, marks_in
from alliance.isolation.report import judge
from alliance.isolation.surfaces import Surface, admin_surfaces
from alliance.isolation.world import build_world
from alliance.translation import views as translation_views

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """One for all tests here, since what a request does is taken back at once."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


def audit(world, *addresses):
    surfaces = [s for s in admin_surfaces() if str(s) in addresses]
    assert len(surfaces) == len(addresses)
    return Audit(world, surfaces).run()


def test_no_member_reaches_what_is_anothers(world):
    findings = Audit(world).run()
    verdict = judge(findings, world.rows, list(world.people))
    assert verdict.faults == []
    assert verdict.is_good(with_known=True)


@pytest.mark.parametrize(
    "address",
    [
        "tag-autocomplete/",
        "pages/<parent_page_id>/",
        "pages/<parent_page_id>/results/",
        "pages/<page_to_move_id>/move/<destination_id>/confirm/",
        "pages/workflow/confirm_cancellation/<page_id>/",
        "choose-page/<parent_page_id>/",
        "choose-page/chosen-multiple/",
        "workflows/task_chooser/",
        "workflows/task_chooser/results/",
        "workflows/task_chooser/<task_id>/",
    ],
)
def test_without_a_view_of_ours_the_audit_names_its_address(world, monkeypatch, address):
    surface = f"/admin/{address}"
    ours = [found for found in urls.safer_admin if shown(found) != address]
    assert len(ours) == len(urls.safer_admin) - 1
    kept = list(urls.safer_admin)
    urls.safer_admin[:] = ours
    try:
        leaks = audit(world, surface).leaks
    finally:
        urls.safer_admin[:] = kept
    assert {leak.surface for leak in leaks} == {surface}


def shown(pattern):
    route = str(pattern.pattern)
    return route.replace("<int:", "<").replace("<slug:", "<").replace("<str:", "<")


def without_hook(monkeypatch, name, function):
    kept = [found for found in hooks.get_hooks(name) if found.__name__ != function]
    assert len(kept) == len(hooks.get_hooks(name)) - 1
    monkeypatch.setitem(hooks._hooks, name, [(found, 0) for found in kept])


def switch_off_chooser(monkeypatch):
    name = "construct_page_chooser_queryset"
    without_hook(monkeypatch, name, "offer_public_pages_and_ones_own")


def switch_off_api(monkeypatch):
    monkeypatch.setattr(OwnImagesAPI, "get_queryset", ImagesAdminAPIViewSet.get_queryset)


def switch_off_names(monkeypatch):
    everyone = User.objects.all()
    monkeypatch.setattr(LockedPagesReportFilterSet.base_filters["locked_by"], "queryset", everyone)


def switch_off_report(monkeypatch):
    view = translation_views.WaitingView
    monkeypatch.setattr(view, "get_queryset", TranslationsReportView.get_queryset)


@pytest.mark.parametrize(
    ("switch_off", "address"),
    [
        (switch_off_chooser, "choose-page/<parent_page_id>/"),
        (switch_off_api, "api/main/^images/"),
        (switch_off_names, "reports/locked/"),
        (switch_off_report, "localize/reports/translations/"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_without_a_guard_the_audit_names_the_hole(world, monkeypatch, switch_off, address):
    switch_off(monkeypatch)
    surface = f"/admin/{address.replace('^', '')}"
    assert surface in {leak.surface for leak in audit(world, surface).leaks}


def test_a_model_that_nobody_has_classified_is_a_fault(world, monkeypatch):
    said = ledger.read("models.yaml")
    said["tenant"].remove("base.AllianceImage")
    monkeypatch.setattr(ledger, "read", lambda name: said)
    [fault] = ledger.faults_of_models(world.rows)
    assert fault.startswith("base.AllianceImage: neither")


def test_a_new_address_needs_to_be_exercised_or_explained(world):
    new = Surface("admin/gallery/%(gallery_id)s/", ("gallery_id",), ["gallery"], [None])
    findings = Audit(world, [new]).run()
    faults = judge(findings, SimpleNamespace(of=lambda model: ["1"]), []).faults
    assert faults == ["GET /admin/gallery/<gallery_id>/: not exercised, and nothing says why"]


def test_what_was_offered_can_be_read_and_nothing_else_of_the_member(world):
    surfaces = [found for found in admin_surfaces() if "/sharing/" in str(found)]
    findings = Audit(world, surfaces).run()
    assert findings.leaks == []
    assert "GET /admin/sharing/offers/adopt/<pk>/" in findings.exercised
    client = Audit(world, []).people["adopter"]
    assert OFFERED in marks_in(client.get("/admin/sharing/offers/").content.decode())
