"""Textual's driver, which goes on after bytes that no keyboard should send."""

from textual.drivers.linux_driver import LinuxDriver


class PatientDriver(LinuxDriver):
    """Drops what can't be read, such as a byte that is no UTF-8, and reads on."""

    def run_input_thread(self) -> None:
        """Read the keyboard until the app ends."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):  # of the decoder, and of absurd key codes
                continue
            return
