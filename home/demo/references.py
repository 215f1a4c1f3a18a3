from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from alliance.base.models import Topic
from members.models import Organisation, PressContact

from .errors import Mistake


@dataclass
class References:
    """What the files name by a key, once it is in the database."""

    organisations: dict[Hashable, Any] = field(default_factory=dict)
    topics: dict[Hashable, Any] = field(default_factory=dict)
    pictures: dict[Hashable, Any] = field(default_factory=dict)
    documents: dict[Hashable, Any] = field(default_factory=dict)
    contacts: dict[Hashable, Any] = field(default_factory=dict)
    pages: dict[Hashable, Any] = field(default_factory=dict)

    def get(self, model: type[Model], key: str, language_code: str) -> Any:
        """The picture, page or other thing of that key; in the language, where it has one.

        Press contacts speak a language, so one that has none for it is None.
        """
        if issubclass(model, PressContact) and (key, settings.LANGUAGE_CODE) in self.contacts:
            return self.contacts.get((key, language_code))
        name, known = self.of(model)
        for wanted in ((key, language_code), (key, settings.LANGUAGE_CODE), key):
            if wanted in known:
                return known[wanted]
        raise Mistake(f"there is no {name} “{key}”")

    def of(self, model: type[Model]) -> tuple[str, dict[Hashable, Any]]:
        kinds: tuple[tuple[type[Model], str, dict[Hashable, Any]], ...] = (
            (Page, "page", self.pages),
            (AbstractImage, "picture", self.pictures),
            (AbstractDocument, "document", self.documents),
            (Organisation, "organisation", self.organisations),
            (Topic, "topic", self.topics),
            (PressContact, "press contact", self.contacts),
        )
        for kind, name, known in kinds:
            if issubclass(model, kind):
                return name, known
        raise Mistake(f"nothing can be named that is a {model._meta.verbose_name}")
