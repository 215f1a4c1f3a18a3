"""A plan says the same in every language, however old the translation."""

from uuid import uuid4

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringTranslation, Translation, TranslationSource

from pledges.models import Action, PledgePage
from tests.factories.pledges import milestone

ADDRESS = "/cy/addewidion/sgiliau/"


def shown(client, address=ADDRESS):
    return client.get(address).content.decode().split("<main")[1]


def add_milestone(page, title):
    action = page.actions.get()
    action.milestones.append(("milestone", milestone(title)["value"]))
    action.save()


def titles(page):
    return [child.value["title"] for child in page.actions.get().milestones]


def test_words_come_from_the_translation(client, welsh_pledge):
    text = shown(client)
    assert "Mapio’r sgiliau" in text
    assert "Mae’r arolwg yn agor" in text
    assert "The survey opens" not in text


def test_facts_come_from_the_source_even_if_the_translation_says_otherwise(client, welsh_pledge):
    action = welsh_pledge.actions.get()
    for child in action.milestones:
        child.value["status"] = "done"
    action.save()
    assert '<progress id="progress" value="1" max="3">' in shown(client)


def test_a_milestone_not_yet_translated_is_shown_in_its_own_language(client, pledge, welsh_pledge):
    add_milestone(pledge, "A new step")
    text = shown(client)
    assert '<p class="milestone__title" lang="en">A new step</p>' in text
    assert 'max="4"' in text


def test_a_milestone_that_was_taken_away_is_gone_from_the_translation(client, pledge, welsh_pledge):
    action = pledge.actions.get()
    del action.milestones[0]
    action.save()
    assert "Mae’r arolwg yn agor" not in shown(client)


def test_a_pledge_first_written_in_welsh_keeps_its_own_facts(client, welsh_pledge, pledge):
    Page.objects.filter(pk=pledge.pk).update(translation_key=uuid4())  # it translates nothing
    assert '<progress id="progress" value="1" max="3">' in shown(client)


def test_the_welsh_list_leads_to_the_translation_or_else_to_the_source(
    client, pledge, welsh_pledge
):
    text = shown(client, "/cy/addewidion/")
    assert f'href="{ADDRESS}"' in text
    welsh_pledge.unpublish()
    text = shown(client, "/cy/addewidion/")
    assert '<a href="/en/pledges/skills/">Skills</a>' in text
    assert '<span class="language-tag" lang="en">English</span>' in text


@pytest.fixture
def translate(home, index, pledge):
    """Submit the pledge to wagtail-localize, translate what is given, publish."""
    from tests.factories.site import publish_translation

    publish_translation(home, "cy")
    publish_translation(index, "cy", slug="addewidion")
    welsh = Locale.objects.get(language_code="cy")

    def run(texts):
        page = PledgePage.objects.get(pk=pledge.pk)
        source, _ = TranslationSource.update_or_create_from_instance(page)
        translation, _ = Translation.objects.get_or_create(source=source, target_locale=welsh)
        for segment in source.stringsegment_set.select_related("string", "context"):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=welsh,
                context=segment.context,
                defaults={"data": texts.get(segment.string.data, f"cy {segment.string.data}")},
            )
        translation.save_target(publish=True)
        return PledgePage.objects.get(translation_key=page.translation_key, locale=welsh)

    return run


def test_the_translators_get_the_words_of_the_plan_and_no_facts(translate):
    page = translate({"Map the skills": "Mapio’r sgiliau", "The survey opens": "Arolwg yn agor"})
    action = page.actions.get()
    assert action.title == "Mapio’r sgiliau"
    assert action.locale.language_code == "cy"
    survey = action.milestones[0].value
    assert (survey["title"], survey["status"]) == ("Arolwg yn agor", "done")
    assert survey["evidence"] == "cy All can see it."
    assert not String.objects.filter(data__in=["done", "planned"]).exists()


def test_translating_anew_keeps_one_row_for_each(translate, pledge):
    translate({})
    add_milestone(pledge, "A new step")
    page = translate({"A new step": "Cam newydd"})
    action = page.actions.get()
    assert titles(page) == [
        "cy The survey opens",
        "cy The map appears",
        "cy The draft is shared",
        "Cam newydd",
    ]
    assert Action.objects.count() == 2
    assert list(action.organisations.all()) == list(pledge.actions.get().organisations.all())
    assert not any(Page.find_problems())


def test_a_copied_pledge_has_a_plan_of_its_own(pledge, index):
    pledge.save_revision().publish()
    copy = PledgePage.objects.get(pk=pledge.pk).copy(to=index, update_attrs={"slug": "copy"})
    revision = copy.get_latest_revision_as_object()
    revision.title = "A copy"
    revision.save_revision().publish()
    kept, copied = (PledgePage.objects.get(pk=page.pk) for page in (pledge, copy))
    assert titles(kept) == titles(copied)
    assert kept.actions.get().translation_key != copied.actions.get().translation_key
    assert list(kept.actions.get().organisations.all()) == list(
        copied.actions.get().organisations.all()
    )


def test_a_draft_of_a_plan_changes_nothing_until_it_is_published(client, pledge):
    page = PledgePage.objects.get(pk=pledge.pk)
    draft = page.actions.all()[0]
    draft.milestones.append(("milestone", milestone("A new step")["value"]))
    page.actions = [draft]
    revision = page.save_revision()
    assert "A new step" not in shown(client, "/en/pledges/skills/")
    revision.publish()
    assert "A new step" in shown(client, "/en/pledges/skills/")
