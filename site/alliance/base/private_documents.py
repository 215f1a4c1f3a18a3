"""Who is handed a document that is not for everyone, and how."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.documents.models import document_served
from wagtail.documents.views.serve import serve as wagtail_serve
from wagtail.permissions import policy_registry

from .models import AllianceDocument


def serve(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Wagtail's own view sends whoever is refused to sign in: also those who are signed in, whom
    signing in sends back at once, for ever. And it knows only groups, not who keeps all files."""
    user: Any = request.user
    if user.is_authenticated:
        document = get_object_or_404(AllianceDocument, pk=document_id)
        closed = restrictions_against(document, request)
        if closed and document.filename == filename and keeps(user, document):
            return send_file(document, request)
        if any(found.restriction_type != found.PASSWORD for found in closed):
            raise Http404
    response: HttpResponseBase = wagtail_serve(request, document_id, filename)
    return response


def restrictions_against(document: AllianceDocument, request: HttpRequest) -> list[Any]:
    restrictions = document.collection.get_view_restrictions()
    return [found for found in restrictions if not found.accept_request(request)]


def keeps(user: Any, document: AllianceDocument) -> bool:
    policy = policy_registry.get_by_type(AllianceDocument)
    return bool(policy.user_has_any_permission_for_instance(user, ["change", "choose"], document))


def send_file(document: AllianceDocument, request: HttpRequest) -> HttpResponseBase:
    """As Wagtail does, without asking who reads it."""
    try:
        file = document.file.open("rb")
    except OSError as error:
        raise Http404 from error
    document_served.send(sender=AllianceDocument, instance=document, request=request)
    response = FileResponse(
        file,
        as_attachment=document.content_disposition != "inline",
        filename=document.filename,
        content_type=document.content_type,
    )
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
