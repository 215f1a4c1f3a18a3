from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from wagtail.admin.forms import WagtailAdminModelForm

from alliance.base.fetching import FetchError
from alliance.base.models import User
from alliance.base.own_words import gettext as _
from alliance.base.templatetags.base_tags import language_name

from ..models import NewsFeed, NewsIndexPage
from .parsing import Feed, FeedError, parse
from .permissions import lists_to_fill
from .services import read_feed


class ListOfNewsField(forms.ModelChoiceField):
    """Named as its section is, since most lists are called the same."""

    def label_from_instance(self, index: Any) -> str:
        words = {"title": index.title, "name": index.organisation_name}
        language = language_name(index.locale.language_code)
        return f"{words['name']}: {words['title']} ({language})"


class NewsFeedForm(WagtailAdminModelForm):
    """Reads the feed at once, so that a wrong address is seen while it is typed."""

    index = ListOfNewsField(
        NewsIndexPage.objects.none(),
        label=NewsFeed._meta.get_field("index").verbose_name,
        help_text=NewsFeed._meta.get_field("index").help_text,
    )

    url = forms.URLField(
        label=NewsFeed._meta.get_field("url").verbose_name,
        help_text=NewsFeed._meta.get_field("url").help_text,
        max_length=500,
        assume_scheme="https",
    )
    found: Feed | None = None

    class Meta:
        model = NewsFeed
        fields = ["url", "index", "language", "is_active"]

    def __init__(self, *args: Any, for_user: User | AnonymousUser, **kwargs: Any) -> None:
        super().__init__(*args, for_user=for_user, **kwargs)
        offered: Any = lists_to_fill(for_user) if isinstance(for_user, User) else None
        if offered is not None:
            self.fields["index"].queryset = offered

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if index := cleaned.get("index"):
            self.instance.organisation = index.organisation
        asked = "url" in self.changed_data or "look" in self.data
        if cleaned.get("url") and asked:
            try:
                self.found = parse(read_feed(cleaned["url"]))
            except (FetchError, FeedError) as error:
                self.add_error("url", str(error.trouble.label))
        return cleaned

    def validate_unique(self) -> None:
        """The organisation is not asked for, and yet one has each feed once."""
        super().validate_unique()
        same = NewsFeed.objects.exclude(pk=self.instance.pk).filter(
            organisation_id=self.instance.organisation_id, url=self.cleaned_data.get("url")
        )
        if self.instance.organisation_id and same.exists():
            self.add_error("url", _("This feed is there already."))

    def save(self, commit: bool = True) -> NewsFeed:
        if "url" in self.changed_data:
            self.instance.forget()
        feed: NewsFeed = super().save(commit)
        return feed
