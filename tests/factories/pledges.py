from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pledges.models import Action, Milestone, PledgeIndexPage, PledgePage

from .home import BasePageFactory


class PledgeIndexPageFactory(BasePageFactory):
    class Meta:
        model = PledgeIndexPage

    title = "Pledges"
    slug = "pledges"


class PledgePageFactory(BasePageFactory):
    class Meta:
        model = PledgePage

    number = factory.Sequence(lambda n: n + 1)
    promise = "<p>We will keep it.</p>"


class ActionFactory(DjangoModelFactory):
    class Meta:
        model = Action
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Action {n}")
    locale = factory.LazyAttribute(lambda action: action.page.locale)

    @factory.post_generation
    def responsible(self, create, extracted, **kwargs):
        if extracted:
            self.organisations.set(extracted)
            self.save()


class MilestoneFactory(DjangoModelFactory):
    class Meta:
        model = Milestone

    title = factory.Sequence(lambda n: f"Milestone {n}")
    locale = factory.LazyAttribute(lambda milestone: milestone.action.locale)
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))

    class Params:
        done = factory.Trait(status="done", evidence="All can see it.")
        late = factory.Trait(
            due_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )
