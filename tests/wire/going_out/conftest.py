"""An authority of the tests' own, and clients that trust it as they would trust any that the system knows."""

import ssl
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import trustme

from bot.wire.going_out import client as seam
from bot.wire.going_out.client import Client
from tests.wire.going_out.faulty import certified

TOKEN = "7000000001:SECRETSECRETSECRETSECRETSECRETSECRET"
HURRIED = 0.3  # seconds to connect
MakeClient = Callable[..., Client]


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def tls(authority: trustme.CA) -> ssl.SSLContext:
    """A server's, for this machine."""
    return certified(authority, "localhost", "127.0.0.1", "::1")


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority is the only one that the system knows."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


@pytest.fixture
async def make_client(trusted: None, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MakeClient]:
    """Clients that give up connecting early; closed at the end."""
    monkeypatch.setattr(seam, "CONNECT_SECONDS", HURRIED)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    made: list[Client] = []

    def make(address: str, seconds: float = 5.0) -> Client:
        made.append(Client(address, TOKEN, seconds=seconds))
        return made[-1]

    yield make
    for client in made:
        await client.close()
