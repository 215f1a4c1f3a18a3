"""Two members who share one site, and the people who try to see what is not theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page, Site

from alliance.base.models import User
from alliance.translation.services import appoint_translator
from members.enums import Moderation, Role
from members.models import MemberHomePage, MemberIndexPage, Offer, Organisation, ProgrammeIndexPage
from members.new_members import NewMember, add_member
from members.services import add_membership
from members.sharing.adopting import adopt
from members.sharing.offers import pages_of

from .files import Files
from .marks import THEIR_NAME
from .planted import Planted
from .planting import plant
from .rows import Rows, all_keys

SOURCE, TRANSLATOR_OF, OTHER = "en", "cy", "gd"
OWN_SLUG, ELSEWHERE_SLUG = "own-member", "third-member"
ADOPTING_SLUG, PROGRAMME_SLUG = "adopting-member", "joint-programme"


@dataclass
class World:
    people: dict[str, User]  # by role
    superuser: User
    planted: Planted
    rows: Rows
    files: Files


def build_world() -> World:
    superuser = User.objects.create_superuser("super@example.org", "not a secret")
    make_trunk()
    people = make_people()
    before = all_keys()
    own_page = MemberHomePage.objects.get(slug=OWN_SLUG, locale__language_code=SOURCE)
    planted = plant(their_member())
    planted.pages["own"] = own_page  # which may offer what is B's
    theirs = Rows(before, all_keys())
    adopt_theirs(people["adopter"], planted)
    run_together(planted.organisation)
    return World(people, superuser, planted, theirs, Files())


def adopt_theirs(adopter: User, planted: Planted) -> None:
    """The adopter's member has what B offers, and may so read that and no more."""
    root = MemberHomePage.objects.get(organisation__slug=ADOPTING_SLUG)
    offer = Offer.objects.get(translation_key=planted.pages["offered"].translation_key)
    adopt(offer, pages_of(offer), root, adopter)


def run_together(theirs: Organisation) -> None:
    """Who leads a programme that B runs, too, gains nothing of B's."""
    programme = Organisation.objects.get(slug=PROGRAMME_SLUG)
    programme.run_by.add(theirs)
    programme.save()


def make_trunk() -> None:
    """The home page and the directory of members, in each of the languages; and a list of
    joint programmes."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    index = MemberIndexPage.objects.filter(locale=home.locale).first()
    if index is None:
        index = home.add_child(instance=MemberIndexPage(title="Members", slug="members"))
    if not ProgrammeIndexPage.objects.exists():
        home.add_child(instance=ProgrammeIndexPage(title="Programmes", slug="programmes"))
    for code in (TRANSLATOR_OF, OTHER):
        locale, _ = Locale.objects.get_or_create(language_code=code)
        for page in (home, index):
            if not page.has_translation(locale):
                publish(page.copy_for_translation(locale))


def publish(page: Page) -> None:
    page.live = True
    page.save()
    page.save_revision(clean=False)


def make_people() -> dict[str, User]:
    own, elsewhere = member(OWN_SLUG, [SOURCE, TRANSLATOR_OF]), member(ELSEWHERE_SLUG, [SOURCE])
    people = {role.value: person(role.value, [own], role) for role in Role}
    people["in two members"] = person("two", [own, elsewhere], Role.LEAD)
    programme = member(PROGRAMME_SLUG, [SOURCE], run_by=[own, elsewhere])
    add_membership(people["in two members"], programme, Role.LEAD)
    people["adopter"] = person("adopter", [member(ADOPTING_SLUG, [SOURCE])], Role.LEAD)
    people["translator"] = User.objects.create_user("translator@example.org")
    appoint_translator(people["translator"], Locale.objects.get(language_code=TRANSLATOR_OF))
    return people


def member(slug: str, languages: list[str], **facts: Any) -> Organisation:
    new = NewMember(name=slug, slug=slug, kinds=["public"], languages=languages, **facts)
    return add_member(new)


def person(name: str, organisations: Iterable[Organisation], role: Role) -> User:
    user = User.objects.create_user(f"{name}@example.org")
    for organisation in organisations:
        add_membership(user, organisation, role)
    return user


def their_member() -> Organisation:
    return member(THEIR_NAME, [SOURCE, OTHER], moderation=Moderation.LEADS)
