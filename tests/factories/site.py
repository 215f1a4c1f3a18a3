"""The trunk of a site that tests hang pages on."""

from wagtail.models import Locale, Page, Site

from alliance.base import tree
from home.models import HomePage


def make_home():
    """The English home page, as the root of the site that the test client asks."""
    Page.objects.filter(depth=2).delete()
    locale = Locale.objects.get(language_code="en")
    home = HomePage(title="Home", slug="home", locale=locale)
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.update_or_create(
        hostname="testserver", port=80, defaults={"root_page": home, "is_default_site": True}
    )
    tree._held = None
    return home


def publish_translation(page, language_code, **texts):
    """A published copy of a page in another language, whose language is made if need be."""
    locale, _ = Locale.objects.get_or_create(language_code=language_code)
    page.refresh_from_db()
    copy = page.specific.copy_for_translation(locale)
    for name, text in texts.items():
        setattr(copy, name, text)
    copy.save_revision(clean=False).publish()
    return type(copy).objects.get(pk=copy.pk)
