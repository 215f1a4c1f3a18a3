"""Django looks for `base.DatabaseWrapper` in a backend's package."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, client, creation
from psycopg import OperationalError

from .server import BINARIES, DATABASE, create_database, socket_directory


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` needs no psql of the machine's own."""

    executable_name = str(BINARIES / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        self.connection.ensure_connection()
        super().runshell(parameters)


class DatabaseCreation(creation.DatabaseCreation):
    def sql_table_creation_suffix(self) -> str:
        """Test databases sort and fold letters as the real one does."""
        return f"WITH {DATABASE}"


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient
    creation_class = DatabaseCreation

    def get_connection_params(self) -> dict[str, Any]:
        durable = getattr(settings, "EMBEDDED_POSTGRES_DURABLE", True)
        self.settings_dict["HOST"] = socket_directory(
            settings.VAR_DIR / "postgres", durable=durable
        )
        self.settings_dict["USER"] = "postgres"
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except OperationalError:
            create_database(conn_params["host"], conn_params["dbname"])
            return super().get_new_connection(conn_params)
