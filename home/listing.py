"""How an index page cuts its list into parts, and what it makes of nonsense in the address."""

from django import forms
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

from alliance.base.queries import BasePageQuerySet

PER_PAGE = 12


def asked_for(form: forms.Form) -> dict[str, str]:
    """What the filters in the address say; a filter that there is not gives a 404."""
    if not form.is_valid():
        raise Http404
    return form.cleaned_data


def paginate(
    request: HttpRequest, pages: BasePageQuerySet, count: int | None = None, per_page: int = PER_PAGE
) -> Page:
    """The part of a list that `?page=` names. A count already known saves a query."""
    paginator = Paginator(pages, per_page)
    if count is not None:
        paginator.count = count  # type: ignore[misc]
    try:
        return paginator.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
