"""Plans are held in memory, so every change of one raises the generation number."""

from django.db import migrations

TABLES = ("pledges_action", "pledges_action_organisations")
CREATE = "".join(
    f"CREATE TRIGGER base_generation AFTER INSERT OR DELETE OR UPDATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION base_raise_generation();\n"
    for table in TABLES
)
DROP = "".join(f"DROP TRIGGER IF EXISTS base_generation ON {table};\n" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("base", "0004_generation"), ("pledges", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
