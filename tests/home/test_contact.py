from datetime import timedelta

import pytest
from django.core import mail, signing
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from home.forms import TOKEN_SALT, make_token
from tests.factories.home import ContactPageFactory

pytestmark = pytest.mark.django_db

HERE = {"HTTP_ORIGIN": "http://testserver"}
WORDS = {"your_name": "Ann", "your_address": "ann@example.org", "your_message": "Hello, library."}


@pytest.fixture
def contact(home):
    return ContactPageFactory(parent=home, slug="contact", title="Contact us")


def send(client, headers=HERE, **changes):
    words = {**WORDS, "form_token": make_token(), **changes}
    return client.post("/en/contact/", words, **headers)


def test_a_message_is_kept_and_mailed_and_the_reader_is_thanked(client, contact):
    contact.thank_you = "<p>We answer within five days.</p>"
    contact.save()
    response = send(client)
    assert response.status_code == 302
    assert "We answer within five days." in client.get(response.url).content.decode()
    assert FormSubmission.objects.get().form_data == WORDS
    message = mail.outbox[0]
    assert message.subject == "Contact us"
    assert message.to == ["office@example.org"]
    assert message.reply_to == ["ann@example.org"]
    assert "Your message\nHello, library." in message.body


def test_neither_form_nor_answer_sets_a_cookie_and_the_form_is_public(client, contact):
    response = client.get("/en/contact/")
    assert not response.cookies
    assert "public" in response.headers["Cache-Control"]
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not send(client).cookies


def test_no_cookie_is_needed_where_the_check_of_forgeries_is_strict(contact):
    assert send(Client(enforce_csrf_checks=True)).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HTTP_ORIGIN": "https://elsewhere.example.org"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_REFERER": "https://elsewhere.example.org/en/contact/"},
        {"HTTP_REFERER": "http://[nonsense"},
    ],
    ids=["none", "other origin", "opaque origin", "other referrer", "broken referrer"],
)
def test_a_form_from_elsewhere_is_refused_and_keeps_what_was_typed(client, contact, headers):
    text = send(client, headers).content.decode()
    assert "did not come from our own form" in text
    assert "Hello, library." in text
    assert not FormSubmission.objects.exists()


def test_a_browser_that_sends_only_the_referrer_is_believed(client, contact):
    assert send(client, {"HTTP_REFERER": "http://testserver/en/contact/"}).status_code == 302


@pytest.mark.parametrize(
    "token",
    ["", "forged", signing.dumps("form", salt="other")],
    ids=["none", "forged", "of another form"],
)
def test_a_wrong_token_is_refused(client, contact, token):
    text = send(client, form_token=token).content.decode()
    assert "open for too long" in text
    assert not FormSubmission.objects.exists()


def test_an_old_form_can_be_sent_again_with_what_was_typed(client, contact, monkeypatch):
    old = make_token()
    monkeypatch.setattr("home.forms.TOKEN_HOURS", -1)
    text = send(client, form_token=old).content.decode()
    monkeypatch.undo()
    assert "Hello, library." in text
    token = text.split('name="form_token" value="')[1].split('"')[0]
    assert signing.loads(token, salt=TOKEN_SALT) == "form"
    assert send(client, form_token=token).status_code == 302


def test_a_mistake_is_named_and_the_rest_is_kept(client, contact):
    text = send(client, your_address="nonsense").content.decode()
    assert "Enter a valid email address." in text
    assert "Hello, library." in text
    assert not mail.outbox


def test_what_a_program_fills_in_is_thanked_for_and_dropped(client, contact):
    assert send(client, leave_empty="https://spam.example.org").status_code == 302
    assert not FormSubmission.objects.exists()
    assert not mail.outbox


def test_a_mail_server_that_is_down_loses_no_message(client, contact, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    assert send(client).status_code == 302
    assert FormSubmission.objects.exists()


def test_a_report_of_a_problem_knows_the_page(client, home):
    ContactPageFactory(
        parent=home, slug="problem", purpose="problem", show_in_footer=True,
        questions=[("Address of the page", "singleline"), ("What went wrong", "multiline")],
    )  # fmt: skip
    assert 'href="/en/problem/?page=/en/"' in client.get("/en/").content.decode()
    text = client.get("/en/problem/?page=/en/news/").content.decode()
    assert 'name="address_of_the_page" value="/en/news/"' in text
    text = client.get("/en/problem/?page=https://elsewhere.example.org/").content.decode()
    assert "elsewhere" not in text.split("<main")[1].split("</main")[0]


def test_what_an_address_fills_in_is_text_that_a_page_can_hold(client, contact):
    assert b"\x00" not in client.get("/en/contact/?about=Ten%00figures").content


def test_a_question_about_a_report_names_it(client, contact):
    text = client.get("/en/contact/?about=Ten+%3Cb%3Efigures").content.decode()
    assert "About: Ten &lt;b&gt;figures" in text


def test_messages_are_deleted_when_their_time_is_over(client, home, contact, capsys):
    keeps_long = ContactPageFactory(parent=home, retention_days=200)
    for page in (contact, keeps_long):
        for days in (89, 91):
            kept = FormSubmission.objects.create(form_data={}, page=page)
            moment = timezone.now() - timedelta(days=days)
            FormSubmission.objects.filter(pk=kept.pk).update(submit_time=moment)
    call_command("purge_submissions")
    assert "Deleted 1 message(s), 0 application(s)." in capsys.readouterr().out
    assert FormSubmission.objects.filter(page=contact).count() == 1
    assert FormSubmission.objects.filter(page=keeps_long).count() == 2
