"""Whatever changes a page, and by whatever route, a search tells the truth at once."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    Page,
    PageViewRestriction,
    Workflow,
    WorkflowTask,
)

from alliance.base.models import BasePage
from home.models import ContentPage
from search.languages import analyser_for
from search.models import IndexedPage
from search.partitions import drop_partition, ensure_partition, partition_name
from search.services import rebuild
from search.terms import parse
from search.vectors import organisation_mark

pytestmark = pytest.mark.django_db


def found(query, language="en", *marks):
    locale = Locale.objects.get(language_code=language)
    terms = parse(analyser_for(language), query)
    return sorted(
        IndexedPage.objects.matching(locale, terms, *marks).values_list("title", flat=True)
    )


def test_a_page_added_live_by_a_script_is_found(make_page):
    make_page("Manuscripts of the north")
    assert found("manuscript") == ["Manuscripts of the north"]


def test_a_draft_is_not_found(make_page):
    make_page("Manuscripts", live=False)
    assert found("manuscripts") == []


def test_a_draft_of_a_live_page_is_not_found_until_it_is_published(make_page):
    page = make_page("Manuscripts")
    page.title = "Palimpsests"
    revision = page.save_revision()
    assert (found("palimpsest"), found("manuscript")) == ([], ["Manuscripts"])
    revision.publish()
    assert (found("palimpsest"), found("manuscript")) == (["Palimpsests"], [])


def test_rich_text_is_found(make_page):
    make_page("Welcome", text="We keep <b>incunabula</b>.")
    assert found("incunabula") == ["Welcome"]


def test_an_unpublished_page_is_no_longer_found(make_page):
    page = make_page("Manuscripts")
    page.unpublish()
    assert found("manuscripts") == []


def test_unpublishing_with_all_below_takes_them_all_out(make_page, roots):
    parent = make_page("Manuscripts")
    make_page("Manuscripts below", parent=parent)
    for page in Page.objects.get(pk=parent.pk).get_descendants(inclusive=True):
        page.specific.unpublish()
    assert found("manuscripts") == []


def test_a_deleted_page_is_no_longer_found_nor_what_was_below(make_page):
    parent = make_page("Manuscripts")
    make_page("Manuscripts below", parent=parent)
    Page.objects.get(pk=parent.pk).delete()
    assert found("manuscripts") == []


def test_deleting_past_every_signal_leaves_nothing_behind(make_page):
    page = make_page("Manuscripts")
    queryset = ContentPage.objects.filter(pk=page.pk)
    queryset._raw_delete(queryset.db)
    queryset = BasePage._base_manager.filter(pk=page.pk)
    queryset._raw_delete(queryset.db)
    assert IndexedPage.objects.filter(page_id=page.pk).count() == 0


def test_a_page_scheduled_for_later_is_found_when_its_time_has_come(make_page):
    page = make_page("Nothing yet", live=False)
    page.title = "Manuscripts"
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert found("manuscripts") == []
    revision = page.revisions.order_by("-pk").first()
    page.revisions.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1),
        content=revision.content | {"go_live_at": None},
    )
    call_command("publish_scheduled")
    assert found("manuscripts") == ["Manuscripts"]


def test_a_page_that_expires_is_no_longer_found(make_page):
    make_page("Manuscripts", expire_at=timezone.now() - timedelta(minutes=1))
    assert found("manuscripts") == ["Manuscripts"]
    call_command("publish_scheduled")
    assert found("manuscripts") == []


def test_a_page_that_a_workflow_approves_is_found(make_page, admin_user):
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    page = make_page("Manuscripts", live=False)
    page.save_revision()
    state = workflow.start(page, admin_user)
    assert found("manuscripts") == []
    state.current_task_state.approve(user=admin_user)
    assert found("manuscripts") == ["Manuscripts"]


def test_a_restricted_page_is_not_found_nor_what_is_below(make_page):
    parent = make_page("Manuscripts")
    make_page("Manuscripts below", parent=parent)
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=parent.pk), restriction_type=PageViewRestriction.LOGIN
    )
    assert found("manuscripts") == []
    make_page("Manuscripts made later", parent=parent)
    assert found("manuscripts") == []
    restriction.delete()
    assert len(found("manuscripts")) == 3


def test_moving_under_a_restricted_page_hides_all_that_moves(make_page):
    hidden = make_page("Staff")
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=hidden.pk), restriction_type=PageViewRestriction.LOGIN
    )
    parent = make_page("Manuscripts")
    make_page("Manuscripts below", parent=parent)
    home = parent.get_parent()
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=hidden.pk), pos="last-child")
    assert found("manuscripts") == []
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=home.pk), pos="last-child")
    assert len(found("manuscripts")) == 2


def test_an_alias_is_not_found_until_it_is_a_page_of_its_own(make_page, roots):
    page = make_page("Manuscripts")
    alias = page.create_alias(parent=roots["en"], update_slug="alias")
    assert found("manuscripts") == ["Manuscripts"]
    alias.alias_of = None
    alias.save()
    assert found("manuscripts") == ["Manuscripts", "Manuscripts"]


def test_a_translation_is_found_in_its_own_language_only(make_page):
    make_page("Llawysgrifau'r gogledd", language="cy")
    assert found("llawysgrif", "cy") == ["Llawysgrifau'r gogledd"]
    assert found("llawysgrifau", "en") == []


def test_a_renamed_organisation_is_found_by_its_new_name(make_page, make_section):
    section = make_section("rluk", en="Research Libraries")
    make_page("Projects", parent=section)
    assert found("research projects") == ["Projects"]
    text = section.organisation.texts.get()
    text.name = "Scholarly Libraries"
    text.save()
    assert (found("scholarly projects"), found("research")) == (["Projects"], [])


def test_a_page_that_moves_to_another_section_belongs_to_that_member(make_page, make_section):
    here, there = make_section("here"), make_section("there")
    parent = make_page("Manuscripts", parent=here)
    make_page("Manuscripts below", parent=parent)
    Page.objects.get(pk=parent.pk).move(Page.objects.get(pk=there.pk), pos="last-child")
    mark = organisation_mark(there.organisation_id)
    assert found("manuscripts", "en", mark) == ["Manuscripts", "Manuscripts below"]
    assert found("manuscripts", "en", organisation_mark(here.organisation_id)) == []


def tables():
    with connection.cursor() as cursor:
        return {table.name for table in connection.introspection.get_table_list(cursor)}


def test_a_language_has_its_own_part_of_the_index_until_it_is_deleted(roots):
    irish = Locale.objects.create(language_code="ga")
    name = partition_name(irish.pk)
    assert name in tables()
    irish.delete()
    assert name not in tables()


def test_a_page_whose_language_has_no_part_yet_waits_in_the_default_part(make_page, roots):
    page = make_page("Llawysgrifau", language="cy")
    drop_partition(page.locale_id)
    later = make_page("Llawysgrif", language="cy")
    assert found("llawysgrif", "cy") == ["Llawysgrif"]
    ensure_partition(later.locale_id)
    assert found("llawysgrif", "cy") == ["Llawysgrif"]


def test_rebuilding_mends_what_no_signal_told(make_page, capsys):
    page, gone = make_page("Manuscripts"), make_page("Gone")
    ContentPage.objects.filter(pk=page.pk).update(title="Palimpsests")
    ContentPage.objects.filter(pk=gone.pk).update(live=False)
    rebuild()
    assert (found("palimpsests"), found("manuscripts"), found("gone")) == (["Palimpsests"], [], [])


def test_the_command_says_how_many_pages_there_are(make_page, capsys):
    make_page("Manuscripts")
    call_command("rebuild_search")
    call_command("rebuild_search")
    assert "4 pages can be found." in capsys.readouterr().out


def test_a_rebuild_that_is_stopped_says_so_and_loses_nothing(make_page, monkeypatch):
    make_page("Manuscripts")

    def stop(ids):
        raise KeyboardInterrupt

    monkeypatch.setattr("search.services.index_pages", stop)
    with pytest.raises(CommandError, match="Readers find all that they found before"):
        call_command("rebuild_search")
    assert found("manuscripts") == ["Manuscripts"]
