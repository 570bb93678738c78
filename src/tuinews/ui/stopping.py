"""What a worker in a thread looks at to see whether its answer is still wanted."""

from textual.worker import get_current_worker

from tuinews.stopping import Stop


def stop_of_worker() -> Stop:
    """Return the sign that is set when this worker is cancelled; it interrupts a query that is running."""
    worker, stop = get_current_worker(), Stop()
    worker.cancelled_event = stop
    if worker.is_cancelled:  # between the start of the thread and the line above
        stop.set()
    return stop
