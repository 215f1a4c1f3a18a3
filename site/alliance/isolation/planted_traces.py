"""What the admin keeps about B's pages and files beside them."""

from typing import Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import APIToken, Comment, CommentReply, Locale, PageSubscription
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from alliance.base.models import AllianceImage
from members.tasks import send_invitation

from .marks import mark, titled
from .planted import Planted


def plant_traces(planted: Planted) -> None:
    owner, draft, keys = planted.owner, planted.pages["draft"], planted.keys
    plant_talk(planted)
    submission = FormSubmission.objects.create(
        page=planted.pages["form"], form_data={"your_message": titled("message")}
    )
    old_path = f"/{mark('redirect')}"
    redirect = Redirect.objects.create(old_path=old_path, redirect_page=planted.pages["public"])
    image = AllianceImage.objects.get(pk=keys["image_id"])
    log(image, "wagtail.edit", user=owner, title=titled("imagelog"))
    log(draft, "wagtail.edit", user=owner, title=titled("pagelog"))
    APIToken.create_token(user=owner, name=titled("token"))
    facts: dict[str, Any] = {"user": owner, "last_seen_at": timezone.now()}
    session = EditingSession.objects.create(content_object=draft, **facts)
    FormState.objects.update_or_create_by_instance(
        draft,
        user=owner,
        defaults={"data": f"title={mark('formstate')}", "last_updated_at": timezone.now()},
    )
    DBTaskResult.objects.create(
        task_path=send_invitation.module_path,
        args_kwargs={"args": [titled("taskresult")], "kwargs": {}},
        backend_name="default",
        run_after=timezone.now(),
        exception_class_path="",
        traceback="",
    )
    keys["submission_id"] = submission.pk
    keys |= {"redirect_id": redirect.pk, "session_id": session.pk}


def plant_talk(planted: Planted) -> None:
    owner, draft = planted.owner, planted.pages["draft"]
    PageSubscription.objects.create(page=draft, user=owner, comment_notifications=True)
    comment = Comment.objects.create(
        page=draft, user=owner, text=titled("comment"), contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=owner, text=titled("reply"))


def plant_translation(planted: Planted) -> None:
    """Of a draft, into a language of B's that A's translator does not work in."""
    draft = planted.pages["news"].get_parent().specific
    for page in (draft, planted.pages["news"].specific):
        source, _ = TranslationSource.update_or_create_from_instance(page)
        locale = Locale.objects.get(language_code="gd")
        translation = Translation.objects.create(source=source, target_locale=locale)
        translation.save_target(publish=False)
    segment = source.stringsegment_set.order_by("pk").first()
    StringTranslation.objects.create(
        translation_of=segment.string,
        locale=locale,
        context=segment.context,
        data=titled("translated"),
        last_translated_by=planted.owner,
    )
    planted.pages["translated"] = page.get_translation(locale)
    planted.keys |= {
        "translation_source_id": source.pk,
        "translation_id": translation.pk,
        "string_segment_id": segment.pk,
    }
    overridable = source.overridablesegment_set.first()
    if overridable:
        planted.keys["overridable_segment_id"] = overridable.pk
