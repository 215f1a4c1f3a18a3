import factory
import wagtail_factories
from factory.django import DjangoModelFactory, FileField

from alliance.base.models import AllianceDocument, AllianceImage, User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")

    class Params:
        superuser = factory.Trait(is_superuser=True, is_staff=True)


class ImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = AllianceImage

    title = factory.Sequence(lambda n: f"Picture {n}")
    language = "en"
    credit = "Ann Jones"


class DocumentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = AllianceDocument

    title = factory.Sequence(lambda n: f"File {n}")
    file = FileField(data=b"Plain words.", filename="words.txt")
    language = "en"
