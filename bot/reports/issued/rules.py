"""What a paper says, in one canonical form: the same content gives the same bytes, and so the same hash, for ever.

The hash is that of more than the paper: a few random bytes are in it, so that nobody finds out what an erased paper
said by trying.
"""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date
from hashlib import sha256
from typing import Any, Literal

from bot.ground.frozen import Frozen
from bot.reports.file_rules import EntryLine, RecordOfService

KIND = "record_of_service"
Extent = Literal["entries", "totals"]
"""Every entry, or what they add up to and nothing of each."""
PREFIX = "v_"
SHOWN = 16
"""Bytes of the hash that a link holds: with the number they are 41 characters at most, of the 64 of a start link."""
TAG = re.compile(r"(\d{1,16})_([A-Za-z0-9_-]{22})")


class Key(Frozen):
    """A pair of keys. ``public`` in hex is what it is called by; ``name``: in whose it signs."""

    id: int
    public: str
    name: str
    made_at: int
    retired_at: int | None


class Proof(Frozen):
    """What the child process signs with."""

    content: str
    sha256: str
    key: Key
    seed: str

    def __repr__(self) -> str:
        return f"<Proof with {self.key.public}>"

    def order(self) -> dict[str, Any]:
        return {"content": self.content, "seed": self.seed, "name": self.key.name, "made_at": self.key.made_at}


class Change(Frozen):
    """Of an entry that stood on a paper: minutes then and now."""

    day: date
    activity: str
    before: int
    after: int
    counts: bool


class Verdict(Frozen):
    """``genuine``: as it was issued, whatever was put right since (``changes``, ``minutes``). ``withdrawn``; ``gone``:
    ours, and what it said is not kept; ``not_ours``. ``mine``: the viewer may withdraw it.
    """

    state: Literal["genuine", "withdrawn", "gone", "not_ours"]
    number: int = 0
    issued_at: int = 0
    record: RecordOfService | None = None
    changes: tuple[Change, ...] = ()
    minutes: int = 0  # that count now, of what stood on it
    withdrawn_at: int = 0
    mine: bool = False


def canonical(record: RecordOfService, *, number: int, issued_at: int, salt: str) -> str:
    said = {
        "what": KIND,
        "number": number,
        "issued_at": issued_at,
        "salt": salt,
        "issuer": {"station": record.station, "agency": record.agency, "contact": record.contact, "bot": record.bot},
        "person": {"name": record.name, "volunteer_number": record.volunteer_number},
        "on": record.on.isoformat(),
        "first": record.first.isoformat() if record.first else None,
        "last": record.last.isoformat() if record.last else None,
        "minutes": record.minutes,
        "others": record.others,
        "rounding": record.rounding,
        "entries": None if record.totals else [entry(line) for line in record.entries],
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry(line: EntryLine) -> dict[str, Any]:
    return {
        "day": line.day.isoformat(), "starts_at": line.starts_at, "ends_at": line.ends_at, "zone": line.zone,
        "team": line.team, "activity": line.activity, "kind": line.kind, "nature": line.nature,
        "minutes": line.minutes, "counts": line.counts,
    }  # fmt: skip


def read(content: str) -> RecordOfService:
    """What was issued."""
    said = json.loads(content)
    issuer, person, entries = said["issuer"], said["person"], said["entries"]
    return RecordOfService(
        name=person["name"],
        volunteer_number=person["volunteer_number"],
        station=issuer["station"],
        on=date.fromisoformat(said["on"]),
        minutes=said["minutes"],
        rounding=said["rounding"],
        entries=tuple(line_of(one, person["name"]) for one in entries or ()),
        others=said["others"],
        first=date.fromisoformat(said["first"]) if said["first"] else None,
        last=date.fromisoformat(said["last"]) if said["last"] else None,
        totals=entries is None,
        number=said["number"],
        agency=issuer["agency"],
        contact=issuer["contact"],
        bot=issuer["bot"],
    )


def line_of(said: dict[str, Any], name: str) -> EntryLine:
    return EntryLine(
        day=date.fromisoformat(said["day"]), starts_at=said["starts_at"], ends_at=said["ends_at"], zone=said["zone"],
        person=name, volunteer_number="", team=said["team"], activity=said["activity"], kind=said["kind"],
        nature=said["nature"], source="", heads=1, minutes=said["minutes"], counts=said["counts"],
    )  # fmt: skip


def digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()


def payload(number: int, sha: str) -> str:
    """Behind ``?start=``."""
    return f"{PREFIX}{number}_{urlsafe_b64encode(bytes.fromhex(sha)[:SHOWN]).decode().rstrip('=')}"


def read_payload(rest: str) -> tuple[int, str] | None:
    """The number and the beginning of the hash in hex; None for what no paper of ours carries."""
    found = TAG.fullmatch(rest)
    return (int(found[1]), urlsafe_b64decode(found[2] + "==").hex()) if found else None
