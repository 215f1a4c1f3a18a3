"""What is written down beside the audit, and whether it is still true."""

from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.db.models import Model

from .rows import Rows

HERE = Path(__file__).parent
KINDS = ("tenant", "shared", "staff")


def read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text()) or {}


def installed() -> dict[str, type[Model]]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: model for model in models if model._meta.managed}


def faults_of_models(rows: Rows) -> list[str]:
    """Models that nobody has classified, and tenants' models of which B has nothing."""
    said = read("models.yaml")
    kinds = {label: kind for kind in KINDS for label in said[kind]}
    models = installed()
    faults = [f"{label}: neither tenant's, shared nor staff's" for label in models.keys() - kinds]
    faults += [f"{label}: classified, but not installed" for label in kinds.keys() - models]
    empty = {
        label
        for label, kind in kinds.items()
        if kind == "tenant" and label in models and not rows.of(models[label])
    }
    reasons = said["not planted"]
    faults += [f"{label}: B has none, and nothing says why" for label in empty - reasons.keys()]
    return sorted(faults)


def reasons() -> dict[str, str]:
    """Why a method and address show and change nothing of B's, even for a superuser."""
    groups = read("unexercised.yaml")
    return {place: group["reason"] for group in groups for place in group["places"]}


def known_leaks() -> dict[str, str]:
    return {
        place: group["reason"] for group in read("known_leaks.yaml") for place in group["places"]
    }
