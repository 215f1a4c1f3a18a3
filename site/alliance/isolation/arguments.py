"""What stands for each part of an address, so that it names something of B's."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from .forms import Data
from .marks import CHANGED, SEARCHED
from .surfaces import Surface
from .world import OTHER, World

KEYS_OF_A_MODEL = 3
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "page_pk", "object_id")
PAGE_TYPE = ("home", "contentpage")
# By the beginning of the name of an address.
WORDS: dict[str, dict[str, Any]] = {
    "wagtailadmin_pages:": {
        "content_type_app_name": [PAGE_TYPE[0]],
        "content_type_model_name": [PAGE_TYPE[1]],
        "app_label": [PAGE_TYPE[0]],
        "model_name": [PAGE_TYPE[1]],
        "action_name": ["approve", "reject"],
    },
    "wagtailadmin_editing_sessions:": {"app_label": ["wagtailcore"], "model_name": ["page"]},
    "wagtailadmin_tag_model_autocomplete": {"app_name": ["taggit"], "model_name": ["tag"]},
    "wagtailadmin_workflows:add_task": {
        "app_label": ["wagtailcore"],
        "model_name": ["groupapprovaltask"],
    },
    "wagtailadmin_api:pages:": {"action_name": sorted(PagesAdminAPIViewSet.actions)},
    "wagtail_localize:": {"app_label": ["base"], "model_name": ["topic"]},
    "wagtailimages:": {"filter_spec": ["width-20"]},
}
KEYS_BY_NAME = {
    "wagtailadmin_workflows:enable": "idle_workflow",
    "wagtailadmin_workflows:enable_task": "idle_task",
    "wagtailadmin_workflows:edit_task": "task_id",
    "wagtailadmin_workflows:usage": "workflow_pk",
    "wagtailadmin_workflows:usage_results": "workflow_pk",
}
FACTS_OF_FILES = {
    "title": CHANGED,
    "language": "en",
    "tags": "",
    "licence": "reserved",
    "credit": "",
    "rights_holder": "",
    "permitted_use": "",
}
UPLOADS = {"wagtailimages:": "image_upload", "wagtaildocs:": "document_upload"}


def argument_sets(surface: Surface, world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each with the kind of page that it names, if it names one."""
    if surface.arguments == ("app_label", "model_name", "action"):
        yield from bulk_actions()
        return
    seen = set()
    for kind, page in world.planted.pages.items():
        options = options_for(surface, world, kind, page)
        names = [options.get(name, []) for name in surface.arguments]
        for values in product(*names):
            if values not in seen:
                seen.add(values)
                yield kind, dict(zip(surface.arguments, values, strict=True))


def bulk_actions() -> Iterator[tuple[str, dict[str, Any]]]:
    bulk_action_registry._scan_for_bulk_actions()
    for app_label, models in bulk_action_registry.actions.items():
        for model_name, actions in models.items():
            for action in actions:
                words = {"app_label": app_label, "model_name": model_name, "action": action}
                yield action, words


def options_for(surface: Surface, world: World, kind: str, page: Page) -> dict[str, list[Any]]:
    planted = world.planted
    options: dict[str, list[Any]] = {name: [key] for name, key in planted.keys.items()}
    options |= {name: [page.pk] for name in PAGE_ARGUMENTS}
    options |= {name: [key] for name, key in planted.of_page.get(kind, {}).items()}
    options["revision_id"] = [page.latest_revision_id]
    options["destination_id"] = [planted.root.pk]
    options |= {"revision_id_a": ["earliest"], "revision_id_b": ["latest"]}
    for name in surface.names:
        for beginning, words in WORDS.items():
            if name.startswith(beginning):
                options |= words
        for beginning, key in UPLOADS.items():
            if name.startswith(beginning):
                options["uploaded_file_id"] = [planted.keys[key]]
    options["pk"] = keys_of(surface, world, page)
    return options


def keys_of(surface: Surface, world: World, page: Page) -> list[Any]:
    last = surface.names[-1]
    if last in KEYS_BY_NAME:
        return [world.planted.keys[KEYS_BY_NAME[last]]]
    model = surface.model or model_by_name(surface)
    if model is None:
        return []
    if issubclass(model, Page):
        return [page.pk]
    theirs = world.rows.of(model)[:KEYS_OF_A_MODEL]
    if theirs or not surface.names[-1].endswith(("usage", "usage_results", "delete")):
        return theirs
    # What is shared may be used by something of B's, which its screens then name.
    return list(model._default_manager.values_list("pk", flat=True)[:KEYS_OF_A_MODEL])


def model_by_name(surface: Surface) -> type[Model] | None:
    named = {
        "wagtailadmin_pages:": Page,
        "wagtailimages_chooser:": get_image_model(),
        "wagtaildocs_chooser:": get_document_model(),
    }
    for beginning, model in named.items():
        if any(name.startswith(beginning) for name in surface.names):
            return model
    return None


def queries(surface: Surface, world: World, values: dict[str, Any]) -> list[str]:
    """What is asked for behind the address."""
    last = surface.names[-1]
    if values.get("page_id") and "submissions/" in surface.template:
        return ["", f"selected-submissions={world.planted.keys['submission_id']}"]
    page = world.planted.pages["draft"]
    if "action" in values and "model_name" in values:
        return bulk_queries(world, values)
    if last.startswith("wagtailadmin_tag_"):
        return [f"term={SEARCHED[:5]}"]
    if last.endswith("chosen_multiple"):
        return [f"id={key}" for key in keys_of(surface, world, page)] or [f"id={page.pk}"]
    if last.endswith(":find"):
        return [f"id={key}" for key in keys_of(surface, world, page)]
    if last.endswith(":listing"):
        return ["limit=20", f"search={SEARCHED}", f"child_of={world.planted.root.pk}"]
    if surface.arguments:
        return [""]
    if "reports" in last:
        return ["", "export=csv", *filters(world)]
    return ["", f"q={SEARCHED}", *filters(world)]


def filters(world: World) -> list[str]:
    """Lists that are narrowed to something of B's, or put in another order."""
    planted = world.planted
    people = ("owner", "edited_by", "user", "locked_by", "requested_by")
    by_people = "&".join(f"{name}={planted.owner.pk}" for name in people)
    collection = planted.keys["collection_id"]
    return [by_people, f"collection_id={collection}&collection={collection}", "ordering=-title"]


def bulk_queries(world: World, values: dict[str, Any]) -> list[str]:
    """Some of B's things; with one's own among them; and all that there are."""
    some = bulk_query(world, values)
    if values["model_name"] != "page":
        return [some, "id=all"]
    mixed = f"id={world.planted.pages['own'].pk}&{some}"
    return [some, mixed, f"id=all&childOf={world.planted.root.pk}"]


def bulk_query(world: World, values: dict[str, Any]) -> str:
    model = apps.get_model(values["app_label"], values["model_name"])
    if model is Page:
        kinds = ("draft", "public", "closed")
        keys = [str(world.planted.pages[kind].pk) for kind in kinds]
    else:
        keys = world.rows.of(model)
    return "&".join(f"id={key}" for key in keys) or "id=0"


def key_in_window(window: str, world: World) -> str:
    """What of B's is chosen in the window of this address."""
    keys = {
        "choose-page": world.planted.root.pk,
        "images/chooser": world.planted.keys["image_id"],
        "documents/chooser": world.planted.keys["document_id"],
        "task_chooser": world.planted.keys["task_id"],
    }
    return next((str(key) for part, key in keys.items() if part in window), "")


# What scripts send, by a part of the address that it is sent to.
SENT: dict[str, dict[str, str]] = {
    "/copy_for_translation/": {"locale": OTHER, "copy_parents": "true"},
    "/revert_to_page_revision/": {"revision_id": "revision"},
    "/create_alias/": {"destination_page_id": "news"},
    "action/move/": {"destination_page_id": "news", "position": "last-child"},
    "/action/": {"destination_page_id": "root", "slug": CHANGED},
    "/edit/": {"value": CHANGED},
    "collect_action_data": {"comment": CHANGED},
}


def data_for(surface: Surface, values: dict[str, Any], world: World) -> Data:
    """For forms that no page holds, since a script draws them."""
    kinds = {
        "multiple/%(image_id)s/": ("image", values.get("image_id")),
        "multiple/%(doc_id)s/": ("doc", values.get("doc_id")),
        "create_from_uploaded_image/": ("uploaded-image", values.get("uploaded_file_id")),
        "create_from_uploaded_document/": ("uploaded-document", values.get("uploaded_file_id")),
    }
    for part, (kind, key) in kinds.items():
        if part in surface.template and not surface.template.endswith("delete/"):
            return {f"{kind}-{key}-{name}": [value] for name, value in FACTS_OF_FILES.items()}
    address = surface.template % values
    sent = next((sent for part, sent in SENT.items() if part in address), {})
    pages = world.planted.pages
    named = {name: str(page.pk) for name, page in pages.items()}
    named["revision"] = str(pages["public"].revisions.order_by("pk")[0].pk)
    return {name: [named.get(value, value)] for name, value in sent.items()}
