"""Prints each page that anyone may read, as the database knows it: one JSON line a page."""

import json
import sys
from urllib.parse import urlsplit

from audit.scratch import ROOT

sys.path.append(str(ROOT / "site"))

import django

django.setup()

from alliance.base.models import BasePage  # noqa: E402


def main() -> None:
    for page in BasePage.objects.listable().select_related("locale").specific():
        path = urlsplit(page.full_url).path
        print(json.dumps({"path": path, "type": page._meta.label, "locale": page.locale_code}))


if __name__ == "__main__":
    main()
