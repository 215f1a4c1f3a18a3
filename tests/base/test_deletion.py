"""What is still in use is not deleted: the admin says so, even before it has counted uses."""

import pytest
from django.urls import reverse
from wagtail.models import ReferenceIndex
from wagtail.users.models import UserProfile

from alliance.base.models import AllianceDocument, AllianceImage, Topic
from home.models import ReportPage
from members.models import Organisation
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory
from tests.factories.home import ReportIndexPageFactory, ReportPageFactory
from tests.factories.members import OrganisationFactory

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

    assert f"{STILL_USED}, as it is still used by: page (1)." in text
    assert Organisation.objects.filter(pk=organisation.pk).exists()
    assert organisation.texts.exists()


def test_a_document_of_a_report_is_kept(admin, report):
    text = text_after(admin, reverse("wagtaildocs:delete", args=[report.document_id]))

    assert f"{STILL_USED}, as it is still used by: report (1)." in text
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


def test_it_is_said_in_the_language_of_the_editors_screens(admin, report):
    user = UserFactory(superuser=True)
    UserProfile.objects.create(user=user, preferred_language="cy")
    admin.force_login(user)

    text = text_after(admin, reverse("wagtaildocs:delete", args=[report.document_id]))

    assert "Ni ddilëwyd dim" in text
