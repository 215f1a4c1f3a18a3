"""See 0011. What is due for review is worked out as `BasePage.get_due_for_review` does."""

from django.db import migrations

MODELS, NAMES = ("contentpage", "contactpage", "joinpage"), ("reviewed_on", "review_due")
DATED = ("newspage", "eventpage", "reportpage")

COPY = """
UPDATE base_basepage SET reviewed_on = moved.old_reviewed_on, review_due = moved.old_review_due
FROM home_{model} moved WHERE moved.basepage_ptr_id = base_basepage.page_ptr_id
"""
DUE = """
UPDATE base_basepage SET due_for_review = COALESCE(
    base_basepage.review_due,
    CASE WHEN kind.app_label = 'home' AND kind.model = ANY(%s) THEN NULL
    ELSE GREATEST(base_basepage.reviewed_on, page.last_published_at::date) + 365 END
)
FROM wagtailcore_page page JOIN django_content_type kind ON kind.id = page.content_type_id
WHERE page.id = base_basepage.page_ptr_id AND page.live AND page.alias_of_id IS NULL
"""


def take_over(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for model in MODELS:
            cursor.execute(COPY.format(model=model))
        cursor.execute(DUE, [list(DATED)])


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0011_review_dates_move"),
        ("base", "0011_review_and_findings"),
        ("wagtailcore", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(take_over, migrations.RunPython.noop),
        *[migrations.RemoveField(model, f"old_{name}") for model in MODELS for name in NAMES],
    ]
