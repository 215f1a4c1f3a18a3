"""Wagtail has no index on `url_path`, by which every page is found. Only equality is asked
for, and a hash has no limit on the length of an address."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("base", "0004_generation")]
    operations = [
        migrations.RunSQL(
            "CREATE INDEX base_page_url_path ON wagtailcore_page USING hash (url_path)",
            "DROP INDEX base_page_url_path",
        )
    ]
