import pytest

from tests.factories.site import make_home


@pytest.fixture
def home(db):
    return make_home()
