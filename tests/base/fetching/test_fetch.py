"""Whatever a website answers, it ends, and nothing of our own network is read."""

import gzip
import time

import pytest

from alliance.base.fetching import FetchError, Trouble, fetch
from tests.web_server import web_server


def read(url, max_bytes=100_000, seconds=5, **headers):
    return fetch(url, max_bytes=max_bytes, seconds=seconds, headers=headers)


def trouble(url, **limits):
    with pytest.raises(FetchError) as raised:
        read(url, **limits)
    return raised.value.trouble


def test_what_is_there_is_read(server):
    server.says("<feed/>", Content_Type="text/xml", ETag='"1"')
    found = read(server.url())
    assert (found.content, found.content_type, found.etag) == (b"<feed/>", "text/xml", '"1"')
    assert "LibrariesAlliance" in server.asked[0]["User-Agent"]
    assert server.asked[0]["Host"] == server.place
    assert server.asked[0]["Cookie"] is None


def test_nothing_new_is_no_error(server):
    server.says("", status=304)
    assert not read(server.url(), **{"If-None-Match": '"1"'}).is_new
    assert server.asked[0]["If-None-Match"] == '"1"'


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "http://168.63.129.16/",
        "http://169.254.169.254/latest/meta-data/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://[ff02::1]/",
        "http://93.184.216.34:22/",
    ],
)
def test_what_is_not_on_the_open_internet_is_not_read(url):
    assert trouble(url, seconds=3) == Trouble.FORBIDDEN


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http://me:secret@example.org/",
        "http://example.org:99999/",
        "http://[broken/",
        f"http://example.org/{'x' * 3000}",
    ],
)
def test_what_is_no_web_address_is_said_so(url):
    assert trouble(url) == Trouble.BAD_ADDRESS


@pytest.mark.parametrize("where", ["http://127.0.0.1:{port}/", "http://169.254.169.254/latest/"])
def test_a_redirect_into_our_network_is_not_followed(server, where):
    with web_server() as secret:
        secret.says("a secret")
        server.says("", status=302, Location=where.format(port=secret.server_port))
        assert trouble(server.url()) == Trouble.FORBIDDEN
        assert secret.asked == []


def test_a_redirect_is_followed_and_not_for_ever(server):
    server.says("there", path="/there")
    server.says("", status=301, Location="/there")
    assert read(server.url()).url == server.url("/there")
    server.says("", path="/round", status=307, Location="/round")
    assert trouble(server.url("/round")) == Trouble.TOO_MANY_REDIRECTS


def test_a_name_is_looked_up_once(server, settings, monkeypatch):
    """It is public while it is checked, and internal when the connection is made."""
    asked = []

    def answers(host, port, **kwargs):
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(2, 1, 6, "", (address, port))]

    reached = []
    monkeypatch.setattr("alliance.base.fetching.places.socket.getaddrinfo", answers)
    monkeypatch.setattr(
        "alliance.base.fetching.fetcher.socket.create_connection",
        lambda address, timeout: reached.append(address) or (_ for _ in ()).throw(OSError()),
    )
    assert trouble("http://rebinding.example/") == Trouble.UNREACHABLE
    assert reached == [("93.184.216.34", 80)]
    assert asked == ["rebinding.example"]


def test_too_much_is_not_read_to_its_end(server):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    server.answers["/"] = endless
    assert trouble(server.url()) == Trouble.TOO_BIG


def test_a_small_parcel_that_holds_much_is_not_unpacked(server):
    server.says(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")
    assert trouble(server.url()) == Trouble.TOO_BIG


def test_what_is_packed_is_unpacked(server):
    server.says(gzip.compress(b"words"), Content_Encoding="gzip")
    assert read(server.url()).content == b"words"


@pytest.mark.parametrize("part", ["head", "body", "nothing"])
def test_what_drips_in_is_given_up(server, part):
    def drip(handler):
        handler.wfile.write({"head": b"HTTP/1.1 200 O", "nothing": b""}.get(part, HEAD))
        for _ in range(50):
            time.sleep(0.1)
            if part != "nothing":
                handler.wfile.write(b"x")

    server.answers["/"] = drip
    began = time.monotonic()
    assert trouble(server.url(), seconds=0.6) == Trouble.TOO_SLOW
    assert time.monotonic() - began < 2


HEAD = b"HTTP/1.1 200 OK\r\n\r\n"


@pytest.mark.parametrize(
    ("status", "expected"),
    [(404, Trouble.MISSING), (410, Trouble.MISSING), (403, Trouble.REFUSED), (503, Trouble.BROKEN)],
)
def test_an_error_is_said_in_words(server, status, expected):
    server.says("no", status=status)
    assert trouble(server.url()) == expected


def test_what_is_no_answer_of_a_website_is_an_error(server):
    server.answers["/"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")
    assert trouble(server.url()) == Trouble.UNREACHABLE
    server.says(b"not packed at all", path="/z", Content_Encoding="gzip")
    assert trouble(server.url("/z")) == Trouble.UNREACHABLE
