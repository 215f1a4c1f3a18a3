"""What one process holds in memory never outlives what another has withdrawn."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import PageViewRestriction

from home.models import ContentPage
from tests.factories.home import ContentPageFactory
from tests.factories.site import make_home

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

READER = """
import json, os, sys
sys.path += [".", "site"]
os.environ["DJANGO_SETTINGS_MODULE"] = "alliance.settings.test"
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
import django
django.setup()
from django.test import Client
client = Client()
for line in sys.stdin:
    response = client.get(line.strip())
    body = response.content.decode() if response.status_code == 200 else ""
    print(json.dumps([response.status_code, body]), flush=True)
"""


class Reader:
    """Another process of the same site, asked for one address after another."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-c", READER, connection.settings_dict["NAME"]],
            cwd=Path(settings.BASE_DIR),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def get(self, path):
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@pytest.fixture
def reader(db):
    reader = Reader()
    yield reader
    reader.process.stdin.close()
    reader.process.wait(timeout=30)


@pytest.fixture
def page(db):
    home = make_home()
    page = ContentPageFactory(parent=home, slug="minutes", title="Minutes", show_in_menus=True)
    page.save_revision().publish()
    return ContentPage.objects.get(pk=page.pk)


def test_another_process_stops_serving_what_was_unpublished(reader, page):
    assert reader.get("/en/minutes/")[0] == 200
    assert ">Minutes<" in reader.get("/en/")[1].replace("\n", "").replace(" ", "")
    page.unpublish()
    assert reader.get("/en/minutes/")[0] == 410
    assert "/en/minutes/" not in reader.get("/en/")[1]


def test_another_process_asks_for_a_password_at_once(reader, page):
    assert reader.get("/en/minutes/")[0] == 200
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert reader.get("/en/minutes/")[0] == 302


def test_another_process_shows_a_new_title_in_the_menu(reader, page):
    assert "Minutes" in reader.get("/en/")[1]
    page.title = "Papers"
    page.save_revision().publish()
    assert "Minutes" not in reader.get("/en/")[1]
