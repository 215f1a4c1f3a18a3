import pytest
from django.urls import reverse

from members.models import Organisation, PressContact
from tests.factories.base import UserFactory
from tests.factories.members import OrganisationFactory

INDEX, ADD = "organisations:index", "organisations:add"


def edit_url(organisation):
    return reverse("organisations:edit", args=[organisation.pk])


def form(locale, **values):
    rows = [{"locale": locale.pk, "name": "Harbour Library"}]
    data = {
        "slug": "harbour",
        "is_member": "on",
        "moderation": "none",
        "kinds": ["public", "national"],
    }
    return {**data, **inline("texts", rows), **inline("press_contacts", []), **values}


def inline(name, rows, initial=0):
    data = {
        f"{name}-TOTAL_FORMS": len(rows),
        f"{name}-INITIAL_FORMS": initial,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        data |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return data


@pytest.fixture
def signed_in(client, staff):
    client.force_login(staff)
    return client


def test_staff_add_an_organisation_with_its_texts_and_contacts(signed_in, english):
    contacts = [{"locale": english.pk, "name": "Ann Jones", "email": "ann@example.org"}]
    response = signed_in.post(
        reverse(ADD), form(english, nations=["wales"], **inline("press_contacts", contacts))
    )
    assert response.status_code == 302
    made = Organisation.objects.get()
    assert (made.slug, sorted(made.kinds), made.nations) == (
        "harbour", ["national", "public"], ["wales"]
    )  # fmt: skip
    assert str(made) == "Harbour Library"
    assert PressContact.objects.get().name == "Ann Jones"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kinds": ["castle"]}, "Select a valid choice. castle is not one of"),
        ({"brand_primary": "blue"}, "Write the colour as # and six digits"),
        ({"brand_primary": "#ffee00", "brand_secondary": "#14304f"}, "reaches a contrast of only"),
        ({"slug": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(signed_in, english, values, message):
    text = signed_in.post(reverse(ADD), form(english, **values)).content.decode()
    assert message in text
    assert "Harbour Library" in text
    assert not Organisation.objects.exists()


def test_a_second_text_in_one_language_is_refused(signed_in, english):
    rows = [{"locale": english.pk, "name": "One"}, {"locale": english.pk, "name": "Two"}]
    response = signed_in.post(reverse(ADD), form(english, **inline("texts", rows)))
    assert response.status_code == 200
    assert not Organisation.objects.exists()


def test_the_address_of_a_section_cannot_change(signed_in, section, english):
    organisation = section.organisation
    text = organisation.texts.get()
    rows = [{"id": text.pk, "locale": english.pk, "name": "Bodleian"}]
    data = form(english, **inline("texts", rows, initial=1))
    response = signed_in.post(edit_url(organisation), {**data, "slug": "other"})
    assert "The section’s address is “bodleian”" in response.content.decode()
    response = signed_in.post(edit_url(organisation), {**data, "slug": "bodleian"})
    assert response.status_code == 302


def test_an_organisation_with_a_section_cannot_be_deleted(signed_in, section):
    address = reverse("organisations:delete", args=[section.organisation.pk])
    signed_in.post(address)
    assert Organisation.objects.filter(pk=section.organisation.pk).exists()


def test_members_see_nothing_of_it(client, editor, section, other_section):
    client.force_login(editor)
    for organisation in (section.organisation, other_section.organisation):
        for view in ("edit", "delete", "history", "usage"):
            address = reverse(f"organisations:{view}", args=[organisation.pk])
            assert client.get(address).status_code in (302, 403, 404)
    assert client.get(reverse(INDEX)).status_code in (302, 403)
    assert reverse(INDEX) not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_any_number(
    signed_in, django_assert_num_queries, count
):
    OrganisationFactory.create_batch(count)
    signed_in.get(reverse(INDEX))
    with django_assert_num_queries(11):
        signed_in.get(reverse(INDEX))


@pytest.mark.parametrize(
    ("language", "words", "refusal"),
    [
        ("cy", ["Sefydliadau", "Testunau", "Enw byr"], "Rhowch y ddau liw, neu’r un ohonynt."),
        (
            "gd",
            ["Buidhnean", "Teacsaichean", "Ainm goirid"],
            "Thoiribh seachad an dà dhath, no na toiribh gin.",
        ),
    ],
)
def test_the_screens_of_organisations_are_in_the_own_language(
    client, english, language, words, refusal
):
    client.force_login(UserFactory(superuser=True, language=language))
    text = client.get(reverse(INDEX)).content.decode()
    assert f'<span lang="{language}">{words[0]}</span>' in text

    text = client.post(reverse(ADD), form(english, brand_primary="#14304f")).content.decode()
    for said in (*words[1:], refusal):
        assert f'<span lang="{language}">{said}</span>' in text
    assert '<html lang="en"' in text
