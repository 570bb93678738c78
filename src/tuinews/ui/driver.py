"""The terminal's keys: a bare Esc is told soon, and a terminal that goes away ends the reader."""

import os
from codecs import getincrementaldecoder
from select import select

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

IDLE = 0.1  # seconds between two looks whether the reader is to end


class TerminalDriver(LinuxDriver):
    """Textual's driver for terminals, with another way to wait for keys.

    Textual's own looks every 100 ms whether what began like a sequence was Esc, so that Esc took 110 to
    150 ms whatever `ESCDELAY` says, and it asks a terminal that is gone for keys without end, at a core.
    """

    _is_gone = False

    def write(self, data: str) -> None:
        """Draw, as long as there is a terminal."""
        if not self._is_gone:
            super().write(data)

    def run_input_thread(self) -> None:
        """Tell keys as they come, until the reader ends or its terminal does."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        wait = IDLE
        while not self.exit_event.is_set():
            ready, _, _ = select([self.fileno], [], [], wait)
            wait = IDLE
            if ready:
                data = self._read()
                if not data:
                    self._end()
                    return
                # An empty text would be the end for the parser; half a character is one.
                for message in parser.feed(text) if (text := decode(data)) else ():
                    self.process_message(message)
                wait = constants.ESCAPE_DELAY + 0.001  # the parser's clock has to be past it
            for message in parser.tick():
                self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # so Linux tells that the other side has hung up
            return b""

    def _end(self) -> None:
        """End the reader in good order; what is drawn meanwhile goes nowhere."""
        self._is_gone = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for output in (1, 2):  # both are the terminal (cli/opening.py)
            os.dup2(nowhere, output)
        os.close(nowhere)
        self._app.call_later(self._app.exit)
