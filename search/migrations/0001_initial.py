import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

TABLE = """
CREATE TABLE search_indexedpage (
    page_id bigint NOT NULL
        REFERENCES base_basepage (page_ptr_id) ON DELETE CASCADE,
    locale_id integer NOT NULL
        REFERENCES wagtailcore_locale (id) ON DELETE CASCADE,
    organisation_id bigint,
    kind varchar(20) NOT NULL,
    published_at timestamptz,
    quality double precision NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (page_id, locale_id)
) PARTITION BY LIST (locale_id);
CREATE INDEX search_indexedpage_words ON search_indexedpage
    USING gin (words) WITH (fastupdate = off);
CREATE TABLE search_indexedpage_default PARTITION OF search_indexedpage DEFAULT;
"""

# Wagtail's own search of the admin asks for `title || body`, and has no index on that.
ADMIN_INDEX = """
CREATE INDEX search_admin_title_body ON wagtailsearch_indexentry USING gin ((title || body));
"""


def make_partitions(apps, schema_editor):
    from search.partitions import ensure_partition

    for locale in apps.get_model("wagtailcore", "Locale").objects.all():
        ensure_partition(locale.pk)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0003_relations"),
        ("members", "0001_initial"),
        ("wagtailcore", "0054_initial_locale"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        migrations.RunSQL(
            TABLE,
            "DROP TABLE search_indexedpage",
            state_operations=[
                migrations.CreateModel(
                    name="IndexedPage",
                    fields=[
                        ("pk", models.CompositePrimaryKey("page_id", "locale_id", blank=True, editable=False, primary_key=True, serialize=False)),
                        ("kind", models.CharField(choices=[("page", "Page"), ("news", "News"), ("event", "Event"), ("report", "Report"), ("resource", "Resource"), ("programme", "Programme"), ("pledge", "Pledge"), ("member", "Member"), ("index", "Section")], max_length=20)),
                        ("published_at", models.DateTimeField(null=True)),
                        ("quality", models.FloatField()),
                        ("title", models.TextField()),
                        ("body", models.TextField()),
                        ("words", django.contrib.postgres.search.SearchVectorField()),
                        ("locale", models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="wagtailcore.locale")),
                        ("organisation", models.ForeignKey(null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="members.organisation")),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="base.basepage")),
                    ],
                    options={"verbose_name": "indexed page"},
                ),
            ],
        ),
        migrations.RunPython(make_partitions, migrations.RunPython.noop, elidable=False),
        migrations.RunSQL(ADMIN_INDEX, "DROP INDEX search_admin_title_body"),
    ]
