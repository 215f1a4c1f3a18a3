"""What has changed, field by field, by Wagtail's own comparison."""

from typing import Any

from django.http import HttpRequest

from alliance.base.models import BasePage

from ..models import Adoption
from .content import Content, Rehousing, as_page, shared_names
from .files import Files


def differences(request: HttpRequest, page: BasePage, old: Content, new: Content) -> list[Any]:
    model = page.specific_class
    before, after = as_page(model, old, page), as_page(model, new, page)
    panel = model.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    shared = shared_names(model)
    found = [comparison(before, after) for comparison in panel.get_comparison()]
    return [one for one in found if name_of(one) in shared and one.has_changed()]


def name_of(comparison: Any) -> str:
    field = getattr(comparison, "field", None) or comparison.relation
    return str(getattr(field, "name", "")) if field.concrete else str(field.get_accessor_name())


def own_changes(request: HttpRequest, adoption: Adoption, giver: Any) -> list[Any]:
    """What the adopter has written since: taking the original's next version would lose it."""
    page: Any = adoption.page.specific
    latest = page.get_latest_revision_as_object().serializable_data()
    # Without a person, no file is copied: only those are named that there are.
    files = Files(giver, page.organisation)
    taken = Rehousing(files, page.translation_key).rewrite(type(page), adoption.taken)
    return differences(request, page, taken, {**taken, **{k: latest[k] for k in taken}})
