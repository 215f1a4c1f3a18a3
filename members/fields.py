from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField


class ChoiceArrayField(ArrayField):
    """Several of a few choices, ticked in a form instead of typed with commas between them."""

    def formfield(self, **kwargs: Any) -> Any:
        choices = self.base_field.get_choices(include_blank=False)
        defaults = {
            "form_class": forms.TypedMultipleChoiceField,
            "choices": choices,
            "coerce": self.base_field.to_python,
            "widget": forms.CheckboxSelectMultiple,
        }
        return super(ArrayField, self).formfield(**{**defaults, **kwargs})
