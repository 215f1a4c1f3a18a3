"""Every setting and every command of ours is in the operators' guide, and nothing else is."""

import re
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "guides" / "operators.md").read_text()
OURS = ("alliance.", "home", "members", "pledges", "search")
READ_BY_DJANGO = {"DJANGO_SETTINGS_MODULE"}


def settings_read():
    code = "\n".join(path.read_text() for path in ROOT.glob("site/alliance/settings/*.py"))
    required = re.search(r"REQUIRED = \((.*?)\)", code, re.DOTALL)[1]
    return set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', code)) | set(
        re.findall(r'"([A-Z_]+)"', required)
    )


def documented(heading):
    section = GUIDE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE))


def test_every_setting_is_documented_and_every_documented_setting_exists():
    assert documented("Settings") == settings_read() | READ_BY_DJANGO


def test_every_command_is_documented_and_every_documented_command_exists():
    ours = {name for name, app in get_commands().items() if app.startswith(OURS)}
    assert documented("Commands") == ours


def test_links_between_documents_lead_somewhere():
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    for document in documents:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
