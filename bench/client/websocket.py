"""A WebSocket client (RFC 6455) over a plain or TLS socket: binary messages, no extensions."""

import base64
import hashlib
import os
import socket
import ssl
import struct
from urllib.parse import urlsplit

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Closed(Exception):
    """The other end closed; `code` is that of its close frame, 1006 where there was none."""

    def __init__(self, code, reason=""):
        super().__init__(f"closed with {code} {reason}".strip())
        self.code = code


def origin_of(url):
    """The origin behind a ws or wss address, as browsers write it."""
    parts = urlsplit(url)
    return ("https" if parts.scheme == "wss" else "http") + "://" + parts.netloc


def connect(url, timeout=10.0):
    """A TCP connection to the host of an address, under TLS where the address asks for it."""
    parts = urlsplit(url)
    secure = parts.scheme in ("wss", "https")
    raw = socket.create_connection((parts.hostname, parts.port or (443 if secure else 80)), timeout)
    raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return ssl.create_default_context().wrap_socket(raw, server_hostname=parts.hostname) if secure else raw


class WebSocket:
    """One open socket; every call waits until it is done or the time is over."""

    def __init__(self, url, origin=None, timeout=10.0):
        parts = urlsplit(url)
        key = base64.b64encode(os.urandom(16))
        lines = [
            f"GET {parts.path or '/'} HTTP/1.1", f"Host: {parts.netloc}", "Upgrade: websocket", "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key.decode()}", "Sec-WebSocket-Version: 13",
        ]  # fmt: skip
        if origin:
            lines.append(f"Origin: {origin}")
        self.sock = connect(url, timeout)
        self.buffer = b""
        self.sock.sendall("\r\n".join(lines + ["", ""]).encode())
        while b"\r\n\r\n" not in self.buffer:
            self._more()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0] + b" ":
            self.sock.close()
            raise Closed(1006, head.split(b"\r\n")[0].decode("latin-1"))
        accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
        if b"sec-websocket-accept: " + accept.lower() not in head.lower():
            raise Closed(1006, "another answer than to our key")

    def _more(self):
        data = self.sock.recv(1 << 16)
        if not data:
            raise Closed(1006)
        self.buffer += data

    def _take(self, size):
        while len(self.buffer) < size:
            self._more()
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def _send(self, opcode, data):
        size = len(data)
        head = bytes([0x80 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        else:
            head += struct.pack(">BH", 0xFE, size) if size < 1 << 16 else struct.pack(">BQ", 0xFF, size)
        mask = os.urandom(4)
        stream = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
        self.sock.sendall(head + mask + (int.from_bytes(data, "big") ^ stream).to_bytes(size, "big"))

    def send(self, data):
        """Sends one binary message."""
        self._send(2, data)

    def receive(self, timeout=10.0):
        """The next message; TimeoutError when none came, Closed when none will."""
        message = b""
        self.sock.settimeout(timeout)
        while True:
            # Looked at first, taken second: a time-out in the middle loses nothing.
            while len(self.buffer) < 2:
                self._more()
            first, second = self.buffer[0], self.buffer[1]
            extra = {126: 2, 127: 8}.get(second & 127, 0)
            while len(self.buffer) < 2 + extra:
                self._more()
            size = int.from_bytes(self.buffer[2 : 2 + extra], "big") if extra else second & 127
            while len(self.buffer) < 2 + extra + size:
                self._more()
            payload = self._take(2 + extra + size)[2 + extra :]
            if first & 15 == 8:
                raise Closed(int.from_bytes(payload[:2], "big") if payload else 1005, payload[2:].decode("utf-8", "replace"))
            if first & 15 == 9:
                self._send(10, payload)
            elif first & 15 in (0, 1, 2):
                message += payload
                if first & 0x80:
                    return message

    def close(self):
        """Says goodbye and hangs up."""
        try:
            self._send(8, struct.pack(">H", 1000))
        except OSError:
            pass
        self.sock.close()
