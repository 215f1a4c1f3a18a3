"""What is ours is in the person's language, and says which that is."""

import pytest
from django.core import mail
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("", "A new password for the Libraries Alliance", "Somebody, you we hope"),
        ("cy", "Cyfrinair newydd ar gyfer Cynghrair y Llyfrgelloedd", "Mae rhywun, chi gobeithio"),
        ("gd", "Facal-faire ùr airson Caidreachas nan Leabharlannan", "Dh’iarr cuideigin"),
    ],
)
def test_the_mail_for_a_new_password(client, person, language, subject, text):
    person.language = language
    person.save()
    client.post(reverse("wagtailadmin_password_reset"), {"email": person.email})
    assert mail.outbox[0].subject == subject
    assert text in mail.outbox[0].body
    assert "/admin/password_reset/confirm/" in mail.outbox[0].body


def test_the_page_on_ones_sign_in(client, person):
    person.language = "cy"
    person.save()
    client.force_login(person)
    text = client.get(reverse("mfa_index")).content.decode()
    assert '<span lang="cy">Mewngofnodi a diogelwch</span>' in text
    assert "<title>" in text
    assert 'lang="cy"' not in text.split("<title>")[1].split("</title>")[0]


def test_the_second_step_follows_the_browser(client, person, secret, sign_in):
    sign_in()
    response = client.get(reverse("mfa_authenticate"), headers={"accept-language": "gd"})
    assert '<span lang="gd">Dàrna ceum</span>' in response.content.decode()


def test_what_was_done_is_said_in_it(confirmed, person):
    person.language = "cy"
    person.save()
    confirmed.post(reverse("sign_in_end_others"))
    text = confirmed.get(reverse("mfa_index")).content.decode()
    assert '<span lang="cy">Mae pob sesiwn arall wedi’i gorffen.</span>' in text
