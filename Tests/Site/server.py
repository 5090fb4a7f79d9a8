"""Serves a folder as a static host would, with the header that the build printed."""

import http.server
import pathlib
import threading
import urllib.parse

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".json": "application/json",
    ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".eml": "message/rfc822",
}


class Server:
    """`with Server(folder, csp) as address:` serves on loopback until the block ends."""

    def __init__(self, folder, csp):
        self.folder, self.csp = pathlib.Path(folder), csp

    def __enter__(self):
        folder, csp = self.folder, self.csp

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
                if path == "/favicon.ico":
                    # Asked for by browsers where a page names no icon, as letters do not.
                    self.send_response(204)
                    self.end_headers()
                    return
                file = folder / path.lstrip("/")
                status = 200
                if path.endswith("/"):
                    file = file / "index.html"
                if ".." in path or not file.is_file():
                    status, file = 404, folder / "404.html"
                body = file.read_bytes() if file.is_file() else b"not found"
                self.send_response(status)
                self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Security-Policy", csp)
                self.send_header("X-Content-Type-Options", "nosniff")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """A browser that closes a connection early is no error."""

        self.server = Quiet(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}/"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
