"""A file that is not what it says is refused with a reason, and the form keeps the rest."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from alliance.base.models import AllianceDocument, AllianceImage
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory

SCRIPTED = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
TYPED = {"title": "The reading room", "credit": "Ann Jones", "licence": "cc0", "language": "cy"}


def picture(size=(40, 30), name="shelf.png") -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("1", size).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue())


def cut_off(name="shelf.jpg") -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.effect_noise((800, 600), 60).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue()[:4000])


def hollow() -> SimpleUploadedFile:
    """AVIF that can be opened but not decoded: its decoder fails as no other does."""
    data = io.BytesIO()
    Image.effect_noise((60, 40), 60).convert("RGB").save(data, "AVIF")
    head, found, body = data.getvalue().partition(b"mdat")
    return SimpleUploadedFile("shelf.avif", head + found + bytes(len(body)))


def package(name: str, **members: str) -> SimpleUploadedFile:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for member, text in members.items():
            archive.writestr(member.replace("__", "/"), text)
    return SimpleUploadedFile(name, data.getvalue())


def torn_package() -> SimpleUploadedFile:
    """Its list of parts is whole, the part that is read is not."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 20)
    content = bytearray(data.getvalue())
    content[38:44] = b"\xff" * 6
    return SimpleUploadedFile("report.odt", bytes(content))


BROKEN_PICTURES = {
    "text": (lambda: SimpleUploadedFile("shelf.jpg", b"Plain words."), "not an image or a corrup"),
    "nothing": (lambda: SimpleUploadedFile("shelf.jpg", b""), "submitted file is empty"),
    "sixty megapixels": (lambda: picture((10_000, 6_000)), "too many pixels"),
    "four hundred megapixels": (lambda: picture((20_000, 20_000)), "too many pixels"),
    "script": (lambda: SimpleUploadedFile("mark.svg", SCRIPTED), "Not a supported image format"),
    "disguised script": (
        lambda: SimpleUploadedFile("mark.png", SCRIPTED),
        "does not match the file format",
    ),
    "cut off": (cut_off, "damaged"),
    "hollow": (hollow, "damaged"),
}
BROKEN_DOCUMENTS = {
    "program": (lambda: SimpleUploadedFile("run.exe", b"MZ\x90"), "not allowed"),
    "page": (lambda: SimpleUploadedFile("page.html", b"<html>"), "not allowed"),
    "not a pdf": (
        lambda: SimpleUploadedFile("report.pdf", b"<html>not a pdf</html>"),
        "not a valid .pdf file",
    ),
    "broken package": (
        lambda: SimpleUploadedFile("report.docx", b"PK\x03\x04 broken"),
        "not a valid .docx file",
    ),
    "other package": (
        lambda: package("report.docx", xl__workbook="<x/>"),
        "not a valid .docx file",
    ),
    "torn package": (torn_package, "not a valid .odt file"),
    "script": (lambda: SimpleUploadedFile("words.txt", SCRIPTED), "not a valid .txt file"),
    "bytes": (lambda: SimpleUploadedFile("rows.csv", b"\x7fELF\x00\x00"), "not a valid .csv file"),
}


@pytest.fixture
def editor(client, db):
    client.force_login(UserFactory(superuser=True))
    return client


@pytest.fixture
def collection(db) -> int:
    return Collection.get_first_root_node().pk


def submit(editor, address: str, fields: dict, prefix: str = "") -> str:
    """What the editor reads after sending a form, whether it comes as a page or in a dialogue."""
    fields = {f"{prefix}-{name}" if prefix else name: fields[name] for name in fields}
    response = editor.post(address, fields)
    assert response.status_code == 200
    is_dialogue = response["Content-Type"] == "application/json"
    return response.json()["htmlFragment"] if is_dialogue else response.content.decode()


def upload(editor, address: str, file: SimpleUploadedFile) -> dict:
    fields = {"files[]": file, "title": "A title", "collection": Collection.objects.first().pk}
    return editor.post(reverse(address), fields, headers={"x-requested-with": "fetch"}).json()


def assert_refused(text: str, reason: str) -> None:
    assert reason in text
    assert 'value="The reading room"' in text
    assert 'value="Ann Jones"' in text
    assert '<option value="cy" selected>' in text


@pytest.mark.parametrize("fault", BROKEN_PICTURES)
def test_a_broken_picture_is_refused_wherever_one_is_uploaded(fault, editor, collection):
    make, reason = BROKEN_PICTURES[fault]
    typed = {**TYPED, "collection": collection}

    assert_refused(submit(editor, reverse("wagtailimages:add"), {**typed, "file": make()}), reason)
    chooser, prefix = reverse("wagtailimages_chooser:create"), "image-chooser-upload"
    assert_refused(submit(editor, chooser, {**typed, "file": make()}, prefix), reason)
    answer = upload(editor, "wagtailimages:add_multiple", make())
    assert answer["success"] is False
    assert reason in answer["error_message"]
    assert not AllianceImage.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("fault", BROKEN_PICTURES)
def test_a_broken_picture_replaces_none(fault, editor):
    make, reason = BROKEN_PICTURES[fault]
    image = ImageFactory(title="The hall")
    typed = {**TYPED, "collection": image.collection_id, "file": make()}

    assert_refused(submit(editor, reverse("wagtailimages:edit", args=[image.pk]), typed), reason)
    kept = AllianceImage.objects.get()
    assert (kept.title, kept.file.name) == ("The hall", image.file.name)
    assert kept.file.storage.exists(kept.file.name)


@pytest.mark.parametrize("fault", BROKEN_DOCUMENTS)
def test_a_document_that_is_something_else_is_refused_wherever_one_is_uploaded(
    fault, editor, collection
):
    make, reason = BROKEN_DOCUMENTS[fault]
    typed = {**TYPED, "collection": collection}

    assert_refused(submit(editor, reverse("wagtaildocs:add"), {**typed, "file": make()}), reason)
    chooser, prefix = reverse("wagtaildocs_chooser:create"), "document-chooser-upload"
    assert_refused(submit(editor, chooser, {**typed, "file": make()}, prefix), reason)
    answer = upload(editor, "wagtaildocs:add_multiple", make())
    assert answer["success"] is False
    assert reason in answer["error_message"]
    assert not AllianceDocument.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("fault", BROKEN_DOCUMENTS)
def test_a_document_that_is_something_else_replaces_none(fault, editor):
    make, reason = BROKEN_DOCUMENTS[fault]
    document = DocumentFactory(title="Minutes")
    typed = {**TYPED, "collection": document.collection_id, "file": make()}

    assert_refused(submit(editor, reverse("wagtaildocs:edit", args=[document.pk]), typed), reason)
    kept = AllianceDocument.objects.get()
    assert (kept.title, kept.file.name) == ("Minutes", document.file.name)
    assert kept.file.storage.exists(kept.file.name)


def test_a_refused_document_has_one_reason(editor, collection):
    make, _ = BROKEN_DOCUMENTS["not a pdf"]
    page = submit(
        editor, reverse("wagtaildocs:add"), {**TYPED, "collection": collection, "file": make()}
    )
    assert "is not allowed" not in page


@pytest.mark.parametrize("fault", ["text", "sixty megapixels", "script", "cut off"])
def test_a_broken_portrait_is_refused_and_the_account_stays(fault, editor):
    make, reason = BROKEN_PICTURES[fault]
    fields = {
        "name_email-first_name": "Morwenna",
        "name_email-last_name": "Tregear",
        "name_email-email": "morwenna@example.org",
        "locale-preferred_language": "cy",
        "avatar-avatar": make(),
    }

    text = submit(editor, reverse("wagtailadmin_account"), fields)

    assert reason in text
    assert 'value="Morwenna"' in text
    assert not any(profile.avatar for profile in UserProfile.objects.all())


def test_a_sound_picture_is_taken(editor):
    assert upload(editor, "wagtailimages:add_multiple", picture())["success"]


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
