from datetime import timedelta
from uuid import uuid4

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pledges.models import Action, PledgeIndexPage, PledgePage

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
    milestones = factory.LazyFunction(list)

    @factory.post_generation
    def responsible(self, create, extracted, **kwargs):
        if extracted:
            self.organisations.set(extracted)
            self.save()


def milestone(title="A step", due_in=30, status="planned", evidence="", **fields):
    """A milestone as it is stored, due in so many days."""
    due_on = timezone.localdate() + timedelta(days=due_in)
    value = {"title": title, "due_on": due_on, "status": status, "evidence": evidence, **fields}
    return {"type": "milestone", "id": str(uuid4()), "value": value}
