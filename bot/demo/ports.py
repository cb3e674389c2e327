"""Where the page is found. Its usual port is popular: where another program has it, a free one does as well."""

import errno
import socket

from bot.settings import BadSetting

USUAL = 8080
ANY = 0


def port_for(host: str, wanted: int | None, usual: int = USUAL) -> int:
    """``wanted``, else the ``usual`` one, else any. Raises BadSetting where the wanted one is taken."""
    port = usual if wanted is None else wanted
    if is_free(host, port):
        return port
    if wanted is None:
        return ANY
    raise BadSetting(f"Port {port} is taken by another program: choose another with --port.")


def is_free(host: str, port: int) -> bool:
    """Raises OSError where this machine has no such address or port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return False
    return True
