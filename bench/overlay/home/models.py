from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index


class HomePage(Page):
    body = RichTextField(blank=True, default="")
    search_fields = [*Page.search_fields, index.SearchField("body")]
