"""The host, everybody who has come to it, and what is measured."""

import json
import os
import signal
import subprocess
import tempfile
import threading
import time

from workshop.clients import Expectation
from workshop.collector import Collector
from workshop.commands import complain, run

NAMES = {
    "QNC": "Amberia", "QNA": "Boralia", "QNB": "Celestia", "QND": "Dorania", "QNE": "Elvoria",
    "QNF": "Falconia", "QNH": "Galenia", "QNG": "Havenia", "QNI": "Indigia", "QNJ": "Junonia",
}
PORT = 2222


class Room:
    """The host, everybody's clients, and the measures."""

    def __init__(self, options):
        self.options = options
        # On a bad line what is sent waits for the one who sends it to try again.
        self.patience = 120 if options.cuts else 20
        self.folder = tempfile.mkdtemp(prefix="majlis-hour-")
        os.chmod(self.folder, 0o755)
        os.makedirs(self.path("keys"), mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.path("home"), "TZ": "UTC",
            "XDG_DATA_HOME": self.path("data"), "LC_ALL": "C.UTF-8",
        }
        os.makedirs(self.path("home"))
        self.networks = None
        self.host = None
        self.clients = []
        # Before there are threads, of which a new process would have the locks.
        self.collector = Collector()
        self.terminals = []
        self.lock = threading.Lock()
        self.expectations = []
        self.acknowledged = []
        self.interrupted = []
        self.echoes, self.costs = [], []
        self.returns = []
        self.cuts, self.cut_kinds = 0, {}
        self.place, self.on_the_list = None, set()
        self.late = []
        self.parked = 0
        self.samples = []
        self.ended = threading.Event()

    def path(self, name):
        return f"{self.folder}/{name}"

    def majlis(self, *words):
        return run(self.options.program, *words, cwd=self.folder, env=self.environment)

    def prepare(self, people):
        """A session of ten states that there are not, and the invitations."""
        self.majlis("new", "s.json")
        with open(self.path("s.json"), encoding="utf-8") as file:
            session = json.load(file)
        codes = dict(zip(session["order"], NAMES))
        delegations = {}
        for old, new in codes.items():
            delegation = session["delegations"][old]
            name = NAMES[new]
            delegation["shortName"] = {"ar": name, "en": name, "fr": name}
            delegation["officialName"] = {key: f"Republic of {name}" for key in ("ar", "en", "fr")}
            delegations[new] = delegation
        session["delegations"] = delegations
        session["order"] = list(delegations)
        with open(self.path("s.json"), "w", encoding="utf-8") as file:
            json.dump(session, file, ensure_ascii=False)
        self.majlis("check", "s.json")
        with open(self.path("people.csv"), "w", encoding="utf-8") as file:
            file.write("delegation,name,institution,role,mode\n")
            for code in delegations:
                for number in range(1, people + 1):
                    file.write(f"{code},Person {number},Institution {number},member,online\n")
        self.majlis("import", "delegates", "s.json", "people.csv")
        self.codes = list(delegations)
        seats = [(code, number, f"{code}-{person}")
                 for number, code in enumerate(self.codes) for person in range(1, people + 1)]
        for number, code in enumerate(self.codes):
            named = [word for found, _, seat in seats if found == code for word in ("--seat", seat)]
            self.majlis("invite", "s.json", "inv", "--address", self.networks.address(number),
                        "--port", str(PORT), *named)
        place = len(self.codes)
        self.majlis("invite", "s.json", "inv", "--address", self.networks.address(place),
                    "--port", str(PORT), "--seat", "facilitator", "--seat", "presenter",
                    "--seat", "observer")
        return seats

    def start_host(self):
        log = open(self.path("host.log"), "a")
        self.host = subprocess.Popen(
            ["ip", "netns", "exec", self.networks.host, self.options.program, "host", "s.json"],
            cwd=self.folder, env=self.environment, stdout=log, stderr=log)
        end = time.monotonic() + 20
        while "Ctrl-C" not in open(self.path("host.log")).read():
            if self.host.poll() is not None or time.monotonic() > end:
                complain(open(self.path("host.log")).read())
            time.sleep(0.05)
        threading.Thread(target=self.sample, daemon=True).start()
        threading.Thread(target=self.read, daemon=True).start()

    def watch(self, client):
        with self.lock:
            self.collector.watch(len(self.terminals), client.file)
            self.terminals.append((client, client.file))

    def read(self):
        while piece := self.collector.next():
            now, number, data = piece
            with self.lock:
                client, terminal = self.terminals[number]
            # Who has come back meanwhile has another.
            if client.file == terminal:
                client.take(now, data)
            if not data:
                os.close(terminal)

    def tree(self):
        """The host's processes with what each has used of the processor, in seconds."""
        parents, used = {}, {}
        for name in os.listdir("/proc"):
            if not name.isdigit():
                continue
            try:
                with open(f"/proc/{name}/stat") as file:
                    parts = file.read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(name)] = int(parts[1])
            used[int(name)] = (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
        found, next_ones = {}, [self.host.pid]
        while next_ones:
            process = next_ones.pop()
            if process in used:
                found[process] = used[process]
            next_ones += [child for child, parent in parents.items() if parent == process]
        return found

    @staticmethod
    def memory(processes):
        """Their proportional share of memory, in MB."""
        total = 0
        for process in processes:
            try:
                with open(f"/proc/{process}/smaps_rollup") as file:
                    total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
            except OSError:
                pass
        return total / 1024

    def sample(self):
        last, spent = self.tree(), 0.0
        began = time.monotonic()
        while not self.ended.wait(5):
            now = self.tree()
            spent += sum(used - last.get(process, 0) for process, used in now.items())
            last = now
            self.samples.append(
                (time.monotonic() - began, spent, self.memory(now), len(now)))

    def expect(self, kind, clients, test):
        """What is not on some screens and is to stand there soon after a key, which is to be pressed
        with it; told of at the end."""
        expected = []
        for client in clients:
            with client.changed:
                if client.is_open and not test(client.rows):
                    expectation = Expectation(kind, test, client)
                    client.expected.append(expectation)
                    expected.append(expectation)
        with self.lock:
            self.expectations += expected
        return expected

    def end(self):
        self.ended.set()
        for client in self.clients:
            client.close(signal.SIGTERM)
        self.collector.end()
        if self.host and self.host.poll() is None:
            processes = self.tree()
            self.host.send_signal(signal.SIGINT)
            self.host.wait(20)
            # Each seat keeps what was being written, and hangs up a line that may be dead.
            for _ in range(100):
                self.left = [one for one in processes if os.path.exists(f"/proc/{one}")]
                if not self.left:
                    break
                time.sleep(0.1)
        else:
            self.left = []
