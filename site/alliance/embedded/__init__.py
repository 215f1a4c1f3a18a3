"""A Django database backend: PostgreSQL that starts by itself at the first connection."""
