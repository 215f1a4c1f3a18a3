from alliance.base.models import BasePage
from members.models import Organisation

from .models import HomePage


def site_has_content() -> bool:
    """Whether anyone has begun to fill the site, whose first home page came with it."""
    untouched = HomePage.objects.filter(latest_revision=None, numchild=0)
    begun = BasePage.objects.exclude(pk__in=untouched.values("pk"))
    return begun.exists() or Organisation.objects.exists()
