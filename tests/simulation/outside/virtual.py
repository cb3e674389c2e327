"""Time jumps: when nothing is ready the clock goes on to the next timer. Nothing may block, and nothing has threads."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Killed(BaseException):
    """The process is no more. Not an Exception: nobody may catch it and go on."""


class Tasks(dict["asyncio.Task[Any]", None]):
    """Of one simulated process, in the order in which they began."""

    def ended(self, task: "asyncio.Task[Any]") -> None:
        self.pop(task, None)
        if isinstance(getattr(task, "_exception", None), Killed):
            task.exception()  # so that nobody misses that it was looked at


TASKS: ContextVar[Tasks] = ContextVar("tasks")


class NothingWillHappen(RuntimeError):
    """Everybody waits for somebody else, and no timer runs."""


class Skipping(selectors.SelectSelector):
    """Asked to wait for so many seconds, it lets them pass at once."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise NothingWillHappen
        self.at += max(0.0, timeout)
        return []

    def truly(self, timeout: float) -> list[Any]:
        """As any selector: waits for what is registered."""
        return super().select(timeout)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Seconds since it was made; `to_thread` is done in place."""

    waits = Skipping

    def __init__(self) -> None:
        self.skipping = self.waits()
        super().__init__(self.skipping)
        self._clock_resolution = 1e-6  # a year in seconds leaves no more than that in a float
        self.set_task_factory(cast(Any, enrolled))

    def time(self) -> float:
        return self.skipping.at

    def run_in_executor(self, _executor: Any, func: Callable[..., T], *args: Any) -> "asyncio.Future[T]":  # type: ignore[override]  # done at once
        future: asyncio.Future[T] = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


def enrolled(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T], **more: Any) -> "asyncio.Task[T]":
    """A task is known to the process that began it, so that it ends with it."""
    task = asyncio.Task(work, loop=loop, **more)
    tasks = TASKS.get(None)
    if tasks is not None:
        tasks[task] = None
        task.add_done_callback(tasks.ended)
    return task


def played(work: Coroutine[Any, Any, T], loop: type[VirtualLoop] = VirtualLoop) -> T:
    """Runs it in virtual time of its own."""
    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(work)
