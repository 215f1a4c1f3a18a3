from typing import Any

from django.conf import settings
from wagtail.models import Locale

from alliance.base.models import Topic, TopicText
from members.collections import ensure_collection, ensure_shared_collection
from members.enums import Kind, Nation
from members.models import Organisation, OrganisationText, PressContact

from .errors import Mistake
from .references import References
from .source import Entry

PLAIN_FIELDS = (
    "kinds",
    "nations",
    "languages",
    "brand_primary",
    "brand_secondary",
    "website",
    "email",
    "phone",
)


def load_organisation(entry: Entry, references: References, locales: dict[str, Locale]) -> None:
    fields = {name: entry.data[name] for name in PLAIN_FIELDS if name in entry.data}
    fields |= {"is_member": entry["is_member"], "is_programme": "run_by" in entry.data}
    organisation = Organisation(slug=entry.key, **fields)
    refuse_unknown(entry.get("kinds", []), Kind.values)
    refuse_unknown(entry.get("nations", []), Nation.values)
    refuse_unknown(entry.get("languages", []), settings.SITE_LANGUAGES)
    unasked = ["kinds"] if organisation.is_programme else []
    organisation.full_clean(exclude=["collection", "logo", *unasked])
    organisation.save()
    for locale, text in in_locales(entry["texts"], locales):
        OrganisationText.objects.create(organisation=organisation, locale=locale, **text)
    for contact in entry.get("press_contacts", []):
        load_contact(contact, organisation, references, locales)
    references.organisations[entry.key] = organisation
    organisation.run_by.set([references.organisations[key] for key in entry.get("run_by", [])])
    organisation.save()
    if organisation.is_member or organisation.is_programme:
        ensure_collection(organisation)
    ensure_shared_collection()


def load_contact(
    contact: dict[str, Any],
    organisation: Organisation,
    references: References,
    locales: dict[str, Locale],
) -> None:
    shared = {name: contact[name] for name in ("email", "phone", "out_of_hours")}
    for locale, text in in_locales(contact["texts"], locales):
        made = PressContact.objects.create(
            organisation=organisation, locale=locale, **shared, **text
        )
        references.contacts[contact["key"], locale.language_code] = made


def load_topic(entry: Entry, references: References, locales: dict[str, Locale]) -> None:
    topic = Topic.objects.create(key=entry.key)
    for locale, text in in_locales(entry["texts"], locales):
        TopicText.objects.create(topic=topic, locale=locale, **text)
    references.topics[entry.key] = topic


def in_locales(
    texts: dict[str, dict[str, Any]], locales: dict[str, Locale]
) -> list[tuple[Locale, dict[str, Any]]]:
    return [(locale, texts[code]) for code, locale in locales.items() if texts.get(code)]


def refuse_unknown(values: list[str], known: list[str]) -> None:
    for value in values:
        if value not in known:
            raise Mistake(f"“{value}” is none of {', '.join(known)}")
