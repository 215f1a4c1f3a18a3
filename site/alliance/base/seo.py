"""What search engines and shared links are told about a page."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import SourceImageIOError

from .models import AllianceRendition, BasePage
from .navigation import LanguageLink, breadcrumbs, language_links

SHARED_PICTURE = "fill-1200x630|format-jpeg"


@dataclass(frozen=True)
class Seo:
    canonical: str
    description: str
    alternates: list[LanguageLink]
    picture: AllianceRendition | None
    picture_url: str
    structured_data: SafeString


def describe(request: HttpRequest, page: BasePage) -> Seo:
    picture = shared_picture(page)
    picture_url = urljoin(page.full_url or "", picture.url) if picture else ""
    return Seo(
        canonical=page.canonical_url,
        description=page.search_description or page.summary,
        alternates=alternates(request, page),
        picture=picture,
        picture_url=picture_url,
        structured_data=as_script_text(
            [structured_data(page, picture_url), *breadcrumb_lists(request, page)]
        ),
    )


def alternates(request: HttpRequest, page: BasePage) -> list[LanguageLink]:
    """Only of what is itself the canonical page: search engines drop the pair otherwise."""
    if page.original_key and page.canonical_url != page.full_url:
        return []
    return [link for link in language_links(request, page) if link.is_translated]


def shared_picture(page: BasePage) -> AllianceRendition | None:
    """None too where the file cannot be read: a lost picture must not cost the page."""
    try:
        return page.image.get_rendition(SHARED_PICTURE) if page.image else None
    except (SourceImageIOError, OSError):
        return None


def structured_data(page: BasePage, picture_url: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": page.schema_type,
        "name": page.title,
        "url": page.full_url,
        "inLanguage": page.locale_code,
        **({"description": page.summary} if page.summary else {}),
        **({"image": picture_url} if picture_url else {}),
        **page.get_structured_data(),
        **source_data(page),
    }


def source_data(page: BasePage) -> dict[str, Any]:
    """Who published first what this page repeats."""
    if page.credit is None:
        return {}
    based_on = {"isBasedOn": page.credit.url} if page.credit.url else {}
    return {**based_on, "sourceOrganization": author_data(page)}


def author_data(page: BasePage) -> dict[str, str]:
    """Whose words these are, which need not be who publishes them here."""
    if page.credit is None:
        return publisher_data(page)
    named = {"@type": "Organization", "name": page.credit.name}
    return {**named, "url": page.credit.website} if page.credit.website else named


def publisher_data(page: BasePage) -> dict[str, str]:
    """Whose page it is, as schema.org describes an organisation."""
    website = page.organisation.website if page.organisation else ""
    named = {"@type": "Organization", "name": page.publisher_name}
    return {**named, "url": website} if website else named


def breadcrumb_lists(request: HttpRequest, page: BasePage) -> list[dict[str, Any]]:
    """The way to the page; none to the home page, where it begins."""
    above = [(item.title, item.full_url) for item in breadcrumbs(request, page)]
    if not above:
        return []
    elements = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([*above, (page.title, page.full_url)], start=1)
    ]
    context = "https://schema.org"
    return [{"@context": context, "@type": "BreadcrumbList", "itemListElement": elements}]


def as_script_text(data: Any) -> SafeString:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False)
    return mark_safe(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S308
