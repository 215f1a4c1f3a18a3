from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """A page not yet saved belongs to its parent's section already, for checks and previews."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page, parent = self.instance, self.parent_page
        if page._state.adding and parent:
            page.organisation_id = getattr(parent, "organisation_id", None)
            page.locale_id = page.locale_id or parent.locale_id
