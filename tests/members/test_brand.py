import re

import pytest
from django.core.exceptions import ValidationError

from members.brand import stylesheet, validate_colours
from members.colours import contrast
from members.models import Organisation

PRIMARY, SECONDARY = "#14304f", "#b5842b"
LINK = re.compile(r'<link rel="stylesheet" href="(/brand/[^"]+)">')


def refused(primary, secondary):
    with pytest.raises(ValidationError) as caught:
        validate_colours(primary, secondary)
    return caught.value.message_dict


def test_two_colours_that_can_be_told_apart_are_accepted():
    validate_colours(PRIMARY, SECONDARY)


def test_a_light_main_colour_is_refused_with_the_ratio_and_a_shade_that_would_do():
    [message] = refused("#e0b000", SECONDARY)["brand_primary"]
    assert "2.0 : 1" in message
    assert "4.5 : 1" in message
    shade = re.search(r"#[0-9a-f]{6}", message)[0]
    assert contrast(shade, "#ffffff") >= 4.5


def test_a_second_colour_too_near_the_main_one_is_refused_likewise():
    [message] = refused("#6e2f1f", "#7a6a3a")["brand_secondary"]
    assert "1.8 : 1" in message
    assert "3.0 : 1" in message
    validate_colours("#6e2f1f", re.search(r"#[0-9a-f]{6}", message)[0])


def test_one_colour_alone_is_refused():
    assert "brand_secondary" in refused(PRIMARY, "")
    assert "brand_primary" in refused("", SECONDARY)


@pytest.mark.django_db
def test_what_is_no_colour_is_refused_by_its_field():
    organisation = Organisation(
        slug="a", kinds=["public"], brand_primary="blue", brand_secondary=SECONDARY
    )
    with pytest.raises(ValidationError) as caught:
        organisation.full_clean()
    assert list(caught.value.message_dict) == ["brand_primary"]


@pytest.mark.parametrize("colours", [(PRIMARY, SECONDARY), ("#767676", "#000000")])
def test_every_text_can_be_read_in_both_schemes(colours):
    for block in stylesheet(*colours).split("@media"):
        values = dict(re.findall(r"--brand-([\w-]+): (#\w{6});", block))
        assert contrast(values["primary"], values["on-primary"]) >= 4.5
        assert contrast(values["secondary"], values["on-secondary"]) >= 4.5
        assert contrast(values["primary"], values["secondary"]) >= 3


@pytest.fixture
def branded(section):
    organisation = section.organisation
    organisation.brand_primary, organisation.brand_secondary = PRIMARY, SECONDARY
    organisation.save()
    return section


def test_a_section_alone_has_the_colours_of_its_member(client, branded, other_section):
    [url] = LINK.findall(client.get("/en/members/bodleian/").content.decode())
    assert LINK.findall(client.get("/en/members/").content.decode()) == []
    assert LINK.findall(client.get("/en/members/rluk/").content.decode()) == []
    response = client.get(url)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert f"--brand-primary: {PRIMARY};" in response.content.decode()


def test_the_stylesheet_is_kept_for_good_and_new_colours_have_a_new_address(client, branded):
    [url] = LINK.findall(client.get("/en/members/bodleian/").content.decode())
    assert "immutable" in client.get(url)["Cache-Control"]
    branded.organisation.brand_secondary = "#d9a84a"
    branded.organisation.save()
    [new] = LINK.findall(client.get("/en/members/bodleian/").content.decode())
    assert new != url
    old = client.get(url)
    assert "#d9a84a" in old.content.decode()
    assert "immutable" not in old["Cache-Control"]


def test_an_organisation_without_colours_has_no_stylesheet(client, section):
    assert client.get("/brand/bodleian.123456789012.css").status_code == 404
    assert client.get("/brand/nobody.123456789012.css").status_code == 404
