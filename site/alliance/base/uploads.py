"""What an editor may upload: a file must be what its name says, and readable to the end.

Wagtail's own fields check extension, size and pixels; see the settings for the limits.
"""

import zlib
from pathlib import PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image
from wagtail import hooks
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .own_words import gettext_lazy as _

SIGNATURES = {"pdf": b"%PDF-", "rtf": b"{\\rtf"}
# A member that the archive behind each format always has, and words of its `mimetype`.
PACKAGES = {
    "docx": ("word/document.xml", b""),
    "xlsx": ("xl/workbook.xml", b""),
    "pptx": ("ppt/presentation.xml", b""),
    "odt": ("mimetype", b"opendocument.text"),
    "ods": ("mimetype", b"opendocument.spreadsheet"),
    "odp": ("mimetype", b"opendocument.presentation"),
    "epub": ("mimetype", b"epub"),
}
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script")


class PictureField(WagtailImageField):
    """Decodes a picture once, so that a damaged one fails now and not on a reader's page.

    Wagtail's own field counts frames, and so ends in a server error on a file cut short.
    """

    def to_python(self, data: Any) -> UploadedFile | None:
        try:
            file: UploadedFile | None = super().to_python(data)
            if isinstance(file, UploadedFile):
                decode(file)
        except ValidationError:
            raise
        except Exception as error:  # each format's decoder has exceptions of its own
            message = _("This picture is damaged: its file cannot be read to the end.")
            raise ValidationError(message, code="damaged") from error
        return file


def decode(file: UploadedFile) -> None:
    file.seek(0)
    with Image.open(file) as picture:
        picture.load()
    file.seek(0)


class OwnCollectionFirst(BaseCollectionMemberForm):
    """A new file begins in the collection that the person works in, where there are several."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if user and "collection" in self.fields and not self.instance.pk:
            offered = {collection.pk for collection in self.collections}
            for first_collection in hooks.get_hooks("first_collection"):
                if (found := first_collection(user)) in offered:
                    self.initial["collection"] = found


class ImageForm(OwnCollectionFirst, BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            kept = {name: getattr(field, name) for name in ("label", "required", "widget")}
            self.fields["file"] = PictureField(**kept)


class PortraitForm(AvatarPreferencesForm):
    """Wagtail's own takes any size, and ends in a server error on a file cut short."""

    avatar = PictureField(label=AvatarPreferencesForm.base_fields["avatar"].label, required=False)


class DocumentForm(OwnCollectionFirst, BaseDocumentForm):
    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_document(file)
        return file


def check_document(file: UploadedFile) -> None:
    extension = PurePath(file.name or "").suffix.lower().removeprefix(".")
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        return  # Wagtail refuses it for its name
    file.seek(0)
    try:
        if not is_what_it_says(file, extension):
            message = _("This is not a valid .%(extension)s file: it holds something else.")
            raise ValidationError(message, params={"extension": extension})
    finally:
        file.seek(0)


def is_what_it_says(file: UploadedFile, extension: str) -> bool:
    if extension in SIGNATURES:
        return file.read(16).startswith(SIGNATURES[extension])
    if extension in PACKAGES or extension == "zip":
        return is_package(file, *PACKAGES.get(extension, ("", b"")))
    return is_plain_text(file.read(4096))


def is_package(file: UploadedFile, member: str, words: bytes) -> bool:
    try:
        with ZipFile(file) as archive:
            if member and member not in archive.namelist():
                return False
            return not words or words in archive.open(member).read(200)
    except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error):
        return False


def is_plain_text(beginning: bytes) -> bool:
    return b"\x00" not in beginning and not beginning.lstrip().lower().startswith(MARKUP)
