"""A number that the site counts stays one in a translation."""

import json

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from tests.factories.home import ContentPageFactory

TEXT = '<p>We are <a linktype="token" token="members">{members}</a> libraries.</p>'
SEGMENT = 'We are <a id="a1">{members}</a> libraries.'

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home):
    blocks = [{"type": "rich_text", "value": TEXT, "id": "a"}]
    return ContentPageFactory(parent=home, slug="hours", summary="Open.", body=json.dumps(blocks))


def test_translators_move_it_within_the_sentence_they_translate(
    client, page, translator, translation, welsh, django_capture_on_commit_callbacks
):
    segments = StringSegment.objects.filter(source=translation.source)
    assert SEGMENT in set(segments.values_list("string__data", flat=True))
    assert SEGMENT.replace('"', '\\"') in str(translation.export_po())

    welsh_words = {SEGMENT: '<a id="a1">{members}</a> llyfrgell ydym ni.', "hours": "oriau"}
    for segment in segments:
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=welsh,
            data=welsh_words.get(segment.string.data, "Oriau"),
        )
    client.force_login(translator)
    address = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"action": "publish"}, follow=True)
    client.logout()

    assert "We are 0 libraries." in client.get("/en/hours/").content.decode()
    assert "0 llyfrgell ydym ni." in client.get("/cy/oriau/").content.decode()
