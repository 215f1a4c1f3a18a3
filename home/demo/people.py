"""Who signs in to the demonstration, all with the same password."""

from django.utils.module_loading import import_string
from wagtail.models import Locale

from alliance.base.models import User
from members.enums import Role
from members.models import Organisation
from members.services import add_membership
from members.staff import appoint_alliance_editor

from .errors import Mistake
from .references import References
from .sign_ins import PASSWORD, address_of
from .source import Entry

# By string, since neither of the two may import the other.
APPOINT_TRANSLATOR = "alliance.translation.services.appoint_translator"


def load_person(entry: Entry, references: References, locales: dict[str, Locale]) -> None:
    names = {"first_name": entry["first_name"], "last_name": entry["last_name"]}
    email = address_of(entry)
    kind = entry["kind"]
    if kind == "administrator":
        User.objects.create_superuser(email, PASSWORD, **names)
        return
    user = User.objects.create_user(email, PASSWORD, **names)
    if kind == "alliance":
        appoint_alliance_editor(user)
    elif kind == "member":
        organisation = references.get(Organisation, entry["organisation"], "")
        add_membership(user, organisation, Role(entry["role"]))
    elif kind == "translator" and entry["language"] in locales:
        user.language = entry["language"]
        user.save(update_fields=["language"])
        import_string(APPOINT_TRANSLATOR)(user, locales[entry["language"]])
    else:
        raise Mistake(f"there is no “{kind}” for {entry.get('language', 'any language')}")
