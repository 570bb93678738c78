"""`tuinews serve`: the same program in a browser, on this machine, for who has its address only."""

import os
import secrets
import shlex
import signal
import sys
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command
from tuinews.errors import TuinewsError
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

PATIENCE = 2.0
"""Seconds that pages still open are waited for when it ends."""


def _arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("--port", type=int, default=8377, metavar="N", help="default 8377; 0 is any free one")
    parser.add_argument("--host", default="127.0.0.1", metavar="HOST", help="default 127.0.0.1")
    parser.add_argument(
        "--allow-remote",
        action="store_true",
        help="let --host be an address that other machines reach; nothing is encrypted",
    )


def _run(chosen: Any, home: Home) -> int:
    if not (chosen.allow_remote or _is_loopback(chosen.host)):
        raise TuinewsError(
            f"Other machines reach {chosen.host}, and whoever has the address can read, run commands and see "
            "it all unencrypted; --allow-remote says that this is meant."
        )
    try:
        from tuinews.cli.served import Served
    except ImportError as error:
        raise TuinewsError(
            f"tuinews serve needs one more package ({error.name} is missing): pip install 'tuinews[serve]'"
        ) from None
    words = [sys.executable, "-m", "tuinews"]
    if chosen.home:
        words += ["--home", os.path.abspath(chosen.home)]  # noqa: PTH100  # it need not exist yet
    server = Served(shlex.join(words), secrets.token_urlsafe(24))
    with suppress(KeyboardInterrupt):
        import asyncio  # 30 ms, which every other command would pay

        asyncio.run(_serve(server, chosen.host, chosen.port))
    return 0


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _serve(server: Any, host: str, port: int) -> None:
    """Serve until interrupted; raises TuinewsError where the port is taken."""
    from aiohttp import web

    runner = web.AppRunner(await server.application(), shutdown_timeout=PATIENCE, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise TuinewsError(
                f"Port {port} of {host} cannot be used: {error.strerror or error}; --port names another."
            ) from None
        port = runner.addresses[0][1]
        shown = f"[{host}]" if ":" in host else host
        print(f"http://{shown}:{port}/?key={server.key}", flush=True)
        print("Open this address in a browser; Ctrl+C ends it.", file=sys.stderr)
        import asyncio

        ended = asyncio.Event()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, AttributeError):  # on Windows Ctrl+C raises by itself
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
        await ended.wait()
    finally:
        await runner.cleanup()


SERVE = Command(
    name="serve",
    help="show the reader in a browser, on this machine",
    examples=("tuinews serve", "tuinews serve --port 9000"),
    arguments=_arguments,
    run=_run,
    more=(
        " The address it prints holds a key, without which nobody gets in: what is typed there runs as you."
        " It needs the extra `serve` (pip install 'tuinews[serve]')."
    ),
)
