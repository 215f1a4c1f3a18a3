from typing import Any

from django import template
from django.conf.locale import LANG_INFO
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from .. import navigation
from ..brands import Brand, brand_of
from ..models import AllianceImage, BasePage
from ..pictures import make_picture
from ..seo import Seo, describe
from ..typography import keep_prefixes

register = template.Library()


def page_of(context: Context) -> BasePage | None:
    page = context.get("page")
    return page if isinstance(page, BasePage) and page.pk and page.path else None


@register.simple_tag(takes_context=True)
def site_brand(context: Context) -> Brand:
    return brand_of(context["request"], page_of(context))


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[navigation.MenuItem]:
    return navigation.main_menu(context["request"], page_of(context))


@register.simple_tag(takes_context=True)
def footer_menu(context: Context) -> list[navigation.MenuItem]:
    return navigation.footer_menu(context["request"], page_of(context))


@register.simple_tag(takes_context=True)
def section_menu(context: Context) -> navigation.Section | None:
    return navigation.section_menu(context["request"], page_of(context))


@register.simple_tag(takes_context=True)
def breadcrumbs(context: Context) -> list[navigation.MenuItem]:
    return navigation.breadcrumbs(context["request"], page_of(context))


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[navigation.LanguageLink]:
    return navigation.language_links(context["request"], page_of(context))


@register.simple_tag(takes_context=True)
def seo(context: Context) -> Seo | None:
    page = page_of(context)
    return describe(context["request"], page) if page else None


@register.simple_tag
def lang_attr(code: str | None) -> SafeString:
    """` lang="cy"` for words that are not in the page's own language; nothing otherwise."""
    same = not code or code == get_language()
    return SafeString("") if same else format_html(' lang="{}"', code)


@register.simple_tag
def in_language(text: str, code: str | None) -> str:
    """The words, marked with their language where it is not the page's own."""
    mark = lang_attr(code)
    return format_html("<span{}>{}</span>", mark, text) if text and mark else text


register.filter("whole_words", keep_prefixes, is_safe=True)


@register.filter
def language_name(code: str) -> str:
    """A language's name for itself: Cymraeg for `cy`."""
    return LANG_INFO.get(code, {}).get("name_local", code)


@register.simple_tag
def picture(
    image: AllianceImage | None,
    spec: str,
    alt: str = "",
    sizes: str = "100vw",
    eager: bool = False,
    **attributes: Any,
) -> SafeString:
    """An `<img>` in WebP with sizes to choose from; nothing where the file cannot be read."""
    if image is None:
        return SafeString("")
    try:
        made = make_picture(image, spec)
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return SafeString("")
    loading = SafeString('fetchpriority="high"' if eager else 'loading="lazy" decoding="async"')
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" class="{}" {}>',
        made.src.url,
        made.srcset,
        sizes,
        made.width,
        made.height,
        alt,
        attributes.get("css_class", ""),
        loading,
    )
