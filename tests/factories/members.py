import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from members.models import (
    MemberHomePage,
    MemberIndexPage,
    Organisation,
    OrganisationText,
    ProgrammeHomePage,
    ProgrammeIndexPage,
)

from .home import BasePageFactory


class OrganisationFactory(DjangoModelFactory):
    """A member with a name in English; `name_cy="…"` adds one in Welsh."""

    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"member-{n}")
    kinds = ["public"]
    nations = ["england"]

    @factory.post_generation
    def name(self, create, extracted, **names):
        names = {"en": extracted or self.slug.title(), **names}
        for code, name in names.items():
            locale, _ = Locale.objects.get_or_create(language_code=code)
            OrganisationText.objects.create(organisation=self, locale=locale, name=name)


class MemberIndexPageFactory(BasePageFactory):
    class Meta:
        model = MemberIndexPage

    title = "Members"
    slug = "members"


class MemberHomePageFactory(BasePageFactory):
    class Meta:
        model = MemberHomePage

    organisation = factory.SubFactory(OrganisationFactory)
    slug = factory.LazyAttribute(lambda page: page.organisation.slug)
    title = factory.LazyAttribute(lambda page: page.organisation.text_in("en").name)


class ProgrammeIndexPageFactory(BasePageFactory):
    class Meta:
        model = ProgrammeIndexPage

    title = "Programmes"
    slug = "programmes"


class ProgrammeHomePageFactory(MemberHomePageFactory):
    class Meta:
        model = ProgrammeHomePage

    organisation = factory.SubFactory(OrganisationFactory, is_member=False, is_programme=True)
