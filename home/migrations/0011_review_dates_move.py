"""Every page has dates of review from now on. What some kinds of page had makes room for them."""

from django.db import migrations

MODELS, NAMES = ("contentpage", "contactpage", "joinpage"), ("reviewed_on", "review_due")


class Migration(migrations.Migration):
    dependencies = [("home", "0010_join")]
    run_before = [("base", "0011_review_and_findings")]

    operations = [
        migrations.RenameField(model, name, f"old_{name}") for model in MODELS for name in NAMES
    ]
