from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from ..models import AllianceDocument
from ..own_words import gettext_lazy as _
from . import groups
from .text import optional_heading


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Leave empty to show the file's own title."),
    )

    class Meta:
        label = _("File")
        icon = "doc-full"


class DocumentsBlock(blocks.StructBlock):
    heading = optional_heading()
    files = blocks.ListBlock(FileBlock(), label=_("Files"), min_num=1)

    def get_preview_value(self) -> blocks.StructValue:
        documents = AllianceDocument.objects.filter(collection__depth=1).order_by("pk")[:2]
        files = [{"document": document} for document in documents]
        return self.normalize({"heading": "To download", "files": files})

    class Meta:
        label = _("Files")
        description = _("Files to download, each with its type, size and language.")
        icon = "doc-full"
        group = groups.MEDIA
        template = "blocks/documents.html"
