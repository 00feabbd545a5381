# SPDX-License-Identifier: MIT
"""An https server with a certificate of its own, which answers as it is told, and lies, breaks off
and keeps silent where a test wants that; and a proxy."""
import contextlib
import gzip
import http.server
import os
import select
import socket
import ssl
import subprocess
import threading

CALENDAR = (b'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//oned//test//EN\r\nBEGIN:VEVENT\r\nUID:ada@example.com\r\n'
            b'DTSTAMP:20260101T000000Z\r\nDTSTART:20261102T090000Z\r\nDTEND:20261102T093000Z\r\nRRULE:FREQ=WEEKLY\r\n'
            b'SUMMARY:Ada / me\r\nATTENDEE:mailto:ada@example.com\r\nATTENDEE:mailto:me@example.com\r\n'
            b'END:VEVENT\r\nEND:VCALENDAR\r\n')


def make_certificate(folder, name, subject='localhost'):
    """The path of a certificate that signs itself; its key is in the same file."""
    path = os.path.join(folder, name + '.pem')
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                    '-days', '30', '-subj', '/CN=' + subject, '-addext',
                    'subjectAltName=DNS:%s,IP:127.0.0.1' % subject, '-keyout', path + '.key', '-out', path + '.crt'],
                   check=True, capture_output=True)
    with open(path, 'wb') as whole:
        for part in ('.key', '.crt'):
            with open(path + part, 'rb') as file:
                whole.write(file.read())
    return path


class Answer:
    """What to answer. `headers` are pairs; `length` is what Content-Length says, None for nothing."""

    def __init__(self, status=200, body=CALENDAR, headers=(), length='true', act=None):
        self.status, self.body, self.headers, self.act = status, body, list(headers), act
        self.length = len(body) if length == 'true' else length


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        self.server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        answer = self.server.choose(self.path)
        if answer.act == 'hang':
            self.server.hanging.set()
            self.server.ended.wait()
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.length is not None:
            self.send_header('Content-Length', str(answer.length))
        else:
            self.send_header('Connection', 'close')
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(answer.body)
            self.wfile.flush()
        if answer.act == 'trickle':
            self.server.hanging.set()
            self.server.ended.wait()
        if answer.length != len(answer.body):
            self.close_connection = True

    def log_message(self, *_):
        pass


class Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Who refuses a certificate or an answer hangs up: that is what the tests are for."""


class Server:
    def __init__(self, certificate):
        self.http = Quiet(('127.0.0.1', 0), Handler)
        self.http.asked, self.http.hanging, self.http.ended = [], threading.Event(), threading.Event()
        self.http.choose = self.choose
        self.answers = {}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        # Shaking hands in the thread of the connection, or one that hangs holds up the others.
        self.http.socket = context.wrap_socket(self.http.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.http.server_address[1]
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={'poll_interval': 0.05})
        self.thread.start()

    def choose(self, path):
        answer = self.answers[path.split('?')[0]]
        return answer.pop(0) if isinstance(answer, list) else answer

    def url(self, path, host='localhost'):
        return 'https://%s:%d%s' % (host, self.port, path)

    def take_asked(self):
        asked, self.http.asked[:] = list(self.http.asked), []
        return asked

    def close(self):
        self.http.ended.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


class Proxy:
    """Leads to where it is asked to by CONNECT, or says `refusal`."""

    def __init__(self, refusal=None):
        self.refusal, self.asked = refusal, []
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.url = 'http://127.0.0.1:%d' % self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.socket.accept()
                with client:
                    self.lead(client)

    def lead(self, client):
        head = b''
        while b'\r\n\r\n' not in head:
            head += client.recv(4096)
        self.asked.append(head.split(b'\r\n')[0].decode())
        if self.refusal:
            client.sendall(self.refusal)
            return
        host, port = self.asked[-1].split()[1].rsplit(':', 1)
        with socket.create_connection((host, int(port))) as there:
            client.sendall(b'HTTP/1.1 200 Connection established\r\n\r\n')
            while True:
                for side in select.select([client, there], [], [])[0]:
                    more = side.recv(65536)
                    if not more:
                        return
                    (there if side is client else client).sendall(more)

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()


def bomb(size):
    """Zeros after the beginning of a calendar, a thousandth of `size` when packed."""
    return gzip.compress(CALENDAR[:40] + b' ' * size)
