"""Copies an offered page into another section, and lets the copy follow its original."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log

from alliance.base.models import BasePage, User
from alliance.base.own_words import gettext as _

from ..models import Adoption, Offer
from .content import Content, Rehousing, content_of, keys_of_rows
from .files import Files

ADOPT, TAKE, KEEP = "alliance.adopt", "alliance.take_version", "alliance.keep_own"


class NotAdoptableError(Exception):
    """Why not, in the reader's words."""


@contextmanager
def files_for(original: BasePage, taker: Any, user: User) -> Iterator[Files]:
    """Copies of files go again when the rows that name them do not come."""
    files = Files(original.organisation, taker, user)
    try:
        with transaction.atomic():
            yield files
    except BaseException:
        files.remove()
        raise


def copies_of(key: UUID, organisation: Any) -> list[BasePage]:
    """What a member has of a page already, in all languages; its own translations, too."""
    adopted = BasePage.objects.filter(original_key=key, organisation=organisation)
    return list(adopted.select_related("locale").order_by("adoption__pk", "pk"))


def adopt(
    offer: Offer, originals: list[BasePage], parent: BasePage, user: User
) -> tuple[list[Adoption], set[str]]:
    """A draft of each original, below `parent` or its translation, joined as translations of
    one another. With them, the titles of files that could not come along.

    Raises NotAdoptableError.
    """
    with files_for(originals[0], parent.organisation, user) as files:
        # Until this is done, the offer can be neither withdrawn nor taken up a second time.
        Offer.objects.select_for_update().filter(pk=offer.pk).first()
        if not Offer.objects.open().filter(pk=offer.pk).exists():
            raise NotAdoptableError(_("This page is no longer offered."))
        there = copies_of(offer.translation_key, parent.organisation)
        group = there[0].translation_key if there else uuid4()
        made = [
            adopt_one(original, place_for(original, parent), group, files) for original in originals
        ]
    return made, files.left_out


def place_for(original: BasePage, parent: BasePage) -> BasePage:
    """Raises NotAdoptableError."""
    if original.locale_id == parent.locale_id:
        return parent
    place: Any = parent.get_translation_or_none(original.locale)
    if place is None or place.alias_of_id:
        said = _("“%(page)s” is not there in this language yet: %(language)s")
        values = {"page": parent.title, "language": original.locale.get_display_name()}
        raise NotAdoptableError(said % values)
    return place.specific


def adopt_one(original: BasePage, parent: BasePage, group: UUID, files: Files) -> Adoption:
    if BasePage.objects.filter(translation_key=group, locale=original.locale_id).exists():
        said = _("Your section has this page already in this language: %(language)s")
        raise NotAdoptableError(said % {"language": original.locale.get_display_name()})
    content = content_of(original.specific)
    copy = make_copy(original, content, group, files)
    copy.slug = find_available_slug(parent, original.slug)
    copy.owner = files.user
    parent.add_child(instance=copy)
    copy.save_revision(user=files.user, clean=False)
    log(copy, ADOPT, user=files.user)
    return Adoption.objects.create(
        page=copy, adopted_by=files.user, taken=content, seen_version=original.last_published_at
    )


def make_copy(original: BasePage, content: Content, group: UUID, files: Files) -> Any:
    model = original.specific_class
    data = Rehousing(files, group).rewrite(model, content)
    copy: Any = model.from_serializable_data({**data, "pk": None})
    copy.draft_title, copy.locale, copy.live = copy.title, original.locale, False
    copy.translation_key = group
    copy.original_key = original.translation_key
    text = original.organisation.text_in(original.locale_code) if original.organisation else None
    copy.original_publisher = text.name if text else original.publisher_name
    return copy


def original_of(adoption: Adoption) -> BasePage | None:
    """The original in the language of the copy, while readers can see it."""
    page = adoption.page
    wanted: dict[str, Any] = {"translation_key": page.original_key, "locale": page.locale_id}
    originals = BasePage.objects.listable().filter(**wanted)
    return originals.select_related("locale", "organisation").first()


def offered_original(adoption: Adoption, version: datetime) -> BasePage:
    """As it was shown to whoever decides. Raises NotAdoptableError."""
    original = original_of(adoption)
    offers = Offer.objects.open()
    if original is None or not offers.filter(translation_key=original.translation_key).exists():
        raise NotAdoptableError(_("This page is no longer offered."))
    if original.last_published_at != version:
        raise NotAdoptableError(_("The original has changed again meanwhile. Look once more."))
    return original


def take_version(adoption: Adoption, version: datetime, user: User) -> set[str]:
    """The copy's next draft has the original's content; its address, place and settings stay.

    Raises NotAdoptableError.
    """
    original = offered_original(adoption, version)
    with files_for(original, adoption.page.organisation, user) as files:
        content = content_of(original.specific)
        page = adoption.page.specific
        data = page.get_latest_revision_as_object().serializable_data()
        rows = keys_of_rows(data)
        new = Rehousing(files, page.translation_key, rows).rewrite(type(page), content)
        page.with_content_json({**data, **new}).save_revision(
            user=user, log_action=TAKE, clean=False
        )
        adoption.taken, adoption.seen_version = content, version
        adoption.save(update_fields=["taken", "seen_version"])
    return files.left_out


@transaction.atomic
def keep_own(adoption: Adoption, version: datetime, user: User) -> None:
    """Raises NotAdoptableError."""
    offered_original(adoption, version)
    adoption.seen_version = version
    adoption.save(update_fields=["seen_version"])
    log(adoption.page.specific, KEEP, user=user)
