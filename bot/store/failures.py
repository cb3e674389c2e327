"""What can go wrong with a transaction as such, whatever it did."""


class Conflict(Exception):
    """Another transaction was in the way (BUSY, 40P01, 40001, 55P03): repeat the whole, nobody is to blame."""


class Broken(Exception):
    """The statement was against the schema's rules: the transaction is void, the code that sent it is at fault."""


class StrayWait(RuntimeError):
    """On SQLite a unit of work waits for nothing but its own statements: the code that did is at fault."""


class Unavailable(Exception):
    """The database itself cannot go on now (disk full, connection lost): nothing happened, try later."""


class Over(Exception):
    """Only ending is left to this process: nothing more may be written, sent or acknowledged."""


class Superseded(Over):
    """A younger process has taken the bot over: nothing happened, do nothing more."""


class NotOurs(Over):
    """The files are no longer those that we opened, or are damaged. Says what happened, and what became of them."""
