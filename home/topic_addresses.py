"""The old addresses of a topic that is named anew; it is no page, so Wagtail keeps none."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect

from alliance.base.models import Topic

from .models import TopicIndexPage


@receiver(post_save, sender=Topic)
def keep_old_addresses(sender: type[Topic], instance: Topic, created: bool, **kwargs: Any) -> None:
    """Compares the names about to be saved, which come after this, with those in the database."""
    if created:
        return
    before = Topic.objects.get(pk=instance.pk)
    for index in TopicIndexPage.objects.filter(alias_of=None).select_related("locale"):
        old, new = before.text_in(index.locale_code), instance.text_in(index.locale_code)
        if old and new and old.slug != new.slug:
            for below in ("", "feed/"):
                lead(index, f"/{old.slug}/{below}", f"/{new.slug}/{below}")


def lead(index: TopicIndexPage, old: str, new: str) -> None:
    """What led to the old address leads to the new one, too, without a step between."""
    parts = index.get_url_parts()
    if parts is None:
        return
    site_id, _, page_path = parts
    old_path, new_path = (
        Redirect.normalise_path(f"{page_path.rstrip('/')}{x}") for x in (old, new)
    )
    old_route, new_route = map(Redirect.normalise_page_route_path, (old, new))
    Redirect.objects.filter(old_path=new_path, site_id=site_id, automatically_created=True).delete()
    there = Redirect.objects.filter(redirect_page=index, redirect_page_route_path=old_route)
    there.update(redirect_page_route_path=new_route)
    target = {"redirect_page": index, "redirect_page_route_path": new_route, "redirect_link": ""}
    Redirect.objects.update_or_create(
        old_path=old_path, site_id=site_id, defaults={**target, "automatically_created": True}
    )
