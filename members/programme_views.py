from alliance.base.own_words import gettext_lazy as _

from .admin_views import AddMemberView
from .applications import Application
from .programme_forms import NewProgrammeForm


class AddProgrammeView(AddMemberView):
    """As a member is added, in the same way and by the same service."""

    form_class = NewProgrammeForm
    page_title = _("Add a joint programme")
    submit_label = _("Add the programme")
    no_place = _("There is no list of joint programmes yet. Make that page first.")
    not_added = _("The programme was not added: some answers need another look.")
    application: Application | None = None
