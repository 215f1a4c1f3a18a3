from django import template
from wagtail.models import Page

from ..models import NewsPage
from ..press_form import TranslatedContactsForm

register = template.Library()


@register.simple_tag
def press_contacts_form(page: Page) -> TranslatedContactsForm | None:
    """For a press release; other pages name nobody."""
    is_release = isinstance(page, NewsPage) and page.is_press_release
    return TranslatedContactsForm(page) if is_release else None
