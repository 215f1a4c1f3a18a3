from wagtail.models import Collection, Page

from alliance.base.models import AllianceDocument, AllianceImage, Topic, User
from members.models import Organisation, OrganisationGroup


def delete_pages() -> None:
    """All of them; on a new site that is its first home page. Their sites go with them."""
    for page in Page.objects.filter(depth=2):
        page.refresh_from_db()
        page.delete()


def clear() -> None:
    """Delete files, organisations and topics, and the people of the demonstration."""
    for link in OrganisationGroup.objects.select_related("group"):
        link.group.delete()
    User.objects.filter(email__endswith="@example.org").delete()
    Organisation.objects.all().delete()
    Topic.objects.all().delete()
    for model in (AllianceImage, AllianceDocument):
        for file in model.objects.all():
            file.delete()
    for collection in Collection.get_first_root_node().get_children():
        collection.delete()
