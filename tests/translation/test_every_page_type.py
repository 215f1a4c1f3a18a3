"""Whatever readers see of a page in English, they see of its translation in their language."""

import re
from uuid import uuid4

import pytest
from django.db import models
from django.urls import reverse
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import HomePage
from members.models import MemberHomePage
from tests.base.blocks.test_translation import every_block, with_ids
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory
from tests.factories.home import EventSessionFactory
from tests.factories.members import OrganisationFactory
from tests.factories.pledges import ActionFactory, milestone
from tests.factories.site import publish_translation
from tests.home.test_page_types import FACTORIES, PAGE_TYPES, each

STREAMS = {
    "key_points": [("point", "W point")],
    "quotes": [("quote", {"text": "W quote", "speaker": "W speaker", "role": "W role"})],
    "priorities": [("priority", {"title": "W priority", "text": "W reason"})],
    "outbound_links": [("link", {"label": "W give", "url": "https://a.example/", "kind": "give"})],
}
# What is no words: addresses, and what only search engines and programs read.
OTHER = {"slug", "seo_title", "search_description", "recipient", "clean_name"}

pytestmark = pytest.mark.django_db


def words_of(model):
    """The fields of a model that hold words, in whatever way they reach a translation."""
    for name in {field.field_name for field in get_translatable_fields(model)} - OTHER:
        field = model._meta.get_field(name)
        is_text = isinstance(field, models.CharField | models.TextField)
        if is_text and not isinstance(field, models.URLField) and not field.choices:
            yield field


def write(thing):
    """Fill all that can be written, each text with a name that shows where it was."""
    for field in words_of(type(thing)):
        text = f"W {field.name}"
        rich = isinstance(field, RichTextField)
        setattr(thing, field.name, f"<p>{text}</p>" if rich else text)
    return thing


def stream(blocks):
    return [{"type": name, "value": with_ids(value), "id": str(uuid4())} for name, value in blocks]


def write_page(page, linked):
    write(page)
    page.image = ImageFactory()
    bodies = {"body": every_block(ImageFactory().pk, DocumentFactory().pk, linked.pk), **STREAMS}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            setattr(page, field.name, stream(bodies[field.name]))
    for name, value in {"is_press_release": True, "is_online": True}.items():
        if hasattr(page, name):
            setattr(page, name, value)
    page.save()
    add_rows(page)
    return type(page).objects.get(pk=page.pk)


def add_rows(page):
    if hasattr(page, "sessions"):
        write(EventSessionFactory(event=page)).save()
    if hasattr(page, "form_fields"):
        for row in page.form_fields.all():
            write(row).save()
    if hasattr(page, "actions"):
        action = write(
            ActionFactory(page=page, milestones=[milestone("W step", evidence="W seen")])
        )
        action.save()


@pytest.fixture
def make(home):
    """A page of one type, below those that it may stand below, which are there in Welsh, too."""

    def make(model):
        if model is HomePage:
            return home
        types = model.allowed_parent_page_models()
        parent = home if HomePage in types else make(types[0])
        publish_translation(parent, "cy", slug=f"cymro-{parent.slug}"[:20])
        more = {}
        if model is MemberHomePage:
            organisation = OrganisationFactory()
            more = {"organisation": organisation, "slug": organisation.slug}
        return FACTORIES[model](parent=parent, **more)

    return make


@pytest.fixture
def translate(welsh, django_capture_on_commit_callbacks):
    def translate(page):
        translate_object(page, [welsh])
        translation = Translation.objects.get(source__object_id=page.translation_key)
        for segment in translation.source.stringsegment_set.select_related("string", "context"):
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=welsh,
                data=f"cymro-{segment.string.data}"
                if segment.context.path == "slug"
                else segment.string.data.replace("W ", "Cymro "),
            )
        with django_capture_on_commit_callbacks(execute=True):
            translation.save_target(publish=True)
        return page.get_translation(welsh)

    return translate


@each(PAGE_TYPES)
def test_readers_see_all_of_it_in_their_language(client, home, make, translate, model):
    page = write_page(make(model), linked=home)
    in_english = client.get(page.get_url()).content.decode()
    shown = set(re.findall(r"\bW (\w+)", in_english))
    assert {field.name for field in words_of(model)} - shown <= {"thank_you", "priorities_heading"}

    in_welsh = client.get(translate(page).get_url()).content.decode()

    assert set(re.findall(r"\bW (\w+)", in_welsh)) == set()
    assert set(re.findall(r"Cymro (\w+)", in_welsh)) >= shown
    assert not any(Page.find_problems())


@each(PAGE_TYPES)
def test_translators_are_offered_all_of_it(client, home, make, welsh, model):
    page = write_page(make(model), linked=home)
    shown = re.findall(r"\bW (\w+)", client.get(page.get_url()).content.decode())
    translate_object(page, [welsh])

    client.force_login(UserFactory(superuser=True))
    address = reverse("wagtailadmin_pages:edit", args=[page.get_translation(welsh).pk])
    offered = client.get(address).content.decode()

    assert set(shown) - set(re.findall(r"\bW (\w+)", offered)) == set()
