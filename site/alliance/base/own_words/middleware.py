import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from ..languages import own_language
from ..middleware import ADMIN, GetResponse
from .marks import SIGN, resolve, resolve_json
from .words import reader


class OwnWordsMiddleware:
    """Shows our words in the admin in the language of whoever reads them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Within a request to the admin a preview is asked for, as if by a reader of the site.
        token = reader.set(self.language(request))
        try:
            response = self.get_response(request)
        finally:
            reader.reset(token)
        if isinstance(response, HttpResponse) and SIGN.encode() in response.content:
            response.content = resolved(response)
        return response

    def language(self, request: HttpRequest) -> str:
        if not request.path_info.startswith(ADMIN):
            return ""
        language = own_language(request)
        return "" if language == settings.LANGUAGE_CODE else language


def resolved(response: HttpResponse) -> str:
    if response.get("Content-Type", "").startswith("application/json"):
        return json.dumps(resolve_json(json.loads(response.text)))
    return resolve(response.text)
