"""What ``check`` prints: one line about the first fault."""

from bot.reports.rules import Fault
from bot.speech.words import Words, later

FAULTS = {
    "reference": later("{place} refers to {found} rows that are not there"),
    "capacity": later("{place}: {found} places are taken, but there should be {expected}"),
    "overlap": later("{place} and record:{found} are of one person at the same time"),
    "correction": later("{place} does not take back exactly what it reverses"),
    "minutes": later("{place}: the sum is {found} minutes, the records say {expected}"),
    "attendances": later("{place}: the sum is {found} attendances, the records say {expected}"),
    "running_sum": later("{place}: the sum is {found}, the records say {expected}"),
    "person_month": later("{place}: what is kept by months is not what the records say"),
    "tally": later("{place} was closed with {expected} minutes, the sums now say {found}"),
    "name": later("{place} is not found by the name that stands there"),
    "rights": later("{place} can be read by others on this machine: the next `liandong run` or `chmod 600` ends that"),
    "record_changed": later("{place} is not what was booked, as the chain of notes has it"),
    "record_gone": later("{place} was booked, as the chain of notes has it, and is not there"),
    "record_unnoted": later("{place} is in the books, and the chain of notes knows of no booking"),
    "closing_changed": later("{place} is not what was closed, as the chain of notes has it"),
    "checkpoint": later("{place} is not in the chain of notes as the checkpoint has it"),
    "audit_missing": later("{place} is missing from the chain of notes"),
    "audit_changed": later("{place} in the chain of notes was changed"),
    "audit_unchained": later("{place} in the chain of notes does not follow the one before"),
}


def fault_line(words: Words, fault: Fault) -> str:
    return words.label(FAULTS[fault.code], place=fault.place, found=fault.found, expected=fault.expected)


def all_well(words: Words, chain_end: str, unsealed: int = 0) -> str:
    """Who notes the end of the chain elsewhere can tell later that it was not written anew: all but ``unsealed`` notes
    of the last seconds."""
    lines = [words.label("All is well: references, places, sums, closed months and the chain of notes.")]
    if chain_end:
        lines.append(words.label("The chain of notes ends with {hash}.", hash=chain_end))
    if unsealed:
        lines.append(words.label("Written and not yet in the chain: {n}.", n=unsealed))
    return "\n".join(lines)
