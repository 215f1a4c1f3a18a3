"""Pictures, documents and uploads of B, with marks in titles, tags and names of files."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import UploadedFile

from alliance.base.models import AllianceDocument, AllianceImage, ExpiringLink

from .marks import COLOUR, mark, titled
from .planted import Planted


def plant_files(planted: Planted) -> None:
    organisation: Any = planted.organisation  # provisioned, so it has its collections
    owner = planted.owner
    picture = AllianceImage(
        title=titled("image"),
        file=ContentFile(png(), name=f"{mark('imagefile')}.png"),
        collection=organisation.collection,
        uploaded_by_user=owner,
        language="en",
        credit=mark("credit"),
    )
    picture.save()
    picture.tags.add(titled("imagetag"))
    picture.get_rendition("width-20")
    planted.keys["image_id"] = picture.pk
    kept = {"public": organisation.collection, "private": organisation.private_collection}
    for kind, collection in kept.items():
        document = AllianceDocument(
            title=titled(f"{kind}document"),
            file=ContentFile(titled(f"{kind}words").encode(), name=f"{mark(kind + 'file')}.txt"),
            collection=collection,
            uploaded_by_user=owner,
            language="en",
        )
        document.save()
        document.tags.add(titled(f"{kind}tag"))
    ends_at = timezone.now() + timedelta(days=1)
    ExpiringLink.objects.create(document=document, made_by=owner, ends_at=ends_at)
    planted.keys |= {"document_id": document.pk, "doc_id": document.pk}
    planted.keys["collection_id"] = organisation.private_collection.pk
    for model, argument in ((AllianceImage, "image_upload"), (AllianceDocument, "document_upload")):
        upload = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=ContentFile(png(), name=f"{mark('upload')}.png"),
            uploaded_by_user=owner,
        )
        planted.keys[argument] = upload.pk


def png(colour: Any = COLOUR) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), colour).save(buffer, "PNG")
    return buffer.getvalue()
