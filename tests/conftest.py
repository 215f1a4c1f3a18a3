"""Fixtures for every test: nothing held in memory outlives the test that read it."""

from collections.abc import Iterator

import pytest
from alliance.base import tree
from django.core.cache import caches


@pytest.fixture(autouse=True)
def forget_what_is_held() -> Iterator[None]:
    tree._held = None
    for cache in caches.all(initialized_only=True):
        cache.clear()
    yield
    tree._held = None
