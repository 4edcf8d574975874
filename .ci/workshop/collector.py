"""Takes in what comes to the screens when it comes, in a process that does nothing else: the one in
which thirty-three screens are drawn is late itself, and its lateness is none of the program's."""

import os
import selectors
import socket
import struct
import time

RECORD = struct.Struct("=dII")


class Collector:
    """A process that reads terminals, and says when each piece came."""

    def __init__(self):
        self.orders, orders = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        reading, writing = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(reading)
            self.orders.close()
            try:
                _Reading(orders, writing).run()
            finally:
                os._exit(0)
        os.close(writing)
        orders.close()
        self.pieces = os.fdopen(reading, "rb", buffering=1 << 20)

    def watch(self, number, terminal):
        """Has a terminal read from now on."""
        socket.send_fds(self.orders, [struct.pack("=I", number)], [terminal])

    def next(self):
        """When a piece came (monotonic, in seconds), from which terminal, and what it is: nothing
        where the terminal has ended. `None` when there will be no more."""
        head = self.pieces.read(RECORD.size)
        if len(head) < RECORD.size:
            return None
        at, number, size = RECORD.unpack(head)
        return at, number, self.pieces.read(size)

    def end(self):
        """Reads no more, and waits until that is so."""
        self.orders.close()
        os.waitpid(self.process, 0)


class _Reading:
    """What the process does."""

    def __init__(self, orders, out):
        self.orders, self.out = orders, out
        os.set_blocking(out, False)
        self.waiting = bytearray()
        self.poll = selectors.DefaultSelector()
        self.poll.register(orders, selectors.EVENT_READ)

    def run(self):
        while True:
            for key, _ in self.poll.select():
                if key.fileobj is self.orders:
                    if not self.take_order():
                        return
                elif key.fileobj == self.out:
                    self.poll.unregister(self.out)
                else:
                    self.take_piece(key.fd, key.data)
            self.tell()

    def take_order(self):
        data, terminals, _, _ = socket.recv_fds(self.orders, 4, 1)
        if not data:
            return False
        self.poll.register(terminals[0], selectors.EVENT_READ, struct.unpack("=I", data)[0])
        return True

    def take_piece(self, terminal, number):
        now = time.monotonic()
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.poll.unregister(terminal)
            os.close(terminal)
        self.waiting += RECORD.pack(now, number, len(data)) + data

    def tell(self):
        """What the other process has not the time for waits here."""
        try:
            while self.waiting:
                del self.waiting[:os.write(self.out, self.waiting)]
        except BlockingIOError:
            if self.out not in self.poll.get_map():
                self.poll.register(self.out, selectors.EVENT_WRITE)
