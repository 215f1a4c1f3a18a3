"""The steps of offering a page, of adopting one, and of following its original."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from alliance.base.models import BasePage
from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from ..models import Adoption, Offer
from .adopting import NotAdoptableError, adopt, keep_own, original_of, take_version
from .content import content_of
from .differences import differences, own_changes
from .forms import AdoptionForm, OfferForm
from .offers import offer_page, pages_of, withdraw_offer
from .permissions import adoptions_of, user_can_offer, user_can_share


class SharingView(WagtailAdminTemplateMixin):
    """A step by itself, below one of the two lists."""

    request: HttpRequest
    kwargs: dict[str, Any]
    list_name = "offers:index"
    list_label: Any = gettext_lazy("Offered pages")
    labels: tuple[Any, Any] = ("", "")

    @property
    def user(self) -> Any:
        return self.request.user  # signed in: these are views of the admin

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse(self.list_name), "label": self.list_label}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, above, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words: dict[str, Any] = {"action_url": self.request.path}
        words["submit_button_label"], words["submit_button_active_label"] = self.labels
        return super().get_context_data(**kwargs) | words


class OfferPageView(SharingView, FormView):
    template_name = "members/admin/offer_page.html"
    page_title = gettext_lazy("Offer to the network")
    header_icon = "group"
    form_class: Any = OfferForm
    labels = (gettext_lazy("Offer"), gettext_lazy("Offering…"))

    @cached_property
    def page(self) -> Any:
        pages = BasePage.objects.filter(alias_of=None)
        page: Any = get_object_or_404(pages, pk=self.kwargs["page_id"]).specific
        if not user_can_offer(self.user, page):
            raise PermissionDenied
        return page

    @cached_property
    def offer(self) -> Offer:
        facts = {"translation_key": self.page.translation_key}
        found = Offer.objects.filter(**facts, organisation=self.page.organisation_id).first()
        return found or Offer(**facts, organisation=self.page.organisation)

    def get_page_subtitle(self) -> str:
        return str(self.page.title)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.offer}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"pages": pages_of(self.offer)}

    def form_valid(self, form: Any) -> HttpResponse:
        if not pages_of(self.offer):
            form.add_error(None, _("Publish the page first, for everyone to read."))
            return self.form_invalid(form)
        offer_page(self.page, self.user, form.cleaned_data["note"])
        messages.success(self.request, _("“%(page)s” is offered.") % {"page": self.page.title})
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class WithdrawView(OfferPageView):
    template_name = "members/admin/withdraw_offer.html"
    page_title = gettext_lazy("Withdraw the offer")
    form_class = forms.Form
    labels = (gettext_lazy("Withdraw"), gettext_lazy("Withdrawing…"))

    def get_form_kwargs(self) -> dict[str, Any]:
        if self.offer.pk is None:
            raise Http404
        return super(OfferPageView, self).get_form_kwargs()

    def form_valid(self, form: Any) -> HttpResponse:
        withdraw_offer(self.page, self.user)
        said = _("“%(page)s” is no longer offered.") % {"page": self.page.title}
        messages.success(self.request, said)
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class AdoptView(SharingView, FormView):
    model = Offer
    template_name = "members/admin/adopt.html"
    page_title = gettext_lazy("Adopt")
    header_icon = "download"
    labels = (gettext_lazy("Adopt"), gettext_lazy("Copying…"))

    @cached_property
    def offer(self) -> Offer:
        if not user_can_share(self.user):
            raise PermissionDenied
        return get_object_or_404(Offer.objects.open(), pk=self.kwargs["pk"])

    @cached_property
    def originals(self) -> list[BasePage]:
        return pages_of(self.offer)

    def get_page_subtitle(self) -> str:
        return str(self.originals[0].title)

    def get_form(self, form_class: Any = None) -> AdoptionForm:
        kwargs = self.get_form_kwargs()
        kwargs["initial"] = {"languages": [page.locale_id for page in self.originals]}
        return AdoptionForm(self.user, self.originals, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        known = {"offer": self.offer, "pages": self.originals, "media": kwargs.get("media")}
        context = super().get_context_data(**kwargs) | known
        return {**context, "media": context["form"].media}

    def form_valid(self, form: AdoptionForm) -> HttpResponse:
        parent = form.cleaned_data["parent"]
        try:
            made, left_out = adopt(self.offer, form.chosen(), parent, self.user)
        except NotAdoptableError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, _("The page is in your section now, as a draft."))
        say_left_out(self.request, left_out)
        return redirect("wagtailadmin_pages:edit", made[0].page_id)


def say_left_out(request: HttpRequest, titles: set[str]) -> None:
    if titles:
        said = _("These files could not come along: %(titles)s")
        messages.warning(request, said % {"titles": ", ".join(sorted(titles))})


class AdoptionView(SharingView, TemplateView):
    """The original beside what was taken from it, and the two ways to answer."""

    model = Adoption
    template_name = "members/admin/adoption.html"
    page_title = gettext_lazy("Compare with the original")
    header_icon = "view"
    list_name = "adoptions:index"
    list_label = gettext_lazy("Adopted pages")

    @cached_property
    def adoption(self) -> Adoption:
        found = get_object_or_404(adoptions_of(self.user).with_state(), pk=self.kwargs["pk"])
        if not found.page.specific.permissions_for_user(self.user).can_edit():
            raise PermissionDenied
        return found

    def get_page_subtitle(self) -> str:
        return str(self.adoption.page.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        adoption = self.adoption
        context = super().get_context_data(**kwargs) | {"adoption": adoption}
        original = original_of(adoption)
        if original is None:
            return context
        new = content_of(original.specific)
        known = {
            "original": original,
            "comparison": differences(self.request, adoption.page, adoption.taken, new),
            "own": own_changes(self.request, adoption, original.organisation),
        }
        return context | known

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = shown_version(request)
        try:
            if "take" in request.POST:
                return self.take(version)
            keep_own(self.adoption, version, self.user)
        except NotAdoptableError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        messages.success(request, _("You keep your own words."))
        return redirect("adoptions:index")

    def take(self, version: datetime) -> HttpResponse:
        page = self.adoption.page.specific
        if page.permissions_for_user(self.user).page_locked():
            raise PermissionDenied
        left_out = take_version(self.adoption, version, self.user)
        messages.success(self.request, _("The draft has the original’s words now. Publish it."))
        say_left_out(self.request, left_out)
        return redirect("wagtailadmin_pages:edit", page.pk)


def shown_version(request: HttpRequest) -> datetime:
    try:
        found = parse_datetime(request.POST.get("version", ""))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found
