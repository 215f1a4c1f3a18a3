"""How people come to the site: by a link that works once, for a while, for one person."""

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

from alliance.base.models import User

from .enums import Role
from .models import Membership, Organisation
from .services import add_membership

SALT = "members.invitation"


class InvitationError(Exception):
    """The link was used, is too old, or never was one of ours."""


def invite(email: str, organisation: Organisation, role: Role, language: str = "") -> Membership:
    """Make someone a member's person and mail them how to begin.

    Who belongs to the organisation already keeps their role and gets no mail.
    """
    from .tasks import send_invitation

    language = language or first_language(organisation)
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, language=language)
    found = Membership.objects.filter(user=user, organisation=organisation).first()
    if found:
        return found
    membership = add_membership(user, organisation, role)
    send_invitation.enqueue(membership.pk, user.language or language)
    return membership


def remind(membership: Membership) -> None:
    from .tasks import send_invitation

    language = membership.user.language or first_language(membership.organisation)
    send_invitation.enqueue(membership.pk, language)


def first_language(organisation: Organisation) -> str:
    return next(iter(organisation.languages), settings.LANGUAGE_CODE)


def make_token(user: User) -> str:
    """Good until the person has a password: it carries a trace of that there is none."""
    return signing.dumps({"user": user.pk, "trace": trace_of(user)}, salt=SALT)


def invited_user(token: str) -> User:
    """Raises InvitationError."""
    seconds = settings.INVITATION_DAYS * 24 * 3600
    try:
        said = signing.loads(token, salt=SALT, max_age=seconds)
    except signing.BadSignature as error:
        raise InvitationError from error
    user = User.objects.filter(pk=said["user"], is_active=True).first()
    if user is None or user.has_usable_password() or said["trace"] != trace_of(user):
        raise InvitationError
    return user


def trace_of(user: User) -> str:
    return salted_hmac(SALT, user.password + user.email).hexdigest()[:20]
