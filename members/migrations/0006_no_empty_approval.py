"""Wagtail begins with an approval by its group of moderators, to which nobody belongs.

What a contributor submitted to it would wait for ever. A member chooses its own approval;
an installation that has begun to use Wagtail's keeps it.
"""

from django.db import migrations


def remove_empty_approval(apps, schema_editor):
    begun = apps.get_model("wagtailcore", "WorkflowState").objects.exists()
    moderated = apps.get_model("base", "User").objects.filter(groups__name="Moderators").exists()
    if not (begun or moderated):
        WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
        WorkflowPage.objects.filter(
            page__depth=1, workflow__name="Moderators approval"
        ).delete()


class Migration(migrations.Migration):
    dependencies = [("members", "0005_provisioning"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(remove_empty_approval, migrations.RunPython.noop)]
