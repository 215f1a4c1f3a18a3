"""Production refuses to start half configured, and what it starts with is sound."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MANAGE = Path(__file__).parents[1] / "manage.py"
COMPLETE = {
    "SECRET_KEY": "v3ry-l0ng-and-r4ndom-enough-for-the-check-of-django-to-be-content-with-it",
    "DATABASE_URL": "postgres://alliance@localhost/alliance",
    "ALLOWED_HOSTS": "www.example.org",
    "WAGTAILADMIN_BASE_URL": "https://www.example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
}


def check(**environment):
    return manage("check", "--deploy", "--fail-level=WARNING", **environment)


def manage(*command, **environment):
    unset = {*COMPLETE, "DJANGO_ALLOW_ASYNC_UNSAFE"}
    clean = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        [sys.executable, "-W", "ignore", str(MANAGE), *command],
        env={**clean, "DJANGO_SETTINGS_MODULE": "alliance.settings.production", **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_production_names_each_setting_that_is_missing():
    run = check(SECRET_KEY=COMPLETE["SECRET_KEY"], ALLOWED_HOSTS="www.example.org")
    assert run.returncode != 0
    message = run.stderr.strip().splitlines()[-1]
    assert message.endswith(
        "Set in the environment: DATABASE_URL, WAGTAILADMIN_BASE_URL, EMAIL_URL"
    )


def test_what_is_wrong_with_the_settings_is_one_line():
    for languages in ("en,xx", ""):
        run = check(**COMPLETE, SITE_LANGUAGES=languages)
        assert run.returncode != 0
        (line,) = run.stderr.strip().splitlines()
        assert "SITE_LANGUAGES" in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "sqlite:///alliance.db"),
        ("DATABASE_URL", "nonsense"),
        ("PAGE_MAX_AGE", "a minute"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name, value):
    run = check(**{**COMPLETE, name: value})
    assert run.returncode != 0
    assert run.stderr.strip().splitlines()[-1].startswith(f"{name}: ")
    assert "Traceback" not in run.stderr


def test_an_empty_value_is_none():
    assert (
        "Set in the environment: DATABASE_URL" in check(**{**COMPLETE, "DATABASE_URL": ""}).stderr
    )


def test_languages_may_be_written_with_spaces():
    assert check(**COMPLETE, SITE_LANGUAGES="en, cy").returncode == 0


def test_the_password_that_everybody_knows_opens_no_public_site():
    run = manage("load_demo", **COMPLETE)
    assert run.returncode != 0
    assert "not under production settings" in run.stderr


def test_a_complete_production_passes_djangos_deployment_check():
    run = check(**COMPLETE)
    assert run.returncode == 0, run.stdout + run.stderr
