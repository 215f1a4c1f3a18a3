from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import TranslatableMixin


class PageForm(WagtailAdminPageForm):
    """A page not yet saved belongs to its parent's section already, for checks and previews."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page, parent = self.instance, self.parent_page
        if page._state.adding and parent:
            page.organisation_id = getattr(parent, "organisation_id", None)
            page.locale_id = page.locale_id or parent.locale_id

    def _post_clean(self) -> None:
        """What Wagtail puts off until a page is published, the models put off too.

        A row just added is in the language of its page, as it will be once it is saved.
        """
        rows = [form.instance for formset in self.formsets.values() for form in formset]
        for row in rows:
            row.is_deferred_validation = self.is_deferred_validation
            if isinstance(row, TranslatableMixin) and row.locale_id is None:
                row.locale_id = self.instance.locale_id
        self.instance.is_deferred_validation = self.is_deferred_validation
        super()._post_clean()
