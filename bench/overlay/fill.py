"""Run inside the smallest project: makes a page for each path, with the words it is given."""

import json
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "smallest.settings.bench"

import django

django.setup()

from home.models import HomePage
from wagtail.models import Site

root = Site.objects.get(is_default_site=True).root_page.specific
pages = {"/": root}
for page in json.load(sys.stdin):
    body = "".join(f"<p>{text}</p>" for text in page["texts"])
    path = page["path"]
    if path == "/":
        root.title, root.body = page["title"], body
        root.save()
        continue
    parent, slug = path.rstrip("/").rsplit("/", 1)
    new = HomePage(title=page["title"], slug=slug, body=body)
    pages[path] = pages[f"{parent}/"].add_child(instance=new)
