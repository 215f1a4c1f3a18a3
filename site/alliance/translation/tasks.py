from django_tasks import task
from wagtail_localize.models import TranslationSource


@task()
def hand_on(source_id: int) -> None:
    """Finds what is new in a page for its translators; a long page takes hundreds of queries."""
    if source := TranslationSource.objects.filter(pk=source_id).first():
        source.update_from_db()
