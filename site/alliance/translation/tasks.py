from django_tasks import task
from wagtail_localize.models import TranslationSource

from .facts import publish_facts


@task()
def hand_on(source_id: int) -> None:
    """Finds what is new in a page: words wait for the translators, facts do not. A long page
    takes hundreds of queries."""
    if source := TranslationSource.objects.filter(pk=source_id).first():
        source.update_from_db()
        publish_facts(source)
