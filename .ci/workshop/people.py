"""What people do at their seats, at human pace."""

import re
import threading
import time

from workshop.clients import Gone, Late
from workshop.room import NAMES

TIME = re.compile(r"(\d\d):(\d\d):(\d\d)")


class Person(threading.Thread):
    """Somebody at a client, until the hour is over."""

    def __init__(self, room, client, number, random_):
        super().__init__(daemon=True)
        self.room, self.client, self.number, self.random = room, client, number, random_
        self.typing = None
        self.is_free = True
        self.failure = None
        self.wants_return = 0
        # Whether they have come as far as work: what is said to somebody who is just coming is gone
        # with their next key.
        self.is_seated = False

    def run(self):
        while not self.room.ended.is_set():
            try:
                self.sit_down()
                self.is_seated = True
                self.work()
            except Gone:
                self.after_a_cut()
            except Late as late:
                self.room.late.append(str(late))
                self.failure = str(late)
                # What a person does who no longer understands the screen.
                self.client.close()
            except Exception as error:  # A fault of the rig is one of the measure.
                self.failure = repr(error)
                self.room.late.append(f"{self.client.seat}: {error!r}")
                return

    def after_a_cut(self):
        self.is_seated = False
        if self.typing:
            self.room.interrupted.append((self.client.seat, self.typing))
            self.typing = None
        self.client.close()

    def think(self, least, most):
        if self.room.ended.wait(self.random.uniform(least, most) * self.room.options.pace):
            raise SystemExit
        if not self.client.is_open:
            raise Gone

    def sit_down(self):
        client = self.client
        if self.wants_return:
            time.sleep(self.random.uniform(1, 4))
        began = time.monotonic()
        client.start()
        client.wait("the first page", lambda rows: any(row.strip() for row in rows[1:-2]), 60)
        time.sleep(0.3)
        self.first_page()
        if self.wants_return:
            self.room.returns.append(time.monotonic() - began)
            self.wants_return = 0

    def first_page(self):
        # Who sits here: the one for whom the seat is.
        try:
            self.client.wait("who sits here", lambda rows: any("┌" in row for row in rows), 3)
        except Late:
            return
        if any("┌" in row for row in self.client.rows):
            self.client.press(str(self.number))
            self.client.wait("nothing over the page", lambda rows: not any("┌" in row for row in rows))

    def tap(self, keys, what, test, expected=()):
        """Presses, and measures until something of it is seen."""
        client = self.client
        with client.changed:
            before, size = client.rows, client.bytes
        began = time.monotonic()
        client.press(keys, expected)
        client.wait("an echo", lambda rows: rows != before or test(rows))
        self.room.echoes.append(client.last - began)
        found = client.wait(what, test)
        self.room.costs.append(client.bytes - size)
        return found

    def acknowledge(self, what, began):
        """Waits until the screen says that it is kept; remembers what was."""

        def is_kept(rows):
            found = TIME.search(rows[-2]) or TIME.search(rows[-1])
            if not found:
                return False
            seconds = sum(int(part) * factor for part, factor in zip(found.groups(), (3600, 60, 1)))
            return (seconds - int(began) % 86400 + 1) % 86400 < 43200

        try:
            self.client.wait("kept", is_kept, 8)
        except Late:
            # Something else was said in its place.
            return
        with self.room.lock:
            self.room.acknowledged.append((self.client.seat, *what))

    # Questions

    @staticmethod
    def chosen(rows):
        """Which answer of a question is chosen; 0 where none is, `None` where no question is seen."""
        marks = [row for row in rows if "●" in row or "○" in row]
        if len(marks) < 5:
            return None
        return next((place for place, row in enumerate(marks, 1) if "●" in row), 0)

    @staticmethod
    def question(rows):
        found = re.search(r"(\d)\.(\d+)\.(\d+)", rows[0])
        return ".".join(str(int(part)) for part in found.groups()) if found else None

    def choose(self, value=None, expected=()):
        client = self.client
        now = self.chosen(client.rows)
        value = value or self.random.choice([place for place in (1, 2, 3) if place != now])
        began = time.time()
        question = self.question(client.rows)
        self.tap(str(value), f"answer {value}", lambda rows: self.chosen(rows) == value,
                 expected)
        code = {1: "established", 2: "partial", 3: "absent"}[value]
        self.acknowledge(("value", question, code), began)
        return value

    def follow(self, place):
        """Goes to the question at which the room is; whether it still was there by then."""
        client = self.client
        for _ in range(10):
            if self.question(client.rows) == place and self.chosen(client.rows) is not None:
                return True
            if self.room.place != place:
                return False
            # Who presses before the room has gone on there stays where they are.
            client.press("f")
            self.think(2, 4)
        return self.question(client.rows) == place

    def write(self, text):
        """Types as people type, and keeps it."""
        client = self.client
        self.tap("c", "the field", lambda rows: any("┌" in row for row in rows))
        question = self.question(client.rows)
        # What stands there is chosen, so that the first letter takes its place.
        client.press("\x01")
        self.think(0.5, 1)
        typed = ""
        for letter in text:
            client.press(letter)
            typed += letter
            self.typing = (question, self.seen(typed))
            self.think(0.1, 0.35)
        client.wait("the text", lambda rows: any(text in row for row in rows))
        self.typing = (question, text)
        began = time.time()
        client.press("\x13")
        client.wait("the page", lambda rows: not any("┌" in row for row in rows))
        self.typing = None
        self.acknowledge(("note", question, text), began)

    def seen(self, typed):
        """How much of it stands on the screen."""
        with self.client.changed:
            whole = "\n".join(self.client.rows)
        while typed and typed not in whole:
            typed = typed[:-1]
        return typed

    def work(self):
        raise NotImplementedError


class Writer(Person):
    """Walks through questions of their own: answers, writes, puts some aside."""

    count = 0

    def work(self):
        client = self.client
        if self.chosen(client.rows) is None:
            self.tap("\r", "a question", lambda rows: self.chosen(rows) is not None)
        while True:
            self.think(4, 20)
            self.choose()
            if self.random.random() < 0.5:
                self.think(1, 5)
                Writer.count += 1
                self.write(f"tk{client.seat.lower()}.{Writer.count} circulaire publiée au journal")
            if self.random.random() < 0.25:
                self.think(1, 5)
                self.park()
            self.think(2, 10)
            before = self.question(client.rows)
            self.tap("n" if self.random.random() < 0.8 else "b", "another page",
                     lambda rows: self.question(rows) != before)
            while self.question(client.rows) is None or self.chosen(client.rows) is None:
                # The pages at the end of a domain and before one.
                self.think(2, 5)
                page = client.rows[2:-2]
                self.tap("\r", "the next page", lambda rows: rows[2:-2] != page)

    def park(self):
        client, room = self.client, self.room
        self.tap("t", "the field", lambda rows: any("┌" in row for row in rows))
        Writer.count += 1
        text = f"pk{Writer.count}"
        for letter in text:
            client.press(letter)
            self.think(0.1, 0.3)
        client.wait("the text", lambda rows: any(text in row for row in rows))
        began = time.time()
        with room.lock:
            room.parked += 1
            count = room.parked
        expected = room.expect("put aside", room.overview, lambda rows: any(
            int(found.group(1)) >= count for row in rows
            for found in [re.search(r"Parking lot (\d+)", row)] if found))
        client.press("\x13", expected)
        client.wait("the page", lambda rows: not any("┌" in row for row in rows))
        # It says that it is put aside; a key brings the line that says whether it is kept.
        self.tap("?", "the help", lambda rows: any("┌" in row for row in rows))
        client.press("\x1b")
        client.wait("the page", lambda rows: not any("┌" in row for row in rows))
        self.acknowledge(("parked", None, text), began)


class Speaker(Person):
    """Goes where the room is, answers there and shares it."""

    def __init__(self, *words, colleagues=()):
        super().__init__(*words)
        self.colleagues = list(colleagues)
        self.done = set()

    def work(self):
        while True:
            self.think(1, 3)
            place = self.room.place
            if place and place not in self.done:
                self.think(2, 40)
                self.go_there(place)
                self.done.add(place)

    def go_there(self, place):
        client, room = self.client, self.room
        if not self.follow(place):
            return
        self.think(3, 15)
        value = None
        with client.changed:
            now = self.chosen(client.rows)
        value = self.random.choice([choice for choice in (1, 2, 3) if choice != now])
        there = [colleague.client for colleague in self.colleagues
                 if colleague.client.is_open and self.question(colleague.client.rows) == place]
        expected = room.expect("answer to colleagues", there, lambda rows: self.chosen(rows) == value
                               or self.question(rows) != place)
        self.choose(value, expected)
        self.think(2, 8)
        if self.question(client.rows) != place or room.place != place:
            return
        self.tap("h", "who may see it", lambda rows: any("┌" in row for row in rows))
        self.think(0.5, 2)
        name = NAMES[client.seat.split("-")[0]]
        line = re.compile(rf"^\s*{name}\s\s+\S")
        expected = room.expect(
            "shared with the screen", [room.screen] if room.place == place else [],
            lambda rows: any(line.match(row) for row in rows)
            or not any(place in row for row in rows))
        began = time.time()
        client.press("2", expected)
        client.wait("the page", lambda rows: not any("┌" in row for row in rows))
        self.acknowledge(("shared", place, "room"), began)


class Listener(Person):
    """Follows the room and looks on; asks for the floor now and then."""

    def work(self):
        client, room = self.client, self.room
        while True:
            self.think(2, 6)
            place = room.place
            if place:
                self.follow(place)
            if self.random.random() < 0.04:
                name = NAMES[client.seat.split("-")[0]]
                if name in room.on_the_list:
                    continue
                room.on_the_list.add(name)
                self.think(0.2, 1)
                expected = room.expect("hand up", [room.screen, *room.overview], lambda rows: any(
                    name in row for row in rows if "next:" in row or "floor" in row.lower()
                    or "hand up" in row))
                client.press("k", expected)


class Facilitator(Person):
    """Moves the room from question to question, and gives the floor."""

    def first_page(self):
        pass

    def work(self):
        client, room = self.client, self.room
        client.wait("the room", lambda rows: any("Parking lot" in row for row in rows))
        if not room.place:
            self.think(1, 2)
            self.move()
        while True:
            self.think(room.options.question * 0.9, room.options.question * 1.1)
            self.move()
            if room.on_the_list:
                self.think(1, 3)
                client.press("s")
                room.on_the_list.clear()

    def move(self):
        client, room = self.client, self.room
        number = room.next_place()
        domain = number.split(".")[0]
        if not room.place or room.place.split(".")[0] != domain:
            self.tap("m", "the domains", lambda rows: any("┌" in row for row in rows))
            client.press(domain)
            client.wait("the room", lambda rows: not any("┌" in row for row in rows))
        listeners = [person.client for person in room.people
                     if isinstance(person, (Listener, Speaker)) and person.is_seated
                     and person.client.is_open]
        expected = room.expect("the room goes on", [room.screen], lambda rows: any(
            re.search(rf"{re.escape(number)}(?!\d)", row) for row in rows))
        expected += room.expect("the room goes on, for delegations", listeners, lambda rows: any(
            re.search(rf"{re.escape(number)}(?!\d)", row) for row in (rows[0], *rows[-3:])))
        client.press("n", expected)
        room.place = number


class Looker(Person):
    """Looks on."""

    def first_page(self):
        pass

    def work(self):
        while True:
            self.think(5, 10)
