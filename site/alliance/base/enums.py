from django.db.models import TextChoices

from .own_words import gettext_lazy as _


class PageKind(TextChoices):
    """What a reader would call a page: shown on cards and filtered by in the search."""

    PAGE = "page", _("Page")
    NEWS = "news", _("News")
    EVENT = "event", _("Event")
    REPORT = "report", _("Report")
    RESOURCE = "resource", _("Resource")
    PROGRAMME = "programme", _("Programme")
    PLEDGE = "pledge", _("Pledge")
    MEMBER = "member", _("Member")
    INDEX = "index", _("Section")


class Licence(TextChoices):
    """The licences that pictures and documents of libraries usually carry."""

    CC0 = "cc0", _("Public domain (CC0)")
    CC_BY = "cc-by-4.0", _("Creative Commons Attribution 4.0")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons Attribution-ShareAlike 4.0")
    CC_BY_NC = "cc-by-nc-4.0", _("Creative Commons Attribution-NonCommercial 4.0")
    OGL = "ogl-3", _("Open Government Licence v3.0")
    PRESS = "press", _("For the press: free to use only to promote the subject")
    RESERVED = "reserved", _("All rights reserved")
