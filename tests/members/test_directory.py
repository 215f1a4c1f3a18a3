import re

import pytest
from django.utils import translation

from tests.factories.base import ImageFactory
from tests.factories.members import MemberHomePageFactory, OrganisationFactory
from tests.factories.site import publish_translation

ADDRESS = "/en/members/"


def shown(client, address=ADDRESS):
    return client.get(address).content.decode()


def names(text):
    return re.findall(r'class="card__title"[^>]*><a href="[^"]*"[^>]*>([^<]*)</a>', text)


def filters(text):
    """Label, number and address of each filter on the page."""
    found = re.findall(r'<a href="(\?[^"]*)"[^>]*>([^<(]+) \((\d+)\)</a>', text)
    return {label: (int(number), address.replace("&amp;", "&")) for address, label, number in found}


@pytest.fixture
def members(directory):
    def make(slug, kinds, nations, **fields):
        organisation = OrganisationFactory(slug=slug, kinds=kinds, nations=nations)
        return MemberHomePageFactory(parent=directory, organisation=organisation, **fields)

    return [
        make("nls", ["national", "legal-deposit"], ["scotland"]),
        make("bodleian", ["university", "legal-deposit"], ["england"]),
        make("connected", ["public"], ["england", "wales"]),
    ]


def test_members_stand_in_order_of_their_names(client, members):
    assert names(shown(client)) == ["Bodleian", "Connected", "Nls"]


def test_a_filter_is_a_link_that_says_how_many_it_shows(client, members):
    links = filters(shown(client))
    assert links["Legal deposit library"] == (2, "?kind=legal-deposit")
    assert links["England"] == (2, "?nation=england")
    assert "Prison libraries" not in links
    assert names(shown(client, ADDRESS + "?kind=legal-deposit")) == ["Bodleian", "Nls"]


def test_counts_leave_out_their_own_filter_and_heed_the_other(client, members):
    text = shown(client, ADDRESS + "?kind=legal-deposit&nation=england")
    assert names(text) == ["Bodleian"]
    links = filters(text)
    assert links["Public libraries"] == (1, "?nation=england&kind=public")
    assert links["National library"][0] == 0
    assert links["Scotland"][0] == 1
    assert links["Wales"][0] == 0


def test_the_chosen_filter_is_marked_and_all_takes_it_off(client, members):
    text = shown(client, ADDRESS + "?kind=public&page=1")
    assert '<a href="?kind=public" aria-current="true">Public libraries (1)</a>' in text
    assert '<a href="?">All</a>' in text


@pytest.mark.parametrize(
    "query", ["kind=castle", "nation=mars", "kind=public&nation=%00", "page=9", "page=x"]
)
def test_what_there_is_not_is_not_found(client, members, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 404


def test_nothing_of_a_kind_in_a_nation_is_said_in_words(client, members):
    text = shown(client, ADDRESS + "?kind=national&nation=wales")
    assert "No member is of this kind in this nation." in text


def test_drafts_are_not_listed(client, directory):
    MemberHomePageFactory(parent=directory, live=False)
    assert names(shown(client)) == []


def test_in_welsh_names_are_welsh_where_they_are_and_else_marked_english(client, directory):
    publish_translation(directory.get_parent(), "cy")
    publish_translation(directory, "cy", slug="aelodau", title="Aelodau")
    known = OrganisationFactory(slug="nlw", name="National Library", name__cy="Y Llyfrgell")
    MemberHomePageFactory(parent=directory, organisation=known)
    MemberHomePageFactory(
        parent=directory, organisation=OrganisationFactory(slug="rluk", name="Research Libraries")
    )
    text = shown(client, "/cy/aelodau/")
    assert '<h3 class="card__title"><a href="/en/members/nlw/" hreflang="en">Y Llyfrgell' in text
    assert '<h3 class="card__title" lang="en"><a href="/en/members/rluk/"' in text
    assert text.count('<span class="language-tag" lang="en">English</span>') == 2


def test_a_translated_section_stands_for_its_source(client, directory, section):
    publish_translation(directory.get_parent(), "cy")
    publish_translation(directory, "cy", slug="aelodau")
    publish_translation(section, "cy")
    text = shown(client, "/cy/aelodau/")
    assert 'href="/cy/aelodau/bodleian/"' in text
    assert 'href="/en/members/bodleian/"' not in text.split("<main")[1]


def test_a_new_name_is_shown_at_once(client, members):
    shown(client)
    text = members[0].organisation.texts.get()
    text.name = "The National Library"
    text.save()
    assert "The National Library" in names(shown(client))


@pytest.mark.parametrize("count", [1, 3, 30])
def test_its_queries_do_not_grow_with_members(client, directory, django_assert_num_queries, count):
    for _ in range(count):
        organisation = OrganisationFactory(logo=ImageFactory())
        MemberHomePageFactory(parent=directory, organisation=organisation)
    shown(client)
    with django_assert_num_queries(3):
        shown(client)


def test_labels_are_in_the_language_of_the_page(members):
    from members.templatetags.members_tags import kind_labels, nation_labels

    with translation.override("en"):
        assert kind_labels(members[1].organisation) == [
            "University or college",
            "Legal deposit library",
        ]
        assert nation_labels(members[2].organisation) == ["England", "Wales"]
