"""Runs behind the walls: asks the learner's service as a web server would, without any network, and calls the rest."""

import asyncio
import json
import re
import sys
import threading
import time
import traceback
import types

CLOCK = time.perf_counter
ROUNDS, EACH = 7, 6


class Loop(asyncio.BaseEventLoop):
    """An event loop without sockets: what wakes it is a thread's event."""

    def __init__(self):
        self._woken = threading.Event()
        super().__init__()
        self._selector = self

    def select(self, timeout):
        if timeout is None or timeout > 0:
            self._woken.wait(timeout)
        self._woken.clear()
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        self._woken.set()


def parts(text):
    pieces = re.split(r"^=== ([\w.-]+) ===\n", text, flags=re.M)[1:]
    return dict(zip(pieces[::2], pieces[1::2]))


def load(text, name):
    source, module = parts(text)[f"{name}.py"], types.ModuleType(name)
    sys.modules[name] = module
    exec(compile(source, f"{name}.py", "exec"), module.__dict__)
    return module


def guarded(work):
    """The value, or what the learner's files raised, with file and line."""
    try:
        return {"value": work()}
    except MemoryError:
        raise
    except (Exception, SystemExit) as error:
        place = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in ("service.py", "operations.py")]
        where = f"{place[-1].filename} line {place[-1].lineno}: " if place else ""
        missing = getattr(error, "name", None) if isinstance(error, AttributeError) and not place else None
        return {"error": {"type": type(error).__name__, "message": f"{where}{error}", "missing": missing}}


def records(text, runs):
    def work():
        module = load(text, "operations")
        return [module.run_file(run["params"], run["metrics"], run["data"]) for run in runs]

    return guarded(work)


def chain(text, registry, runs):
    def work():
        module, current, found = load(text, "operations"), registry, []
        for run in runs:
            current = module.promote(current, run)
            found.append(current)
        return found

    return guarded(work)


def alarms(text, reference, windows):
    def work():
        module = load(text, "operations")
        return [1.0 if module.drift(reference.copy(), window) else 0.0 for window in windows]

    return guarded(work)


async def ask(app, method, path, body):
    """(status, text) of one request, spoken as ASGI. In pieces: a body that comes bit by bit, of no length told."""
    content, pieces = body.encode(), method == "POST in pieces"
    headers = [(b"host", b"here"), (b"content-type", b"application/json")]
    headers += [] if pieces else [(b"content-length", b"%d" % len(content))]
    size = 4000 if pieces else max(len(content), 1)
    parts = [content[n : n + size] for n in range(0, max(len(content), 1), size)]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method[:4].strip(), "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http", "headers": headers,
        "client": ("here", 1), "server": ("here", 80),
    }
    messages = [{"type": "http.request", "body": each, "more_body": n > 0} for n, each in enumerate(reversed(parts))]
    status, out = 500, b""

    async def receive():
        return messages.pop() if messages else {"type": "http.disconnect"}

    async def send(message):
        nonlocal status, out
        if message["type"] == "http.response.start":
            status = message["status"]
        elif message["type"] == "http.response.body":
            out += message.get("body", b"")

    try:
        await app(scope, receive, send)
    except Exception:
        return 500, ""
    return status, out[:5000].decode("utf-8", "replace")


async def started(app):
    """Run what the app does when it starts."""
    begun = asyncio.get_running_loop().create_future()

    async def receive():
        if not begun.done():
            return {"type": "lifespan.startup"}
        await asyncio.Event().wait()

    async def send(message):
        if not begun.done():
            begun.set_result(message["type"])

    scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
    task = asyncio.ensure_future(app(scope, receive, send))
    await asyncio.wait([task, begun], return_when=asyncio.FIRST_COMPLETED)
    return task


async def ended(*tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def serve(text, models, requests):
    def work():
        module = load(text, "service")

        async def everything():
            apps = [module.create_app(model) for model in models]
            tasks = [await started(app) for app in apps]
            found = [list(await ask(apps[n], method, path, body)) for n, method, path, body in requests]
            await ended(*tasks)
            return found

        return Loop().run_until_complete(everything())

    return guarded(work)


def plainest(model):
    from fastapi import FastAPI, Request

    app = FastAPI()

    @app.post("/predict")
    async def predict(request: Request):
        values = json.loads(await request.body())
        return {"score": sum(model["weights"][name] * value for name, value in values.items())}

    return app


def latency(text, model, body):
    """Seconds of the quickest answer, the learner's and the plainest service's, asked in turn.

    The quickest, because what else the machine does must not decide.
    """

    def work():
        module = load(text, "service")

        async def everything():
            own, plain = module.create_app(model), plainest(model)
            task = await started(own)
            times = {"own": [], "plain": []}
            for turn in range(ROUNDS):
                for name, app in (("own", own), ("plain", plain)):
                    for _ in range(EACH):
                        start = CLOCK()
                        await ask(app, "POST", "/predict", body)
                        if turn:
                            times[name].append(CLOCK() - start)
            await ended(task)
            return {name: min(found) for name, found in times.items()}

        return Loop().run_until_complete(everything())

    return guarded(work)
