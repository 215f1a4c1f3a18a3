from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import TranslatableMixin

from .media_scope import AllowedMedia
from .own_words import gettext as _


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
        if self.for_user:
            # Now, since the form is about to write what was sent into the page.
            saved = self.instance.get_latest_revision_as_object() if self.instance.pk else None
            self.allowed_media = AllowedMedia(self.for_user, saved)
        rows = [form.instance for formset in self.formsets.values() for form in formset]
        for row in rows:
            row.is_deferred_validation = self.is_deferred_validation
            if isinstance(row, TranslatableMixin) and row.locale_id is None:
                row.locale_id = self.instance.locale_id
        self.instance.is_deferred_validation = self.is_deferred_validation
        super()._post_clean()

    def is_valid(self) -> bool:
        """The choosers offer one's own files only; a number sent to the form could be any."""
        valid = bool(super().is_valid())
        if not valid or self.for_user is None:
            return valid
        forms = [self, *(form for formset in self.formsets.values() for form in formset)]
        allowed = self.allowed_media
        refused = [(form, name) for form in forms for name in allowed.refused_in(form.instance)]
        for form, name in refused:
            message = _("This file belongs to someone else. Choose one of your own.")
            form.add_error(name if name in form.fields else None, message)
        return not refused
