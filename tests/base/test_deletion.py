"""What is still in use is not deleted: the admin says so, even before it has counted uses."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

from alliance.base.models import AllianceDocument, AllianceImage, Topic
from home.models import ReportPage
from members.models import Organisation
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory
from tests.factories.home import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ReportIndexPageFactory,
    ReportPageFactory,
)
from tests.factories.members import OrganisationFactory
from tests.factories.pledges import ActionFactory, PledgeIndexPageFactory, PledgePageFactory

STILL_USED = "Nothing was deleted"


@pytest.fixture
def admin(client, home):
    client.force_login(UserFactory(superuser=True))
    return client


@pytest.fixture
def report(home):
    index = ReportIndexPageFactory(parent=home, slug="reports")
    report = ReportPageFactory(parent=index, document=DocumentFactory(title="Ten figures"))
    ReferenceIndex.objects.all().delete()  # the worker has not been here yet
    return report


def text_after(admin, address: str) -> str:
    return admin.post(address, follow=True).content.decode()


def test_an_organisation_with_pages_is_kept(admin, report):
    organisation = OrganisationFactory()
    ReportPage.objects.filter(pk=report.pk).update(organisation=organisation)

    text = text_after(admin, reverse("organisations:delete", args=[organisation.pk]))

    assert f"{STILL_USED}, as it is still used by: report “{report.title}”." in text
    assert Organisation.objects.filter(pk=organisation.pk).exists()
    assert organisation.texts.exists()


def test_a_document_of_a_report_is_kept(admin, report):
    text = text_after(admin, reverse("wagtaildocs:delete", args=[report.document_id]))

    assert f"{STILL_USED}, as it is still used by: report “{report.title}”." in text
    assert ReportPage.objects.get(pk=report.pk).document.file.storage.exists(
        report.document.file.name
    )


def test_none_of_several_documents_is_deleted_when_one_is_in_use(admin, report):
    other = DocumentFactory()
    address = reverse("wagtail_bulk_action", args=["base", "alliancedocument", "delete"])

    text = text_after(admin, f"{address}?id={other.pk}&id={report.document_id}")

    assert STILL_USED in text
    assert AllianceDocument.objects.count() == 2


def test_a_picture_or_topic_in_use_leaves_the_page_as_it_is_without_it(admin, report):
    image, topic = ImageFactory(), Topic.objects.create(key="skills")
    report.image, report.image_alt = image, "Shelves"
    report.topics = [topic]
    report.save()

    for address in (
        reverse("wagtailimages:delete", args=[image.pk]),
        reverse(Topic.snippet_viewset.get_url_name("delete"), args=[topic.pk]),
    ):
        assert STILL_USED not in text_after(admin, address)

    assert not AllianceImage.objects.exists()
    assert not Topic.objects.exists()
    left = ReportPage.objects.get(pk=report.pk)
    assert left.image is None
    assert admin.get(left.url).status_code == 200


def test_a_page_is_deleted_and_its_file_stays(admin, report):
    address = reverse("wagtailadmin_pages:delete", args=[report.pk])

    assert STILL_USED not in text_after(admin, address)
    assert not ReportPage.objects.exists()
    assert AllianceDocument.objects.exists()


def test_it_is_said_in_the_language_of_the_editor(admin, report):
    admin.force_login(UserFactory(superuser=True, language="cy"))

    text = text_after(admin, reverse("wagtaildocs:delete", args=[report.document_id]))

    assert '<span lang="cy">Ni ddilëwyd dim' in text


def test_who_answers_for_an_action_is_kept(admin, home):
    page = PledgePageFactory(parent=PledgeIndexPageFactory(parent=home), title="Skills")
    partner = OrganisationFactory()
    ActionFactory(page=page, responsible=[partner])

    text = text_after(admin, reverse("organisations:delete", args=[partner.pk]))

    assert f"{STILL_USED}, as it is still used by: pledge “Skills”." in text
    assert page.actions.get().organisations.count() == 1


@pytest.mark.parametrize("named", ["contact", "about"])
def test_whose_press_office_the_alliances_releases_name_is_kept(admin, home, english, named):
    alliance = OrganisationFactory(slug=settings.ALLIANCE_ORGANISATION)
    contact = alliance.press_contacts.create(locale=english, name="Ann", email="ann@example.org")
    alliance.save()
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=home), title="Nine bodies")
    page.show_about = named == "about"
    page.press_contacts = [contact] if named == "contact" else []
    page.save()

    text = text_after(admin, reverse("organisations:delete", args=[alliance.pk]))

    assert "still used by: news “Nine bodies”." in text
    assert Organisation.objects.filter(pk=alliance.pk).exists()


def test_what_is_in_nobodys_way_is_deleted(admin):
    partner = OrganisationFactory()
    text_after(admin, reverse("organisations:delete", args=[partner.pk]))
    assert not Organisation.objects.filter(pk=partner.pk).exists()


def test_a_draft_that_one_may_not_see_is_not_named(client, home):
    staff = UserFactory()
    staff.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "delete_organisation"])
    )
    client.force_login(staff)
    partner = OrganisationFactory()
    page = PledgePageFactory(parent=PledgeIndexPageFactory(parent=home), live=False, title="Secret")
    ActionFactory(page=page, responsible=[partner])

    text = text_after(client, reverse("organisations:delete", args=[partner.pk]))

    assert "still used by: pledge." in text
    assert "Secret" not in text


def test_it_is_said_while_uses_are_still_being_counted(admin, report):
    address = reverse("wagtaildocs:delete", args=[report.document_id])
    assert "still being counted" not in admin.get(address).content.decode()
    DBTaskResult.objects.create(
        task_path=update_reference_index_task.module_path,
        args_kwargs={},
        backend_name="default",
        run_after=timezone.now(),
    )
    text = admin.get(address).content.decode()
    assert "This document is referenced 0 times." in text
    assert "What was saved last is still being counted." in text


def test_it_is_said_how_many_pages_have_the_topic_that_is_to_go(admin, home):
    topic = Topic.objects.create(key="skills")
    index = ReportIndexPageFactory(parent=home)
    for page in ReportPageFactory.create_batch(3, parent=index):
        page.topics = [topic]
        page.save()
        ReferenceIndex.create_or_update_for_object(page)  # as the worker does, after it is saved

    address = reverse(Topic.snippet_viewset.get_url_name("delete"), args=[topic.pk])
    assert "This topic is referenced 3 times." in admin.get(address).content.decode()

    address = reverse(Topic.snippet_viewset.get_url_name("usage"), args=[topic.pk])
    text = admin.get(address).content.decode()
    assert text.count(page.title) == 1
    assert "Topics" in text
