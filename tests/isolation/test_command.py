"""The command says what it found, and leaves nothing behind, however it ends."""

import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from alliance.isolation import scratch as scratch_place
from alliance.isolation.audit import Findings, Leak
from alliance.isolation.management.commands import audit_isolation
from alliance.isolation.report import Verdict, judge
from alliance.isolation.scratch import scratch

LEAK = Leak("GET", "/admin/pages/<page_id>/", "editor", "/admin/pages/7/", "shows draft")


class NoRows:
    def of(self, model):
        return ["1"]


def told(monkeypatch, verdict, **options):
    """The words of the command, without the minutes that the audit takes."""
    monkeypatch.setattr(audit_isolation, "scratch", tempfile.TemporaryDirectory)
    monkeypatch.setattr(audit_isolation, "audited", lambda: verdict)
    call_command("audit_isolation", **options)


@pytest.mark.django_db
def test_a_leak_is_said_with_address_role_and_mark(monkeypatch, capsys):
    findings = Findings({"GET /admin/pages/<page_id>/": 3}, leaks=[LEAK], requests=9)
    verdict = judge(findings, NoRows(), ["lead", "editor"])
    with pytest.raises(CommandError, match="One member can reach"):
        told(monkeypatch, verdict)
    said = capsys.readouterr().out
    assert "LEAK GET /admin/pages/7/ as editor: shows draft" in said
    [row] = [line for line in said.splitlines() if "/admin/pages/<page_id>/ (3)" in line]
    assert row.split()[:2] == [".", "LEAK"]


@pytest.mark.django_db
def test_a_leak_that_is_listed_passes_only_where_that_is_asked(monkeypatch, capsys):
    verdict = Verdict(known=["LEAK GET /admin/pages/7/ as editor: shows draft"])
    with pytest.raises(CommandError):
        told(monkeypatch, verdict)
    told(monkeypatch, verdict, known=True)
    assert "KNOWN LEAK GET /admin/pages/7/" in capsys.readouterr().out


def databases():
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'audit\\_%'")
        return [name for (name,) in cursor.fetchall()]


@pytest.fixture
def empty_database(monkeypatch, django_db_setup, django_db_blocker):
    """Without tables, which take a minute: that it is dropped is what matters."""
    creation = connection.creation

    def make(**options):
        name = creation._get_test_db_name()
        creation._create_test_db(0, True)
        connection.close()
        connection.settings_dict["NAME"] = name

    monkeypatch.setattr(scratch_place, "setup_test_environment", lambda **options: None)
    monkeypatch.setattr(scratch_place, "teardown_test_environment", lambda: None)
    monkeypatch.setattr(creation, "create_test_db", make)
    with django_db_blocker.unblock():
        yield
        connection.close()


def break_off(end, seen):
    with scratch():
        seen["database"] = connection.settings_dict["NAME"]
        seen["media"] = Path(settings.MEDIA_ROOT)
        raise end


@pytest.mark.parametrize("end", [KeyboardInterrupt, RuntimeError])
def test_nothing_stays_behind_when_it_is_broken_off(empty_database, end):
    own, media, seen = connection.settings_dict["NAME"], settings.MEDIA_ROOT, {}
    with pytest.raises(end):
        break_off(end, seen)
    assert seen["database"] != own
    assert seen["media"] != Path(media)
    assert seen["database"] not in databases()
    assert not seen["media"].exists()
    assert connection.settings_dict["NAME"] == own


def test_where_no_database_may_be_made_the_own_one_stays(empty_database, monkeypatch):
    def refuse(**options):
        raise PermissionError

    own = connection.settings_dict["NAME"]
    monkeypatch.setattr(connection.creation, "create_test_db", refuse)
    with pytest.raises(PermissionError):
        break_off(RuntimeError, {})
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == (own,)
