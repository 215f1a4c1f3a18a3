import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.forms import EmailField

from .forms import OWN_FIELDS, PublicForm

logger = logging.getLogger(__name__)


def send_message(form: PublicForm, *, subject: str, recipient: str) -> None:
    """Mail the answers, to be replied to. The message is kept already, so a mail server that
    is down costs the reader nothing."""
    mail = EmailMessage(subject, as_text(form), to=[recipient], reply_to=addresses(form))
    try:
        mail.send()
    except (SMTPException, OSError):
        logger.exception("A message to %s was kept but not mailed", recipient)


def as_text(form: PublicForm) -> str:
    questions = [field for field in form if field.name not in OWN_FIELDS]
    return "\n\n".join(f"{field.label}\n{spoken(form.answers[field.name])}" for field in questions)


def spoken(answer: object) -> str:
    return ", ".join(map(str, answer)) if isinstance(answer, list) else str(answer)


def addresses(form: PublicForm) -> list[str]:
    fields = form.fields.items()
    found = [form.answers[name] for name, field in fields if isinstance(field, EmailField)]
    return [address for address in found if address]
