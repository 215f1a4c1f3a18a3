"""A real DNS server on this machine, which knows what a test tells it."""

from contextlib import contextmanager
from socketserver import BaseRequestHandler, ThreadingUDPServer
from threading import Thread

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


class Server(ThreadingUDPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.sets = {}  # by name and type
        self.is_silent = False

    @property
    def place(self):
        return f"127.0.0.1:{self.server_address[1]}"

    def knows(self, name, kind, *values):
        rows = dns.rrset.from_text(f"{name}.", 60, "IN", kind, *values)
        self.sets[rows.name, rows.rdtype] = rows


class Handler(BaseRequestHandler):
    def handle(self):
        data, socket = self.request
        if self.server.is_silent:
            return
        query = dns.message.from_wire(data)
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        name, kind = query.question[0].name, query.question[0].rdtype
        while (name, dns.rdatatype.CNAME) in self.server.sets:
            alias = self.server.sets[name, dns.rdatatype.CNAME]
            response.answer.append(alias)
            name = alias[0].target
        if (name, kind) in self.server.sets:
            response.answer.append(self.server.sets[name, kind])
        elif name not in {known for known, _ in self.server.sets}:
            response.set_rcode(dns.rcode.NXDOMAIN)
        socket.sendto(response.to_wire(), self.client_address)


@contextmanager
def dns_server():
    server = Server()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
