"""What is held in memory of an organisation is read anew when a contact or a picture changes."""

from django.db import migrations

TABLES = {"members_presscontact": "INSERT OR DELETE OR UPDATE", "base_allianceimage": "UPDATE"}
CREATE = "".join(
    f"CREATE TRIGGER base_generation AFTER {events} ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION base_raise_generation();\n"
    for table, events in TABLES.items()
)
DROP = "".join(f"DROP TRIGGER IF EXISTS base_generation ON {table};\n" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0004_generation"),
        ("members", "0001_initial"),
    ]
    operations = [migrations.RunSQL(CREATE, DROP)]
