"""The catalogues hold every string, with as many plural forms as each language has."""

import gettext

import pytest
from django.core.management import CommandError, call_command

from alliance.base import catalogues

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
_("Reading room")
ngettext("%(n)s book", "%(n)s books", 2)
pgettext("of a book", "Title")
"""
TEMPLATE = """
{% load i18n %}
<ul>
    <li>{% translate "Opening hours" %}
  <li>{% blocktranslate trimmed count n=n with name=name %}
      {{ n }} loan from {{ name }}
    {% plural %}
      {{ n }} loans from {{ name }}
    {% endblocktranslate %}
</ul>
"""


@pytest.fixture
def project(tmp_path, settings):
    """A small project of its own, with one module and one template."""
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    for name, text in {"home/views.py": PYTHON, "site/templates/a.html": TEMPLATE}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def translate(language, **strings):
    path = catalogues.path_of(language)
    text = path.read_text()
    for old, new in strings.items():
        text = text.replace(f'msgid "{old}"\nmsgstr ""', f'msgid "{old}"\nmsgstr "{new}"')
    path.write_text(text)


def problems_with(language, words):
    return [line for line in catalogues.problems() if line.startswith(language) and words in line]


def test_strings_come_from_python_and_templates(project):
    catalogue = catalogues.extract()
    assert {message.id for message in catalogue if message.id} == {
        "Reading room",
        "Title",
        "Opening hours",
        ("%(n)s book", "%(n)s books"),
        ("%(n)s loan from %(name)s", "%(n)s loans from %(name)s"),
    }
    assert catalogue.get("Title", "of a book")


@pytest.mark.parametrize(("language", "forms"), [("cy", 6), ("gd", 4)])
def test_each_language_gets_its_plural_forms(project, language, forms):
    catalogues.update_catalogues()
    assert f"nplurals={forms};" in catalogues.path_of(language).read_text()
    assert not problems_with(language, "plural forms")


def test_welsh_counts_one_two_three_six_apart(project):
    catalogues.update_catalogues()
    catalogues.compile_catalogues()
    with catalogues.path_of("cy").with_suffix(".mo").open("rb") as file:
        plural = gettext.GNUTranslations(file).plural
    assert [plural(n) for n in (0, 1, 2, 3, 4, 6, 11)] == [0, 1, 2, 3, 5, 4, 5]


def test_a_header_with_too_few_forms_is_found(project):
    catalogues.update_catalogues()
    path = catalogues.path_of("cy")
    path.write_text(path.read_text().replace("nplurals=6", "nplurals=4"))
    assert problems_with("cy", "4 plural forms, not 6")


def test_what_is_missing_is_found_until_it_is_translated(project):
    catalogues.update_catalogues()
    assert problems_with("cy", "'Opening hours' (site/templates/a.html)")
    translate("cy", **{"Opening hours": "Oriau agor"})
    assert not problems_with("cy", "'Opening hours'")


def test_a_changed_string_is_fuzzy_until_it_is_looked_at(project):
    catalogues.update_catalogues()
    translate("cy", **{"Opening hours": "Oriau agor"})
    template = project / "site/templates/a.html"
    template.write_text(template.read_text().replace("Opening hours", "Opening hours today"))
    catalogues.update_catalogues()
    assert problems_with("cy", "fuzzy: 'Opening hours today'")


def test_an_update_keeps_translations_and_changes_nothing_else(project):
    catalogues.update_catalogues()
    translate("gd", **{"Opening hours": "Uairean fosglaidh"})
    before = catalogues.path_of("gd").read_text()
    catalogues.update_catalogues()
    assert catalogues.path_of("gd").read_text() == before


def test_a_lost_placeholder_is_found(project):
    (project / "home/views.py").write_text('gettext("Hello %(name)s")')
    catalogues.update_catalogues()
    translate("cy", **{"Hello %(name)s": "Helo"})
    assert problems_with("cy", "placeholders differ")


def test_the_check_fails_with_the_number_of_what_is_missing(project, capsys):
    catalogues.update_catalogues()
    with pytest.raises(CommandError, match="10 strings are not translated"):
        call_command("catalogues", check=True)
    assert "Opening hours" in capsys.readouterr().err
