"""How the block picker is divided."""

from ..own_words import gettext_lazy as _

TEXT = _("Text")
MEDIA = _("Pictures, film and files")
LISTS = _("Lists and figures")
LINKS = _("Ways on")
