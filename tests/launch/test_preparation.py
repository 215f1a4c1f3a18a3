"""What is made ready before the site starts on somebody's own computer."""

import pytest
from wagtail.models import Site

from alliance.launch.preparation import follow_port

pytestmark = pytest.mark.django_db


def ports():
    return dict(Site.objects.values_list("hostname", "port"))


def test_members_names_go_with_the_port(home):
    Site.objects.filter(is_default_site=True).update(hostname="localhost", port=8000)
    Site.objects.create(hostname="bodleian.localhost", port=8000, root_page=home)
    Site.objects.create(hostname="elsewhere.example", port=443, root_page=home)
    follow_port(8001)
    expected = {"localhost": 8001, "bodleian.localhost": 8001, "elsewhere.example": 443}
    assert ports() == expected


def test_a_site_with_a_name_of_its_own_keeps_its_port(home):
    Site.objects.filter(is_default_site=True).update(hostname="www.alliance.example", port=443)
    follow_port(8001)
    assert ports() == {"www.alliance.example": 443}
