"""Networks of the test's own on one machine, and lines between them that are slow and lose."""

import ctypes
import fcntl
import heapq
import os
import re
import selectors
import struct
import subprocess
import sys
import time

from workshop.commands import complain, run

CLONE_NEWNET = 0x40000000


class Networks:
    """One network for the host and one for each delegation, each joined to the host's by a line."""

    def __init__(self, count, delay, loss):
        self.mark = f"mj{os.getpid()}"
        self.host = f"{self.mark}-host"
        self.others = [f"{self.mark}-{number}" for number in range(count)]
        self.relay = None
        for name in [self.host, *self.others]:
            run("ip", "netns", "add", name)
            run("ip", "-n", name, "link", "set", "lo", "up")
        if delay is None:
            for number, name in enumerate(self.others):
                run("ip", "-n", self.host, "link", "add", f"line{number}", "type", "veth",
                    "peer", "name", "line", "netns", name)
        else:
            self.relay = subprocess.Popen(
                [sys.executable, os.path.abspath(sys.argv[0]), "--relay", str(delay), self.host,
                 *self.others],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )
            self.relay.stdout.readline()
        for number, name in enumerate(self.others):
            run("ip", "-n", self.host, "addr", "add", self.address(number), "peer",
                f"10.77.{number}.2", "dev", f"line{number}")
            run("ip", "-n", self.host, "link", "set", f"line{number}", "up")
            run("ip", "-n", name, "addr", "add", f"10.77.{number}.2", "peer",
                self.address(number), "dev", "line")
            run("ip", "-n", name, "link", "set", "line", "up")
        if loss:
            rules = "".join(
                f"add table inet loss; add chain inet loss {hook} "
                f"{{ type filter hook {hook} priority 0; }}; "
                f'add rule inet loss {hook} {side} "line*" '
                f"numgen random mod 100 < {loss} counter drop; "
                for hook, side in [("input", "iifname"), ("output", "oifname")]
            )
            run("ip", "netns", "exec", self.host, "nft", rules)

    def address(self, number):
        return f"10.77.{number}.1"

    def cut(self, number, seconds):
        """Nothing comes through a line for so long."""
        self.relay.stdin.write(f"{number} {seconds}\n")
        self.relay.stdin.flush()

    def dropped(self):
        """How many packets were lost on purpose, and of how many."""
        text = subprocess.run(
            ["ip", "netns", "exec", self.host, "nft", "list", "ruleset"],
            capture_output=True, text=True).stdout
        return sum(int(number) for number in re.findall(r"packets (\d+)", text))

    def end(self):
        if self.relay:
            self.relay.kill()
        for name in [self.host, *self.others]:
            subprocess.run(["ip", "netns", "del", name], capture_output=True)


def enter(name):
    with open(f"/run/netns/{name}") as file:
        if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), CLONE_NEWNET) != 0:
            complain(f"no way into the network {name}")


def relay(delay, host, others):
    """Carries each packet between two networks after so many milliseconds, in both directions.

    Where the kernel has no netem: packets and not streams, so that both ends know the line as slow.
    """

    def device(network, name):
        enter(network)
        file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(file, 0x400454CA, struct.pack("16sH22x", name.encode(), 0x1001))
        return file

    ends = {}
    for number, other in enumerate(others):
        first, second = device(host, f"line{number}"), device(other, "line")
        ends[first], ends[second] = (second, number), (first, number)
    poll = selectors.DefaultSelector()
    for file in ends:
        poll.register(file, selectors.EVENT_READ)
    poll.register(sys.stdin, selectors.EVENT_READ)
    os.set_blocking(0, False)
    print("ready", flush=True)
    held, order, dark = [], 0, {}
    while True:
        wait = max(0, held[0][0] - time.monotonic()) if held else None
        for key, _ in poll.select(wait):
            if key.fileobj is sys.stdin:
                for line in sys.stdin.read().splitlines():
                    number, seconds = line.split()
                    dark[int(number)] = time.monotonic() + float(seconds)
                continue
            try:
                while True:
                    packet = os.read(key.fd, 65536)
                    to, number = ends[key.fd]
                    now = time.monotonic()
                    if dark.get(number, 0) > now:
                        continue
                    order += 1
                    heapq.heappush(held, (now + delay / 1000, order, to, packet))
            except BlockingIOError:
                pass
        now = time.monotonic()
        while held and held[0][0] <= now:
            _, _, to, packet = heapq.heappop(held)
            try:
                os.write(to, packet)
            except OSError:
                pass
