"""A client of OpenSSH in a pseudo-terminal, what stands on its screen, and what is waited for there."""

import codecs
import fcntl
import os
import shutil
import signal
import struct
import subprocess
import termios
import threading
import time


class Gone(Exception):
    """The line was cut, or the client has ended."""


class Late(Exception):
    """What was waited for did not come."""


class Client:
    """An ssh in a terminal, in a network."""

    def __init__(self, room, seat, network, language, width=100, height=30, is_seen=True):
        self.room, self.seat, self.network = room, seat, network
        self.language, self.width, self.height = language, width, height
        self.folder = room.path(f"inv/{seat}")
        self.key = room.path(f"keys/{seat}")
        shutil.copy(f"{self.folder}/key", self.key)
        os.chmod(self.key, 0o600)
        self.is_seen = is_seen
        self.changed = threading.Condition()
        self.process = None
        self.file = None
        self.is_open = False
        self.expected = []
        self.connections = 0
        self.bytes = 0
        self.since_first_byte = None
        # When the newest piece came.
        self.last = 0

    def start(self):
        import pyte

        self.screen = pyte.Screen(self.width, self.height)
        self.screen.write_process_input = self.answer
        self.stream = pyte.Stream(self.screen)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        main, own = os.openpty()
        size = struct.pack("HHHH", self.height, self.width, 0, 0)
        fcntl.ioctl(own, termios.TIOCSWINSZ, size)
        environment = {
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "TERM": "xterm-256color", "HOME": "/nonexistent",
            "LANG": {"ar": "ar_MA.UTF-8", "en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8"}[self.language],
        }
        self.began = time.monotonic()
        self.since_first_byte = None
        self.process = subprocess.Popen(
            ["setsid", "-c", "ip", "netns", "exec", self.network, "ssh", "-F", "config", "-i",
             self.key, "majlis"],
            cwd=self.folder, env=environment, stdin=own, stdout=own, stderr=own,
        )
        os.close(own)
        self.file = main
        self.is_open = True
        self.connections += 1
        self.room.watch(self)

    def answer(self, text):
        """What a terminal is asked it tells."""
        try:
            self.press(text)
        except Gone:
            pass

    def take(self, now, data):
        """Takes in what came at a moment; nothing where the line has ended."""
        with self.changed:
            if not data:
                self.is_open = False
                self.file = None
                self.changed.notify_all()
                return
            self.bytes += len(data)
            if self.since_first_byte is None:
                self.since_first_byte = now - self.began
            if self.is_seen:
                # The marks that keep Arabic in its order stand in no cell of their own.
                self.stream.feed(self.decoder.decode(data).replace("\u200e", ""))
            self.last = now
            rows = self.rows if self.expected else None
            for expectation in list(self.expected):
                if expectation.test(rows):
                    expectation.meet(now)
                    self.expected.remove(expectation)
            self.changed.notify_all()

    def close(self, number=signal.SIGKILL):
        """Ends the client, as one that was switched off."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
        if self.process:
            self.process.wait()

    @property
    def rows(self):
        return list(self.screen.display)

    def press(self, keys, expected=()):
        """Presses keys, of which something is expected."""
        terminal = self.file
        if terminal is None:
            raise Gone
        now = time.monotonic()
        for expectation in expected:
            expectation.since = now
        try:
            os.write(terminal, keys.encode())
        except OSError as error:
            raise Gone from error

    def wait(self, what, test, seconds=None):
        """Until the rows are as wanted."""
        end = time.monotonic() + (seconds or self.room.patience)
        with self.changed:
            while True:
                if not self.is_open:
                    raise Gone
                found = test(self.rows)
                if found:
                    return found
                left = end - time.monotonic()
                if left <= 0:
                    raise Late(f"{self.seat}: {what}; there is:\n" + "\n".join(
                        row.rstrip() for row in self.rows if row.strip()))
                self.changed.wait(min(left, 0.5))


class Expectation:
    """That something stands on a screen soon after a key."""

    def __init__(self, kind, test, client):
        self.kind, self.test, self.client = kind, test, client
        self.connection = client.connections
        # When the key was pressed, and how long after it was seen.
        self.since = None
        self.met = None

    def meet(self, now):
        # What was there before the key has come of something else.
        if self.since is not None:
            self.met = now - self.since

    def is_missed(self):
        """Whether it never stood there, on a line that was not cut; asked while clients are there."""
        return (self.since is not None and self.met is None and self.client.is_open
                and self.connection == self.client.connections
                and time.monotonic() - self.since > 15)
