from wagtail.models import Collection, Page

from alliance.base.models import AllianceDocument, AllianceImage, Topic, User
from members.models import Organisation, OrganisationGroup


def clear() -> None:
    """Delete pages, files, organisations and topics, and the people of the demonstration."""
    for page in Page.objects.filter(depth=2):
        page.refresh_from_db()
        page.delete()
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
