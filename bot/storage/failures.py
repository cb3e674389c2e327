"""What can go wrong with a transaction as such, whatever it did."""


class Conflict(Exception):
    """Another transaction was in the way (BUSY, 40P01, 40001, 55P03): repeat the whole, nobody is to blame."""


class Broken(Exception):
    """The statement was against the schema's rules: the transaction is void, the code that sent it is at fault."""


class Unavailable(Exception):
    """The database itself cannot go on now (disk full, connection lost): nothing happened, try later."""


class Superseded(Exception):
    """A younger process has taken the bot over: nothing happened, do nothing more."""
