"""Python's own module is named `site`, so our folder of that name must never be a package."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_site_is_a_source_root_and_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
