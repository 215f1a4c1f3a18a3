"""The catalogues of UI strings, kept with Babel: no gettext binaries are needed.

Strings come from our Python and our templates; Django's own and Wagtail's stay theirs.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SOURCES = ("home", "members", "pledges", "search", "site/alliance", "site/templates")
KEYWORDS = {
    name + suffix: arguments
    for suffix in ("", "_lazy", "_noop")
    for name, arguments in {
        "_": None,
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
}
# Said here, since Django's and Babel's own headers give Welsh fewer forms than it has.
PLURALS = {
    "cy": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)"),
    "gd": (4, "((n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 : (n>2 && n<20) ? 2 : 3)"),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!\{)\{\w*\}")
# Headers that say nothing here, or that would change each time.
NOISE = re.compile(
    r'^"(Project-Id|Report|POT|PO-Rev|Last-Tr|Language-Team|Generated)[\w-]*:.*\n', re.MULTILINE
)


class CountedCatalog(Catalog):
    """Babel derives the number of plural forms from its own table; ours goes first."""

    def __init__(self, locale: str) -> None:
        super().__init__(
            locale=locale, project="Libraries Alliance", header_comment="", fuzzy=False
        )
        if locale in PLURALS:
            self._num_plurals, self._plural_expr = PLURALS[locale]


def translated_languages() -> list[str]:
    return [code for code in settings.SITE_LANGUAGES if code != settings.SITE_LANGUAGES[0]]


def path_of(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def extract() -> Catalog:
    """Every string our code and templates offer for translation."""
    catalog = CountedCatalog(settings.SITE_LANGUAGES[0])
    for source in SOURCES:
        for path in sorted((Path(settings.BASE_DIR) / source).rglob("*.*")):
            name = str(path.relative_to(settings.BASE_DIR))
            for line, function, message, comments in _messages(path):
                context, message = _split_context(function, message)
                catalog.add(message, None, [(name, line)], (), comments, context=context)
    return catalog


def _messages(path: Path) -> Iterator[tuple]:
    if path.suffix == ".py" and "migrations" not in path.parts:
        code = path.read_text("utf-8")
    elif path.suffix in (".html", ".txt", ".xml") and "templates" in path.parts:
        # What templatize leaves of a template is indented like HTML, not like Python.
        lines = templatize(path.read_text("utf-8"), str(path)).splitlines()
        code = "\n".join(line.lstrip() for line in lines)
    else:
        return
    messages = extract_python(
        BytesIO(code.encode()), list(KEYWORDS), ["Translators:"], {"encoding": "utf-8"}
    )
    # A call on a variable names no string.
    yield from (message for message in messages if message[2])


def _split_context(
    function: str, message: str | tuple[str, ...]
) -> tuple[str | None, str | tuple[str, ...]]:
    if isinstance(message, str):
        return None, message
    parts = tuple(part for part in message if part is not None)
    if function.startswith(("pgettext", "npgettext")):
        context, *rest = parts
        return context, tuple(rest[:2]) if function.startswith("n") else rest[0]
    return None, parts[:2] if function.startswith("ngettext") else parts[0]


def read(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return CountedCatalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update_catalogues() -> None:
    """Adds what is new, drops what is gone, and marks as fuzzy what has changed."""
    template = extract()
    for language in translated_languages():
        catalog, old = CountedCatalog(language), read(language)
        for message in old:
            if message.id:
                catalog[message.id] = message
        catalog.update(template, update_header_comment=False)
        output = BytesIO()
        write_po(
            output, catalog, width=100, sort_by_file=True, ignore_obsolete=True,
            include_previous=True, include_lineno=False,
        )  # fmt: skip
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_text(NOISE.sub("", output.getvalue().decode()).lstrip(), "utf-8")


def compile_catalogues() -> None:
    for language in translated_languages():
        source = path_of(language)
        target = source.with_suffix(".mo")
        if not source.exists():
            continue
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            with target.open("wb") as file:
                write_mo(file, read(language))


def problems() -> Iterator[str]:
    """What keeps a reader from seeing each string in the own language."""
    template = extract()
    for language in translated_languages():
        catalog = read(language)
        expected = PLURALS.get(language)
        if expected and catalog.num_plurals != expected[0]:
            yield f"{language}: {catalog.num_plurals} plural forms, not {expected[0]}"
        for message in template:
            if message.id:
                found = catalog.get(message.id, message.context)
                if problem := _problem(message, found, catalog.num_plurals):
                    yield f"{language}: {problem}: {message.id!r} ({message.locations[0][0]})"


def _problem(source: Message, found: Message | None, forms: int) -> str | None:
    if found is None:
        return "missing"
    if found.fuzzy:
        return "fuzzy"
    strings = [found.string] if isinstance(found.string, str) else list(found.string)
    if not all(strings) or (source.pluralizable and len(strings) != forms):
        return "not translated"
    ids = [source.id] if isinstance(source.id, str) else source.id
    allowed = {name for text in ids for name in PLACEHOLDER.findall(text)}
    for text in strings:
        used = set(PLACEHOLDER.findall(text))
        # A plural form may leave its number out ('one page'); nothing else may go.
        if used - allowed or (allowed - used and not source.pluralizable):
            return "placeholders differ"
    return None
