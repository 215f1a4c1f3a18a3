"""One row that changes with the page tree, in the same transaction (see models.Generation).

The number comes from a sequence, so that one that was rolled back never comes again.
"""

from django.db import migrations

CREATE = """
CREATE SEQUENCE base_generation_number;
INSERT INTO base_generation (number) VALUES (nextval('base_generation_number'));
CREATE FUNCTION base_raise_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE base_generation SET number = nextval('base_generation_number');
    RETURN NULL;
END $$;
CREATE TRIGGER base_generation_page AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF
    path, url_path, slug, title, live, show_in_menus, locale_id, alias_of_id
    ON wagtailcore_page FOR EACH STATEMENT EXECUTE FUNCTION base_raise_generation();
CREATE TRIGGER base_generation_basepage AFTER UPDATE OF show_in_footer, organisation_id
    ON base_basepage FOR EACH STATEMENT EXECUTE FUNCTION base_raise_generation();
"""
WHOLE_TABLES = (
    "wagtailcore_site",
    "wagtailcore_locale",
    "wagtailcore_pageviewrestriction",
    "wagtailcore_pageviewrestriction_groups",
    "members_organisation",
    "members_organisationtext",
    "base_topic",
    "base_topictext",
)
CREATE += "".join(
    f"CREATE TRIGGER base_generation AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION base_raise_generation();\n"
    for table in WHOLE_TABLES
)
DROP = """
DROP FUNCTION base_raise_generation CASCADE;
DROP SEQUENCE base_generation_number;
DELETE FROM base_generation;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_relations"),
        ("members", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunSQL(CREATE, DROP)]
