from datetime import date

import pytest
from django.core.exceptions import ValidationError

from home.models import ReportIndexPage
from tests.factories.base import DocumentFactory
from tests.factories.home import ContactPageFactory, ReportPageFactory

pytestmark = pytest.mark.django_db

SUMMARY = [{"type": "rich_text", "value": "<p>Time is what people lack.</p>"}]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_at_any_length(
    client, reports, django_assert_num_queries, count
):
    ReportPageFactory.create_batch(count, parent=reports, with_image=True)
    client.get("/en/reports/")
    with django_assert_num_queries(5):
        response = client.get("/en/reports/")
    assert response.content.decode().count("<article") == count


def test_the_alliances_list_shows_every_members_reports_and_names_the_member(
    client, reports, section
):
    member_reports = section.add_child(instance=ReportIndexPage(title="Reports", slug="reports"))
    ReportPageFactory(parent=reports, title="Ten figures")
    ReportPageFactory(parent=member_reports, title="Our manuscripts")
    text = client.get("/en/reports/").content.decode()
    assert "Ten figures" in text
    assert "Our manuscripts" in text
    assert "Bodleian Libraries" in text
    own = client.get(member_reports.get_url()).content.decode()
    assert "Our manuscripts" in own
    assert "Ten figures" not in own


def test_newest_come_first(client, reports):
    ReportPageFactory(parent=reports, title="Older", date=date(2025, 1, 1))
    ReportPageFactory(parent=reports, title="Newer", date=date(2026, 1, 1))
    text = client.get("/en/reports/").content.decode()
    assert text.index("Newer") < text.index("Older")


@pytest.mark.parametrize("number", ["0", "2", "-1", "nonsense"])
def test_a_part_that_there_is_not_is_not_found(client, reports, number):
    assert client.get("/en/reports/", {"page": number}).status_code == 404


def test_a_long_list_comes_in_parts(client, reports):
    ReportPageFactory.create_batch(21, parent=reports)
    assert client.get("/en/reports/").content.decode().count("<article") == 20
    assert client.get("/en/reports/?page=2").content.decode().count("<article") == 1


def test_a_report_names_authors_date_language_and_size_of_the_file(client, reports):
    ReportPageFactory(
        parent=reports, slug="figures", authors="Priya Nair-Thomas", date=date(2026, 2, 3),
        document=DocumentFactory(language="cy"), body=SUMMARY,
        repository_url="https://example.org/figures",
    )  # fmt: skip
    text = client.get("/en/reports/figures/").content.decode()
    assert "Priya Nair-Thomas" in text
    assert '<time datetime="2026-02-03">3 February 2026</time>' in text
    assert '<span lang="cy">Cymraeg</span>' in text
    assert "Download (TXT, 12\xa0bytes)" in text
    assert 'href="https://example.org/figures"' in text
    assert "Do you need another format?" not in text


def test_a_report_says_whose_its_file_is_and_how_it_may_be_used(client, reports):
    document = DocumentFactory(credit="Ann Jones", rights_holder="Harbour Trust", licence="cc0")
    ReportPageFactory(parent=reports, slug="figures", document=document, body=SUMMARY)
    text = client.get("/en/reports/figures/").content.decode()
    assert "By Ann Jones · © Harbour Trust · Public domain (CC0)" in text


def test_a_report_is_more_than_a_title(reports):
    with pytest.raises(ValidationError, match="at least the summary"):
        ReportPageFactory(parent=reports, repository_url="")
    ReportPageFactory(parent=reports, repository_url="https://example.org/figures")


def test_a_report_that_is_only_a_file_offers_another_format(client, home, reports):
    ContactPageFactory(parent=home, slug="contact")
    ReportPageFactory(
        parent=reports, slug="figures", title="Ten & more", document=DocumentFactory()
    )
    text = client.get("/en/reports/figures/").content.decode()
    assert 'href="/en/contact/?about=Ten+%26+more"' in text


def test_the_format_is_asked_of_the_member_who_published_it(client, home, section):
    ContactPageFactory(parent=home, slug="contact")
    ContactPageFactory(parent=section, slug="write-to-us")
    ContactPageFactory(parent=section, slug="complain", purpose="complaint")
    index = section.add_child(instance=ReportIndexPage(title="Reports", slug="reports"))
    page = ReportPageFactory(parent=index, document=DocumentFactory())
    assert page.another_format_url.startswith("/en/members/bodleian/write-to-us/?about=")


def test_an_untranslated_report_is_listed_in_welsh_with_its_language(
    client, reports, welsh_home, welsh
):
    translated = ReportPageFactory(parent=reports, title="Ten figures")
    ReportPageFactory(parent=reports, title="A map of skills")
    welsh_reports = reports.copy_for_translation(welsh)
    welsh_reports.save_revision().publish()
    copy = translated.copy_for_translation(welsh)
    copy.title = "Deg ffigur"
    copy.save_revision().publish()
    text = client.get(welsh_reports.get_url()).content.decode()
    assert "Deg ffigur" in text
    assert "Ten figures" not in text
    assert 'lang="en"><a href="/en/reports/' in text
    assert "A map of skills" in text
