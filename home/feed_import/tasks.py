from django.utils import timezone
from django_tasks import task

from ..models import NewsFeed
from .services import import_feed


@task()
def fetch_due_feed(pk: int) -> None:
    """It may have been read since it was put here."""
    feed = NewsFeed.objects.due(timezone.now()).filter(pk=pk).first()
    if feed:
        import_feed(feed)
