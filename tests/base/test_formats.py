"""Dates, times and numbers as readers of each language write them."""

from datetime import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

WHEN = datetime(2026, 7, 3, 14, 30)


def written(language, template, **values):
    with translation.override(language):
        return Template("{% load humanize %}" + template).render(Context(values))


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "3 July 2026"), ("cy", "3 Gorffennaf 2026"), ("gd", "3 Iuchar 2026")],
)
def test_dates_name_the_month_as_each_language_does_after_a_day(language, expected):
    assert written(language, '{{ when|date:"DATE_FORMAT" }}', when=WHEN) == expected


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
def test_times_and_numbers_are_the_same_in_all_three(language):
    assert written(language, '{{ when|time:"TIME_FORMAT" }}', when=WHEN) == "14:30"
    assert written(language, "{{ number|intcomma }}", number=13_000_000) == "13,000,000"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("cy", "Rhaid llenwi’r maes hwn."), ("gd", "Feumar an raon seo a lìonadh.")],
)
def test_forms_say_what_is_wrong_in_the_language_of_the_page(language, expected):
    with translation.override(language):
        assert forms.CharField().default_error_messages["required"] == expected
