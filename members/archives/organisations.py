"""The organisation of an archive, with its texts and contacts."""

from typing import Any

from modelcluster.models import model_from_serializable_data
from wagtail.models import Locale

from ..models import Organisation, OrganisationText, PressContact
from .known import Known
from .package import ArchiveError


def plain(model: type[Any], data: dict[str, Any]) -> dict[str, Any]:
    """The fields of a row that name nothing else."""
    names = [field.name for field in model._meta.concrete_fields if not field.remote_field]
    return {name: data[name] for name in names if name in data}


def refuse_a_member_there_is(slug: str) -> None:
    """A partner without a section may become the member that it is in the archive."""
    found = Organisation.objects.filter(slug=slug).first()
    if found and (found.is_archived or found.groups.exists() or found.pages.exists()):
        raise ArchiveError(f"There is a member at the address “{slug}” already.")


def load_organisation(data: dict[str, Any], known: Known) -> Organisation:
    said = model_from_serializable_data(Organisation, {**plain(Organisation, data), "pk": None})
    found = Organisation.objects.filter(slug=said.slug).first()
    said.pk, said._state.adding = (found.pk, False) if found else (None, True)
    said.save()
    known.learn(Organisation, data["pk"], said.pk)
    known.place = said.slug
    here = [known.other(Organisation, key) for key in data.get("run_by", [])]
    said.run_by.set(Organisation.objects.filter(pk__in=[key for key in here if key]))
    said.save()
    for row in data["texts"]:
        load_row(OrganisationText, row, said, known, ("locale",))
    for row in data["press_contacts"]:
        load_row(PressContact, row, said, known, ("locale", "name"))
    return Organisation.objects.get(pk=said.pk)


def load_row(
    model: type[Any],
    data: dict[str, Any],
    organisation: Organisation,
    known: Known,
    lookups: tuple[str, ...],
) -> None:
    """In a language that this site has not, there is nobody to read it."""
    known.place = str(organisation)
    locale = known.other(Locale, data["locale"])
    if locale is None:
        return
    values = {**plain(model, data), "locale": Locale.objects.get(pk=locale)}
    wanted = {name: values.pop(name) for name in lookups}
    row, _ = model.objects.update_or_create(organisation=organisation, **wanted, defaults=values)
    known.learn(model, data["pk"], row.pk)
