from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from alliance.base.models import User

from .invitations import make_token
from .models import Application, Membership, Organisation


@task()
def send_invitation(membership_pk: int, language: str) -> None:
    """The link is made here, so that nobody finds one among the tasks."""
    memberships = Membership.objects.select_related("user", "organisation")
    membership = memberships.filter(pk=membership_pk).first()
    if membership is None:
        return  # taken back before the mail was sent
    user = membership.user
    with override(language):
        name = membership.organisation.text_in(language)
        context = {
            "name": name,
            "role": membership.get_role_display(),
            "address": address_for(user),
        }
        context["is_new"] = not user.has_usable_password()
        context["days"] = settings.INVITATION_DAYS
        subject = _("Your section of the Libraries Alliance: %(name)s") % {"name": name}
        text = render_to_string("members/invitation_mail.txt", context)
    EmailMessage(subject, text, to=[user.email]).send()


def address_for(user: User) -> str:
    """Where a new person chooses a password, and one who has one signs in."""
    if user.has_usable_password():
        path = reverse("wagtailadmin_home")
    else:
        path = reverse("invitation", kwargs={"token": make_token(user)})
    return absolute(path)


def absolute(path: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


@task()
def tell_staff(application_pk: int) -> None:
    """To the alliance's own address; without one it waits in the list alone."""
    application = Application.objects.filter(pk=application_pk).first()
    alliance = Organisation.objects.filter(slug=settings.ALLIANCE_ORGANISATION).first()
    if application is None or alliance is None or not alliance.email:
        return
    path = reverse("applications:inspect", args=[application.pk])
    with override(settings.LANGUAGE_CODE):
        subject = _("%(name)s would like to join") % {"name": application.organisation_name}
        context = {"application": application, "address": absolute(path)}
        text = render_to_string("members/application_mail.txt", context)
    EmailMessage(subject, text, to=[alliance.email], reply_to=[application.email]).send()


@task()
def tell_applicant(application_pk: int) -> None:
    application = Application.objects.filter(pk=application_pk).first()
    if application is None:
        return
    with override(application.language):
        subject = _("Your application to the Libraries Alliance")
        context = {"application": application}
        text = render_to_string(f"members/application_{application.status}.txt", context)
    EmailMessage(subject, text, to=[application.email]).send()
