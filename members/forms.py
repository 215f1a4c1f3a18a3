"""The one form of a new member, which checks the rows of a file and a command's words as well."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.db.models.functions import Lower

from alliance.base.languages import site_languages
from alliance.base.models import User
from alliance.base.models.texts import TextsQuerySet
from alliance.base.own_words import gettext_lazy as _

from .enums import Kind, Moderation, Nation, Role
from .hostnames import clean_hostname
from .models import Membership, Organisation, OrganisationText
from .new_members import NewMember
from .permissions import user_can_manage_members
from .programmes import members_that_run
from .teams import LastLeadError, refuse_to_lose_the_last_lead

MOST_PEOPLE = 20


class AddressesField(forms.CharField):
    """E-mail addresses, apart by lines, spaces, commas or semicolons."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        words = str(value or "").replace(",", " ").replace(";", " ").split()
        return list({word.casefold(): word for word in words}.values())

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        for address in value:
            try:
                validate_email(address)
            except ValidationError as error:
                message = _("“%(address)s” is no e-mail address.")
                raise ValidationError(message, params={"address": address}) from error
        if len(value) > MOST_PEOPLE:
            message = _("Name at most %(most)s people here; they can invite the others.")
            raise ValidationError(message, params={"most": MOST_PEOPLE})

    def run_validators(self, value: list[str]) -> None:
        """Each address was checked above; what is left is made for a text."""


class NewMemberForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    slug = forms.SlugField(
        label=_("Short address"),
        help_text=_("The section’s address, /en/members/…/. It stays the same for good."),
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple
    )
    nations = forms.MultipleChoiceField(
        label=_("Nations"),
        choices=Nation.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Where the organisation works; all of them for a national body."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=site_languages,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The section begins in each of these as a draft."),
    )
    people = AddressesField(
        label=_("First people"),
        required=False,
        help_text=_(
            "E-mail addresses, one on a line. They lead the section, and get a mail with a link "
            "to choose a password."
        ),
    )
    hostname = forms.CharField(
        label=_("Host name"),
        max_length=253,
        required=False,
        help_text=_(
            "Only if the section is to have a name of its own, such as library.example.org."
        ),
    )
    moderation = forms.ChoiceField(
        label=_("Approval"),
        choices=Moderation.choices,
        initial=Moderation.NONE,
        widget=forms.RadioSelect,
        help_text=_("Who approves the pages that contributors submit."),
    )

    def __init__(self, *args: Any, repairs: bool = False, **kwargs: Any) -> None:
        """`repairs`: a member that there is already is not a mistake, but looked after."""
        self.repairs = repairs
        super().__init__(*args, **kwargs)
        self.fields["languages"].initial = [settings.LANGUAGE_CODE]

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if Organisation.objects.filter(slug=slug, archive__isnull=False).exists():
            raise ValidationError(_("This member is archived. Bring it back instead."))
        found = Organisation.objects.filter(slug=slug).first()
        if found and found.is_programme:
            raise ValidationError(_("A joint programme has this address already. Choose another."))
        if found and found.is_member and not self.repairs:
            raise ValidationError(_("A member has this address already. Choose another."))
        return slug

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        others = OrganisationText.objects.filter(name__iexact=name, organisation__is_member=True)
        others = others.exclude(organisation__slug=self.data.get("slug", ""))
        if other := others.select_related("organisation").first():
            message = _("A member has this name already, at the address “%(slug)s”.")
            raise ValidationError(message, params={"slug": other.organisation.slug})
        return name

    def clean_hostname(self) -> str:
        return clean_hostname(self.cleaned_data["hostname"], self.data.get("slug", ""))

    def clean_people(self) -> list[str]:
        people: list[str] = self.cleaned_data["people"]
        wanted = [address.lower() for address in people]
        accounts = User.objects.filter(is_active=False).annotate(key=Lower("email"))
        for closed in accounts.filter(key__in=wanted):
            message = _("The account of %(address)s is closed. Open it again first.")
            raise ValidationError(message, params={"address": closed.email})
        return people

    def new_member(self) -> NewMember:
        return NewMember(**self.cleaned_data)


class InvitationForm(forms.Form):
    """Offers the organisations and roles that the person who invites may give."""

    email = forms.EmailField(label=_("E-mail address"))
    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        initial=Role.EDITOR,
        widget=forms.RadioSelect,
        help_text=_(
            "Contributors write drafts, editors publish them, and leads also invite people."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language of the mail"), choices=site_languages, help_text=_("The person’s own.")
    )

    def __init__(
        self, *args: Any, organisations: TextsQuerySet, inviter: User | None = None, **kwargs: Any
    ) -> None:
        """`inviter`: a joint programme's team finds its people among those who run it."""
        super().__init__(*args, **kwargs)
        self.inviter = inviter
        choice: Any = self.fields["organisation"]
        choice.queryset = organisations.with_texts()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        people = User.objects.filter(email__iexact=cleaned.get("email", ""))
        if people.filter(is_active=False).exists():
            self.add_error("email", _("This account is closed. Ask the alliance to open it again."))
        elif people.filter(memberships__organisation=cleaned.get("organisation")).exists():
            self.add_error("email", _("This person works for the organisation already."))
        elif not self.may_be_invited(people, cleaned.get("organisation")):
            message = _(
                "Nobody of the members that run this programme has this address. Ask the "
                "alliance to invite people from elsewhere."
            )
            self.add_error("email", message)
        return cleaned

    def may_be_invited(self, people: QuerySet[User], organisation: Organisation | None) -> bool:
        if organisation is None or not organisation.is_programme:
            return True
        if self.inviter is None or user_can_manage_members(self.inviter):
            return True
        return people.filter(memberships__organisation__in=members_that_run(organisation)).exists()


class RoleForm(forms.ModelForm):
    """Changes what a person is here, and nothing about the person."""

    class Meta:
        model = Membership
        fields = ("role",)
        widgets = {"role": forms.RadioSelect}

    def clean_role(self) -> str:
        role = str(self.cleaned_data["role"])
        if role != Role.LEAD:
            try:
                refuse_to_lose_the_last_lead(self.instance)
            except LastLeadError as error:
                raise ValidationError(str(error)) from error
        return role
