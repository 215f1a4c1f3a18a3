from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.snippets.views.snippets import SnippetViewSet

from alliance.base.models import Topic
from alliance.base.own_words import gettext_lazy as _


class TopicViewSet(SnippetViewSet):
    """One short list for the whole site: whoever may change topics may change all of them."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 700
    add_to_admin_menu = True
    list_display = ["__str__", "key"]
    search_fields = ["key"]
    panels = [
        FieldPanel("key"),
        InlinePanel(
            "texts",
            heading=_("Names"),
            label=_("Name in one language"),
            min_num=1,
            panels=[
                FieldPanel("locale"),
                FieldPanel("name"),
                FieldPanel("slug"),
                FieldPanel("description"),
            ],
        ),
    ]
