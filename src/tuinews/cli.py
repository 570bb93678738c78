"""The command line: reads the arguments, asks the library, prints; starts the interface to read."""

import argparse
from collections.abc import Sequence

from tuinews import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="tuinews")
    parser.add_argument("--version", action="version", version=f"tuinews {__version__}")
    parser.parse_args(arguments)
    return 0
