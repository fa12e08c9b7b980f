"""The client's half of a WebSocket (RFC 6455) over a plain socket: the handshake and whole binary messages."""

import base64
import hashlib
import os
import socket
import ssl
import struct
from urllib.parse import urlsplit

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CONTINUED, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10


class Closed(Exception):
    """The other side ended the connection; `code` is its close code, or None where it only hung up."""

    def __init__(self, code, reason=""):
        super().__init__(f"closed with {code} {reason}".strip())
        self.code = code


def mask(data, key):
    """Data under a four-byte mask; the same step takes the mask off again."""
    repeated = (key * (len(data) // 4 + 1))[: len(data)]
    number = int.from_bytes(data, "big") ^ int.from_bytes(repeated, "big")
    return number.to_bytes(len(data), "big")


class WebSocket:
    """One connection; `receive` blocks until a message is whole, at most `timeout` seconds for each read."""

    def __init__(self, url, path, headers=(), timeout=20):
        parts = urlsplit(url)
        secure = parts.scheme in ("https", "wss")
        port = parts.port or (443 if secure else 80)
        self.socket = socket.create_connection((parts.hostname, port), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if secure:
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=parts.hostname)
        self.buffer = b""
        self.handshake(parts.netloc, path, headers)

    def handshake(self, host, path, headers):
        """Asks for the upgrade and holds the answer against the key; no extension and no protocol is offered."""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Upgrade: websocket", "Connection: Upgrade"]
        lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", *headers, "", ""]
        self.socket.sendall("\r\n".join(lines).encode())
        while b"\r\n\r\n" not in self.buffer:
            self.fill()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        status, *fields = head.decode("latin-1").split("\r\n")
        if status.split(" ")[1] != "101":
            raise Closed(None, f"no upgrade: {status}")
        answers = {name.strip().lower(): value.strip() for name, value in (line.split(":", 1) for line in fields)}
        expected = base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()
        if answers.get("sec-websocket-accept") != expected or "sec-websocket-extensions" in answers:
            raise Closed(None, "the handshake was answered with another key")

    def fill(self):
        data = self.socket.recv(65536)
        if not data:
            raise Closed(None, "hung up")
        self.buffer += data

    def take(self, count):
        while len(self.buffer) < count:
            self.fill()
        data, self.buffer = self.buffer[:count], self.buffer[count:]
        return data

    def write(self, opcode, payload):
        size = len(payload)
        if size < 126:
            head = struct.pack(">BB", 0x80 | opcode, 0x80 | size)
        elif size < 65536:
            head = struct.pack(">BBH", 0x80 | opcode, 0xFE, size)
        else:
            head = struct.pack(">BBQ", 0x80 | opcode, 0xFF, size)
        key = os.urandom(4)
        self.socket.sendall(head + key + mask(payload, key))

    def send(self, message):
        """Sends one binary message in one frame."""
        self.write(BINARY, message)

    def receive(self):
        """The next whole binary message; answers pings on the way, raises Closed at the end."""
        message = b""
        while True:
            first, second = self.take(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack(">H", self.take(2))
            elif size == 127:
                (size,) = struct.unpack(">Q", self.take(8))
            payload, opcode = self.take(size), first & 0x0F
            if opcode == PING:
                self.write(PONG, payload)
            elif opcode == CLOSE:
                self.socket.close()
                code = struct.unpack(">H", payload[:2])[0] if size >= 2 else None
                raise Closed(code, payload[2:].decode("utf-8", "replace"))
            elif opcode in (BINARY, CONTINUED):
                message += payload
                if first & 0x80:
                    return message
            elif opcode == TEXT:
                raise Closed(None, "the protocol has no text messages")

    def close(self):
        """Says goodbye and hangs up."""
        try:
            self.write(CLOSE, struct.pack(">H", 1000))
        except OSError:
            pass
        self.socket.close()
