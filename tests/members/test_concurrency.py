"""Two people of the alliance add the same member at the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from wagtail.models import Collection, Locale, Page

from members.models import MemberHomePage, MemberIndexPage, Organisation, OrganisationGroup
from members.new_members import NewMember, add_member
from tests.factories.site import make_home

PEOPLE_AT_ONCE = 3


@pytest.fixture
def trunk(transactional_db):
    Locale.objects.get_or_create(language_code="en")
    home = make_home()
    return home.add_child(instance=MemberIndexPage(title="Members", slug="members"))


def add(barrier, failures):
    new = NewMember(name="Harbour", slug="harbour", kinds=["public"], languages=["en"])
    try:
        barrier.wait(timeout=20)
        add_member(new)
    except Exception as error:
        failures.append(error)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_member_that_several_add_at_once_is_made_once(trunk):
    barrier, failures = Barrier(PEOPLE_AT_ONCE), []
    threads = [Thread(target=add, args=(barrier, failures)) for _ in range(PEOPLE_AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failures == []  # who comes later repairs, and finds nothing to repair
    organisation = Organisation.objects.get(slug="harbour")
    assert MemberHomePage.objects.filter(organisation=organisation).count() == 1
    roles = OrganisationGroup.objects.filter(organisation=organisation)
    assert roles.count() == roles.values("role").distinct().count() == 3
    made = Collection.objects.filter(name__startswith="Harbour")
    assert {organisation.collection, organisation.private_collection} == set(made)
    assert not any(Page.find_problems())
