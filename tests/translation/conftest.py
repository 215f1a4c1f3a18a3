"""An English page in a site that has a Welsh home, and those who may translate it."""

import pytest
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from alliance.translation.services import appoint_translator
from members.staff import appoint_alliance_editor
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory
from tests.factories.site import publish_translation


@pytest.fixture
def welsh_home(home):
    return publish_translation(home, "cy", title="Hafan")


@pytest.fixture
def page(home):
    return ContentPageFactory(
        parent=home, title="Opening hours", slug="hours", summary="When we are open."
    )


@pytest.fixture
def translator(welsh_home, welsh):
    user = UserFactory()
    appoint_translator(user, welsh)
    return user


@pytest.fixture
def staff(welsh_home):
    user = UserFactory()
    appoint_alliance_editor(user)
    return user


@pytest.fixture
def translation(page, welsh_home, welsh):
    """The page as submitted to the Welsh translators: a draft in which nothing is translated."""
    translate_object(page, [welsh])
    return Translation.objects.get(source__object_id=page.translation_key)


@pytest.fixture
def translate(translation):
    def translate(**texts):
        """Give each text of the source its Welsh, as the editor's fields do."""
        for path, text in texts.items():
            segment = translation.source.stringsegment_set.get(context__path=path)
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": text},
            )

    return translate
