"""Who issues a press release, whom journalists may ask, and which pictures they may take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images.models import SourceImageIOError
from wagtail.models import Locale

from alliance.base.models import AllianceImage, BasePage
from members.models import Organisation, PressContact


def publisher(organisation_id: int | None) -> Organisation | None:
    """A page of no member is the alliance's, which has an entry like any other organisation."""
    found = Q(pk=organisation_id) if organisation_id else Q(slug=settings.ALLIANCE_ORGANISATION)
    return Organisation.objects.with_texts().filter(found).first()


def contacts_offered(organisation_id: int | None, locale: Locale) -> QuerySet[PressContact]:
    owner = (
        Q(organisation=organisation_id)
        if organisation_id
        else Q(organisation__slug=settings.ALLIANCE_ORGANISATION)
    )
    return PressContact.objects.filter(owner, locale=locale)


def same_contacts_in(locale: Locale, contacts: Iterable[PressContact]) -> list[PressContact]:
    """The desks that these contacts are, as another language names them."""
    desks = Q(pk__in=[])
    for contact in contacts:
        desks |= Q(
            organisation=contact.organisation_id,
            email=contact.email,
            phone=contact.phone,
            out_of_hours=contact.out_of_hours,
        )
    return list(PressContact.objects.filter(desks, locale=locale))


def contacts_of_source(page: Any) -> list[PressContact]:
    """Whom a translation names that has no contact of its own: the desks that its source names,
    as the language of the page has them or else as the source does."""
    source = Q(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
    pages = type(page).objects.filter(source).exclude(pk=page.pk)
    contacts = list(PressContact.objects.filter(pk__in=pages.values("press_contacts")))
    return same_contacts_in(page.locale, contacts) or contacts if contacts else []


@dataclass(frozen=True)
class PressPicture:
    image: AllianceImage
    alt: str
    file_type: str
    file_size: int | None


def press_pictures(page: Any) -> list[PressPicture]:
    """The page's own picture and those of its body, once each, in the order of the page."""
    own = [(page.image, page.image_alt)] if page.image else []
    found: dict[AllianceImage, str] = {}
    for image, alt in [*own, *pictures_in(page.body)]:
        found.setdefault(image, alt)
    return [describe(image, alt) for image, alt in found.items()]


def pictures_in(value: Any) -> Iterator[tuple[AllianceImage, str]]:
    """Each picture of a body or a block, with the alternative text that it has there."""
    if isinstance(value, StructValue):
        if isinstance(value.get("image"), AllianceImage):
            yield value["image"], value.get("alt", "")
        children: Iterable[Any] = value.values()
    elif isinstance(value, StreamValue):
        children = (child.value for child in value)
    else:
        children = value if isinstance(value, ListValue) else ()
    for child in children:
        yield from pictures_in(child)


def describe(image: AllianceImage, alt: str) -> PressPicture:
    file_type = image.filename.rpartition(".")[2].upper()
    try:
        return PressPicture(image, alt, file_type, image.get_file_size())
    except (SourceImageIOError, OSError):
        return PressPicture(image, alt, file_type, None)


def is_offered(contact: PressContact, page: BasePage) -> bool:
    """Whether a contact is the page's own: of its organisation, in its language."""
    if contact.locale_id != page.locale_id:
        return False
    if page.organisation_id:
        return contact.organisation_id == page.organisation_id
    return contact.organisation.slug == settings.ALLIANCE_ORGANISATION
