import pytest

from tests.web_server import web_server


@pytest.fixture
def server(settings):
    """On this machine, which is allowed for once."""
    with web_server() as server:
        settings.FETCH_INTERNAL_ADDRESSES = [server.place]
        yield server
