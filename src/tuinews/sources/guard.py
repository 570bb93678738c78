"""No server may send this program to look around in the user's own network.

Addresses of this machine and of private networks are open only to hosts that the user subscribed to. The
check is made on the very addresses that are then connected to, so a name cannot mean one place when it is
checked and another when it is used.
"""

import asyncio
import socket
from collections.abc import Iterable
from ipaddress import IPv6Address, IPv6Network, ip_address

import httpcore2

from tuinews.errors import SourceError

_NAT64 = IPv6Network("64:ff9b::/96")


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Connects like the backend it wraps, but to public addresses only, hosts in `trusted` excepted."""

    def __init__(self, trusted: frozenset[str]) -> None:
        self._trusted = trusted
        self._backend = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first of the host's allowed addresses that answers; SourceError if it has none."""
        if host in self._trusted:
            return await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = dict.fromkeys(str(info[4][0]) for info in found)
        public = [address for address in addresses if is_public(address)]
        if not public:
            raise SourceError(f"it leads to {host}, which is in a private network that no feed may lead to")
        for address in public[:-1]:
            try:
                return await self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return await self._backend.connect_tcp(public[-1], port, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Refuse: no feed lives in a socket file."""
        raise SourceError(f"it leads to {path}, which is not on the web")

    async def sleep(self, seconds: float) -> None:
        """Wait, for the connection pool."""
        await self._backend.sleep(seconds)


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the internet, and not of this machine or a private network."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        # IPv4 addresses have several disguises in IPv6: mapped, 6to4, Teredo, and NAT64 (RFC 6052).
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            return is_public(str(ip_address(int(ip) & 0xFFFF_FFFF)))
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast
