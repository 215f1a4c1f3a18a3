"""Where editors make links that expire, see those there are, and revoke them."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .expiring_links import Thing, address_of, make_link, revoke, user_can_share
from .models import AllianceDocument, BasePage, ExpiringLink
from .own_words import gettext as _
from .own_words import gettext_lazy, ngettext

USUAL = {1: gettext_lazy("A day"), 7: gettext_lazy("A week"), 30: gettext_lazy("A month")}


def durations() -> list[tuple[int, Any]]:
    """What is usual, as far as the operator allows it, and the longest that is allowed."""
    most = settings.LINK_MAX_DAYS
    days = sorted({*(number for number in USUAL if number < most), most})
    return [(number, USUAL.get(number) or in_days(number)) for number in days]


def in_days(number: int) -> str:
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}


def describe(link: ExpiringLink) -> str:
    ends = date_format(localtime(link.ends_at), "DATETIME_FORMAT")
    who = link.made_by.get_full_name() or link.made_by.email
    return _("Made by %(who)s, ends on %(ends)s") % {"who": who, "ends": ends}


class LinkForm(forms.Form):
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long it is good for"),
        choices=durations,
        coerce=int,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("days", durations()[:2][-1][0])


class ShareView(WagtailAdminTemplateMixin, FormView):
    """What is not the person's to change cannot be shown to others either."""

    model: type[Thing]
    form_class = LinkForm
    template_name = "expiring_links/share.html"
    header_icon = "link"
    edit_url_name = ""
    explanation: Any = ""

    @cached_property
    def thing(self) -> Thing:
        found: Any = get_object_or_404(self.model, pk=self.kwargs["pk"])
        thing: Thing = found.specific if isinstance(found, BasePage) else found
        user: Any = self.request.user  # signed in: this is a view of the admin
        if not user_can_share(user, thing):
            raise PermissionDenied
        return thing

    def get_page_subtitle(self) -> str:
        return self.thing.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = {"url": reverse(self.edit_url_name, args=[self.thing.pk]), "label": self.thing.title}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = ExpiringLink.objects.of(self.thing).open().select_related("made_by")
        words: dict[str, Any] = {
            "submit_button_label": _("Make a link"),
            "submit_button_active_label": _("Making…"),
            "action_url": self.request.path,
            "explanation": self.explanation,
            "links": [
                (link, address_of(link, self.request), describe(link))
                for link in links.order_by("-pk")
            ],
        }
        return super().get_context_data(**kwargs) | words

    def form_valid(self, form: LinkForm) -> HttpResponse:
        user: Any = self.request.user
        make_link(self.thing, user, form.cleaned_data["days"])
        messages.success(self.request, _("The link is made. Copy it and send it to whom you like."))
        return redirect(self.request.path)


class ShareDraftView(ShareView):
    model = BasePage
    page_title = gettext_lazy("Share this draft")
    edit_url_name = "wagtailadmin_pages:edit"
    explanation = gettext_lazy(
        "Whoever has the link sees the page as it was last saved, without an account, and sees "
        "your later changes, too. Once the page is published, the link leads to it."
    )


class ShareDocumentView(ShareView):
    model = AllianceDocument
    page_title = gettext_lazy("Share by link")
    edit_url_name = "wagtaildocs:edit"
    explanation = gettext_lazy(
        "Whoever has the link can open the file without an account, until the link ends."
    )


class RevokeView(View):
    model = ExpiringLink
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        user: Any = request.user
        link = get_object_or_404(ExpiringLink, pk=pk)
        if not user_can_share(user, link.thing):
            raise Http404
        place, thing = ExpiringLink.place_of(link.thing), link.thing
        revoke(link, user)
        messages.success(request, _("The link is revoked. Its address opens nothing any more."))
        return redirect(f"share_{place}", thing.pk)
