"""Wagtail's welcome page, which no reader can open, becomes a first home page of ours.

It keeps its place, its language and its site. Where there are pages of ours already, or no
welcome page, nothing changes.
"""

from django.conf import settings
from django.db import migrations
from django.utils.translation import override


def make_first_home_page(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    HomePage = apps.get_model("home", "HomePage")
    plain = {"content_type__app_label": "wagtailcore", "content_type__model": "page"}
    welcome = Page.objects.filter(depth=2, **plain).first()
    if welcome is None or apps.get_model("base", "BasePage").objects.exists():
        return
    with override(welcome.locale.language_code):
        title = str(settings.WAGTAIL_SITE_NAME)
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="home", model="homepage"
    )
    inherited = {field.attname: getattr(welcome, field.attname) for field in Page._meta.fields}
    changed = {"title": title, "draft_title": title, "content_type_id": content_type.pk}
    HomePage.objects.create(**{**inherited, **changed})
    apps.get_model("wagtailcore", "Site").objects.filter(root_page=welcome).update(site_name=title)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_relations"),
        ("base", "0005_url_path_index"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(make_first_home_page, migrations.RunPython.noop)]
