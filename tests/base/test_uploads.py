"""A file that is not what it says is refused with a reason, and the form keeps the rest."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from alliance.base.models import AllianceDocument, AllianceImage
from tests.factories.base import ImageFactory, UserFactory

SCRIPTED = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(size=(40, 30), name="shelf.png") -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("1", size).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue())


def cut_off() -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.effect_noise((400, 300), 60).save(data, "JPEG")
    return SimpleUploadedFile("shelf.jpg", data.getvalue()[:4000])


def package(name: str, **members: str) -> SimpleUploadedFile:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for member, text in members.items():
            archive.writestr(member.replace("__", "/"), text)
    return SimpleUploadedFile(name, data.getvalue())


@pytest.fixture
def editor(client, db):
    client.force_login(UserFactory(superuser=True))
    return client


def test_a_refused_document_has_one_reason(editor):
    file = SimpleUploadedFile("report.pdf", b"<html>not a pdf</html>")
    collection = Collection.get_first_root_node().pk
    fields = {"title": "Report", "collection": collection, "licence": "cc0", "file": file}

    page = editor.post(reverse("wagtaildocs:add"), fields).content.decode()

    assert "not a valid .pdf file" in page
    assert "is not allowed" not in page


def upload(editor, address: str, file: SimpleUploadedFile) -> dict:
    collection = Collection.get_first_root_node().pk
    fields = {"files[]": file, "title": "A title", "collection": collection}
    return editor.post(reverse(address), fields, headers={"x-requested-with": "fetch"}).json()


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (SimpleUploadedFile("shelf.jpg", b"Plain words."), "not an image or a corrupted image"),
        (picture((10_000, 6_000)), "too many pixels"),
        (SimpleUploadedFile("mark.svg", SCRIPTED), "Not a supported image format"),
        (SimpleUploadedFile("mark.png", SCRIPTED), "Not a supported image format|does not match"),
        (cut_off(), "damaged"),
    ],
    ids=["text", "sixty megapixels", "script", "disguised script", "cut off"],
)
def test_a_broken_picture_is_refused_with_a_reason(file, reason, editor):
    answer = upload(editor, "wagtailimages:add_multiple", file)

    assert answer["success"] is False
    assert any(part in answer["error_message"] for part in reason.split("|"))
    assert not AllianceImage.objects.exists()


def test_a_sound_picture_is_taken(editor):
    assert upload(editor, "wagtailimages:add_multiple", picture())["success"]


def test_the_form_keeps_the_rest(editor):
    image = ImageFactory()
    fields = {
        "title": "The reading room",
        "credit": "Ann Jones",
        "licence": "cc0",
        "collection": image.collection_id,
        "file": SimpleUploadedFile("shelf.jpg", b"Plain words."),
    }

    page = editor.post(reverse("wagtailimages:edit", args=[image.pk]), fields).content.decode()

    assert "not an image or a corrupted image" in page
    assert 'value="The reading room"' in page
    assert 'value="Ann Jones"' in page
    image.refresh_from_db()
    assert image.title != "The reading room"


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (SimpleUploadedFile("run.exe", b"MZ\x90"), "not allowed"),
        (SimpleUploadedFile("page.html", b"<html>"), "not allowed"),
        (SimpleUploadedFile("report.pdf", b"<html>not a pdf</html>"), "not a valid .pdf file"),
        (SimpleUploadedFile("report.docx", b"PK\x03\x04 broken"), "not a valid .docx file"),
        (package("report.docx", xl__workbook="<x/>"), "not a valid .docx file"),
        (SimpleUploadedFile("words.txt", SCRIPTED), "not a valid .txt file"),
        (SimpleUploadedFile("rows.csv", b"\x7fELF\x00\x00"), "not a valid .csv file"),
    ],
    ids=lambda value: value.name if isinstance(value, SimpleUploadedFile) else "",
)
def test_a_document_that_is_something_else_is_refused(file, reason, editor):
    answer = upload(editor, "wagtaildocs:add_multiple", file)

    assert answer["success"] is False
    assert reason in answer["error_message"]
    assert not AllianceDocument.objects.exists()


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("report.pdf", b"%PDF-1.7\n"),
        SimpleUploadedFile("rows.csv", "Llyfr,Nifer\nŵyn,2\n".encode()),
        package("report.odt", mimetype="application/vnd.oasis.opendocument.text"),
        package("pictures.zip", one="1"),
    ],
    ids=lambda file: file.name,
)
def test_a_sound_document_is_taken(file, editor):
    assert upload(editor, "wagtaildocs:add_multiple", file)["success"]
