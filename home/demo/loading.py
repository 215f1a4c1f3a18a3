"""Loads the demonstration: all of it or, when something is wrong, nothing."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from tqdm import tqdm
from wagtail.models import Locale, Page, Site

from alliance.base.models import BasePage
from alliance.base.page_checks.services import check_all
from search.services import rebuild

from ..queries import site_has_content
from . import media, organisations, pages, people
from .clearing import clear, delete_pages
from .errors import Mistake, blamed_on
from .overlay import translate_entry
from .references import References
from .source import DEMO_DIR, Entry, Source, read_source
from .values import Writer


def load(directory: Path = DEMO_DIR, *, replace: bool = False, show_progress: bool = False) -> int:
    """Fill the site. Returns the number of pages."""
    if site_has_content() and not replace:
        raise Mistake("The site has content already. Use --replace to delete it all first.")
    source = read_source(directory)
    references = References()
    with (
        files_only_if_all_is_well(references),
        transaction.atomic(),
        tqdm(total=len(source), unit="item", disable=not show_progress or None) as bar,
    ):
        address = address_of_site()  # the site goes with its first page
        delete_pages()
        if replace:
            clear()
        Loader(source, references, address, bar.update).run()
        rebuild()
        for _ in check_all():  # pages came before what they link to
            pass
    return BasePage.objects.count()


@contextmanager
def files_only_if_all_is_well(references: References) -> Iterator[None]:
    """The database takes back what it was told; the files have to be deleted."""
    try:
        yield
    except BaseException:
        for made in (*references.pictures.values(), *references.documents.values()):
            made.file.delete(save=False)
        raise


class Loader:
    def __init__(
        self,
        source: Source,
        references: References,
        address: tuple[str, int],
        advance: Callable[[], Any],
    ) -> None:
        self.source = source
        self.references = references
        self.address = address
        self.advance = advance
        self.locales = {code: ensure_locale(code) for code in settings.SITE_LANGUAGES}
        self.english = {entry.key: entry for entry in source.pages[settings.LANGUAGE_CODE]}

    def run(self) -> None:
        source, references, locales = self.source, self.references, self.locales
        self.each(
            source.organisations,
            lambda entry: organisations.load_organisation(entry, references, locales),
        )
        self.each(source.topics, lambda entry: organisations.load_topic(entry, references, locales))
        self.each(source.pictures, lambda entry: media.load_picture(entry, references))
        self.each(source.documents, lambda entry: media.load_document(entry, references))
        self.load_pages()
        self.each(source.people, lambda entry: people.load_person(entry, references, locales))

    def load_pages(self) -> None:
        default = self.locales[settings.LANGUAGE_CODE]
        for code, entries in self.source.pages.items():
            locale = self.locales[code]
            if locale == default:
                self.each(entries, lambda entry: pages.place_page(entry, self.references, default))
                make_site(self.references.pages["home", code], self.address)
            else:
                self.place_translations(entries, default, locale)
        for code, entries in self.source.pages.items():
            self.publish(entries, Writer(self.references, code, date.today()))

    def place_translations(self, entries: list[Entry], default: Locale, locale: Locale) -> None:
        self.each(
            entries,
            lambda entry: pages.place_translation(entry, self.references, default, locale),
        )

    def publish(self, entries: list[Entry], writer: Writer) -> None:
        def publish_one(entry: Entry) -> None:
            original = self.english[entry.key]
            data = original.data if entry is original else translated(original, entry)
            pages.publish_page(entry, data, writer)

        self.each(entries, publish_one)

    def each(self, entries: Iterable[Entry], load_one: Callable[[Entry], None]) -> None:
        for entry in entries:
            with blamed_on(entry.place):
                load_one(entry)
            self.advance()


def translated(original: Entry, entry: Entry) -> dict[str, Any]:
    """Without a slug of its own, a translation keeps the one that it was placed with."""
    data = translate_entry(original.data, entry.data)
    return {name: data[name] for name in data if name != "slug" or "slug" in entry.data}


def ensure_locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def address_of_site() -> tuple[str, int]:
    """The host and port that somebody gave the site, else those that it is run at."""
    site = Site.objects.filter(is_default_site=True).exclude(hostname="localhost").first()
    if site:
        return site.hostname, site.port
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    return address.hostname or "localhost", port


def make_site(home: Page, address: tuple[str, int]) -> None:
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port = address
    site.site_name = str(home.title)
    site.root_page = home
    site.save()
