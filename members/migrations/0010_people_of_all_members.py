from django.conf import settings
from django.db import migrations


def gather(apps, schema_editor):
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="people of all members")
    people = apps.get_model("members", "Membership").objects.values_list("user", flat=True)
    group.user_set.add(*people.distinct())


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0009_chosen_organisation"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(gather, migrations.RunPython.noop)]
