from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.models import Collection

from alliance.base.models import AllianceDocument, AllianceImage
from members.collections import ensure_shared_collection
from members.models import Organisation

from .drawing import PALETTES, PATTERNS, draw_logo, draw_picture
from .errors import Mistake
from .pdf import write_pdf
from .references import References
from .source import Entry

RIGHTS = ("credit", "rights_holder", "licence", "permitted_use")


def load_picture(entry: Entry, references: References) -> None:
    organisation = owner(entry, references)
    data = draw_entry(entry, organisation)
    suffix = "png" if entry.get("initials") else "jpg"
    image = AllianceImage.objects.create(
        title=entry["title"],
        language=entry.get("language", settings.LANGUAGE_CODE),
        file=ImageFile(BytesIO(data), f"{entry.key}.{suffix}"),
        file_size=len(data),
        collection=collection_of(organisation),
        **rights(entry),
    )
    references.pictures[entry.key] = image
    if organisation and entry.get("initials"):
        organisation.logo = image
        organisation.save(update_fields=["logo"])


def draw_entry(entry: Entry, organisation: Organisation | None) -> bytes:
    if initials := entry.get("initials"):
        if organisation is None:
            raise Mistake("a mark needs an organisation, for its colours")
        colours = (organisation.brand_primary, organisation.brand_secondary)
        return draw_logo(initials, *colours, entry["seed"])
    pattern, palette = entry["pattern"], entry["palette"]
    if pattern not in PATTERNS or palette not in PALETTES:
        raise Mistake(f"there is no pattern “{pattern}” in “{palette}”")
    return draw_picture(pattern, palette, entry["seed"])


def load_document(entry: Entry, references: References) -> None:
    data = write_pdf(entry["title"], entry["paragraphs"], entry["language"])
    document = AllianceDocument.objects.create(
        title=entry["title"],
        file=ContentFile(data, f"{entry.key}.pdf"),
        language=entry["language"],
        file_size=len(data),
        collection=collection_of(owner(entry, references)),
        **rights(entry),
    )
    references.documents[entry.key] = document


def rights(entry: Entry) -> dict[str, Any]:
    return {name: entry.get(name, "") for name in RIGHTS}


def owner(entry: Entry, references: References) -> Organisation | None:
    slug = entry.get("organisation")
    return references.get(Organisation, slug, "") if slug else None


def collection_of(organisation: Organisation | None) -> Collection:
    """The organisation's own, so that only its people choose what is in it; else everybody's."""
    found = organisation.collection if organisation else ensure_shared_collection()
    return found or Collection.get_first_root_node()
