"""Where the page is found. Its usual port is popular: where another program has it, a free one does as well."""

import errno
import socket

from bot.settings import BadSetting

USUAL = 8080


def port_for(host: str, wanted: int | None, usual: int = USUAL) -> int:
    """``wanted``, else the ``usual`` one, else any that is free. Raises BadSetting where the wanted one is taken.

    A number in any case: a demo that begins anew is found where it was.
    """
    port = usual if wanted is None else wanted
    if is_free(host, port):
        return port
    if wanted is None:
        return free_port(host)
    raise BadSetting(f"Port {port} is taken by another program: choose another with --port.")


def free_port(host: str) -> int:
    with listening(host, 0) as server:
        return int(server.getsockname()[1])


def listening(host: str, port: int) -> socket.socket:
    return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)


def is_free(host: str, port: int) -> bool:
    """Raises OSError where this machine has no such address or port."""
    try:
        listening(host, port).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return False
    return True
