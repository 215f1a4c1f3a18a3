#!/usr/bin/env python
"""Django's command-line entry point; puts site/ on the path, as a source root."""

import os
import sys
from pathlib import Path


def main() -> None:
    # Appended, not prepended: Python's own `site` module must stay what it is.
    sys.path.append(str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliance.settings.development")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # what to set, without the way through the code


if __name__ == "__main__":
    main()
