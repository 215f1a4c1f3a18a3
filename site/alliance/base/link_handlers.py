"""Where a link in running text leads."""

from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.rich_text.pages import PageLinkHandler

from .models import BasePage
from .versions import fetch_pages, version_for


class VersionedPageLinkHandler(PageLinkHandler):
    """Leads to the version of a page in the reader's language; one query for a whole text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        ids = [int(attrs.get("id") or 0) for attrs in attrs_list]
        pages = fetch_pages(ids)
        return [open_tag(version_for(pages[pk]) if pk in pages else None) for pk in ids]


def open_tag(page: BasePage | None) -> str:
    """Without a page that readers can see, the words stay and lead nowhere."""
    if page is None or not page.url:
        return "<a>"
    if page.locale_code == get_language():
        return format_html('<a href="{}">', page.url)
    return format_html('<a href="{}" hreflang="{}">', page.url, page.locale_code)
