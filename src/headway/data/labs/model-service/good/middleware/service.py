"""Plain FastAPI with a dependency that reads and checks; the model is held by the app's state, made when it starts."""

import json
import math
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse


class Bad(Exception):
    def __init__(self, status, words):
        self.status, self.words = status, words


def create_app(model):
    @asynccontextmanager
    async def life(app):
        app.state.model = model
        yield

    app = FastAPI(lifespan=life)

    @app.exception_handler(Bad)
    async def tell(request, bad):
        return JSONResponse({"error": bad.words}, bad.status)

    async def values(request: Request):
        model = request.app.state.model
        if model is None:
            raise Bad(503, "no model")
        size, parts = 0, []
        async for part in request.stream():
            size += len(part)
            if size > 10_000:
                raise Bad(413, "too long")
            parts.append(part)
        try:
            found = json.loads(b"".join(parts), parse_constant=lambda word: word)
        except (json.JSONDecodeError, RecursionError, UnicodeDecodeError):
            raise Bad(400, "no JSON")
        if type(found) is not dict or found.keys() != model["weights"].keys():
            raise Bad(422, "other names")
        for value in found.values():
            if type(value) not in (int, float) or value > 1e6 or value < -1e6:
                raise Bad(422, "no number in range")
        return found

    @app.get("/health")
    async def health():
        return "alive"

    @app.get("/ready")
    async def ready(request: Request, response: Response):
        held = request.app.state.model
        response.status_code = 200 if held else 503
        return {"version": held["version"] if held else None}

    @app.post("/predict")
    async def predict(request: Request, found: dict = Depends(values)):
        held = request.app.state.model
        z = held["bias"]
        for name in found:
            z += held["weights"][name] * found[name]
        return {"version": held["version"], "score": math.exp(min(z, 0)) / (1 + math.exp(-abs(z)))}

    return app
