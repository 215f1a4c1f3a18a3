from datetime import date

import pytest
from django.core.exceptions import ValidationError

from home.models import ProgrammePartner
from members.models import Organisation
from tests.factories.home import ProgrammePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(home):
    return ProgrammePageFactory(parent=home, slug="network", aims="<p>Exchange knowledge.</p>")


def add_partner(programme, locale, slug, role="partner", kinds=("public",), nations=("wales",)):
    organisation = Organisation(slug=slug, kinds=list(kinds), nations=list(nations))
    organisation.texts.create(locale=locale, name=slug.title())
    organisation.save()
    ProgrammePartner.objects.create(page=programme, organisation=organisation, role=role)
    return organisation


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number_of_partners(
    client, programme, english, django_assert_num_queries, count
):
    for number in range(count):
        add_partner(programme, english, f"partner-{number}")
    client.get("/en/network/")
    with django_assert_num_queries(5):
        text = client.get("/en/network/").content.decode()
    assert text.count("Partner-") == count


def test_partners_are_counted_by_kind_and_nation_without_the_funders(client, programme, english):
    add_partner(programme, english, "leeds", nations=["england"])
    add_partner(programme, english, "nlw", kinds=["national", "legal-deposit"])
    add_partner(programme, english, "council", role="funder", kinds=["funder"])
    text = client.get("/en/network/").content.decode()
    assert "<dt>Public libraries</dt><dd>1</dd>" in text
    assert "<dt>National library</dt><dd>1</dd>" in text
    assert "<dt>Wales</dt><dd>1</dd>" in text
    assert "<dt>Funder</dt>" not in text
    assert "Council" in text


def test_a_partner_with_two_roles_counts_once(client, programme, english):
    lead = add_partner(programme, english, "leeds", role="lead")
    ProgrammePartner.objects.create(page=programme, organisation=lead, role="partner")
    text = client.get("/en/network/").content.decode()
    assert "<dt>Public libraries</dt><dd>1</dd>" in text


def test_a_programme_cannot_end_before_it_begins(programme):
    programme.starts_on, programme.ends_on = date(2026, 3, 1), date(2026, 2, 1)
    with pytest.raises(ValidationError, match="ends after it begins"):
        programme.full_clean()


def test_the_funder_is_named_in_words_or_by_the_organisation(client, programme, english):
    programme.funder = add_partner(programme, english, "council", role="funder")
    programme.audience_reach = 13_000_000
    programme.save()
    text = client.get("/en/network/").content.decode()
    assert "<dd>Council</dd>" in text
    assert "<dd>13,000,000</dd>" in text
    assert "Exchange knowledge." in text
    programme.funder_name = "Two councils"
    programme.save()
    assert "<dd>Two councils</dd>" in client.get("/en/network/").content.decode()
