"""Which pictures and documents a person may see in the admin, beyond Wagtail's own lists."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from taggit.models import Tag
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

if TYPE_CHECKING:
    from .models import User


def media_models() -> tuple[type[Model], ...]:
    return get_image_model(), get_document_model()


def choosable(user: "User", model: type[Model]) -> QuerySet[Any]:
    """What the person may put on a page."""
    policy = policy_registry.get_by_type(model)
    found: QuerySet[Any] = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return found


def on_own_pages(user: "User", model: type[Model]) -> QuerySet[Any]:
    """What stands on a page that the person may edit, whoever it belongs to."""
    pages = policy_registry.get_by_type(Page)
    editable = pages.instances_user_has_permission_for(user, "change")
    uses = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=editable.order_by().values(key=Cast("pk", TextField())),
        to_content_type=ContentType.objects.get_for_model(model),
    )
    keys = uses.values(key=Cast("to_object_id", BigIntegerField()))
    return model._default_manager.filter(pk__in=keys)


def visible(user: "User", model: type[Model]) -> Q:
    if user.is_superuser:
        return Q()
    chosen, used = choosable(user, model), on_own_pages(user, model)
    return Q(pk__in=chosen.order_by().values("pk")) | Q(pk__in=used.order_by().values("pk"))


def may_be_shown(user: "User", thing: Model) -> bool:
    """Without a query for what is in a collection to choose from, as nearly all is."""
    model = type(thing)
    if user.is_superuser or getattr(thing, "collection_id", None) in collections_of(user, model):
        return True
    return model._default_manager.filter(visible(user, model), pk=thing.pk).exists()


def collections_of(user: "User", model: type[Model]) -> set[int]:
    """Those to choose from; read once a request."""
    held: dict[Any, set[int]] = user.__dict__.setdefault("_collections_to_choose_from", {})
    if model not in held:
        policy = policy_registry.get_by_type(model)
        found = policy.collections_user_has_any_permission_for(user, ["choose", "change"])
        held[model] = set(found.order_by().values_list("pk", flat=True))
    return held[model]


def tags_for(user: "User", models: Iterable[type[Model]] = ()) -> QuerySet[Tag]:
    """The words that the person's own files are tagged with, and those that all may choose."""
    on_them = Q()
    for model in models or media_models():
        kind = ContentType.objects.get_for_model(model)
        keys = choosable(user, model).order_by().values("pk")
        on_them |= Q(
            taggit_taggeditem_items__content_type=kind,
            taggit_taggeditem_items__object_id__in=keys,
        )
    return Tag.objects.filter(on_them).distinct()


def media_of(thing: Model) -> Iterator[tuple[str, type[Model], str]]:
    """Each picture and document that a page or a row of one refers to: field, model, key."""
    for field in thing._meta.concrete_fields:
        if field.related_model in media_models():
            key = getattr(thing, field.attname)
            if key is not None:
                yield field.name, field.related_model, str(key)
        elif hasattr(field, "extract_references"):
            for model, key, *_ in field.extract_references(field.value_from_object(thing)):
                if model in media_models():
                    yield field.name, model, str(key)


def things_of(page: Model) -> list[Model]:
    relations = [relation.get_accessor_name() for relation in get_all_child_relations(type(page))]
    return [page, *(row for name in relations for row in getattr(page, name).all())]


class AllowedMedia:
    """What a person may put on a page: one's own, and what stood there before, whosever it is."""

    def __init__(self, user: "User", saved: Model | None) -> None:
        self.user = user
        before = things_of(saved) if saved else []
        self.before = {found[1:] for thing in before for found in media_of(thing)}

    def refused_in(self, thing: Model) -> list[str]:
        """The fields of a page, or of one of its rows, that name somebody else's file."""
        added = [found for found in media_of(thing) if found[1:] not in self.before]
        return sorted({name for name, model, key in added if not self.may_choose(model, key)})

    def may_choose(self, model: type[Model], key: str) -> bool:
        return self.user.is_superuser or choosable(self.user, model).filter(pk=key).exists()
