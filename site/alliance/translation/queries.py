from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Trim
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet
from wagtail_localize.models import StringSegmentQuerySet, Translation

from alliance.base.models import User


def translation_of(page: Page) -> Translation | None:
    """The running translation that a page is made from, if it is made from one."""
    running = Translation.objects.filter(source__object_id=page.translation_key, enabled=True)
    return running.filter(target_locale=page.locale_id).first()


def untranslated(translation: Translation) -> StringSegmentQuerySet:
    """The texts for which wagtail-localize would publish the words of the source."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    words = segments.alias(words=Trim("translation"))
    return words.filter(Q(translation__isnull=True) | Q(words=""))


def drafts_of_translations(pages: Iterable[Page], and_below: bool) -> PageQuerySet:
    """Those of the pages, with what is below them if so asked, that a translation makes."""
    chosen = Q(pk__in=[])
    for page in pages:
        chosen |= Q(path__startswith=page.path) if and_below else Q(pk=page.pk)
    running = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale=OuterRef("locale"),
        enabled=True,
    )
    drafts = Q(live=False) | Q(has_unpublished_changes=True)
    return Page.objects.filter(chosen, drafts, Exists(running))


def pages_translated(user: User) -> PageQuerySet:
    """The page that a translation in an outer query makes, if this person may change it."""
    pages: PageQuerySet = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    )
