"""Whether a member's host name leads to the alliance's server, and which record is missing."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import TextChoices
from dns.exception import DNSException
from dns.name import Name, from_text
from dns.nameserver import Do53Nameserver
from dns.rdatatype import AAAA, CNAME, SOA, A
from dns.resolver import NXDOMAIN, Answer, NoAnswer, Resolver
from wagtail.models import Site

from alliance.base.own_words import gettext_lazy as _

SECONDS = 3.0
AT_ONCE = 8


class State(TextChoices):
    RIGHT = "right", _("%(name)s leads to our server.")
    MISSING = "missing", _("%(name)s does not lead anywhere yet. Make this DNS record: %(records)s")
    ELSEWHERE = (
        "elsewhere",
        _(
            "%(name)s leads to another server. Put this DNS record in place of what is there: "
            "%(records)s"
        ),
    )
    UNKNOWN = (
        "unknown",
        _("%(name)s could not be looked up just now. It needs this DNS record: %(records)s"),
    )
    LOST = (
        "lost",
        _("The alliance’s own host name %(alliance)s could not be looked up, so %(name)s was not."),
    )


@dataclass(frozen=True)
class Finding:
    name: str
    alliance: str
    state: State
    records: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        return self.state == State.RIGHT

    @property
    def text(self) -> str:
        values = {"name": self.name, "alliance": self.alliance, "records": "; ".join(self.records)}
        return str(self.state.label) % values


@dataclass(frozen=True)
class Target:
    """Where a name leads: through which names, to which addresses."""

    names: frozenset[Name]
    addresses: frozenset[tuple[str, str]]


class Lookup:
    """All that is asked for one host name, within one limit of time."""

    def __init__(self) -> None:
        self.resolver = make_resolver()
        self.end = monotonic() + SECONDS

    def ask(self, name: Name, kind: Any) -> Answer:
        left = max(self.end - monotonic(), 0.01)
        return self.resolver.resolve(name, kind, lifetime=left, raise_on_no_answer=False)

    def target(self, name: Name) -> Target:
        """Raises DNSException where nobody answers."""
        names, addresses = {name}, set()
        for kind in (A, AAAA):
            try:
                answer = self.ask(name, kind)
            except (NXDOMAIN, NoAnswer) as missing:
                names |= aliases(missing)
                continue
            names |= {row.target for row in answer.chaining_result.cnames for row in row}
            addresses |= {(kind.name, row.address) for row in answer.rrset or ()}
        return Target(frozenset(names), frozenset(addresses))

    def is_apex(self, name: Name) -> bool:
        """Where a zone begins no CNAME may stand."""
        if len(name.labels) <= 3:  # example.org and the root, whose label is empty
            return True
        try:
            answer = self.ask(name, SOA)
        except DNSException:
            return False
        return answer.rrset is not None and answer.rrset.name == name


def aliases(missing: Any) -> set[Name]:
    """A name may be right although that which it stands for has no address yet."""
    responses = missing.responses().values() if isinstance(missing, NXDOMAIN) else ()
    sets = (rows for response in responses for rows in response.answer if rows.rdtype == CNAME)
    return {row.target for rows in sets for row in rows}


def make_resolver() -> Resolver:
    """As the operator names them, or those of the machine. Raises DNSException without any."""
    resolver = Resolver(configure=not settings.DNS_RESOLVERS)
    if settings.DNS_RESOLVERS:
        resolver.nameservers = [nameserver(place) for place in settings.DNS_RESOLVERS]
    return resolver


def nameserver(place: str) -> Do53Nameserver:
    parts = urlsplit(f"//{place}")
    return Do53Nameserver(parts.hostname or place, parts.port or 53)


def alliance_host() -> str:
    site: Any = Site.objects.filter(is_default_site=True).first()
    own = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""
    return site.hostname if site else own


def check_hostname(name: str) -> Finding:
    return next(check_hostnames([name]))


def check_hostnames(names: Iterable[str]) -> Iterator[Finding]:
    """In the order asked, several at once: a name that nobody answers for holds up no other."""
    alliance = alliance_host()
    try:
        ours = Lookup().target(from_text(alliance))
    except DNSException:
        ours = None
    with ThreadPoolExecutor(AT_ONCE, "dns") as pool:
        yield from pool.map(partial(find, alliance=alliance, ours=ours), names)


def find(name: str, alliance: str, ours: Target | None) -> Finding:
    if ours is None:
        return Finding(name, alliance, State.LOST)
    wanted, host = from_text(name), from_text(alliance)
    try:
        lookup = Lookup()
        found = lookup.target(wanted)
    except DNSException:
        return Finding(name, alliance, State.UNKNOWN, records(name, alliance, ours, is_apex=False))
    if host in found.names or (found.addresses and found.addresses <= ours.addresses):
        return Finding(name, alliance, State.RIGHT)
    state = State.ELSEWHERE if found.addresses or len(found.names) > 1 else State.MISSING
    return Finding(name, alliance, state, records(name, alliance, ours, lookup.is_apex(wanted)))


def records(name: str, alliance: str, ours: Target, is_apex: bool) -> tuple[str, ...]:
    """As they are written in a zone file, which every provider's form understands."""
    if is_apex and ours.addresses:
        return tuple(f"{name}. {kind} {address}" for kind, address in sorted(ours.addresses))
    return (f"{name}. CNAME {alliance}.",)
