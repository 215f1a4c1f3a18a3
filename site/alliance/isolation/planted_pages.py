"""Pages of B in every state in which nobody else may read them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Workflow

from home.models import ContactPage, ContentPage, NewsFeed, NewsIndexPage, NewsPage
from members.sharing.adopting import adopt
from members.sharing.offers import offer_page, pages_of

from .marks import OFFERED, mark, titled
from .planted import Planted

SUMMARY = "What it is about."


def plant_pages(planted: Planted) -> None:
    with_draft(planted.root, "rootdraft")
    planted.pages["root"] = planted.root
    planted.pages["draft"] = draft = page(planted, ContentPage, titled("draft"), live=False)
    page(planted, ContentPage, titled("below"), live=False, parent=draft)
    public = page(planted, ContentPage, "A public page")
    with_draft(public, "publicdraft")
    planted.pages["public"] = public
    plant_closed(planted)
    plant_submitted(planted)
    planted.pages["form"] = contact_form(planted)
    news = page(planted, NewsIndexPage, "News")
    picture = {"image_id": planted.keys["image_id"], "image_alt": mark("alt")}
    planted.pages["news"] = page(
        planted, NewsPage, titled("news"), live=False, parent=news, **picture
    )
    plant_feed(planted, news)
    plant_locked_and_due(planted)
    plant_shared(planted)


def plant_shared(planted: Planted) -> None:
    """What B offers, with a draft that it does not; and what B has adopted from the alliance."""
    offered = page(planted, ContentPage, titled(OFFERED))
    offer_page(offered, planted.owner)
    with_draft(offered, "offereddraft")
    planted.pages["offered"] = offered
    home = planted.root.get_site().root_page
    original = home.add_child(instance=ContentPage(title="The alliance’s page"))
    offer = offer_page(original, planted.owner)
    adopt(offer, pages_of(offer), planted.root, planted.owner)
    planted.root.refresh_from_db()
    copy = original.__class__.objects.get(original_key=original.translation_key)
    with_draft(copy, "adopteddraft")


def plant_feed(planted: Planted, news: NewsIndexPage) -> None:
    """Switched off, so that no reading waits for an answer: it is no address of anybody's."""
    draft = page(planted, NewsPage, titled("fromfeed"), live=False, parent=news)
    feed = NewsFeed.objects.create(
        organisation=planted.organisation,
        index=news,
        url=f"http://{mark('feed')}.invalid/",
        is_active=False,
    )
    feed.entries.create(key="key", digest="digest", page=draft)


def page(
    planted: Planted, model: Any, title: str, live: bool = True, parent: Any = None, **facts: Any
) -> Any:
    parent = parent or planted.root
    facts |= {"title": title, "summary": SUMMARY, "owner": planted.owner, "live": live}
    made = parent.add_child(instance=model(**facts))
    made.save_revision(user=planted.owner, clean=False)
    parent.refresh_from_db()
    return made


def with_draft(page: Page, kind: str) -> None:
    """Public, with words that wait: in an older revision, too."""
    page.live = True
    page.save()
    public = page.title
    for part in ("old", ""):
        page.title = f"{public} {titled(part + kind)}"
        page.save_revision(clean=False)
    page.refresh_from_db()


def plant_closed(planted: Planted) -> None:
    """Read only by B's own people."""
    closed = page(planted, ContentPage, titled("closed"))
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    restriction.groups.set([link.group for link in planted.organisation.groups.all()])
    planted.pages["closed"] = closed


def plant_submitted(planted: Planted) -> None:
    submitted = page(planted, ContentPage, titled("submitted"), live=False)
    workflow = Workflow.objects.get(pk=planted.keys["workflow_pk"])
    state = workflow.start(submitted, planted.owner)
    planted.of_page["submitted"] = {
        "workflow_state_id": state.pk,
        "task_state_id": state.current_task_state.pk,
    }
    submitted.refresh_from_db()
    planted.pages["submitted"] = submitted


def contact_form(planted: Planted) -> ContactPage:
    form: ContactPage = page(
        planted, ContactPage, "Write to us", recipient=f"{mark('recipient')}@example.org"
    )
    form.form_fields.create(
        label="Your message", field_type="multiline", sort_order=0, locale=form.locale
    )
    form.save_revision(clean=False)
    with_draft(form, "formdraft")
    return form


def plant_locked_and_due(planted: Planted) -> None:
    locked = page(planted, ContentPage, titled("locked"), live=False)
    locked.locked, locked.locked_by, locked.locked_at = True, planted.owner, timezone.now()
    locked.save()
    planted.pages["locked"] = locked
    due = page(planted, ContentPage, titled("due"), live=False)
    due.go_live_at = timezone.now() + timedelta(days=9)
    due.save_revision(approved_go_live_at=due.go_live_at, clean=False)
    planted.pages["due"] = due
