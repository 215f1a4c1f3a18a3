"""A real web server on this machine, which answers as a test wants it to."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = {}  # by path: a function that is given the handler
        self.asked = []  # the headers of each request

    @property
    def place(self):
        return f"127.0.0.1:{self.server_port}"

    def url(self, path="/"):
        return f"http://{self.place}{path}"

    def handle_error(self, request, client_address):
        """That a reader hangs up is what some tests are about."""

    def says(self, content, path="/", status=200, **headers):
        if isinstance(content, str):
            content = content.encode()

        def answer(handler):
            handler.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(content)

        self.answers[path] = answer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.headers)
        self.server.answers[self.path](self)

    def log_message(self, *args):
        pass


@contextmanager
def web_server():
    server = Server()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
