from datetime import timedelta

from django.db.models import DurationField, ExpressionWrapper, F
from django.db.models.functions import Now
from wagtail.contrib.forms.models import FormSubmission


def purge_submissions() -> int:
    """Delete every message older than its contact page keeps it; says how many those were."""
    kept_for = ExpressionWrapper(
        F("page__basepage__contactpage__retention_days") * timedelta(days=1),
        output_field=DurationField(),
    )
    kept_until = ExpressionWrapper(
        F("submit_time") + kept_for, output_field=FormSubmission._meta.get_field("submit_time")
    )
    expired = FormSubmission.objects.alias(kept_until=kept_until).filter(kept_until__lt=Now())
    deleted, _ = FormSubmission.objects.filter(pk__in=expired.values("pk")).delete()
    return deleted
