"""Wagtail's screens for pictures and documents, without what belongs to others."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, JsonResponse
from taggit.models import Tag
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.admin.views.generic import multiple_upload
from wagtail.admin.widgets import BaseChooser
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.views import multiple as multiple_documents
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.views import multiple as multiple_images
from wagtail.images.views.chooser import ImageChooseView
from wagtail.images.views.images import ImagesFilterSet

from .media_scope import may_be_shown, tags_for, visible
from .models import AllianceImage
from .models.asked import asked

SUGGESTIONS = 10


class OwnImagesAPI(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().filter(visible(self.request.user, self.model))


class OwnDocumentsAPI(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().filter(visible(self.request.user, self.model))


def complete_tag(request: HttpRequest, **kwargs: str) -> JsonResponse:
    """Completes what is typed by the tags of one's own files; there are no other kinds of tag."""
    user: Any = request.user  # signed in: this is a view of the admin
    term = request.GET.get("term", "").replace("\x00", "")
    found = tags_for(user).filter(name__istartswith=term) if term else Tag.objects.none()
    names = found.order_by("name").values_list("name", flat=True)[:SUGGESTIONS]
    return JsonResponse(list(names), safe=False)


def frequent_tags(user: Any, model: type[Any]) -> QuerySet[Any]:
    tags = tags_for(user, [model]).annotate(uses=Count("taggit_taggeditem_items"))
    return tags.order_by("-uses", "name")[:SUGGESTIONS]


class OwnTags(BaseMediaFilterSet):
    """Offers the tags of one's own files, where Wagtail offers everyone's most frequent ones."""

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        if "tag" in self.filters:
            tags = frequent_tags(request.user, self._meta.model)
            self.filters["tag"].extra["choices"] = [(tag.name, tag.name) for tag in tags]
            if not tags:
                del self.filters["tag"]


class OwnImagesFilterSet(OwnTags, ImagesFilterSet):
    pass


class OwnDocumentsFilterSet(OwnTags, DocumentsFilterSet):
    pass


class OwnCollectionFirst(multiple_upload.AddView):
    """The choice of a collection above the files that are dropped here is not the form's own."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        first = context["selected_collection_id"] or self.form.initial.get("collection")
        return {**context, "selected_collection_id": str(first or "")}


class AddImagesView(OwnCollectionFirst, multiple_images.AddView):
    pass


class AddDocumentsView(OwnCollectionFirst, multiple_documents.AddView):
    pass


class OwnImageChooseView(ImageChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tags = frequent_tags(self.request.user, AllianceImage)
        return {**super().get_context_data(**kwargs), "popular_tags": tags}


def file_in_field(widget: BaseChooser, value: Any) -> Any:
    """A form that comes back shows no file of another's, whose number was sent."""
    found = BaseChooser.get_instance(widget, value)
    user: Any = getattr(asked.get(), "user", None)
    return found if found is None or user is None or may_be_shown(user, found) else None
